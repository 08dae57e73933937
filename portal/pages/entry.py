"""The page of one entry: verdict, answer, whom to ask, secrecy, how to go about it, and the passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.kinds import Access, EntryType
from data.reviewer import name_in
from portal.modes import DESK
from portal.pages.answering import answer_text, contact_of_entry, ways
from portal.pages.contacts import keeper
from portal.pages.desk import DeskAnswer, desk_answer
from portal.pages.parts import (
    RECORDS,
    AnswerText,
    Contact,
    Link,
    PassageQuote,
    Provenance,
    SecrecyMark,
    StaffPlace,
    Text,
    UnitNode,
    VerdictMark,
    Ways,
)
from portal.pages.staff import places_of_unit
from portal.pages.today import Ending, FactToday, ending, facts_today
from portal.words.answers import whole_answer
from portal.words.labels import access_label, direction_label, type_label, unit_kind_label
from portal.words.laws import Wording, statute_url, wordings
from portal.words.translations import N_, shown_date
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.entries import Entry
    from data.model import Description, Guidance
    from portal.pages.context import PageContext


_ASK = N_("Jag vill ta del av en allmän handling.")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the description says, under a heading of ours; no words where it does not say."""

    title: str
    words: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class LinkList:
    """Links under a heading."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The contract of an entry's page.

    Attributes:
        verdict: None for what is no record: a unit, a provision, a section.
        contact: None for a provision or section that leads to no unit.
        met_at: Where the unit's staff are met, and when, as far as the authority has said.
        secrecy: None for what is no record.
        reviewed: By what role the guidance was reviewed and when; empty where nobody has.
        ways: How to reach whom to ask; None where there is nobody in particular.
        facts: What the description says of it, in its words.
        tree: Where a unit stands; empty for other entries.
        statute: The paragraph at riksdagen.se, for a provision.
        wordings: As of which day the law was read; empty for other entries.
        registers: Where the record is found.
        ask_in_swedish: What to say at the counter, in Swedish; empty where the page is in Swedish itself.
        passages: What the page rests on, word for word.
        website: The authority's own site, where the text says that this can be searched there; else empty.
        desk: The answer as the desk needs it; None in other modes.
        ending: That its authority ends or has ended; None where it does not.
        today: What holds of it today, beside what the description says.
    """

    title: Text
    summary: str
    authority: Link
    kind: str
    verdict: VerdictMark | None
    answer: AnswerText
    reviewed: str
    contact: Contact | None
    ways: Ways | None
    met_at: tuple[StaffPlace, ...]
    access: str
    secrecy: SecrecyMark | None
    facts: tuple[Fact, ...]
    lists: tuple[LinkList, ...]
    tree: tuple[UnitNode, ...]
    path: tuple[Link, ...]
    registers: tuple[Link, ...]
    ask_in_swedish: str
    statute: str
    wordings: tuple[Wording, ...]
    passages: tuple[PassageQuote, ...]
    related: tuple[Link, ...]
    provenance: Provenance
    api_url: str
    guide: Link | None
    website: str
    desk: DeskAnswer | None
    ending: Ending | None
    today: tuple[FactToday, ...]


def entry_page(context: PageContext, entry: Entry) -> EntryPage:
    """Make the page of an entry."""
    description = context.description(entry.authority)
    guidance = description.guidance_of(entry.type, entry.id)
    is_record = entry.type in RECORDS
    contact = contact_of_entry(context, entry) if entry.unit or entry.type is EntryType.SECTION else None
    kept_by = keeper(context, entry.authority, entry.unit)
    return EntryPage(
        title=context.title(entry),
        summary=whole_answer(entry),
        authority=Link(context.authority_name(entry.authority), context.url(f"/{entry.authority}/")),
        kind=type_label(entry.type),
        verdict=context.verdict(entry) if is_record else None,
        answer=answer_text(context, entry),
        reviewed=reviewed(guidance),
        contact=contact,
        ways=ways(context, entry, contact) if contact else None,
        met_at=places_of_unit(context, *kept_by),
        access=access_label(entry.access) if is_record else "",
        secrecy=context.secrecy(entry.authority, entry.secrecy, entry.provisions) if is_record else None,
        facts=tuple(_facts(context, entry, guidance)),
        lists=tuple(link_list for link_list in _lists(context, entry) if link_list.links),
        tree=_tree(context, entry),
        path=_unit_path(context, entry),
        registers=context.entry_links(entry.authority, entry.finding_aids),
        ask_in_swedish="" if context.language.html == "sv" else f"{_ASK} {entry.title}.",
        statute=_statute(context, entry),
        wordings=wordings((guidance.ground,), description.laws.values()) if guidance else (),
        passages=context.passages(entry.authority, _passages(context, entry)),
        related=context.entry_links(entry.authority, guidance.see_also if guidance else ()),
        provenance=context.provenance(entry.authority),
        api_url=f"/api/v1/entries/{entry.authority}/{entry.id}",
        guide=context.guide_link(kept_by[0]),
        website=_website(description, entry),
        desk=desk_answer(context, entry) if context.mode is DESK else None,
        ending=ending(context, entry.authority),
        today=facts_today(context, entry),
    )


def _website(description: Description, entry: Entry) -> str:
    """Where the register is searched on the web: the text says so of the register of cases alone."""
    register = description.source.case_register
    if register and entry.access is Access.WEB and register.finding_aid in entry.finding_aids:
        return register.website
    return ""


def reviewed(guidance: Guidance | None) -> str:
    """By what role our words were reviewed, and when; empty where nobody has."""
    if guidance is None or not guidance.reviewed_on:
        return ""
    by = _("myndigheten") if name_in(guidance.reviewed_by) else guidance.reviewed_by
    return _("Granskad av {name} den {date}.").format(name=by, date=shown_date(guidance.reviewed_on))


def _passages(context: PageContext, entry: Entry) -> tuple[str, ...]:
    if entry.type is EntryType.SECTION:
        return context.description(entry.authority).source.sections[entry.id].passages
    return entry.passages


def _facts(context: PageContext, entry: Entry, guidance: Guidance | None) -> Iterator[Fact]:
    """What the description says of the thing; a fact without words shows that it does not say."""
    source = context.description(entry.authority).source

    def words(*texts: str, ours: bool = False) -> tuple[Text, ...]:
        # The description's words stay as they are, in every language.
        return tuple(context.text(text) if ours else Text(text, ours=False) for text in texts if text)

    if entry.type is EntryType.UNIT:
        unit = source.units[entry.id]
        yield Fact(_("Uppgifter"), words(*unit.tasks))
        yield Fact(_("Chef"), words(unit.head))
        if unit.aliases:
            yield Fact(_("Kallas också i texten"), words(*unit.aliases))
    elif entry.type is EntryType.FINDING_AID:
        aid = source.finding_aids[entry.id]
        yield Fact(_("Innehåller"), words(*aid.holds))
        if aid.caveats:
            yield Fact(_("Förbehåll"), words(*aid.caveats))
        if aid.aliases:
            yield Fact(_("Kallas också i texten"), words(*aid.aliases))
    elif entry.type is EntryType.EXCHANGE:
        exchange = source.exchanges[entry.id]
        yield Fact(direction_label(exchange.direction), words(exchange.party))
        yield Fact(_("Vad"), words(*exchange.what))
        yield Fact(_("Hur"), words(exchange.how))
        yield Fact(_("När"), words(exchange.when))
    elif entry.type is EntryType.PROVISION and guidance:
        yield Fact(_("Så prövas det"), words(guidance.test, ours=True))
        yield Fact(_("Längsta tid"), words(guidance.longest, ours=True))


def _lists(context: PageContext, entry: Entry) -> Iterator[LinkList]:
    """What belongs to the entry: systems of a record type, records of a unit, and so on."""
    authority = entry.authority
    others = [other for (owner, _id), other in context.searcher.entries.items() if owner == authority]

    def linked(*types: EntryType, unit: str = "", aid: str = "", provision: str = "") -> tuple[Link, ...]:
        return tuple(
            Link(context.title(other), context.entry_url(other))
            for other in others
            if other.type in types
            and other.id != entry.id
            and (not unit or other.unit == unit)
            and (not aid or aid in other.finding_aids)
            and (not provision or provision in other.provisions)
        )

    if entry.type is EntryType.RECORD_TYPE:
        yield LinkList(_("Register och system"), context.entry_links(authority, entry.finding_aids))
    elif entry.type is EntryType.FINDING_AID:
        yield LinkList(_("Handlingsslag som hör hit"), linked(EntryType.RECORD_TYPE, aid=entry.id))
        exchanges = context.description(authority).source.exchanges.values()
        ids = [exchange.id for exchange in exchanges if exchange.finding_aid == entry.id]
        yield LinkList(_("Uppgifter som hämtas och lämnas"), context.entry_links(authority, ids))
    elif entry.type is EntryType.UNIT:
        yield LinkList(_("Fråga den här enheten om"), linked(EntryType.RECORD_TYPE, unit=entry.id))
        yield LinkList(_("Register och system"), linked(EntryType.FINDING_AID, unit=entry.id))
    elif entry.type is EntryType.PROVISION:
        yield LinkList(_("Kan gälla här"), linked(EntryType.RECORD_TYPE, EntryType.FINDING_AID, provision=entry.id))
    elif entry.type is EntryType.EXCHANGE:
        exchange = context.description(authority).source.exchanges[entry.id]
        yield LinkList(_("Register och system"), context.entry_links(authority, [exchange.finding_aid]))


def _tree(context: PageContext, entry: Entry) -> tuple[UnitNode, ...]:
    if entry.type is not EntryType.UNIT:
        return ()
    return context.units(entry.authority, entry.id)


def _unit_path(context: PageContext, entry: Entry) -> tuple[Link, ...]:
    """The units above a unit, the topmost first."""
    if entry.type is not EntryType.UNIT:
        return ()
    _, *above = context.description(entry.authority).source.unit_and_above(entry.id)
    links = (
        context.entry_link(entry.authority, unit.id, unit_kind_label(unit.kind, unit.name)) for unit in reversed(above)
    )
    return tuple(link for link in links if link)


def _statute(context: PageContext, entry: Entry) -> str:
    if entry.type is not EntryType.PROVISION:
        return ""
    provision = context.description(entry.authority).source.provisions[entry.id]
    return statute_url(provision.law, provision.chapter, provision.paragraph)
