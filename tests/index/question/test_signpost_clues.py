"""Signposts by how people ask: what is told and not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.question.signpost_clues import HELD, LEAST_LEAD, SignpostClues, key_of, signpost_clues
from index.result import SearchRequest
from index.words.analysis import content_words

if TYPE_CHECKING:
    from data.model import Description
    from index.answer.search import Searcher

CAT, DOG = ("a", "katt"), ("a", "hund")
CLUES = SignpostClues(
    subjects=(CAT, DOG, HELD, HELD),
    having={
        key_of("rymt", "sv"): (0, 1),
        key_of("svans", "sv"): (0,),
        key_of("borta", "sv"): (0, 1, 2, 3),
        key_of("papper", "sv"): (2,),
        key_of("anmäla", "sv"): (0, 2),
        key_of("kom", "sv"): (1, 2),
        key_of("hem", "sv"): (1, 2),
    },
)


def test_the_rarer_words_say_which_it_is() -> None:
    assert CLUES.best(["rymt", "svans"], ["sv"], {CAT, DOG}) == CAT


def test_one_word_is_met_by_chance() -> None:
    assert CLUES.best(["svans"], ["sv"], {CAT, DOG}) is None
    assert CLUES.best(["svans", "svans"], ["sv"], {CAT, DOG}) is None


def test_what_is_held_takes_a_question_that_says_more_of_it() -> None:
    assert CLUES.best(["papper", "anmäla", "kom", "svans"], ["sv"], {CAT, DOG}) is None


def test_of_two_that_are_alike_neither_is_meant() -> None:
    assert LEAST_LEAD > 1
    assert CLUES.best(["kom", "hem"], ["sv"], {CAT, DOG}) is None


def test_words_that_only_others_have_count_against_it() -> None:
    """Three things are told, of which a signpost knows a little more than a third."""
    having: dict[str, tuple[int, ...]] = {f"sv:{word}": (place,) for place, word in enumerate("abcdefgh", 1)}
    wide = SignpostClues((CAT, *[HELD] * 9), having | {"sv:x": (0,), "sv:y": (0,)})
    assert wide.best(["x", "y"], ["sv"], {CAT}) == CAT
    assert wide.best(["x", "y", *"abcdefgh"], ["sv"], {CAT}) is None


def test_a_signpost_speaks_only_for_whom_is_asked() -> None:
    assert CLUES.best(["rymt", "svans"], ["sv"], {DOG}) is None


@pytest.mark.parametrize(
    ("language", "query", "signpost"),
    [
        ("sv", "jag har tappat alla foton från klassen, vem kan trycka nya", "skolfoto"),
        ("sv", "mäklaren vill fota huset uppifrån", "dronare"),
        ("en", "the thing hovers outside my bedroom window", "dronare"),
    ],
)
def test_who_names_nothing_is_understood_by_how_people_ask(
    searcher: Searcher, language: str, query: str, signpost: str
) -> None:
    result = searcher.search(SearchRequest(query, language))
    assert [each.id for each in result.signposts] == [signpost]


def test_what_people_ask_about_what_is_held_leads_nowhere(description: Description) -> None:
    clues = signpost_clues([description])
    everyone = set(clues.subjects) - {HELD}
    led = {
        (record.id, question): found
        for record in description.guidance.values()
        for question in record.asked.get("sv", ())
        if (found := clues.best(content_words(question), ["sv"], everyone))
    }
    assert led == {}
