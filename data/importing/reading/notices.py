"""Swedish sentences on how a document was read, alike for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.reading.words import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOLD = 10
"""Pictures that are told of one by one."""
_LONGEST = 200


def changes(count: int) -> list[str]:
    """That proposed changes were taken as approved.

    Args:
        count: How many there are.
    """
    if not count:
        return []
    what = "1 föreslagen ändring" if count == 1 else f"{count} föreslagna ändringar"
    return [f"{what} lästes som godkänd{'' if count == 1 else 'a'}: det tillagda finns med och det strukna inte."]


def left_out(*, hidden: int = 0, comments: int = 0, embedded: int = 0, symbols: int = 0) -> list[str]:
    """What stands in the file and is not read as its text, or not shown by it.

    Args:
        hidden: Texts that the program does not show.
        comments: Comments in the margin.
        embedded: Parts of other kinds, as a sheet from Excel.
        symbols: Characters that only a font for symbols has.
    """
    said = (
        (
            hidden,
            "text som inte syns i dokumentet är märkt som dold",
            "texter som inte syns i dokumentet är märkta som dolda",
        ),
        (comments, "kommentar i marginalen lästes inte", "kommentarer i marginalen lästes inte"),
        (embedded, "inbäddat objekt lästes inte", "inbäddade objekt lästes inte"),
        (symbols, "tecken ur ett symbolteckensnitt lästes inte", "tecken ur symbolteckensnitt lästes inte"),
    )
    return [f"{count} {one if count == 1 else many}." for count, one, many in said if count]


def pictures(descriptions: Sequence[str]) -> list[str]:
    """That there are pictures, whose words cannot be read.

    Args:
        descriptions: What the file says of each; empty where it says nothing.
    """
    if not descriptions:
        return []
    what = "1 bild" if len(descriptions) == 1 else f"{len(descriptions)} bilder"
    told = [tidy(one[:_LONGEST]).replace("\n", " ") for one in descriptions[:_TOLD]]
    said = ", ".join(f"”{one}”" for one in told if one)
    return [
        f"{what} lästes inte; text i en bild måste skrivas in för hand.{f' Bildbeskrivning: {said}.' if said else ''}"
    ]
