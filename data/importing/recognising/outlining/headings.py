"""Which lines are headings: by style, look, number or words, and never against what a line is by its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind
from data.importing.recognising.outlining.lines import Line, Looks, Role
from data.importing.recognising.outlining.shapes import is_no_heading, is_sentence, number_apart
from data.importing.recognising.outlining.subjects import names_unit, point_of, strong_subjects, subjects_of
from data.importing.recognising.outlining.words import says, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_STYLED = 300
_FEW_WORDS = 8
_LONG = 60
"""Characters: a line as long as this is text, and what stands over it may be its heading."""
_FEWEST_NUMBERED = 2
_PLAIN = "Raden ser ut som vanlig text; den togs för rubrik av vad den säger och vad som står under den."
_NUMBERED = "Raden ser ut som vanlig text; den togs för rubrik av sitt nummer."
_QUESTION = "Raden ser ut som vanlig text; den togs för rubrik för att den frågar och svaret står under den."


def mark_headings(lines: Sequence[Line], look: Looks, title: int) -> None:
    """Mark the lines that are headings, and part the numbers that were typed before them."""
    for at, line in enumerate(lines):
        line.number, line.text = line.block.number, line.block.text
        if line.role is Role.PASSAGE:
            _by_style_or_look(line, look, lines[at + 1 :])
    _without_cover(lines, title)
    _by_number(lines)
    if not any(line.basis.rule == "style" for line in lines):
        _of_law(lines)
    _by_words(lines, title)
    for line in lines:
        if line.role is Role.HEADING and not line.number:
            line.number, line.text = number_apart(line.block.text)


def _by_style_or_look(line: Line, look: Looks, after: Sequence[Line]) -> None:
    block = line.block
    if block.kind is BlockKind.HEADING and block.level:
        is_text = len(block.text) > _LONGEST_STYLED or (len(block.text) > _LONGEST_STYLED // 3 and block.text.endswith("."))
        if not is_text:
            line.head("style")
    elif block.kind is BlockKind.HEADING:
        if not is_no_heading(block.text) and after:
            line.head("look")
    elif block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.LIST_ITEM and block.number):
        if look.stands_out(block) and not is_no_heading(_without_colon(block.text)) and _has_text(after):
            line.head("look")


def _without_colon(text: str) -> str:
    return text.rstrip(": ")


def _has_text(after: Sequence[Line]) -> bool:
    """Whether any text stands under a line."""
    return any(line.role is Role.PASSAGE and not line.block.look.bold for line in after)


def _without_cover(lines: Sequence[Line], title: int) -> None:
    """Take names and places that stand around the title for no headings."""
    if title < 0:
        return
    for line in lines[:title]:
        if line.basis.rule == "look":
            line.role = Role.PASSAGE
    for line in lines[title + 1 :]:
        is_numbered = line.block.number or number_apart(line.block.text)[0]
        if line.basis.rule == "style" or is_numbered or (line.role is Role.HEADING and subjects_of(line.block.text)):
            return
        if line.role is Role.PASSAGE and len(line.block.text) > _LONG:
            return
        if line.basis.rule == "look":
            line.role = Role.PASSAGE


def _by_number(lines: Sequence[Line]) -> None:
    """Mark typed numbers that go on from one another, with text under each."""
    found = [
        (at, line)
        for at, line in enumerate(lines[:-1])
        if line.role is Role.PASSAGE
        and line.block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        and _is_numbered_title(line)
        and _is_text_under(lines[at + 1], line)
    ]
    if len(found) >= _FEWEST_NUMBERED and not any(line.basis.rule == "style" for line in lines):
        for _, line in found:
            line.head("number", _NUMBERED)


def _is_numbered_title(line: Line) -> bool:
    number, words = number_apart(line.block.text)
    number, words = (line.block.number, line.block.text) if line.block.number else (number, words)
    return number[:1].isdigit() and words[:1].isupper() and len(tokens(words)) <= _FEW_WORDS + 2 and not is_no_heading(words)


def _is_text_under(under: Line, line: Line) -> bool:
    """Whether what follows a line is told by it: anything but another line of the same list."""
    if under.role is Role.FURNITURE or under.block.kind is not line.block.kind:
        return True
    return len(under.block.text) > _LONG or is_sentence(under.block.text) or _is_numbered_title(under)


def _of_law(lines: Sequence[Line]) -> None:
    """Mark the law's points as headings where the answer stands under each, and not all points in a row."""
    for at, line in enumerate(lines[:-1]):
        if line.role is Role.PASSAGE and line.block.kind is not BlockKind.TABLE_ROW and _recites(line):
            around = [each for each in lines[max(0, at - 1) : at + 2] if each is not line]
            if not any(_recites(each) for each in around) and not line.block.text.endswith("."):
                line.head("law", _PLAIN)


def _recites(line: Line) -> bool:
    return len(tokens(line.block.text)) > 4 and point_of(line.block.text) is not None  # noqa: PLR2004


def _by_words(lines: Sequence[Line], title: int) -> None:
    """Mark lines without any look that are headings by what they say: known ones, questions, names of units."""
    has_others = sum(line.role is Role.HEADING for line in lines) >= _FEWEST_NUMBERED
    for at, line in enumerate(lines[:-1]):
        if line.role is not Role.PASSAGE or line.block.kind is not BlockKind.PARAGRAPH or at <= title or at == 0:
            continue
        text = _without_colon(line.block.text.strip())
        if not text[:1].isupper() or is_no_heading(text) or len(tokens(text)) > _FEW_WORDS or not _stands_alone(lines, at):
            continue
        if text.endswith("?"):
            if strong_subjects(text):
                line.head("question", _QUESTION)
        elif strong_subjects(text) or (not has_others and names_unit(text)) or (not has_others and subjects_of(text)):
            line.head("words", _PLAIN)


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between text that is whole before it and text that begins after it."""
    before, under = lines[at - 1], lines[at + 1]
    whole = before.block.kind is not BlockKind.PARAGRAPH or before.role is not Role.PASSAGE or is_sentence(before.block.text)
    begins = under.block.kind is not BlockKind.PARAGRAPH or len(under.block.text) > _LONG or is_sentence(under.block.text)
    return whole and begins and not before.block.text.endswith((":", ",")) and not says("title", lines[at].block.text)
