"""Words: how a text is cut into them, and which forms of them are terms."""

from __future__ import annotations

import pytest

from index.words.analysis import (
    LANGUAGES,
    MAX_WORD_LENGTH,
    content_words,
    fold,
    hyphen_parts,
    normalise,
    stem,
    tokens,
)
from tests.in_turn import in_turn


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@in_turn(
    ("text", "normalised"),
    [
        ("Protokoll", "protokoll"),
        ("FÖRTROENDEVALDA", "förtroendevalda"),
        ("fo\u0308rtroendevalda", "förtroendevalda"),
        ("a\u030angstro\u0308m", "ångström"),
        ("ＨＥＲＯＭＡ", "heroma"),
        ("ﬁnans", "finans"),
        ("Straße", "strasse"),
        ("stads\u00adarkivet", "stadsarkivet"),
        ("stads\u200barkivet", "stadsarkivet"),
        ("stads\u2060arkivet", "stadsarkivet"),
        ("\ufeffdiarium", "diarium"),
        ("\u202ediarium\u202c", "diarium"),
        ("\u2067heroma\u2069", "heroma"),
        ("راتــــب", "راتب"),
        ("رَاتِب", "راتب"),
        ("a\x00b", "a b"),
        ("a\nb", "a b"),
        ("a\u2028b", "a b"),
        ("\ud800x", "x"),
        ("２４：８", "24:8"),
        ("٢٤:٨", "24:8"),
        ("۳۹", "39"),
        ("24\u00a0kap.\u00a08\u00a0§", "24 kap. 8 §"),
        ("e\u2011post", "e\u2010post"),
    ],
)
def test_what_looks_alike_is_alike_once_normalised(text: str, normalised: str) -> None:
    assert normalise(text) == normalised


@in_turn("text", ["Förtroendevalda", "fo\u0308r", "راتــــب", "Ⅷ", "ǅ", "İstanbul", "ﷺ", "½"])
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@in_turn(
    ("text", "found"),
    [
        ("", []),
        ("…?!", []),
        ("var finns protokoll?", ["var", "finns", "protokoll"]),
        ("e-post", ["epost"]),
        ("e\u2010post", ["epost"]),
        ("e\u2011post", ["epost"]),
        ("HR-avdelningen", ["hravdelningen"]),
        ("offentlighets- och sekretesslagen", ["offentlighets", "och", "sekretesslagen"]),
        ("data–system", ["data", "system"]),
        ("employee's", ["employees"]),
        ("employee’s", ["employees"]),
        ("'protokoll'", ["protokoll"]),
        ("under_streck", ["under", "streck"]),
        ("Public 360", ["public", "360"]),
        ("och/eller", ["och", "eller"]),
        ("fo\u0308rtroende", ["förtroende"]),
        ("stads\u00adarkivet", ["stadsarkivet"]),
        ("رَاتِب", ["راتب"]),
        ("a\u200db", ["ab"]),
        ("\u0308", []),
        ("\u200b", []),
        ("diarium\u202e", ["diarium"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", ["Var finns e-post?", "fo\u0308r alla", "stads\u00adarkivet, HR-avdelningen"])
def test_a_token_tells_where_it_stands_in_the_text(text: str) -> None:
    for token in tokens(text):
        assert words(text[token.start : token.end]) == [token.text]


def test_a_word_longer_than_any_real_one_is_cut() -> None:
    assert words("a" * 500) == ["a" * MAX_WORD_LENGTH]


@in_turn(
    ("text", "parts"),
    [
        ("HR-avdelningen", ("hr", "avdelningen")),
        ("e-post-logg", ("e", "post", "logg")),
        ("protokoll", ("protokoll",)),
        ("-", ()),
        ("IT\u2011drift", ("it", "drift")),
    ],
)
def test_a_hyphenated_word_has_parts(text: str, parts: tuple[str, ...]) -> None:
    assert hyphen_parts(text) == parts


@in_turn(
    ("language", "one", "other"),
    [
        ("sv", "protokollen", "protokoll"),
        ("sv", "handlingarna", "handling"),
        ("sv", "förteckningar", "förteckning"),
        ("sv", "fakturor", "faktura"),
        ("en", "applications", "application"),
        ("en", "minutes", "minute"),
        ("fi", "pöytäkirjat", "pöytäkirja"),
        ("ar", "الراتب", "راتب"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize(("one", "other"), [("protokoll", "personalakt"), ("arkiv", "arkitekt"), ("lön", "lån")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@in_turn(
    ("word", "folded"),
    [("näringsliv", "naringsliv"), ("åäö", "aao"), ("café", "cafe"), ("smørrebrød", "smorrebrod"), ("ıæß", "iaess")],
)
def test_a_folded_word_has_no_diacritics(word: str, folded: str) -> None:
    assert fold(word) == folded


@in_turn(
    "words_",
    [
        ("vakuutus", "vakuutukset", "vakuutuksen"),
        ("diaari", "diaarit", "diaarin"),
        ("arkisto", "arkistot"),
        ("sopimus", "sopimukset"),
        ("palkka", "palkat", "palkan"),
    ],
)
def test_finnish_gradation_does_not_part_a_word(words_: tuple[str, ...]) -> None:
    assert len({stem(word, "fi") for word in words_}) == 1


@in_turn(
    ("one", "other"),
    [("الفواتير", "فواتير"), ("الأرشيف", "أرشيف"), ("العقود", "عقود"), ("والرواتب", "رواتب"), ("السجل", "سجل")],
)
def test_an_arabic_word_is_the_same_with_and_without_its_article(one: str, other: str) -> None:
    assert stem(one, "ar") == stem(other, "ar")


@pytest.mark.parametrize(("word", "kept"), [("الكترون", "الكترون"), ("المانيا", "المانيا")])
def test_what_only_looks_like_an_arabic_article_stays(word: str, kept: str) -> None:
    assert stem(word, "ar") == stem("ال" + kept, "ar")


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("sv", "var hittar jag protokoll", ["protokoll"]),
        ("sv", "hur är det", []),
        ("en", "where can I find minutes", ["minutes"]),
        ("fi", "missä on arkisto", ["arkisto"]),
    ],
)
def test_words_that_only_carry_the_question_are_no_content(language: str, text: str, left: list[str]) -> None:
    assert content_words(text, language) == left


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_stemmer(language: str) -> None:
    assert stem("arkiv", language)
