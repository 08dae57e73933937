"""The results page: an answer first, then cards, facets, chips and what was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.model import EntryType
from index.result import Coverage
from portal import params, urls
from portal.labels import facet_label, facet_title, type_label
from portal.modes import DESK
from portal.pages.desk import Clarification, DeskAnswer, clarification, desk_answer, nothing_answer, signpost_answer
from portal.pages.parts import RECORDS, Card, Contact, Link, Signpost, Text
from portal.translations import gettext as _
from portal.translations import ngettext

if TYPE_CHECKING:
    from index.result import Expansion, FacetValue, Hit, SearchRequest, SearchResult
    from portal.pages.context import PageContext
    from portal.params import Rejected

SHOWN_VALUES = 8
"""Facet values shown at once; the rest unfold."""


@dataclass(frozen=True, slots=True)
class FacetOption:
    """A check box: its value, label and count."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A group of check boxes; `more` unfolds below `options`."""

    name: str
    title: str
    options: tuple[FacetOption, ...]
    more: tuple[FacetOption, ...]
    more_selected: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A word that was read as another."""

    written: str
    shown: Text


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A facet whose filters could be dropped, how many hits that gives, and the address."""

    label: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Paging:
    """Neighbouring pages; an empty address where there is none."""

    page: int
    pages: int
    previous_url: str
    next_url: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The contract of the results page.

    Attributes:
        query: As it was written.
        notice: A sentence about the request itself: an identity number was not searched, say.
        rejected: Sentences about parameters that could not be used.
        count: The number of hits in words, announced.
        corrected: Words that were taken for misspellings.
        as_written_url: The same search with nothing corrected.
        answer: The best entry, where it answers the whole question.
        cards: The other hits of this page.
        outside: True where the description does not hold what was asked for.
        staff: Whom to call when nothing answers.
        desk: The answers as the desk needs them, the best first; none in other modes.
        clarification: What to ask the caller first; None where one answer stands out.
    """

    title: str
    description: str
    query: str
    notice: str
    rejected: tuple[str, ...]
    count: str
    total: int
    understood: tuple[str, ...]
    unknown: tuple[str, ...]
    expanded: tuple[Understood, ...]
    corrected: tuple[Understood, ...]
    as_written_url: str
    answer: Card | None
    answer_contact: Contact | None
    cards: tuple[Card, ...]
    outside: bool
    signposts: tuple[Signpost, ...]
    facets: tuple[FacetBox, ...]
    chips: tuple[Chip, ...]
    clear_url: str
    relaxations: tuple[Relaxation, ...]
    paging: Paging
    staff: Contact | None
    guide: Link | None
    desk: tuple[DeskAnswer, ...]
    clarification: Clarification | None


def search_page(context: PageContext, result: SearchResult, rejected: list[Rejected], notice: str = "") -> SearchPage:
    """Make the page of a search's result."""
    request = result.request
    cards = tuple(card(context, hit) for hit in result.hits)
    answered = bool(cards) and result.coverage is Coverage.FULL and request.offset == 0
    best = result.hits[0].entry if answered else None
    authority = best.authority if best else next(iter(context.searcher.descriptions))
    signposts = tuple(
        Signpost(context.text(each.topic), context.text(each.holder), context.text(each.note))
        for each in result.signposts
    )
    at_desk = context.mode is DESK
    return SearchPage(
        title=_("{query} – sökresultat").format(query=request.query) if request.query else _("Alla poster"),
        description=_("Sökning i myndighetens egen beskrivning av sina allmänna handlingar."),
        query=request.query,
        notice=notice,
        rejected=tuple(each.reason for each in rejected if each.reason),
        count=count_text(result.total),
        total=result.total,
        understood=result.understood,
        unknown=result.unknown,
        expanded=tuple(
            Understood(each.written, _understood(context, each)) for each in result.expanded if each.via != "corrected"
        ),
        corrected=_corrected(context, result),
        as_written_url=_address(context, request, as_written=True),
        answer=cards[0] if answered else None,
        answer_contact=context.contact(best.authority, best.unit) if best else None,
        cards=cards[1:] if answered else cards,
        outside=_is_outside(result),
        signposts=signposts,
        facets=tuple(
            box for name, values in result.facets.items() if (box := _facet_box(context, name, values)) is not None
        ),
        chips=_chips(context, request),
        clear_url=_address(context, request, filters={}),
        relaxations=_relaxations(context, result),
        paging=_paging(context, result),
        staff=context.contact(authority, "") if not answered else None,
        guide=context.entry_link(authority, "begar-ut"),
        desk=_desk_answers(context, result, signposts, authority) if at_desk else (),
        clarification=_clarification(context, result) if at_desk else None,
    )


def _desk_answers(
    context: PageContext, result: SearchResult, signposts: tuple[Signpost, ...], authority: str
) -> tuple[DeskAnswer, ...]:
    """Hits and signposts; whoever answers comes first, and someone to ask where the description has nothing."""
    held = [desk_answer(context, hit.entry) for hit in result.hits]
    elsewhere = [signpost_answer(context, authority, each, number) for number, each in enumerate(signposts, 1)]
    if not _is_outside(result):
        return (*held, *elsewhere)
    return (*(elsewhere or [nothing_answer(context, authority)]), *held)


def _is_outside(result: SearchResult) -> bool:
    """Whether the description does not hold what was asked for: a word of the question is in none of its entries."""
    return bool(result.request.query) and result.coverage is not Coverage.FULL and bool(result.unknown)


def _clarification(context: PageContext, result: SearchResult) -> Clarification | None:
    if not result.hits or not result.request.query:
        return None
    authority = result.hits[0].entry.authority
    # A register often stands between two kinds of record that compete: it is no answer to choose.
    kinds = [hit.entry for hit in result.hits if hit.entry.type is EntryType.RECORD_TYPE]
    return clarification(context, authority, [entry.id for entry in kinds if entry.authority == authority])


def _corrected(context: PageContext, result: SearchResult) -> tuple[Understood, ...]:
    words = result.correction.words if result.correction else ()
    return tuple(Understood(each.written, context.said(each.corrected)) for each in words)


def _understood(context: PageContext, expansion: Expansion) -> Text:
    """An everyday word leads to a title, which has a translation; other words are shown as the entry has them."""
    return (context.text if expansion.via == "everyday" else context.said)(expansion.understood)


def count_text(total: int) -> str:
    """The number of hits, as it is announced."""
    return ngettext("{count} träff", "{count} träffar", total).format(count=total) if total else _("Inga träffar")


def card(context: PageContext, hit: Hit) -> Card:
    """A hit as a card."""
    entry = hit.entry
    return Card(
        kind=type_label(entry.type),
        title=context.title(entry),
        url=context.entry_url(entry),
        answer=context.text(entry.answer, ours=entry.ours),
        scope=context.text(entry.scope),
        snippet=hit.snippet if "<mark>" in hit.snippet else "",
        found_in=context.entry_links(entry.authority, (id_ for id_ in entry.finding_aids if id_ != entry.id)),
        ask=context.entry_link(entry.authority, entry.unit) if entry.unit != entry.id else None,
        secrecy=context.secrecy(entry.authority, entry.secrecy) if entry.type in RECORDS else None,
        verdict=context.verdict(entry.authority, entry.verdict) if entry.type in RECORDS else None,
    )


def _facet_box(context: PageContext, name: str, values: tuple[FacetValue, ...]) -> FacetBox | None:
    """A facet with one value that all hits share narrows nothing, and is left out."""
    if name == "authority" and len(context.searcher.descriptions) == 1:
        return None
    if not values:
        return None
    options = [
        FacetOption(each.value, facet_label(name, each.value, context.searcher.descriptions), each.count, each.selected)
        for each in values
    ]
    more = tuple(options[SHOWN_VALUES:])
    return FacetBox(
        name, facet_title(name), tuple(options[:SHOWN_VALUES]), more, any(option.selected for option in more)
    )


def _chips(context: PageContext, request: SearchRequest) -> tuple[Chip, ...]:
    return tuple(
        Chip(
            f"{facet_title(facet)}: {facet_label(facet, value, context.searcher.descriptions)}",
            _address(context, request, filters={**request.filters, facet: wanted - {value}}),
        )
        for facet, wanted in request.filters.items()
        for value in sorted(wanted)
    )


def _relaxations(context: PageContext, result: SearchResult) -> tuple[Relaxation, ...]:
    if result.total:
        return ()
    filters = result.request.filters
    return tuple(
        Relaxation(
            facet_title(facet),
            count,
            _address(
                context, result.request, filters={name: wanted for name, wanted in filters.items() if name != facet}
            ),
        )
        for facet, count in result.without.items()
        if count
    )


def _paging(context: PageContext, result: SearchResult) -> Paging:
    request = result.request
    size = request.limit
    pages = max(1, -(-result.total // size))
    page = min(request.offset // size + 1, pages)  # past the end is the end
    return Paging(
        page,
        pages,
        _address(context, request, offset=max(0, request.offset - size)) if request.offset else "",
        _address(context, request, offset=request.offset + size) if page < pages else "",
    )


def _address(
    context: PageContext,
    request: SearchRequest,
    *,
    filters: dict[str, frozenset[str]] | None = None,
    offset: int = 0,
    as_written: bool = False,
) -> str:
    chosen = request.filters if filters is None else filters
    parameters = [("q", request.query)]
    parameters += [(facet, value) for facet, wanted in chosen.items() for value in sorted(wanted)]
    if request.limit != context.mode.cards:
        parameters.append(("limit", str(request.limit)))
    if offset:
        parameters.append(("offset", str(offset)))
    if as_written or request.as_written:
        parameters.append((params.AS_WRITTEN, "ja"))
    return urls.with_query(context.url("/sok"), parameters)
