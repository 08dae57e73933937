"""Signposts: who else usually holds what this authority does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.question.signpost_clues import SignpostClues, signpost_clues
from index.question.signpost_keys import signpost_keys, told_here
from index.question.signposts import MAX_SHOWN, Signposts
from index.question.understood import Word
from index.result import SearchRequest
from index.words.analysis import LANGUAGES, is_stopword
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.model import Description
    from index.answer.search import Searcher
    from index.words.analyser import Analyser


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("bygglov", "Bygglov"),
        ("bygglovet", "Bygglov"),
        ("var finns mitt bygglov?", "Bygglov"),
        ("betyg från gymnasiet", "etyg"),
        ("patientjournal", "ournal"),
        ("vigselbevis", "igsel"),
        ("detaljplan", "etaljplan"),
        ("deklaration", "deklaration"),
        ("bouppteckning", "ouppteckning"),
        ("adoption", "doption"),
        ("kyrkböcker", "yrk"),
        ("kyrkbocker", "yrk"),
        ("folkbokföring", "olkbokföring"),
    ],
)
def test_what_others_hold_is_signposted_first(searcher: Searcher, query: str, topic: str) -> None:
    assert topic in searcher.search(SearchRequest(query)).signposts[0].topic


@pytest.mark.parametrize("query", ["", "pizza", "var", "?", "heroma", "39 kap 2 §"])
def test_what_no_signpost_is_about_has_none(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).signposts == ()


@in_turn(
    ("query", "language"),
    [
        ("var kan jag läsa det jag har läst", "sv"),  # no English last will
        ("mina personuppgifter", "sv"),  # no personal assistance: a stem is no word
        ("kommunala bolag", "sv"),  # ”kommunal” says nothing
        ("arbetsbelastning", "sv"),
        ("arbetsmiljöpolicy", "sv"),
        ("ekonomisk plan", "sv"),
        ("bank som betalar ut lön", "sv"),  # held, as these words together
        ("personalakt", "sv"),  # the topic's word, and the name of what is held here
        ("customer service", "en"),  # no customs
        ("a gift for guests", "en"),  # no Swedish marriage
        ("social media", "en"),  # no social records without the records
        ("how long does it last", "en"),
        ("jos tulee sota", "fi"),  # no Swedish chimney sweep
    ],
)
def test_a_word_that_only_looks_like_one_of_a_signpost_leads_nowhere(
    searcher: Searcher, query: str, language: str
) -> None:
    assert searcher.search(SearchRequest(query, language)).signposts == ()


@in_turn(
    ("query", "language", "id_"),
    [
        ("passport", "sv", "pass"),  # as it is written, on a page of any language
        ("home care", "sv", "aldreomsorg"),
        ("bygglovet", "en", "bygglov"),
        ("bygglovsritning", "sv", "bygglov"),  # a modifier that is a word of its own
        ("skattedeklaration", "sv", "skatt"),
        ("registerutdrag", "sv", "belastningsregister"),
        ("EU-handlingar", "sv", "eu"),
        ("betyg", "sv", "grundskolebetyg"),
        ("protokoll från miljönämnden", "sv", "andra-namnder"),  # held, but not all of what is asked
        ("112", "ar", "akut-hjalp"),  # a number that somebody is called by
        ("ring ett ett två", "sv", "akut-hjalp"),
        ("yksi yksi kaksi", "fi", "akut-hjalp"),
        ("elva sjuttiosju", "sv", "nationella-nummer"),
        ("brev från kommunen", "sv", "brev-fran-kommunen"),
    ],
)
def test_a_word_of_a_signpost_leads_there(searcher: Searcher, query: str, language: str, id_: str) -> None:
    assert id_ in {found.id for found in searcher.search(SearchRequest(query, language)).signposts}


@in_turn("query", ["faktura 112", "protokoll § 112", "diarienummer 112/2020", "112/2020"])
def test_the_number_of_something_held_is_no_telephone_number(searcher: Searcher, query: str) -> None:
    assert "akut-hjalp" not in {found.id for found in searcher.search(SearchRequest(query)).signposts}


@in_turn(("query", "first"), [("trasig gatubelysning", "felanmalan"), ("hål i cykelbanan", "felanmalan")])
def test_what_is_broken_is_reported_before_it_is_a_street(searcher: Searcher, query: str, first: str) -> None:
    assert searcher.search(SearchRequest(query)).signposts[0].id == first


def test_hardly_anything_that_is_held_here_brings_a_signpost(searcher: Searcher, description: Description) -> None:
    texts = {
        (language, text)
        for guidance in description.guidance.values()
        for language, words in (("sv", guidance.aliases), *guidance.words.items())
        for text in words[::40]
    }
    brought = [
        (language, text) for language, text in sorted(texts) if searcher.search(SearchRequest(text, language)).signposts
    ]
    assert len(brought) <= len(texts) // 50, brought


def test_at_least_forty_topics_are_signposted(description: Description) -> None:
    assert len(description.signposts) >= 40


def test_every_signpost_is_found_by_its_topic(searcher: Searcher, description: Description) -> None:
    lost = {
        signpost.id
        for signpost in description.signposts.values()
        if signpost.id not in {found.id for found in searcher.search(SearchRequest(signpost.topic)).signposts}
    }
    assert lost == set()


def lost(searcher: Searcher, description: Description, every: int) -> set[tuple[str, str]]:
    """Signposts that one of their everyday words does not find; of each list of words, one of so many is asked."""
    return {
        (signpost.id, word)
        for signpost in description.signposts.values()
        for language, words in signpost.words.items()
        for word in words[::every]
        if not any(is_stopword(word, other) for other in LANGUAGES)
        and signpost.id not in {found.id for found in searcher.search(SearchRequest(word, language)).signposts}
    }


def test_every_signpost_is_found_by_everyday_words_of_each_language(
    searcher: Searcher, description: Description
) -> None:
    assert lost(searcher, description, 10) == set()


@pytest.mark.long
def test_every_signpost_is_found_by_its_everyday_words(searcher: Searcher, description: Description) -> None:
    assert lost(searcher, description, 1) == set()


def test_no_more_are_shown_than_a_reader_can_follow(searcher: Searcher, description: Description) -> None:
    topics = " ".join(signpost.topic for signpost in description.signposts.values())
    assert len(searcher.search(SearchRequest(topics)).signposts) == MAX_SHOWN


def test_filters_on_entries_leave_the_signposts(searcher: Searcher) -> None:
    filtered = searcher.search(SearchRequest("bygglov", filters={"type": frozenset({"unit"})}))
    assert filtered.signposts == searcher.search(SearchRequest("bygglov")).signposts


def test_what_a_description_tells_of_itself_is_not_only_others(description: Description, analyser: Analyser) -> None:
    source, keys = description.source, signpost_keys([description], analyser)
    first = next(iter(source.passages.values()))
    passages = source.passages | {first.id: replace(first, text="Ekonomienheten handlägger ekonomiskt bistånd.")}
    told = told_here([replace(description, source=replace(source, passages=passages))], keys, analyser)
    named = [Signposts([description], keys, SignpostClues(), analyser, told).one_name for told in (frozenset(), told)]
    assert [one_name(["ekonomiskt", "bistånd"]) for one_name in named] == [{0, 1}, set()]
    assert not told_here([description], keys, analyser) & told


@pytest.fixture(scope="module")
def of_two(description: Description, small: Description, analyser: Analyser) -> Signposts:
    """The signposts of two authorities, one of which has its own for books."""
    both = [description, small]
    return Signposts(both, signpost_keys(both, analyser), signpost_clues(both), analyser)


@pytest.mark.parametrize(
    ("word", "authority", "topics"),
    [
        ("bygglov", "norrkoping-ks", ["Bygglov och ritningar på hus"]),
        ("bygglov", "exempel-namnd", ["Bygglov och ritningar på hus"]),  # all have it alike
        ("bok", "exempel-namnd", ["Böcker"]),
        ("bok", "norrkoping-ks", ["Bibliotek och lån av böcker"]),
    ],
)
def test_an_authority_points_where_its_own_signposts_do(
    of_two: Signposts, word: str, authority: str, topics: list[str]
) -> None:
    found = of_two.find([Word(word, word)], "sv", [authority])
    assert [(signpost.topic, signpost.authority) for signpost in found] == [(topic, authority) for topic in topics]
