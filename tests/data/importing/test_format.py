"""A file is what its bytes say, and what cannot be read is refused with a sentence that says what to do."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from data.importing.blocks import CannotRead
from data.importing.format import Format, recognise
from data.importing.reading.html import tree
from data.importing.reading.pdf import sheets
from tests.data.importing.made import docx, odt, packed, paragraph
from tests.data.importing.made_pdf import Page, pdf
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from types import ModuleType

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_HTML = "<!DOCTYPE html><html><body><p>Nämnden</p></body></html>"


@in_turn(
    ("data", "name", "expected"),
    [
        (docx(paragraph("Ord")), "fel.pdf", Format.DOCX),
        (odt("<text:p>Ord</text:p>"), "", Format.ODT),
        (b"%PDF-1.7\n1 0 obj", "utan-namn", Format.PDF),
        (_HTML.encode(), "sida.htm", Format.HTML),
        (b"<!-- sparad --><html xmlns:o='urn'><head>", "", Format.HTML),
        (_HTML.encode("utf-16"), "", Format.HTML),
        ("Nämndens handlingar <2024>".encode("latin-1"), "a.doc", Format.TEXT),
        ("Nämndens handlingar".encode("utf-16-le"), "", Format.TEXT),
    ],
    ids=lambda value: value[:12].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_a_file_is_known_by_its_bytes(data: bytes, name: str, expected: Format) -> None:
    assert recognise(data, name) is expected


@in_turn(
    ("data", "name", "says"),
    [
        (b" \r\n", "", "Filen är tom"),
        (_OLE + "WordDocument".encode("utf-16-le"), "a.docx", "Filen är i det gamla Word-formatet (.doc)"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "Filen är skyddad med lösenord"),
        (_OLE + "Workbook".encode("utf-16-le"), "", "Filen är i ett äldre Office-format"),
        (b"{\\rtf1\\ansi", "a.doc", "Filen är i formatet RTF"),
        (_HTML.encode(), "beslut.DOCX", "Filen heter .docx men är en webbsida (HTML)"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.doc", "Filen är en webbsida sparad som en enda fil"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.pdf", "Filen är en bild"),
        (b"\x1f\x8b\x08\0\0", "", "Filen är ett packat arkiv"),
        (packed({"beslut.docx": b"PK"}), "a.docx", "Filen är packad (zip) men är inget Word"),
        (packed({"[Content_Types].xml": "spreadsheetml", "xl/a.xml": ""}), "a.docx", "Filen är ett kalkylblad"),
        (docx(paragraph("Ord"))[:-30], "a.docx", "Filen är skadad eller inte hel"),
        (docx(paragraph("Ord"))[:200], "a.docx", "Filen är skadad eller inte hel"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "a.xml", "Filen är XML av ett slag"),
        (bytes(range(256)) * 4, "a.txt", "Filen är av ett slag som inte känns igen"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, name: str, says: str) -> None:
    with pytest.raises(CannotRead) as refusal:
        recognise(data, name)
    told = str(refusal.value)
    assert told.startswith(says)
    assert told.endswith(".")
    assert ". " not in told.replace("(.", "(")


@in_turn(
    ("reader", "attribute", "data"),
    [(sheets, "pypdfium2", pdf(Page().text(60, 80, "Ord"))), (tree, "LexborHTMLParser", _HTML.encode())],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_without_what_reads_it_a_file_is_refused_with_how_to_get_that(
    reader: ModuleType, attribute: str, data: bytes
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, attribute, None)
        with pytest.raises(CannotRead, match=r"kör ”make \.venv/\.import”"):
            import_module(f"data.importing.reading.{recognise(data)}").read(data, lambda: None)
