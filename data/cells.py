"""The cells of a table's row: how they stand in a text, how they are shown, and that both are the same words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CELL = " | "
"""Between the cells of a row in its text, in the data files as in ``original.txt``; no part of the document's words."""
SHOWN = " · "
"""Between them where people read them in a line: it is read aloud as a pause, and never as ”pipe”."""
_BETWEEN = re.compile(r"(?:(?<=\s)|^)[|·](?:\s+[|·])*(?=\s|$)")
_SIGN = re.compile(r"(?:^|\s)\|(?:\s|$)")


def joined(cells: Sequence[str]) -> str:
    """The text of a row: its cells in order, those that say nothing too."""
    return CELL.join(cells)


def shown(cells: Sequence[str]) -> str:
    """The same as people read it in a line: without the cells that say nothing."""
    return SHOWN.join(cell for cell in cells if cell)


def read_aloud(text: str) -> str:
    """A text as people read it: where it is a row's, its cells are parted by `SHOWN`."""
    return shown(text.split(CELL)) if CELL in text else text


def one_sign(text: str) -> str:
    """A text whose cells are parted by one sign, however they were; none where there is nothing to part.

    So a quote may be copied from the page as well as from ``original.txt``.
    """
    if "|" not in text and "·" not in text:
        return text
    return " ".join(_BETWEEN.sub("|", text).split()).strip("| ")


def is_row(line: str) -> bool:
    """Whether a line of an original is a row: its cells are parted by the sign."""
    return _SIGN.search(line) is not None
