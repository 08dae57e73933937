"""Rows of tables: one with a unit in its first cell, and one whose cell says which unit has a system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.recognising.units import contacts, heads
from data.importing.recognising.units.vocabulary import Role, words

if TYPE_CHECKING:
    from data.importing.outline import OutlinePassage
    from data.importing.recognising.units.places import Places


def of_row(passage: OutlinePassage, places: Places) -> bool:
    """Give a row's unit what its cells say; whether it has one."""
    unit = places.of_passage.get(passage.n)
    if unit is None or not passage.columns:
        return False
    for column, cell in zip(passage.columns[1:], passage.cells[1:], strict=False):
        name = column.casefold().strip()
        email, phone = contacts.EMAIL.search(cell), contacts.PHONE.search(cell)
        if email:
            unit.set("email", email.group(), passage.n, "table")
        if phone and "fax" not in name:
            unit.set("phone", phone.group(), passage.n, "table")
        if name in words(Role.HEAD_COLUMN):
            title = heads.label_title(cell)
            unit.set("head", title, passage.n, "table")
        elif name in words(Role.TASK_COLUMN) and cell.strip() and cell not in unit.tasks:
            unit.tasks.append(cell.strip())
    return True
