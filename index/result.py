"""What is asked of the searcher, and what it answers: plain values, without language or address."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from data.entries import Entry
from index.fields import FACETS
from index.tree import Leaf, Via

MAX_QUERY_LENGTH = 500
"""Characters: a question of some eighty words; more is pasted text."""
MAX_LIMIT = 100
DEFAULT_LIMIT = 20
MAX_OFFSET = 10_000


class Coverage(StrEnum):
    """How much of the query an entry answers."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Unlisted(StrEnum):
    """A kind of number that a description does not list all of: whoever has one is shown where to look."""

    CASE = "case"
    PROVISION = "provision"
    OTHER_LAW = "other_law"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search, already validated and capped.

    Attributes:
        query: As the person wrote it, at most `MAX_QUERY_LENGTH` characters.
        language: sv, fi, en, ar or latt.
        filters: By facet, the wanted values: OR inside a facet, AND across facets.
        limit: Hits to return, 1 to `MAX_LIMIT`.
        offset: Hits to skip, 0 to `MAX_OFFSET`.
        as_written: Take every word as it is written: nothing is corrected.
    """

    query: str = ""
    language: str = "sv"
    filters: dict[str, frozenset[str]] = field(default_factory=dict)
    limit: int = DEFAULT_LIMIT
    offset: int = 0
    as_written: bool = False

    def __post_init__(self) -> None:
        """Refuse what no caller may ask."""
        if unknown := self.filters.keys() - set(FACETS):
            message = f"unknown facets: {sorted(unknown)}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Hit:
    """A found entry, why it was found, and its passage's words with the found ones marked up."""

    entry: Entry
    score: float
    snippet: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, how many it would give if its own facet were open, and whether it is chosen."""

    value: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word that was understood as another: "du skrev …, vi visar …"."""

    written: str
    understood: str
    via: Via


@dataclass(frozen=True, slots=True)
class CorrectedWord:
    """A word taken for a misspelling, and what it was read as."""

    written: str
    corrected: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The query as it would be spelled, and the words that differ."""

    query: str
    words: tuple[CorrectedWord, ...]


@dataclass(frozen=True, slots=True)
class SignpostHit:
    """A signpost that the query touches.

    Attributes:
        authority: Whose visitors it speaks to.
        holder: Who usually has it: general knowledge.
        short: The same in a line; `spoken`: as one says it on the telephone.
        is_of_the_place: Whether the switchboard of the visitor's municipality reaches it.
        is_urgent: Whether somebody may be in danger.
        by_questions: Whether no word names it, and the whole question is like those that people put about it.
        holders: Who has it here: authority and id of entries of the same organisation, in the place's order. Empty
            where none of them says so.
    """

    authority: str
    id: str
    topic: str
    holder: str
    note: str
    holders: tuple[tuple[str, str], ...] = ()
    short: str = ""
    spoken: str = ""
    is_of_the_place: bool = False
    is_urgent: bool = False
    by_questions: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One need of a question that has several: its words as they were written, and what answers it."""

    query: str
    coverage: Coverage
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The whole answer to a `SearchRequest`.

    Attributes:
        total: Hits in all, filters applied.
        understood: The query's content words that some entry has, as they were written.
        unknown: Those that none has.
        without: By chosen facet, how many hits there would be with that facet's filters dropped.
        parts: Where the question has several needs, each by itself; `hits` are theirs in turn. Else none.
        unlisted: The kinds of number that were asked for, and that no entry has.
    """

    request: SearchRequest
    total: int
    understood: tuple[str, ...]
    unknown: tuple[str, ...]
    without: dict[str, int]
    coverage: Coverage
    correction: Correction | None
    expanded: tuple[Expansion, ...]
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    signposts: tuple[SignpostHit, ...]
    parts: tuple[Part, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
