"""The judged table: what people ask, and what answers it. It is a floor, not a goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from index.result import Coverage, SearchRequest
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from index.search import Searcher

FILE = REPOSITORY / "tests" / "queries" / "dev.tsv"
NOT_HELD = frozenset({"-"})
FLOOR = 0.90
"""Share of the questions whose first hit answers them; misspellings have their own issue."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the table."""

    kind: str
    language: str
    query: str
    accepted: frozenset[str]


def _rows() -> list[Judged]:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    fields = [line.split("\t") for line in lines]
    return [Judged(kind, language, query, frozenset(ids.split(","))) for kind, language, query, ids in fields]


ROWS = _rows()
HELD = [row for row in ROWS if row.accepted != NOT_HELD and row.kind != "typo"]
OUTSIDE = [row for row in ROWS if row.accepted == NOT_HELD]


def answered(searcher: Searcher, row: Judged) -> bool:
    hits = searcher.search(SearchRequest(row.query, row.language)).hits
    if not hits:
        return False
    first = hits[0].entry
    return bool({first.id, first.unit, first.section, *first.finding_aids} & row.accepted)


def test_the_first_hit_answers_nearly_every_question(searcher: Searcher) -> None:
    missed = [row.query for row in HELD if not answered(searcher, row)]
    assert 1 - len(missed) / len(HELD) >= FLOOR, missed


@pytest.mark.parametrize("row", OUTSIDE, ids=lambda row: row.query)
def test_what_the_description_does_not_hold_is_not_fully_answered(searcher: Searcher, row: Judged) -> None:
    assert searcher.search(SearchRequest(row.query, row.language)).coverage is not Coverage.FULL


def test_every_accepted_id_is_an_entry(searcher: Searcher) -> None:
    ids = {id_ for _, id_ in searcher.entries}
    assert {id_ for row in HELD for id_ in row.accepted} <= ids
