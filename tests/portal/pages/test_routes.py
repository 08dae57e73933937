"""No address dies silently: every route is in a kept list, and every page stands under every language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.kinds import EntryType
from portal.languages import LANGUAGES, ORIGINAL
from portal.modes import MODES
from portal.services.services import services_of
from portal.web import urls
from tests.in_turn import in_turn
from tests.portal.pages.reading import read

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.routing import Rule

    from index.answer.search import Searcher

KEPT = Path(__file__).parents[1] / "routes.txt"
PREFIXES = [urls.prefixed("/", language, mode).rstrip("/") for mode in MODES for language in LANGUAGES]
PLAIN = [
    "/",
    "/sok",
    "/norrkoping-ks/",
    "/norrkoping-ks/beskrivning",
    "/begar-ut",
    "/om",
    "/tillganglighet",
    "/oppna-data",
    "/ordlista",
]


def _line(rule: Rule) -> str:
    return f"{rule.rule} {' '.join(sorted((rule.methods or set()) - {'HEAD', 'OPTIONS'}))}"


def test_the_routes_are_those_of_the_kept_list(app: Flask) -> None:
    """A published address stays: to take one away, say in docs/decisions/ where its readers are led instead."""
    kept = KEPT.read_text(encoding="utf-8").splitlines()
    assert sorted(_line(rule) for rule in app.url_map.iter_rules()) == kept


@in_turn("prefix", PREFIXES)
@in_turn("path", PLAIN)
def test_every_page_stands_under_every_mode_and_language(client: FlaskClient, prefix: str, path: str) -> None:
    response = client.get(prefix + path)
    assert (response.status_code, response.content_type) == (200, "text/html; charset=utf-8")


@in_turn("prefix", PREFIXES)
def test_an_entry_of_every_kind_stands_under_every_mode_and_language(
    client: FlaskClient, searcher: Searcher, prefix: str
) -> None:
    for type_ in EntryType:
        of_kind = [entry for entry in searcher.entries.values() if entry.type is type_]
        for entry in of_kind[:: max(1, len(of_kind) // 3)]:
            assert client.get(prefix + urls.url_of(entry)).status_code == 200


@in_turn("prefix", PREFIXES)
def test_links_stay_in_the_mode_and_language_of_the_page(client: FlaskClient, prefix: str) -> None:
    for path in [*PLAIN, "/norrkoping-ks/sokmedel/heroma", "/norrkoping-ks/enhet/stadsarkivet", "/sok?q=protokoll"]:
        page = read(client.get(prefix + path).get_data(as_text=True))
        links = [node for node in page.all("a") if node.get("data-act") != "wipe"]  # that leads the next visitor in
        own = [
            *(node.get("href") for node in links if not node.get("hreflang")),
            *(node.get("action") for node in page.all("form")),
        ]
        astray = [
            address
            for address in own
            if address.startswith("/")
            and not address.startswith(("/api/", "/oppna-data/"))
            and not address.startswith(f"{prefix}/")
        ]
        assert astray == []


def test_a_language_without_a_catalogue_shows_swedish_and_says_so(client: FlaskClient) -> None:
    catalogues = services_of(client.application).current.catalogues()
    for code, language in LANGUAGES.items():
        (root,) = read(client.get("/" if code == ORIGINAL else f"/{code}/").get_data(as_text=True)).all("html")
        expected = (language.html, language.direction) if catalogues.has(code) else ("sv", "ltr")
        assert (root.get("lang"), root.get("dir")) == expected


@in_turn(
    "path",
    [
        "/sv/",
        "/kiosk/kiosk/",
        "/kiosk/telefon/",
        "/fi/kiosk/",
        "/kiosk/sv/",
        "/kiosk/de/sok",
        "/Kiosk/",
        "/kiosk/api/v1/search",
        "/telefon/robots.txt",
        "/sv/sok",
        "/de/",
        "/de/sok",
        "/EN/",
        "/fi/en/",
        "/fi/sv/om",
        "/saknas/",
        "/saknas/om/",
        "/saknas/beskrivning/",
        "/norrkoping-ks/sokmedel/saknas/",
        "/norrkoping-ks/sokmedel/hittepa/?q=x",
        "/om//",
        "/sok//?q=x",
        "/static/saknas.css/",
        "/saknas",
        "/fi/saknas",
        "/saknas/beskrivning",
        "/saknas/sokmedel/heroma",
        "/norrkoping-ks/sokmedel/saknas",
        "/norrkoping-ks/sokmedel/HEROMA",
        "/norrkoping-ks/sokmedel/",
        "/norrkoping-ks/sokmedel",
        "/norrkoping-ks/register/heroma",
        "/norrkoping-ks/begar-ut",
        "/oppna-data/poster.xml",
        "/sok/protokoll",
        "/index.html",
        "/wp-login.php",
        "/.env",
        "/static/",
        "/static",
        "/api",
    ],
)
def test_an_address_that_is_none_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_id_under_another_kind_is_not_found(client: FlaskClient, searcher: Searcher) -> None:
    for entry in searcher.entries.values():
        for type_, kind in urls.KIND_OF.items():
            if type_ is not entry.type:
                assert client.get(f"/{entry.authority}/{kind}/{entry.id}").status_code == 404


@in_turn("prefix", PREFIXES)
def test_an_authority_without_its_slash_leads_to_its_page(client: FlaskClient, prefix: str) -> None:
    response = client.get(f"{prefix}/norrkoping-ks")
    assert response.status_code in {301, 308}
    assert response.location.removeprefix("http://localhost") == f"{prefix}/norrkoping-ks/"


@in_turn("prefix", PREFIXES[1:])
def test_a_language_without_its_slash_leads_to_its_start_page(client: FlaskClient, prefix: str) -> None:
    response = client.get(prefix)
    assert response.status_code in {301, 308}
    assert response.location.removeprefix("http://localhost") == f"{prefix}/"


@in_turn("path", PLAIN)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_page_can_only_be_fetched(client: FlaskClient, method: str, path: str) -> None:
    response = client.open(path, method=method, data="q=protokoll")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


@in_turn("path", [*PLAIN, "/robots.txt", "/sitemap.xml", "/opensearch.xml", "/oppna-data/poster.csv"])
def test_head_answers_as_get_does_but_without_a_body(client: FlaskClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content_length, head.mimetype) == (200, got.content_length, got.mimetype)
    assert head.data == b""


@in_turn("prefix", PREFIXES)
def test_a_former_id_leads_to_the_present_one_for_good(two_authorities: Flask, prefix: str) -> None:
    client = two_authorities.test_client()
    searcher = services_of(two_authorities).current.get()
    assert searcher.former_ids
    for (authority, former), present in searcher.former_ids.items():
        entry = searcher.entries[authority, present]
        before = f"{prefix}/{authority}/{urls.KIND_OF[entry.type]}/{former}"
        response = client.get(before)
        assert response.status_code == 301
        assert response.location == prefix + urls.entry_url(authority, entry.type, present)
        assert client.get(response.location).status_code == 200


def test_a_second_authority_stands_beside_the_first(two_authorities: Flask) -> None:
    client = two_authorities.test_client()
    for path in ("/exempel-namnd/", "/exempel-namnd/beskrivning", "/norrkoping-ks/", "/sok?authority=exempel-namnd"):
        assert client.get(path).status_code == 200
    start = client.get("/").get_data(as_text=True)
    assert "/exempel-namnd/" in start
    assert "/norrkoping-ks/" in start


def test_each_authority_speaks_from_its_own_description(two_authorities: Flask) -> None:
    client = two_authorities.test_client()
    searcher = services_of(two_authorities).current.get()
    for entry in searcher.entries.values():
        if entry.authority == "exempel-namnd" and entry.type is not EntryType.GUIDE:
            page = read(client.get(urls.url_of(entry)).get_data(as_text=True))
            assert "KS 2019/0917" not in page.text
            assert searcher.descriptions["exempel-namnd"].source.document.number in page.text
