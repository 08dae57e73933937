"""Outlines from a few lines of plain text, for tests of what is told from one.

``# `` begins a heading (``## `` one within it), ``- `` a list item, ``= `` a definition and its words, ``^ `` what the
columns of the rows after it are called, ``| `` a row, ``" "`` first what goes on in the passage before; all else is a
paragraph. Cells are parted by `` | ``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.blocks import CELL, Block, BlockKind, ReadDocument
from data.importing.recognising.outlining import outlined

if TYPE_CHECKING:
    from data.importing.outline import Outline

_KINDS = {"-": BlockKind.LIST_ITEM, "=": BlockKind.DEFINITION, "|": BlockKind.TABLE_ROW}


def sketched(text: str) -> Outline:
    """The outline of a text in which the first letters of a line tell what it is."""
    blocks: list[Block] = []
    columns: tuple[str, ...] = ()
    for at, line in enumerate(text.strip().split("\n"), 1):
        mark, _, rest = line.partition(" ")
        if line.startswith(" ") and blocks:
            blocks[-1] = Block(blocks[-1].kind, f"{blocks[-1].text}\n{line.strip()}", blocks[-1].place)
        elif mark == "^":
            columns = _cells(rest)
        elif mark.strip("#") == "" and mark:
            blocks.append(Block(BlockKind.HEADING, rest, f"rad {at}", level=len(mark)))
        elif mark in _KINDS:
            blocks.append(_block(_KINDS[mark], rest, at, columns))
        elif line:
            blocks.append(Block(BlockKind.PARAGRAPH, line, f"rad {at}"))
    return outlined(ReadDocument("text", tuple(blocks)))


def _block(kind: BlockKind, words: str, at: int, columns: tuple[str, ...]) -> Block:
    if kind is BlockKind.LIST_ITEM:
        return Block(kind, words, f"rad {at}")
    cells = _cells(words)
    is_row = kind is BlockKind.TABLE_ROW
    return Block(
        kind, CELL.join(cells), f"rad {at}", cells=cells, columns=columns if is_row else (), table=1 if is_row else 0
    )


def _cells(words: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in re.split(r"\s\|(?=\s)", f"{words} "))
