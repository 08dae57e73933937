"""Whom to ask, and how they are reached: a unit, an authority, or what a place has for all of its authorities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.lists import format_list

from data.contact import contact_of, described_by
from data.kinds import UnitKind
from data.today import CurrentField, facts_of
from portal.pages.parts import Contact, StaffPlace, Text
from portal.words.said import stated
from portal.words.translations import data_text, shown_date
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from data.contact import Contact as Reached
    from data.model import Description, SourceText
    from data.place import Hours
    from portal.pages.context import PageContext


def common_contact(context: PageContext) -> Contact:
    """Whom to ask on a page that is about no authority in particular: the place's own, else the home authority."""
    given = context.searcher.place.contact
    if context.answering or given is None:
        return contact_for(context, context.answering or context.whose or context.searcher.home, "")
    return Contact(
        unit=None,
        stated=True,
        role="",
        phone=given.phone,
        phone_link=_phone_link(given.phone),
        phone_name=data_text(given.phone_name),
        email=given.email,
        via="",
        external=False,
        whose=context.text(given.name or context.searcher.place.name, ours=False),
        open_at=tuple(_hours(context, hours) for hours in context.searcher.place.hours.values()),
    )


def keeper(context: PageContext, authority: str, unit_id: str) -> tuple[str, str]:
    """Who keeps what a unit holds: another authority of the same organisation where that describes the unit as its own.

    Returns:
        The ids of the authority and of its unit; those that were given where no other has it.
    """
    return described_by(context.searcher.descriptions, authority, unit_id) or (authority, unit_id)


def contact_for(context: PageContext, authority: str, unit_id: str, *, is_stated: bool = True) -> Contact:
    """Whom to ask about what a unit holds; `is_stated` is whether the text names that unit, and not we."""
    authority, unit_id = keeper(context, authority, unit_id)
    description = context.description(authority)
    source = description.source
    unit = source.units.get(unit_id)
    reached = contact_of(description, unit_id)
    roles = roles_at(source, reached.phone)
    via = data_text(source.units[reached.stated_by].name) if reached.stated_by not in {"", unit_id} else ""
    external = unit is not None and unit.kind is UnitKind.EXTERNAL
    # Whoever asks for another organisation is told to ask our registrar first, and so how to reach them.
    phone = _one_spelling(source, reached.phone or (source.authority.switchboard if external else ""))
    return Contact(
        unit=context.entry_link(authority, unit_id) if unit_id else None,
        stated=is_stated,
        role=format_list([data_text(role) for role in roles], style="or", locale=context.language.locale),
        phone=phone,
        phone_link=_phone_link(phone),
        phone_name=_phone_name(source, phone),
        email=reached.email,
        via=via,
        external=external,
        whose=context.told_apart(authority),
        stated_today=_stated_today(description, reached),
        role_in_swedish="" if context.language.html == "sv" else format_list(roles, style="or", locale="sv"),
    )


def roles_at(source: SourceText, phone: str) -> list[str]:
    """The roles that one asks for at a number: those who have it, else those who are reached by the switchboard.

    At a unit's own number one asks for the unit: a registrator who has another number is not there.
    """
    link = _phone_link(phone)
    having = [role.name for role in source.contact_roles.values() if role.phone and _phone_link(role.phone) == link]
    if having or link != _phone_link(source.authority.switchboard):
        return having
    return [role.name for role in source.contact_roles.values() if not role.phone]


def _hours(context: PageContext, hours: Hours) -> StaffPlace:
    said = tuple(context.text(each, ours=False) for each in hours.opening_hours)
    name = context.text(hours.name, ours=False)
    return StaffPlace(Text(""), name, Text(""), said, hours.stated_by, shown_date(hours.stated_on))


def _stated_today(description: Description, reached: Reached) -> tuple[str, ...]:
    """Who says what a unit is reached by today, each once."""
    facts = facts_of(description.current, reached.stated_by)
    used = [facts[about] for about in (CurrentField.PHONE, CurrentField.EMAIL) if about in facts]
    return tuple(dict.fromkeys(stated(fact.stated_by, fact.stated_on) for fact in used))


def _one_spelling(source: SourceText, phone: str) -> str:
    """A number as the text spells the switchboard's, where it is that one: the text itself may write it in two ways."""
    switchboard = source.authority.switchboard
    return switchboard if switchboard and _phone_link(phone) == _phone_link(switchboard) else phone


def _phone_link(phone: str) -> str:
    return f"tel:{re.sub(r'[^0-9+]', '', phone)}" if phone else ""


def _phone_name(source: SourceText, phone: str) -> str:
    """What a number is called: the switchboard's, however it is spaced, by whose it is; a unit's own by nothing."""
    authority = source.authority
    if not authority.switchboard:
        roles = (role.name for role in source.contact_roles.values() if phone and role.phone == phone)
        return data_text(next(roles, ""))
    if not phone or _phone_link(phone) != _phone_link(authority.switchboard):
        return ""
    return _("växeln hos {organisation}").format(organisation=data_text(authority.belongs_to))
