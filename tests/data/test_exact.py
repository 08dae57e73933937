"""Numbers and addresses are compared whole: the end of one, or one that lacks its end, is another."""

from __future__ import annotations

import pytest

from data.exact import has_case_number, has_email, has_phone, has_website
from tests.in_turn import in_turn

TEXT = (
    "KS 2019/0917 ersätter KS 2014/0809. Växeln nås på 011-15 00 00, kansliet på +46 11 15 01 02 eller anknytning "
    "1234. Skriv till stadsarkivet@norrkoping.se. Läs på www.norrkoping.se, https://arkiv.exempel.se/sok/ och "
    "(exempel.org)."
)


@in_turn("number", ["011-15 00 00", "011-150000", "+4611150000", "0046 11 150000", "011-15 01 02", "1234"])
def test_a_telephone_number_stands_in_a_text_however_it_is_written(number: str) -> None:
    assert has_phone(TEXT, number)


@in_turn("number", ["1500", "15 00 00", "11-15 00 00", "011-15 00", "011-15 00 000", "2019", "0917", "-", ""])
def test_a_part_of_a_number_is_no_telephone_number(number: str) -> None:
    assert not has_phone(TEXT, number)


def test_two_numbers_beside_each_other_are_two() -> None:
    assert has_phone("Ring 011-15 00 00 011-15 01 02", "011-15 01 02")


@pytest.mark.parametrize("address", ["stadsarkivet@norrkoping.se", "Stadsarkivet@Norrkoping.se"])
def test_an_address_stands_in_a_text(address: str) -> None:
    assert has_email(TEXT, address)


@pytest.mark.parametrize("address", ["arkivet@norrkoping.se", "stadsarkivet@norrkoping", "stadsarkivet@koping.se"])
def test_a_part_of_an_address_is_none(address: str) -> None:
    assert not has_email(TEXT, address)


@pytest.mark.parametrize("number", ["KS 2019/0917", "ks 2019/0917", "KS2014/0809"])
def test_a_case_number_stands_in_a_text(number: str) -> None:
    assert has_case_number(TEXT, number)


@in_turn("number", ["KS 2019/09", "S 2019/0917", "2019/0917", "KS 2019/917", "KS 2019/09170", "KS 2019", "", "/"])
def test_a_part_of_a_case_number_is_none(number: str) -> None:
    assert not has_case_number(TEXT, number)


def test_a_case_number_without_a_register_stands_after_the_word_for_it() -> None:
    assert has_case_number("Dnr 2019-123 ersätter diarienummer 2014/7.", "2014/7")


@pytest.mark.parametrize(
    "address", ["www.norrkoping.se", "https://www.norrkoping.se/", "arkiv.exempel.se/sok", "exempel.org"]
)
def test_an_address_on_the_web_stands_in_a_text(address: str) -> None:
    assert has_website(TEXT, address)


@in_turn("address", ["norrkoping.se", "koping.se", "www.norrkoping", "exempel.se", "arkiv.exempel.se"])
def test_a_part_of_an_address_on_the_web_is_none(address: str) -> None:
    assert not has_website(TEXT, address)
