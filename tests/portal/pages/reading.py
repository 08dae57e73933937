"""A page as a tree that tests can ask, by a reader that repairs nothing, and takes only what our templates write."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from data.quotes import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = frozenset(["a", "abbr", "bdi", "cite", "code", "em", "mark", "q", "span", "strong", "wbr"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "dl",
        "div",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "header",
        "hr",
        "main",
    ]
)
_NOT_IN_A_PARAGRAPH = _BLOCKS | {"nav", "ol", "p", "section", "table", "ul"}
_NOT_READ = frozenset(["script", "style"])
_NAME, _VALUE = r"[^\s=<>\"'/]+", r"""=(?:"[^"]*"|'[^']*')"""
_ATTRIBUTE = re.compile(rf"({_NAME})({_VALUE})?")
_TAG = re.compile(
    rf"<(?P<ends>/)?(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:\s+{_NAME}(?:{_VALUE})?)*)\s*(?P<alone>/)?>"
    r"|<!(?:--.*?--|[^>-][^>]*)>",
    re.DOTALL,
)
"""A tag as templates write it, with values in quotes; or a comment, or what begins the document."""


class MarkupError(Exception):
    """A page that a browser would have to repair."""


@dataclass(eq=False, slots=True)
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """The element and all within it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, tag: str = "", css_class: str = "") -> list[Node]:
        """Elements within it, by tag and class."""
        return [
            node
            for node in self.walk()
            if (not tag or node.tag == tag) and (not css_class or css_class in node.get("class").split())
        ]

    def get(self, name: str) -> str:
        """An attribute; empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def raw(self) -> str:
        """The text as it stands, blocks parted by a blank."""
        text = "".join(child if isinstance(child, str) else child.raw for child in self.children)
        return text if self.tag in _INLINE else f" {text} "

    @property
    def text(self) -> str:
        """The text as it is compared with the description's: NFC, white space collapsed, asterisks dropped."""
        return normalised(self.raw)

    @property
    def visible(self) -> str:
        """What a person reads: the text without scripts and styles."""
        return normalised("".join(self._visible()))

    def _visible(self) -> Iterator[str]:
        if self.tag in {"script", "style", "head"}:
            return
        yield "" if self.tag in _INLINE else " "
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._visible()  # noqa: SLF001  (its own kind)
        yield "" if self.tag in _INLINE else " "

    def within(self, tag: str) -> bool:
        """Whether it stands in such an element."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.within(tag))


class _Tree:
    """A page as far as it has been read."""

    def __init__(self) -> None:
        self._at = Node("#page", {})
        self._paragraphs = 0

    def say(self, written: str) -> None:
        if "<" in written:
            raise MarkupError(f"no tag: {written[written.index('<') :][:60]}")
        if written:
            self._at.children.append(unescape(written))

    def begin(self, name: str, written: str, *, alone: bool) -> Node:
        node = Node(name, _attributes(name, written), self._at)
        if self._paragraphs and name in _NOT_IN_A_PARAGRAPH:
            raise MarkupError(f"<{name}> in <p>: {self._at.text[:60]}")
        self._at.children.append(node)
        if name not in _VOID and not alone:
            self._paragraphs += name == "p"
            self._at = node
        return node

    def end(self, name: str) -> None:
        if self._at.tag != name or self._at.parent is None:
            raise MarkupError(f"</{name}> ends <{self._at.tag}>")
        self._paragraphs -= name == "p"
        self._at = self._at.parent

    def finished(self) -> Node:
        if self._at.parent is not None:
            raise MarkupError(f"<{self._at.tag}> has no end")
        return self._at


def read(html: str) -> Node:
    """A page's tree.

    Raises:
        MarkupError: Tags are not in balance, a paragraph holds a block, or something is no tag.
    """
    tree, begin = _Tree(), 0
    for tag in _TAG.finditer(html):
        if tag.start() < begin:
            continue  # it stands in a script
        tree.say(html[begin : tag.start()])
        begin, name = tag.end(), (tag["name"] or "").lower()
        if tag["ends"]:
            tree.end(name)
        elif name:  # and no comment, nor what begins the document
            node = tree.begin(name, tag["attributes"], alone=bool(tag["alone"]))
            if name in _NOT_READ and (end := html.find(f"</{name}", begin)) > begin:
                node.children.append(html[begin:end])
                begin = end
    tree.say(html[begin:])
    return tree.finished()


def _attributes(name: str, written: str) -> dict[str, str]:
    found = [(attribute.lower(), unescape(value[2:-1])) for attribute, value in _ATTRIBUTE.findall(written)]
    attributes = dict(found)
    if len(attributes) < len(found):
        raise MarkupError(f"<{name}> has an attribute twice")
    return attributes


def links(page: Node, address: str) -> Iterator[tuple[str, str]]:
    """A page's links within the portal: address and fragment, made whole from the page's own."""
    for node in page.all("a"):
        href = node.get("href")
        parts = urlsplit(href)
        if not parts.scheme and not parts.netloc:
            target, fragment = urldefrag(urljoin(address, href))
            yield target, fragment


def outside(page: Node) -> list[Node]:
    """A page's links to other sites."""
    return [node for node in page.all("a") if urlsplit(node.get("href")).scheme in {"http", "https"}]


def ids(page: Node) -> list[str]:
    """Every id of a page, in order."""
    return [node.get("id") for node in page.walk() if "id" in node.attributes]


def meta(page: Node, name: str) -> str:
    """The content of a meta element."""
    return next((node.get("content") for node in page.all("meta") if node.get("name") == name), "")


def link_rel(page: Node, rel: str) -> str:
    """The address of a link element."""
    return next((node.get("href") for node in page.all("link") if node.get("rel") == rel), "")
