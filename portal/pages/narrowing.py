"""The ways on from a search's result: filters, chips to take them away, what dropping them would give, other pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from portal.web import params, urls
from portal.words.labels import facet_label, facet_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.model import Description
    from index.result import FacetValue, SearchRequest, SearchResult
    from portal.pages.context import PageContext

SHOWN_VALUES = 8
"""Facet values shown at once; the rest unfold."""


@dataclass(frozen=True, slots=True)
class FacetOption:
    """A check box: its value, label and count, and how far it is indented below others of its list."""

    value: str
    label: str
    count: int
    selected: bool
    depth: int = 0


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
    """A chosen filter, and the address without it; `changes_whose` where others' records are shown then."""

    label: str
    url: str
    changes_whose: bool


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A facet whose filters could be dropped, how many hits that gives, and the address.

    `changes_whose` where others' records are shown then.
    """

    label: str
    count: int
    url: str
    changes_whose: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """Neighbouring pages; an empty address where there is none."""

    page: int
    pages: int
    previous_url: str
    next_url: str


def facet_boxes(context: PageContext, result: SearchResult) -> tuple[FacetBox, ...]:
    """The facets that narrow something; first of all, where there are several authorities, whose it is."""
    first = sorted(result.facets, key=lambda name: name != "authority")
    asked = asked_of(context, result.request)
    boxes = (_facet_box(context, name, _narrowing(result, name), asked) for name in first)
    return tuple(box for box in boxes if box)


def asked_of(context: PageContext, request: SearchRequest) -> dict[str, Description]:
    """The descriptions of those who are asked."""
    wanted = request.filters.get("authority") or context.searcher.descriptions.keys()
    return {id_: each for id_, each in context.searcher.descriptions.items() if id_ in wanted}


def _facet_box(
    context: PageContext, name: str, values: tuple[FacetValue, ...], asked: Mapping[str, Description]
) -> FacetBox | None:
    """None for a facet that narrows nothing."""
    if not values:
        return None
    named_by = context.searcher.descriptions if name == "authority" else asked
    options = [
        FacetOption(value.value, facet_label(name, value.value, named_by), value.count, value.selected)
        for value in values
    ]
    options.sort(key=lambda option: not option.selected)  # what is chosen stays in view
    shown, more = (_as_tree(name, part, asked) for part in (options[:SHOWN_VALUES], options[SHOWN_VALUES:]))
    return FacetBox(name, facet_title(name), shown, more, any(option.selected for option in more))


def _narrowing(result: SearchResult, name: str) -> tuple[FacetValue, ...]:
    """The values of a facet that would leave something out, in a facet of more than one; what is chosen stays."""
    values = result.facets[name]
    if any(value.selected for value in values):
        return values
    return tuple(value for value in values if value.count < result.total) if len(values) > 1 else ()


def _as_tree(name: str, options: list[FacetOption], asked: Mapping[str, Description]) -> tuple[FacetOption, ...]:
    """Units in the order of the organisation, each below those that it belongs to; other facets as they are."""
    if name != "unit" or len(asked) != 1:
        return tuple(options)
    (source,) = (description.source for description in asked.values())
    place = {id_: number for number, id_ in enumerate(source.units)}
    above = {option.value: [unit.id for unit in source.unit_and_above(option.value)] for option in options}
    placed = sorted(options, key=lambda option: [place[id_] for id_ in reversed(above[option.value])])
    return tuple(replace(option, depth=len(above.keys() & above[option.value]) - 1) for option in placed)


def chips(context: PageContext, request: SearchRequest) -> tuple[Chip, ...]:
    """Every chosen filter, in the order of the facets."""
    asked = asked_of(context, request)
    return tuple(
        Chip(
            f"{facet_title(facet)}: {facet_label(facet, value, asked)}",
            address(context, request, filters={**request.filters, facet: wanted - {value}}),
            facet == "authority",
        )
        for facet, wanted in request.filters.items()
        for value in sorted(wanted)
    )


def relaxations(context: PageContext, result: SearchResult) -> tuple[Relaxation, ...]:
    """Where nothing was found: the facets without whose filters something would be."""
    if result.total:
        return ()
    filters = result.request.filters
    return tuple(
        Relaxation(
            facet_title(facet),
            count,
            address(
                context, result.request, filters={name: wanted for name, wanted in filters.items() if name != facet}
            ),
            facet == "authority",
        )
        for facet, count in result.without.items()
        if count
    )


def paging(context: PageContext, request: SearchRequest, cards: int, first: int) -> Paging:
    """The pages before and after; past the end is the end.

    Args:
        context: The page that it is on.
        request: The search.
        cards: How many cards there are in all.
        first: How many of them the first page has.
    """
    size, offset = request.limit, request.offset
    pages = 1 + max(0, -(-(cards - first) // size))
    page = min(2 + (offset - first) // size, pages) if offset else 1
    return Paging(
        max(page, 1),
        pages,
        address(context, request, offset=max(0, offset - size)) if offset else "",
        address(context, request, offset=offset + size if offset else first) if page < pages else "",
    )


def address(
    context: PageContext,
    request: SearchRequest,
    *,
    filters: dict[str, frozenset[str]] | None = None,
    offset: int = 0,
    as_written: bool = False,
) -> str:
    """The address of a search like this one.

    Args:
        context: The page that it is on.
        request: The search.
        filters: Its filters, where they are to be others.
        offset: Hits to pass over.
        as_written: Whether nothing is to be corrected; what was asked for as written stays so.
    """
    chosen = request.filters if filters is None else filters
    parameters = [("q", request.query)]
    parameters += [(facet, value) for facet, wanted in chosen.items() for value in sorted(wanted)]
    if request.limit != context.mode.cards:
        parameters.append(("limit", str(request.limit)))
    if offset:
        parameters.append(("offset", str(offset)))
    if as_written or request.as_written:
        parameters.append((params.AS_WRITTEN, "ja"))
    return urls.with_query(context.unscoped_url("/sok"), parameters)
