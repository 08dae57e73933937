"""Numbers in words, made by rule: each of one to 99 is there once for each way to say it."""

from __future__ import annotations

from index.words.numerals import cardinals, ordinals, said_numbers
from tests.in_turn import in_turn


@in_turn(
    ("word", "number"),
    [
        ("en", 1),
        ("elva", 11),
        ("nitton", 19),
        ("tjugo", 20),
        ("trettionio", 39),
        ("trettinio", 39),
        ("nittionio", 99),
        ("nineteen", 19),
        ("thirtynine", 39),
        ("kaksitoista", 12),
        ("kolmekymmentayhdeksan", 39),
    ],
)
def test_a_cardinal_is_its_number(word: str, number: int) -> None:
    assert cardinals()[word] == number


@in_turn(
    ("word", "number"),
    [
        ("andre", 2),
        ("tolfte", 12),
        ("trettionde", 30),
        ("trettionionde", 39),
        ("attionde", 80),
        ("attioandra", 82),
        ("twentyfirst", 21),
        ("kolmaskymmenesyhdeksas", 39),
    ],
)
def test_an_ordinal_is_its_number(word: str, number: int) -> None:
    assert ordinals()[word] == number


def test_every_number_to_99_can_be_said() -> None:
    assert set(cardinals().values()) == set(ordinals().values()) == set(range(1, 100))


@in_turn(
    ("said", "found"),
    [
        ("ring ett ett två nu", {1: (3, "112")}),
        ("elva sjuttiosju", {0: (1, "1177")}),
        ("ett två", {}),  # counts things
        ("ett ett tre", {}),  # nobody is called so
        ("", {}),
    ],
)
def test_only_a_number_that_something_is_called_is_read(said: str, found: dict[int, tuple[int, str]]) -> None:
    assert said_numbers(said.split(), {"112", "1177", "12"}.__contains__) == found
