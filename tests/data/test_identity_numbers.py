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


@in_turn(
    ("text", "left"),
    [
        ("https://x.example/protokoll?utm_source=brev&utm_campaign=lediga-jobb", "https://x.example/protokoll"),
        ("protokoll utm_campaign=nyhet-240117-0930 från mars", "protokoll  från mars"),
        ("https://x.example/?id=3&fbclid=IwAR19800101-1234&sida=2", "https://x.example/?id=3&sida=2"),
        ("https%3A%2F%2Fx.example%2F%3Futm_term%3Dsommar%26id%3D3", "https%3A%2F%2Fx.example%2F%26id%3D3"),
        ("https://x.example/?campaign=sommar#a", "https://x.example/#a"),
        ("campaign=sommar är ingen länk", "campaign=sommar är ingen länk"),
        ("vad är utm_campaign?", "vad är utm_campaign?"),
    ],
)
def test_what_a_link_carries_to_count_its_visitors_is_no_part_of_a_question(text: str, left: str) -> None:
    assert without_numbers(text).text == left
    assert without_numbers(text, labelled=False).text == text  # a letter keeps what somebody wrote


@in_turn(
    ("text", "what"),
    [
        ("0701123457", (False, True)),  # may be a mobile telephone, and one born in 2007
        ("0701123450", (False, False)),  # with another check digit a telephone alone
        ("0731123454", (False, False)),  # no date
        ("född 0701123457", (True, False)),
        ("070112-3457", (True, False)),
        ("200701123457", (True, False)),
        ("mobil 0701123457", (False, True)),
    ],
)
def test_a_mobile_telephone_is_not_refused_and_what_may_be_a_person_is_not_searched(
    text: str, what: tuple[bool, bool]
) -> None:
    rest = without_numbers(text)
    assert (rest.refused, rest.left_out) == what
    assert any(map(str.isdigit, rest.text)) is not any(what)


def test_a_number_that_is_read_in_two_ways_is_left_out_once() -> None:
    assert without_numbers("min%20akt 19121212-1212 och 121212-121 tack%21").text == "min%20akt … och … tack%21"


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
