"""Signposts: who else usually holds what this authority does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.question.signposts import MAX_SHOWN, Signposts, signpost_keys
from index.question.understood import Word
from index.result import SearchRequest
from index.words.analysis import LANGUAGES, is_stopword

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


def test_at_least_forty_topics_are_signposted(description: Description) -> None:
    assert len(description.signposts) >= 40


def test_every_signpost_is_found_by_its_topic(searcher: Searcher, description: Description) -> None:
    lost = {
        signpost.id
        for signpost in description.signposts.values()
        if signpost.id not in {found.id for found in searcher.search(SearchRequest(signpost.topic)).signposts}
    }
    assert lost == set()


def test_every_signpost_is_found_by_its_everyday_words(searcher: Searcher, description: Description) -> None:
    lost = {
        (signpost.id, word)
        for signpost in description.signposts.values()
        for language, words in signpost.words.items()
        for word in words
        if not any(is_stopword(word, other) for other in LANGUAGES)
        and signpost.id not in {found.id for found in searcher.search(SearchRequest(word, language)).signposts}
    }
    assert lost == set()


def test_no_more_are_shown_than_a_reader_can_follow(searcher: Searcher, description: Description) -> None:
    topics = " ".join(signpost.topic for signpost in description.signposts.values())
    assert len(searcher.search(SearchRequest(topics)).signposts) == MAX_SHOWN


def test_filters_on_entries_leave_the_signposts(searcher: Searcher) -> None:
    filtered = searcher.search(SearchRequest("bygglov", filters={"type": frozenset({"unit"})}))
    assert filtered.signposts == searcher.search(SearchRequest("bygglov")).signposts


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
    description: Description, small: Description, analyser: Analyser, word: str, authority: str, topics: list[str]
) -> None:
    signposts = Signposts([description, small], signpost_keys([description, small], analyser), analyser)
    found = signposts.find([Word(word, word)], "sv", [authority])
    assert [(signpost.topic, signpost.authority) for signpost in found] == [(topic, authority) for topic in topics]
