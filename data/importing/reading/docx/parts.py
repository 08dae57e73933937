"""The parts of a Word file and how they name one another; what is outside the file is never asked for."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead
from data.importing.reading.markup import Dialect, parse
from data.importing.reading.package import Package

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_IGNORED = frozenset(
    [
        *(
            f"w:{name}"
            for name in (
                "rPrChange",
                "pPrChange",
                "tblPrChange",
                "trPrChange",
                "tcPrChange",
                "sectPrChange",
                "tblGridChange",
                "numberingChange",
                "tblPrExChange",
                "tblBorders",
                "tcBorders",
                "pBdr",
                "rFonts",
                "lang",
                "proofErr",
                "bookmarkStart",
                "bookmarkEnd",
                "tabs",
                "tblCellMar",
                "tcMar",
                "spacing",
                "ind",
                "color",
                "latentStyles",
                "tblLayout",
                "tcW",
                "tblW",
                "noProof",
                "webHidden",
            )
        ),
        "a:prstGeom",
        "a:custGeom",
        "v:shapetype",
        "v:path",
        "v:stroke",
        "v:fill",
    ]
)
"""What only tells how a page is drawn, or how it was before somebody changed it."""
_WORD = Dialect(
    {
        f"{_OFFICE}wordprocessingml/2006/main": "w",
        f"{_STRICT}wordprocessingml/main": "w",
        f"{_OFFICE}officeDocument/2006/relationships": "r",
        f"{_STRICT}officeDocument/relationships": "r",
        f"{_OFFICE}package/2006/relationships": "rel",
        f"{_OFFICE}markup-compatibility/2006": "mc",
        f"{_OFFICE}officeDocument/2006/math": "m",
        f"{_STRICT}officeDocument/math": "m",
        f"{_OFFICE}drawingml/2006/main": "a",
        f"{_STRICT}drawingml/main": "a",
        f"{_OFFICE}drawingml/2006/picture": "pic",
        f"{_OFFICE}drawingml/2006/chart": "c",
        f"{_OFFICE}drawingml/2006/diagram": "dgm",
        f"{_STRICT}drawingml/diagram": "dgm",
        f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
        f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
        f"{_OFFICE}package/2006/metadata/core-properties": "cp",
        f"{_OFFICE}officeDocument/2006/extended-properties": "ep",
        f"{_OFFICE}officeDocument/2006/custom-properties": "op",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:schemas-microsoft-com:office:office": "o",
    },
    ignored=_IGNORED,
)


class Parts:
    """The parts of one file."""

    def __init__(self, data: bytes, progress: Callable[[], None]) -> None:
        """Open the file.

        Args:
            data: The whole file.
            progress: Told now and then that it goes forward.
        """
        self._package = Package(data)
        self._progress = progress
        self.main = self._named("", "officeDocument") or "word/document.xml"

    def root(self, name: str) -> Element | None:
        """A part as a tree; None where there is no such part.

        Args:
            name: Its name.
        """
        data = self._package.read(name, self._progress) if name else b""
        return parse(data, _WORD, self._progress) if data else None

    def required(self, name: str) -> Element:
        """A part as a tree.

        Args:
            name: Its name.

        Raises:
            CannotRead: If there is no such part.
        """
        root = self.root(name)
        if root is None:
            raise CannotRead(
                "Filen är inget Word-dokument fast den är packad som ett; "
                "öppna den i det program som den kommer från och spara den som Word-dokument (.docx)."
            )
        return root

    def related(self, source: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the file: reference → kind and name.

        Args:
            source: The part; empty for the file itself.
        """
        folder, name = posixpath.split(source)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for link in root if root is not None else ():
            target = link.get("Target", "")
            if link.get("TargetMode") != "External" and target:
                kind = link.get("Type", "").rpartition("/")[2]
                found[link.get("Id", "")] = (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        return found

    def of_kind(self, kind: str) -> Element | None:
        """The part of a kind that the document refers to (``styles``); None where there is none.

        Args:
            kind: The last word of the relation's type.
        """
        return self.root(self._named(self.main, kind))

    def property_part(self, kind: str) -> Element | None:
        """The part of a kind that the file itself refers to (``core-properties``); None where there is none.

        Args:
            kind: The last word of the relation's type.
        """
        return self.root(self._named("", kind))

    def _named(self, source: str, kind: str) -> str:
        return next((name for found, name in self.related(source).values() if found == kind), "")
