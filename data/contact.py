"""How a unit is reached, as far as the description says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.model import SourceText


@dataclass(frozen=True, slots=True)
class Contact:
    """E-mail and telephone to use for a unit; empty where the description gives none.

    `stated_by` is the unit that they belong to: the unit itself, or the nearest one above it. It is empty
    where only the authority's switchboard is given, and for another organisation, whose ways in the
    description does not give.
    """

    email: str
    phone: str
    stated_by: str


def contact_of(source: SourceText, unit_id: str) -> Contact:
    """Find a unit's contact details: its own, else the nearest unit's above it, else the switchboard."""
    for unit in source.unit_and_above(unit_id):
        if unit.kind is UnitKind.EXTERNAL and unit.id == unit_id:
            return Contact(unit.email, unit.phone, unit.id if unit.email or unit.phone else "")
        if unit.email or unit.phone:
            return Contact(unit.email, unit.phone or source.authority.switchboard, unit.id)
    return Contact("", source.authority.switchboard, "")
