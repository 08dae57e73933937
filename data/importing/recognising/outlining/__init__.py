"""From the blocks that were read to an outline: headings, passages, and what each of them tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.outline import Outline
from data.importing.recognising.outlining.depth import mark_depth
from data.importing.recognising.outlining.headings import mark_headings
from data.importing.recognising.outlining.heads import with_heads
from data.importing.recognising.outlining.leftover import leave_out
from data.importing.recognising.outlining.lines import Line, Role, looks
from data.importing.recognising.outlining.passages import Told
from data.importing.recognising.outlining.subjects import subjects_of
from data.importing.recognising.outlining.title import mark_title

if TYPE_CHECKING:
    from data.importing.blocks import ReadDocument

__all__ = ["outlined", "subjects_of"]


def outlined(document: ReadDocument) -> Outline:
    """The outline of a document: every word is in a heading, in a passage or in what is told as left out.

    Args:
        document: What was read.
    """
    blocks = tuple(with_heads(document.blocks))
    lines = [Line(block) for block in blocks]
    look = looks(blocks)
    leave_out(lines, document.furniture)
    title = mark_title(lines, look)
    mark_headings(lines, look, title)
    mark_depth([line for line in lines if line.role is Role.HEADING], look)
    told = Told(lines)
    return Outline(
        tuple(told.sections),
        tuple(told.passages),
        (*document.furniture, *told.furniture),
        document.properties,
        document.notices,
        document.format,
    )
