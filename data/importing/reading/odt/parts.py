"""The names of OpenDocument, and what every part of it is read with."""

from __future__ import annotations

from data.importing.reading.markup import Dialect

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OASIS}{name}:1.0": short
    for name, short in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "drawing": "draw",
        "meta": "meta",
        "xsl-fo-compatible": "fo",
        "svg-compatible": "svg",
        "manifest": "manifest",
        "form": "form",
    }.items()
}
OPEN_DOCUMENT = Dialect(
    {**_PREFIXES, "http://purl.org/dc/elements/1.1/": "dc"},
    ignored=frozenset(
        {"office:scripts", "office:forms", "office:font-face-decls", "office:binary-data", "text:script"}
    ),
)
