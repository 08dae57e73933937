"""How people ask: the words, and the whole questions, that lead to an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.guides import questions_by_entry
from data.kinds import EntryType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from data.model import Description, Guidance

Texts = dict[str, tuple[str, ...]]
"""By language (ISO 639-1), what people write."""


def asked_of(description: Description, type_: EntryType, id_: str) -> Texts:
    """Whole questions that people put about an entry; they are for the index, and no page shows them.

    Those about an exchange lead to the register or system that the data goes through, as its everyday words do.

    Args:
        description: The description.
        type_: The entry's type.
        id_: Its id; a question of a guide has one too.
    """
    if question := questions_by_entry(description).get(id_) if type_ is EntryType.GUIDE else None:
        return question.asked
    if type_ is EntryType.EXCHANGE and description.source.exchanges[id_].finding_aid:
        return {}
    guidance = description.guidance_of(type_, id_)
    own = [guidance.asked] if guidance else []
    through = guidance_through(description, id_) if type_ is EntryType.FINDING_AID else ()
    return together(*own, *(each.asked for each in through))


def without_asked(description: Description) -> Description:
    """A description without the questions that people put: an index needs them, and nobody who reads it."""
    bare = {
        id_: replace(each, asked={}, questions=tuple(replace(question, asked={}) for question in each.questions))
        for id_, each in description.guidance.items()
    }
    signposts = {id_: replace(each, asked={}) for id_, each in description.signposts.items()}
    return replace(description, guidance=bare, signposts=signposts)


def guidance_through(description: Description, finding_aid: str) -> Iterator[Guidance]:
    """The guidance to the exchanges whose data goes through a register or system."""
    for exchange in description.source.exchanges.values():
        if exchange.finding_aid == finding_aid and exchange.id in description.guidance:
            yield description.guidance[exchange.id]


def together(*lists: Mapping[str, tuple[str, ...]]) -> Texts:
    """Several lists as one, each text once and in its order."""
    merged: dict[str, dict[str, None]] = {}
    for by_language in lists:
        for language, texts in by_language.items():
            merged.setdefault(language, {}).update(dict.fromkeys(text for text in texts if text))
    return {language: tuple(texts) for language, texts in merged.items()}
