"""What is found, as cards: the one that answers, with all that helps, and the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.answering import answer_text, contact_of_entry, ways
from portal.pages.folding import concepts_of
from portal.pages.parts import RECORDS, Alike, Card, Contact, Link, PassageQuote, Text, Ways
from portal.pages.questions import rules_of
from portal.pages.signs import alike_line
from portal.words.labels import type_label

if TYPE_CHECKING:
    from data.entries import Entry
    from index.result import SearchResult
    from portal.pages.context import PageContext
    from portal.pages.folding import Folded, Group
    from portal.pages.parts import SecrecyMark


@dataclass(frozen=True, slots=True)
class Answer:
    """The card that answers, with all that helps whoever asked.

    Attributes:
        asked: Which of several needs it answers, none where it is one.
        contact: Whom to ask; nobody in particular where it is a question of a guide, or of several authorities.
        ways: How to reach them; None where one must choose an authority first.
        laws: The provisions of secrecy that may apply.
        source: The first passage that it rests on; None where it is the law's answer.
        number: The description's.
    """

    asked: tuple[str, ...]
    card: Card
    contact: Contact | None
    ways: Ways | None
    laws: tuple[Link, ...]
    source: PassageQuote | None
    number: str


def answers_of(context: PageContext, folded: Folded, cards: tuple[Card, ...]) -> tuple[Answer, ...]:
    """What answers the question first: one card, or one for each of its needs."""
    needs = needs_of(folded.result)
    made = [
        (group[0].entry, card, tuple(asked for hit in group for asked in needs.get(key_of(hit.entry), ())))
        for group, card in zip(folded.groups, cards, strict=True)
    ]
    chosen = [each for each in made if each[2]] or made[:1]
    return tuple(_answer(context, *each) for each in chosen)


def _answer(context: PageContext, entry: Entry, made: Card, asked: tuple[str, ...]) -> Answer:
    if made.alike:
        return Answer(asked, made, None, None, (), None, "")
    contact = contact_of_entry(context, entry)
    quotes = context.passages(entry.authority, entry.passages[:1])
    return Answer(
        asked=asked,
        card=made,
        contact=None if entry.part_of else contact,
        ways=ways(context, entry, contact),
        laws=context.entry_links(entry.authority, entry.provisions),
        source=quotes[0] if quotes else None,
        number=context.description(entry.authority).source.document.number,
    )


def needs_of(result: SearchResult) -> dict[tuple[str, str], tuple[str, ...]]:
    """Which needs of the question an entry answers first; filters may leave a need without any."""
    needs: dict[tuple[str, str], tuple[str, ...]] = {}
    for part in result.parts:
        for hit in part.hits[:1]:
            needs[key_of(hit.entry)] = (*needs.get(key_of(hit.entry), ()), part.query)
    return needs


def key_of(entry: Entry) -> tuple[str, str]:
    """What tells an entry from all others."""
    return entry.authority, entry.id


def alike(context: PageContext, group: Group) -> tuple[Alike, ...]:
    """A line for each of several authorities that have the same kind of record."""
    return tuple(alike_line(context, hit.entry) for hit in group) if len(group) > 1 else ()


def kind_of_record(context: PageContext, group: Group) -> Text:
    """What several authorities' entries are called together: their concept, where it has a name."""
    concepts = [set(concepts_of(context, hit)) for hit in group]
    signposts = context.description(group[0].entry.authority).signposts
    named = [signposts[concept].topic for concept in sorted(set.union(*concepts)) if concept in signposts]
    titles = {hit.entry.title for hit in group}
    return context.text(named[0]) if named and len(titles) > 1 else context.title(group[0].entry)


def card(context: PageContext, group: Group, beside: Group = ()) -> Card:
    """A hit as a card, with those that share it, or hits of one kind at several authorities."""
    hit, entry = group[0], group[0].entry
    found_in = [id_ for id_ in entry.finding_aids if id_ != entry.id]
    others = (other.entry for other in beside if other.entry.id not in found_in)
    return Card(
        kind=type_label(entry.type),
        title=kind_of_record(context, group) if len(group) > 1 else context.title(entry),
        url=context.entry_url(entry),
        answer=answer_text(context, entry),
        snippet=hit.snippet if "<mark>" in hit.snippet else "",
        found_in=context.entry_links(entry.authority, found_in),
        ask=context.entry_link(entry.authority, entry.unit) if entry.unit != entry.id else None,
        secrecy=_secrecy(context, entry),
        verdict=context.verdict(entry) if entry.type in RECORDS else None,
        whose=Text("") if entry.part_of else context.told_apart(entry.authority),
        alike=alike(context, group),
        part_of=context.guide_of(entry),
        rules=rules_of(context, entry),
        beside=tuple(Link(context.title(other), context.entry_url(other)) for other in others),
    )


def _secrecy(context: PageContext, entry: Entry) -> SecrecyMark | None:
    mark = context.secrecy(entry.authority, entry.secrecy)
    return mark if entry.type in RECORDS and mark.is_stated else None
