"""Static files: names that change with their contents, kept for ever, and a vendored htmx that is the one we chose."""

from __future__ import annotations

import gzip
import hashlib
import re
from typing import TYPE_CHECKING

from portal.services.services import services_of
from portal.services.static_files import sent
from tests.in_turn import in_turn
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from flask.testing import FlaskClient


FOLDER = REPOSITORY / "portal" / "static"
NAMES = sorted(path.name for path in FOLDER.iterdir())
HTMX_SHA256 = "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130"


def url(client: FlaskClient, name: str) -> str:
    return services_of(client.application).static_files.url(name)


@in_turn("name", NAMES)
def test_a_file_is_served_by_a_name_with_its_hash_and_kept_for_ever(client: FlaskClient, name: str) -> None:
    body = sent(FOLDER / name)
    address = url(client, name)
    assert hashlib.sha256(body).hexdigest()[:12] in address
    response = client.get(address)
    assert (response.status_code, response.data) == (200, body)
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.mimetype in {"text/css", "text/javascript", "image/svg+xml", "image/png", "font/woff2"}


@in_turn("name", NAMES)
def test_a_file_is_sent_compressed_where_that_is_shorter(client: FlaskClient, name: str) -> None:
    body = sent(FOLDER / name)
    response = client.get(url(client, name), headers={"Accept-Encoding": "gzip"})
    if "Content-Encoding" in response.headers:
        assert gzip.decompress(response.data) == body
    else:
        assert response.data == body
    assert len(response.data) <= len(body)
    assert response.content_length == len(response.data)


@in_turn("name", NAMES)
def test_all_is_sent_but_comments_and_what_lines_are_indented_by(name: str) -> None:
    source, body = (FOLDER / name).read_text("utf-8"), sent(FOLDER / name).decode()
    if ".min." in name or not name.endswith((".js", ".css")):
        assert body == source
    lines = [line.strip() for line in re.sub(r"(?s)/\*.*?\*/", "", source).splitlines()]
    assert [line.strip() for line in body.splitlines() if line.strip()] == [
        line for line in lines if line and not (name.endswith(".js") and line.startswith("//"))
    ] or ".min." in name


@in_turn(
    "path",
    [
        *(f"/static/{name}" for name in NAMES),
        "/static/portal.000000000000.css",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/%00",
        "/static/a/b.css",
        "/portal/static/portal.css",
    ],
)
def test_any_other_name_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_htmx_is_the_file_that_we_chose() -> None:
    body = (FOLDER / "htmx.min.js").read_bytes()
    assert hashlib.sha256(body).hexdigest() == HTMX_SHA256
    assert b"4.0.1" in body


def test_htmx_is_named_with_version_checksum_and_licence() -> None:
    (row,) = [
        line
        for line in (REPOSITORY / "docs" / "dependencies.md").read_text(encoding="utf-8").splitlines()
        if HTMX_SHA256 in line
    ]
    assert "htmx" in row
    assert "4.0.1" in row
    assert "0BSD" in row


def test_no_script_or_style_of_ours_reaches_out_or_stores_anything() -> None:
    for path in FOLDER.iterdir():
        if path.name == "htmx.min.js":
            continue
        text = path.read_text(encoding="utf-8")
        words = ("http://", "https://", "@import", "document.cookie", "localStorage", "sessionStorage", "indexedDB")
        found = [word for word in (*words, "eval(", "innerHTML", "Function(") if word in text]
        assert [word for word in found if not (path.suffix == ".svg" and word == "http://")] == [], path.name
