"""Rules of words: which words of a line make it what it is, and where they stand."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Sequence

Rows = tuple[tuple[str, ...], ...]
"""Rows of words: one of the rows is enough, and all of its words have to stand. Words with a blank between stand so."""

_WORD = re.compile(r"[\w-]+")


class LineRule(Rule, frozen=True, kw_only=True):
    """Words that say what a line is; where `beside` has rows, one of those has to stand too."""

    words: Rows
    beside: Rows = ()


def tokens(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.casefold())


def standing(row: Sequence[str], words: Sequence[str]) -> set[int]:
    """Where the words of a row stand among others; empty where one of them does not."""
    found: set[int] = set()
    for wanted in row:
        places = _in_a_row(wanted.split(), words)
        if not places:
            return set()
        found |= places
    return found


def _in_a_row(wanted: Sequence[str], words: Sequence[str]) -> set[int]:
    """Where words of a rule stand next to each other, in its order; most often it is one word."""
    if len(wanted) == 1:
        return {at for at, word in enumerate(words) if is_word(wanted[0], word)}
    starts = (at for at in range(len(words) - len(wanted) + 1) if all(map(is_word, wanted, words[at:])))
    return {place for at in starts for place in range(at, at + len(wanted))}


def is_word(wanted: str, word: str) -> bool:
    """Whether a word is what a rule asks for: ``*`` last lets it go on, ``*`` first lets it begin with something."""
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    if wanted.startswith("*"):
        return word.endswith(wanted[1:])
    return word == wanted


def any_row(rows: Rows, words: Sequence[str]) -> bool:
    """Whether one of the rows stands among the words."""
    return any(standing(row, words) for row in rows)


def says(rule: str, text: str) -> bool:
    """Whether a line is what a rule of ``lines.toml`` tells of."""
    found = line_rule(rule)
    words = tokens(text)
    return any_row(found.words, words) and (not found.beside or any_row(found.beside, words))


def begins(rule: str, text: str) -> bool:
    """Whether a line begins with a word of a rule of ``lines.toml``."""
    words = tokens(text[:80])[:1]
    return any_row(line_rule(rule).words, words)


@functools.cache
def line_rule(rule: str) -> LineRule:
    """A rule of ``lines.toml`` by its id."""
    found: LineRule = next(each for each in rules("lines", LineRule) if each.id == rule)
    return found
