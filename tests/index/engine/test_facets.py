"""Facets: OR inside one, AND across, each counted as if its own were open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from index.fields import FACETS
from index.result import SearchRequest, SearchResult
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.entries import Entry
    from data.model import Description
    from index.answer.search import Searcher

Filters = dict[str, frozenset[str]]

CASES: tuple[tuple[str, Filters], ...] = (
    ("", {}),
    ("", {"type": frozenset({"unit"})}),
    ("", {"type": frozenset({"unit", "section"})}),
    ("", {"type": frozenset({"record_type"}), "access": frozenset({"web"})}),
    ("", {"unit": frozenset({"digitaliseringsavdelningen", "personalavdelningen"}), "theme": frozenset({"personal"})}),
    ("", {"finding_aid": frozenset({"heroma", "public-360"}), "type": frozenset({"record_type"})}),
    ("protokoll", {}),
    ("personal", {"theme": frozenset({"personal"}), "unit": frozenset({"kommunstyrelsens-kontor"})}),
    ("arkiv", {"authority": frozenset({"norrkoping-ks"}), "type": frozenset({"finding_aid", "unit"})}),
    ("lön", {"type": frozenset({"guide"})}),
)


def values_of(entry: Entry, facet: str, description: Description) -> tuple[str, ...]:
    """A facet's values of an entry, told from the entry alone."""
    return {
        "unit": tuple(unit.id for unit in description.source.unit_and_above(entry.unit)),
        "type": (entry.type.value,),
        "finding_aid": entry.finding_aids,
        "access": (entry.access.value,),
        "theme": (entry.theme,) if entry.theme else (),
        "authority": (entry.authority,),
    }[facet]


def found(searcher: Searcher, query: str, filters: Filters) -> list[Entry]:
    return [hit.entry for hit in searcher.search(SearchRequest(query, filters=filters, limit=1000)).hits]


def counted(result: SearchResult, facet: str) -> dict[str, int]:
    return {value.value: value.count for value in result.facets[facet] if value.count}


@in_turn(("query", "filters"), CASES)
def test_a_result_holds_what_has_one_wanted_value_of_each_facet(
    searcher: Searcher, description: Description, query: str, filters: Filters
) -> None:
    expected = [
        entry.id
        for entry in found(searcher, query, {})
        if all(wanted & set(values_of(entry, facet, description)) for facet, wanted in filters.items())
    ]
    assert [entry.id for entry in found(searcher, query, filters)] == expected


@in_turn(("query", "filters"), CASES)
@in_turn("facet", FACETS)
def test_a_value_counts_as_if_its_own_facet_were_open(
    searcher: Searcher, description: Description, query: str, filters: Filters, facet: str
) -> None:
    others = {name: wanted for name, wanted in filters.items() if name != facet}
    expected = Counter(
        value for entry in found(searcher, query, others) for value in values_of(entry, facet, description)
    )
    assert counted(searcher.search(SearchRequest(query, filters=filters)), facet) == dict(expected)


@in_turn(("query", "filters"), CASES)
def test_the_counts_do_not_depend_on_the_page(searcher: Searcher, query: str, filters: Filters) -> None:
    first, second = (searcher.search(SearchRequest(query, filters=filters, limit=1, offset=at)) for at in (0, 5))
    assert first.facets == second.facets


@pytest.mark.parametrize("unit", ["kommunstyrelsen", "kommunstyrelsens-kontor", "digitaliseringsavdelningen"])
def test_choosing_a_department_finds_what_its_sub_units_answer_for(
    searcher: Searcher, description: Description, unit: str
) -> None:
    expected = {
        entry.id
        for entry in searcher.entries.values()
        if unit in tuple(unit.id for unit in description.source.unit_and_above(entry.unit))
    }
    assert {entry.id for entry in found(searcher, "", {"unit": frozenset({unit})})} == expected
    assert any(entry.unit != unit for entry in searcher.entries.values() if entry.id in expected)


def test_the_organisation_outside_the_authority_is_not_counted_with_it(searcher: Searcher) -> None:
    assert "lonecenter" not in {entry.id for entry in found(searcher, "", {"unit": frozenset({"kommunstyrelsen"})})}


def test_values_come_with_falling_counts(searcher: Searcher) -> None:
    counts = [value.count for value in searcher.search(SearchRequest("personal")).facets["unit"]]
    assert counts == sorted(counts, reverse=True)


def test_a_value_with_no_hits_is_left_out(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("heroma"))
    assert all(value.count for values in result.facets.values() for value in values)


def test_a_chosen_value_stays_even_without_hits(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("heroma", filters={"type": frozenset({"guide"})}))
    chosen = [(value.value, value.count) for value in result.facets["type"] if value.selected]
    assert chosen == [("guide", 0)]


def test_only_chosen_values_are_selected(searcher: Searcher) -> None:
    filters = {"type": frozenset({"unit", "section"}), "access": frozenset({"request"})}
    result = searcher.search(SearchRequest("", filters=filters))
    selected = {(facet, value.value) for facet, values in result.facets.items() for value in values if value.selected}
    assert selected == {("type", "unit"), ("type", "section"), ("access", "request")}


def test_with_two_authorities_the_unit_facet_is_not_shown(both: Searcher) -> None:
    assert both.search(SearchRequest()).facets["unit"] == ()


def test_within_one_of_two_authorities_the_unit_facet_is_shown(both: Searcher, small: Description) -> None:
    result = both.search(SearchRequest(filters={"authority": frozenset({small.id})}))
    assert {value.value for value in result.facets["unit"]} <= set(small.source.units)


def test_entries_of_two_authorities_may_share_an_id(
    both: Searcher, description: Description, small: Description
) -> None:
    shared = {id_ for authority, id_ in both.entries if authority == description.id} & {
        id_ for authority, id_ in both.entries if authority == small.id
    }
    assert shared
    result = both.search(SearchRequest(limit=1000))
    assert len({(hit.entry.authority, hit.entry.id) for hit in result.hits}) == result.total == len(both.entries)


def test_each_authority_counts_its_own_entries(both: Searcher) -> None:
    own = Counter(authority for (authority, _id), entry in both.entries.items() if entry.type != "guide")
    guides = len(both.entries) - own.total()  # with its questions, of each and there once
    expected = {authority: count + guides for authority, count in own.items()}
    assert counted(both.search(SearchRequest()), "authority") == expected
