"""Spelling: slips are forgiven, and what is meant is never turned into what is held."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from rapidfuzz.distance import OSA

from index.question.spelling import Speller, Words, by_sound, sound
from index.question.vocabulary import load
from index.result import CorrectedWord, Coverage, SearchRequest
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from index.answer.search import Searcher
    from index.words.analyser import Analyser

SLIPS = {
    "dairium": "diarium",
    "diarum": "diarium",
    "diariumm": "diarium",
    "protokol": "protokoll",
    "protokål": "protokoll",
    "rekrytring": "rekrytering",
    "rekrytiering": "rekrytering",
    "sekritess": "sekretess",
    "sekretes": "sekretess",
    "personallakter": "personalakter",
    "personalakterr": "personalakter",
    "kommunstyrellsen": "kommunstyrelsen",
    "faktuor": "fakturor",
    "upphanling": "upphandling",
    "statestik": "statistik",
    "registartor": "registrator",
    "budjet": "budget",
    "heromma": "heroma",
    "telefonkatalagen": "telefonkatalogen",
    "arkivförtekning": "arkivförteckning",
    "inkaso": "inkasso",
    "arkif": "arkiv",
    "kontaksenter": "kontaktcenter",
    "bygglåv": "bygglov",
    "bouptekning": "bouppteckning",
}

NO_SLIPS = (
    # Real Swedish words a letter or two from held ones.
    *("arvet", "lån", "rön", "bön", "protest", "arkitekt", "personlig", "sekt", "visa", "visum", "statist", "regn"),
    *("aktör", "mandat", "kontrast", "budskap", "skepp", "hals", "raster", "bord", "avtala", "bud", "hund", "fakta"),
    # Words of another world.
    *("pizza", "zebra", "giraff", "blockchain", "quidditch", "spotify", "bitcoin", "kalkon", "lotteri", "trumpet"),
    # Short words and numbers.
    *("ö", "ab", "öl", "xyz", "lnö", "1956", "ks2019", "36o", "12345678"),
)


def speller_of(words: dict[str, list[str]], analyser: Analyser) -> Speller:
    return Speller(words, {language: by_sound(found) for language, found in words.items()}, analyser.lexicon)


def corrected(searcher: Searcher, query: str, language: str = "sv") -> dict[str, str]:
    found = searcher.search(SearchRequest(query, language)).correction
    return {word.written: word.corrected for word in found.words} if found else {}


@in_turn(("slip", "meant"), SLIPS.items())
def test_a_slip_is_forgiven(searcher: Searcher, slip: str, meant: str) -> None:
    assert corrected(searcher, slip) == {slip: meant}


@in_turn("word", NO_SLIPS)
def test_what_is_no_slip_is_left_alone(searcher: Searcher, word: str) -> None:
    assert corrected(searcher, word) == {}


@pytest.mark.parametrize(("slip", "id_"), [("stadarkivet", "stadsarkivet"), ("naringsliv", "")])
def test_a_slip_that_needs_no_correction_is_answered_without(searcher: Searcher, slip: str, id_: str) -> None:
    result = searcher.search(SearchRequest(slip))
    assert (result.correction, result.coverage) == (None, Coverage.FULL)
    assert not id_ or result.hits[0].entry.id == id_


@pytest.mark.parametrize("language", ["sv", "en", "fi", "ar"])
def test_a_word_of_the_vocabulary_is_never_a_slip(searcher: Searcher, language: str, analyser: Analyser) -> None:
    held = {word for entry in searcher.entries.values() for word in entry.words.get(language, ()) if " " not in word}
    speller = speller_of({language: sorted(held)}, analyser)
    assert [word for word in held if speller.correct(word, language)] == []


@in_turn("slip", [slip for slip in SLIPS if slip not in {"bygglåv", "bouptekning"}])
def test_a_corrected_query_is_answered_as_the_right_one_is(searcher: Searcher, slip: str) -> None:
    result = searcher.search(SearchRequest(slip))
    right = searcher.search(SearchRequest(SLIPS[slip]))
    assert [hit.entry.id for hit in result.hits] == [hit.entry.id for hit in right.hits]
    assert result.coverage is right.coverage


@pytest.mark.parametrize("slip", ["bygglåv", "bouptekning"])
def test_a_misspelled_word_for_what_others_hold_leads_to_the_signpost(searcher: Searcher, slip: str) -> None:
    result = searcher.search(SearchRequest(slip))
    assert result.signposts == searcher.search(SearchRequest(SLIPS[slip])).signposts
    assert result.coverage is Coverage.NONE


def test_a_correction_is_told_with_the_query_as_it_would_be_spelled(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("Var finns dairium och protokol?"))
    assert result.correction
    assert result.correction.query == "var finns diarium och protokoll?"
    assert result.correction.words == (CorrectedWord("dairium", "diarium"), CorrectedWord("protokol", "protokoll"))


def test_a_correction_shows_where_a_number_was_left_out_as_the_question_does(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("Dairium dnr …, tack"))
    assert result.correction
    assert result.correction.query == "diarium dnr …, tack"


@in_turn("slip", SLIPS)
def test_a_corrected_word_is_told_as_such(searcher: Searcher, slip: str) -> None:
    expanded = searcher.search(SearchRequest(slip)).expanded
    assert [(each.written, each.understood, each.via) for each in expanded] == [(slip, SLIPS[slip], "corrected")]


@in_turn("query", ["protokoll", "var finns diariet", "zebra", "", "39 kap 2 §"])
def test_what_was_not_corrected_has_no_correction(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).correction is None


@pytest.mark.parametrize("slip", ["dairium", "protokol", "bygglåv"])
def test_words_taken_as_written_are_not_corrected(searcher: Searcher, slip: str) -> None:
    result = searcher.search(SearchRequest(slip, as_written=True))
    assert (result.correction, result.unknown) == (None, (slip,))


@pytest.mark.parametrize(
    ("language", "slip", "meant"),
    [("en", "salery", "salary"), ("en", "invoce", "invoice"), ("en", "recruitmnt", "recruitment")],
)
def test_in_other_languages_one_slip_is_forgiven_in_longer_words(
    searcher: Searcher, language: str, slip: str, meant: str
) -> None:
    assert corrected(searcher, slip, language) == {slip: meant}


@pytest.mark.parametrize("word", ["salre", "xqzzy", "invcoexx"])
def test_in_other_languages_two_slips_or_short_words_are_not(searcher: Searcher, word: str) -> None:
    assert corrected(searcher, word, "en") == {}


@in_turn(
    ("one", "other"),
    [("sekretess", "säkretess"), ("skjuts", "sjuts"), ("protokoll", "protocoll"), ("gjord", "jord"), ("foto", "photo")],
)
def test_spellings_that_are_mixed_up_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_a_wrong_first_letter_costs_more_than_another(analyser: Analyser) -> None:
    speller = speller_of({"sv": ["arkivxa"]}, analyser)
    assert (speller.correct("arkivxo", "sv"), speller.correct("erkivxa", "sv")) == ("arkivxa", None)


@pytest.mark.parametrize("slips", [1, 2, 3])
def test_the_sieve_lets_every_near_word_by(searcher: Searcher, slips: int) -> None:
    words = load(searcher.folder).words["sv"]
    sieve = Words(words)
    chance = random.Random(slips)  # noqa: S311  (words to ask for)
    for word in chance.sample(words, 60):
        asked = "".join(chance.choice((letter, letter, letter, letter * 2, "", "å")) for letter in word)[:40] or "a"
        found = set(sieve.near(asked, slips))
        assert {other for other in words if OSA.distance(asked, other) <= slips} <= found
        assert len(found) < len(words)


@pytest.mark.parametrize("word", ["a" * 41, "å" * 500, "", "a1b2c3d4"])
def test_endless_words_and_numbers_are_not_compared(analyser: Analyser, word: str) -> None:
    assert speller_of({"sv": ["a" * 40, word + "x"]}, analyser).correct(word, "sv") is None


def test_a_language_without_words_corrects_nothing(analyser: Analyser) -> None:
    assert speller_of({}, analyser).correct("protokol", "fi") is None
