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

    from data.importing.blocks import Block

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
        is_text = len(block.text) > _LONGEST_STYLED or (
            len(block.text) > _LONGEST_STYLED // 3 and block.text.endswith(".")
        )
        if not is_text:
            line.head("style")
    elif block.kind is BlockKind.HEADING:
        if not is_no_heading(block.text) and after:
            line.head("look")
    elif _may_stand_out(block, look) and _has_text(after):
        line.head("look")


def _may_stand_out(block: Block, look: Looks) -> bool:
    """Whether a paragraph, or a numbered item of a list, looks as a heading and may be one."""
    is_alone = block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.LIST_ITEM and bool(block.number))
    return is_alone and look.stands_out(block) and not is_no_heading(_without_colon(block.text))


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
    for at, line in enumerate(lines[title + 1 :], title + 1):
        is_numbered = line.block.number or number_apart(line.block.text)[0]
        if line.basis.rule == "look" and not is_numbered and _goes_on_from_title(lines, at):
            line.role = Role.PASSAGE
            continue
        if line.basis.rule == "style" or is_numbered or (line.role is Role.HEADING and subjects_of(line.block.text)):
            return
        if line.role is Role.PASSAGE and len(line.block.text) > _LONG:
            return
        if line.basis.rule == "look" and (says("cover", line.block.text) or not _is_over_text(lines, at)):
            line.role = Role.PASSAGE


def _goes_on_from_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title's second: it begins in small letters, or calls the document what it is."""
    text = lines[at].block.text.strip()
    is_second = says("description", text) or says("title", text) or says("subtitle-style", lines[at].block.look.style)
    return text[:1].islower() or (is_second and not _is_over_text(lines, at))


def _is_over_text(lines: Sequence[Line], at: int) -> bool:
    """Whether a long paragraph stands right under a line, as under a heading."""
    return at + 1 < len(lines) and len(lines[at + 1].block.text) > _LONG


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
    return (
        number[:1].isdigit()
        and words[:1].isupper()
        and len(tokens(words)) <= _FEW_WORDS + 2
        and not is_no_heading(words)
    )


def _is_text_under(under: Line, line: Line) -> bool:
    """Whether what follows a line is told by it: anything but another line of the same list."""
    if under.role is Role.FURNITURE or under.block.kind is not line.block.kind:
        return True
    return len(under.block.text) > _LONG or is_sentence(under.block.text) or _is_numbered_title(under)


def _of_law(lines: Sequence[Line]) -> None:
    """Mark the law's points as headings where the answer stands under each, and not all points in a row."""
    for at, line in enumerate(lines[:-1]):
        is_text = line.block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        if line.role is Role.PASSAGE and is_text and _recites(line) and not is_no_heading(line.block.text):
            around = [each for each in lines[max(0, at - 1) : at + 2] if each is not line]
            if not any(_recites(each) for each in around) and not line.block.text.endswith("."):
                line.head("law", _PLAIN)


def _recites(line: Line) -> bool:
    return len(tokens(line.block.text)) > 4 and point_of(line.block.text) is not None  # noqa: PLR2004


def _by_words(lines: Sequence[Line], title: int) -> None:
    """Mark lines without any look that are headings by what they say: known ones, questions, names of units."""
    told = (line.role is Role.HEADING and line.basis.rule != "law" for line in lines)
    has_others = sum(told) >= _FEWEST_NUMBERED
    for at in range(len(lines) - 2, -1, -1):
        line = lines[at]
        if line.role is not Role.PASSAGE or line.block.kind is not BlockKind.PARAGRAPH or at <= title or at == 0:
            continue
        text = _without_colon(line.block.text.strip())
        if (
            not text[:1].isupper()
            or is_no_heading(text)
            or len(tokens(text)) > (_FEW_WORDS // 2 if has_others else _FEW_WORDS)
        ):
            continue
        if not _stands_alone(lines, at) or _introduces(line, lines[at + 1], has_others=has_others):
            continue
        if text.endswith("?"):
            if strong_subjects(text):
                line.head("question", _QUESTION)
        elif strong_subjects(text) or (not has_others and _may_be_one(text, lines[at + 1])):
            line.head("words", _PLAIN)


def _may_be_one(text: str, under: Line) -> bool:
    """Whether a line of a document without any headings is one: a unit, a known word, or short over long text."""
    is_over_text = len(under.block.text) > _LONG and under.block.kind is BlockKind.PARAGRAPH and not says("cover", text)
    return names_unit(text) or bool(subjects_of(text)) or (is_over_text and len(tokens(text)) < _FEW_WORDS - 2)


def _introduces(line: Line, under: Line, *, has_others: bool) -> bool:
    """Whether a line is the beginning of the list or table under it, and no heading: it ends so, or has a verb."""
    listed = under.block.kind is not BlockKind.PARAGRAPH
    return listed and (has_others or (line.block.text.endswith(":") and len(tokens(line.block.text)) > 2))  # noqa: PLR2004


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between text that is whole before it and text that begins after it."""
    before, under = lines[at - 1], lines[at + 1]
    is_over = len(tokens(before.block.text)) <= _FEW_WORDS and bool(strong_subjects(before.block.text))
    is_text_before = before.block.kind is BlockKind.PARAGRAPH and before.role is Role.PASSAGE
    whole = not is_text_before or is_sentence(before.block.text) or is_over
    is_text = len(under.block.text) > _LONG or is_sentence(under.block.text) or under.block.text.endswith(":")
    begins = under.block.kind is not BlockKind.PARAGRAPH or under.role is Role.HEADING or is_text
    return whole and begins and not before.block.text.endswith((":", ",")) and not says("title", lines[at].block.text)
