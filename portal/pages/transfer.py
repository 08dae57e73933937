"""Whom staff transfer a caller to: the unit that the answer itself names, or the registrars."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.contact import own_email
from data.inline import inline_name
from data.kinds import EntryType, Verdict
from portal.pages.contacts import common_contact, contact_for, keeper
from portal.pages.parts import Link, Text
from portal.words.spoken import spoken_email, spoken_number
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from data.entries import Entry
    from portal.pages.context import PageContext
    from portal.pages.parts import Contact

_REGISTRAR = "registrator"
_CHIEF = "huvudregistrator"


@dataclass(frozen=True, slots=True)
class Transfer:
    """Whom to transfer the caller to. Empty fields: the description does not say.

    Attributes:
        whom: Whom one offers to put the caller through to, as a sentence has it.
        role: Whom to ask for among the registrars; empty for a unit.
        unit: The unit, linked; None for the registrars.
        stated: False where the unit is our suggestion.
        external: The other organisation that holds it, to which nobody here can transfer: then the registrators
            are the ones to ask. Empty where the unit is our own.
        email_spoken: The address as it is spelled out.
        via: Whose the address is, where it is not the unit's own.
        phone: The switchboard, which the caller has dialled already.
        phone_spoken: The number in words.
        phone_name: Whose number it is.
        then: Whom to try when nobody answers, in a sentence.
        stated_today: Who says that it is so today, and when; none where all is the description's.
    """

    whom: Text
    role: str
    unit: Link | None
    stated: bool
    external: str
    email: str
    email_spoken: str
    via: str
    phone: str
    phone_spoken: str
    phone_name: str
    then: str
    stated_today: tuple[str, ...]


def transfer_of(context: PageContext, entry: Entry) -> Transfer:
    """Whom to transfer one to who asks for an entry."""
    guidance = context.description(entry.authority).guidance_of(entry.type, entry.id)
    is_stated = guidance.unit_stated if guidance else True
    unit = entry.unit if not entry.ours or entry.type is EntryType.UNIT else _sent_to(context, entry, stated=is_stated)
    is_chief = entry.ours and _CHIEF in entry.short.casefold()
    return transfer_to(context, entry.authority, unit, stated=is_stated, is_chief=is_chief)


def _sent_to(context: PageContext, entry: Entry, *, stated: bool) -> str:
    """The unit that our answer sends people to; empty for the registrars.

    What is read aloud and what is written speak with one voice: the verdict's, and where that tells of no one, the
    first that the answer names.
    """
    if entry.verdict is Verdict.ELSEWHERE:
        return entry.unit
    if entry.verdict is not Verdict.HELD:
        return entry.unit if stated and entry.verdict is Verdict.ASK else ""
    source = context.description(entry.authority).source
    unit = source.units.get(entry.unit)
    name = inline_name(source, unit).casefold() if unit else _REGISTRAR
    for text in (entry.short.casefold(), entry.answer.casefold()):
        if _REGISTRAR in text:
            return ""
        if name in text:
            return entry.unit
    return entry.unit if stated else ""


def transfer_to(
    context: PageContext, authority: str, unit: str, *, stated: bool = True, is_chief: bool = False
) -> Transfer:
    """Whom to transfer to: a unit, and without one the registrars; without an authority, whom all have in common.

    `stated` is whether the text names the unit, `is_chief` whether the chief registrar is the one to ask for.
    """
    if holder := _holder(context, authority):
        authority, unit, stated = holder, context.description(holder).source.document.drawn_up_by, True
    if authority:
        authority, unit = keeper(context, authority, unit)
    contact = contact_for(context, authority, unit, is_stated=stated) if unit else _registrars(context, authority)
    external = contact.unit.label.value if contact.external and contact.unit else ""
    is_unit = bool(unit) and not contact.external
    if contact.external:
        contact = _registrars(context, authority)
    asked = unit if is_unit else context.description(authority).source.document.drawn_up_by if authority else ""
    registrar = _registrar(context, authority, contact, is_chief=is_chief)
    return Transfer(
        whom=_aloud(context, authority, unit) if is_unit else registrar,
        role="" if is_unit else contact.role,
        unit=contact.unit if is_unit else None,
        stated=contact.stated if is_unit else True,
        external=external,
        email=contact.email,
        email_spoken=spoken_email(contact.email),
        via=_via(contact, is_unit=is_unit),
        phone=contact.phone,
        phone_spoken=spoken_number(contact.phone, context.language),
        phone_name=contact.phone_name,
        then=_then(context, authority, asked, contact),
        stated_today=contact.stated_today,
    )


def _registrars(context: PageContext, authority: str) -> Contact:
    """How the registrars are reached: as the unit that drew up the description is."""
    if not authority:
        return common_contact(context)
    return contact_for(context, authority, context.description(authority).source.document.drawn_up_by)


def _registrar(context: PageContext, authority: str, contact: Contact, *, is_chief: bool) -> Text:
    """The registrars as a sentence has them, or who answers for all authorities of the place."""
    if not (authority or contact.unit or contact.role) and contact.whose:
        return contact.whose
    return context.said(_("huvudregistratorn") if is_chief else _("registratorn"))


def _aloud(context: PageContext, authority: str, unit: str) -> Text:
    """A unit as a sentence has it, by the name of today where it has another."""
    return context.said(context.name_today(authority, unit) or context.name_inside(authority, unit))


def _via(contact: Contact, *, is_unit: bool) -> str:
    """Whose the address is, where it is not that of the one to ask for."""
    if is_unit or not contact.unit:
        return contact.via
    return contact.via or contact.unit.label.value


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
    whom = named(transfer.unit.label) if transfer.unit else transfer.whom.value
    ways = ", ".join(part for part in (transfer.email, transfer.phone) if part)
    lines = [_("Koppla till: {whom}").format(whom=f"{whom} ({ways})" if ways else whom)]
    if transfer.role:
        lines.append(_("Fråga efter: {role}.").format(role=transfer.role))
    return "\n".join(lines)
