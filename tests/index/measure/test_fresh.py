"""Floors on the tables that nobody knew who wrote the rules and the words: docs/search-quality.md gives the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.measure.evaluate import PortalRanker, outcomes, scores
from tests.support import fresh_queries

if TYPE_CHECKING:
    from index.answer.search import Searcher

SUCCESS, RECIPROCAL_RANK, OUTSIDE = 0.80, 0.84, 0.97


@pytest.mark.long
def test_questions_that_nobody_here_had_seen_are_answered_too(searcher: Searcher) -> None:
    found = scores(outcomes(PortalRanker(searcher), fresh_queries(), list(searcher.entries.values())))
    assert found.queries >= 600
    assert found.success >= SUCCESS
    assert found.reciprocal_rank >= RECIPROCAL_RANK
    assert found.outside >= OUTSIDE
