"""OpenDocument's styles: those that have names, and those that the program made for what is set on one place alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEEPEST = 40
_LONGEST = 100
"""Characters of a style's name."""
_SIZE = re.compile(r"(\d{1,5}(?:\.\d{1,9})?)(pt|%)")
_HEADING = re.compile(r"(?:heading|rubrik) ([1-9])")
_CAPTION = re.compile(r"caption|illustration|figure|drawing|table|text|bildtext|beskrivning|illustration|tabell|figur")
_HEAD = re.compile(r"table heading|tabellrubrik")
_LEAST_BOLD = 600


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on.

    Attributes:
        name: Its own name; of one that the program made, that of the style under it.
        names: The names of all styles that it is based on, in small letters.
        bold: Whether letters are bold.
        size: Their height in points.
        capitals: Whether they are set in capitals.
        hidden: Whether they are not shown.
        centred: Whether it centres.
        level: The depth of heading that it gives; 0 where it gives none.
        numbers: The style of lists that it gives.
    """

    name: str = ""
    names: tuple[str, ...] = ()
    bold: bool = False
    size: float = 12.0
    capitals: bool = False
    hidden: bool = False
    centred: bool = False
    level: int = 0
    numbers: str = ""

    @property
    def is_caption(self) -> bool:
        """Whether it is that of captions: LibreOffice has one for each kind of thing, all based on the same."""
        return "caption" in self.names or (bool(self.names) and bool(_CAPTION.fullmatch(self.names[0])))

    @property
    def is_head(self) -> bool:
        """Whether it is that of the heads of tables."""
        return any(map(_HEAD.fullmatch, self.names))


class Styles:
    """The styles of a file, by family and name."""

    def __init__(self, *roots: Element | None) -> None:
        """Read the styles.

        Args:
            roots: The parts that hold styles.
        """
        self._elements: dict[tuple[str, str], Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._resolved: dict[tuple[str, str], Style] = {}
        usual = Style()
        for root in roots:
            for group in root if root is not None else ():
                for one in group.findall("style:style") if group.tag.endswith("styles") else ():
                    key = (one.get("style:family", ""), one.get("style:name", ""))
                    self._elements[key] = one
                    if group.tag == "office:automatic-styles":
                        self._automatic.add(key)
                for one in group.findall("style:default-style") if group.tag == "office:styles" else ():
                    if one.get("style:family") == "paragraph":
                        usual = _said(one, usual)
        self._usual = usual

    def paragraph(self, name: str) -> Style:
        """The style of a paragraph.

        Args:
            name: Its name in the file.
        """
        return self._of(("paragraph", name), ())

    def letters(self, name: str, around: Style) -> Style:
        """How letters look with a style for letters.

        Args:
            name: Its name in the file.
            around: How they look without it.
        """
        chain: list[Element] = []
        element = self._elements.get(("text", name))
        while element is not None and len(chain) < _DEEPEST:
            chain.append(element)
            element = self._elements.get(("text", element.get("style:parent-style-name", "")))
        for one in reversed(chain):
            around = _said(one, around)
        return around

    def _of(self, key: tuple[str, str], below: tuple[str, ...]) -> Style:
        if key not in self._resolved:
            self._resolved[key] = self._read(key, below)
        return self._resolved[key]

    def _read(self, key: tuple[str, str], below: tuple[str, ...]) -> Style:
        element = self._elements.get(key)
        family, name = key
        if element is None:
            plain = name.replace("_20_", " ")[:_LONGEST]
            return replace(self._usual, name=plain, names=(plain.lower(),), level=_named_level(plain))
        parent = element.get("style:parent-style-name", "")
        ends = not parent or parent in below or len(below) > _DEEPEST
        base = self._usual if ends else self._of((family, parent), (*below, name))
        shown = element.get("style:display-name") or name.replace("_20_", " ")
        shown = shown[:_LONGEST]
        made = key in self._automatic and bool(base.name)
        style = _said(element, base)
        level = element.get("style:default-outline-level")
        return replace(
            style,
            name=base.name if made else shown,
            names=base.names if made else (shown.lower(), *base.names),
            level=_whole(level) if level is not None else _named_level(shown) or base.level,
            numbers=element.get("style:list-style-name", base.numbers),
        )


def _said(element: Element, base: Style) -> Style:
    """A style with what an element says in its place."""
    text, paragraph = element.find("style:text-properties"), element.find("style:paragraph-properties")
    if paragraph is not None and (align := paragraph.get("fo:text-align")):
        base = replace(base, centred=align == "center")
    if text is None:
        return base
    weight = text.get("fo:font-weight")
    transform = text.get("fo:text-transform")
    display = text.get("text:display")
    return replace(
        base,
        bold=base.bold if weight is None else weight == "bold" or _whole(weight) >= _LEAST_BOLD,
        size=_size(text.get("fo:font-size", ""), base.size),
        capitals=base.capitals if transform is None else transform == "uppercase",
        hidden=base.hidden if display is None else display == "none",
    )


def _size(text: str, base: float) -> float:
    found = _SIZE.fullmatch(text)
    if found is None:
        return base
    value = float(found[1])
    return value if found[2] == "pt" else round(base * value / 100, 1)


def _named_level(name: str) -> int:
    found = _HEADING.fullmatch(name.lower())
    return int(found[1]) if found else 0


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("10000") else 0
