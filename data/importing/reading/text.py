"""Plain text: paragraphs by blank lines, headings by how they stand, lists by typed marks, tables by tabs or bars."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from data.importing.blocks import CELL, Block, BlockKind, CannotRead, ReadDocument
from data.importing.reading import contents
from data.importing.reading.encoded import decoded
from data.importing.reading.flow import LONGEST, TOO_LONG, Gathered
from data.importing.reading.words import mark_apart, number_apart, tidy
from data.importing.reading.wrapped import Joiner, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_RULE = re.compile(r"([=~-])\1{2,}")
_MARKED = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_DIVIDER = re.compile(r":?-{2,}:?")
_PAGE = re.compile(
    r"(?:sid(?:a|an|\.)?\s*)?\d{1,3}\s*(?:\(\d{1,3}\)|/\s*\d{1,3}|av\s+\d{1,3})|sida\s+\d{1,3}", re.IGNORECASE
)
_MOST_LINES = 100_000
_LONGEST_HEADING = 120
_NO_HEADING = re.compile(r"\d|@|:\s|www\.|\w\.[a-z]{2,}\b")
"""What dates, labels and addresses have, and headings mostly not."""
_ENDS = (".", ",", ";", ":", "!", "?", "…")
_FEWEST_ROWS = 2


def read(data: bytes, progress: Callable[[], None]) -> ReadDocument:
    """Read a text file.

    Args:
        data: The whole file.
        progress: Told now and then that it goes forward.

    Raises:
        CannotRead: If it is longer than any description.
    """
    text, notices = decoded(data)
    progress()
    if len(text) > LONGEST or text.count("\n") > _MOST_LINES:
        raise CannotRead(TOO_LONG)
    gathered = Gathered(progress, notices=notices)
    lines = [Line(one.rstrip(), at) for at, one in enumerate(re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text), 1)]
    joiner = Joiner([line for line in lines if line.text])
    for block in _told(list(_blocks(lines, joiner, gathered))):
        gathered.add(block)
    blocks, typed = contents.without_typed(gathered.blocks)
    return ReadDocument(
        format="text",
        blocks=tuple(blocks),
        furniture=(*gathered.furniture, *typed),
        notices=tuple(gathered.notices),
    )


def _blocks(lines: Sequence[Line], joiner: Joiner, gathered: Gathered) -> Iterator[Block]:
    kept = []
    for line in lines:
        if _PAGE.fullmatch(line.text.strip()):
            gathered.leave_out("sidnummer", line.text.strip())
        else:
            kept.append(line)
    for filled, group in groupby(kept, key=lambda line: bool(line.text.strip())):
        if filled:
            yield from _of_group(list(group), joiner, gathered)


def _of_group(group: list[Line], joiner: Joiner, gathered: Gathered) -> Iterator[Block]:
    """The blocks of lines without a blank one between them."""
    for rows, part in groupby(group, key=_columns):
        some = list(part)
        if rows and len(some) >= _FEWEST_ROWS:
            yield from _table(some, gathered)
        else:
            yield from _of_lines(some, joiner)


def _of_lines(lines: list[Line], joiner: Joiner) -> Iterator[Block]:
    begun: list[Line] = []
    for line in lines:
        marked = _MARKED.fullmatch(line.text.strip()) if len(line.text) <= _LONGEST_HEADING else None
        rule = _RULE.fullmatch(line.text.strip())
        if rule and begun:
            under = begun.pop()
            yield from _paragraphs(begun, joiner)
            yield _heading(under, under.text, 1 if rule[1] == "=" else 2)
        elif marked:
            yield from _paragraphs(begun, joiner)
            yield _heading(line, marked[2], len(marked[1]))
        elif not rule:
            begun.append(line)
            continue
        begun = []
    yield from _paragraphs(begun, joiner)


def _paragraphs(lines: list[Line], joiner: Joiner) -> Iterator[Block]:
    joined = joiner.joined(lines)
    for line in joined:
        marked, rest = mark_apart(line.text)
        text = tidy(rest)
        if not text:
            continue
        if marked:
            yield Block(BlockKind.LIST_ITEM, text, f"rad {line.number}")
        elif len(joined) == 1 and "\n" not in text and _may_be_heading(text):
            yield _heading(line, text, 0)
        else:
            yield Block(BlockKind.PARAGRAPH, text, f"rad {line.number}")


def _heading(line: Line, text: str, level: int) -> Block:
    number, words = number_apart(tidy(text))
    return Block(BlockKind.HEADING, words, f"rad {line.number}", level=level, number=number)


def _may_be_heading(text: str) -> bool:
    """Whether a line that stands alone looks like a heading: short, not ended as a sentence, no date and no address."""
    words = number_apart(text)[1]
    return (
        len(text) <= _LONGEST_HEADING
        and not text.endswith(_ENDS)
        and words[0].isupper()
        and not _NO_HEADING.search(words)
    )


def _told(blocks: list[Block]) -> list[Block]:
    """The blocks, with those as headings that look so and have text under them; the first is the document's title."""
    told = list(blocks)
    under = False
    for at in range(len(told) - 1, -1, -1):
        block = told[at]
        if block.kind is BlockKind.HEADING and not block.level and (at == 0 or not under):
            shown = f"{block.number} {block.text}" if block.number else block.text
            told[at] = Block(BlockKind.PARAGRAPH, shown, block.place)
        under = True if block.kind is not BlockKind.HEADING else under
    return told


def _columns(line: Line) -> int:
    """How many columns a line has; 0 where it is none of a table."""
    text = line.text.strip()
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        return 1
    return text.count("\t") + 1 if "\t" in text and not mark_apart(text)[0] else 0


def _table(lines: list[Line], gathered: Gathered) -> Iterator[Block]:
    gathered.tables += 1
    divided = len(lines) > 1 and len(lines[1].text) < _LONGEST_HEADING and _divides(lines[1].text)
    columns = _cells(lines[0].text) if divided else ()
    for line in lines[2 if divided else 0 :]:
        cells = _cells(line.text)
        if any(cells):
            place = f"rad {line.number}"
            yield Block(
                BlockKind.TABLE_ROW, CELL.join(cells), place, cells=cells, columns=columns, table=gathered.tables
            )


def _divides(text: str) -> bool:
    """Whether a line of dashes stands between a table's head and its rows: ``|---|:--:|``."""
    cells = text.strip().strip("|").split("|")
    return "|" in text and all(_DIVIDER.fullmatch(cell.strip()) for cell in cells)


def _cells(text: str) -> tuple[str, ...]:
    text = text.strip()
    parts = text.strip("|").split("|") if text.startswith("|") else text.split("\t")
    return tuple(map(tidy, parts))
