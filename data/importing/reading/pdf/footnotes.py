"""Notes at the foot of a page: smaller letters under the text, each begun by its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.reading.pdf.words import Line, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.reading.pdf.sheets import Rule

_SMALLER = 0.93
_LARGER = 1.05
_NEAR = 3.0
_SHORT = (40.0, 260.0)
_NUMBER = re.compile(r"(\d{1,2}|\*{1,3})\)?")


def footnotes(lines: Sequence[Line], body: float, rules: Sequence[Rule]) -> list[Line]:
    """The lines at the end of a page that are notes; none where they do not begin with a number.

    They are set smaller than the text, or stand under a short line drawn from its left edge.
    """
    at = len(lines)
    while at and lines[at - 1].size < _SMALLER * body:
        at -= 1
    edge = min((each.x0 for each in lines), default=0.0)
    short = [each.y0 for each in rules if _parts_notes(each, edge, rules)]
    if short and any(each.y > max(short) for each in lines):
        below = next(place for place, each in enumerate(lines) if each.y > max(short))
        is_set_as_text = all(each.size <= body * _LARGER and not each.bold for each in lines[below:])
        if begins(lines[below]) and is_set_as_text and lines[below].y - max(short) < 3 * body:
            at = min(at, below)
    found = list(lines[at:])
    while found and not begins(found[0]):
        found.pop(0)
    return found


def _parts_notes(rule: Rule, edge: float, rules: Sequence[Rule]) -> bool:
    """Whether a drawn line is the short one over a page's notes: at the text's edge, and no part of a table's lines."""
    if rule.stands or not _SHORT[0] < rule.x1 - rule.x0 < _SHORT[1] or abs(rule.x0 - edge) >= _NEAR:
        return False
    return not any(
        other.x0 > rule.x0 + _NEAR and other.x0 <= rule.x1 + _NEAR and other.y0 - _NEAR < rule.y0 < other.y1 + _NEAR
        for other in rules
        if other is not rule
    )


def begins(line: Line) -> bool:
    """Whether a line begins a note: a number set small or raised, or standing before a capital."""
    first = line.words[0]
    if len(line.words) < 2 or not _NUMBER.fullmatch(first.text):
        return False
    return is_raised(first, line) or line.words[1].text[:1].isupper()


def is_raised(word: Word, line: Line) -> bool:
    """Whether a word is set smaller than its line and above it."""
    return word.size < 0.85 * line.size and word.y < line.y - 0.1 * line.size


def notes(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Each note's number and lines, the number no longer among its words."""
    found: list[tuple[str, list[Line]]] = []
    for line in lines:
        if begins(line):
            found.append((line.words[0].text.rstrip(")"), [Line(line.words[1:], line.page, line.left, line.right)]))
        elif found:
            found[-1][1].append(line)
    return found


def without_marks(line: Line, numbers: frozenset[str]) -> Line:
    """A line without the raised numbers that lead to notes on its page."""
    kept = tuple(each for each in line.words if not (each.text.rstrip(")") in numbers and is_raised(each, line)))
    return Line(kept, line.page, line.left, line.right) if kept else line
