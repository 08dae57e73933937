"""What somebody wants to know, told from what it is about: the price, the waiting, who decides.

*Får de fråga varför* has no word that carries content, and asks something all the same. The expressions are data
(``language/intents.tsv``), and are looked for alike in what people write and in what a guide's questions are: an entry
whose own question or name expresses an intent is what answers it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from index.terms import INTENT
from index.words.analysis import LANGUAGES, fold, normalise, tokens
from index.words.tables import intent_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ASKED, _NAMED = "fråga", "namn"
_GAP = "…"
_MOST_BETWEEN = 4
"""Words that may stand in the place of a gap: more are another clause."""
_NONE: tuple[int, ...] = ()

_Piece = frozenset[str] | None
"""The words of which one stands there; None for a gap."""


class Expressed(NamedTuple):
    """An intent that a text expresses: its term, and the words that do so, by their places among the text's."""

    term: str
    places: tuple[int, ...]


def term_of(intent: str) -> str:
    """The term of an intent."""
    return f"{INTENT}{intent}"


_OF_PERSON = frozenset({term_of("lön")})
"""What people ask for of somebody: *vad tjänar kommundirektören* asks for pay, and not for the director."""


def is_of_person(terms: Iterable[str]) -> bool:
    """Whether some intent is about what is held of a person, who then only says whose."""
    return any(term in _OF_PERSON for term in terms)


def expressed(words: Sequence[str], language: str) -> list[Expressed]:
    """The intents that the normalised words of a question express, each once; in its own language, or in another.

    What is a single word in another language may be anything in this one.
    """
    folded = [fold(word) for word in words]
    found: dict[str, set[int]] = {}
    for each in (language, *(other for other in LANGUAGES if other != language)):
        for term, places in _found(folded, _expressions(_ASKED, each)):
            if each == language or len(places) > 1:
                found.setdefault(term, set()).update(places)
    return [Expressed(term, tuple(sorted(places))) for term, places in found.items()]


def answered_by(title: str, names: Iterable[str], *, is_question: bool) -> tuple[str, ...]:
    """The terms of the intents that an entry answers.

    Args:
        title: What it is called, or the question that it answers.
        names: All that it is called.
        is_question: Whether the title is a question.
    """
    of_title = [fold(token.text) for token in tokens(title)]
    found = [term for term, _places in _found(of_title, _expressions(_NAMED, "sv"))]
    for name in names:
        words = [fold(token.text) for token in tokens(name)]
        found += [term for term, places in _found(words, _expressions(_NAMED, "sv")) if len(places) == len(words)]
    if is_question:
        found += [term for term, _places in _found(of_title, _expressions(_ASKED, "sv"))]
    return tuple(dict.fromkeys(found))


def _found(words: Sequence[str], by_first: dict[str, list[tuple[str, tuple[_Piece, ...]]]]) -> Iterator[Expressed]:
    for at, word in enumerate(words):
        for term, pieces in by_first.get(word, ()):
            if places := _matched(words, at, pieces):
                yield Expressed(term, places)


def _matched(words: Sequence[str], at: int, pieces: Sequence[_Piece]) -> tuple[int, ...]:
    """The places of the words that an expression is of, from a place on; none where it does not stand there."""
    places: list[int] = []
    gap = 0
    for piece in pieces:
        if piece is None:
            gap = _MOST_BETWEEN
            continue
        here = next((place for place in range(at, min(at + gap + 1, len(words))) if words[place] in piece), None)
        if here is None:
            return _NONE
        places.append(here)
        at, gap = here + 1, 0
    return tuple(places)


@cache
def _expressions(kind: str, language: str) -> dict[str, list[tuple[str, tuple[_Piece, ...]]]]:
    """By its first word, each expression of a language."""
    by_first: dict[str, list[tuple[str, tuple[_Piece, ...]]]] = {}
    for intent, text in intent_rows(kind, language):
        pieces = tuple(None if piece == _GAP else _alternatives(piece) for piece in text.split())
        for first in pieces[0] or ():
            by_first.setdefault(first, []).append((term_of(intent), pieces))
    return by_first


def _alternatives(piece: str) -> frozenset[str]:
    return frozenset(fold(token.text) for word in piece.split("/") for token in tokens(normalise(word)))
