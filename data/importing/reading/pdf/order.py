"""In which order a page is read: tables where they stand, columns one after the other, rows that line up as a table."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from data.importing.reading.pdf import aligned
from data.importing.reading.pdf.words import BULLET, Line, Word, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.reading.pdf.grids import Grid
    from data.importing.reading.pdf.sheets import Rule

_GUTTER = 8.0
_SPREAD, _EVEN = (0.6, 2.5), 0.6
"""How wide the blanks of a row that is spread are, by its letters' height, and how much they may differ."""
_LEAST = 3
_DENSE = 0.55
_MARK = re.compile(r"[–—*o-]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zåäö]\)")
_LABEL = re.compile(r"[A-ZÅÄÖ][^:.]{0,40}:(?:\s|$)")
_APART = 4.0
"""How many heights of a letter may lie between two rows of the same columns."""


def ordered(
    rows: Sequence[Line], grids: Sequence[Grid], rules: Sequence[Rule], edges: tuple[float, float]
) -> list[Line | Grid]:
    """Lines and tables of a page as they are read; ``edges`` are those of the text on all pages."""
    found: list[Line | Grid] = []
    rest = list(rows)
    for grid in sorted(grids, key=lambda each: each.top):
        above = [each for each in rest if each.y <= grid.top + 1]
        rest = [each for each in rest if each.y > grid.top + 1]
        found.extend(_columns(above, rules, edges))
        found.append(grid)
    found.extend(_columns(rest, rules, edges))
    return found


def _columns(rows: Sequence[Line], rules: Sequence[Rule], edges: tuple[float, float]) -> list[Line | Grid]:
    found: list[Line | Grid] = []
    at = 0
    while at < len(rows):
        end, gutter = _band(rows, at, edges)
        if gutter is None:
            found.append(rows[at].in_column(*edges))
            at += 1
            continue
        found.extend(_parted(rows[at:end], gutter, rules, edges))
        at = end
    return found


def _band(rows: Sequence[Line], at: int, edges: tuple[float, float]) -> tuple[int, tuple[float, float] | None]:
    """How far the rows from here on leave the same upright strip empty, and which; none where they do not."""
    best: tuple[int, tuple[float, float] | None] = (at + 1, None)
    for gap in _gaps(rows[at], edges):
        low, high = gap
        left = right = 0
        end = last = at
        for end in range(at, len(rows)):
            if end > at and rows[end].y - rows[end - 1].y > _APART * rows[end].size:
                break
            narrowed = _narrowed(rows[end], low, high)
            if narrowed is None:
                break
            low, high = narrowed
            right += any(each.x0 >= high - 1 for each in rows[end].words)
            left += any(each.x1 <= low + 1 and not _is_mark(each) for each in rows[end].words)
            if any(each.x0 >= high - 1 for each in rows[end].words):
                last = end
        stop = _with_tail(rows, last, low, high)
        if min(left, right) >= _LEAST and stop > best[0]:
            best = (stop, (low, high))
    return best


def _gaps(row: Line, edges: tuple[float, float]) -> list[tuple[float, float]]:
    if _is_justified(row):
        return []
    least = max(_GUTTER, 0.9 * row.size)
    pairs = zip(
        (edges[0] - 1, *(each.x1 for each in row.words)), (*(each.x0 for each in row.words), edges[1] + 1), strict=True
    )
    first = row.words[0]
    listed = first.x1 if _is_mark(first) else -1.0
    # What stands after an item's mark is its text and no column.
    return [(low, high) for low, high in pairs if high - low > least and low != listed]


def _is_justified(row: Line) -> bool:
    """Whether a row's words are spread to fill it: all gaps are as wide, which gaps between columns are not."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(row.words)]
    least, most = min(gaps, default=0.0), max(gaps, default=0.0)
    return len(gaps) > 1 and _SPREAD[0] * row.size < least and most < _SPREAD[1] * row.size and most - least < _EVEN


def _is_mark(word: Word) -> bool:
    """Whether a word is a bullet, a dash or a number, as items of a list begin with."""
    return BULLET.fullmatch(word.text) is not None or _MARK.fullmatch(word.text) is not None


def _narrowed(row: Line, low: float, high: float) -> tuple[float, float] | None:
    """What a row leaves of an empty strip; nothing where it crosses it."""
    for word in row.words:
        if word.x1 <= low or word.x0 >= high:
            continue
        if word.x0 - low >= high - word.x1:
            high = word.x0
        else:
            low = word.x1
    return (low, high) if high - low >= _GUTTER else None


def _with_tail(rows: Sequence[Line], last: int, low: float, high: float) -> int:
    """Where a band ends: the left column may go on below the right one, in lines as near as before."""
    end = last + 1
    while end < len(rows):
        line = rows[end]
        near = line.y - rows[end - 1].y <= 1.7 * line.size
        if not near or line.x1 > high or _narrowed(line, low, high) is None or line.size > rows[end - 1].size * 1.1:
            break
        end += 1
    return end


def _parted(
    rows: Sequence[Line], gutter: tuple[float, float], rules: Sequence[Rule], edges: tuple[float, float]
) -> list[Line | Grid]:
    """What the rows on both sides of an empty strip are: columns, lines of labels, or a table."""
    middle = (gutter[0] + gutter[1]) / 2
    words = [each for row in rows for each in row.words]
    left, right = (
        lines([each for each in words if (each.x0 < middle) is side], rows[0].page) for side in (True, False)
    )
    if _is_prose(left, right, gutter, edges):
        parts = ((left, (edges[0], gutter[0])), (right, (gutter[1], edges[1])))
        found: list[Line | Grid] = []
        for part, ends in parts:
            # A column may be parted again.
            found.extend(_columns(part, rules, (ends[0], max(each.x1 for each in part))))
        return found
    # Lines above that only reach under the strip are no part of what lines up.
    first = next(at for at, row in enumerate(rows) if row.x1 > middle)
    lead: list[Line | Grid] = [row.in_column(*edges) for row in rows[:first]]
    rows = rows[first:]
    both = [row for row in rows if row.x0 < middle < row.x1]
    pieces = [piece for row in both for piece in _pieces(row, middle)]
    if sum(_LABEL.match(each.text) is not None for each in pieces) * 2 > len(pieces) or len(both) < _LEAST:
        return lead + [piece.in_column(edges[0], 10 * edges[1]) for row in rows for piece in _pieces(row, middle)]
    made = aligned.grid(rows, rules)
    return [*lead, *([made] if made is not None else [row.in_column(*edges) for row in rows])]


def _pieces(row: Line, middle: float) -> list[Line]:
    sides = ([each for each in row.words if each.x0 < middle], [each for each in row.words if each.x0 >= middle])
    return [Line(tuple(side), row.page) for side in sides if side]


def _is_prose(
    left: Sequence[Line], right: Sequence[Line], gutter: tuple[float, float], edges: tuple[float, float]
) -> bool:
    """Whether two columns are running text, each read to its end."""
    if min(len(left), len(right)) <= _LEAST:
        return False
    for part, wide in ((left, gutter[0] - edges[0]), (right, edges[1] - gutter[1])):
        if (
            median(each.x1 - each.x0 for each in part) < _DENSE * wide
            or median(len(each.words) for each in part) < _LEAST
        ):
            return False
    starts = [
        [after.y for before, after in pairwise(part) if after.y - before.y > 1.6 * after.size] for part in (left, right)
    ]
    shared = [y for y in starts[0] if any(abs(y - other) < 2 for other in starts[1])]
    return not (len(shared) > 1 and len(shared) * 3 >= len(starts[0]) * 2)


def text_edges(pages: Sequence[Sequence[Word]]) -> tuple[float, float]:
    """The left and right edge of the text on all pages: where most lines begin, and the furthest that they reach."""
    words = [each for page in pages for each in page]
    if not words:
        return 0.0, 0.0
    rights = sorted(each.x1 for each in words)
    return min(each.x0 for each in words), rights[min(len(rights) - 1, int(len(rights) * 0.998))]
