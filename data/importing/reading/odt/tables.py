"""OpenDocument's tables: rows of cells, of which some are several columns wide, and some reach over several rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.reading.flow import Cell, Item, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from data.importing.reading.odt.styles import Styles

_WIDEST = 64
"""Columns that are read of a row: a file may say that an empty cell is repeated a million times."""
_GROUPS = frozenset({"table:table-rows", "table:table-row-group", "table:table-header-rows"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})


def table_of(element: Element, items: Callable[[Element], Iterator[Item]], styles: Styles) -> Table:
    """Read a table.

    Args:
        element: The table.
        items: Reads what stands in a cell.
        styles: The file's styles: that of its heads tells a head where the table does not.
    """
    above: dict[int, tuple[int, Cell]] = {}
    rows = tuple(Row(tuple(_cells(row, items, above)), head) for row, head in _rows(element, head=False))
    first = element.find("table:table-row")
    heads = (
        [styles.paragraph(one.get("text:style-name", "")).is_head for one in first.iter("text:p")]
        if first is not None
        else []
    )
    return Table(rows, styled=bool(heads) and all(heads))


def _rows(element: Element, *, head: bool) -> Iterator[tuple[Element, bool]]:
    for child in element:
        if child.tag == "table:table-row":
            yield child, head
        elif child.tag in _GROUPS:
            yield from _rows(child, head=head or child.tag == "table:table-header-rows")


def _cells(
    row: Element, items: Callable[[Element], Iterator[Item]], above: dict[int, tuple[int, Cell]]
) -> Iterator[Cell]:
    """A row's cells, with those from rows above that reach down into it.

    Args:
        row: The row.
        items: Reads what stands in a cell.
        above: Column → how many rows more its cell reaches down, and the cell; changed on the way.
    """
    column = covered = 0
    for one in row:
        if one.tag not in _CELLS:
            continue
        for _ in range(_count(one, "table:number-columns-repeated")):
            if column >= _WIDEST:
                return
            rows_left, cell = above.get(column, (0, Cell()))
            if covered:
                covered -= 1
            elif rows_left and one.tag == "table:covered-table-cell":
                above[column] = (rows_left - 1, cell)
                covered = cell.span - 1
                yield cell
            elif one.tag == "table:covered-table-cell":
                yield Cell()
            else:
                span = _count(one, "table:number-columns-spanned")
                cell = Cell(tuple(items(one)), span)
                above[column] = (_count(one, "table:number-rows-spanned", most=10_000) - 1, cell)
                covered = span - 1
                yield cell
            column += 1


def _count(element: Element, name: str, most: int = _WIDEST) -> int:
    text = element.get(name, "1")
    return max(1, min(int(text), most)) if text.isascii() and text.isdigit() and len(text) < len("10000000") else 1
