"""A document's words as a description has them: sections, passages and tables with their ids, and the original text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.cells import is_row, joined
from data.characters import fault_of, says_nothing, unseen_in
from data.fields.forms import MAX_DEPTH
from data.importing.outline import PassageKind as Found
from data.importing.writing.ids import of_section
from data.kinds import PassageKind
from data.model import HIDDEN, Passage, Section, TextTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.outline import Outline, OutlinePassage, OutlineSection
    from data.importing.writing.ids import Ids

_FIRST = ("om-beskrivningen", "dokumentet", "utan-rubrik")
"""What the section of what precedes the first heading may be called."""
_CHAPTER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
"""A number before a heading as it stands there, and people refer to it; other marks are the program's."""
_KINDS = {
    Found.TABLE_ROW: PassageKind.TABLE_ROW,
    Found.LIST_ITEM: PassageKind.LIST_ITEM,
    Found.DEFINITION: PassageKind.DEFINITION,
    Found.CAPTION: PassageKind.CAPTION,
    Found.FOOTNOTE: PassageKind.FOOTNOTE,
}


@dataclass(slots=True)
class Words:
    """The words of a document.

    Attributes:
        sections: By id, in order.
        passages: By id, in order.
        tables: By id, in order.
        original: The text of ``original.txt``.
        ids: Number of a passage in the document → its id.
        unsaid: Numbers of the passages that say nothing: lines of dashes and stars.
    """

    sections: dict[str, Section] = field(default_factory=dict)
    passages: dict[str, Passage] = field(default_factory=dict)
    tables: dict[str, TextTable] = field(default_factory=dict)
    original: str = ""
    ids: dict[int, str] = field(default_factory=dict)
    unsaid: list[int] = field(default_factory=list)


def words_of(outline: Outline, ids: Ids) -> Words:
    """The words of an outline, in its order."""
    words = Words()
    by_section: dict[int, list[OutlinePassage]] = defaultdict(list)
    for passage in outline.passages:
        by_section[passage.section].append(passage)
    proposed = _proposed(outline)
    lines: list[tuple[str, int]] = []
    at = ""
    for index, section in enumerate(outline.sections):
        heading = _heading(section)
        if heading or (by_section[index] and not at):
            at = ids.free(*proposed[index], passages=len(by_section[index]))
            words.sections[at] = Section(at, heading, level=min(max(section.level, 1), MAX_DEPTH))
            lines += [(heading, 0)] if heading else []
        for passage in by_section[index]:
            lines += _add(words, passage, at)
    words.original = _original(lines)
    return words


def readable(text: str) -> str:
    """A text without the characters that no file may have."""
    text = unicodedata.normalize("NFC", text)
    while fault := fault_of(text, unseen_in(text)):
        text = text.replace(chr(int(fault.rpartition("U+")[2].rstrip(")"), 16)), "")
    return text


def _heading(section: OutlineSection) -> str:
    words = " ".join(readable(section.heading).split())
    number = section.number.strip() if _CHAPTER.fullmatch(section.number.strip()) else ""
    return "" if says_nothing(words) else f"{number} {words}".strip()


def _proposed(outline: Outline) -> list[tuple[str, ...]]:
    """What each section may be called: one of several that are called alike has what it stands in in its id."""
    slugs = [of_section(section.heading) for section in outline.sections]
    proposed: list[tuple[str, ...]] = []
    for index, own in enumerate(slugs):
        over = next((slugs[each] for each in outline.headings_over(index)[1:] if slugs[each]), "")
        if not own:
            proposed.append(tuple(each for each in _FIRST if each not in slugs))
        elif over and slugs.count(own) > 1:
            proposed.append((of_section(f"{over} {own}"),))
        else:
            proposed.append((own, f"om-{own}"))
    return proposed


def _add(words: Words, passage: OutlinePassage, section: str) -> Iterator[tuple[str, int]]:
    """Add a passage; what stands of it in the original, each with its table, 0 for none."""
    cells = tuple(" ".join(readable(cell).split()) for cell in passage.cells)
    kind = _KINDS.get(passage.kind, PassageKind.PARAGRAPH)
    in_cells = kind in {PassageKind.TABLE_ROW, PassageKind.DEFINITION} and bool(cells)
    text = joined(cells) if in_cells else readable(passage.text).strip()
    if says_nothing(text) and not passage.masked:
        words.unsaid.append(passage.n)
        return
    number = sum(each.section == section for each in words.passages.values()) + 1
    id_ = words.ids[passage.n] = f"{section}-{number}"
    table = ""
    if kind is PassageKind.TABLE_ROW and in_cells:
        table = f"tabell-{passage.table}"
        if table not in words.tables:
            columns = tuple(" ".join(readable(column).split()) for column in passage.columns)
            words.tables[table] = TextTable(table, () if says_nothing("".join(columns)) else columns)
            yield from [(joined(columns), passage.table)] if words.tables[table].columns else []
    elif kind in {PassageKind.TABLE_ROW, PassageKind.DEFINITION} and not in_cells:
        kind = PassageKind.PARAGRAPH
    if passage.masked:
        words.passages[id_] = Passage(id_, section, number, "", kind=kind, table=table, hidden=passage.masked)
        yield HIDDEN, 0
        return
    words.passages[id_] = Passage(id_, section, number, text, kind=kind, table=table, cells=cells if in_cells else ())
    yield re.sub(r"\n\s*\n", "\n", text), passage.table if table else 0


def _original(lines: list[tuple[str, int]]) -> str:
    """The text: an empty line between blocks, and none between the rows of a table."""
    text = ""
    table = 0
    for line, of_table in lines:
        is_next_row = table and of_table == table and is_row(line) and is_row(text.rpartition("\n")[2])
        text += f"{line}" if not text else f"\n{line}" if is_next_row else f"\n\n{line}"
        table = of_table
    return f"{text}\n"
