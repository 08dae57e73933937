"""The words of a query: which carry content, which are numbers, and which stand everywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from index.question.roles import is_link
from index.question.understood import Word
from index.words.analysis import (
    LANGUAGES,
    hyphen_parts,
    is_general,
    is_stopword,
    is_weak,
    normalise,
    stem,
    tokens,
)
from index.words.codes import find_codes
from index.words.numerals import said_numbers
from index.words.old_times import apart, former_bodies, is_old_time

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from index.words.analysis import Token

_OLD = "gammal"
"""What a year of old times is read as: who asks for 1956 asks for old records."""

_DECADE = frozenset({"talet", "tals", "talets"})
_LONGEST_COUNT = 2
"""Digits of a number that may count things or be a day; more of them may be what something is called."""
_YEAR = re.compile(r"20\d\d")
"""A year of this century says of when, and no description lists its records by year; one of old times: `old_times`."""

_LONGEST = 1000
"""Characters once normalised: a single ﷺ becomes eighteen, and no language's words become twice as long."""

ANALYSED_AS = {"latt": "sv"}
"""Languages that are analysed as another."""


def content(query: str, language: str, knows: Callable[[str], bool], everywhere: frozenset[str]) -> Iterator[Word]:
    """Take the words that may carry content out of a query, numbers and references first and whole.

    Args:
        query: As the person wrote it.
        language: The language that it is analysed as.
        knows: Whether any entry has a normalised word just as it stands.
        everywhere: Stems of words that nearly all entries have: the authority's own name.
    """
    text = normalise(query)[:_LONGEST]
    at = 0
    for code in find_codes(text):
        yield from _plain(text[at : code.start], language, knows, everywhere)
        yield Word(text[code.start : code.end].strip(), "", codes=code.terms)
        at = code.end
    yield from _plain(text[at:], language, knows, everywhere)


def without_general(words: list[Word], named: Collection[int], *, says_enough: bool = False) -> list[Word]:
    """Take general words that name nothing here for mere hints, and let weak words count where there are no others.

    Args:
        words: The words of a query.
        named: Positions of the words that stand in a name, an everyday word or a phrase of some entry.
        says_enough: Whether the query says what it wants to know without them.
    """
    telling = [not word.general or position in named for position, word in enumerate(words)]
    if not any(telling):
        telling = [not says_enough] * len(words)
    only_weak = not says_enough and all(word.weak for word, tells in zip(words, telling, strict=True) if tells)
    return [
        replace(word, weak=word.weak and not only_weak) if tells else replace(word, hints=True, weak=True)
        for word, tells in zip(words, telling, strict=True)
    ]


def _plain(text: str, language: str, knows: Callable[[str], bool], everywhere: frozenset[str]) -> Iterator[Word]:
    words = tokens(text)
    linked = False
    former = _former(words, language, knows, everywhere)
    numbers = said_numbers([token.text for token in words], knows)
    said_until = -1
    for place, (token, following) in enumerate(zip_longest(words, words[1:])):
        if place in numbers and place > said_until:
            said_until, digits = numbers[place]
            yield Word(text[token.start : words[said_until].end], digits)
        if place <= said_until:
            continue
        if place in former:
            if former[place]:
                yield Word(text[token.start : words[former[place]].end], _OLD)
            continue
        written = text[token.start : token.end]
        pieces = _pieces(token, written, knows)
        for piece in pieces:
            if _is_old(piece, following, knows):
                yield Word(written, _OLD, weak=True)
            elif not is_stopword(piece, language) or _begins(piece, following, knows):
                yield Word(
                    written if len(pieces) == 1 else piece,
                    piece,
                    weak=is_weak(piece, language) or stem(piece, "sv") in everywhere,
                    general=_is_bare_number(piece)
                    or len(piece) == 1
                    or any(is_stopword(piece, other) or is_general(piece, other) for other in LANGUAGES),
                    spared=is_general(piece, language),
                    linked=linked,
                )
                linked = False
            elif is_link(piece, language):
                linked = True


def _pieces(token: Token, written: str, knows: Callable[[str], bool]) -> tuple[str, ...]:
    """A word, or the parts of a hyphenated one that no entry has whole."""
    word = token.text
    if word == written or knows(word) or is_old_time(word):
        return (word,) if knows(word) else apart(word) or (word,)
    return apart(word) or hyphen_parts(written) or (word,)


def _former(
    words: list[Token], language: str, knows: Callable[[str], bool], everywhere: frozenset[str]
) -> dict[int, int]:
    """Places of the words of municipalities that are no more; by the first word of each, where the last one is."""

    def is_name(word: str) -> bool:
        is_empty = is_stopword(word, language) or is_general(word, language) or is_weak(word, language)
        return word.isalpha() and not is_empty and stem(word, "sv") not in everywhere and not knows(word)

    found = dict(former_bodies([token.text for token in words], is_name))
    return {place: last if place == first else 0 for first, last in found.items() for place in range(first, last + 1)}


def _is_old(word: str, following: Token | None, knows: Callable[[str], bool]) -> bool:
    """Whether a word is old times and no entry has it, or with the next: ”60 talet”."""
    if is_old_time(word):
        return not knows(word)
    return following is not None and following.text in _DECADE and is_old_time(word + following.text)


def _is_bare_number(word: str) -> bool:
    """Whether a word only counts or dates something: ”3 fakturor”, ”fakturor 2021”."""
    return word.isdecimal() and (len(word) <= _LONGEST_COUNT or _YEAR.fullmatch(word) is not None)


def _begins(letter: str, following: Token | None, knows: Callable[[str], bool]) -> bool:
    """Whether a letter by itself was parted from the next word: ”e post”, though ”e” is also spoken ”är”."""
    return len(letter) == 1 and following is not None and knows(letter + following.text)
