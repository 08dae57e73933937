"""Documents from a few literal lines, as a reader would have made them."""

from __future__ import annotations

from data.importing.blocks import CELL, Block, BlockKind, Furniture, Look, ReadDocument

_TEXT = 11.0
_STYLED = "heading {}"


def block(line: str, place: int = 1) -> Block:
    """A block of a line: ``# `` and ``## `` styled headings, ``**bold**``, ``- `` lists, ``a | b`` rows, ``^ `` titles.

    Args:
        line: The line.
        place: Its number.
    """
    where = f"rad {place}"
    if line.startswith("^ "):
        return Block(BlockKind.PARAGRAPH, line[2:], where, look=Look(style="Title", size=22.0))
    if line.startswith("#"):
        marks, text = line.split(" ", 1)
        look = Look(style=_STYLED.format(len(marks)), size=18.0 - 2 * len(marks), bold=True)
        return Block(BlockKind.HEADING, text, where, level=len(marks), look=look)
    if line.startswith("- "):
        return Block(BlockKind.LIST_ITEM, line[2:], where, look=Look(size=_TEXT))
    if CELL in line:
        return Block(BlockKind.TABLE_ROW, line, where, cells=tuple(line.split(CELL)), table=1)
    if line.startswith("**"):
        lead, rest = line[2:].split("**")
        look = Look(size=_TEXT, bold=not rest, bold_lead=lead.rstrip(".:") if rest else "")
        return Block(BlockKind.PARAGRAPH, lead + rest, where, look=look)
    return Block(BlockKind.PARAGRAPH, line, where, look=Look(size=_TEXT))


def document(*lines: str, furniture: tuple[str, ...] = (), columns: tuple[str, ...] = ()) -> ReadDocument:
    """A document of lines as `block` reads them.

    Args:
        lines: The lines.
        furniture: Page heads that the reader left out.
        columns: What the columns of its table are called.
    """
    blocks = [block(line, at) for at, line in enumerate(lines, 1)]
    if columns:
        blocks = [
            Block(each.kind, each.text, each.place, cells=each.cells, columns=columns, table=1) if each.table else each
            for each in blocks
        ]
    return ReadDocument("docx", tuple(blocks), tuple(Furniture("sidhuvud", text) for text in furniture))
