"""Words that tell who gives information: titles, offices, and what is said around them."""

from __future__ import annotations

import functools
import re

from data.importing.rules import Rule, rules


class RoleRule(Rule, frozen=True, kw_only=True):
    """Words of a kind: stems of titles and offices, else regular expressions over lower case."""

    kind: str
    words: tuple[str, ...]


def listed(kind: str) -> tuple[str, ...]:
    """The words of a kind."""
    return tuple(word for rule in rules("roles", RoleRule) if rule.kind == kind for word in rule.words)


@functools.cache
def pattern(kind: str) -> re.Pattern[str]:
    """One expression for all words of a kind."""
    return re.compile("|".join(f"(?:{word})" for word in listed(kind)))


def says(kind: str, text: str) -> bool:
    """Whether a text has words of a kind, whatever its case."""
    return pattern(kind).search(text.lower()) is not None
