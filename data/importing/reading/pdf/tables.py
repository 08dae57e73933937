"""Tables as blocks: head rows, tables that go on over pages, rows that a page cuts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.blocks import CELL, Block, BlockKind, Furniture, Look
from data.importing.reading.pdf.words import Line
from data.importing.reading.rows import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from data.importing.reading.pdf.grids import Grid

_NEAR, _NEAR_WORDS = 6.0, 30.0


@dataclass(slots=True)
class Row:
    """A row: the lines of each column, whether all of it is bold, and whether it looks as a table's head does."""

    cells: list[list[Line]]
    bold: bool
    page: int
    firsts: list[bool] = field(default_factory=list)
    tall: list[bool] = field(default_factory=list)
    head: bool = False


def rows_of(grid: Grid) -> list[Row]:
    """The rows of a drawn table, a merged cell's words in each row that it covers."""
    wide = len(grid.edges) - 1
    made = [
        Row([[] for _ in range(wide)], bold=False, page=grid.page, firsts=[True] * wide, tall=[False] * wide)
        for _ in range(grid.rows)
    ]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, min(wide, cell.column + cell.columns)):
                made[row].cells[column] = list(cell.lines)
                made[row].firsts[column] = column == cell.column
                made[row].tall[column] = cell.rows > 1
    for at, each_row in enumerate(made):
        own = [each for each in grid.cells if each.row <= at < each.row + each.rows and each.lines]
        each_row.bold = len(own) > 1 and all(each.bold for each in own)
        is_slanted = len(own) > 1 and all(each.italic for each in own)
        each_row.head = each_row.bold or is_slanted or (grid.head and at == 0)
    return [each for each in made if any(each.cells)]


def continues(before: Grid, grid: Grid) -> bool:
    """Whether a table is the rest of one on the page before: the same columns at the same places."""
    if grid.page != before.page + 1 or len(before.edges) != len(grid.edges):
        return False
    # Where no line is drawn, a column is as wide as its words are on the page.
    near = _NEAR if before.ruled or grid.ruled else _NEAR_WORDS
    return all(abs(one - other) < near for one, other in zip(before.edges, grid.edges, strict=True))


def blocks(
    parts: Sequence[Grid], number: int, text: Callable[[Sequence[Line]], str]
) -> tuple[list[Block], list[Furniture]]:
    """One table, of the parts that it has on its pages."""
    furniture: list[Furniture] = []
    first = rows_of(parts[0])
    rows = list(first)
    for part in parts[1:]:
        more = rows_of(part)
        repeated = 0
        while repeated < min(len(more), len(first), 3) and _words(more[repeated], text) == _words(
            first[repeated], text
        ):
            furniture.append(Furniture(HEAD, CELL.join(filter(None, _words(more[repeated], text)))))
            # What is said again at the top of a page is the head, whatever it looks like.
            first[repeated].head = True
            repeated += 1
        more = more[repeated:]
        _go_on(rows[-1], more)
        if more and rows and _cut(rows[-1], more[0], text):
            for column, (into, rest) in enumerate(zip(rows[-1].cells, more[0].cells, strict=True)):
                if not more[0].tall[column]:
                    into.extend(rest)
            more = more[1:]
        rows.extend(more)
    top = 0
    while top < min(2, len(rows) - 1) and rows[top].head:
        top += 1
    columns = _named(rows[:top], text) if top and not all(each.head for each in rows) else ()
    made: list[Block] = []
    for at, row in enumerate(rows[top if columns else 0 :], start=(top if columns else 0) + 1):
        cells = _words(row, text)
        # As in every format: a cell over several columns has its words in the first, one over all of them is alone.
        cells = tuple(cell if own else "" for cell, own in zip(cells, row.firsts, strict=True))
        cells = cells if any(row.firsts[1:]) else cells[:1]
        said = CELL.join(cells)
        place = f"sida {row.page}, tabell {number}, rad {at}"
        made.append(
            Block(BlockKind.TABLE_ROW, said, place, cells=cells, columns=columns, table=number, look=_look(row))
        )
    return made, furniture


def _go_on(before: Row, more: Sequence[Row]) -> None:
    """Give a cell that a page cuts through several rows its words on the new page too."""
    for column, above in enumerate(before.cells):
        for row in more:
            if row.cells[column] or not row.tall[column]:
                break
            row.cells[column] = list(above)


def _look(row: Row) -> Look:
    sizes = [line.size for cell in row.cells for line in cell]
    return Look(size=max(set(sizes), key=sizes.count) if sizes else 0.0, bold=row.bold)


def _words(row: Row, text: Callable[[Sequence[Line]], str]) -> tuple[str, ...]:
    return tuple(text(each) for each in row.cells)


def _named(head: Sequence[Row], text: Callable[[Sequence[Line]], str]) -> tuple[str, ...]:
    said = [[each.replace("\n", " ") for each in _words(row, text)] for row in head]
    return tuple(" ".join(dict.fromkeys(each for each in column if each)) for column in zip(*said, strict=True))


def _cut(before: Row, row: Row, text: Callable[[Sequence[Line]], str]) -> bool:
    """Whether a page's first row is the rest of the one before: it has no first cell, and goes on in the others."""
    above, below = _words(before, text), _words(row, text)
    if below[0]:
        return above[0].endswith("-") and below[0][0].islower()
    pairs = [(one, other) for one, other in zip(above, below, strict=True) if other]
    return any(other[0].islower() or one.endswith(("-", ",")) or not one.endswith(".") for one, other in pairs if one)
