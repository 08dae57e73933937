"""What is on pages and no part of the text: heads, feet, page numbers; and the table of contents."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.reading.pdf.words import Line
from data.importing.reading.words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NUMBER = re.compile(
    r"(?:sida|sidan|sid\.?|s\.?)?\s?[-–]?\s?\d{1,3}\s?(?:\(\s?\d{1,3}\s?\)|/\s?\d{1,3}|av\s\d{1,3})?\s?[-–]?",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:[.…]\s?){3,}\s*(?:\d{1,3})?$|(?:_){4,}\s*\d{1,3}$")
_CONTENTS = re.compile(r"innehåll(?:sförteckning)?|innehållsöversikt", re.IGNORECASE)
_ENDS_IN_PAGE = re.compile(r"[^\d.,:§(–-]\s?(\d{1,3})\Z")
_FURTHEST = 40
_NEAR = 4.0
_SHARE = 0.4
_TALLEST = 8
"""Lines that a head or foot may have: pages of one form are alike further down too, and that is their text."""


@dataclass(slots=True)
class Edges:
    """What was found at the edges: the lines, by page, and what they are."""

    heads: dict[int, list[Line]] = field(default_factory=dict)
    feet: dict[int, list[Line]] = field(default_factory=dict)

    def holds(self, line: Line) -> bool:
        """Whether a line is a head's or a foot's."""
        return line in self.heads.get(line.page, ()) or line in self.feet.get(line.page, ())


def edges(pages: Sequence[Sequence[Line]]) -> Edges:
    """Heads and feet: the same words at the same height on many pages, in a row from the top or the bottom."""
    found = Edges()
    repeated = _repeated(pages)
    for lines in pages:
        if not lines:
            continue
        page = lines[0].page
        found.heads[page] = _edge(lines, repeated)
        rest = [each for each in lines if each not in found.heads[page]]
        found.feet[page] = _edge(rest[::-1], repeated)[::-1]
    return found


def _edge(lines: Sequence[Line], repeated: Callable[[Line], bool]) -> list[Line]:
    taken: list[Line] = []
    for at, line in enumerate(lines):
        number = _NUMBER.fullmatch(line.text) is not None and at <= len(taken) < 6 and len(line.words) < 5
        if len(taken) == _TALLEST or not (repeated(line) or (number and _apart(lines, at))):
            break
        taken.append(line)
    return taken


def _apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands apart from the next one, nearer to the middle of the page."""
    if at + 1 == len(lines):
        return True
    return abs(lines[at + 1].y - lines[at].y) > 1.3 * max(lines[at].size, lines[at + 1].size)


def _repeated(pages: Sequence[Sequence[Line]]) -> Callable[[Line], bool]:
    seen: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        seen.update({(shape(line), band) for line in lines for band in _bands(line)})
    least = max(2, round(_SHARE * len(pages) + 0.49))

    def repeated(line: Line) -> bool:
        return any(seen[shape(line), band] >= least for band in _bands(line))

    return repeated


def shape(line: Line) -> str:
    """A line's words, whatever its numbers are."""
    return re.sub(r"\d+", "#", one_line(line.text)).casefold()


def _bands(line: Line) -> tuple[int, int]:
    """The two bands of the page that a line's height lies in, so that a hair's breadth parts no lines."""
    return int(line.y // (2 * _NEAR)) * 2, int((line.y + _NEAR) // (2 * _NEAR)) * 2 + 1


def contents(lines: Sequence[Line]) -> list[Line]:
    """The lines of a table of contents, with its heading: dots that lead to a page's number, or numbers that grow."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        heads = _CONTENTS.fullmatch(one_line(lines[at].text)) is not None
        first = at + 1 if heads else at
        end = _run(lines, first, heads=heads)
        if end > first and (heads or end - first > 2):
            found.extend(lines[at:end])
        at = max(end, at + 1)
    return found


def _run(lines: Sequence[Line], first: int, *, heads: bool) -> int:
    """Where a run of lines that lead to pages ends; a line may be broken over two.

    Under the contents' own heading a page's number at the end is enough, as long as the numbers grow.
    """
    end = at = first
    page = 0
    while at < len(lines) and at - end < 2:
        text = one_line(lines[at].text)
        numbered = _ENDS_IN_PAGE.search(text) if heads else None
        if _LEADER.search(text) or (numbered and page <= int(numbered[1]) <= page + _FURTHEST):
            page = int(numbered[1]) if numbered else page
            end = at + 1
        elif not heads and at == first:
            break
        at += 1
    return end


def headings_of(lines: Sequence[Line]) -> frozenset[str]:
    """The headings that a table of contents names, letters and digits alone."""
    said = (re.sub(r"[\s.…_]*\d{0,3}$", "", one_line(each.text)) for each in lines)
    return frozenset(re.sub(r"\W", "", each).casefold() for each in said)
