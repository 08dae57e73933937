"""What facet values and kinds are called, in the language of the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Access, Direction, EntryType, Secrecy, UnitKind, Verdict
from portal.translations import data_text
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


def kind_labels() -> dict[str, str]:
    """The kinds of entry by the names that the API has for them."""
    return {type_.value: type_label(type_) for type_ in EntryType}


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


def secrecy_explanation(secrecy: Secrecy) -> str:
    """What the mark means for one who asks; secrecy is about particulars, never about a kind of record."""
    return {
        Secrecy.PUBLISHED: _("Beskrivningen säger att detta publiceras öppet."),
        Secrecy.MAY: _("Här kan finnas uppgifter som är sekretessbelagda. Det prövas i varje enskilt fall."),
        Secrecy.OFTEN: _("Här finns ofta uppgifter som är sekretessbelagda. Det prövas i varje enskilt fall."),
        Secrecy.UNSTATED: _("Beskrivningen säger inget särskilt om sekretess här. Det prövas i varje enskilt fall."),
    }[secrecy]


def verdict_label(verdict: Verdict, authority: str) -> str:
    """Whether the authority holds the record; by its name, since "here" is another place at each screen."""
    return {
        Verdict.HELD: _("Finns hos {authority}").format(authority=authority),
        Verdict.ELSEWHERE: _("Finns hos en annan organisation"),
        Verdict.UNSTATED: _("Framgår inte av beskrivningen"),
    }[verdict]


def direction_label(direction: Direction) -> str:
    """Which way data goes."""
    return {
        Direction.FETCHED: _("Hämtas från"),
        Direction.SUPPLIED: _("Lämnas till"),
        Direction.COMMUNICATES: _("Utbyts med (riktningen framgår inte av beskrivningen)"),
    }[direction]


def unit_kind_label(kind: UnitKind) -> str:
    """What a unit is in the organisation."""
    return {
        UnitKind.BOARD: _("Styrelse"),
        UnitKind.COMMITTEE: _("Utskott"),
        UnitKind.OFFICE: _("Kontor"),
        UnitKind.DEPARTMENT: _("Avdelning"),
        UnitKind.UNIT: _("Enhet"),
        UnitKind.ACTIVITY: _("Verksamhet"),
        UnitKind.EXTERNAL: _("Annan organisation"),
    }[kind]


def facet_title(facet: str) -> str:
    """The heading of a facet."""
    return {
        "unit": _("Enhet att fråga"),
        "type": _("Slag"),
        "finding_aid": _("Register och system"),
        "access": _("Hur du tar del av det"),
        "theme": _("Tema"),
        "authority": _("Myndighet"),
    }[facet]


def facet_label(facet: str, value: str, descriptions: Mapping[str, Description]) -> str:
    """A facet value as people read it; the value itself where nothing names it."""
    if facet == "type":
        return type_label(EntryType(value))
    if facet == "access":
        return access_label(Access(value))
    if facet == "authority":
        return data_text(descriptions[value].source.authority.name)
    for description in descriptions.values():
        names: dict[str, Mapping[str, object]] = {
            "unit": description.source.units,
            "finding_aid": description.source.finding_aids,
            "theme": description.themes,
        }
        found = names[facet].get(value)
        if found is not None:
            name = str(getattr(found, "name", value))
            shown = data_text(name)
            return shown if facet == "theme" or shown == name else f"{shown} ({name})"
    return value
