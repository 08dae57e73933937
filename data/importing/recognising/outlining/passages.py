"""Sections and passages of a document's lines, each with what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind, Furniture
from data.importing.outline import OutlinePassage, OutlineSection, PassageKind, Subject
from data.importing.recognising.outlining.lines import Line, Role
from data.importing.recognising.outlining.recital import answers, recited
from data.importing.recognising.outlining.subjects import names_unit, point_of, strong_subjects, subjects_of
from data.importing.recognising.outlining.tables import RowSubjects, rows_told
from data.importing.recognising.outlining.words import says, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAD_ENDS = (".", ":", "\n", " –", " -", " |", "?")
_FEW_WORDS = 5
_NAME = 2
_SHORTEST_REST = 20


class Told:
    """The sections and passages that have been made so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Begin.

        Args:
            lines: All lines, marked.
        """
        self.sections: list[OutlineSection] = [OutlineSection("")]
        self.passages: list[OutlinePassage] = []
        self.furniture: list[Furniture] = []
        self._order, self._law = recited(lines)
        self._answers = answers(lines, self._order, self._law)
        self._rows = rows_told(lines)
        self._pending: tuple[Subject, ...] = ()
        self._carried: tuple[Subject, ...] = ()
        headings = [line for line in lines if line.role is Role.HEADING]
        self._is_plain = all(not line.block.look.size and not line.block.level and not line.number for line in headings)
        for at, line in enumerate(lines):
            if line.role is Role.FURNITURE:
                self.furniture.append(Furniture(line.what, line.block.text))
            elif line.role is Role.HEADING:
                self._section(line)
            else:
                self._passage(at, line)

    def _section(self, line: Line) -> None:
        """Begin a section; under what tells of the organisation, the name of a unit says nothing else."""
        above = next((at for at in range(len(self.sections) - 1, 0, -1) if self.sections[at].level < line.level), -1)
        is_unit = names_unit(line.text) and len(tokens(line.text)) <= _NAME
        is_in_organisation = self._over(above) == (Subject.ORGANISATION,)
        subjects = () if is_unit and is_in_organisation else _of_heading(line.text)
        if not subjects and names_unit(line.text) and not self._over(above):
            subjects = (Subject.ORGANISATION,)
        self.sections.append(
            OutlineSection(line.text, line.level, line.number, above, line.block.place, subjects, line.basis)
        )
        self._pending = ()
        self._carried = subjects or self._carried

    def _over(self, section: int) -> tuple[Subject, ...]:
        """What the nearest heading says, of a section and those over it."""
        while section >= 0:
            if self.sections[section].subjects:
                return self.sections[section].subjects
            section = self.sections[section].above
        return ()

    def _before(self) -> tuple[Subject, ...]:
        """What a heading that says nothing stands under, where no look, style or number tells how deep any stands."""
        goes_on = self._carried[-1:] in {(Subject.FINDING_AIDS,), (Subject.ORGANISATION,)}
        return self._carried[-1:] if self._is_plain and goes_on else ()

    def _passage(self, at: int, line: Line) -> None:
        block, section = line.block, len(self.sections) - 1
        row = self._rows.get(at, RowSubjects())
        subjects = self._subjects(at, line, row, self._over(section) or self._before())
        if block.kind is not BlockKind.TABLE_ROW or row.recited_cells:
            self._await_table(block.text, subjects)
        kind = PassageKind.TITLE if line.role is Role.TITLE else PassageKind(_KINDS.get(block.kind, block.kind).value)
        self.passages.append(
            OutlinePassage(
                n=len(self.passages) + 1,
                kind=kind,
                text=block.text,
                section=section,
                place=block.place,
                subjects=subjects,
                number=block.number,
                bold_lead=block.look.bold_lead,
                table=block.table,
                cells=block.cells,
                columns=block.columns,
                recited_cells=row.recited_cells,
            )
        )

    def _subjects(self, at: int, line: Line, row: RowSubjects, over: tuple[Subject, ...]) -> tuple[Subject, ...]:
        if line.role is Role.TITLE:
            return ()
        if at in self._law:
            return (Subject.LAW,)
        if at in self._answers:
            return (self._answers[at],)
        if row.is_sure:
            return row.subjects
        if over:
            is_open = over == (Subject.ORGANISATION,) and line.block.kind is not BlockKind.DEFINITION
            lead = _lead(line) if is_open else ()
            return tuple(dict.fromkeys((*(lead or over), *_added(row, over))))
        return tuple(dict.fromkeys((*row.subjects, *self._waiting(line)))) or _lead(line) or _caption(line)

    def _await_table(self, text: str, subjects: tuple[Subject, ...]) -> None:
        """Remember what a table is to answer, where a passage says that it stands in one."""
        if says("see-table", text):
            self._pending = tuple(dict.fromkeys((*self._pending, *subjects)))

    def _waiting(self, line: Line) -> tuple[Subject, ...]:
        return self._pending if line.block.kind is BlockKind.TABLE_ROW else ()


_KINDS = {BlockKind.HEADING: BlockKind.PARAGRAPH}
"""What looked like a heading and is none, is a paragraph."""


def _of_heading(text: str) -> tuple[Subject, ...]:
    """What a heading says; one in the law's words says its point and nothing beside."""
    point = point_of(text) if len(tokens(text)) > _FEW_WORDS else None
    return (point,) if point is not None else subjects_of(text)


def _added(row: RowSubjects, over: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """What a table's columns say beside the heading over it: nothing under history and under what is about the text."""
    return () if over[0] in {Subject.HISTORY, Subject.HANDED_OVER, Subject.ABOUT} else row.subjects


def _lead(line: Line) -> tuple[Subject, ...]:
    """What the words say that a paragraph begins with as a heading: in bold, or before a colon."""
    text = line.block.text
    lead = line.block.cells[0] if line.block.kind is BlockKind.DEFINITION and line.block.cells else ""
    lead = lead or line.block.look.bold_lead
    for mark in ("\n", ":") if line.block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} else ():
        before, found, after = text.partition(mark)
        lead = lead or (before if found and len(after) > _SHORTEST_REST else "")
    rest = text[len(lead) :] if text.startswith(lead) else ""
    if not lead or not rest.startswith(_LEAD_ENDS) or names_unit(lead):
        return ()
    if len(tokens(lead)) > _FEW_WORDS:
        point = point_of(lead)
        return (point,) if point is not None else ()
    return strong_subjects(lead)


def _caption(line: Line) -> tuple[Subject, ...]:
    return strong_subjects(line.block.text) if line.block.kind is BlockKind.CAPTION else ()
