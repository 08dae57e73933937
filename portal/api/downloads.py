"""Files for machines: all entries as CSV and JSON, robots.txt, the sitemap, the OpenSearch description."""

from __future__ import annotations

import csv
import io
from xml.sax.saxutils import escape

import msgspec
from flask import Blueprint, Response

from portal.api.present import whole_entry
from portal.languages import ORIGINAL
from portal.services.services import services
from portal.web import origin, urls
from portal.words.translations import gettext as _

downloads = Blueprint("downloads", __name__)

_COLUMNS = (
    *("authority", "type", "id", "title", "answer", "scope", "verdict", "unit", "section", "finding_aids"),
    *("provisions", "access", "secrecy", "theme", "number", "url", "part_of"),
)
_FORMULA = frozenset("=+-@\t\r＝＋－＠")
"""How formulas begin in the usual spreadsheets (OWASP, CSV injection)."""


@downloads.get("/oppna-data/poster.json")
def entries_json() -> Response:
    """Every entry, whole, in the shape of the API."""
    searcher = services().current.get()
    entries = [whole_entry(entry, searcher, ORIGINAL) for entry in searcher.entries.values()]
    return _file(msgspec.json.encode({"entries": entries}), "application/json", "vagvisaren-poster.json")


@downloads.get("/oppna-data/poster.csv")
def entries_csv() -> Response:
    """Every entry as a row; lists are parted by blanks. With a byte order mark, which spreadsheets need."""
    searcher = services().current.get()
    out = io.StringIO()
    writer, root = csv.writer(out), origin.root()
    writer.writerow(_COLUMNS)
    for entry in searcher.entries.values():
        number = searcher.descriptions[entry.authority].source.document.number
        url = root + urls.url_of(entry)
        values: dict[str, object] = {"number": number, "url": url, "answer": entry.whole_answer}
        row = [values.get(column) or getattr(entry, column, "") for column in _COLUMNS]
        writer.writerow([as_cell(" ".join(value) if isinstance(value, tuple) else value) for value in row])
    return _file(out.getvalue().encode("utf-8-sig"), "text/csv", "vagvisaren-poster.csv")


def as_cell(value: object) -> object:
    """A value that a spreadsheet takes for text: what begins as a formula is run where it is opened."""
    return f"'{value}" if isinstance(value, str) and value.lstrip()[:1] in _FORMULA else value


@downloads.get("/robots.txt")
def robots() -> Response:
    """Everything may be read: what search engines are not to list says ``noindex``, which only who reads it sees."""
    lines = ["User-agent: *", "Allow: /", f"Sitemap: {origin.root()}/sitemap.xml", ""]
    return Response("\n".join(lines), mimetype="text/plain")


@downloads.get("/sitemap.xml")
def sitemap() -> Response:
    """Every page in Swedish, in which texts are written first; a guide's questions have none of their own."""
    searcher = services().current.get()
    paths = ["/", "/begar-ut", "/om", "/tillganglighet", "/ordlista", "/oppna-data"]
    for authority in searcher.descriptions:
        paths += [f"/{authority}/", f"/{authority}/beskrivning"]
    paths += [urls.url_of(entry) for entry in searcher.entries.values() if not entry.part_of]
    root = origin.root()
    locations = "".join(f"<url><loc>{escape(root + path)}</loc></url>" for path in dict.fromkeys(paths))
    body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>'
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>{body}', mimetype="application/xml")


@downloads.get("/opensearch.xml")
def opensearch() -> Response:
    """Lets a browser search the portal from its own bar."""
    template = escape(f"{origin.root()}/sok?q={{searchTerms}}")
    body = (
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        f"<ShortName>Vägvisaren</ShortName><Description>{escape(_('Sök bland allmänna handlingar'))}</Description>"
        f'<InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="{template}"/>'
        "</OpenSearchDescription>"
    )
    return Response(
        f'<?xml version="1.0" encoding="UTF-8"?>{body}', content_type="application/opensearchdescription+xml"
    )


def _file(body: bytes, mimetype: str, name: str) -> Response:
    return Response(body, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
