"""Tables without upright lines: columns where all rows leave the same strips empty."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from data.importing.reading.pdf.grids import Cell, Grid
from data.importing.reading.pdf.words import Line, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.reading.pdf.sheets import Rule

_STRIP = 7.0
_WIDER = 1.25
_MOST_OF_HEAD = 3
"""Lines."""


def grid(rows: Sequence[Line], rules: Sequence[Rule]) -> Grid | None:
    """Rows that line up, as a table; nothing where they have no two columns."""
    strips = _strips(rows)
    if not strips:
        return None
    left, right = min(each.x0 for each in rows), max(each.x1 for each in rows)
    edges = (left - 1, *((low + high) / 2 for low, high in strips), right + 1)
    cells: list[Cell] = []
    ruled = [_has_between(_across(rules, edges), before.y, after.y) for before, after in pairwise(rows)]
    groups = _grouped(rows, edges, ruled)
    for at, group in enumerate(groups):
        for column in range(len(edges) - 1):
            inside = [word for row in group for word in row.words if edges[column] <= word.x0 < edges[column + 1]]
            cells.append(Cell(tuple(lines(inside, rows[0].page)), at, column))
    # One line across the table, under its first row, parts the head from the rest.
    head = sum(ruled) == 1 and ruled.index(True) < _MOST_OF_HEAD and len(groups[0]) == ruled.index(True) + 1
    top, bottom = rows[0].y - rows[0].size, rows[-1].y + 2
    return Grid(rows[0].page, top, bottom, edges, tuple(cells), len(groups), ruled=False, head=head)


def _strips(rows: Sequence[Line]) -> list[tuple[float, float]]:
    """The upright strips that no word of any row stands in, between the first and the last column."""
    spans = sorted((word.x0, word.x1) for row in rows for word in row.words)
    found: list[tuple[float, float]] = []
    reached = spans[0][1]
    for low, high in spans[1:]:
        if low - reached >= _STRIP:
            found.append((reached, low))
        reached = max(reached, high)
    return found


def _across(rules: Sequence[Rule], edges: Sequence[float]) -> list[float]:
    """Heights at which lines are drawn from the first column to the last, in one piece or cell by cell."""
    at: dict[int, list[Rule]] = {}
    for each in rules:
        if not each.stands and each.x1 > edges[0] and each.x0 < edges[-1]:
            at.setdefault(round(each.y0), []).append(each)
    return sorted(
        found[0].y0
        for found in at.values()
        if min(each.x0 for each in found) <= edges[1] and max(each.x1 for each in found) >= edges[-2]
    )


def _grouped(rows: Sequence[Line], edges: Sequence[float], ruled: Sequence[bool]) -> list[list[Line]]:
    """Lines as rows of the table: by lines drawn between them, by the space between them, or by their first column."""
    parts = list(ruled)
    gaps = [after.y - before.y for before, after in pairwise(rows)]
    least = min(gaps, default=0.0)
    if sum(parts) * 3 < len(parts):
        if max(gaps, default=0.0) > _WIDER * least:
            parts = [gap > (1 + _WIDER) / 2 * least for gap in gaps]
        else:
            parts = [row.x0 < edges[1] and not (row.x1 < edges[1] and row.text[0].islower()) for row in rows[1:]]
    groups = [[rows[0]]]
    for parted, row in zip(parts, rows[1:], strict=True):
        if parted:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _has_between(places: Sequence[float], above: float, below: float) -> bool:
    return any(above - 1 < each < below for each in places)
