"""What stands ready before anyone has searched: common questions, tiles, clarifying questions, service points.

All of it is editorial and only leads to entries and signposts; ids are name spaces of their own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommonQuestion:
    """A question that many ask, and the id of the entry that answers it; shown on the start page."""

    id: str
    question: str
    entry: str


@dataclass(frozen=True, slots=True)
class Tile:
    """Something that visitors come for, on the kiosk's start page: an entry, or words to search for.

    Exactly one of `entry` and `query` is set. `signpost` may go with `query` and names the signpost
    that the search shows: the record is elsewhere, and the tile says so.
    """

    id: str
    name: str
    entry: str
    query: str
    signpost: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a clarifying question, in words that can be said on the phone, and the entry it leads to."""

    answer: str
    entry: str


@dataclass(frozen=True, slots=True)
class Clarification:
    """A question that tells entries apart when a search ends in a tie between them."""

    id: str
    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the law or of archives that people need not know, and what it means."""

    id: str
    term: str
    explanation: str


@dataclass(frozen=True, slots=True)
class ServicePoint:
    """Where a visitor can meet staff, as the authority itself has stated it.

    `address` and `opening_hours` are free text and may be empty; `unit` is a unit's id, or empty.
    `stated_by` tells who says so, `stated_on` when (ISO date): hours grow old.
    """

    id: str
    name: str
    address: str
    opening_hours: tuple[str, ...]
    unit: str
    stated_by: str
    stated_on: str
