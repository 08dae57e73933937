"""Takes out of a description what `check` refuses, so that what is written always passes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from data.fields.source import SOURCE_TABLES
from data.fields.text import AUTHORITY, DOCUMENT, PASSAGE, SECTION, TABLE
from data.importing.writing.telling import LeftOut

if TYPE_CHECKING:
    from data.fields.table import Field, Table
    from data.model import SourceText
    from data.positions import Path
    from data.problems import Problem

_UNTOUCHABLE = frozenset({SECTION, PASSAGE, TABLE})
"""The text itself."""


def without(source: SourceText, problem: Problem) -> tuple[SourceText, LeftOut] | None:
    """A description without what a problem is about, and what is told of it; None where that cannot be left out.

    Args:
        source: The description.
        problem: What is wrong with it.
    """
    table = next((each for each in SOURCE_TABLES if problem.path[:1] == (each.key,)), None)
    if table is None or table in _UNTOUCHABLE:
        return None
    below = problem.path[2:] if table.has_ids else problem.path[1:]
    rows = [row for row in table.fields if below[:1] == (row.key,)]
    if not table.has_ids:
        return _without_value(source, table, (), rows, problem)
    if rows and not rows[0].required:
        return _without_value(source, table, problem.path[1:2], rows, problem)
    records = dict(getattr(source, table.attribute))
    if records.pop(problem.path[1], None) is None or problem.path[1] == source.authority.unit:
        return None
    return _replaced(source, table, records), LeftOut(f"[{table.key}.{problem.path[1]}]", _why(problem))


def _without_value(
    source: SourceText, table: Table[Any], id_: Path, rows: list[Field], problem: Problem
) -> tuple[SourceText, LeftOut] | None:
    if not rows or (table in {AUTHORITY, DOCUMENT} and rows[0].required):
        return None
    held = getattr(source, table.attribute)
    record = held[id_[0]] if id_ else held
    row = rows[0]
    index = problem.path[-1]
    value = getattr(record, row.attribute)
    if value == row.kind.absent:
        return None
    left = row.kind.absent
    if isinstance(value, tuple) and isinstance(index, int):
        left = tuple(one for at, one in enumerate(value) if at != index)
    record = replace(record, **{row.attribute: left})
    path = ".".join(map(str, (table.key, *id_)))
    changed = {**held, id_[0]: record} if id_ else record
    return _replaced(source, table, changed), LeftOut(f"[{path}] {row.key}", _why(problem))


def _replaced(source: SourceText, table: Table[Any], value: object) -> SourceText:
    return replace(source, **{table.attribute: value})  # type: ignore[arg-type] # the table's own attribute


def _why(problem: Problem) -> str:
    return problem.message[:1].upper() + problem.message[1:]
