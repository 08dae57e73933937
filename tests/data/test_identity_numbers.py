"""Personal identity numbers are found in every form, and other digits are left alone."""

from __future__ import annotations

import cProfile
from typing import TYPE_CHECKING

from data.identity_numbers import (
    find_identity_number,
    holds_identity_number,
    identity_numbers,
    numbers_like_identities,
)
from data.left_out import PLACE, beside, without_numbers
from tests.identity_cases import LABELLED, ODD, OTHERS, SAID, UNFINISHED, WRITTEN
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBERS = WRITTEN | ODD


@in_turn("number", _NUMBERS.values(), ids=_NUMBERS)
def test_an_identity_number_is_found_as_it_stands(number: str) -> None:
    assert find_identity_number(number) == number


@in_turn("number", _NUMBERS.values(), ids=_NUMBERS)
def test_an_identity_number_is_found_inside_a_sentence(number: str) -> None:
    assert find_identity_number(f"Hej, jag heter Tolvan ({number}), hjälp mig.") == number


@in_turn("number", WRITTEN.values(), ids=WRITTEN)
def test_an_identity_number_is_found_after_a_colon(number: str) -> None:
    assert find_identity_number(f"akt:{number}:") == number


@in_turn("text", SAID.values(), ids=SAID)
def test_a_number_is_found_that_the_words_around_it_say_is_a_persons(text: str) -> None:
    assert holds_identity_number(text)


@in_turn("text", OTHERS.values(), ids=OTHERS)
def test_other_digits_are_left_alone(text: str) -> None:
    assert list(numbers_like_identities(text)) == []


@in_turn("text", LABELLED.values(), ids=LABELLED)
def test_what_is_labelled_as_something_else_is_no_identity_number(text: str) -> None:
    assert not holds_identity_number(text)


@in_turn("text", LABELLED.values(), ids=LABELLED)
def test_what_is_labelled_as_something_else_is_left_out(text: str) -> None:
    rest = without_numbers(text)
    assert (rest.refused, rest.left_out) == (False, True)
    assert not any(char.isdigit() for char in rest.text)


@in_turn("text", UNFINISHED.values(), ids=UNFINISHED)
def test_a_number_is_refused_whose_last_digit_can_be_worked_out(text: str) -> None:
    assert without_numbers(f"akt {text}") == (f"akt {PLACE}", True, False)


@in_turn("text", ["protokoll 2019-05-06", "041112345", "KS 2019/0917", "dnr 20240117-123", "+4611150000"])
def test_what_needs_not_be_left_out_stays(text: str) -> None:
    assert without_numbers(text) == (text, False, False)


def test_every_number_is_found_with_its_place() -> None:
    text = "Först 121212-1212, sedan 212000-0456 och sist 70\u030210632391."
    places = [text[number.start() : number.end()] for number in identity_numbers(text)]
    assert places == ["121212-1212", "70\u030210632391"]


def test_the_words_stay_and_tell_where_the_numbers_stood() -> None:
    rest = without_numbers("akten om\tAnna 19121212-1212, tack")
    assert rest.text == "akten om\tAnna …, tack"
    assert beside(rest.text) == "akten om Anna"


@in_turn("text", ["1", "1 ", "12 ", "121212 ", "121212-1212 ", "sista 1212 ", "+46 ", "faktura 8012011234 "])
def test_a_text_twice_as_long_is_read_in_twice_the_steps(text: str) -> None:
    once, twice = steps(lambda: without_numbers(text * 200)), steps(lambda: without_numbers(text * 400))
    assert twice < 3 * once


def steps(work: Callable[[], object]) -> int:
    """How many calls a piece of work takes: unlike its time, the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())
