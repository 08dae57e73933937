"""What pages say of today beside an older text: what has changed, and that an authority has ended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.kinds import EntryType
from data.today import CurrentField, facts_of
from portal.pages.parts import Link, Text
from portal.words.said import stated
from portal.words.translations import N_, shown_date
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from data.entries import Entry
    from portal.pages.context import PageContext

_LABELS = {
    CurrentField.EMAIL: N_("E-post"),
    CurrentField.PHONE: N_("Telefon"),
    CurrentField.NAME: N_("Namn"),
    CurrentField.SUCCESSOR: N_("Har tagit över"),
}


@dataclass(frozen=True, slots=True)
class FactToday:
    """What holds today, who says so, and what the description says; no words of its where it says nothing.

    `link` leads to who has taken over, where that is an entry.
    """

    title: str
    value: Text
    link: Link | None
    stated: str
    described: Text


@dataclass(frozen=True, slots=True)
class Ending:
    """That an authority ends or has ended, who takes over and who has the records; no words where nobody has said.

    The links lead to authorities of the place; None where the words are all there is.
    """

    said: str
    successor: Text
    successor_link: Link | None
    holder: Text
    holder_link: Link | None
    stated: str

    @property
    def aloud(self) -> tuple[str, ...]:
        """The same in sentences to read."""
        successor = _("{name} har tagit över.").format(name=self.successor.value) if self.successor else ""
        holder = _("Handlingarna finns hos {name}.").format(name=self.holder.value) if self.holder else ""
        return tuple(filter(None, (self.said, successor, holder)))


def facts_today(context: PageContext, entry: Entry) -> tuple[FactToday, ...]:
    """What holds today of an entry, each beside what the description says."""
    description = context.description(entry.authority)
    facts = facts_of(description.current, entry.id)
    unit = description.source.units.get(entry.id) if entry.type is EntryType.UNIT else None
    described = {CurrentField.NAME: entry.title}
    if unit:
        described = {CurrentField.NAME: unit.name, CurrentField.EMAIL: unit.email, CurrentField.PHONE: unit.phone}
    return tuple(
        FactToday(
            title=_(_LABELS[about]),
            value=context.name(facts[about].value),
            link=context.entry_link(entry.authority, facts[about].value) if about is CurrentField.SUCCESSOR else None,
            stated=stated(facts[about].stated_by, facts[about].stated_on),
            described=context.name(described.get(about, "")),
        )
        for about in _LABELS
        if about in facts
    )


def successor_aloud(context: PageContext, entry: Entry) -> Text:
    """Who has taken over from an entry, in a sentence; no words where nobody has."""
    fact = facts_of(context.description(entry.authority).current, entry.id).get(CurrentField.SUCCESSOR)
    if fact is None:
        return Text("")
    link = context.entry_link(entry.authority, fact.value)
    return context.said(_("{name} har tagit över.").format(name=link.label.value if link else fact.value))


def ending(context: PageContext, authority: str) -> Ending | None:
    """What is said first on the pages of an authority that ends; None of one that does not."""
    ended = context.description(authority).ended
    if ended is None:
        return None
    said = _("Myndigheten upphörde den {date}.") if authority in context.ended else _("Myndigheten upphör den {date}.")
    holder = ended.records_at or context.searcher.place.archive
    successor, holder = ended.successor, "" if holder == authority else holder
    return Ending(
        said=said.format(date=shown_date(ended.on)),
        successor=_named(context, successor),
        successor_link=_link(context, successor),
        holder=_named(context, holder),
        holder_link=_link(context, holder),
        stated=stated(ended.stated_by, ended.stated_on),
    )


def _named(context: PageContext, value: str) -> Text:
    """An authority of the place by its own name, or a name as it is."""
    if value in context.searcher.descriptions:
        return context.authority_name(value)
    return replace(context.text(value, ours=False), name=True) if value else Text("")


def _link(context: PageContext, value: str) -> Link | None:
    if value not in context.searcher.descriptions:
        return None
    return Link(context.authority_name(value), context.unscoped_url(f"/{value}/"))
