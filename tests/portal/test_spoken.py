"""Numbers and addresses as they are said aloud on the telephone."""

from __future__ import annotations

import pytest

from portal.languages import LANGUAGES
from portal.words.spoken import spoken_email, spoken_number
from tests.in_turn import in_turn

SWEDISH = [code for code, language in LANGUAGES.items() if language.html == "sv"]
OTHERS = [code for code in LANGUAGES if code not in SWEDISH]

NUMBERS = {
    "011-15 00 00": "noll elva, femton, noll noll, noll noll",
    "011-150000": "noll elva, femton, noll noll, noll noll",
    "011–15 00 00": "noll elva, femton, noll noll, noll noll",
    "(011) 15 00 00": "noll elva, femton, noll noll, noll noll",
    "08-123 45 67": "noll åtta, ett tjugotre, fyrtiofem, sextiosju",
    "0771-11 22 33": "noll sju sjuttioett, elva, tjugotvå, trettiotre",
    "0155-10 20 90": "noll ett femtiofem, tio, tjugo, nittio",
    "112": "ett ett två",
    "1177": "elva sjuttiosju",
    "": "",
    "växeln": "",
}

DIGIT_BY_DIGIT = {
    "011-15 00 00": "noll ett ett, ett fem, noll noll, noll noll",
    "011-150000": "noll ett ett, ett fem, noll noll, noll noll",
    "112": "ett ett två",
    "1177": "ett ett sju sju",
    "": "",
}

ADDRESSES = {
    "arkiv@ort.se": "arkiv snabel-a ort punkt se",
    "kommunstyrelsenskansli@norrkoping.se": "kommunstyrelsenskansli snabel-a norrkoping punkt se",
    "anna.svensson@min-ort.se": "anna punkt svensson snabel-a min bindestreck ort punkt se",
    "e_post@ort.se": "e understreck post snabel-a ort punkt se",
    "": "",
}


@in_turn("number", NUMBERS)
@pytest.mark.parametrize("code", SWEDISH)
def test_swedes_hear_a_number_in_its_groups_two_digits_at_a_time(number: str, code: str) -> None:
    assert spoken_number(number, LANGUAGES[code]) == NUMBERS[number]


@in_turn("number", DIGIT_BY_DIGIT)
@pytest.mark.parametrize("code", OTHERS)
def test_in_other_languages_a_number_is_said_digit_by_digit(number: str, code: str) -> None:
    assert spoken_number(number, LANGUAGES[code]) == DIGIT_BY_DIGIT[number].replace(", ", LANGUAGES[code].comma)


def test_every_number_of_two_digits_has_words_of_its_own() -> None:
    said = {spoken_number(f"000-{number:02}", LANGUAGES["sv"]) for number in range(100)}
    assert len(said) == 100


@in_turn("address", ADDRESSES)
def test_an_address_is_spelled_out_sign_by_sign(address: str) -> None:
    assert spoken_email(address) == ADDRESSES[address]
