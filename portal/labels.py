"""What facet values and kinds are called, in the language of the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Access, EntryType, Secrecy
from portal.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.model import Description


def type_label(type_: EntryType) -> str:
    """The kind of an entry."""
    return {
        EntryType.RECORD_TYPE: _("Handlingsslag"),
        EntryType.FINDING_AID: _("Sökmedel"),
        EntryType.UNIT: _("Enhet"),
        EntryType.PROVISION: _("Sekretessbestämmelse"),
        EntryType.EXCHANGE: _("Uppgifter som hämtas och lämnas"),
        EntryType.SECTION: _("Avsnitt i beskrivningen"),
        EntryType.GUIDE: _("Så gör du"),
    }[type_]


def access_label(access: Access) -> str:
    """How a record can be seen."""
    return {Access.WEB: _("Kan sökas på webben"), Access.REQUEST: _("Begärs ut")}[access]


def secrecy_label(secrecy: Secrecy) -> str:
    """The secrecy mark in words (DESIGN.md §2.6)."""
    return {
        Secrecy.PUBLISHED: _("Publiceras öppet"),
        Secrecy.MAY: _("Kan innehålla uppgifter med sekretess"),
        Secrecy.OFTEN: _("Innehåller ofta uppgifter med sekretess"),
        Secrecy.UNSTATED: _("Framgår inte av beskrivningen"),
    }[secrecy]


def facet_label(facet: str, value: str, descriptions: Mapping[str, Description]) -> str:
    """A facet value as people read it; the value itself where nothing names it."""
    if facet == "type":
        return type_label(EntryType(value))
    if facet == "access":
        return access_label(Access(value))
    if facet == "authority":
        return descriptions[value].source.authority.name
    for description in descriptions.values():
        names: dict[str, Mapping[str, object]] = {
            "unit": description.source.units,
            "finding_aid": description.source.finding_aids,
            "theme": description.themes,
        }
        found = names[facet].get(value)
        if found is not None:
            return str(getattr(found, "name", value))
    return value
