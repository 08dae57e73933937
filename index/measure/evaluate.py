"""Measures the search on judged queries: is the first answer right, and is what is not held told so?

A judged table has four columns parted by tabs: kind, language, query, and the ids that answer (a hit's own id,
the guide that it is a question of, its unit, its section, or one of its finding aids; ``-``: the description does not
hold it).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Protocol

from data.entries import Entry
from data.kinds import EntryType
from index.result import Coverage, SearchRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from index.answer.search import Searcher

DEPTH = 10
"""Hits looked at: what fits a page."""
OUTSIDE = "-"


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged query; `accepted` is empty where the description does not hold what is asked for."""

    kind: str
    language: str
    query: str
    accepted: frozenset[str]

    @property
    def is_outside(self) -> bool:
        """Whether the right answer is that it is not held."""
        return not self.accepted

    def answers(self, entry: Entry) -> bool:
        """Whether an entry is a right answer."""
        return bool(self.accepted & {entry.id, entry.part_of, entry.unit, entry.section, *entry.finding_aids})


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a ranker answered: entries, the best first, and whether it claims to answer the whole question."""

    entries: tuple[Entry, ...]
    claims_all: bool


class Ranker(Protocol):
    """Anything that ranks entries for a query."""

    def rank(self, query: str, language: str) -> Ranking:
        """The ten best entries."""
        ...


class PortalRanker:
    """The portal's own search, as a ranker."""

    def __init__(self, searcher: Searcher) -> None:
        """Search with an opened generation."""
        self._searcher = searcher

    def rank(self, query: str, language: str) -> Ranking:
        """The ten best entries, and whether coverage is full."""
        result = self._searcher.search(SearchRequest(query, language, limit=DEPTH))
        return Ranking(tuple(hit.entry for hit in result.hits), result.coverage is Coverage.FULL)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One query's result: `place` is the first right hit, counted from 1, or 0 where there is none."""

    judged: Judged
    place: int
    ndcg: float
    claims_all: bool
    first: str

    @property
    def is_right(self) -> bool:
        """Whether the first answer is right; for what is not held, that no whole answer is claimed."""
        return not self.claims_all if self.judged.is_outside else self.place == 1


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over a set of outcomes, each from 0 to 1.

    Attributes:
        success: Share of held queries whose first hit is right.
        reciprocal_rank: Mean of 1/place (MRR) over held queries.
        ndcg: Mean nDCG@10 over held queries, each right entry worth the same.
        outside: Share of queries for what is not held that are not answered as if it were.
        full: Share of held queries that are said to be answered whole.
    """

    queries: int
    success: float
    reciprocal_rank: float
    ndcg: float
    outside: float
    full: float


def read_table(path: Path) -> list[Judged]:
    """Read a judged table.

    Raises:
        ValueError: A row has not four columns.
    """
    rows: list[Judged] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != len(("kind", "language", "query", "accepted")):
            message = f"{path.name}:{number}: raden ska ha fyra kolumner åtskilda av tabb"
            raise ValueError(message)
        accepted = frozenset(columns[3].split(",")) - {OUTSIDE}
        rows.append(Judged(columns[0], columns[1], columns[2], accepted))
    return rows


def outcomes(ranker: Ranker, judged: Iterable[Judged], entries: Sequence[Entry]) -> list[Outcome]:
    """Ask a ranker every judged query.

    Args:
        ranker: What to ask.
        judged: The queries.
        entries: All entries, to know how many right ones there are.
    """
    return [_outcome(ranker.rank(question.query, question.language), question, entries) for question in judged]


def _outcome(ranking: Ranking, judged: Judged, entries: Sequence[Entry]) -> Outcome:
    right = _right(judged, ranking.entries[:DEPTH])
    place = right.index(True) + 1 if True in right else 0
    possible = min(DEPTH, sum(_right(judged, entries)))
    ideal = sum(1 / math.log2(rank + 2) for rank in range(possible))
    gained = sum(1 / math.log2(rank + 2) for rank, is_right in enumerate(right) if is_right)
    first = ranking.entries[0].id if ranking.entries else ""
    return Outcome(judged, place, gained / ideal if ideal else 0.0, ranking.claims_all, first)


def _right(judged: Judged, entries: Iterable[Entry]) -> list[bool]:
    """Which entries are right answers; where a guide is one, it and its questions are one answer, and count once."""
    right: list[bool] = []
    counted: set[str] = set()
    for entry in entries:
        guide = {entry.id, entry.part_of} & judged.accepted if entry.type is EntryType.GUIDE else set()
        right.append(judged.answers(entry) and not guide & counted)
        counted |= guide
    return right


def scores(measured: Sequence[Outcome]) -> Scores:
    """Sum up outcomes; a share of nothing is 1."""
    held = [outcome for outcome in measured if not outcome.judged.is_outside]
    outside = [outcome for outcome in measured if outcome.judged.is_outside]

    def mean(values: list[float]) -> float:
        return fmean(values) if values else 1.0

    return Scores(
        queries=len(measured),
        success=mean([float(outcome.place == 1) for outcome in held]),
        reciprocal_rank=mean([1 / outcome.place if outcome.place else 0.0 for outcome in held]),
        ndcg=mean([outcome.ndcg for outcome in held]),
        outside=mean([float(not outcome.claims_all) for outcome in outside]),
        full=mean([float(outcome.claims_all) for outcome in held]),
    )


def by_kind(measured: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Outcomes grouped by kind, in the order of the tables."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in measured:
        groups.setdefault(outcome.judged.kind, []).append(outcome)
    return groups
