"""The words of a query: which carry content, which are numbers, and which stand everywhere."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from index.question.roles import is_link
from index.question.understood import Word
from index.words.analysis import (
    LANGUAGES,
    hyphen_parts,
    is_general,
    is_old_year,
    is_stopword,
    is_weak,
    normalise,
    stem,
    tokens,
)
from index.words.codes import find_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from index.words.analysis import Token

_OLD = "gammal"
"""What a year of old times is read as: who asks for 1956 asks for old records."""

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


def without_general(words: list[Word], named: Collection[int]) -> list[Word]:
    """Take general words that name nothing here for mere hints, and let weak words count where there are no others.

    Args:
        words: The words of a query.
        named: Positions of the words that stand in a name, an everyday word or a phrase of some entry.
    """
    telling = [not word.general or position in named for position, word in enumerate(words)]
    if not any(telling):
        telling = [True] * len(words)
    only_weak = all(word.weak for word, tells in zip(words, telling, strict=True) if tells)
    return [
        replace(word, weak=word.weak and not only_weak) if tells else replace(word, hints=True, weak=True)
        for word, tells in zip(words, telling, strict=True)
    ]


def _plain(text: str, language: str, knows: Callable[[str], bool], everywhere: frozenset[str]) -> Iterator[Word]:
    words = tokens(text)
    linked = False
    for token, following in zip_longest(words, words[1:]):
        written = text[token.start : token.end]
        pieces = [token.text]
        if token.text != written and not knows(token.text) and not is_old_year(token.text):
            pieces = list(hyphen_parts(written)) or pieces
        for piece in pieces:
            if is_old_year(piece) and not knows(piece):
                yield Word(written, _OLD, weak=True)
            elif not is_stopword(piece, language) or _begins(piece, following, knows):
                yield Word(
                    written if len(pieces) == 1 else piece,
                    piece,
                    weak=is_weak(piece, language) or stem(piece, "sv") in everywhere,
                    general=any(is_stopword(piece, other) or is_general(piece, other) for other in LANGUAGES),
                    linked=linked,
                )
                linked = False
            elif is_link(piece, language):
                linked = True


def _begins(letter: str, following: Token | None, knows: Callable[[str], bool]) -> bool:
    """Whether a letter by itself was parted from the next word: ”e post”, though ”e” is also spoken ”är”."""
    return len(letter) == 1 and following is not None and knows(letter + following.text)
