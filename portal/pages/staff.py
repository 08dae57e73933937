"""Whom a visitor at a shared screen can ask: the staff in the room, and how to reach the registrators."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from portal.pages.contacts import common_contact
from portal.pages.parts import Contact, StaffPlace
from portal.words.translations import shown_date

if TYPE_CHECKING:
    from data.front import ServicePoint
    from portal.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class Staff:
    """Whom to ask; `contact` is None where there is no index to take it from."""

    contact: Contact | None
    places: tuple[StaffPlace, ...]


def staff(context: PageContext | None) -> Staff:
    """Whom to ask where the screen stands, whatever is asked: those of the home authority's organisation."""
    if context is None:
        return Staff(None, ())
    here = context.description(context.searcher.home).source.authority.belongs_to
    places = tuple(
        _place(context, description.id, point)
        for description in context.searcher.descriptions.values()
        if description.source.authority.belongs_to == here
        for point in description.service_points.values()
    )
    return Staff(common_contact(replace(context, scope="")), places)


def places_of_unit(context: PageContext, authority: str, unit: str) -> tuple[StaffPlace, ...]:
    """Where a unit's staff are met: a reading room, with its hours."""
    points = context.description(authority).service_points.values()
    return tuple(_place(context, authority, point) for point in points if unit and point.unit == unit)


def _place(context: PageContext, authority: str, point: ServicePoint) -> StaffPlace:
    return StaffPlace(
        context.told_apart(authority),
        context.text(point.name, ours=False),
        context.text(point.address, ours=False),
        tuple(context.text(hours, ours=False) for hours in point.opening_hours),
        point.stated_by,
        shown_date(point.stated_on),
    )
