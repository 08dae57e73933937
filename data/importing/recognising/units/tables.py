"""Rows of tables: one with a unit in its first cell, and one whose cell says which unit has a system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.recognising.units import belonging, contacts, heads, tree
from data.importing.recognising.units.drafts import RANKS
from data.importing.recognising.units.vocabulary import Role, noun_of, words

if TYPE_CHECKING:
    from data.importing.outline import OutlinePassage
    from data.importing.recognising.units.drafts import Book
    from data.importing.recognising.units.places import Places


_NOTHING = frozenset({"", "-", "–", "—"})


def unit_cells(passage: OutlinePassage) -> list[int]:
    """Which cells of a row hold units, the greatest kind first: *Avdelning | Enhet | Chef*."""
    if not passage.columns:
        return []
    columns = [column.casefold().strip() for column in passage.columns[: len(passage.cells)]]
    many = [at for at, column in enumerate(columns) if belonging.is_unit_column(column)]
    if many[1:]:
        ranked = sorted(many, key=lambda at: _rank(columns[at]))
        return [at for at in ranked if passage.cells[at].strip() not in _NOTHING]
    if columns[0] in words(Role.COLUMN) and passage.cells[0].strip() not in _NOTHING:
        return [0]
    return []


def _rank(column: str) -> int:
    known = noun_of(column)
    return RANKS.get(known[0].kind, max(RANKS.values()) + 1) if known else 0


def of_row(passage: OutlinePassage, places: Places, book: Book) -> bool:
    """Give a row's unit what its cells say; whether it has one."""
    unit = places.of_passage.get(passage.n)
    if unit is None or not passage.columns:
        return False
    belonging.place(unit, tuple(cell for cell in passage.cells if cell), book)
    for column, cell in zip(passage.columns[1:], passage.cells[1:], strict=False):
        name = column.casefold().strip()
        email, phone = contacts.EMAIL.search(cell), contacts.PHONE.search(cell)
        if email:
            unit.set("email", email.group(), passage.n, "table")
        if phone and "fax" not in name:
            unit.set("phone", phone.group(), passage.n, "table")
        if name in words(Role.PARENT_COLUMN):
            tree.put(unit, belonging.named(cell, book))
        elif name in words(Role.HEAD_COLUMN):
            title = heads.label_title(cell)
            unit.set("head", title, passage.n, "table")
        elif name in words(Role.TASK_COLUMN) and cell.strip() and cell not in unit.tasks:
            unit.tasks.append(cell.strip())
    return True
