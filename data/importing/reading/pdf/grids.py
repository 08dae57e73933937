"""Tables that are drawn with lines: cells from the lines, words from where they stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from data.importing.reading.pdf.words import Line, Word, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.reading.pdf.sheets import Rule

_NEAR = 3.0
_MOST = 4000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, and the rows and columns that it covers, the last ones not included."""

    lines: tuple[Line, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.lines) and all(each.bold for each in self.lines)

    @property
    def italic(self) -> bool:
        """Whether all of it is in italics."""
        return bool(self.lines) and all(each.italic for each in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page.

    Attributes:
        page: Which page.
        top: Where it begins, from the page's top.
        bottom: Where it ends.
        edges: Where its columns part, from the left.
        cells: Its cells, in reading order.
        rows: How many rows it has.
        ruled: Whether its lines are drawn; others were found by how their words line up.
        head: Whether a drawn line says that the first row is its head.
    """

    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    cells: tuple[Cell, ...]
    rows: int
    ruled: bool = True
    head: bool = False

    def holds(self, word: Word) -> bool:
        """Whether a word stands in it."""
        middle = word.y - 0.3 * word.size
        return (
            self.top - 1 <= middle <= self.bottom + 1
            and self.edges[0] - _NEAR <= (word.x0 + word.x1) / 2 <= self.edges[-1] + _NEAR
        )


def grids(rules: Sequence[Rule], words: Sequence[Word], page: int) -> list[Grid]:
    """The drawn tables of a page: those with at least two columns and some words."""
    found = [made for group in _groups(rules[:_MOST]) if (made := _grid(group, words, page)) is not None]
    # A frame around a table is no table of its own.
    return [each for each in found if not any(_inside(other, each) for other in found if other is not each)]


def _inside(inner: Grid, outer: Grid) -> bool:
    return (
        outer.top - 1 <= inner.top
        and inner.bottom <= outer.bottom + 1
        and len(inner.cells) > len(outer.cells)
        and outer.edges[0] <= inner.edges[0] + 1
    )


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that touch each other, however far."""
    parent = list(range(len(rules)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    flat = sorted((at for at, each in enumerate(rules) if not each.stands), key=lambda at: rules[at].y0)
    for at, each in enumerate(rules):
        if not each.stands:
            continue
        for other in flat:
            if rules[other].y0 > each.y1 + _NEAR:
                break
            if rules[other].y0 >= each.y0 - _NEAR and rules[other].x0 - _NEAR <= each.x0 <= rules[other].x1 + _NEAR:
                parent[root(at)] = root(other)
    groups: dict[int, list[Rule]] = {}
    for at, each in enumerate(rules):
        groups.setdefault(root(at), []).append(each)
    return [group for group in groups.values() if any(each.stands for each in group) and len(group) > 2]


def _places(values: Sequence[float]) -> list[float]:
    """Nearly equal places as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _grid(group: Sequence[Rule], words: Sequence[Word], page: int) -> Grid | None:
    standing, lying = [each for each in group if each.stands], [each for each in group if not each.stands]
    xs, ys = _meshes(standing, lying)
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST:
        return None
    wide, high = len(xs) - 1, len(ys) - 1

    def beside(row: int, column: int) -> bool:
        middle = (ys[row] + ys[row + 1]) / 2
        return any(abs(each.x0 - xs[column]) <= _NEAR and each.y0 - 1 <= middle <= each.y1 + 1 for each in standing)

    def below(row: int, column: int) -> bool:
        middle = (xs[column] + xs[column + 1]) / 2
        return any(abs(each.y0 - ys[row]) <= _NEAR and each.x0 - 1 <= middle <= each.x1 + 1 for each in lying)

    standing_in: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        standing_in.setdefault(_place(word, xs, ys), []).append(word)
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, column in product(range(high), range(wide)):
        if (row, column) in taken:
            continue
        across = next((end for end in range(column + 1, wide) if beside(row, end)), wide)
        down = next((end for end in range(row + 1, high) if below(end, column)), high)
        covered = set(product(range(row, down), range(column, across))) - taken
        taken.update(covered)
        inside = [each for place in covered for each in standing_in.get(place, ())]
        cells.append(Cell(tuple(lines(inside, page)), row, column, down - row, across - column))
    return Grid(page, ys[0], ys[-1], tuple(xs), tuple(cells), high) if any(each.lines for each in cells) else None


def _meshes(standing: Sequence[Rule], lying: Sequence[Rule]) -> tuple[list[float], list[float]]:
    """Where lines stand, and where they lie, from the left and from the top."""
    xs = _places([each.x0 for each in standing])
    # A row that the page cuts may have no line where it is cut.
    ends = (min(each.y0 for each in standing), max(each.y1 for each in standing))
    cuts = tuple(cut for cut in ends if all(abs(cut - each.y0) > 2 * _NEAR for each in lying))
    # Tables without lines at their sides reach as far as the lines across them.
    for end in (min((each.x0 for each in lying), default=xs[0]), max((each.x1 for each in lying), default=xs[-1])):
        if end < xs[0] - 3 * _NEAR or end > xs[-1] + 3 * _NEAR:
            xs = sorted([*xs, end])
    return xs, _places([*(each.y0 for each in lying), *cuts])


def _place(word: Word, xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    """The row and column that a word stands in."""
    return bisect_right(ys, word.y - 0.3 * word.size) - 1, bisect_right(xs, (word.x0 + word.x1) / 2) - 1
