"""What the rows of tables tell of: forms with the law's points at the left, columns, and rows that are a heading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import BlockKind
from data.importing.outline import Subject
from data.importing.recognising.outlining.lines import Line, Role
from data.importing.recognising.outlining.subjects import column_subjects, point_of, strong_subjects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEWEST_POINTS = 3
_KEYED = 2


class RowSubjects(msgspec.Struct, frozen=True):
    """What a row tells of, and its cells with the law's words.

    Attributes:
        is_sure: Whether the row says so itself, whatever the heading over it says.
    """

    subjects: tuple[Subject, ...] = ()
    recited_cells: tuple[int, ...] = ()
    is_sure: bool = False


def rows_told(lines: Sequence[Line]) -> dict[int, RowSubjects]:
    """What each row of each table tells of, by its place among the lines."""
    rows = [
        (at, line)
        for at, line in enumerate(lines)
        if line.block.kind is BlockKind.TABLE_ROW and line.role is Role.PASSAGE
    ]
    told: dict[int, RowSubjects] = {}
    for _, group in groupby(rows, key=lambda row: row[1].block.table):
        table = list(group)
        law = _law_column(table)
        if law >= 0:
            told.update(_of_form(table, law))
        else:
            told.update(_of_keys(table) if _is_keyed(table) else _of_columns(table))
    return told


def _law_column(table: Sequence[tuple[int, Line]]) -> int:
    """The column that holds the law's points; -1 where none does."""
    width = max(len(line.block.cells) for _, line in table)
    for column in range(min(width, 2)):
        points = {_point(line, column) for _, line in table} - {None}
        if len(points) >= _FEWEST_POINTS:
            return column
    return -1


def _point(line: Line, column: int) -> Subject | None:
    cells = line.block.cells
    return point_of(cells[column]) if column < len(cells) else None


def _of_form(table: Sequence[tuple[int, Line]], law: int) -> Iterator[tuple[int, RowSubjects]]:
    last: tuple[Subject, ...] = ()
    for at, line in table:
        point = _point(line, law)
        last = (point,) if point is not None else last
        filled = {count for count, cell in enumerate(line.block.cells) if cell.strip()}
        if point is not None and len({line.block.cells[count] for count in filled}) == 1:
            yield at, RowSubjects((Subject.LAW,), tuple(sorted(filled)), is_sure=True)
        else:
            yield at, RowSubjects(last, tuple(range(law + 1)) if point is not None else (), is_sure=True)


def _is_keyed(table: Sequence[tuple[int, Line]]) -> bool:
    """Whether a table of two columns has words of headings at the left: *Organisation*, *Sekretess*."""
    rows = [line.block for _, line in table]
    if any(any(row.columns) or len(row.cells) != _KEYED for row in rows):
        return False
    return len({strong_subjects(row.cells[0]) for row in rows} - {()}) >= _FEWEST_POINTS


def _of_keys(table: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, RowSubjects]]:
    for at, line in table:
        subjects = strong_subjects(line.block.cells[0])
        yield at, RowSubjects(subjects, is_sure=bool(subjects))


def _of_columns(table: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, RowSubjects]]:
    subjects = column_subjects(table[0][1].block.columns)
    is_plan = subjects == (Subject.RETENTION, Subject.RECORDS)
    band: tuple[Subject, ...] = ()
    for at, line in table:
        filled = {cell for cell in line.block.cells if cell.strip()}
        if len(filled) == 1 and len(line.block.cells) > 1:
            band = strong_subjects(next(iter(filled)))
        yield at, RowSubjects(band or subjects, is_sure=bool(band) or is_plan)
