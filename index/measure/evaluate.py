"""Measures the search on judged queries: is the first answer right, and is what is not held told so?

A judged table has four columns parted by tabs: kind, language, query, and the ids that answer (a hit's own id,
the guide that it is a question of, its unit, its section, or one of its finding aids; ``-``: the description does not
hold it). A fifth may say which signposts are right: ids of concepts parted by commas, ``-`` for none. Where it is left
out or empty, nobody has said.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Protocol

from data.entries import Entry
from data.kinds import EntryType
from index.measure.intervals import Interval, of_mean, of_share
from index.result import Coverage, SearchRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from index.answer.search import Searcher

DEPTH = 10
"""Hits looked at: what fits a page."""
OUTSIDE = "-"
_COLUMNS = (4, 5)


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged query.

    Attributes:
        accepted: What answers it; empty where the description does not hold what is asked for.
        signposts: The signposts that are right to show; None where nobody has said which are.
    """

    kind: str
    language: str
    query: str
    accepted: frozenset[str]
    signposts: frozenset[str] | None = None

    @property
    def is_outside(self) -> bool:
        """Whether the right answer is that it is not held."""
        return not self.accepted

    def answers(self, entry: Entry) -> bool:
        """Whether an entry is a right answer."""
        return bool(self.accepted & {entry.id, entry.part_of, entry.unit, entry.section, *entry.finding_aids})


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a ranker answered: entries, the best first, whether they are said to be the whole answer, and signposts."""

    entries: tuple[Entry, ...]
    claims_all: bool
    signposts: tuple[str, ...] = ()


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
        """The ten best entries, whether coverage is full, and the signposts that are shown."""
        result = self._searcher.search(SearchRequest(query, language, limit=DEPTH))
        shown = tuple(signpost.id for signpost in result.signposts)
        return Ranking(tuple(hit.entry for hit in result.hits), result.coverage is Coverage.FULL, shown)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One query's result: `place` is the first right hit, counted from 1, or 0 where there is none."""

    judged: Judged
    place: int
    ndcg: float
    claims_all: bool
    first: str
    signposts: tuple[str, ...] = ()

    @property
    def reciprocal_rank(self) -> float:
        """1/place, and 0 where no hit is right."""
        return 1 / self.place if self.place else 0.0

    @property
    def is_signpost_judged(self) -> bool:
        """Whether it can be told if a signpost is false: someone has said which are right, or the thing is held."""
        return self.judged.signposts is not None or not self.judged.is_outside

    @property
    def false_signposts(self) -> tuple[str, ...]:
        """The shown signposts that lead away from the answer, as far as the table can tell.

        Where it says which are right, all others. Else every one beside an answer that is right and whole: who has
        got that is sent nowhere else. What else is shown cannot be told from what is right, and counts as right.
        """
        if self.judged.signposts is not None:
            return tuple(id_ for id_ in self.signposts if id_ not in self.judged.signposts)
        return self.signposts if self.place == 1 and self.claims_all else ()

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
        false_signposts: Share of queries with a false signpost, of those where that can be told; of none, 0.
    """

    queries: int
    success: float
    reciprocal_rank: float
    ndcg: float
    outside: float
    full: float
    false_signposts: float = 0.0


@dataclass(frozen=True, slots=True)
class Intervals:
    """Where the figures of the same names in `Scores` may well lie; None where there is nothing to tell it by."""

    success: Interval | None
    reciprocal_rank: Interval | None
    outside: Interval | None
    full: Interval | None


def read_table(path: Path) -> list[Judged]:
    """Read a judged table.

    Raises:
        ValueError: A row has neither four columns nor five.
    """
    rows: list[Judged] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) not in _COLUMNS:
            message = f"{path.name}:{number}: raden ska ha fyra kolumner åtskilda av tabb, eller fem"
            raise ValueError(message)
        signposts = _ids(columns[4]) if any(map(str.strip, columns[4:])) else None
        rows.append(Judged(columns[0], columns[1], columns[2], _ids(columns[3]), signposts))
    return rows


def _ids(column: str) -> frozenset[str]:
    return frozenset(id_.strip() for id_ in column.split(",")) - {OUTSIDE}


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
    return Outcome(judged, place, gained / ideal if ideal else 0.0, ranking.claims_all, first, ranking.signposts)


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
    held, outside = _apart(measured)
    judged = [outcome for outcome in measured if outcome.is_signpost_judged]

    def mean(values: list[float]) -> float:
        return fmean(values) if values else 1.0

    return Scores(
        queries=len(measured),
        success=mean([float(outcome.place == 1) for outcome in held]),
        reciprocal_rank=mean([outcome.reciprocal_rank for outcome in held]),
        ndcg=mean([outcome.ndcg for outcome in held]),
        outside=mean([float(not outcome.claims_all) for outcome in outside]),
        full=mean([float(outcome.claims_all) for outcome in held]),
        false_signposts=mean([float(bool(outcome.false_signposts)) for outcome in judged]) if judged else 0.0,
    )


def confidence(measured: Sequence[Outcome]) -> Intervals:
    """How sure the figures over outcomes are, as far as chance decides which questions a table holds."""
    held, outside = _apart(measured)

    def share(of: list[Outcome], answers: Callable[[Outcome], bool]) -> Interval | None:
        return of_share(sum(map(answers, of)), len(of)) if of else None

    return Intervals(
        success=share(held, lambda outcome: outcome.place == 1),
        reciprocal_rank=of_mean([outcome.reciprocal_rank for outcome in held]) if held else None,
        outside=share(outside, lambda outcome: not outcome.claims_all),
        full=share(held, lambda outcome: outcome.claims_all),
    )


def _apart(measured: Sequence[Outcome]) -> tuple[list[Outcome], list[Outcome]]:
    """What is held, and what is not."""
    held = [outcome for outcome in measured if not outcome.judged.is_outside]
    return held, [outcome for outcome in measured if outcome.judged.is_outside]


def by_kind(measured: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Outcomes grouped by kind, in the order of the tables."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in measured:
        groups.setdefault(outcome.judged.kind, []).append(outcome)
    return groups
