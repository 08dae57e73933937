"""XML from outside, as a tree: no entities, no document types, no references, and no deeper or larger than a text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from data.importing.blocks import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DEEPEST = 200
"""How deep elements may stand in one another: a text box in a table in a table is at 60."""
_MOST = 400_000
"""How many elements a part may have: a plan of 90 pages with a table on each has some 100,000."""
_LONGEST = 2_000_000
"""Bytes of one tag, or of text between two: drawings keep a copy of themselves in an attribute."""
_OFTEN = 2_000
"""Elements between two words that it goes forward."""

DAMAGED = (
    "Filen är skadad eller inte hel; öppna den i det program som den kommer från, spara den på nytt och försök igen."
)
_FOREIGN = (
    "Filen hänvisar till något utanför sig själv på ett sätt som inget ordbehandlingsprogram gör; "
    "öppna den i Word eller LibreOffice, spara den på nytt och försök igen."
)
_TOO_MUCH = (
    "Filen är inte byggd som en text (för djup eller för stor inuti); "
    "kopiera texten till ett nytt dokument, spara det och försök med det."
)


class Dialect:
    """The names of one format: the prefixes that its readers use, and what they never look at.

    Attributes:
        ignored: Elements that are left out of the tree with all that is in them.
    """

    def __init__(self, prefixes: Mapping[str, str], ignored: frozenset[str] = frozenset()) -> None:
        """Remember the names.

        Args:
            prefixes: Namespace → prefix; several may share one.
            ignored: Elements that no reader looks at, by their short names.
        """
        self._prefixes = prefixes
        self._short: dict[str, str] = {}
        self.ignored = ignored

    def short(self, name: str) -> str:
        """A name as the readers write it (``w:p``); with ``?`` as prefix where the namespace is none of theirs."""
        known = self._short.get(name)
        if known is None:
            namespace, _, local = name.rpartition("}")
            prefix = self._prefixes.get(namespace, "?") if namespace else ""
            known = self._short[name] = f"{prefix}:{local}" if prefix else local
        return known


def parse(data: bytes, dialect: Dialect, progress: Callable[[], None]) -> Element:
    """Read a part of a file.

    Args:
        data: The part.
        dialect: Names to give its elements and attributes; attributes of other namespaces are left out.
        progress: Told now and then that it goes forward.

    Raises:
        CannotRead: If it is no well-formed XML, or is more than plain elements and text.
    """
    if max(map(len, data.split(b">"))) > _LONGEST:  # old versions of expat read such a tag over and over
        raise CannotRead(_TOO_MUCH)
    progress()
    growing = _Growing(dialect, progress)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SkippedEntityHandler = _refuse
    parser.StartElementHandler = growing.start
    parser.EndElementHandler = growing.end
    parser.CharacterDataHandler = growing.words
    try:
        parser.Parse(data, True)  # noqa: FBT003 (takes no name)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise CannotRead(DAMAGED) from error
    return growing.tree.close()


def _refuse(*_: object) -> int:
    raise CannotRead(_FOREIGN)


class _Growing:
    """The tree while it grows."""

    def __init__(self, dialect: Dialect, progress: Callable[[], None]) -> None:
        self.tree = TreeBuilder()
        self._dialect = dialect
        self._progress = progress
        self._depth = 0
        self._count = 0
        self._ignored_from = 0

    def start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST or self._count > _MOST:
            raise CannotRead(_TOO_MUCH)
        if self._count % _OFTEN == 0:
            self._progress()
        if self._ignored_from:
            return
        tag = self._dialect.short(name)
        if tag in self._dialect.ignored:
            self._ignored_from = self._depth
            return
        self.tree.start(tag, self._kept(attributes) if attributes else {})

    def end(self, name: str) -> None:
        if not self._ignored_from:
            self.tree.end(self._dialect.short(name))
        elif self._ignored_from == self._depth:
            self._ignored_from = 0
        self._depth -= 1

    def words(self, text: str) -> None:
        if not self._ignored_from:
            self.tree.data(text)

    def _kept(self, attributes: list[str]) -> dict[str, str]:
        kept = {}
        for name, value in zip(attributes[::2], attributes[1::2], strict=True):
            short = self._dialect.short(name)
            if not short.startswith(("?", "w:rsid")):
                kept[short] = value
        return kept


def first(element: Element | None, path: str) -> Element | None:
    """The first element along a path of short names; None where it ends on the way.

    Args:
        element: Where it begins.
        path: As ``w:sdtPr/w:docPartObj``.
    """
    for name in path.split("/"):
        element = element.find(name) if element is not None else None
    return element


def within(element: Element, name: str) -> Element | None:
    """The first element of a name anywhere in another.

    Args:
        element: Where to look.
        name: Its short name.
    """
    return next(element.iter(name), None)
