"""Words stand in a text as whole words; names, in any form of them."""

from __future__ import annotations

import pytest

from data.quotes import contains, mentions
from data.wording import is_form_of, stands_inflected
from tests.in_turn import in_turn

TEXT = (
    "Arbetsutskottet och personalavdelningen arkiverar e-post enligt 39 kap. 1-3 §§, högst 10 000 sidor. "
    "SCB:s register, 50 mm. Kontakta kansliet (lönecenter), Barn- och utbildningsnämnden eller de sociala nämnderna."
)


@in_turn(
    "name",
    [
        "Arbetsutskott",
        "arbetsutskottet",
        "Arbetsutskottets",
        "Personalavdelning",
        "SCB",
        "Kansli",
        "Lönecenter",
        "(lönecenter)",
        "Barn- och utbildningsnämnden",
        "Social nämnd",
    ],
)
def test_a_name_stands_in_any_form(name: str) -> None:
    assert stands_inflected(TEXT.casefold(), name.casefold())


@in_turn(
    "name",
    [
        "Utskott",
        "Arbetsutskotten kansli",
        "Arkiv",
        "Personal",
        "Post",
        "Kontakt",
        "Barn och utbildningsnämnden",
        "register 50",
        "",
        ".",
    ],
)
def test_another_name_does_not(name: str) -> None:
    assert not stands_inflected(TEXT.casefold(), name.casefold())


@pytest.mark.parametrize(
    "quote", ["och personalavdelningen arkiverar", "1-3 §§, högst 10 000 sidor.", "SCB:s register"]
)
def test_a_quote_of_whole_words_stands_in_the_text(quote: str) -> None:
    assert contains(TEXT, quote)


@in_turn(
    "quote",
    [
        "personalavdelning",
        "avdelningen arkiverar",
        "enligt 39 kap. 1",
        "högst 10",
        "000 sidor",
        "post enligt",
        ".",
        "e",
    ],
)
def test_a_quote_that_parts_a_word_or_a_number_does_not(quote: str) -> None:
    assert not contains(TEXT, quote)


@pytest.mark.parametrize("words", ["ARKIVERAR E-POST", "10 000 sidor"])
def test_words_are_mentioned_whatever_their_case(words: str) -> None:
    assert mentions(TEXT, words)


@pytest.mark.parametrize(("one", "other"), [("ks", "ksa"), ("5", "50"), ("bygg", "byggnad")])
def test_what_only_begins_alike_is_another_word(one: str, other: str) -> None:
    assert not is_form_of(one, other)
