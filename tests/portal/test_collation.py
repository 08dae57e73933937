"""Words are listed by the alphabet of the list's language, as CLDR has it (compared once with Unicode::Collate)."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from portal.languages import LANGUAGES
from portal.words.collation import collation_key
from tests.in_turn import in_turn
from tests.portal.pages.reading import read

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ORDERED = {
    "sv": [
        *(
            "§ 5",
            "1",
            "10",
            "9",
            "a",
            "A",
            "á",
            "a b",
            "a-b",
            "ab",
            "AB",
            "arkiv",
            "e-post",
            "epost",
            "kopia",
            "osl",
            "OSL",
        ),
        *("y", "ü", "z", "zebra", "å", "åb", "ä", "æ", "ändring", "ö", "ø", "överklaga"),
    ],
    "fi": ["asia", "vanha", "wau", "y", "ü", "yö", "ž", "å", "äiti", "äänestys", "öljy", "تاريخ"],
    "en": ["á", "å", "ä", "a b", "ab", "öl", "om", "østers", "ot", "z"],
    "ar": [
        "آب",
        "أرشيف",
        "إذن",
        "اسم",
        "بيان",
        "تأمين",
        "ةت",
        "ثم",
        "سرية",
        "وثيقة",
        "ولاية",
        "ياء",
        "ىب",
        "OSL",
        "zebra",
    ],
}
"""Lists that are in order already."""


@pytest.mark.parametrize("language", ORDERED)
def test_words_come_in_the_order_of_the_language(language: str) -> None:
    mixed = random.Random(1).sample(ORDERED[language], len(ORDERED[language]))  # noqa: S311  (an order, not a secret)
    assert sorted(mixed, key=lambda word: collation_key(word, language)) == ORDERED[language]


@pytest.mark.parametrize("language", sorted({language.html for language in LANGUAGES.values()}))
def test_every_language_has_an_order(language: str) -> None:
    assert collation_key("å", language)


@in_turn("word", ["", "\u0301", "x\u0301\u0302", "日本", "Ж", "😀", "²", "\ud800", "ß", "\u202e", "٣"])
@pytest.mark.parametrize("language", ORDERED)
def test_no_word_is_without_a_place(language: str, word: str) -> None:
    assert sorted([word, "a"], key=lambda each: collation_key(each, language))


@pytest.mark.parametrize("composed", ["å", "é", "أ"])
def test_a_letter_and_its_mark_apart_are_the_letter(composed: str) -> None:
    apart = {"å": "a\u030a", "é": "e\u0301", "أ": "ا\u0654"}[composed]
    assert collation_key(apart, "sv") == collation_key(composed, "sv")


@in_turn("prefix", ["", "/fi", "/en", "/ar", "/latt", "/kiosk/ar", "/telefon/fi"])
def test_the_list_of_words_is_in_the_order_of_its_page(client: FlaskClient, prefix: str) -> None:
    page = read(client.get(f"{prefix}/ordlista").get_data(as_text=True))
    language = page.all("html")[0].get("lang")
    terms = [node.text.partition(" (")[0] for node in page.all("dl", "wide")[0].all("dt")]
    assert len(terms) > 10
    assert all(collation_key(one, language) <= collation_key(next_one, language) for one, next_one in pairwise(terms))


def test_in_swedish_the_last_word_begins_with_the_last_letters(client: FlaskClient) -> None:
    page = read(client.get("/ordlista").get_data(as_text=True))
    assert [node.text for node in page.all("dl", "wide")[0].all("dt")][-1] == "Överklaga"
