"""A page's elements, as the HTML5 parser sees them: the seam to selectolax, which nothing else here knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead
from data.importing.reading.flow import TOO_LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode
else:
    # Loaded here and not when a page is read: the process that reads can load nothing more.
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        LexborHTMLParser = None

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "map",
        "select",
        "textarea",
    ]
)
_NOT_NESTED = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "colgroup",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "col",
        "wbr",
        "area",
        "base",
    ]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*?(/?)>")
_MOST = 150_000
"""Elements that a page may have: 90 pages of tables from Word have 80,000."""
_DEEPEST = 150
"""Real pages reach 60; a parser's time grows with the square of the depth."""

_TOO_DEEP = "Webbsidan är för djupt nästlad för att läsas; spara den som Word eller text och försök igen."


@dataclass(slots=True, eq=False)
class Element:
    """An element with what is in it. ``words`` counts all its words, ``linked`` those in links and buttons.

    ``block`` says whether it, or anything in it, begins a line of its own.
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)
    block: bool = False
    words: int = 0
    linked: int = 0

    def get(self, name: str) -> str:
        """An attribute in lower case, empty where it has none."""
        return self.attributes.get(name, "").strip().casefold()

    def elements(self) -> Iterator[Element]:
        """The elements directly in it."""
        return (each for each in self.children if isinstance(each, Element))

    def walk(self) -> Iterator[Element]:
        """It and all in it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))

    def within(self) -> Iterator[Element]:
        """What it stands in, innermost first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def text(self) -> str:
        """All its words."""
        parts = (each if isinstance(each, str) else "\n" if each.tag == "br" else each.text() for each in self.children)
        return (" " if self.tag in BLOCKS else "").join(("", *parts, ""))


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its body, its title element's words and what its style elements say."""

    body: Element
    title: str
    styles: str


def parsed(text: str) -> Page:
    """The page that a text makes.

    Raises:
        CannotRead: It is nested deeper than any page, or what parses it is not installed.
    """
    _refuse_depth(text)
    if LexborHTMLParser is None:
        raise CannotRead("Webbsidor kan inte läsas utan tilläggen för import: kör ”make .venv/.import”.")
    page = LexborHTMLParser(text)
    if page.body is None:
        raise CannotRead("Filen har ingen sida i sig; spara om webbsidan från webbläsaren och försök igen.")
    title = page.css_first("head > title")
    styles = "\n".join(each.text() for each in page.css("style"))
    return Page(_built(page.body), title.text() if title is not None else "", styles)


def _refuse_depth(text: str) -> None:
    depth = 0
    for found in _TAG.finditer(text):
        if found[3] or found[2].casefold() in _NOT_NESTED:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > _DEEPEST:
            raise CannotRead(_TOO_DEEP)


def _built(body: LexborNode) -> Element:
    """Our own elements of the parser's, without what no one sees."""
    root = Element("body", {})
    waiting: list[tuple[LexborNode, Element, int]] = [(body, root, 0)]
    order = [root]
    while waiting:
        node, into, depth = waiting.pop()
        if depth > _DEEPEST:
            raise CannotRead(_TOO_DEEP)
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                into.children.append(child.text_content or "")
            elif not tag.startswith(("-", "!")) and tag not in _UNSEEN:
                made = Element(tag, {name: value or "" for name, value in child.attributes.items()}, into)
                into.children.append(made)
                order.append(made)
                if len(order) > _MOST:
                    raise CannotRead(TOO_LONG)
                waiting.append((child, made, depth + 1))
            child = child.next
    for element in reversed(order):
        _count(element)
    return root


def _count(element: Element) -> None:
    """Count an element whose children are counted."""
    for each in element.children:
        if isinstance(each, str):
            element.words += len(each.split())
        else:
            element.words += each.words
            element.linked += each.linked
            element.block = element.block or each.block
    element.block = element.block or element.tag in BLOCKS
    pointed = element.tag == "a" and not element.get("href").startswith(("mailto:", "tel:"))
    if (pointed and element.get("href")) or element.tag in {"button", "label"} or element.get("role") == "button":
        element.linked = element.words
