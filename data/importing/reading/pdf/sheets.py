"""A PDF's pages as letters and ruled lines with their places: the seam to PDFium, which nothing else here knows."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead
from data.importing.reading.pdf.dots import bullets, is_dot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pypdfium2
    from pypdfium2 import PdfDocument, PdfObject, PdfPage, PdfTextPage
else:
    # Loaded here and not when a file is read: the process that reads can load nothing more.
    try:
        import pypdfium2
        import pypdfium2.raw
    except ImportError:
        pypdfium2 = None

_MOST_PAGES = 400
_MOST_LETTERS = 600_000
_MOST_ON_PAGE = 30_000
_MOST_PATHS = 20_000
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|halvfet", re.IGNORECASE)
_BOLD_WEIGHT = 700
_FORCED_BOLD = 1 << 18
_THIN = 2.6
"""A drawn area thinner than this, in points, is a line."""
_LOCKED = (
    "PDF-filen är skyddad med lösenord; spara den utan skydd, eller använd den fil som den gjordes av, och försök igen."
)
_BROKEN = "PDF-filen är skadad eller avkortad; hämta eller spara den på nytt och försök igen."


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: its left and right edge and its base line from the page's top, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn along or across the page; ``x0 == x1`` of one that stands."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def stands(self) -> bool:
        """Whether it is vertical."""
        return self.x0 == self.x1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it lies before a reader, its text upright."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    aside: str
    images: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A whole file: pages, its own properties, and the headings that its outline names, with their depths."""

    sheets: tuple[Sheet, ...]
    properties: dict[str, str]
    outline: tuple[tuple[int, str], ...]


def opened(data: bytes, progress: Callable[[], None]) -> Opened:
    """All pages of a file.

    Raises:
        CannotRead: The file is locked, broken or too large, or what reads it is not installed.
    """
    if pypdfium2 is None:
        raise CannotRead("PDF-filer kan inte läsas utan tilläggen för import: kör ”make .venv/.import”.")
    if b"%%EOF" not in data[-4096:]:
        raise CannotRead(_BROKEN)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(_LOCKED if "assword" in str(error) or "ecurity" in str(error) else _BROKEN) from error
    try:
        return _read(document, progress)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(_BROKEN) from error
    finally:
        document.close()


def _read(document: PdfDocument, progress: Callable[[], None]) -> Opened:
    count = len(document)
    if count > _MOST_PAGES:
        raise CannotRead(
            f"PDF-filen har {count} sidor, fler än {_MOST_PAGES}; spara de sidor som är beskrivningen i en egen fil."
        )
    sheets: list[Sheet] = []
    letters = 0
    for index in range(count):
        progress()
        page = document[index]
        text = page.get_textpage()
        letters += text.count_chars()
        if letters > _MOST_LETTERS or text.count_chars() > _MOST_ON_PAGE:
            raise CannotRead(
                "PDF-filen har mer text än någon beskrivning; spara de sidor som är beskrivningen i en egen fil."
            )
        sheets.append(_sheet(page, text, index + 1))
        text.close()
        page.close()
    said = {
        name.casefold(): value
        for name, value in document.get_metadata_dict().items()
        if value and name in {"Title", "Author"}
    }
    return Opened(tuple(sheets), said, tuple(_outline(document)))


def _outline(document: PdfDocument) -> Iterator[tuple[int, str]]:
    for at, mark in enumerate(document.get_toc(max_depth=6)):
        if at >= 2000:
            return
        yield mark.level + 1, mark.get_title()


def _sheet(page: PdfPage, text: PdfTextPage, number: int) -> Sheet:
    found = list(_letters(text))
    turns = Counter(turn for turn, _ in found)
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = page.get_bbox()
    box = (left, bottom, right, top)
    glyphs = tuple(_turned(each, turn, box) for angle, each in found if angle == turn)
    aside = "".join(each.text for angle, each in found if angle != turn)
    rules: list[Rule] = []
    areas: list[Rule] = []
    images = 0
    for at, item in enumerate(page.get_objects(max_depth=4)):
        if at > _MOST_PATHS:
            break
        images += item.type == 3
        rules.extend(_turned_rule(rule, turn, box) for rule in _rules(item) if item.type == 2)
        if item.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH:
            areas.append(_turned_rule(Rule(*item.get_bounds()), turn, box))
    glyphs += tuple(bullets([each for each in areas if is_dot(each)], glyphs))
    wide, high = right - left, top - bottom
    return Sheet(
        number, *((wide, high) if turn in {0, 180} else (high, wide)), glyphs, tuple(rules), aside.strip(), images
    )


def _letters(text: PdfTextPage) -> Iterator[tuple[int, Glyph]]:
    """Each letter with how it is turned, as it lies in the file: y from below."""
    raw = pypdfium2.raw
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    runs: dict[int | None, tuple[int, float, bool, bool]] = {}
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        # PDFium gives a hyphen at a line's end as a control character.
        letter = "-" if code in {2, 0xFFFE} else "" if code < 32 else chr(code)
        if not letter or not raw.FPDFText_GetCharOrigin(text, at, x, y):
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        item = raw.FPDFText_GetTextObject(text, at)
        key = ctypes.cast(item, ctypes.c_void_p).value
        if key not in runs:
            runs[key] = _run(text, at, item)
        turn, size, bold, italic = runs[key]
        ends = (box.left, box.right) if turn in {0, 180} else (box.bottom, box.top)
        if 0 < size < 400:
            yield turn, Glyph(letter, *ends, y.value if turn in {0, 180} else x.value, size, bold, italic)


def _run(text: PdfTextPage, at: int, item: object) -> tuple[int, float, bool, bool]:
    """How the letters of one run are set: how they are turned, their height, whether bold, whether italic."""
    raw = pypdfium2.raw
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, matrix)
    size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
    turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
    return turn, size, *_face(text, at, item)


def _face(text: PdfTextPage, at: int, item: object) -> tuple[bool, bool]:
    """Whether a letter's face is bold, and italic."""
    raw = pypdfium2.raw
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text, at, name, 200, flags)
    called = name.value.decode("utf-8", "replace")
    stroked = raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    heavy = bool(flags.value & _FORCED_BOLD) or raw.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT
    return bool(_BOLD_NAME.search(called)) or stroked or heavy, bool(
        re.search("ital|obliq|kursiv", called, re.IGNORECASE)
    )


def _turned(glyph: Glyph, turn: int, box: tuple[float, float, float, float]) -> Glyph:
    """A letter on a page that is turned so that its text is upright, y from above."""
    left, bottom, right, top = box
    x0, x1, y = glyph.x0, glyph.x1, glyph.y
    if turn == 0:
        x0, x1, y = x0 - left, x1 - left, top - y
    elif turn == 90:
        x0, x1, y = x0 - bottom, x1 - bottom, y - left
    elif turn == 180:
        x0, x1, y = right - x1, right - x0, y - bottom
    else:
        x0, x1, y = top - x1, top - x0, right - y
    return Glyph(glyph.text, x0, x1, y, glyph.size, glyph.bold, glyph.italic)


def _turned_rule(rule: Rule, turn: int, box: tuple[float, float, float, float]) -> Rule:
    left, bottom, right, top = box
    x0, y0, x1, y1 = rule.x0, rule.y0, rule.x1, rule.y1
    if turn == 0:
        return Rule(x0 - left, top - y1, x1 - left, top - y0)
    if turn == 90:
        return Rule(y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if turn == 180:
        return Rule(right - x1, y0 - bottom, right - x0, y1 - bottom)
    return Rule(top - y1, right - x1, top - y0, right - x0)


def _rules(item: PdfObject) -> Iterator[Rule]:
    """The lines of a drawn path: thin areas, and the edges of those that are stroked."""
    raw = pypdfium2.raw
    if item.type != raw.FPDF_PAGEOBJ_PATH:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    for points in _subpaths(item):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if x1 - x0 <= _THIN < y1 - y0:
            yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
        elif y1 - y0 <= _THIN < x1 - x0:
            yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        elif stroke.value:
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ax - bx) <= 1 < abs(ay - by):
                    yield Rule(ax, min(ay, by), ax, max(ay, by))
                elif abs(ay - by) <= 1 < abs(ax - bx):
                    yield Rule(min(ax, bx), ay, max(ax, bx), ay)


def _subpaths(item: PdfObject) -> list[list[tuple[float, float]]]:
    """The points of each unbroken part of a path, on the page; parts with curves have none."""
    raw = pypdfium2.raw
    matrix = item.get_matrix()
    parts: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(raw.FPDFPath_CountSegments(item), _MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(matrix.on_point(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment) and len(parts[-1]) > 1:
            parts[-1].append(parts[-1][0])
    return [each for each in parts if len(each) > 1]
