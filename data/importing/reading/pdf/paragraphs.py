"""Lines as paragraphs: where one ends and the next begins, over columns and pages too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from data.importing.reading.pdf.words import BULLET, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-ZÅÄÖ]")
"""A number of a heading under another: ”2.1 Diarium”."""
_DASH = re.compile(r"[–—*-]")
NUMBERED = re.compile(r"(\d{1,2}[.)]|\(?[a-zåäö]\))")
_LABEL = re.compile(r"[A-ZÅÄÖ][^:.]{1,30}:\s")
_ENDS = re.compile(r"[.!?:][”\"')]?$")
_WIDER = 1.25
_INDENT = 7.0
_USUAL = 1.22
_MANY_GAPS = 3
_LEAST = 0.8
"""Times the letters' height: what stands nearer is beside a line and not under it."""


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph.

    Attributes:
        lines: Each with whether the break before it was meant.
        mark: The bullet or number that it begins with, which is none of its words; empty where it has none.
        gap: Whether it stands apart from what is above it.
    """

    lines: list[tuple[Line, bool]] = field(default_factory=list)
    mark: str = ""
    gap: bool = True

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0][0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1][0]

    @property
    def text_x(self) -> float:
        """Where the words of its first line begin, after its mark."""
        words = self.first.words
        return words[1].x0 if self.mark and len(words) > 1 else words[0].x0

    @property
    def size(self) -> float:
        """The height of most of its letters."""
        counted: Counter[float] = Counter()
        for line, _ in self.lines:
            counted[line.size] += len(line.text)
        return counted.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line, _ in self.lines)

    @property
    def italic(self) -> bool:
        """Whether all of it is in italics."""
        return all(line.italic for line, _ in self.lines)


class Spacing:
    """How far apart a document's lines stand, by their letters' height, and whether space parts its paragraphs."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        gaps: dict[float, list[float]] = {}
        wide = 0
        for lines in pages:
            for before, after in pairwise(lines):
                is_under = before.x0 < after.x1 and after.x0 < before.x1
                if before.size == after.size and is_under and _LEAST < (ratio := (after.y - before.y) / after.size) < 2:
                    gaps.setdefault(before.size, []).append(ratio)
        self._usual = {
            size: min(median(found), _tightest(found) * 1.15) for size, found in gaps.items() if len(found) > 2
        }
        # Where sentences end on short lines without space below, not space but lines part paragraphs.
        short = 0
        for lines in pages:
            for before, after in pairwise(lines):
                if before.size != after.size or before.bold or after.bold:
                    continue
                apart = self.apart(before, after)
                wide += apart
                short += not apart and _new_sentence(before, after) and meant(before, after)
        self.parts = wide >= _MANY_GAPS and wide >= 2 * short

    def apart(self, before: Line, after: Line) -> bool:
        """Whether more than a line's usual space lies between two lines of a page."""
        usual = self._usual.get(after.size, self._usual.get(before.size, _USUAL))
        return after.y - before.y > _WIDER * usual * max(before.size, after.size)


def _tightest(found: Sequence[float]) -> float:
    """The tightest of the usual gaps: a tenth may be tighter."""
    return sorted(found)[len(found) // 10]


def paragraphs(lines: Iterable[Line], spacing: Spacing) -> list[Paragraph]:
    """Lines in reading order as paragraphs."""
    found: list[Paragraph] = []
    for line in lines:
        mark = _mark(line, found[-1] if found else None, spacing)
        if not found:
            found.append(Paragraph([(line, False)], mark))
            continue
        parted, meant = ("new", True) if mark else _relation(found[-1], line, spacing)
        if parted == "new":
            gap = line.page != found[-1].last.page or spacing.apart(found[-1].last, line)
            found.append(Paragraph([(line, False)], mark, gap))
        else:
            found[-1].lines.append((line, meant))
    return found


def _mark(line: Line, before: Paragraph | None, spacing: Spacing) -> str:
    """The bullet, dash or number that an item of a list begins with."""
    word = line.words[0].text
    if len(line.words) < 2:
        return ""
    if BULLET.fullmatch(word):
        return word
    begins = (
        before is None or before.last.page != line.page or spacing.apart(before.last, line) or meant(before.last, line)
    )
    if _DASH.fullmatch(word) or word == "o":
        indented = line.words[1].x0 - line.words[0].x1 > 0.4 * line.size or line.x0 > line.left + _INDENT
        same = before is not None and bool(before.mark) and abs(before.first.x0 - line.x0) < 2
        return (
            word
            if same
            or (begins and indented)
            or (indented and word != "o" and before is not None and before.first.x0 < line.x0 - 4)
            else ""
        )
    if NUMBERED.fullmatch(word) and not line.bold:
        same = before is not None and bool(NUMBERED.fullmatch(before.mark)) and abs(before.first.x0 - line.x0) < 6
        return word if begins or same else ""
    return ""


def meant(before: Line, after: Line) -> bool:
    """Whether the next line's first word would have had room at the end of the one before: its break was meant."""
    word = after.words[0]
    return before.x1 + 0.25 * before.size + (word.x1 - word.x0) < before.right - 0.5 and not before.text.endswith("-")


def _new_sentence(before: Line, after: Line) -> bool:
    """Whether a sentence ends with a line, and the next is no label's: ”E-post: …” belongs to what it follows."""
    return re.search(r"[.!?]$", before.text) is not None and _LABEL.match(after.text) is None


def _relation(paragraph: Paragraph, line: Line, spacing: Spacing) -> tuple[str, bool]:
    """Whether a line begins a paragraph, and, where it does not, whether the break before it was meant."""
    before = paragraph.last
    if abs(before.size - line.size) > 0.07 * max(before.size, line.size) or before.bold is not line.bold:
        return "new", True
    if before.italic and not line.italic and _is_lead(paragraph, before, line):
        return "new", True
    if before.page == line.page and line.y > before.y - 1 and abs(before.left - line.left) < 2:
        return _below(paragraph, line, spacing)
    if before.text.endswith("-") or line.text[:1].islower():
        return "same", False
    # Over a column or a page: a line that is full and ends no sentence goes on.
    return ("new", True) if meant(before, line) or _ENDS.search(before.text) or paragraph.bold else ("same", False)


def _is_numbered_heading(paragraph: Paragraph, line: Line) -> bool:
    """Whether one line, with a number of two parts and no stop, stands over what begins as text does."""
    first = paragraph.first
    is_one = len(paragraph.lines) == 1 and PARTED.match(first.text) is not None
    return is_one and not re.search(r"[.,;:]$", first.text) and line.text[:1].isupper() and paragraph.gap


def _is_lead(paragraph: Paragraph, before: Line, line: Line) -> bool:
    """Whether lines in italics, which end before their column does, stand over what follows as a heading does."""
    return paragraph.italic and not paragraph.mark and meant(before, line) and not line.text[:1].islower()


def _below(paragraph: Paragraph, line: Line, spacing: Spacing) -> tuple[str, bool]:
    before = paragraph.last
    break_meant = meant(before, line)
    if spacing.apart(before, line) or (break_meant and _is_numbered_heading(paragraph, line)):
        return "new", True
    if paragraph.mark and line.x0 < paragraph.text_x - 3:
        # A paragraph that only begins with a number goes on at the edge; a list's item does not.
        flush = len(paragraph.lines) > 1 and paragraph.last.x0 < paragraph.text_x - 3
        if not NUMBERED.fullmatch(paragraph.mark) or not (flush or (len(paragraph.lines) == 1 and not break_meant)):
            return "new", True
    if not break_meant or (line.text[:1].islower() and not re.search(r"[.,:;!?)]$", before.text)):
        return "same", False
    if line.x0 > paragraph.last.x0 + _INDENT and not paragraph.mark and line.x0 < line.left + 5 * _INDENT:
        return "new", True
    if not spacing.parts and _new_sentence(before, line):
        return "new", True
    return "same", True
