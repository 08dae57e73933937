"""A page's letters as words, and words as lines."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.importing.reading.pdf.sheets import Glyph

_GAP = 0.16
"""How much of the letters' height parts words: blanks are a fourth of it, and tight lines have narrower ones."""
_SPACED = 3
_LETTERS = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    # A soft hyphen that is drawn is a hyphen.
    **dict.fromkeys((0xAD, 0x2010, 0x2011), "-"),
}
BULLET = re.compile(r"[•·▪■□◦●○‣∙➢➔✓\uE000-\uF8FF]")
"""What a list's item begins with; fonts of signs have theirs among the private codes."""
_RAISED = 0.8


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the page: edges, base line from the top, height of its letters."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """Words beside each other on one page. ``left`` and ``right`` are the edges of the column that it stands in."""

    words: tuple[Word, ...]
    page: int
    left: float = 0.0
    right: float = 0.0

    @functools.cached_property
    def text(self) -> str:
        """Its words with blanks between."""
        return " ".join(each.text for each in self.words)

    @functools.cached_property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @functools.cached_property
    def x1(self) -> float:
        """Where it ends."""
        return max(each.x1 for each in self.words)

    @functools.cached_property
    def y(self) -> float:
        """Its base line: that of its largest words."""
        return max(self.words, key=lambda each: each.size).y

    @functools.cached_property
    def size(self) -> float:
        """The height of most of its letters."""
        counted: Counter[float] = Counter()
        for each in self.words:
            counted[round(each.size * 2) / 2] += len(each.text)
        return counted.most_common(1)[0][0]

    @functools.cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        worded = [each for each in self.words if re.search(r"\w", each.text)] or self.words
        return all(each.bold for each in worded)

    @functools.cached_property
    def italic(self) -> bool:
        """Whether all of it is in italics."""
        worded = [each for each in self.words if re.search(r"\w", each.text)] or self.words
        return all(each.italic for each in worded)

    def in_column(self, left: float, right: float) -> Line:
        """The same line, told which column it stands in."""
        return Line(self.words, self.page, left, right)


def words(glyphs: Iterable[Glyph]) -> list[Word]:
    """The words that letters make, in the order of their lines."""
    found: list[Word] = []
    for row in _rows(glyphs):
        found.extend(_together(_row_words(row)))
    return found


def lines(found: Sequence[Word], page: int) -> list[Line]:
    """Words as lines from the top: what stands on one base line, or raised from it."""
    rows: list[list[Word]] = []
    for word in sorted(found, key=lambda each: (each.y, each.x0)):
        if rows and abs(word.y - rows[-1][0].y) < 0.45 * max(rows[-1][0].size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda each: each.x0)), page) for row in rows]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Letters on the same base line, from the left."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (round(each.y, 1), each.x0)):
        if rows and abs(glyph.y - rows[-1][-1].y) < 0.12 * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def _row_words(row: Sequence[Glyph]) -> list[Word]:
    found: list[Word] = []
    held: list[Glyph] = []

    def done() -> None:
        if text := unicodedata.normalize("NFC", "".join(each.text for each in held).translate(_LETTERS)).strip():
            solid = [each for each in held if each.text.strip()]
            bold = sum(each.bold for each in solid) * 2 > len(solid)
            italic = sum(each.italic for each in solid) * 2 > len(solid)
            found.append(Word(text, solid[0].x0, solid[-1].x1, solid[0].y, solid[0].size, bold, italic))
        held.clear()

    for glyph in row:
        blank = not glyph.text.strip() or glyph.text == "\u00a0"
        if held and (blank or glyph.x0 - held[-1].x1 > _GAP * glyph.size or _changes(held[-1], glyph)):
            done()
        if not blank:
            held.append(glyph)
    done()
    return found


def _changes(before: Glyph, glyph: Glyph) -> bool:
    """Whether a letter is set apart by its height, as the mark of a footnote is, or follows a bullet."""
    small, large = sorted((before.size, glyph.size))
    return small < _RAISED * large or BULLET.fullmatch(before.text) is not None


def _together(row: list[Word]) -> list[Word]:
    """A row whose letters are spaced out, ”H ä r m e d”, as words; another row as it is."""
    found: list[Word] = []
    at = 0
    while at < len(row):
        end = at
        while end < len(row) and len(row[end].text.strip(".,:")) == 1 and row[end].text[0].isalpha():
            end += 1
        if end - at > _SPACED:
            found.extend(_closed(row[at:end]))
            at = end
        else:
            found.append(row[at])
            at += 1
    return found


def _closed(run: list[Word]) -> list[Word]:
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    usual = median(gaps)
    parts: list[list[Word]] = [[run[0]]]
    for gap, word in zip(gaps, run[1:], strict=True):
        if gap > usual * 1.6 + 0.05 * word.size:
            parts.append([word])
        else:
            parts[-1].append(word)
    return [
        Word(
            "".join(each.text for each in part),
            part[0].x0,
            part[-1].x1,
            part[0].y,
            part[0].size,
            part[0].bold,
            part[0].italic,
        )
        for part in parts
    ]
