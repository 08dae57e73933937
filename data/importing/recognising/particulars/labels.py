"""What a document's first page and page heads say with labels: ”Diarienummer: …”, ”Antagen av …”."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import CELL
from data.importing.outline import PassageKind
from data.importing.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.outline import Outline, OutlinePassage

_FRONT = 30
_ENDS = frozenset(" :.\t–-")
_HEADS = ("sidhuvud", "sidfot")


class LabelRule(Rule, frozen=True, kw_only=True):
    """Labels, and what stands after them.

    Attributes:
        field: What the value is.
        bare: Whether the value may follow without a colon: ”Antagen av …”, ”Dnr …”.
        needs_colon: First words of those that never do.
    """

    field: str
    labels: tuple[str, ...]
    bare: bool = False
    needs_colon: tuple[str, ...] = ()


class Labelled(msgspec.Struct, frozen=True):
    """A value with its label.

    Attributes:
        passage: Where it stands; 0 in a page's head or foot.
    """

    field: str
    value: str
    passage: int
    label: str = ""


def front(outline: Outline) -> list[OutlinePassage]:
    """The passages of the first page: those before the first heading, or around the title."""
    title = next((passage for passage in outline.passages if passage.kind is PassageKind.TITLE), None)
    sections = {0} | ({title.section} if title else set())
    return [passage for passage in outline.passages[:_FRONT] if passage.section in sections]


def head_lines(outline: Outline) -> list[str]:
    """The lines of page heads and feet, heads first."""
    told = [each for what in _HEADS for each in outline.furniture if each.what == what]
    return [line for each in told for line in each.text.split("\n")]


def labelled_values(outline: Outline) -> list[Labelled]:
    """All labelled values of the first page, and then of page heads."""
    found: list[Labelled] = []
    passages = front(outline)
    for at, passage in enumerate(passages):
        if passage.cells:
            found += _of_cells(passage)
            under = passages[at + 1] if at + 1 < len(passages) else passage
            found += _of_head(passage, under)
        elif passage.kind is not PassageKind.TITLE:
            for line in passage.text.split("\n"):
                found += _of_line(line, passage.n)
            after = passages[at + 1].text if at + 1 < len(passages) else ""
            found += _over(passage, after)
    for line in head_lines(outline):
        found += _of_line(line, 0)
    return found


def _of_cells(passage: OutlinePassage) -> Iterator[Labelled]:
    cells = passage.cells
    if passage.columns and len(passage.columns) == len(cells) and any(passage.columns):
        for column, cell in zip(passage.columns, cells, strict=True):
            yield from _pair(column, cell, passage.n)
    for label, value in zip(cells[::2], cells[1::2], strict=False):
        yield from _pair(label, value, passage.n)
    for cell in cells:
        for line in cell.split("\n"):
            yield from _of_line(line, passage.n, strict=True)


def _of_head(passage: OutlinePassage, under: OutlinePassage) -> list[Labelled]:
    """The values of a row under a row of labels."""
    if passage.table != under.table or len(passage.cells) != len(under.cells) or under is passage:
        return []
    pairs = zip(passage.cells, under.cells, strict=True)
    found = [each for label, value in pairs for each in _pair(label, value, under.n)]
    return found if len(found) > 1 and len(found) >= len(passage.cells) - 1 else []


def _pair(label: str, value: str, n: int) -> Iterator[Labelled]:
    bare = label.strip().rstrip(":").strip().casefold()
    for rule in rules("particulars", LabelRule):
        if bare in rule.labels and value.strip():
            yield Labelled(rule.field, value.strip(), n, bare)
            return


def _of_line(line: str, n: int, *, strict: bool = False) -> Iterator[Labelled]:
    """The labelled values of a line, of which there may be several; ``strict``: only with a colon."""
    for part in _next_label().split(line.replace(CELL, "\n")):
        text = part.strip()
        told = _label_of(text)
        if told:
            field, label = told
            value = text[len(label) :]
            if ":" in value[:2] or (not strict and _may_be_bare(field, label)):
                yield Labelled(field, value.lstrip(" :.\t–-").strip(), n, label)


@functools.cache
def _next_label() -> re.Pattern[str]:
    """White space before another label of the same line: with a capital, as a word of a sentence has none."""
    labels = sorted((label for rule in rules("particulars", LabelRule) for label in rule.labels), key=len, reverse=True)
    return re.compile(rf"\s(?=(?:{'|'.join(re.escape(label[:1].upper() + label[1:]) for label in labels)}):\s)")


def _label_of(text: str) -> tuple[str, str] | None:
    """The field and the label that a text begins with: the longest label that is one."""
    small = text.casefold()
    found = [
        (rule.field, label)
        for rule in rules("particulars", LabelRule)
        for label in rule.labels
        if small.startswith(label) and small[len(label) : len(label) + 1] in _ENDS and len(small) > len(label)
    ]
    return max(found, key=lambda each: len(each[1]), default=None)


def _may_be_bare(field: str, label: str) -> bool:
    return any(
        rule.field == field and rule.bare and label.split(" ", maxsplit=1)[0] not in rule.needs_colon
        for rule in rules("particulars", LabelRule)
        if label in rule.labels
    )


def _over(passage: OutlinePassage, after: str) -> Iterator[Labelled]:
    """A label alone on its line, with the value on the next."""
    if after and "\n" not in after and len(after) < _LONGEST_VALUE:
        yield from _pair(passage.text, after, passage.n + 1)


_LONGEST_VALUE = 120
