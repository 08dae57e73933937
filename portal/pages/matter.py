"""Hits on one matter share a card: a record, the register where it is found, the data that goes to and from it.

It is for pages alone: the API gives every hit. What is gathered is what one page of results shows, so that offsets and
totals count hits, here as there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.kinds import EntryType
from index.words.analysis import content_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.entries import Entry
    from index.result import Hit
    from portal.pages.context import PageContext
    from portal.pages.folding import Group

_RECORD, _AID, _EXCHANGE = EntryType.RECORD_TYPE, EntryType.FINDING_AID, EntryType.EXCHANGE


def gather(context: PageContext, groups: Iterable[Group]) -> list[tuple[Group, tuple[Hit, ...]]]:
    """Each card with the hits that share it, in the order of the best of them."""
    cards: list[tuple[Group, list[Hit]]] = []
    for group in groups:
        place = next((at for at, (of, _) in enumerate(cards) if _is_one_matter(context, of, group)), None)
        if place is None:
            cards.append((group, []))
        elif group[0].entry.type is _RECORD:  # what one asks for stands for its register of the same name
            leading, beside = cards[place]
            cards[place] = (group, [*leading, *beside])
        else:
            cards[place][1].append(group[0])
    return [(group, tuple(beside)) for group, beside in cards]


def _is_one_matter(context: PageContext, leading: Group, other: Group) -> bool:
    """Whether a hit belongs to the card that another has; what stands for several authorities stays by itself."""
    first, second = leading[0].entry, other[0].entry
    if len(leading) > 1 or len(other) > 1 or first.authority != second.authority:
        return False
    if first.type is _RECORD and second.type is _AID:
        return second.id in first.finding_aids
    if first.type is _AID and second.type is _RECORD:
        return first.id in second.finding_aids and _is_named_after(second, first)
    if first.type in {_RECORD, _AID} and second.type is _EXCHANGE:
        exchange = context.description(second.authority).source.exchanges[second.id]
        return exchange.finding_aid in first.finding_aids or not set(first.passages).isdisjoint(second.passages)
    return False


def _is_named_after(record: Entry, aid: Entry) -> bool:
    """Whether a record has its register's name: "Inkommen e-post" in the register "E-post"."""
    return set(content_words(aid.title)) <= set(content_words(record.title))
