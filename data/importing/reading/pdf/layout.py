"""What is on each page of a file, in the order that it is read, and what is no part of the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.blocks import Furniture
from data.importing.reading.contents import NAME as CONTENTS
from data.importing.reading.pdf.edges import Edges, contents, edges, headings_of, shape
from data.importing.reading.pdf.footnotes import footnotes, notes, without_marks
from data.importing.reading.pdf.grids import Grid, grids
from data.importing.reading.pdf.order import ordered, text_edges
from data.importing.reading.pdf.words import Line, Word, lines, words
from data.importing.reading.words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from data.importing.reading.pdf.sheets import Sheet


@dataclass(slots=True)
class Layout:
    """A file's pages as they are read.

    Attributes:
        pages: Lines and tables of each page, in order.
        notes: The notes at each page's foot: number and lines.
        furniture: What was left out.
        headings: The headings that a table of contents names, letters and digits alone.
        body: The height of the running text.
        lines: All lines as they stand on the pages, for who wants to know which words the file has.
    """

    pages: list[list[Line | Grid]] = field(default_factory=list)
    notes: dict[int, list[tuple[str, list[Line]]]] = field(default_factory=dict)
    furniture: list[Furniture] = field(default_factory=list)
    headings: frozenset[str] = frozenset()
    body: float = 0.0
    lines: list[str] = field(default_factory=list)


def laid_out(sheets: Sequence[Sheet], progress: Callable[[], None]) -> Layout:
    """The pages of a file as they are read."""
    layout = Layout()
    found = [words(each.glyphs) for each in sheets]
    progress()
    tables = [grids(sheet.rules, page, sheet.number) for sheet, page in zip(sheets, found, strict=True)]
    rows = [lines(page, sheet.number) for sheet, page in zip(sheets, found, strict=True)]
    layout.body = _body(found)
    layout.lines = [line.text for page in rows for line in page]
    around = edges(rows)
    _without_tables(around, rows, tables)
    layout.furniture.extend(_told(around))
    outside = [
        [each for each in page if not around.holds(each) and not _in_any(each, drawn)]
        for page, drawn in zip(rows, tables, strict=True)
    ]
    named = contents([each for page in outside for each in page])
    listed = set(map(id, named))
    texts: list[list[Line]] = []
    for sheet, page, drawn in zip(sheets, rows, tables, strict=True):
        progress()
        text = [each for each in page if not around.holds(each) and id(each) not in listed]
        below = footnotes([each for each in text if not _in_any(each, drawn)], layout.body, sheet.rules)
        layout.notes[sheet.number] = notes(below)
        numbers = frozenset(number for number, _ in layout.notes[sheet.number])
        texts.append([without_marks(each, numbers) for each in text if each not in below])
    layout.headings = headings_of(named)
    layout.furniture.extend(Furniture(CONTENTS, one_line(each.text)) for each in named)
    _order(layout, sheets, texts, tables)
    return layout


def _order(
    layout: Layout, sheets: Sequence[Sheet], texts: Sequence[Sequence[Line]], tables: Sequence[Sequence[Grid]]
) -> None:
    free = [
        [word for line in page for word in line.words if not _holds(drawn, word)]
        for page, drawn in zip(texts, tables, strict=True)
    ]
    ends: dict[bool, tuple[float, float]] = {
        wide: text_edges(
            [page for page, sheet in zip(free, sheets, strict=True) if (sheet.width > sheet.height) is wide]
        )
        for wide in (True, False)
    }
    for sheet, page, drawn, text in zip(sheets, free, tables, texts, strict=True):
        kept = [each for each in drawn if any(each.holds(word) for line in text for word in line.words)]
        rows = lines(page, sheet.number)
        layout.pages.append(ordered(rows, kept, sheet.rules, ends[sheet.width > sheet.height]))


def _body(pages: Iterable[Sequence[Word]]) -> float:
    counted: Counter[float] = Counter()
    for page in pages:
        for word in page:
            if not word.bold:
                counted[round(word.size * 2) / 2] += len(word.text)
    return counted.most_common(1)[0][0] if counted else 10.0


def _holds(drawn: Sequence[Grid], word: Word) -> bool:
    return any(each.holds(word) for each in drawn)


def _in_any(line: Line, drawn: Sequence[Grid]) -> bool:
    return any(_holds(drawn, word) for word in line.words)


def _without_tables(around: Edges, rows: Sequence[Sequence[Line]], tables: Sequence[Sequence[Grid]]) -> None:
    """Give tables back the rows that looked like a page's head: theirs may stand at one height on many pages too."""
    for page, drawn in zip(rows, tables, strict=True):
        for grid in drawn:
            inside = [each for each in page if any(grid.holds(word) for word in each.words)]
            if inside and not all(around.holds(each) for each in inside):
                for held in (around.heads, around.feet):
                    number = inside[0].page
                    held[number] = [each for each in held.get(number, []) if each not in inside]


def _told(around: Edges) -> list[Furniture]:
    """Heads and feet, each once however many pages have it."""
    told: dict[tuple[str, str], Furniture] = {}
    for what, held in (("sidhuvud", around.heads), ("sidfot", around.feet)):
        for each in (line for page in held.values() for line in page):
            told.setdefault((what, shape(each)), Furniture(what, one_line(each.text)))
    return list(told.values())
