"""What several authorities have alike: it is indexed once, and said in the name of whoever is asked.

The guide to asking for a record, its questions and the signposts come from what all authorities share, so that each
description brings the same ones (`data.loader`). Fifteen times the same answer would be no answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import msgspec

from data.guides import guides, questions_by_entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from data.model import Description

Key = tuple[str, str]
"""An authority's id, and the id of something of its."""
Speakers = dict[Key, tuple[str, ...]]
"""By the key that something is indexed under, the authorities that have it alike, in the place's order."""


class _Record(Protocol):
    @property
    def id(self) -> str: ...


def speakers_of_guides(descriptions: Iterable[Description]) -> Speakers:
    """Which guides and questions of guides there are, each once, and whose each is."""
    return _speakers({description.id: _of_guides(description) for description in descriptions})


def _of_guides(description: Description) -> Iterator[_Record]:
    """A question is alike by itself: an authority may have another one beside it, and so another guide."""
    yield from guides(description)
    yield from (replace(question, id=id_) for id_, question in questions_by_entry(description).items())


def speakers_of_signposts(descriptions: Iterable[Description]) -> Speakers:
    """Which signposts there are, each once, and whose each is."""
    return _speakers({description.id: description.signposts.values() for description in descriptions})


def speaker(speakers: Iterable[str], asked: Collection[str]) -> str | None:
    """Who says it: the first of those who have it that was asked; None where none was."""
    return next((authority for authority in speakers if authority in asked), None)


def _speakers(by_authority: Mapping[str, Iterable[_Record]]) -> Speakers:
    """Equal records are one, under the key of the first who has it."""
    first: dict[tuple[str, bytes], Key] = {}
    found: dict[Key, list[str]] = {}
    for authority, records in by_authority.items():
        for record in records:
            key = first.setdefault((record.id, msgspec.json.encode(record)), (authority, record.id))
            found.setdefault(key, []).append(authority)
    return {key: tuple(authorities) for key, authorities in found.items()}
