"""Bullets that are drawn as small areas and written with no letter, as browsers print lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.importing.reading.pdf.sheets import Glyph, Rule

_SIZES = (1.5, 6.0)
_NEAR, _FREE = 30.0, 60.0
"""How far right of a bullet its words begin, and how far left of it nothing stands, in points."""
_MOST = 400
_BULLET = "•"


def is_dot(area: Rule) -> bool:
    """Whether a drawn area is as small and as wide as it is high."""
    wide, high = area.x1 - area.x0, area.y1 - area.y0
    return _SIZES[0] < wide < _SIZES[1] and _SIZES[0] < high < _SIZES[1] and abs(wide - high) < wide / 4


def bullets(areas: Sequence[Rule], letters: Sequence[Glyph]) -> Iterator[Glyph]:
    """The areas that stand before the first letter of a line, as letters."""
    for area in areas[:_MOST]:
        middle = (area.y0 + area.y1) / 2
        line = [each for each in letters if each.text.strip() and 0 < each.y - middle < 0.65 * each.size]
        right = [each for each in line if 0 < each.x0 - area.x1 < _NEAR]
        left = any(-_NEAR / 2 < area.x0 - each.x1 < _FREE for each in line if each.x0 < area.x1)
        if right and not left:
            first = min(right, key=lambda each: each.x0)
            yield replace(first, text=_BULLET, x0=area.x0, x1=area.x1, bold=False, italic=False)
