"""What stands ready on the start page: the common questions, the tiles of the kiosk, and the calls of the desk.

A place with several authorities may name its own. Else each authority gives a few of its own, and what several have
alike stands there once and leads to a search, which tells them apart.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from data.front import CommonQuestion, Tile
from portal.pages.context import GUIDE
from portal.pages.parts import Link, Text
from portal.web import urls
from portal.words.translations import data_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from data.model import Description
    from portal.pages.context import PageContext

FROM_EACH = 4
"""Questions or tiles of each of several authorities: enough to show what it has, few enough to be read."""

DIGITS = "1234567890"


@dataclass(frozen=True, slots=True)
class TileLink:
    """A tile of the kiosk: its name, where it leads, and whether what it leads to is held by someone else.

    `whose` is the authority that it leads to, where there are several.
    """

    name: Text
    url: str
    elsewhere: bool
    whose: Text


@dataclass(frozen=True, slots=True)
class Call:
    """What callers often want, and the digit that opens it at the desk.

    `whose` is the authority that it leads to, where there are several.
    """

    digit: str
    name: Text
    url: str
    whose: Text


@dataclass(frozen=True, slots=True)
class _Ready:
    """A question or a tile: its words, and what it leads to at an authority."""

    words: str
    authority: str
    entry: str
    query: str = ""
    signpost: str = ""


def questions(context: PageContext) -> tuple[Link, ...]:
    """The common questions, each once."""
    of_place = (_Ready(each.question, each.authority, each.entry) for each in context.searcher.place.questions.values())
    ready = list(of_place) or list(_of_authorities(context, lambda description: description.questions))
    links = ((each, _url(context, each)) for each in ready)
    return tuple(Link(context.text(each.words), url, _whose(context, each).value) for each, url in links if url)


def tiles(context: PageContext) -> tuple[TileLink, ...]:
    """The tiles, each once."""
    of_place = (
        _Ready(each.name, each.authority, each.entry, each.query, each.signpost)
        for each in context.searcher.place.tiles.values()
    )
    ready = list(of_place) or list(_of_authorities(context, lambda description: description.tiles))
    return tuple(
        TileLink(
            context.text(each.words),
            url,
            elsewhere=bool(each.signpost) and not _is_held(context, each),
            whose=_whose(context, each),
        )
        for each in ready
        if (url := _url(context, each))
    )


def calls(context: PageContext) -> tuple[Call, ...]:
    """What callers often want, by the digits as they lie on a keyboard: the tiles, and then the common questions."""
    named = [(tile.name, tile.url, tile.whose) for tile in tiles(context)]
    named += [(question.label, question.url, context.said(question.note)) for question in questions(context)]
    once = {
        url: (name, url, whose) for name, url, whose in reversed(named)
    }  # the first of those that lead to one place
    places = dict.fromkeys(url for _name, url, _whose in named)
    return tuple(Call(digit, *once[url]) for digit, url in zip(DIGITS, places, strict=False))


def _of_authorities(
    context: PageContext, of: Callable[[Description], Mapping[str, CommonQuestion | Tile]]
) -> Iterator[_Ready]:
    """All that one authority has ready; of several, what they have alike, each once, and some of each one's own."""
    asked = [context.whose] if context.whose else list(context.searcher.descriptions)
    ready = [[_ready(authority, each) for each in of(context.description(authority)).values()] for authority in asked]
    if len(ready) == 1:
        yield from ready[0]
        return
    often = Counter(each.words for of_one in ready for each in of_one)
    alike = {each.words: each for of_one in ready for each in of_one if often[each.words] > 1}
    for each in alike.values():
        yield _Ready(each.words, "", "", each.query or each.words, each.signpost)
    for of_one in ready:
        yield from islice((each for each in of_one if often[each.words] == 1), FROM_EACH)


def _ready(authority: str, each: CommonQuestion | Tile) -> _Ready:
    if isinstance(each, CommonQuestion):
        return _Ready(each.question, authority, each.entry)
    return _Ready(each.name, authority, each.entry, each.query, each.signpost)


def _whose(context: PageContext, ready: _Ready) -> Text:
    """The authority that it is of; none for what several have alike, and for how to ask any of them."""
    return context.told_apart(ready.authority) if ready.authority and ready.entry != GUIDE else Text("")


def _url(context: PageContext, ready: _Ready) -> str:
    """Where it leads: to its entry, or to a search; nowhere where its entry is not there."""
    if ready.entry == GUIDE and not context.whose:
        link = context.guide_link()
        return link.url if link else ""
    if ready.entry:
        link = context.entry_link(ready.authority, ready.entry)
        return link.url if link else ""
    return urls.with_query(context.url("/sok"), [("q", data_text(ready.query))])


def _is_held(context: PageContext, ready: _Ready) -> bool:
    """Whether some authority of the same organisation has what a tile's signpost is about."""
    asked = [ready.authority] if ready.authority else list(context.searcher.descriptions)
    return bool(context.searcher.holders(ready.signpost, asked))
