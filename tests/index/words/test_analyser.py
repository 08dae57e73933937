"""Terms: made alike for entries and queries, so that they meet."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from index.terms import CLUE
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from index.words.analyser import Analyser


def meet(analyser: Analyser, held: str, asked: str, language: str = "sv") -> set[str]:
    """The terms by which a query's word finds an entry's."""
    return set(analyser.terms(held, language)) & set(analyser.forms(asked, language))


def test_a_word_has_terms_as_written_stemmed_and_folded(analyser: Analyser) -> None:
    assert analyser.forms("försäljningar", "sv") == ("w:försäljningar", "s:försäljning", "f:forsaljning")


def test_a_compound_has_terms_of_its_parts_the_head_apart(analyser: Analyser) -> None:
    found = analyser.terms("personalakter", "sv")
    assert {"w:personalakter", "h:akt", "p:personal"} <= set(found)
    assert {"h:personal", "p:akt"} & set(found) == set()


def test_terms_keep_the_order_of_the_text(analyser: Analyser) -> None:
    written = [term for term in analyser.terms("arkiv och diarium", "sv") if term.startswith("w:")]
    assert written == ["w:arkiv", "w:och", "w:diarium"]


def test_composed_and_decomposed_letters_give_the_same_terms(analyser: Analyser) -> None:
    text = "Förtroendevaldas närvaro på årsmötet"
    assert analyser.terms(unicodedata.normalize("NFD", text), "sv") == analyser.terms(text, "sv")


@in_turn(
    ("held", "asked", "language"),
    [
        ("Arkivet", "arkiv", "sv"),
        ("arkiv", "arkivet", "sv"),
        ("registret", "register", "sv"),
        ("ärendet", "ärenden", "sv"),
        ("diarium", "diariets", "sv"),
        ("äldre", "gamla", "sv"),
        ("näringsliv", "naringsliv", "sv"),
        ("e-post", "epost", "sv"),
        ("E\u2011POST", "epost", "sv"),
        ("employee's", "employees", "en"),
        ("minutes", "minute", "en"),
        ("palkka", "palkat", "fi"),
        ("vakuutus", "vakuutukset", "fi"),
        ("diaari", "diaarin", "fi"),
        ("الراتب", "راتب", "ar"),
        ("فواتير", "الفواتير", "ar"),
        ("أرشيف", "الارشيف", "ar"),
    ],
)
def test_an_entry_and_a_query_meet(analyser: Analyser, held: str, asked: str, language: str) -> None:
    assert meet(analyser, held, asked, language)


@pytest.mark.parametrize(
    ("held", "asked"), [("arkitekt", "arkiv"), ("lån", "arkiv"), ("protokoll", "personal"), ("bord", "ord")]
)
def test_different_words_do_not_meet(analyser: Analyser, held: str, asked: str) -> None:
    assert not meet(analyser, held, asked)


def test_only_swedish_words_are_taken_apart(analyser: Analyser) -> None:
    assert analyser.parts("personalakter", "sv")
    assert [analyser.parts("personalakter", language) for language in ("en", "fi", "ar")] == [(), (), ()]


@in_turn(
    ("one", "other"),
    [
        (["lokala", "ordningsföreskrifter"], ["lokal", "ordningsforeskrift"]),
        (["starta", "företag"], ["företag", "starta"]),
        (["starta", "företag"], ["starta", "foretag"]),
        (["allmänna", "handlingar"], ["handlingen", "allmän"]),
        (["diariet", "sök"], ["sök", "diarium"]),
    ],
)
def test_a_phrase_is_the_same_inflected_without_diacritics_and_in_any_order(
    analyser: Analyser, one: list[str], other: list[str]
) -> None:
    assert analyser.phrase(one, "sv") == analyser.phrase(other, "sv")


def test_a_phrase_is_no_other_phrase_with_the_words_parted_elsewhere(analyser: Analyser) -> None:
    assert analyser.phrase(["a", "bc"], "sv") != analyser.phrase(["ab", "c"], "sv")


@in_turn(
    ("text", "is_phrase"),
    [
        ("starta företag", True),
        ("hur startar man företag", True),
        ("lön", False),
        ("var finns lön", False),
        ("", False),
        ("lön faktura avtal protokoll diarium", False),
    ],
)
def test_two_to_four_content_words_make_a_phrase(analyser: Analyser, text: str, is_phrase: bool) -> None:  # noqa: FBT001
    assert bool(analyser.phrase_of(text, "sv")) is is_phrase


def test_of_an_everyday_phrase_all_words_are_needed(analyser: Analyser) -> None:
    whole, *clues = analyser.everyday_terms(["starta företag"], "sv")
    assert whole == analyser.phrase(["starta", "företag"], "sv")
    assert all(term.startswith(CLUE) for term in clues)  # which never answer


def test_an_everyday_word_counts_by_itself(analyser: Analyser) -> None:
    assert {"w:semester", "w:ledighet"} <= set(analyser.everyday_terms(["semester", "ledighet"], "sv"))


def test_an_everyday_text_without_a_telling_word_leads_nowhere(analyser: Analyser) -> None:
    assert analyser.everyday_terms(["mitt arbete"], "sv") == []


def test_a_name_is_found_by_its_words_and_as_a_whole(analyser: Analyser) -> None:
    found = analyser.name_terms("Public 360")
    assert {"w:public", "w:360", analyser.phrase(["360", "public"], "sv")} <= set(found)


def test_words_that_only_bind_a_name_together_are_not_its_terms(analyser: Analyser) -> None:
    found = analyser.name_terms("Ekonomi- och styrningsavdelningen")
    assert "w:och" not in found
    assert "w:ekonomi" in found


def test_a_word_of_many_bases_keeps_few(analyser: Analyser) -> None:
    assert max(len(analyser.bases(word)) for word in ("fångar", "banan", "damen", "var", "ledar", "planer")) <= 3
