"""Tables of a page: a grid in which a merged cell's words stand in every row that it covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead
from data.importing.reading.flow import LONGEST, TOO_LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.importing.reading.html.tree import Element

_WIDEST = 60
_MOST_ROWS = 20_000
_LAYOUT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "main", "article", "section", "nav", "form"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in the grid.

    Attributes:
        text: Its words.
        heads: Whether it is a head, by its element or its bold letters.
        first: Whether it is the first place in its row that the cell covers.
    """

    text: str
    heads: bool
    first: bool


def is_layout(table: Element) -> bool:
    """Whether a table only places what stands in it."""
    if table.get("role") in {"presentation", "none"}:
        return True
    if any(each.tag in _LAYOUT for each in table.walk() if each is not table):
        return True
    return all(len([cell for cell in row.elements() if cell.tag in {"td", "th"}]) < 2 for row in rows(table))


def rows(table: Element) -> list[Element]:
    """A table's own rows, in the order of the page."""
    found: list[Element] = []
    for each in table.elements():
        found.extend([each] if each.tag == "tr" else [row for row in each.elements() if row.tag == "tr"])
    return found[:_MOST_ROWS]


def grid(table: Element, words: Callable[[Element], tuple[str, bool]]) -> list[list[Cell]]:
    """The cells of each row; ``words`` gives a cell's text and whether it is bold."""
    made: list[list[Cell]] = []
    covered: dict[int, tuple[int, Cell]] = {}
    letters = 0
    for row in rows(table):
        cells: list[Cell] = []
        for element in (each for each in row.elements() if each.tag in {"td", "th"}):
            cells.extend(_from_above(covered, len(cells)))
            text, bold = words(element)
            wide, high = _span(element, "colspan", _WIDEST), _span(element, "rowspan", _MOST_ROWS)
            for place in range(wide):
                cell = Cell(text, element.tag == "th" or bold, first=not place)
                if high > 1:
                    covered[len(cells)] = (high - 1, cell)
                cells.append(cell)
            if len(cells) > _WIDEST:
                break
        cells.extend(_from_above(covered, len(cells)))
        made.append(cells)
        letters += sum(len(each.text) for each in cells)
        if letters > LONGEST:
            raise CannotRead(TOO_LONG)
    return made


def heads(table: Element, made: list[list[Cell]]) -> int:
    """How many rows at a table's top are its head."""
    marked = sum(1 for each in table.elements() if each.tag == "thead" for row in each.elements() if row.tag == "tr")
    if marked:
        return min(marked, len(made) - 1) if len(made) > 1 else 0
    count = 0
    for row in made[:3]:
        worded = [cell for cell in row if cell.text]
        if len(worded) < 2 or not all(cell.heads for cell in worded):
            break
        count += 1
    # Where all is bold, nothing tells the head.
    return count if count < len(made) and count < 3 else 0


def columns(head: list[list[Cell]]) -> tuple[str, ...]:
    """What the columns are called: the words of all head rows above them, once each."""
    width = max((len(row) for row in head), default=0)
    named: list[str] = []
    for place in range(width):
        said = [row[place].text.replace("\n", " ") for row in head if place < len(row) and row[place].text]
        named.append(" ".join(dict.fromkeys(said)))
    return tuple(named)


def _from_above(covered: dict[int, tuple[int, Cell]], at: int) -> Iterator[Cell]:
    """The cells of rows above that cover the next places of this one."""
    while at in covered:
        left, cell = covered.pop(at)
        if left > 1:
            covered[at] = (left - 1, cell)
        yield cell
        at += 1


def _span(element: Element, name: str, most: int) -> int:
    said = element.get(name)
    return max(1, min(int(said), most)) if said.isascii() and said.isdecimal() and len(said) < 6 else 1
