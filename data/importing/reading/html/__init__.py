"""Web pages: those of a site with all its furniture, and those that Word writes.

The text is found by the page's structure, never by what one site calls its parts: what the page says is its text
(`main`, `article`), or else the part where the running words stand dense. All else is listed as furniture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead, Furniture, ReadDocument
from data.importing.reading.flow import counting
from data.importing.reading.html.charset import decoded
from data.importing.reading.html.ends import placed, trimmed, with_title
from data.importing.reading.html.flow import Flow
from data.importing.reading.html.looks import Looks, Style
from data.importing.reading.html.main_part import content
from data.importing.reading.html.tree import Element, parsed
from data.importing.reading.notices import pictures
from data.importing.reading.words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 30_000_000


def read(data: bytes, progress: Callable[[], None]) -> ReadDocument:
    """A web page as blocks.

    Raises:
        CannotRead: There is no text in it, or it cannot be read.
    """
    if len(data) > _MOST:
        raise CannotRead("Webbsidan är större än 30 MB; spara texten i den som Word eller text och försök igen.")
    text, notices = decoded(data)
    progress()
    step = counting(progress)
    page = parsed(text)
    progress()
    looks = Looks(page.styles)
    part = content(page.body, looks)
    flow = Flow(looks, part.left_out, step, _opened(page.body))
    if part.title is not None:
        flow.read(Element("div", {}, None, [part.title], block=True), Style())
    flow.read(part.main, Style())
    trimmed(flow)
    if not flow.blocks:
        raise CannotRead("Webbsidan har ingen text; spara om den från webbläsaren när all text syns, och försök igen.")
    with_title(flow)
    title = one_line(page.title)
    images = [each.attributes.get("alt", "") for each in part.main.walk() if _is_picture(each)]
    furniture = [*part.furniture(page.body), *flow.furniture]
    furniture.extend(Furniture(what, words) for what, words in _within(part.main, part.left_out))
    said = {"title": title} if title else {}
    return ReadDocument("html", tuple(placed(flow)), tuple(furniture), said, (*notices, *pictures(images)))


def _is_picture(element: Element) -> bool:
    """Whether a picture may show words: those without a description on purpose, and marks of a few points, do not."""
    small = element.get("width").rstrip("px")
    return element.tag == "img" and element.get("alt") != "" and not (small.isdecimal() and len(small) < 3)


def _opened(body: Element) -> frozenset[str]:
    """The ids of what buttons and links on a page open."""
    found: set[str] = set()
    for each in body.walk():
        for name in ("aria-controls", "data-target", "data-bs-target"):
            found.update(word.removeprefix("#") for word in each.attributes.get(name, "").split())
        if "aria-expanded" in each.attributes or each.get("role") == "tab":
            found.add(each.attributes.get("href", "").removeprefix("#"))
    return frozenset(found - {""})


def _within(main: Element, left_out: dict[Element, str]) -> list[tuple[str, str]]:
    """What was left out inside the text, outermost first."""
    found: list[tuple[str, str]] = []
    waiting = [main]
    while waiting:
        element = waiting.pop()
        if element in left_out and element is not main:
            if words := one_line(element.text()):
                found.append((left_out[element], words))
            continue
        waiting.extend(reversed(list(element.elements())))
    return found
