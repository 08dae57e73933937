"""What the words around a reference say of it."""

from __future__ import annotations

import functools
import re

from data.importing.rules import Rule, rules


class WordsRule(Rule, frozen=True, kw_only=True):
    """Words that do something with a reference; `kind` says what."""

    kind: str
    patterns: tuple[str, ...]


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    parts = [pattern for rule in rules("secrecy", WordsRule) if rule.kind == kind for pattern in rule.patterns]
    return re.compile("|".join(f"(?:{part})" for part in parts))


def matches(kind: str, text: str) -> bool:
    """Whether a text in lower case has words of a kind."""
    return _pattern(kind).search(text) is not None
