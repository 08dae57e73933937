"""What facet values and kinds are called, in the language of the request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.kinds import Access, Direction, EntryType, Secrecy, UnitKind, Verdict
from portal.words.translations import N_, data_text, ngettext, pgettext
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.model import Description


_IS_NAMND = re.compile(r"nämnd(?:en|er|erna)?\b")


def type_label(type_: EntryType) -> str:
    """The kind of an entry."""
    said = {
        EntryType.RECORD_TYPE: N_("Handlingsslag"),
        EntryType.FINDING_AID: N_("Sökmedel"),
        EntryType.UNIT: N_("Enhet"),
        EntryType.PROVISION: N_("Sekretessbestämmelse"),
        EntryType.EXCHANGE: N_("Uppgifter som hämtas och lämnas"),
        EntryType.SECTION: N_("Avsnitt i beskrivningen"),
        EntryType.GUIDE: N_("Så gör du"),
    }
    return _(said[type_])


def kind_labels() -> dict[str, str]:
    """The kinds of entry by the names that the API has for them."""
    return {type_.value: type_label(type_) for type_ in EntryType}


def access_label(access: Access) -> str:
    """How a record can be seen."""
    said = {Access.WEB: N_("Kan sökas på webben"), Access.REQUEST: N_("Begärs ut")}
    return _(said[access])


def secrecy_label(secrecy: Secrecy) -> str:
    """The secrecy mark in words (docs/contract.md#truth)."""
    said = {
        Secrecy.PUBLISHED: N_("Publiceras öppet"),
        Secrecy.MAY: N_("Kan innehålla uppgifter med sekretess"),
        Secrecy.OFTEN: N_("Innehåller ofta uppgifter med sekretess"),
        Secrecy.UNSTATED: N_("Framgår inte av beskrivningen"),
    }
    return _(said[secrecy])


def secrecy_explanation(secrecy: Secrecy) -> str:
    """What the mark means for one who asks; secrecy is about particulars, never about a kind of record."""
    said = {
        Secrecy.PUBLISHED: N_("Beskrivningen säger att detta publiceras öppet."),
        Secrecy.MAY: N_("Här kan finnas uppgifter som är hemliga. Det prövas när någon frågar."),
        Secrecy.OFTEN: N_("Här finns ofta uppgifter som är hemliga. Det prövas när någon frågar."),
        Secrecy.UNSTATED: N_("Beskrivningen säger inget om sekretess här. Det betyder inte att allt är öppet."),
    }
    return _(said[secrecy])


def verdict_label(verdict: Verdict, holder: str, *, has_ended: bool = False, is_whole_name: bool = False) -> str:
    """Who has the record, by name, since "here" is another place at each screen; or whom to ask.

    Args:
        verdict: Whether it is held.
        holder: The name of who has it, or of whom to ask; empty where the text names none.
        has_ended: Whether the authority is no more.
        is_whole_name: Whether the name is a whole one, which takes no article in English.
    """
    if is_whole_name and verdict is Verdict.HELD and not has_ended:
        return pgettext("med hela namnet", "Finns hos {authority}").format(authority=holder)
    said = {
        Verdict.HELD: N_("Fanns hos {authority}") if has_ended else N_("Finns hos {authority}"),
        Verdict.ELSEWHERE: N_("Finns hos {authority}") if holder else N_("Finns hos en annan organisation"),
        Verdict.ASK: N_("Fråga {holder}") if holder else N_("Fråga registratorn"),
        Verdict.UNSTATED: N_("Står inte i beskrivningen"),
    }
    return _(said[verdict]).format(authority=holder, holder=holder)


def direction_label(direction: Direction) -> str:
    """Which way data goes."""
    said = {
        Direction.FETCHED: N_("Hämtas från"),
        Direction.SUPPLIED: N_("Lämnas till"),
        Direction.COMMUNICATES: N_("Utbyts med (riktningen framgår inte av beskrivningen)"),
    }
    return _(said[direction])


def unit_kind_label(kind: UnitKind, name: str = "") -> str:
    """What a unit is in the organisation; of a board, what its name says that it is."""
    if kind is UnitKind.BOARD and _IS_NAMND.search(name.casefold()):
        return _("Nämnd")
    said = {
        UnitKind.BOARD: N_("Styrelse"),
        UnitKind.COMMITTEE: N_("Utskott"),
        UnitKind.OFFICE: N_("Kontor"),
        UnitKind.DEPARTMENT: N_("Avdelning"),
        UnitKind.UNIT: N_("Enhet"),
        UnitKind.ACTIVITY: N_("Verksamhet"),
        UnitKind.ADMINISTRATION: N_("Förvaltning"),
        UnitKind.STAFF: N_("Stab"),
        UnitKind.GROUP: N_("Grupp"),
        UnitKind.FUNCTION: N_("Funktion"),
        UnitKind.SCHOOL: N_("Skola"),
        UnitKind.AREA: N_("Verksamhetsområde"),
        UnitKind.COUNCIL: N_("Råd"),
        UnitKind.COURT: N_("Domstol"),
        UnitKind.AGENCY: N_("Statlig myndighet"),
        UnitKind.MUSEUM: N_("Museum"),
        UnitKind.EXTERNAL: N_("Annan organisation"),
    }
    return _(said[kind])


def suggestion_counts(most: int) -> tuple[str, ...]:
    """What is said of no suggestion, of one, and so on: scripts know no plural forms."""
    some = (ngettext("{count} förslag", "{count} förslag", count).format(count=count) for count in range(1, most + 1))
    return (_("Inga förslag"), *some)


def facet_title(facet: str) -> str:
    """The heading of a facet."""
    said = {
        "unit": N_("Enhet att fråga"),
        "type": N_("Slag"),
        "finding_aid": N_("Register och system"),
        "access": N_("Hur du tar del av det"),
        "theme": N_("Tema"),
        "authority": N_("Myndighet"),
    }
    return _(said[facet])


def facet_label(facet: str, value: str, descriptions: Mapping[str, Description]) -> str:
    """A facet value as people read it; the value itself where nothing names it.

    Args:
        facet: The facet.
        value: The value.
        descriptions: Those of whom it is asked, by authority. Where an id means something else at each of them, all
            of its names are given.
    """
    if facet == "type":
        return type_label(EntryType(value))
    if facet == "access":
        return access_label(Access(value))
    if facet == "authority":
        return data_text(descriptions[value].source.authority.name)
    labels = (_name_label(facet, value, description) for description in descriptions.values())
    return " / ".join(dict.fromkeys(filter(None, labels))) or value


def _name_label(facet: str, value: str, description: Description) -> str:
    """What an authority calls a unit, a register or a theme; empty where it has none by that id."""
    names: dict[str, Mapping[str, object]] = {
        "unit": description.source.units,
        "finding_aid": description.source.finding_aids,
        "theme": description.themes,
    }
    named = names[facet].get(value)
    if named is None:
        return ""
    name = str(getattr(named, "name", value))
    shown = data_text(name)
    return shown if facet == "theme" or shown == name else f"{shown} ({name})"
