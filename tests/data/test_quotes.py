"""Words match the description's text after NFC, collapsed white space and dropped asterisks, no further."""

from __future__ import annotations

import pytest

from data.quotes import blocks, contains, mentions, normalised

TEXT = "Sökfunktionen finns under fliken *Organisation* under\n *Beslut och dokument*. Ring 011-15 00 00."


@pytest.mark.parametrize(
    "quote",
    [
        "Sökfunktionen finns",
        "So\u0308kfunktionen finns",
        "under fliken Organisation under Beslut och dokument.",
        "under  fliken\n*Organisation*",
        "  Ring 011-15 00 00.  ",
        "under fliken\u00a0Organisation",
    ],
)
def test_a_quote_stands_in_the_text(quote: str) -> None:
    assert contains(TEXT, quote)


@pytest.mark.parametrize(
    "quote",
    ["sökfunktionen finns", "Sokfunktionen finns", "Ring 011-150000", "under Organisation", "", "  ", "*"],
)
def test_a_quote_does_not_stand_in_the_text(quote: str) -> None:
    assert not contains(TEXT, quote)


@pytest.mark.parametrize("name", ["SÖKFUNKTIONEN", "beslut och dokument", "011-150000", "011 15 00 00", "0111500 00"])
def test_a_name_is_mentioned_whatever_its_case_and_a_number_however_it_is_spaced(name: str) -> None:
    assert mentions(TEXT, name)


@pytest.mark.parametrize("name", ["Sökfunktion X", "011-15 00 01", ""])
def test_a_name_is_not_mentioned(name: str) -> None:
    assert not mentions(TEXT, name)


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("ett\n\ntvå", ["ett", "två"]),
        ("ett\ntill\n\ntvå\n", ["ett till", "två"]),
        ("\n\nett\n\n\n\ntvå", ["ett", "två"]),
        ("ett\r\n\r\ntvå\r\n", ["ett", "två"]),
        ("ett\n \t\ntvå", ["ett", "två"]),
        ("", []),
    ],
)
def test_empty_lines_part_blocks(original: str, expected: list[str]) -> None:
    assert blocks(original) == expected


def test_normalising_twice_changes_nothing_more() -> None:
    assert normalised(normalised(TEXT)) == normalised(TEXT)
