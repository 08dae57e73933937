"""How a unit is reached: by what has been said of today, and else as far as the description says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.kinds import UnitKind
from data.today import CurrentField, value_today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from data.model import Description, SourceText, Unit


@dataclass(frozen=True, slots=True)
class Contact:
    """E-mail and telephone to use for a unit; empty where nobody gives any.

    `stated_by` is the unit that they belong to: the unit itself, or the nearest one above it. It is empty
    where only the authority's switchboard is given, or the address of who tells more; and for another organisation,
    whose ways in the description does not give.
    """

    email: str
    phone: str
    stated_by: str


def contact_of(description: Description, unit_id: str) -> Contact:
    """Find a unit's contact details: its own, else the nearest unit's above it, else the authority's.

    What has been said of today takes the place of what the text says, for the units below that inherit it too.
    """
    source = description.source
    for unit in source.unit_and_above(unit_id):
        email = value_today(description.current, unit.id, CurrentField.EMAIL) or unit.email
        phone = value_today(description.current, unit.id, CurrentField.PHONE) or unit.phone
        if unit.kind is UnitKind.EXTERNAL and unit.id == unit_id:
            return Contact(email, phone, unit.id if email or phone else "")
        if email or phone:
            return Contact(email, phone or common_phone(source), unit.id)
    return Contact(common_email(source), common_phone(source), "")


def described_by(descriptions: Mapping[str, Description], authority: str, unit_id: str) -> tuple[str, str] | None:
    """Which other authority of the same organisation describes another organisation's unit as its own.

    A board says that its older records are at the municipal archive, and knows no way there; the executive board, whose
    archive it is, does. They are one where they are called the same.

    Args:
        descriptions: By id, all authorities of the place.
        authority: The id of the one whose text names the unit.
        unit_id: The unit's id there.

    Returns:
        The ids of that authority and of its unit. None for the authority's own units, where no other has such a unit,
        and where several have.
    """
    source = descriptions[authority].source
    unit = source.units.get(unit_id)
    if unit is None or unit.kind is not UnitKind.EXTERNAL:
        return None
    called = _called(unit)
    having = [
        (other.id, theirs.id)
        for other in descriptions.values()
        if other.id != authority and other.source.authority.belongs_to == source.authority.belongs_to
        for theirs in other.source.units.values()
        if theirs.kind is not UnitKind.EXTERNAL and not called.isdisjoint(_called(theirs))
    ]
    return having[0] if len(having) == 1 else None


def _called(unit: Unit) -> set[str]:
    return {name.casefold() for name in (unit.name, *unit.aliases)}


def common_phone(source: SourceText) -> str:
    """The number that reaches the authority: its switchboard's, else that of who tells more about its records."""
    numbers = (source.authority.switchboard, *(role.phone for role in source.contact_roles.values()))
    return next(filter(None, numbers), "")


def common_email(source: SourceText) -> str:
    """The address of who tells more about the authority's records; empty where the text gives none."""
    return next(filter(None, (role.email for role in source.contact_roles.values())), "")


def receiving_unit(description: Description) -> str:
    """The unit whose address requests go to: who drew up the description, else the office that all others are under.

    It is empty where neither has an address.
    """
    source = description.source
    near = (unit.id for unit in source.unit_and_above(source.document.drawn_up_by))
    return next((unit for unit in (*near, *_offices(source)) if own_email(description, unit)), "")


def _offices(source: SourceText) -> Iterator[str]:
    """The root of the organisation, and what lies alone under it, one below the other: all else is under these."""
    unit, passed = source.authority.unit, set[str]()
    while unit and unit not in passed:
        passed.add(unit)
        yield unit
        inside = (each for each in source.units.values() if each.kind is not UnitKind.EXTERNAL)
        below = [each.id for each in inside if each.parent == unit]
        unit = below[0] if len(below) == 1 else ""


def own_email(description: Description, unit_id: str) -> str:
    """A unit's own address, today's before the text's; empty where it has none, and for an id that is no unit's."""
    unit = description.source.units.get(unit_id)
    return (value_today(description.current, unit_id, CurrentField.EMAIL) or unit.email) if unit else ""
