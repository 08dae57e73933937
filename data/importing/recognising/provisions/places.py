"""Where references to law may stand: passages and cells, and whether what stands there is about secrecy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.outline import PassageKind, Subject
from data.importing.recognising.provisions.tokens import law_of, tokens
from data.importing.recognising.provisions.words import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.outline import Outline, OutlinePassage

_CHAPTER, _PARAGRAPH = re.compile(r"(?i)kap"), re.compile(r"(?i)paragraf|§")
_NUMBER = re.compile(r"\d{1,2}")
_LIST = re.compile(r"[\d\s,a-h–-]{1,40}|\d.{0,40}§")


class Place(msgspec.Struct, frozen=True):
    """Words with references in them.

    Attributes:
        text: The words.
        passage: The number of their passage.
        law: The id of the law that the column is headed with; empty where it is none.
        is_secrecy: Whether something around says that it is about secrecy.
        is_column: Whether the column says so.
        is_secrecy_section: Whether its section tells of secrecy.
        is_common: Whether it is of the section that tells of the authority's common provisions.
        is_one: Whether nothing tells what it is about, so that the words alone must.
        is_row: Whether it is of a table.
        is_item: Whether it is an item of a list.
    """

    text: str
    passage: int
    law: str
    is_secrecy: bool
    is_column: bool
    is_secrecy_section: bool
    is_common: bool
    is_one: bool
    is_row: bool
    is_item: bool


def places(outline: Outline) -> Iterator[Place]:
    """All passages, rows cell by cell."""
    common = common_sections(outline)
    lead = ""
    for passage in outline.passages:
        if passage.recited:
            continue
        if passage.kind is not PassageKind.LIST_ITEM:
            lead = passage.text
        headings = " ".join(outline.sections[at].heading for at in outline.headings_over(passage.section))
        is_section = Subject.SECRECY in passage.subjects
        around = f"{passage.text} {headings} {lead if passage.kind is PassageKind.LIST_ITEM else ''}".lower()
        for text, column in _cells(passage):
            named = column.lower().strip()
            in_column = bool(named) and (matches("column", named) or (is_section and matches("law-column", named)))
            yield Place(
                text,
                passage.n,
                _law(column) or ("" if is_section else _law(headings)),
                is_section or in_column or matches("context", around),
                in_column,
                is_section,
                is_section and (passage.section in common or not common),
                not common and not passage.subjects,
                passage.kind is PassageKind.TABLE_ROW and bool(passage.columns),
                passage.kind is PassageKind.LIST_ITEM,
            )


def _law(words: str) -> str:
    named = [law_of(part).id for part in tokens(words) if part.kind == "L"] if words else []
    return named[0] if len(named) == 1 and law_of_secrecy(named[0]) else ""


def law_of_secrecy(id_: str) -> bool:
    """Whether a column or heading may give its law to what stands there."""
    return id_ in {"osl", "osf", "older"}


def _cells(passage: OutlinePassage) -> Iterator[tuple[str, str]]:
    """The words of each cell and what its column is called; chapter and paragraph in cells of their own are one."""
    if passage.kind is not PassageKind.TABLE_ROW or not passage.cells:
        yield passage.text, ""
        return
    columns = passage.columns or ("",) * len(passage.cells)
    pairs = list(zip(passage.cells, columns, strict=False))
    if len(pairs) > 1 and _CHAPTER.search(pairs[0][1]) and _PARAGRAPH.search(pairs[1][1]):
        chapter = _NUMBER.search(pairs[0][0])
        if chapter and not _CHAPTER.search(pairs[1][0]):
            pairs = [(f"{chapter.group()} kap. {pairs[1][0]}", pairs[1][1]), *pairs[2:]]
    yield from pairs


def common_sections(outline: Outline) -> set[int]:
    """The sections that tell of secrecy for the whole authority: the topmost of them, and those within."""
    told = [at for at, section in enumerate(outline.sections) if Subject.SECRECY in section.subjects]
    tops = [at for at in told if not any(above in told for above in outline.headings_over(at)[1:])]
    depths = {at: max(outline.sections[at].level, outline.sections[at].number.strip(".").count(".") + 1) for at in tops}
    least = min(depths.values(), default=0)
    kept = {at for at in tops if depths[at] == least}
    return {at for at in range(len(outline.sections)) if kept & set(outline.headings_over(at))}
