"""What a question wants to know, beside what it is about: as a word of its own, whose terms are those of intents.

Where a question has no other content the intent is what is asked for, and the words that express it are spent: *vem
bestämmer* is no search for what *bestämmelser* stands in. Beside anything else it tips the order and hides nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.question.understood import Word
from index.result import Unlisted
from index.words.analysis import normalise, tokens
from index.words.codes import LAW_OF_SECRECY, OF_LAW, is_case
from index.words.intents import expressed, is_of_person, term_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.tree import Leaf

NO_INTENT = Word("", "")
"""In a part of a question, the place of what only the others want to know."""

_WHERE = {Unlisted.CASE: "ärende", Unlisted.PROVISION: "lagrum"}
"""What answers, in ``language/intents.tsv``, where a number is not listed."""
_LONGEST = 500
"""Characters looked at."""


def intent_of(query: str, language: str) -> Word | None:
    """What a query wants to know, or None; `parts` of a query are asked by themselves.

    Args:
        query: As the person wrote it.
        language: The language that it is analysed as.
    """
    found = tokens(query[:_LONGEST])
    intents = expressed([token.text for token in found], language)
    if not intents:
        return None
    places = sorted({place for intent in intents for place in intent.places})
    return Word(
        " ".join(query[found[place].start : found[place].end] for place in places),
        "",
        codes=tuple(intent.term for intent in intents),
        spends=frozenset(found[place].text for place in places),
    )


def is_alone(words: Sequence[Word], intent: Word) -> bool:
    """Whether a question has no content but what it wants to know."""
    return all(word.weak or word.hints or normalise(word.written) in intent.spends for word in words)


def spent(words: Sequence[Word], intent: Word) -> list[Word]:
    """The words of a question, those that only express its intent as mere hints."""
    return [
        replace(word, hints=True, weak=True) if normalise(word.written) in intent.spends else word for word in words
    ]


def beside(words: list[Word], leaves: list[Leaf], intent: Word) -> tuple[list[Word], list[Leaf], Word]:
    """What a question wants to know beside its other words, and they and their leaves beside it."""
    if not intent.codes or not is_alone(words, intent):
        return words, leaves, replace(intent, hints=True, weak=True)
    words = spent(words, intent)
    return words, [leaf for leaf in leaves if not _is_spent(leaf, words)], intent


def of_whom(words: Sequence[Word], known: Collection[int]) -> list[Word]:
    """The words of a question and, last, what it wants to know: that is asked for where all others only say of whom.

    *Vad tjänar kommundirektören* is about pay. Whom some entry knows need not stand where the pay does.

    Args:
        words: With the words that only qualify told as such.
        known: The places of those that some entry answers.
    """
    *others, intent = words
    asked = [word for word in others if not (word.weak or word.hints)]
    if not is_of_person(intent.codes) or not all(word.qualifies for word in asked):
        return list(words)
    of = [replace(word, spared=word.spared or (word.qualifies and at in known)) for at, word in enumerate(others)]
    return [*of, replace(intent, hints=False, weak=False)]


def _is_spent(leaf: Leaf, words: Sequence[Word]) -> bool:
    """Whether a leaf finds what has words that only say what somebody wants to know; clues still tip the order."""
    return leaf.origin.touches and all(words[at].hints for at in leaf.origin.words)


def unlisted_kind(codes: Collection[str]) -> Unlisted | None:
    """The kind of a number that a description lists only some of, or none: cases, provisions on secrecy, other laws."""
    if any(map(is_case, codes)):
        return Unlisted.CASE
    if any(code.startswith(LAW_OF_SECRECY) for code in codes):
        return Unlisted.PROVISION
    return Unlisted.OTHER_LAW if any(code.startswith(OF_LAW) for code in codes) else None


def pointing(codes: Collection[str]) -> str:
    """The term of what shows where to look for a number that the description does not list; empty where none does."""
    kind = unlisted_kind(codes)
    return term_of(_WHERE[kind]) if kind in _WHERE else ""
