"""The sentences of a passage, as they stand."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?][”\")]?(?=\s{1,3}[A-ZÅÄÖ\d”\"(–])|\n")
_WORD_BEFORE = re.compile(r"[^\s(]{1,12}$")
_NUMBER_FIRST = re.compile(r"\s{0,3}(?:\d{1,2}[.)]|[a-zA-Z]\)|[-–•·])\s{1,3}(?=\S)")
_LONG_ENOUGH = 3
"""Letters of a word that ends a sentence with the stop after it: *m.m.* may be its last word."""


class AbbreviationRule(Rule, frozen=True, kw_only=True):
    """Abbreviations that no sentence ends with."""

    words: tuple[str, ...]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: its words, without a number that was typed before them, and where they stand in their text."""

    text: str
    start: int
    end: int


@functools.cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for rule in rules("sentences", AbbreviationRule) for word in rule.words)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, a line that was broken on purpose as one of its own."""
    start = 0
    for match in _END.finditer(text):
        if match.group() != "\n" and _goes_on(text, start, match.start()):
            continue
        yield from _made(text, start, match.end())
        start = match.end()
    yield from _made(text, start, len(text))


def _goes_on(text: str, start: int, stop: int) -> bool:
    before = _WORD_BEFORE.search(text, max(start, stop - 12), stop)
    word = before.group().casefold() if before else ""
    return word.strip('”"(') in _abbreviations() or (word.isdigit() and not text[start : stop - len(word)].strip())


def _made(text: str, start: int, end: int) -> Iterator[Sentence]:
    number = _NUMBER_FIRST.match(text, start, end)
    begin = number.end() if number else start
    words = text[begin:end]
    begin += len(words) - len(words.lstrip())
    words = words.strip()
    if words:
        yield Sentence(words, begin, begin + len(words))
