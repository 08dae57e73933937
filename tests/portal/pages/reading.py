"""A page as a tree that tests can ask: the standard library's parser, which repairs nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
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


class MarkupError(Exception):
    """A page that a browser would have to repair."""


@dataclass(eq=False)
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


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#page", {})
        self._at = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(dict(attrs)) < len(attrs):
            raise MarkupError(f"<{tag}> has an attribute twice")
        node = Node(tag, {name: value or "" for name, value in attrs}, self._at)
        if tag in _NOT_IN_A_PARAGRAPH and (self._at.tag == "p" or self._at.within("p")):
            raise MarkupError(f"<{tag}> in <p>: {self._at.text[:60]}")
        self._at.children.append(node)
        if tag not in _VOID:
            self._at = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._at.children.append(Node(tag, {name: value or "" for name, value in attrs}, self._at))

    def handle_endtag(self, tag: str) -> None:
        if self._at.tag != tag or self._at.parent is None:
            raise MarkupError(f"</{tag}> ends <{self._at.tag}>")
        self._at = self._at.parent

    def handle_data(self, data: str) -> None:
        self._at.children.append(data)

    def finish(self) -> Node:
        self.close()
        if self._at is not self.root:
            raise MarkupError(f"<{self._at.tag}> has no end")
        return self.root


def read(html: str) -> Node:
    """A page's tree.

    Raises:
        MarkupError: Tags are not in balance, or a paragraph holds a block.
    """
    reader = _Reader()
    reader.feed(html)
    return reader.finish()


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
