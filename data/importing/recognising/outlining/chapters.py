"""One chapter of a longer document: which chapters there are, and the outline cut to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import Furniture
from data.importing.outline import Outline, OutlinePassage, OutlineSection, PassageKind, Subject
from data.importing.recognising.outlining.words import says, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHAPTER = 2
"""How deep a chapter stands that is worth to choose."""
_PART = 0.25
"""Of a document's passages: where rows of a plan are more, it is more than a description."""
_FEWEST_SECTIONS = 2


class Chapter(msgspec.Struct, frozen=True, omit_defaults=True):
    """A chapter that may be chosen.

    Attributes:
        section: Index of its section.
        heading: Its words.
        number: The number before them.
        passages: How many passages it has, those of its sub-chapters counted.
        rows: How many of them are rows of tables.
    """

    section: int
    heading: str
    number: str = ""
    passages: int = 0
    rows: int = 0


class MuchMore(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document that is much more than a description.

    Attributes:
        chapters: Those that could be chosen.
        likely: The heading of the chapter that is the description; empty where none says so.
    """

    chapters: tuple[Chapter, ...]
    likely: str = ""


class NoChapter(Exception):  # noqa: N818 (a sentence, not a fault of ours)
    """No chapter has such a heading, or more than one has; the message is a Swedish sentence."""


def chapters(outline: Outline) -> tuple[Chapter, ...]:
    """The chapters of a document that could be chosen: its topmost headings, and those right under them."""
    topmost = min((section.level for section in outline.sections[1:]), default=1)
    return tuple(
        _chapter(outline, at)
        for at, section in enumerate(outline.sections)
        if section.heading and section.level < topmost + _CHAPTER
    )


def _chapter(outline: Outline, at: int) -> Chapter:
    under = outline.under(at)
    section = outline.sections[at]
    return Chapter(at, section.heading, section.number, len(under), sum(bool(each.table) for each in under))


def much_more(outline: Outline) -> MuchMore | None:
    """What could be chosen, where a document is much more than a description; none where it is one.

    It is where a chapter says that it is the description and there is a plan's table or most of the words beside it, or
    where most of the document is a plan's table.

    Args:
        outline: The whole document.
    """
    found = chapters(outline)
    likely = [each for each in found if says("description", each.heading) and each.passages]
    plan = sum(_is_of_plan(passage) for passage in outline.passages)
    if len(likely) == 1:
        inside = outline.under(likely[0].section)
        beside = len(outline.passages) - len(inside)
        rows = plan - sum(map(_is_of_plan, inside))
        if rows > _PART * len(outline.passages) or beside > len(inside):
            return MuchMore(found, likely[0].heading)
        return MuchMore(found, likely[0].heading) if rows else None
    if 2 * plan > len(outline.passages) and len(found) >= _FEWEST_SECTIONS:
        return MuchMore(found)
    return None


def _is_of_plan(passage: OutlinePassage) -> bool:
    return bool(passage.table) and passage.subjects[:2] == (Subject.RETENTION, Subject.RECORDS)


def cut(outline: Outline, heading: str) -> Outline:
    """The outline of one chapter, with its sub-chapters and what stands before the first heading.

    What stands before it tells whose the document is, and when it was decided; the rest is told as left out.

    Args:
        outline: The whole document.
        heading: The chapter's heading, with or without its number, in any letters.

    Raises:
        NoChapter: If none has it, or more than one.
    """
    found = [at for at, section in enumerate(outline.sections) if section.heading and _is_called(section, heading)]
    if len(found) != 1:
        raise NoChapter(_unclear(outline, heading, found))
    kept = [0, *(at for at in range(1, len(outline.sections)) if found[0] in outline.headings_over(at))]
    title = next((passage for passage in outline.passages if passage.kind is PassageKind.TITLE), None)
    passages = [each for each in outline.passages if each.section in kept or each is title]
    left = [each for each in outline.passages if each.section not in kept and each is not title]
    return msgspec.structs.replace(
        outline,
        sections=tuple(_moved(outline.sections[at], kept) for at in kept),
        passages=tuple(_renumbered(each, n, kept) for n, each in enumerate(passages, 1)),
        furniture=(*outline.furniture, *_left_out(outline, kept, left)),
    )


def _is_called(section: OutlineSection, heading: str) -> bool:
    asked = tokens(heading)
    return asked in (tokens(section.heading), tokens(f"{section.number} {section.heading}"), tokens(section.number))


def _unclear(outline: Outline, heading: str, found: Sequence[int]) -> str:
    if found:
        numbers = ", ".join(filter(None, (outline.sections[at].number for at in found)))
        return f"Flera avsnitt heter ”{heading}”; ange också numret{': ' + numbers if numbers else ''}."
    names = ", ".join(f"”{each.heading}”" for each in chapters(outline)[:20])
    instead = f"avsnitten är {names}" if names else "läs in filen utan --avsnitt"
    return f"Inget avsnitt heter ”{heading}”; {instead}."


def _moved(section: OutlineSection, kept: Sequence[int]) -> OutlineSection:
    return msgspec.structs.replace(section, above=kept.index(section.above) if section.above in kept else -1)


def _renumbered(passage: OutlinePassage, n: int, kept: Sequence[int]) -> OutlinePassage:
    section = kept.index(passage.section) if passage.section in kept else 0
    return msgspec.structs.replace(passage, n=n, section=section)


def _left_out(outline: Outline, kept: Sequence[int], passages: Sequence[OutlinePassage]) -> list[Furniture]:
    name = "utanför avsnittet"
    headings = (each.heading for at, each in enumerate(outline.sections) if at not in kept)
    return [Furniture(name, text) for text in (*headings, *(each.text for each in passages))]
