"""What a file is, by its bytes and not by its name; what cannot be read is refused with what to do instead."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from data.importing.blocks import CannotRead
from data.importing.reading.encoded import encoding_of
from data.importing.reading.package import PROTECTED, Package

if TYPE_CHECKING:
    from collections.abc import Callable


class Format(StrEnum):
    """What there is a reader for: `data.importing.reading` has a module of each name."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    TEXT = "text"


LARGEST = 80 * 2**20
"""Bytes that a file may be: a description with scanned pictures on each page is 30 MB."""
_LARGEST_TEXT = 20 * 2**20
_HEAD = 4_096
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|h1|div|p|table)\b", re.IGNORECASE)
_MHTML = re.compile(rb"^(?:from|mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
_NAMED_OTHERWISE = (".docx", ".doc", ".docm", ".odt", ".pdf", ".rtf")
_ODF = b"application/vnd.oasis.opendocument.text"

_SAVE = "öppna den i Word eller LibreOffice, spara den som Word-dokument (.docx) och försök med det."
_EMPTY = "Filen är tom; kontrollera att rätt fil valdes och att den är helt nedladdad."
_TOO_LARGE = (
    "Filen är större än 80 MB; spara den utan bilder, eller bara den del som är beskrivningen, och försök med den."
)
_TOO_LONG = "Filen är en text på mer än 20 MB; spara bara den del som är beskrivningen och försök med den."
_OLD_WORD = f"Filen är i det gamla Word-formatet (.doc); {_SAVE}"
_OLE = f"Filen är i ett äldre Office-format men är inget Word-dokument; finns beskrivningen som Word-fil, {_SAVE}"
_RTF = f"Filen är i formatet RTF; {_SAVE}"
_PICTURE = (
    "Filen är en bild utan text som går att läsa; använd originalet, eller låt ett program för texttolkning läsa den."
)
_ARCHIVE = "Filen är ett packat arkiv; packa upp det och importera beskrivningen som ligger i det."
_OTHER_ZIP = (
    "Filen är packad (zip) men är inget Word- eller OpenDocument-dokument; packa upp den och välj själva beskrivningen."
)
_SHEET = (
    "Filen är ett kalkylblad och ingen text; öppna det, kopiera in innehållet i ett Word-dokument och försök med det."
)
_SLIDES = "Filen är en presentation och ingen text; kopiera in innehållet i ett Word-dokument och försök med det."
_FAKE = (
    "Filen heter {suffix} men är en webbsida (HTML); byt ändelsen till .html och försök igen, "
    "eller öppna den i Word och spara den som Word-dokument (.docx)."
)
_MHTML_TOLD = f"Filen är en webbsida sparad som en enda fil (MHTML); {_SAVE}"
_XML = f"Filen är XML av ett slag som inte kan läsas; {_SAVE}"
_UNKNOWN = (
    "Filen är av ett slag som inte känns igen; "
    "spara den som Word-dokument (.docx), OpenDocument-text (.odt), PDF, webbsida (.html) eller text (.txt)."
)


def recognise(data: bytes, name: str = "") -> Format:
    """Tell what a file is.

    Args:
        data: The whole file.
        name: Its name, only to tell of a web page that is called a document.

    Raises:
        CannotRead: If no reader reads it.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise CannotRead(_EMPTY)
    if len(data) > LARGEST:
        raise CannotRead(_TOO_LARGE)
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
    if kind:
        return _SIGNED[kind](data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    return _textual(data, name)


def _textual(data: bytes, name: str) -> Format:
    if len(data) > _LARGEST_TEXT:
        raise CannotRead(_TOO_LONG)
    encoding = encoding_of(data)
    if not encoding:
        raise CannotRead(_UNKNOWN)
    head = data[:_HEAD].decode(encoding, "replace").lstrip("\ufeff \t\r\n").encode()
    if len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)) > len(head) // 100:
        raise CannotRead(_UNKNOWN)
    if _MHTML.match(head) and b"multipart/" in head:
        raise CannotRead(_MHTML_TOLD)
    if head.startswith(b"<") and _HTML.search(head):
        suffix = next((one for one in _NAMED_OTHERWISE if name.lower().endswith(one)), "")
        if suffix:
            raise CannotRead(_FAKE.format(suffix=suffix))
        return Format.HTML
    if head.startswith(b"<?xml"):
        raise CannotRead(_XML)
    return Format.TEXT


def _zipped(data: bytes) -> Format:
    package = Package(data)
    kind = package.read("mimetype") if "mimetype" in package else b""
    if kind.strip().startswith(_ODF):
        return Format.ODT
    types = package.read("[Content_Types].xml") if "[Content_Types].xml" in package else b""
    if b"wordprocessingml" in types or "word/document.xml" in package:
        return Format.DOCX
    if b"spreadsheet" in types + kind:
        raise CannotRead(_SHEET)
    if b"presentation" in types + kind:
        raise CannotRead(_SLIDES)
    raise CannotRead(_OTHER_ZIP)


def _ole(data: bytes) -> Format:
    """An older file of Office, or a newer one inside it because it is protected."""
    if _named("EncryptedPackage") in data:
        raise CannotRead(PROTECTED)
    raise CannotRead(_OLD_WORD if _named("WordDocument") in data else _OLE)


def _named(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse(told: str) -> Callable[[bytes], Format]:
    def refuse(_: bytes) -> Format:
        raise CannotRead(told)

    return refuse


_SIGNED: dict[str, Callable[[bytes], Format]] = {
    "zip": _zipped,
    "ole": _ole,
    "rtf": _refuse(_RTF),
    "picture": _refuse(_PICTURE),
    "archive": _refuse(_ARCHIVE),
}
