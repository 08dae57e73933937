"""Word's tables: rows of cells, of which some are several columns wide, and some reach over several rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from data.importing.reading.docx.letters import DELETED
from data.importing.reading.docx.styles import is_on
from data.importing.reading.flow import Cell, Row, Table
from data.importing.reading.markup import first

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from data.importing.reading.docx.styles import Styles

_WIDEST = 63
"""Columns that Word lets a table have."""
_FIRST_ROW = 0x20
"""What older files say it with."""
_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})
_UNSHADED = frozenset({"", "auto", "FFFFFF", "ffffff"})


class _Cells(Protocol):
    def __call__(self, element: Element, span: int, *, shaded: bool) -> Cell: ...


class Grid:
    """A table while it is read."""

    def __init__(self, element: Element, styles: Styles, cell: _Cells) -> None:
        """Begin a table.

        Args:
            element: The element ``w:tbl``.
            styles: The file's styles.
            cell: Reads what stands in a cell.
        """
        self._element = element
        self._styles = styles
        self._cell = cell
        self._above: dict[int, Cell] = {}

    def table(self) -> Table:
        """The whole table, without the rows that were deleted."""
        rows = tuple(self._row(row) for row in _wrapped(self._element, "w:tr") if not _is_deleted(row, "w:trPr"))
        return Table(rows, self._is_styled())

    def _row(self, element: Element) -> Row:
        props = element.find("w:trPr")
        cells = [Cell()] * _number(props, "w:gridBefore", 0)
        column = len(cells)
        for one in _wrapped(element, "w:tc"):
            span = _number(one.find("w:tcPr"), "w:gridSpan", 1)
            cells.append(self._merged(one, column, span))
            column += span
        head = props.find("w:tblHeader") if props is not None else None
        return Row(tuple(cells), head is not None and (head.get("w:val") is None or is_on(head, "w:val")))

    def _merged(self, element: Element, column: int, span: int) -> Cell:
        """A cell, or the one above that reaches down into it."""
        props = element.find("w:tcPr")
        merge = props.find("w:vMerge") if props is not None else None
        continues = merge is not None and merge.get("w:val", "continue") == "continue"
        if continues and column in self._above:
            return self._above[column]
        shade = props.find("w:shd") if props is not None else None
        shaded = shade is not None and shade.get("w:fill", "") not in _UNSHADED
        cell = self._cell(element, span, shaded=shaded)
        if merge is None:
            self._above.pop(column, None)
        else:
            self._above[column] = cell
        return cell

    def _is_styled(self) -> bool:
        """Whether the table's style sets its first row off, and the table lets it."""
        style = first(self._element, "w:tblPr/w:tblStyle")
        look = first(self._element, "w:tblPr/w:tblLook")
        if style is None or look is None:
            return False
        said = look.get("w:firstRow") is not None
        asked = is_on(look, "w:firstRow") if said else bool(_hexadecimal(look.get("w:val", "")) & _FIRST_ROW)
        return asked and self._styles.makes_head(style.get("w:val", ""))


def _wrapped(element: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, also those inside content controls and what was inserted."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _wrapped(child, tag)


def _is_deleted(row: Element, props: str) -> bool:
    return any(first(row, f"{props}/{tag}") is not None for tag in DELETED)


def _number(props: Element | None, name: str, usual: int) -> int:
    found = props.find(name) if props is not None else None
    text = "" if found is None else found.get("w:val", "")
    return min(int(text), _WIDEST) if text.isascii() and text.isdigit() and len(text) < len("1000") else usual


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0
