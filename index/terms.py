"""The kinds of term that a field of the index holds, told apart by how each begins.

One field holds all of them, so that the understanding of a query decides which to trust.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WRITTEN = "w:"
"""The word as it is written, normalised."""
STEM = "s:"
"""The stem of the word, or of its base form."""
FOLDED = "f:"
"""The stem without diacritics."""
HEAD = "h:"
"""The stem of the head of a compound."""
MODIFIER = "p:"
"""The stem of another part of a compound."""
PHRASE = "n:"
"""Several words as one, or a whole name."""
CLUE = "q:"
"""The stem of a word that people use when they ask about a thing, or in a phrase for it: it tips the order, and never
answers."""
CODE = "c:"
"""A number or reference found whole: ``c:lag/osl/24/8`` (`index.words.codes`)."""
INTENT = "i:"
"""What somebody wants to know, apart from what it is about (`index.words.intents`)."""

_LENGTH = 2
_BETWEEN_WORDS = "_"


def kind_of(term: str) -> str:
    """How a term begins: one of the kinds above."""
    return term[:_LENGTH]


def text_of(term: str) -> str:
    """The word, stem or words of a term, without its kind."""
    return term[_LENGTH:]


def is_of_one_word(term: str) -> bool:
    """Whether a term is a kind and a single word of letters: not a number, a phrase or a reference."""
    return term[1:_LENGTH] == ":" and term[_LENGTH:].isalpha()


def phrase(words: Iterable[str]) -> str:
    """The term of several words together, whatever their order."""
    return PHRASE + _BETWEEN_WORDS.join(sorted(words))


def words_of(phrase_term: str) -> list[str]:
    """The words that stand in the term of a phrase."""
    return text_of(phrase_term).split(_BETWEEN_WORDS)
