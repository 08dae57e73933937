"""Paragraphs as blocks: headings by their look or number, items of lists, captions, and running text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.importing.blocks import Block, BlockKind, Look
from data.importing.reading.pdf.paragraphs import NUMBERED, PARTED, Paragraph
from data.importing.reading.pdf.words import BULLET, Line, Word
from data.importing.reading.words import number_apart, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.importing.reading.pdf.joining import Joiner

_LARGER = 1.12
_LONGEST = 140
_CAPTION = re.compile(r"(?:Tabell|Figur|Bild|Diagram)\s+\d{1,3}\s*[.:–-]\s*\S", re.IGNORECASE)


class Maker:
    """Makes blocks of one document's paragraphs.

    Args:
        joiner: Joins its lines.
        body: The height of its running text.
        contents: The headings that its table of contents names, letters and digits alone.
        outline: The depths of the headings that the file's outline names, by the same.
    """

    def __init__(self, joiner: Joiner, body: float, contents: frozenset[str], outline: Mapping[str, int]) -> None:
        self._joiner = joiner
        self._body = body
        self._contents = contents
        self._outline = outline

    def made(self, found: Sequence[Paragraph]) -> list[Block]:
        """The blocks of paragraphs in a row, one each; one may be without words."""
        listed = _listed(found)
        over = {at for at, (one, other) in enumerate(pairwise(found)) if _is_over_text(one, other)}
        return [self._block(each, listed=at in listed, over=at in over) for at, each in enumerate(found)]

    def text(self, lines: Sequence[Line]) -> str:
        """Lines of a cell as one text."""
        parts: list[tuple[str, bool]] = []
        lines = [each for each in lines if len(each.words) > 1 or not BULLET.fullmatch(each.words[0].text)]
        for before, line in zip((None, *lines), lines, strict=False):
            listed = len(line.words) > 1 and BULLET.fullmatch(line.words[0].text) is not None
            words = " ".join(each.text for each in line.words[listed:])
            parts.append((words, listed or _breaks(before, line)))
        return self._joiner.joined(parts)

    def _block(self, paragraph: Paragraph, *, listed: bool, over: bool) -> Block:
        place = f"sida {paragraph.first.page}"
        look = self._look(paragraph)
        text = self._joiner.joined([(line.text, meant) for line, meant in paragraph.lines])
        if paragraph.mark and (listed or not NUMBERED.fullmatch(paragraph.mark)):
            number = paragraph.mark.strip(".()") if NUMBERED.fullmatch(paragraph.mark) else ""
            return Block(BlockKind.LIST_ITEM, text[len(paragraph.mark) :].strip(), place, number=number, look=look)
        if _CAPTION.match(text) and len(text) < 2 * _LONGEST and not text.endswith("."):
            return Block(BlockKind.CAPTION, text, place, look=look)
        if not self._is_heading(paragraph, text, over=over):
            return Block(BlockKind.PARAGRAPH, text, place, look=look)
        number, heading = number_apart(one_line(text))
        level = self._outline.get(plain(text), self._outline.get(plain(heading), 0))
        return Block(BlockKind.HEADING, heading, place, level=level, number=number, look=look)

    def _is_heading(self, paragraph: Paragraph, text: str, *, over: bool) -> bool:
        if len(text) > _LONGEST or len(paragraph.lines) > 4 or not re.search(r"[^\W\d]{2}", text):
            return False
        if plain(text) in self._contents or plain(text) in self._outline:
            return True
        if paragraph.size >= _LARGER * self._body:
            return True
        if re.search(r"[.,;:]$", text):
            return False
        if paragraph.bold or (paragraph.italic and over):
            return "\n" not in text
        alone = len(paragraph.lines) == 1 and paragraph.gap
        capitals = text.isupper() and len(re.findall(r"[^\W\d]", text)) > 3
        return alone and (capitals or PARTED.match(text) is not None)

    def _look(self, paragraph: Paragraph) -> Look:
        words = [word for line, _ in paragraph.lines for word in line.words]
        centred = all(_is_centred(line) for line, _ in paragraph.lines)
        return Look(size=paragraph.size, bold=paragraph.bold, centred=centred, bold_lead=_lead(words))


def plain(text: str) -> str:
    """A heading's letters and digits alone, to know it again."""
    return re.sub(r"\W", "", text).casefold()


def _lead(words: Sequence[Word]) -> str:
    """The bold words that others follow which are not."""
    end = next((at for at, each in enumerate(words) if not each.bold), len(words))
    lead = " ".join(each.text for each in words[:end]) if 0 < end < len(words) else ""
    return re.sub(r"[\s:.]+$", "", lead)


def _is_over_text(paragraph: Paragraph, under: Paragraph) -> bool:
    """Whether text in another letter stands right under a line, as under a heading."""
    return paragraph.gap and not under.italic and under.first.page - paragraph.last.page < 2


def _is_centred(line: Line) -> bool:
    middle = (line.left + line.right) / 2
    return abs((line.x0 + line.x1) / 2 - middle) < 4 and line.x0 > line.left + 20


def _breaks(before: Line | None, line: Line) -> bool:
    """Whether a line in a cell begins a paragraph of its own: by the space above it, or a bullet."""
    return before is not None and line.y - before.y > 1.5 * line.size


def _listed(found: Sequence[Paragraph]) -> set[int]:
    """Which paragraphs with a number are items of a list: numbered in a row, and set as one.

    A list's lines hang by its numbers, or each is one line right under the other; paragraphs that only begin with a
    number keep it among their words.
    """
    listed: set[int] = set()
    run: list[int] = []
    for at in range(len(found) + 1):
        follows = at < len(found) and bool(run) and at == run[-1] + 1 and _follows(found[run[-1]].mark, found[at].mark)
        if not follows:
            if len(run) > 1 and _set_as_list([found[each] for each in run]):
                listed.update(run)
            run = []
        if at < len(found) and NUMBERED.fullmatch(found[at].mark):
            run.append(at)
    return listed


def _follows(before: str, after: str) -> bool:
    one, other = before.strip(".()"), after.strip(".()")
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _set_as_list(run: Sequence[Paragraph]) -> bool:
    longer = [each for each in run if len(each.lines) > 1]
    if longer:
        return all(abs(line.x0 - each.text_x) < 4 for each in longer for line, _ in each.lines[1:])
    return not any(each.gap for each in run[1:])
