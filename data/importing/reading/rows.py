"""A table's rows as blocks: which of them are heads, and which tables are none but a way to place text."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from data.importing.blocks import CELL, Block, BlockKind, Look
from data.importing.reading.flow import Cell, Gathered, Item, Paragraph, Row, Table
from data.importing.reading.words import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEAD = "tabellhuvud"
_MANY = 4
"""Paragraphs in a cell of a table with one row that make it a way to place text side by side."""


def lay_out(items: Iterable[Item], gathered: Gathered) -> None:
    """Take paragraphs and tables in order.

    Args:
        items: What the format's reader found.
        gathered: Where they go.
    """
    for item in items:
        if isinstance(item, Paragraph):
            gathered.paragraph(item)
        elif _is_placing(item):
            lay_out(_all_items(item.rows), gathered)
        else:
            _table(item, gathered)


def _table(table: Table, gathered: Gathered) -> None:
    gathered.tables += 1
    heads = _heads(table)
    if len(heads) == len(table.rows):
        heads = ()
    columns = _columns(heads)
    _titles(heads, gathered)
    labels = {CELL.join(_texts(row)).casefold() for row in heads}
    for number, row in enumerate(table.rows[len(heads) :], len(heads) + 1):
        texts = _texts(row)
        if heads and CELL.join(texts).casefold() in labels:
            gathered.leave_out(HEAD, CELL.join(texts))
        elif _holds_text(row):
            lay_out(_all_items((row,)), gathered)
        else:
            _row(row, texts, gathered, (columns, f"tabell {gathered.tables}, rad {number}"))


def _titles(heads: tuple[Row, ...], gathered: Gathered) -> None:
    """Keep what stands across the whole table above the names of its columns: they do not hold it."""
    for number, row in enumerate(heads, 1):
        if len(row.cells) == 1 and row.cells[0].span > 1:
            _row(row, _texts(row), gathered, ((), f"tabell {gathered.tables}, rad {number}"))


def _row(row: Row, texts: tuple[str, ...], gathered: Gathered, told: tuple[tuple[str, ...], str]) -> None:
    columns, place = told
    paragraphs = list(_paragraphs(row))
    if any(texts):
        gathered.add(
            Block(
                BlockKind.TABLE_ROW,
                CELL.join(texts),
                place,
                number=paragraphs[0].number if paragraphs else "",
                cells=texts,
                columns=columns,
                table=gathered.tables,
                look=_look(row),
            )
        )
    for paragraph in paragraphs:
        if paragraph.hidden:
            gathered.add(Block(BlockKind.PARAGRAPH, paragraph.hidden, place, hidden=True))


def _look(row: Row) -> Look:
    """How the first cell with words looks: a label, mostly."""
    return next((paragraph.look for paragraph in _paragraphs(row) if paragraph.text), Look())


def _heads(table: Table) -> tuple[Row, ...]:
    said = tuple(takewhile(lambda row: row.head, table.rows))
    if said or len(table.rows) == 1:
        return said
    first, rest = table.rows[0], table.rows[1:]
    if len(first.cells) == 1 and first.cells[0].span > 1:
        return ()
    bold = _is_bold(first) and not all(map(_is_bold, rest))
    shaded = _is_shaded(first) and not any(map(_is_shaded, rest))
    return (first,) if bold or shaded or table.styled else ()


def _is_bold(row: Row) -> bool:
    paragraphs = [paragraph for paragraph in _paragraphs(row) if paragraph.text]
    return bool(paragraphs) and all(paragraph.look.bold for paragraph in paragraphs)


def _is_shaded(row: Row) -> bool:
    return bool(row.cells) and all(cell.shaded for cell in row.cells)


def _columns(heads: tuple[Row, ...]) -> tuple[str, ...]:
    """What the columns are called: of several heads above one another, the words of each, once."""
    named: list[list[str]] = []
    for row in heads:
        at = 0
        for cell in row.cells:
            text = _text(cell).replace("\n", " ")
            for column in range(at, at + cell.span):
                named += [[] for _ in range(column + 1 - len(named))]
                if text and text not in named[column] and not (len(row.cells) == 1 and cell.span > 1):
                    named[column].append(text)
            at += cell.span
    return tuple(" ".join(words) for words in named)


def _texts(row: Row) -> tuple[str, ...]:
    """The cells' words: a cell over several columns has them in its first; one over the whole row is alone."""
    if len(row.cells) == 1:
        return (_text(row.cells[0]),)
    return tuple(text for cell in row.cells for text in (_text(cell), *[""] * (cell.span - 1)))


def _text(cell: Cell) -> str:
    return "\n".join(filter(None, (_words(item) for item in cell.items)))


def _words(item: Item) -> str:
    if isinstance(item, Paragraph):
        return "" if item.listed else item.text
    return "\n".join(filter(None, (CELL.join(filter(None, map(_text, row.cells))) for row in item.rows)))


def _is_placing(table: Table) -> bool:
    """Whether a table is one cell, or has one row or column with flowing text in it: a frame, or columns of a page."""
    if len(table.rows) > 1 and any(len(row.cells) > 1 for row in table.rows):
        return False
    cells = [cell for row in table.rows for cell in row.cells]
    return len(cells) <= 1 or any(map(_flows, cells))


def _holds_text(row: Row) -> bool:
    """Whether a row of a table holds headings with text under them, or is a heading across the whole table."""
    if len(row.cells) == 1:
        return any(paragraph.level for paragraph in _paragraphs(row))
    return any(len(cell.items) > 1 and any(_is_heading(item) for item in cell.items) for cell in row.cells)


def _flows(cell: Cell) -> bool:
    shown = [item for item in cell.items if isinstance(item, Table) or item.text]
    return len(shown) >= _MANY or any(isinstance(item, Table) or _is_heading(item) for item in shown)


def _is_heading(item: Item) -> bool:
    return isinstance(item, Paragraph) and item.kind is BlockKind.HEADING and bool(item.text)


def _all_items(rows: Iterable[Row]) -> Iterator[Item]:
    return (item for row in rows for cell in row.cells for item in cell.items)


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    return (item for cell in row.cells for item in cell.items if isinstance(item, Paragraph))


def plain_words(items: Iterable[Item], *, apart: bool = False) -> str:
    """The words of a note, or of a page head or foot, a line for each paragraph.

    Args:
        items: What it holds.
        apart: Whether what tabs keep apart is on lines of its own.
    """
    if not apart:
        return "\n".join(filter(None, map(_words, items)))
    return "\n".join(filter(None, (_tabbed(item) for item in items)))


def _tabbed(item: Item) -> str:
    if isinstance(item, Table):
        return _words(item)
    return tidy("".join(piece.text for piece in item.pieces if not piece.hidden).replace("\t", "\n"))
