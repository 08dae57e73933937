"""Headers of every kind of reply, and replies that a browser may keep until the data changes."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.build.builder import build
from portal.app import create_app
from portal.services.services import install, services_of
from portal.settings import Settings
from tests.in_turn import in_turn
from tests.support import with_everyday_word

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from data.model import Description

HTMX = {"HX-Request": "true"}
PAGES = [
    "/",
    "/norrkoping-ks/",
    "/norrkoping-ks/beskrivning",
    "/norrkoping-ks/sokmedel/heroma",
    "/begar-ut",
    "/om",
    "/fi/om",
]
ASKED = [
    *("/sok", "/sok?q=protokoll", "/fi/sok", "/telefon/sok?q=protokoll", "/kiosk/ar/sok?q=protokoll"),
    *("/sok?q=protokoll&unit=saknas", "/begar-ut?vad=protokoll", "/api/v1/search?q=protokoll", "/api/v1/suggest?q=pro"),
    *("/api/v1/search?q=protokoll&lang=xx", "/sok?q=19121212-1212"),
]
FILES = ["/robots.txt", "/sitemap.xml", "/opensearch.xml", "/oppna-data/poster.json", "/oppna-data/poster.csv"]
OTHERS = [
    "/saknas",
    "/norrkoping-ks",
    "/sok?q=800101-1234",
    "/static/saknas.css",
    "/api/v1/search?limit=0",
    "/healthz",
    "/readyz",
]
CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
@in_turn("path", [*PAGES, *ASKED, *FILES, *OTHERS])
def test_every_reply_has_the_headers_of_safety(client: FlaskClient, path: str, method: str) -> None:
    headers = client.open(path, method=method).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy == CSP
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    permissions = headers["Permissions-Policy"]
    assert [name for name in ("camera", "geolocation", "microphone") if f"{name}=()" not in permissions] == []


def test_a_static_file_has_them_too(client: FlaskClient) -> None:
    address = services_of(client.application).static_files.url("portal.css")
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@in_turn("path", [*PAGES, *ASKED, *FILES, *OTHERS])
def test_no_cookie_is_set_and_nobody_told_apart(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert "Set-Cookie" not in headers
    assert "Cookie" not in headers.get("Vary", "")
    assert "Access-Control-Allow-Credentials" not in headers


@in_turn("path", PAGES)
@pytest.mark.parametrize("asked", [{}, HTMX, HTMX | {"HX-Boosted": "true"}])
def test_a_page_and_its_part_are_told_apart_by_whoever_keeps_them(
    client: FlaskClient, path: str, asked: dict[str, str]
) -> None:
    vary = {name.strip() for name in client.get(path, headers=asked).headers["Vary"].split(",")}
    assert {"HX-Request", "HX-History-Restore-Request", "HX-Boosted", "Accept-Encoding"} <= vary


@in_turn("path", [*PAGES, *FILES])
def test_what_is_unchanged_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "no-cache"
    second = client.get(path, headers={"If-None-Match": tag})
    assert (second.status_code, second.data) == (304, b"")
    assert second.headers["ETag"] == tag
    assert second.headers["Vary"] == first.headers["Vary"]
    assert client.get(path, headers={"If-None-Match": f'"other", {tag}'}).status_code == 304
    assert client.head(path, headers={"If-None-Match": tag}).status_code == 304


@in_turn("path", ASKED)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_a_visitor_asked_is_kept_by_nobody(client: FlaskClient, path: str, headers: dict[str, str]) -> None:
    response = client.get(path, headers=headers)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


@in_turn("tag", ['W/"0"', '"0"', "0", "", '"', "W/", "*", "å"])
def test_another_tag_gets_the_page(client: FlaskClient, tag: str) -> None:
    assert client.get("/om", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["/saknas/", "/norrkoping-ks/sokmedel/saknas", "/static/saknas.css"])
def test_what_is_not_there_is_not_unchanged(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert "ETag" not in response.headers
    assert client.get(path, headers={"If-None-Match": "*"}).status_code == 404


def test_every_address_language_and_part_has_its_own_tag(client: FlaskClient) -> None:
    asked = [(path, headers) for path in [*PAGES, *FILES] for headers in ({}, HTMX)]
    asked += [("/en/om", {}), ("/om?x=1", {}), ("/telefon/om", {})]
    tags = [client.get(path, headers=headers).headers["ETag"] for path, headers in asked]
    assert len(set(tags)) == len(tags)


def test_a_part_is_not_taken_for_the_page(client: FlaskClient) -> None:
    tag = client.get("/om", headers=HTMX).headers["ETag"]
    assert client.get("/om", headers={"If-None-Match": tag}).status_code == 200


def test_new_data_gives_new_tags(own_generations: Path, small: Description) -> None:
    build(own_generations, [small])
    app = create_app(Settings(generations=own_generations))
    services_of(app).current.look_every = 0
    client = app.test_client()
    before = {path: client.get(path).headers["ETag"] for path in ("/", "/om", "/begar-ut")}
    build(own_generations, [with_everyday_word(small, "zebrafink")])
    for path, tag in before.items():
        response = client.get(path, headers={"If-None-Match": tag})
        assert response.status_code == 200
        assert response.headers["ETag"] != tag


def test_new_code_gives_new_tags(app: Flask, settings: Settings) -> None:
    tag = app.test_client().get("/om").headers["ETag"]
    other = create_app(settings)
    assert other.test_client().get("/om").headers["ETag"] == tag
    install(other, replace(services_of(other), code_digest="changed"))
    assert other.test_client().get("/om").headers["ETag"] != tag


SHOWN = {
    "public_url": "https://vagvisaren.example",
    "kiosk_hosts": frozenset({"www.norrkoping.se"}),
    "kiosk_idle": 100,
    "kiosk_warning": 20,
    "hosts": frozenset({"localhost", "vagvisaren.example"}),
}


@in_turn("name", SHOWN)
def test_other_settings_give_other_tags(app: Flask, settings: Settings, name: str) -> None:
    changed = create_app(replace(settings, **{name: SHOWN[name]}))  # type: ignore[arg-type]  # each of its own type
    for path in ("/om", "/sitemap.xml"):
        assert changed.test_client().get(path).headers["ETag"] != app.test_client().get(path).headers["ETag"]


@pytest.mark.parametrize("path", ["/om", "/sitemap.xml", "/robots.txt", "/oppna-data/poster.csv"])
@pytest.mark.parametrize("other", ["http://annan.example", "http://localhost:8000", "https://localhost"])
def test_what_names_the_host_is_not_taken_for_another_host_s(client: FlaskClient, path: str, other: str) -> None:
    tag = client.get(path).headers["ETag"]
    assert client.get(path, base_url=other, headers={"If-None-Match": tag}).status_code == 200


def test_the_same_settings_give_the_same_tags(settings: Settings) -> None:
    one, other = (
        create_app(replace(settings, hosts=frozenset(names)))
        for names in (("localhost", "b", "c"), ("c", "b", "localhost"))
    )
    assert services_of(one).code_digest == services_of(other).code_digest


def test_without_an_index_nothing_is_said_to_be_unchanged(own_generations: Path) -> None:
    client = create_app(Settings(generations=own_generations)).test_client()
    response = client.get("/om", headers={"If-None-Match": "*"})
    assert response.status_code == 503
    assert response.mimetype == "text/html"
    assert "Tillfälligt stängt" in response.get_data(as_text=True)
    assert "ETag" not in response.headers


@in_turn("path", [*PAGES, *FILES])
def test_a_reply_is_compressed_for_whoever_takes_it(client: FlaskClient, path: str) -> None:
    plain = client.get(path)
    packed = client.get(path, headers={"Accept-Encoding": "gzip, br"})
    assert "Content-Encoding" not in plain.headers
    if packed.headers.get("Content-Encoding") == "gzip":
        assert gzip.decompress(packed.data) == plain.data
        assert packed.content_length == len(packed.data) < len(plain.data)
    else:
        assert len(plain.data) < 1000
        assert packed.data == plain.data


@in_turn("accepted", ["", "identity", "gzip;q=0", "br", "*;q=0"])
def test_nobody_is_sent_what_they_cannot_unpack(client: FlaskClient, accepted: str) -> None:
    assert "Content-Encoding" not in client.get("/", headers={"Accept-Encoding": accepted}).headers


def test_a_search_page_says_nothing_of_the_server(client: FlaskClient) -> None:
    assert {"Server", "X-Powered-By"} & set(client.get("/sok?q=protokoll").headers.keys()) == set()
