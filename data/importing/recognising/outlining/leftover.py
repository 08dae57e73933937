"""What is on the page and no part of the text, and the reader could not know: it was told by words alone."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind
from data.importing.recognising.outlining.lines import Line, Role
from data.importing.recognising.outlining.shapes import is_page_number
from data.importing.recognising.outlining.words import begins, line_rule, says, standing, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.importing.blocks import Furniture

_SHORT = 60
_FEW_WORDS = 8
_FEWEST_LISTED = 3


def leave_out(lines: Sequence[Line], furniture: Sequence[Furniture]) -> None:
    """Mark the lines that are furniture."""
    for line in lines:
        _alone(line)
    _repeated_heads(lines, furniture)
    _contents(lines)
    _revisions(lines)
    _copies(lines)


def _alone(line: Line) -> None:
    text = line.block.text.strip()
    if line.block.hidden:
        line.leave_out("dold text")
    elif not text:
        line.leave_out("tom rad")
    elif line.block.kind is BlockKind.TABLE_ROW:
        return
    elif is_page_number(text) and line.block.kind is not BlockKind.LIST_ITEM:
        line.leave_out("sidnummer")
    elif not any(letter.isalnum() for letter in text) or _is_signing(text):
        line.leave_out("underskrift")
    elif len(text) <= _SHORT and not line.block.level and begins_as("of-the-page", text):
        line.leave_out("om sidan")


def begins_as(rule: str, text: str) -> bool:
    """Whether the first words of a line are those of a row of a rule, in their order."""
    words = tokens(text)
    return any(standing(row, words[: len(row)]) for row in line_rule(rule).words)


def _is_signing(text: str) -> bool:
    return (
        len(tokens(text)) <= _FEW_WORDS
        and says("signing", text)
        and ("___" in text or "...." in text or len(tokens(text)) == 1)
    )


def _repeated_heads(lines: Sequence[Line], furniture: Sequence[Furniture]) -> None:
    """Leave out lines that are a page's head again, as the reader found it elsewhere."""
    heads = {_bare(each.text) for each in furniture if each.what in {"sidhuvud", "sidfot"}} - {""}
    for line in lines:
        if (
            line.is_short_kind
            and not line.block.level
            and len(line.block.text) > _SHORT // 4
            and _bare(line.block.text) in heads
        ):
            line.leave_out("sidhuvud")


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _contents(lines: Sequence[Line]) -> None:
    """Leave out lists of the document's own headings: of links, or typed without pages."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        places.setdefault(_bare(line.block.text), []).append(at)
    at = 0
    while at < len(lines):
        titled = len(lines[at].block.text) <= _SHORT and _is_contents_title(lines[at].block.text)
        start = at + titled
        listed = sum(1 for _ in takewhile(lambda line: _stands_later(line, lines, places), lines[start:]))
        if listed >= _FEWEST_LISTED and (titled or _are_links(lines, start, listed)):
            for line in lines[at : start + listed]:
                line.leave_out("innehållsförteckning")
        at = max(start + listed, at + 1)


def _is_contents_title(text: str) -> bool:
    words = tokens(text)
    return any(len(standing(row, words)) == len(words) for row in line_rule("contents").words)


def _stands_later(line: Line, lines: Sequence[Line], places: dict[str, list[int]]) -> bool:
    bare = _bare(line.block.text)
    again = places.get(bare) or [0]
    return (
        line.role is not Role.FURNITURE
        and line.block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        and bool(bare)
        and lines[again[-1]] is not line
        and lines[again[-1]].is_short_kind
    )


def _are_links(lines: Sequence[Line], start: int, listed: int) -> bool:
    """Whether a list is a page's links to its own headings: before all text, and not what a sentence begins."""
    before, after = lines[:start], lines[start + listed :]
    headings = {_bare(line.block.text) for line in after if line.block.kind is BlockKind.HEADING}
    return (
        all(
            line.block.kind is BlockKind.LIST_ITEM and _bare(line.block.text) in headings
            for line in lines[start : start + listed]
        )
        and sum(line.block.kind is BlockKind.HEADING for line in before) <= 1
        and not (before and before[-1].block.text.rstrip().endswith(":"))
    )


def _revisions(lines: Sequence[Line]) -> None:
    """Leave out tables of the document's versions, with the heading over them."""
    for at, line in enumerate(lines):
        if (
            line.role is Role.PASSAGE
            and line.is_short_kind
            and len(line.block.text) <= _SHORT
            and says("revisions", line.block.text)
        ):
            rows = [*_rows(lines[at + 1 :])]
            if rows:
                _leave_out_all([line, *rows], "versioner")
        elif (
            line.role is Role.PASSAGE
            and line.block.kind is BlockKind.TABLE_ROW
            and says("revision-columns", " ".join(line.block.columns))
        ):
            line.leave_out("versioner")


def _copies(lines: Sequence[Line]) -> None:
    """Leave out whom a copy goes to, at the document's end."""
    for at, line in enumerate(lines):
        text = line.block.text.strip()
        if (
            line.role is Role.PASSAGE
            and line.is_short_kind
            and begins("copies", text)
            and len(text) <= 2 * _SHORT
            and ":" in text
        ):
            short = takewhile(lambda each: len(each.block.text) <= _SHORT and not each.block.level, lines[at + 1 :])
            rest = list(short)
            if at + 1 + len(rest) == len(lines) or text[-1] != ":":
                _leave_out_all([line, *(rest if text[-1] == ":" else ())], "sändlista")


def _rows(lines: Sequence[Line]) -> Iterable[Line]:
    return takewhile(lambda line: line.block.kind is BlockKind.TABLE_ROW, lines)


def _leave_out_all(lines: Iterable[Line], what: str) -> None:
    for line in lines:
        line.leave_out(what)
