"""Several documents as one: the description first, and after it what belongs to it, each under its own title."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from data.importing.outline import Basis, Outline, OutlinePassage, OutlineSection, PassageKind
from data.importing.recognising.outlining import subjects_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE = Basis("title-of-a-file")
_NAME = Basis("name-of-a-file", guessed=True, why="Filen har ingen rubrik; rubriken är filens namn.")


def joined(outlines: Sequence[tuple[str, Outline]]) -> Outline:
    """One outline of several.

    Args:
        outlines: Each with the name of its file, the description first.
    """
    (first_name, whole), *others = outlines
    if not others:
        return whole
    whole = msgspec.structs.replace(whole, notices=_named(first_name, whole.notices))
    for name, outline in others:
        whole = _appended(whole, name, outline)
    return whole


def _appended(whole: Outline, name: str, outline: Outline) -> Outline:
    heading, passages, basis = _title(name, outline)
    at, tables = len(whole.sections), max((passage.table for passage in whole.passages), default=0)
    subjects = subjects_of(heading)
    sections = [OutlineSection(heading, 1, subjects=subjects, place=f"filen {name}", basis=basis)]
    highest = min((section.level for section in outline.sections[1:]), default=1)
    for section in outline.sections[1:]:
        above = at + max(section.above, 0)
        level = section.level - highest + 2
        sections.append(msgspec.structs.replace(section, level=level, above=above, place=_place(name, section.place)))
    moved = [
        msgspec.structs.replace(
            passage,
            n=len(whole.passages) + number,
            section=at + passage.section,
            place=_place(name, passage.place),
            subjects=passage.subjects or subjects,
            table=passage.table + tables if passage.table else 0,
        )
        for number, passage in enumerate(passages, 1)
    ]
    return msgspec.structs.replace(
        whole,
        sections=(*whole.sections, *sections),
        passages=(*whole.passages, *moved),
        furniture=(*whole.furniture, *outline.furniture),
        notices=(*whole.notices, *_named(name, outline.notices)),
    )


def _title(name: str, outline: Outline) -> tuple[str, Sequence[OutlinePassage], Basis]:
    """What a further document is called, and its passages without that."""
    first = outline.passages[:1]
    if first and first[0].kind is PassageKind.TITLE and first[0].section == 0:
        return " ".join(first[0].text.split()), outline.passages[1:], _TITLE
    if title := outline.properties.get("title", "").strip():
        return title, outline.passages, _TITLE
    return PurePath(name).stem, outline.passages, _NAME


def _named(name: str, notices: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{name}: {notice}" for notice in notices)


def _place(name: str, place: str) -> str:
    return f"filen {name}, {place}" if place else f"filen {name}"
