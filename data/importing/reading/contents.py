"""Tables of contents: left out where the program made them, and where somebody typed them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from data.importing.blocks import Block, BlockKind, Furniture

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "innehållsförteckning"
_TITLE = re.compile(r"(?:innehåll(?:sförteckning)?|contents|table of contents)\s*:?", re.IGNORECASE)
_DIGITS = "0123456789"
_LEADING = " .…_·"
"""What stands between a heading and its page."""
_MOST_DIGITS = 3
_FEWEST_DOTS, _FEWEST_ELLIPSES = 4, 2
_LONGEST = 300
"""Characters of a line in one: longer ones are text, whatever they end in."""
_FEWEST = 2
"""Lines that make a typed list: one line may end in a number by chance."""


def is_title(text: str) -> bool:
    """Whether words are what stands above a table of contents.

    Args:
        text: A block's words.
    """
    return bool(_TITLE.fullmatch(text))


def take_title(blocks: list[Block], furniture: list[Furniture]) -> None:
    """Leave out the title that was read just before the first line of a table of contents.

    Args:
        blocks: Those read so far; the title is taken from their end.
        furniture: What was left out.
    """
    if blocks and is_title(blocks[-1].text):
        furniture.append(Furniture(NAME, blocks.pop().text))


def without_typed(blocks: list[Block]) -> tuple[list[Block], list[Furniture]]:
    """Leave out tables of contents that were typed: lines with a page number under the title, or with dots before it.

    Args:
        blocks: All blocks.

    Returns:
        The blocks that are left, and what was left out.
    """
    kept: list[Block] = []
    out: list[Furniture] = []
    at = 0
    while at < len(blocks):
        count = _listed_from(blocks, at)
        out += [Furniture(NAME, block.text) for block in blocks[at : at + count]]
        if not count:
            kept.append(blocks[at])
        at += count or 1
    return kept, out


def _listed_from(blocks: list[Block], at: int) -> int:
    if is_title(blocks[at].text):
        lines = len(list(takewhile(_is_line, blocks[at + 1 :])))
        return lines + 1 if lines >= _FEWEST else 0
    return int(_is_led(blocks[at]))


def _is_line(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE_ROW and _are_all(_before_page, block.text)


def _is_led(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE_ROW and _are_all(_has_leaders, block.text)


def _are_all(kind: Callable[[str], object], text: str) -> bool:
    return all(len(line) <= _LONGEST and kind(line) for line in text.split("\n"))


def _before_page(line: str) -> str:
    """What stands before the number of a page that a line ends in; empty where it ends in none."""
    before = line.rstrip(_DIGITS)
    has_page = 1 <= len(line) - len(before) <= _MOST_DIGITS
    return (
        before
        if has_page and before.strip() != before[-1:] and (before[-1] in _LEADING or before[-1].isspace())
        else ""
    )


def _has_leaders(line: str) -> bool:
    """Whether a line's page stands after a row of dots."""
    before = _before_page(line).rstrip()
    dots = before[len(before.rstrip(_LEADING)) :].replace(" ", "")
    return len(dots) >= _FEWEST_DOTS or dots.count("…") >= _FEWEST_ELLIPSES
