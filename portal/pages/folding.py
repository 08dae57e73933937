"""Several authorities have the same kind of record: their entries fold into one card, which asks whose it is.

A kind of record is a concept (`data.concepts`): protokoll, personalakter. Two entries are of one kind where they share
a concept; where all such hits are of one authority there is nothing to ask, and they stay cards of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.result import MAX_LIMIT, Coverage, SearchResult
from portal.modes import DESK
from portal.pages.matter import gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from index.result import Hit, SearchRequest
    from portal.pages.context import PageContext

Group = tuple["Hit", ...]
"""Hits that are one card, the best first."""
NEAREST = 3
"""Cards shown at first where the description does not answer: the nearest are no answer."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A search's result, and its hits as the cards of one page.

    Attributes:
        result: The result; its request is what was asked.
        groups: The cards of this page.
        cards: How many cards there are in all, where each hit of one authority is counted as one.
        beside: For each card of this page, the other hits on its matter, which share it.
        first: How many cards the first page has.
    """

    result: SearchResult
    groups: tuple[Group, ...]
    cards: int
    beside: tuple[Group, ...]
    first: int


def searched(context: PageContext, asked: SearchRequest) -> Folded:
    """Search, and put on one card what is of one matter, or of one kind at several authorities."""
    result, groups, cards = _folded(context, asked)
    first = NEAREST if is_outside(result) else asked.limit
    shown = groups if asked.offset else groups[:first]
    if not asked.query or is_outside(result) or result.parts or context.mode is DESK:
        return Folded(result, shown, cards, ((),) * len(shown), first)
    gathered = gather(context, shown)
    return Folded(
        result, tuple(group for group, _beside in gathered), cards, tuple(beside for _group, beside in gathered), first
    )


def is_outside(result: SearchResult) -> bool:
    """Whether the description does not hold what was asked for: a word of the question is in none of its entries."""
    return bool(result.request.query) and result.coverage is not Coverage.FULL and bool(result.unknown)


def _folded(context: PageContext, asked: SearchRequest) -> tuple[SearchResult, tuple[Group, ...], int]:
    """The result, its hits folded where several authorities are asked, and how many cards there are then.

    The first `MAX_LIMIT` hits are folded, which is what anyone looks at; those after them follow one by one. An offset
    counts cards.
    """
    if not asked.query or len(asked.filters.get("authority") or context.searcher.descriptions) == 1:
        result = context.searcher.search(asked)
        return result, tuple((hit,) for hit in result.hits), result.total
    wide = context.searcher.search(replace(asked, offset=0, limit=MAX_LIMIT))
    groups = fold(context, wide.hits)
    folded = len(wide.hits) - len(groups)
    shown = groups[asked.offset : asked.offset + asked.limit]
    if len(shown) < asked.limit and wide.total > MAX_LIMIT:
        beyond = replace(asked, offset=max(asked.offset + folded, MAX_LIMIT), limit=asked.limit - len(shown))
        shown += [(hit,) for hit in context.searcher.search(beyond).hits]
    result = replace(wide, request=asked, hits=tuple(group[0] for group in shown))
    return result, tuple(shown), wide.total - folded


def fold(context: PageContext, hits: Iterable[Hit]) -> list[Group]:
    """Put hits of one kind together, where they are of several authorities; each group stands where its best stood."""
    groups: list[list[Hit]] = []
    kind_of: dict[str, list[Hit]] = {}
    for hit in hits:
        concepts = concepts_of(context, hit)
        group = next((kind_of[concept] for concept in concepts if concept in kind_of), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(hit)
        kind_of.update(dict.fromkeys(concepts, group))
    rank = {authority: number for number, authority in enumerate(context.searcher.descriptions)}
    apart = (group if len({hit.entry.authority for hit in group}) > 1 else None for group in groups)
    parts = (
        [_ordered(group, rank)] if group else [(hit,) for hit in alone]
        for group, alone in zip(apart, groups, strict=True)
    )
    return [part for of_group in parts for part in of_group]


def _ordered(group: list[Hit], rank: Mapping[str, int]) -> Group:
    """Who answers most words of the question first; of those alike, as the place has them, the home authority first."""

    def answered(hit: Hit) -> int:
        return len({word for leaf in hit.leaves if leaf.origin.counts for word in leaf.origin.words})

    return tuple(sorted(group, key=lambda hit: (-answered(hit), rank[hit.entry.authority])))


def concepts_of(context: PageContext, hit: Hit) -> tuple[str, ...]:
    """The concepts that a hit's entry is one of."""
    guidance = context.description(hit.entry.authority).guidance_of(hit.entry.type, hit.entry.id)
    return guidance.concepts if guidance else ()
