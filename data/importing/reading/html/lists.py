"""Lists and definitions of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.blocks import CELL, Block, BlockKind, Look
from data.importing.reading.counting import formatted
from data.importing.reading.html.tree import Element

if TYPE_CHECKING:
    from data.importing.reading.html.flow import Flow
    from data.importing.reading.html.looks import Style

_LISTS = frozenset({"ul", "ol", "dir", "dl"})
_STRUCTURE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "details"})


def read_list(flow: Flow, element: Element, style: Style) -> None:
    """A list's items, each a block, those of lists inside it after the item that they stand in."""
    start = element.get("start")
    count = int(start) - 1 if start.isascii() and start.isdecimal() and len(start) < 6 else 0
    for each in element.elements():
        if each.tag in _LISTS:
            read_list(flow, each, style)
            continue
        if each in flow.left_out or not each.words:
            continue
        count += 1
        number = formatted(count, element.attributes.get("type") or "decimal") if element.tag == "ol" else ""
        if any(inner.tag in _STRUCTURE for inner in each.walk()):
            flow.read(each, style)
            continue
        _item(flow, each, style, number)


def _item(flow: Flow, item: Element, style: Style, number: str) -> None:
    """An item's own words as one block, and the lists in it after it."""
    inner = [each for each in item.elements() if each.tag in {"ul", "ol", "dir"}]
    own = Element(item.tag, item.attributes, item.parent, [each for each in item.children if each not in inner])
    words = flow.words(own, style)
    flow.add(BlockKind.LIST_ITEM, words.text, words.look(style, ""), number=number, links=words.is_links)
    for each in inner:
        read_list(flow, each, style)


def read_definitions(flow: Flow, element: Element, style: Style) -> None:
    """Terms with what is said of them; where that has parts of its own, the term is the heading over them."""
    terms: list[Element] = []
    said: list[Element] = []
    for each in (*_pairs(element), None):
        if said and (each is None or each.tag == "dt"):
            _definition(flow, terms, said, style)
            terms, said = [], []
        if each is not None:
            (terms if each.tag == "dt" else said).append(each)
    for each in terms:
        words = flow.words(each, style)
        flow.add(BlockKind.PARAGRAPH, words.text, words.look(style, "dt"))


def _pairs(element: Element) -> list[Element]:
    """The terms and their words, whether groups hold them or not."""
    found: list[Element] = []
    for each in element.elements():
        found.extend([each] if each.tag in {"dt", "dd"} else _pairs(each) if each.tag == "div" else [])
    return found


def _definition(flow: Flow, terms: list[Element], said: list[Element], style: Style) -> None:
    term = "\n".join(text for each in terms if (text := flow.words(each, style).text))
    if any(inner.tag in _STRUCTURE for each in (*said, *terms) for inner in each.walk()):
        flow.add(BlockKind.HEADING, term.replace("\n", " "), Look(style="dt"))
        for each in said:
            flow.read(each, style)
        return
    words = "\n".join(text for each in said if (text := flow.words(each, style).text))
    cells = tuple(each for each in (term, words) if each)
    if not cells:
        return
    flow.blocks.append(
        Block(BlockKind.DEFINITION, CELL.join(cells), "", cells=cells, look=Look(style="dl"), hidden=flow.hidden > 0)
    )
    flow.links.append(False)
