"""PDF files with text in them: letters and lines from PDFium, all else by where they stand on the page.

A PDF knows no paragraphs, only places. What is a line, a column, a paragraph, a table or a page's head is told here, by
rules that hold for any document: the same words at the same height are a head, letters larger than the text's are a
heading, a line that had room for the next word ends where its writer ended it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import Block, BlockKind, CannotRead, Furniture, Look, ReadDocument
from data.importing.reading.pdf import tables
from data.importing.reading.pdf.blocks import Maker, plain
from data.importing.reading.pdf.grids import Grid
from data.importing.reading.pdf.joining import Joiner
from data.importing.reading.pdf.layout import Layout, laid_out
from data.importing.reading.pdf.paragraphs import Spacing, paragraphs
from data.importing.reading.pdf.sheets import Opened, opened
from data.importing.reading.pdf.words import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_FEWEST = 20
_PICTURES = (
    "PDF-filen är bilder av text, som en skannad handling, och har ingen text i sig; "
    "använd den fil som den gjordes av, eller kör textigenkänning (OCR) på den, och försök igen."
)
_UNKNOWN = (
    "Bokstäverna i PDF-filen går inte att tyda. "
    "använd den fil som den gjordes av, eller kör textigenkänning (OCR) på den, och försök igen."
)
_MOST_UNKNOWN = 0.2


def read(data: bytes, progress: Callable[[], None]) -> ReadDocument:
    """A PDF file as blocks.

    Raises:
        CannotRead: It is locked, broken, of pictures alone, or too large.
    """
    file = opened(data, progress)
    notices = _noticed(file)
    layout = laid_out(file.sheets, progress)
    joiner = Joiner(layout.lines)
    maker = Maker(joiner, layout.body, layout.headings, {plain(title): level for level, title in file.outline})
    blocks, furniture = _blocks(layout, maker)
    progress()
    _entitle(blocks)
    if not blocks:
        raise CannotRead(_PICTURES)
    aside = [Furniture("vriden text", each.aside) for each in file.sheets if len(each.aside) > 1]
    return ReadDocument(
        "pdf", tuple(blocks), (*layout.furniture, *furniture, *aside), file.properties, notices, len(file.sheets)
    )


def _entitle(blocks: list[Block]) -> None:
    """Make what is set largest, once, at the beginning, the text's title and no heading in it."""
    sizes = [each.look.size for each in blocks if each.kind is BlockKind.HEADING]
    first = next((at for at, each in enumerate(blocks) if each.kind is BlockKind.HEADING), None)
    if first is None or blocks[first].number or len(sizes) < 2:
        return
    if blocks[first].look.size > max(sizes[sizes.index(blocks[first].look.size) + 1 :]):
        blocks[first] = msgspec.structs.replace(blocks[first], kind=BlockKind.PARAGRAPH, level=0)


def _noticed(file: Opened) -> tuple[str, ...]:
    """What who imports is told of pages without text.

    Raises:
        CannotRead: No page has any.
    """
    text = [glyph.text for sheet in file.sheets for glyph in sheet.glyphs]
    known = sum(each.isalnum() for each in text)
    if known < _FEWEST:
        raise CannotRead(_PICTURES)
    strange = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" for each in text)
    if strange > _MOST_UNKNOWN * len(text):
        raise CannotRead(_UNKNOWN)
    empty = [str(each.number) for each in file.sheets if each.images and len(each.glyphs) < _FEWEST]
    if not empty:
        return ()
    return (
        f"Sida {', '.join(empty)} är bild: det som står där lästes inte."
        if len(empty) < 2
        else f"Sidorna {', '.join(empty)} är bilder: det som står där lästes inte.",
    )


def _blocks(layout: Layout, maker: Maker) -> tuple[list[Block], list[Furniture]]:
    """The blocks of all pages: lines up to a table, the table with its parts on later pages, and so on."""
    spacing = Spacing(list(_runs(layout)))
    found: list[Block] = []
    furniture: list[Furniture] = []
    waiting = dict(layout.notes)
    held: list[Line] = []
    number = 0
    stream = [each for page in layout.pages for each in page]
    at = 0
    while at < len(stream):
        item = stream[at]
        at += 1
        if isinstance(item, Line):
            held.append(item)
            continue
        found.extend(_text(held, spacing, maker, waiting))
        held = []
        parts = [item]
        while at < len(stream) and isinstance(more := stream[at], Grid) and tables.continues(parts[-1], more):
            parts.append(more)
            at += 1
        number += 1
        rows, repeated = tables.blocks(parts, number, maker.text)
        found.extend(rows)
        furniture.extend(repeated)
    found.extend(_text(held, spacing, maker, waiting))
    found.extend(_notes(waiting, None, maker))
    return found, furniture


def _runs(layout: Layout) -> Iterator[list[Line]]:
    """The lines of each page that stand right after each other, no table between."""
    for page in layout.pages:
        run: list[Line] = []
        for each in page:
            if isinstance(each, Line):
                run.append(each)
            else:
                yield run
                run = []
        yield run


def _text(
    held: Sequence[Line], spacing: Spacing, maker: Maker, waiting: dict[int, list[tuple[str, list[Line]]]]
) -> list[Block]:
    """The blocks of lines in a row, a page's notes after the paragraph that ends on it or goes on from it."""
    found: list[Block] = []
    parts = paragraphs(held, spacing)
    for part, block in zip(parts, maker.made(parts), strict=True):
        found.extend(_notes(waiting, part.first.page, maker))
        if block.text:
            found.append(block)
    return found


def _notes(waiting: dict[int, list[tuple[str, list[Line]]]], before: int | None, maker: Maker) -> list[Block]:
    """The notes of pages before one, which are then no longer waited for."""
    found: list[Block] = []
    for page in [each for each in waiting if before is None or each < before]:
        for number, lines in waiting.pop(page):
            look = Look(size=lines[0].size)
            found.append(Block(BlockKind.FOOTNOTE, maker.text(lines), f"sida {page}", number=number, look=look))
    return found
