"""How a unit is reached: by what has been said of today, and else as far as the description says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.kinds import UnitKind
from data.today import CurrentField, value_today

if TYPE_CHECKING:
    from data.model import Description


@dataclass(frozen=True, slots=True)
class Contact:
    """E-mail and telephone to use for a unit; empty where nobody gives any.

    `stated_by` is the unit that they belong to: the unit itself, or the nearest one above it. It is empty
    where only the authority's switchboard is given, and for another organisation, whose ways in the
    description does not give.
    """

    email: str
    phone: str
    stated_by: str


def contact_of(description: Description, unit_id: str) -> Contact:
    """Find a unit's contact details: its own, else the nearest unit's above it, else the switchboard.

    What has been said of today takes the place of what the text says, for the units below that inherit it too.
    """
    source = description.source
    for unit in source.unit_and_above(unit_id):
        email = value_today(description.current, unit.id, CurrentField.EMAIL) or unit.email
        phone = value_today(description.current, unit.id, CurrentField.PHONE) or unit.phone
        if unit.kind is UnitKind.EXTERNAL and unit.id == unit_id:
            return Contact(email, phone, unit.id if email or phone else "")
        if email or phone:
            return Contact(email, phone or source.authority.switchboard, unit.id)
    return Contact("", source.authority.switchboard, "")


def own_email(description: Description, unit_id: str) -> str:
    """A unit's own address, today's before the text's; empty where it has none, and for an id that is no unit's."""
    unit = description.source.units.get(unit_id)
    return (value_today(description.current, unit_id, CurrentField.EMAIL) or unit.email) if unit else ""
