"""Word's styles: what words are by their style, by the styles that it is based on, and by what is set on them alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from data.importing.reading.markup import first

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NO_LEVEL = 9
_DEEPEST = 40
"""How many styles may be based on one another: Word stops at eleven."""
_LONGEST = 100
"""Characters of a style's name."""
_HEADING = re.compile(r"(?:heading|rubrik) ?([1-9])")
_LISTED = re.compile(
    r"(?:toc|contents|innehåll) ?(?:\d|heading)|toa heading|table of (?:figures|authorities)|index (?:\d|heading)"
    r"|innehållsförteckning(?:srubrik)?|innehllsfrteckningsrubrik|innehll\d"
)
_LIST = re.compile(r"list (?:bullet|number)(?: \d)?|punktlista ?\d?|numrerad ?lista ?\d?")
_CAPTION = re.compile(r"caption|beskrivning|bildtext")
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Format:
    """What is said of letters; None where nothing is said."""

    bold: bool | None = None
    size: float | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    def under(self, over: Format) -> Format:
        """This, with what another says in its place.

        Args:
            over: What stands nearer to the letters.
        """
        said = {name: value for name in _FIELDS if (value := getattr(over, name)) is not None}
        return replace(self, **said) if said else self


_FIELDS = tuple(part.name for part in fields(Format))


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on.

    Attributes:
        name: Its own name.
        names: Its name and those of the styles that it is based on, in small letters.
        ident: Its id, by which levels of a numbering name it.
        letters: What it says of letters.
        level: The depth of heading that it gives; 0 where it gives none.
        number: Which numbering it gives, and at which level; empty where it says nothing.
        centred: Whether it centres.
    """

    name: str = ""
    names: tuple[str, ...] = ()
    ident: str = ""
    letters: Format = Format()
    level: int = 0
    number: tuple[str, str] = ("", "")
    centred: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether it is that of lines in a table of contents."""
        return any(map(_LISTED.fullmatch, self.names))

    @property
    def is_list(self) -> bool:
        """Whether it is one of Word's styles for lists."""
        return any(map(_LIST.fullmatch, self.names))

    @property
    def is_caption(self) -> bool:
        """Whether it is that of captions."""
        return any(map(_CAPTION.fullmatch, self.names))


class Styles:
    """The styles of a file."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles.

        Args:
            root: The part with the styles; None where the file has none.
        """
        found = root.findall("w:style") if root is not None else []
        self._elements = {style.get("w:styleId", ""): style for style in found}
        self._resolved: dict[str, Style] = {}
        default = first(root, "w:docDefaults/w:rPrDefault/w:rPr") if root is not None else None
        self._defaults = Format(size=10.0).under(format_of(default))
        self._usual = next(
            (
                ident
                for ident, style in self._elements.items()
                if style.get("w:type") == "paragraph" and is_on(style, "w:default")
            ),
            "",
        )

    def paragraph(self, ident: str) -> Style:
        """The style of a paragraph, by its id; the usual one where it has none.

        Args:
            ident: The id, as ``Rubrik1``.
        """
        style = self._of(ident or self._usual, ())
        return replace(style, letters=self._defaults.under(style.letters))

    def letters(self, ident: str) -> Format:
        """What a style for letters says.

        Args:
            ident: The style's id.
        """
        return self._of(ident, ()).letters if ident else Format()

    def makes_head(self, ident: str) -> bool:
        """Whether a style for tables sets the first row off in bold or with shading.

        Args:
            ident: The style's id.
        """
        seen: set[str] = set()
        while ident in self._elements and ident not in seen:
            seen.add(ident)
            for part in self._elements[ident].findall("w:tblStylePr"):
                if part.get("w:type") == "firstRow":
                    return format_of(part.find("w:rPr")).bold is True or first(part, "w:tcPr/w:shd") is not None
            ident = _value(self._elements[ident], "w:basedOn")
        return False

    def _of(self, ident: str, below: tuple[str, ...]) -> Style:
        if ident not in self._resolved:
            self._resolved[ident] = self._read(ident, below)
        return self._resolved[ident]

    def _read(self, ident: str, below: tuple[str, ...]) -> Style:
        element = self._elements.get(ident)
        if element is None:
            name = ident[:_LONGEST].lower()
            return Style(ident[:_LONGEST], (name,), ident, level=_named_level(name))
        base_id = _value(element, "w:basedOn")
        ends = not base_id or base_id in (*below, ident) or len(below) > _DEEPEST
        base = Style() if ends else self._of(base_id, (*below, ident))
        name = (_value(element, "w:name") or ident)[:_LONGEST]
        props = element.find("w:pPr")
        return Style(
            name=name,
            names=(name.lower(), *base.names),
            ident=ident,
            letters=base.letters.under(format_of(element.find("w:rPr"))),
            level=_level(props, _named_level(name.lower()) or base.level),
            number=numbered(props, base.number),
            centred=centres(props, usual=base.centred),
        )


def format_of(props: Element | None) -> Format:
    """What properties say of letters.

    Args:
        props: The element ``w:rPr``; None where there is none.
    """
    if props is None:
        return Format()
    size = _value(props, "w:sz")
    return Format(
        bold=_switch(props, "w:b"),
        size=int(size) / 2 if size.isascii() and size.isdigit() else None,
        capitals=_switch(props, "w:caps"),
        hidden=_switch(props, "w:vanish"),
    )


def level_of(props: Element | None, style: Style) -> int:
    """The depth of heading of a paragraph; 0 where it is none.

    Args:
        props: The element ``w:pPr``; None where there is none.
        style: Its style.
    """
    return _level(props, style.level)


def numbered(props: Element | None, usual: tuple[str, str]) -> tuple[str, str]:
    """Which numbering a paragraph or style has and at which level.

    Args:
        props: The element ``w:pPr``; None where there is none.
        usual: What holds where it says nothing.
    """
    said = props.find("w:numPr") if props is not None else None
    if said is None:
        return usual
    return _value(said, "w:numId") or usual[0], _value(said, "w:ilvl") or usual[1]


def centres(props: Element | None, *, usual: bool) -> bool:
    """Whether a paragraph or style is centred.

    Args:
        props: The element ``w:pPr``; None where there is none.
        usual: What holds where it says nothing.
    """
    said = _value(props, "w:jc") if props is not None else ""
    return said == "center" if said else usual


def is_on(element: Element, attribute: str) -> bool:
    """Whether an attribute is there and says yes.

    Args:
        element: Any element.
        attribute: Its name.
    """
    return element.get(attribute, "0") not in _OFF


def _level(props: Element | None, usual: int) -> int:
    said = _value(props, "w:outlineLvl") if props is not None else ""
    if not (said.isascii() and said.isdigit()):
        return usual
    return int(said) + 1 if int(said) < _NO_LEVEL else 0


def _named_level(name: str) -> int:
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else 0


def _switch(props: Element, name: str) -> bool | None:
    element = props.find(name)
    return None if element is None else element.get("w:val", "1") not in _OFF


def _value(element: Element, name: str) -> str:
    found = element.find(name)
    return "" if found is None else found.get("w:val", "")
