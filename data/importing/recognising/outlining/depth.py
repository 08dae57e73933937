"""How deep headings stand: by style, by number, and by look where neither tells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from data.importing.recognising.outlining.lines import Line, Looks, in_capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

_Look = tuple[float, bool, bool]

_DEEPEST = 6


def mark_depth(headings: Sequence[Line], look: Looks) -> None:
    """Give headings their level."""
    styled = [line for line in headings if line.block.level]
    numbers_tell = len({line.block.level for line in styled}) == 1 and len({_depth(line) for line in styled} - {0}) > 1
    for line in styled:
        line.level = line.block.level + (max(_depth(line), 1) - 1 if numbers_tell else 0)
    _by_number(headings, styled)
    _by_look(headings, look)


def _depth(line: Line) -> int:
    """How many parts a number has; 0 for what is no number of chapters."""
    return line.number.strip(".").count(".") + 1 if line.number[:1].isdigit() else 0


def _by_number(headings: Sequence[Line], styled: Sequence[Line]) -> None:
    deeper = Counter(line.level - _depth(line) for line in styled if _depth(line))
    by = max(0, deeper.most_common(1)[0][0]) if deeper else 0
    for line in headings:
        if not line.level and _depth(line):
            line.level = min(_depth(line) + by, _DEEPEST)


def _by_look(headings: Sequence[Line], look: Looks) -> None:
    known = [(_looks(line), line.level) for line in headings if line.level]
    ranks = sorted({_looks(line) for line in headings if not line.level}, reverse=True)
    at = 0
    for line in headings:
        if line.level:
            at = line.level
        elif known:
            line.level = min(_among(_looks(line), known, at, look), _DEEPEST)
        else:
            line.level = min(ranks.index(_looks(line)) + 1, _DEEPEST)


def _looks(line: Line) -> _Look:
    return round(line.block.look.size, 1), in_capitals(line.block), line.block.look.bold


def _among(own: _Look, known: Sequence[tuple[_Look, int]], at: int, look: Looks) -> int:
    """The level of a look among those whose level is known: under all that are larger."""
    if not own[0]:
        return at + 1
    same = {level for each, level in known if each == own}
    if len(same) == 1 and own[0] > look.size:
        return same.pop()
    larger = [level for each, level in known if each > own]
    return max(larger) + 1 if larger else at + 1 if own[0] <= look.size and at else min(level for _, level in known)
