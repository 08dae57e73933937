"""The results page: an answer first, then cards, facets, chips and what was understood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import shorten
from typing import TYPE_CHECKING

from data.kinds import EntryType
from index.result import Coverage, Unlisted
from portal.modes import DESK
from portal.pages.cards import Answer, alike, answers_of, card, key_of, needs_of
from portal.pages.clarifying import Clarification, clarification, which_authority
from portal.pages.contacts import common_contact
from portal.pages.desk import DeskAnswer, desk_answer, nothing_answer, signpost_answer
from portal.pages.folding import is_outside
from portal.pages.narrowing import Chip, FacetBox, Paging, Relaxation, address, chips, facet_boxes, paging, relaxations
from portal.pages.parts import Card, Contact, Link, Signpost, Text
from portal.pages.signs import signposts_of
from portal.pages.theming import ThemeLink, theme_asked
from portal.words.translations import gettext as _
from portal.words.translations import ngettext

if TYPE_CHECKING:
    from index.result import Expansion, SearchRequest, SearchResult
    from portal.pages.context import PageContext
    from portal.pages.folding import Folded
    from portal.web.params import Rejected


FEW = 5
"""Hits below which one looks through them rather than filters: then the filters stay folded."""
MOST_IN_HEADING = 60
"""Characters of the question that stand in the heading of the hits."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A word that was read as another."""

    written: str
    shown: Text


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The contract of the results page.

    Attributes:
        query: As it was written, with what of it is too long to be searched.
        theme: The theme whose entries are listed, where that is all that is asked for, and what it is about.
        asked: The query for the heading of the hits, which is cut where it is long.
        unsearched: What was too long.
        notice: A sentence about the request itself: an identity number was not searched, say.
        rejected: Sentences about parameters that could not be used.
        count: The number of hits in words, announced.
        unmarked: Whether a record has no mark of secrecy, which must not be read as open.
        few: Whether the hits are so few that filters stay folded.
        unknown: Words that neither the description has nor people use who ask about the first hit.
        corrected: Words that were taken for misspellings.
        as_written_url: The same search with nothing corrected.
        answers: The best entry, where it answers the whole question, or the best for each of its needs.
        cards: The other hits of this page.
        where: For what the description does not list, where it is looked for.
        outside: True where the description does not hold what was asked for.
        staff: Whom to call when nothing answers.
        desk: The answers as the desk needs them, the best first; none in other modes.
        clarification: What to ask the caller first; None where one answer stands out.
    """

    title: str
    summary: str
    query: str
    theme: ThemeLink | None
    asked: str
    unsearched: str
    notice: str
    rejected: tuple[str, ...]
    count: str
    understood: tuple[str, ...]
    unknown: tuple[str, ...]
    expanded: tuple[Understood, ...]
    corrected: tuple[Understood, ...]
    as_written_url: str
    answers: tuple[Answer, ...]
    cards: tuple[Card, ...]
    where: tuple[str, ...]
    outside: bool
    signposts: tuple[Signpost, ...]
    facets: tuple[FacetBox, ...]
    few: bool
    unmarked: bool
    chips: tuple[Chip, ...]
    clear_url: str
    relaxations: tuple[Relaxation, ...]
    paging: Paging
    staff: Contact | None
    guide: Link | None
    desk: tuple[DeskAnswer, ...]
    clarification: Clarification | None


def search_page(
    context: PageContext, folded: Folded, rejected: list[Rejected], notice: str = "", unsearched: str = ""
) -> SearchPage:
    """Make the page of a search's result."""
    result, request = folded.result, folded.result.request
    cards = tuple(card(context, *of) for of in zip(folded.groups, folded.beside, strict=True))
    answered = bool(cards) and result.coverage is Coverage.FULL and request.offset == 0
    best = result.hits[0].entry if answered else None
    answers = answers_of(context, folded, cards) if answered else ()
    found = {key_of(hit.entry) for group in (*folded.groups, *folded.beside) for hit in group}
    signposts = signposts_of(context, result, found)
    at_desk, theme = context.mode is DESK, theme_asked(context, request)
    return SearchPage(
        title=_title(request, theme),
        summary=_("Sökning i myndighetens egen beskrivning av sina allmänna handlingar."),
        query=request.query + unsearched,
        theme=theme,
        asked=shorten(request.query, MOST_IN_HEADING, placeholder=" …"),
        unsearched=unsearched,
        notice=notice,
        rejected=tuple(parameter.reason for parameter in rejected if parameter.reason),
        count=count_text(result.total),
        understood=result.understood,
        unknown=_unknown(result),
        expanded=_expanded(context, result),
        corrected=_corrected(context, result),
        as_written_url=address(context, request, as_written=True),
        answers=answers,
        cards=tuple(each for each in cards if all(each is not answer.card for answer in answers)),
        where=tuple(map(_where, result.unlisted)),
        outside=is_outside(result),
        signposts=signposts,
        facets=facet_boxes(context, result),
        unmarked=any(each.verdict and not each.secrecy for each in cards),
        few=result.total < FEW and not request.filters,
        chips=chips(context, request),
        clear_url=address(context, request, filters={}),
        relaxations=relaxations(context, result),
        paging=paging(context, request, folded.cards, folded.first),
        staff=common_contact(context) if not answered else None,
        guide=context.guide_link(best.authority if best else ""),
        desk=_desk_answers(context, folded, signposts) if at_desk else (),
        clarification=_clarification(context, folded) if at_desk else None,
    )


def _title(request: SearchRequest, theme: ThemeLink | None) -> str:
    if request.query:
        return _("{query} – sökresultat").format(query=request.query)
    return theme.link.label.value if theme else _("Alla poster")


def _desk_answers(context: PageContext, folded: Folded, signposts: tuple[Signpost, ...]) -> tuple[DeskAnswer, ...]:
    """Hits and signposts; whoever answers comes first, and someone to ask where the description has nothing."""
    needs = needs_of(folded.result)
    held = [
        replace(desk_answer(context, hit.entry), asked=needs.get(key_of(hit.entry), ()))
        for group in folded.groups
        for hit in group
    ]
    elsewhere: list[DeskAnswer] = []
    for number, signpost in enumerate(signposts, 1):
        elsewhere += [desk_answer(context, context.searcher.entries[each.key]) for each in signpost.held]
        elsewhere += [signpost_answer(context, signpost, number)] if signpost.holder else []
    if not is_outside(folded.result) and not any(signpost.is_urgent for signpost in signposts):
        return (*held, *elsewhere)
    return (*(elsewhere or [nothing_answer(context)]), *held)


def _unknown(result: SearchResult) -> tuple[str, ...]:
    """The words that nothing answers; not those that people ask with about what is shown: they were understood."""
    asked = {leaf.origin.written for hit in result.hits[:1] for leaf in hit.leaves if not leaf.origin.touches}
    return tuple(word for word in result.unknown if word not in asked)


def _where(unlisted: Unlisted) -> str:
    """Where to look for what a description lists only some of."""
    if unlisted is Unlisted.CASE:
        return _("Beskrivningen räknar inte upp ärenden. De söks i diariet.")
    if unlisted is Unlisted.OTHER_LAW:
        return _("Bestämmelsen står i en annan lag. Beskrivningen räknar bara upp bestämmelser om sekretess.")
    return _("Bestämmelsen är ingen av dem som beskrivningen räknar upp. Den kan gälla ändå.")


def _clarification(context: PageContext, folded: Folded) -> Clarification | None:
    result = folded.result
    if not result.hits or not result.request.query:
        return None
    if len(folded.groups[0]) > 1:
        return which_authority(context, alike(context, folded.groups[0]))
    if result.parts:
        return None  # the caller wants both: they do not compete
    authority = result.hits[0].entry.authority
    # A register often stands between two kinds of record that compete: it is no answer to choose.
    kinds = [hit.entry for hit in result.hits if hit.entry.type is EntryType.RECORD_TYPE]
    return clarification(context, authority, [entry.id for entry in kinds if entry.authority == authority])


def _expanded(context: PageContext, result: SearchResult) -> tuple[Understood, ...]:
    """Words that were read as others; corrections are told by themselves."""
    return tuple(
        Understood(expansion.written, _understood(context, expansion))
        for expansion in result.expanded
        if expansion.via != "corrected"
    )


def _corrected(context: PageContext, result: SearchResult) -> tuple[Understood, ...]:
    words = result.correction.words if result.correction else ()
    return tuple(Understood(word.written, context.said(word.corrected)) for word in words)


def _understood(context: PageContext, expansion: Expansion) -> Text:
    """An everyday word leads to a title, which has a translation; other words are shown as the entry has them."""
    return (context.text if expansion.via == "everyday" else context.said)(expansion.understood)


def count_text(total: int) -> str:
    """The number of hits, as it is announced."""
    return ngettext("{count} träff", "{count} träffar", total).format(count=total) if total else _("Inga träffar")
