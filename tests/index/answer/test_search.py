"""Searching the real description: what is answered, how much of it, and in which pages."""

from __future__ import annotations

import re

import pytest

from index.answer.search import Searcher
from index.result import MAX_LIMIT, MAX_QUERY_LENGTH, Coverage, SearchRequest, SearchResult
from tests.in_turn import in_turn

QUERIES = ("", "protokoll", "personal", "arkiv i kommunen", "39 kap 2 §", "lön eller rekrytering", "e-post")

HOSTILE = (
    "*",
    "proto*",
    "?",
    '"',
    '"protokoll',
    "(((",
    "a AND OR NOT",
    "name:protokoll",
    "[a TO b]",
    "~",
    "^2",
    "\\",
    "{}",
    "%",
    "'; DROP TABLE entries; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "\x00\x01\x1f",
    "\u202eprotokoll",
    "\ud800",
    "\U0010ffff",
    "😀" * 100,
    "-" * MAX_QUERY_LENGTH,
    "a" * MAX_QUERY_LENGTH,
    "ord " * (MAX_QUERY_LENGTH // 4),
    "ﷺ" * MAX_QUERY_LENGTH,
    "a-" * (MAX_QUERY_LENGTH // 2),
    "protokoll " * (MAX_QUERY_LENGTH // 10),
    "24:8 " * (MAX_QUERY_LENGTH // 5),
)


def ids(result: SearchResult) -> list[str]:
    return [hit.entry.id for hit in result.hits]


def everything(searcher: Searcher, query: str) -> SearchResult:
    return searcher.search(SearchRequest(query, limit=10 * MAX_LIMIT))


@in_turn(
    ("query", "answers"),
    [
        ("var hittar jag kommunstyrelsens protokoll?", {"protokoll", "public-360", "kommunstyrelsens-kansli"}),
        ("personalakter", {"personalakter", "anstalldas-personalakter"}),
        ("heroma", {"heroma"}),
        ("39 kap 2 §", {"osl-39-2"}),
        ("stadsarkivet", {"stadsarkivet"}),
    ],
)
def test_the_first_hit_answers(searcher: Searcher, query: str, answers: set[str]) -> None:
    result = searcher.search(SearchRequest(query))
    assert result.hits[0].entry.id in answers
    assert result.coverage is Coverage.FULL


@in_turn(
    "query",
    [
        "protokoll",
        "PROTOKOLL",
        "protokollen",
        "Protokoll?",
        "var finns protokoll",
        "fo\u0308rtroendevalda",
        "Public 360",
    ],
)
def test_coverage_is_full_where_one_entry_answers_every_word(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).coverage is Coverage.FULL


@pytest.mark.parametrize("query", ["protokoll zebra", "heroma raindance troman", "löner zebra 1956"])
def test_coverage_is_partial_where_some_word_is_left_unanswered(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).coverage is Coverage.PARTIAL


@pytest.mark.parametrize("query", ["pizza", "zebra giraff", "bygglov"])
def test_coverage_is_none_where_no_word_is_understood(searcher: Searcher, query: str) -> None:
    result = searcher.search(SearchRequest(query))
    assert (result.coverage, result.total) == (Coverage.NONE, 0)


@in_turn("query", ["", " ", "?!", "var finns det", "hur", "…", "\u200b"])
def test_a_query_without_content_words_browses_everything(searcher: Searcher, query: str) -> None:
    result = searcher.search(SearchRequest(query))
    assert (result.coverage, result.total) == (Coverage.NONE, len(searcher.entries))


@pytest.mark.parametrize("query", ["protokoll", "protokoll zebra", "zebra", ""])
@pytest.mark.parametrize("filters", [{"type": {"exchange"}}, {"theme": {"it"}}, {"unit": {"lonecenter"}}])
def test_filters_do_not_change_coverage(searcher: Searcher, query: str, filters: dict[str, set[str]]) -> None:
    chosen = {facet: frozenset(values) for facet, values in filters.items()}
    filtered = searcher.search(SearchRequest(query, filters=chosen))
    assert filtered.coverage is searcher.search(SearchRequest(query)).coverage


def test_a_word_that_stands_everywhere_is_content_where_it_stands_alone(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest("handlingar")).coverage is Coverage.FULL


def test_a_signpost_is_no_answering_entry(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("bygglov"))
    assert result.signposts
    assert result.coverage is Coverage.NONE


@in_turn("query", QUERIES)
@pytest.mark.parametrize("size", [1, 3, 20])
def test_pages_put_together_are_the_whole_without_repetition(searcher: Searcher, query: str, size: int) -> None:
    whole = everything(searcher, query)
    pages = [
        hit.entry.id
        for offset in range(0, whole.total + size, size)
        for hit in searcher.search(SearchRequest(query, limit=size, offset=offset)).hits
    ]
    assert pages == ids(whole)
    assert len(set(pages)) == whole.total


@in_turn("query", QUERIES)
def test_the_total_does_not_depend_on_the_page(searcher: Searcher, query: str) -> None:
    totals = {searcher.search(SearchRequest(query, limit=1, offset=offset)).total for offset in (0, 1, 10_000)}
    assert len(totals) == 1


def test_past_the_last_hit_there_are_none(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest("protokoll", offset=10_000)).hits == ()


@in_turn("query", QUERIES)
def test_hits_come_with_falling_scores(searcher: Searcher, query: str) -> None:
    result = everything(searcher, query)
    for hits in [part.hits for part in result.parts] or [result.hits]:
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)


@in_turn("query", QUERIES)
def test_the_same_question_has_the_same_answer(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)) == Searcher(searcher.folder).search(SearchRequest(query))


@in_turn("query", [query for query in QUERIES if query])
def test_every_hit_tells_which_leaves_found_it(searcher: Searcher, query: str) -> None:
    assert [hit.entry.id for hit in everything(searcher, query).hits if not hit.leaves] == []


@in_turn("query", HOSTILE, ids=map(str, range(len(HOSTILE))))
def test_hostile_input_is_answered(searcher: Searcher, query: str) -> None:
    result = searcher.search(SearchRequest(query))
    assert result.total >= len(result.hits)


@in_turn(
    ("query", "language"),
    [
        ("salary", "en"),
        ("palkka", "fi"),
        ("راتب", "ar"),
        ("رَاتِب", "ar"),
        ("راتــــب", "ar"),
        ("lön", "latt"),
        ("salary", "sv"),
    ],
)
def test_everyday_words_of_each_language_find_salary_records(searcher: Searcher, query: str, language: str) -> None:
    first = searcher.search(SearchRequest(query, language)).hits[0].entry
    assert {first.id, first.unit, *first.finding_aids} & {"heroma", "lonecenter"}


@in_turn(
    "query",
    ["NÄRINGSLIV", "naringsliv", "na\u0308ringsliv", "närings\u00adliv", "närings\u200bliv", "\u202enäringsliv"],
)
def test_a_word_is_found_however_it_is_encoded(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).hits[0].entry.id == (
        searcher.search(SearchRequest("näringsliv")).hits[0].entry.id
    )


@in_turn(
    ("query", "id_"),
    [
        ("ekonomistyrning@norrkoping.se", "ekonomi-och-styrningsavdelningen"),
        ("EKONOMISTYRNING@NORRKOPING.SE", "ekonomi-och-styrningsavdelningen"),
        ("24:8", "osl-24-8"),
        ("24 kap. 8 § OSL", "osl-24-8"),
        ("٢٤:٨", "osl-24-8"),
        ("kapitel 18 paragraf 3", "osl-18-3"),
    ],
)
def test_a_number_or_reference_is_found_whole(searcher: Searcher, query: str, id_: str) -> None:
    assert searcher.search(SearchRequest(query)).hits[0].entry.id == id_


@pytest.mark.parametrize("query", ["39 kap. 2 § brottsbalken", "kommunallagen 24 kap. 8 §"])
def test_a_reference_to_a_law_that_the_description_does_not_cite_is_not_fully_answered(
    searcher: Searcher, query: str
) -> None:
    assert searcher.search(SearchRequest(query)).coverage is not Coverage.FULL


def test_a_word_as_written_is_not_told_as_understood_otherwise(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest("protokoll")).expanded == ()


def test_a_word_that_was_understood_otherwise_is_told(searcher: Searcher) -> None:
    (expansion,) = searcher.search(SearchRequest("naringsliv")).expanded
    assert (expansion.written, expansion.via) == ("naringsliv", "folded")


@in_turn("query", QUERIES)
def test_a_snippet_is_the_descriptions_own_text_with_marks(searcher: Searcher, query: str) -> None:
    for hit in everything(searcher, query).hits:
        plain = re.sub(r"</?mark>|^… | …$", "", hit.snippet)
        assert plain in hit.entry.own_words.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#x27;")


def test_an_unknown_facet_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown facets"):
        SearchRequest(filters={"colour": frozenset({"teal"})})


def test_a_correction_changes_the_word_itself_and_no_other_that_begins_so(searcher: Searcher) -> None:
    correction = searcher.search(SearchRequest("protokoll protokol")).correction
    assert correction is not None
    assert correction.query == "protokoll protokoll"


def test_words_that_are_no_slips_leave_the_tries_to_those_that_are(searcher: Searcher) -> None:
    held_elsewhere = "bygglov detaljplan gymnasiebetyg folkbokföring vigsel vaccination"
    correction = searcher.search(SearchRequest(f"{held_elsewhere} dairium")).correction
    assert correction is not None
    assert [word.corrected for word in correction.words] == ["diarium"]
