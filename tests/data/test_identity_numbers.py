"""Personal identity numbers are found in every form, and other digits are left alone."""

from __future__ import annotations

import pytest

from data.identity_numbers import find_identity_number, holds_identity_number, identity_numbers

# Numbers that the Tax Agency gives as examples, with or without a right check digit.
POSITIVES = [
    ("19121212-1212", "century and hyphen"),
    ("191212121212", "century alone"),
    ("121212-1212", "hyphen"),
    ("1212121212", "digits alone"),
    ("121212+1212", "plus: a hundred years or more"),
    ("121212 1212", "space"),
    ("121212 - 1212", "spaced hyphen"),
    ("121212\u20131212", "en dash"),
    ("121212\u22121212", "minus sign"),
    ("121212\u00a01212", "no-break space"),
    ("121212-\n1212", "cut by a line break"),
    ("20121212-1212", "born in the 2000s"),
    ("18980101-0000", "born in the 1800s"),
    ("121212-1213", "wrong check digit"),
    ("000229-1234", "29 February of 2000"),
    ("20240229-1234", "29 February of a leap year"),
    ("701063-2391", "coordination number"),
    ("19701063-2391", "coordination number with century"),
    ("0710041237", "ten digits from 0 with a right check digit"),
    ("12 12 12 1212", "spaced date"),
    ("2012-12-12 1212", "hyphens in the date"),
    ("2012.12.12-1212", "full stops in the date"),
    ("701091-2391", "coordination number, the last day of a month"),
]

NEGATIVES = [
    ("KS 2019/0917", "case number"),
    ("KS2019/0917-12", "case number with a document"),
    ("2019/121212-1212", "after a slash: part of a case number"),
    ("121212-1212/2019", "before a slash: part of a case number"),
    ("011-15 00 00", "phone"),
    ("011-150000", "phone of six digits"),
    ("0046 11 15 00 00", "phone from abroad"),
    ("+46 11 15 00 00", "phone with a country code"),
    ("08-465 004 00", "phone in Stockholm"),
    ("070-174 06 05", "mobile phone"),
    ("0701740605", "mobile phone whose digits make a date, with a wrong check digit"),
    ("0761234567", "mobile phone without spaces: no month 61"),
    ("212000-0456", "organisation number: no 20th month"),
    ("556000-4615", "organisation number: no month 60"),
    ("978-91-7000-150-0", "ISBN"),
    ("9789170001500", "ISBN without hyphens"),
    ("121312-1212", "no 13th month"),
    ("120012-1212", "no month 0"),
    ("121232-1212", "no 32nd day"),
    ("121200-1212", "no day 0"),
    ("120230-1212", "no 30 February"),
    ("19000229-1234", "1900 was no leap year"),
    ("701060-2391", "no day 60 - 60"),
    ("701092-2391", "no day 92 - 60"),
    ("121212-121", "too few digits"),
    ("121212-12123", "too many digits"),
    ("5121212-1212", "digits before"),
    ("121212", "a date"),
    ("2012-12-12", "a date with hyphens"),
    ("2009:400", "statute"),
    ("39 kap 1-3 §§", "provision"),
    ("", "nothing"),
]


DISGUISED = [
    ("8001\u00ad01-1234", "soft hyphen"),
    ("800101\u200b-\u200b1234", "zero-width spaces"),
    ("80\u030201011234", "a mark on a digit"),
    ("\u0668\u0660\u0660\u0661\u0660\u0661-\u0661\u0662\u0663\u0664", "Arabic digits"),
    ("\uff18\uff10\uff10\uff11\uff10\uff11\uff0d\uff11\uff12\uff13\uff14", "full-width digits"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for text, name in DISGUISED])
def test_a_number_is_found_however_it_looks(text: str) -> None:
    assert holds_identity_number(text)


@pytest.mark.parametrize("number", [pytest.param(number, id=name) for number, name in POSITIVES])
def test_an_identity_number_is_found(number: str) -> None:
    assert find_identity_number(number) == number


@pytest.mark.parametrize("number", [pytest.param(number, id=name) for number, name in POSITIVES])
def test_an_identity_number_is_found_after_a_colon(number: str) -> None:
    assert find_identity_number(f"pnr:{number}:") == number


@pytest.mark.parametrize("number", [pytest.param(number, id=name) for number, name in POSITIVES])
def test_an_identity_number_is_found_inside_a_sentence(number: str) -> None:
    assert find_identity_number(f"Hej, jag heter Tolvan ({number}), hjälp mig.") == number


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for text, name in NEGATIVES])
def test_other_digits_are_left_alone(text: str) -> None:
    assert find_identity_number(text) is None


def test_every_number_is_found_with_its_place() -> None:
    text = "Först 121212-1212, sedan 212000-0456 och sist 701063-2391."
    assert [text[match.start() : match.end()] for match in identity_numbers(text)] == ["121212-1212", "701063-2391"]
