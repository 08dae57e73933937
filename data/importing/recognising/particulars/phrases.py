"""Rules of whole words and phrases, as they stand in running text."""

from __future__ import annotations

import functools
import re

from data.importing.rules import Rule, rules


class SayingRule(Rule, frozen=True, kw_only=True):
    """Words, each of them a word or a phrase as it stands."""

    words: tuple[str, ...]


@functools.cache
def pattern(rule: str, stage: str = "sayings") -> re.Pattern[str]:
    """What finds the words of a rule in a text, the longest first, as whole words.

    Args:
        rule: Its id.
        stage: Its file.
    """
    found = next(each for each in rules(stage, SayingRule) if each.id == rule)
    listed = "|".join(re.escape(word) for word in sorted(found.words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a text, its lines apart."""
    return [each.strip() for each in _SENTENCE.split(text) if each.strip()]


_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])|\n")
