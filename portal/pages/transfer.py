"""Whom staff transfer a caller to: a unit of the authority, or who answers instead of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.contact import own_email
from portal.pages.contacts import common_contact, contact_for, keeper
from portal.pages.parts import Link, Text
from portal.words.spoken import spoken_email, spoken_number
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from portal.pages.context import PageContext
    from portal.pages.parts import Contact


@dataclass(frozen=True, slots=True)
class Transfer:
    """Whom to transfer the caller to. Empty fields: the description does not say.

    Attributes:
        role: Whom to ask for.
        unit: The unit, linked; None where the description names none.
        stated: False where the unit is our suggestion.
        external: The other organisation that holds it, to which nobody here can transfer: then the registrators
            are the ones to ask. Empty where the unit is our own.
        email_spoken: The address as it is spelled out.
        phone: The switchboard, which the caller has dialled already.
        phone_spoken: The number in words.
        phone_name: Whose number it is.
        then: Whom to try when nobody answers, in a sentence.
        stated_today: Who says that it is so today, and when; none where all is the description's.
    """

    role: str
    unit: Link | None
    stated: bool
    external: str
    email: str
    email_spoken: str
    phone: str
    phone_spoken: str
    phone_name: str
    then: str
    stated_today: tuple[str, ...]


def transfer_to(context: PageContext, authority: str, unit: str, *, stated: bool) -> Transfer:
    """Whom to transfer to; without an authority, whom all that are asked have in common."""
    if holder := _holder(context, authority):
        authority, unit, stated = holder, context.description(holder).source.document.drawn_up_by, True
    if authority:
        authority, unit = keeper(context, authority, unit)
    contact = contact_for(context, authority, unit, is_stated=stated) if authority else common_contact(context)
    external = ""
    if contact.external:
        source = context.description(authority).source
        external = contact.unit.label.value if contact.unit else ""
        unit = source.document.drawn_up_by
        contact = contact_for(context, authority, unit)
    return Transfer(
        role=contact.role,
        unit=contact.unit,
        stated=contact.stated,
        external=external,
        email=contact.email,
        email_spoken=spoken_email(contact.email),
        phone=contact.phone,
        phone_spoken=spoken_number(contact.phone, context.language),
        phone_name=contact.phone_name,
        then=_then(context, authority, unit, contact),
        stated_today=contact.stated_today,
    )


def _holder(context: PageContext, authority: str) -> str:
    """Who has the records of an authority that has ended, and so answers; empty where it answers for itself."""
    return replace(context, scope=authority).answering if authority in context.ended else ""


def _then(context: PageContext, authority: str, unit: str, contact: Contact) -> str:
    """Who is next: the unit that drew up the description, whose registrators answer for all of it."""
    source = context.description(authority).source if authority else None
    drawn_up_by = source.units.get(source.document.drawn_up_by) if source else None
    email = own_email(context.description(authority), drawn_up_by.id) if drawn_up_by else ""
    if drawn_up_by is not None and drawn_up_by.id != unit and email:
        return _("Registratorn på {unit}, {email}.").format(unit=context.text(drawn_up_by.name).value, email=email)
    if contact.email:
        return _("Be den som ringer skriva till {email}.").format(email=contact.email)
    return _("Det framgår inte av beskrivningen vem som är nästa. Be att få ringa upp.")


def named(text: Text) -> str:
    """A name with the Swedish one beside it, and that of today: it is what one must ask for."""
    name = f"{text.value} ({text.original})" if text.original else text.value
    return f"{name} ({_('i dag:')} {text.today})" if text.today else name


def transfer_copied(transfer: Transfer) -> str:
    """Whom to transfer to, as text for the clipboard."""
    whom = named(transfer.unit.label) if transfer.unit else transfer.role
    ways = ", ".join(part for part in (transfer.email, transfer.phone) if part)
    lines = [_("Koppla till: {whom}").format(whom=f"{whom} ({ways})" if ways else whom) if whom or ways else ""]
    if transfer.unit and transfer.role:  # these answer for all units' records, and need not be of this one
        lines.append(_("Om handlingarna och hur man söker: {role}.").format(role=transfer.role))
    return "\n".join(line for line in lines if line)
