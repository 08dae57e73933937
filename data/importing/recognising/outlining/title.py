"""Which line is the document's title: by style, size and words, wherever a name or a number stands above it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind
from data.importing.recognising.outlining.lines import Line, Looks, Role, in_capitals
from data.importing.recognising.outlining.shapes import is_date, is_label, is_page_number, is_sentence, number_apart
from data.importing.recognising.outlining.subjects import strong_subjects
from data.importing.recognising.outlining.words import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIRST = 40
"""Blocks among which a title stands, a page with the decision before it counted."""
_LONGEST = 260
_ENOUGH = 4


def mark_title(lines: Sequence[Line], look: Looks) -> int:
    """Mark the line that is the title.

    Returns:
        Where it stands; -1 where no line is one.
    """
    scored = [(_score(line, look, lines), -at) for at, line in _candidates(lines)]
    best, at = max(scored, default=(0, 0))
    if best < _ENOUGH:
        return -1
    lines[-at].role = Role.TITLE
    return -at


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The lines before the first that begins the text: a numbered heading, or one that tells of a subject."""
    for at, line in islice(enumerate(lines), _FIRST):
        text = line.block.text.strip()
        if line.role is Role.FURNITURE or not line.is_short_kind or not text or len(text) > _LONGEST:
            continue
        is_other = line.block.kind is BlockKind.HEADING and not says("title", text)
        if is_other and (_is_numbered(line) or strong_subjects(text)):
            return
        if not (_is_numbered(line) or is_label(text) or is_date(text) or is_page_number(text) or _is_text(text)):
            yield at, line
        if is_other and line.block.level:
            return


def _is_text(text: str) -> bool:
    return is_sentence(text) and (text.endswith(".") or not says("title", text))


def _is_numbered(line: Line) -> bool:
    return bool(line.block.number or number_apart(line.block.text)[0])


def _score(line: Line, look: Looks, lines: Sequence[Line]) -> int:
    block = line.block
    size = max((each.block.look.size for each in lines[:_FIRST] if each.is_short_kind), default=0.0)
    return (
        4 * says("title", block.text)
        + 4 * says("title-style", block.look.style)
        + 2 * (look.is_larger(block) and block.look.size >= size)
        + 2 * (block.kind is BlockKind.HEADING and block.level == 1)
        + (block.look.bold or in_capitals(block) or block.look.centred)
    )
