"""Which part of a page is its text: by what its elements are and how dense their words stand, not by their names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.blocks import Furniture
from data.importing.reading.html.tree import Element
from data.importing.reading.html.words import leads_furniture
from data.importing.reading.words import one_line

if TYPE_CHECKING:
    from data.importing.reading.html.looks import Looks

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES = {
    "navigation": "meny",
    "search": "sökruta",
    "dialog": "dialogruta",
    "alertdialog": "dialogruta",
    "banner": "sidhuvud",
    "contentinfo": "sidfot",
    "complementary": "sidospalt",
    "toolbar": "verktyg",
    "menu": "meny",
    "menubar": "meny",
}
_TAGS = {"nav": "meny", "search": "sökruta", "dialog": "dialogruta", "menu": "meny"}
_AROUND = {"header": "sidhuvud", "footer": "sidfot", "aside": "sidospalt"}
"""What is the site's around the text, and may be the text's inside it."""
_LINKED = 0.7
_DENSE = 0.85
"""How much of the running words a part must hold to be the whole."""
_COOKIES = ("kakor", "cookies")


@dataclass(slots=True)
class Content:
    """The part of a page that is its text, and what in the page is not."""

    main: Element
    title: Element | None = None
    left_out: dict[Element, str] = field(default_factory=dict)

    def furniture(self, body: Element) -> list[Furniture]:
        """All that was left out, in the order of the page."""
        found: list[Furniture] = []
        waiting = [body]
        while waiting:
            element = waiting.pop()
            what = self.left_out.get(element)
            outside = element is not self.main and not any(each is element for each in self.main.within())
            if element is self.main or element is self.title:
                continue
            if what is not None or (outside and not _holds_left_out(element, self.left_out)):
                if text := one_line(element.text()):
                    found.append(Furniture(what or "utanför texten", text))
                continue
            waiting.extend(reversed(list(element.elements())))
        return found


def content(body: Element, looks: Looks) -> Content:
    """The part of a page that is its text."""
    left_out = {element: what for element in body.walk() if (what := _site(element))}
    free = _free_words(body, left_out, looks)
    named = _named(body, free, left_out)
    main = named or _densest(body, free)
    # What stands around the text is the site's; the same elements inside it are the text's own, unless they are links.
    for element in main.walk():
        own = (named is not None or _heads(element)) and element.tag in _AROUND and element.get("role") not in _ROLES
        if own and element in left_out and not _is_links(element):
            del left_out[element]
    for element in main.walk():
        if element is not main and element not in left_out and (what := _furniture(element, main)):
            left_out[element] = what
    return Content(main, _title(body, main), left_out)


def _site(element: Element) -> str:
    """What an element is where it is the site's whatever stands in it."""
    what = _ROLES.get(element.get("role")) or _TAGS.get(element.tag) or _AROUND.get(element.tag) or ""
    if what or element.tag not in {"div", "section", "form"} or element.words > 120:
        return what
    said = one_line(element.text()).casefold() if element.words < 120 and element.linked else ""
    asks = any(each in said for each in _COOKIES) and any(
        each.tag == "button" or each.get("role") == "button" for each in element.walk()
    )
    return "kakor" if asks and element.linked * 12 >= element.words else ""


def _free_words(body: Element, left_out: dict[Element, str], looks: Looks) -> dict[Element, int]:
    """How many running words each element holds: those in no link, and in nothing of the site's."""
    free: dict[Element, int] = {}
    for element in reversed(list(body.walk())):
        own = sum(len(each.split()) for each in element.children if isinstance(each, str))
        inner = sum(free[each] for each in element.elements())
        linked = element.words and element.linked == element.words
        gone = element in left_out or linked or (looks.of(element).hidden and element.tag == "dialog")
        free[element] = 0 if gone else own + inner
    return free


def _named(body: Element, free: dict[Element, int], left_out: dict[Element, str]) -> Element | None:
    """The part that the page itself calls its text."""
    mains = [each for each in body.walk() if each.tag == "main" or each.get("role") == "main"]
    if mains and free[best := max(mains, key=free.__getitem__)]:
        return best
    articles = [
        each
        for each in body.walk()
        if (each.tag == "article" or each.get("role") == "article") and each not in left_out
    ]
    if articles and free[best := max(articles, key=free.__getitem__)] >= _DENSE * free[body]:
        return best
    return None


def _densest(body: Element, free: dict[Element, int]) -> Element:
    """The innermost part that holds nearly all of the running words, and the first heading of the page."""
    at = body
    while True:
        inner = max(at.elements(), key=free.__getitem__, default=None)
        if inner is None or not inner.block or inner.tag in {"table", "ul", "ol", "dl", "tbody", "p"}:
            return at
        if free[inner] < _DENSE * free[at] or any(_heads(each) for each in at.elements() if each is not inner):
            return at
        at = inner


def _heads(element: Element) -> bool:
    """Whether the heading of a whole text stands in an element."""
    return any(each.tag == "h1" and each.words and not _is_links(each) for each in element.walk())


def _title(body: Element, main: Element) -> Element | None:
    """The page's first heading where it stands above its text."""
    found = [each for each in body.walk() if each.tag == "h1" and each.words > 1]
    if any(each is main for one in found for each in one.within()) or len(found) != 1:
        return None
    return found[0]


def _is_links(element: Element) -> bool:
    return element.words > 0 and element.linked >= _LINKED * element.words


def _furniture(element: Element, main: Element) -> str:
    """What an element in the text is where it is the site's: by the heading it begins with, or a form's fields."""
    if element.tag == "form" and element.words * 2 < main.words:
        return "formulär"
    if not element.block or element.tag in _HEADINGS:
        return ""
    heads = [each for each in element.walk() if each.tag in _HEADINGS and each.words]
    if not heads or not leads_furniture(heads[0].text()) or any(each.tag <= heads[0].tag for each in heads[1:]):
        return ""
    rest = element.words - sum(each.words for each in heads)
    linked = element.linked - sum(each.linked for each in heads)
    return "webbplatsens ruta" if linked >= _LINKED * rest else ""


def _holds_left_out(element: Element, left_out: dict[Element, str]) -> bool:
    return any(each in left_out for each in element.walk() if each is not element) or element.tag == "body"
