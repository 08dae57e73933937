"""Coverage: full where one entry answers everything, and never where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.result import Coverage, SearchRequest
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from index.answer.search import Searcher

FULL = (
    "protokoll",
    "PROTOKOLLEN",
    "var finns kommunstyrelsens protokoll?",
    "dairium",
    "personalakter",
    "naringsliv",
    "lönelista",
    "fakturaregister",
    "reach mee",
    "39 kap 2 §",
    "24:8",
    "ekonomistyrning@norrkoping.se",
    "handlingar",
    "kommunens handlingar",
    "starta företag",
    "upphandlingar",
)
PARTIAL = (
    "protokoll zebra",
    "heroma raindance troman",
    "protokoll från giraffkommittén",
    "fakturor för trumpeter",
    "zebraprotokoll",
)
NONE = ("", "pizza", "zebra giraff", "bygglov", "skolbetyg", "var finns det", "?")
FILTERS = {
    "a type": {"type": frozenset({"exchange"})},
    "a theme": {"theme": frozenset({"it"})},
    "a unit": {"unit": frozenset({"lonecenter"})},
    "two facets": {"unit": frozenset({"lonecenter"}), "type": frozenset({"guide"})},
    "nothing there": {"finding_aid": frozenset({"finns-inte"})},
}


@in_turn("query", FULL)
def test_what_one_entry_answers_whole_is_full(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).coverage is Coverage.FULL


@pytest.mark.parametrize("query", PARTIAL)
def test_what_is_answered_in_part_is_partial(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).coverage is Coverage.PARTIAL


@in_turn("query", NONE)
def test_what_is_not_understood_is_none(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).coverage is Coverage.NONE


@pytest.mark.parametrize("query", ["heroma raindance troman", "protokoll zebra"])
def test_words_that_no_single_entry_has_together_are_told_apart(searcher: Searcher, query: str) -> None:
    result = searcher.search(SearchRequest(query))
    assert sorted((*result.understood, *result.unknown)) == sorted(query.split())


@in_turn("query", ["protokoll", "protokoll zebra", "zebra", "", "dairium", "lönelista", "bygglov"])
@in_turn("filters", FILTERS.values(), ids=FILTERS)
def test_filters_do_not_change_coverage(searcher: Searcher, query: str, filters: dict[str, frozenset[str]]) -> None:
    filtered = searcher.search(SearchRequest(query, filters=filters))
    assert filtered.coverage is searcher.search(SearchRequest(query)).coverage


@pytest.mark.parametrize("query", ["bygglov", "vigselbevis", "folkbokföring", "hundregister"])
def test_a_signpost_is_no_answering_entry(searcher: Searcher, query: str) -> None:
    result = searcher.search(SearchRequest(query))
    assert result.signposts
    assert result.coverage is not Coverage.FULL


def test_a_weak_word_beside_others_need_not_be_answered(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest("handlingar om heroma")).coverage is Coverage.FULL


def test_a_hit_answers_nearly_as_many_words_as_the_best(searcher: Searcher) -> None:
    both = searcher.search(SearchRequest("protokoll personalutskottet"))
    one = searcher.search(SearchRequest("protokoll"))
    assert 0 < both.total < one.total
