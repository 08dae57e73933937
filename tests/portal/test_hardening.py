"""What the door lets in: methods, hosts, a proxy's word, and how much of everything."""

from __future__ import annotations

from functools import cache
from ipaddress import ip_network
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from index.result import MAX_OFFSET, MAX_QUERY_LENGTH
from portal.app import create_app
from portal.settings import Settings
from portal.web.gate import MAX_PARAMETERS
from tests.in_turn import in_turn
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from portal.settings import Proxies

ROUTES = [
    line.rpartition(" ")[0] for line in (REPOSITORY / "tests" / "portal" / "routes.txt").read_text("utf-8").splitlines()
]
METHODS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "GETT", "X" * 500)
ADDRESSES = {
    "<any(fi,en,ar,latt):language>": "fi",
    "<any(kiosk,telefon):mode>": "kiosk",
    "<any(handlingsslag,sokmedel,enhet,sekretess,uppgifter,avsnitt):kind>": "sokmedel",
    "<authority>": "norrkoping-ks",
    "<id_>": "heroma",
}
HTTPS = {"X-Forwarded-Proto": "https"}
OWN = "vagvisaren.example"
ODD_HOSTS = ['x"><script>', "a b", "a/b", "a@b", "a?b", "a#b", "å.example", "[::1", ":80", "a:b", "", "a" * 300, "a,b"]

ALLOW = {"get", "head"}


def address(rule: str) -> str:
    """An address that a rule answers."""
    for part, value in ADDRESSES.items():
        rule = rule.replace(part, value)
    return rule.replace("<", "").replace(">", "").replace("path:", "")


def visitor(generations: Path, **settings: object) -> FlaskClient:
    """A visitor to a portal with these settings."""
    return _portal(Settings(generations=generations, **settings)).test_client()  # type: ignore[arg-type]


@cache
def _portal(settings: Settings) -> Flask:
    return create_app(settings)


@in_turn("method", METHODS)
def test_every_address_can_only_be_fetched(client: FlaskClient, method: str) -> None:
    answers = {rule: client.open(address(rule), method=method) for rule in ROUTES}
    refused = {rule for rule, answer in answers.items() if (answer.status_code, answer.allow.as_set()) == (405, ALLOW)}
    assert refused == set(ROUTES)


@in_turn("method", METHODS)
@pytest.mark.parametrize("path", ["/saknas", "/api/saknas", "/static/saknas", "/norrkoping-ks"])
def test_neither_can_one_do_more_where_there_is_nothing(client: FlaskClient, path: str, method: str) -> None:
    assert client.open(path, method=method).status_code == 405


def test_a_browser_that_came_by_http_is_not_told_to_use_https(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/om").headers


@in_turn("path", ["/om", "/healthz", "/saknas", "/static/saknas", "/api/v1/entries"])
def test_a_browser_that_came_by_https_is_told_to_stay(client: FlaskClient, path: str) -> None:
    headers = client.get(path, base_url="https://localhost").headers
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


def test_by_default_no_proxy_is_believed(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/om", headers=HTTPS).headers


@in_turn(
    ("proxies", "said", "believed"),
    [
        (1, "https", True),
        (1, "http", False),
        (1, "http, https", True),
        (1, "https, http", False),
        (2, "https, http", True),
        (2, "https", False),
        ((ip_network("127.0.0.0/8"),), "https", True),
        ((ip_network("10.0.0.1"),), "https", False),
        ((ip_network("::1"),), "https", False),
    ],
)
def test_a_proxy_is_believed_as_far_as_it_is_set(
    small_generations: Path, proxies: Proxies, said: str, *, believed: bool
) -> None:
    headers = visitor(small_generations, proxies=proxies).get("/om", headers={"X-Forwarded-Proto": said}).headers
    assert ("Strict-Transport-Security" in headers) is believed


@pytest.mark.parametrize("proxies", [0, 1, (ip_network("127.0.0.1"),)])
@in_turn(
    "name", ["X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-For", "X-Forwarded-Port", "Forwarded", "X-Host"]
)
def test_what_else_a_proxy_may_say_changes_no_address(small_generations: Path, proxies: Proxies, name: str) -> None:
    page = (
        visitor(small_generations, proxies=proxies)
        .get("/om", headers={name: "host=evil.example"})
        .get_data(as_text=True)
    )
    assert 'rel="canonical" href="http://localhost/om"' in page
    assert "evil" not in page


def test_without_a_name_of_its_own_the_portal_answers_for_any(client: FlaskClient) -> None:
    page = client.get("/om", base_url="http://annan.example:8000").get_data(as_text=True)
    assert 'rel="canonical" href="http://annan.example:8000/om"' in page


@in_turn("host", ODD_HOSTS)
@pytest.mark.parametrize("path", ["/om", "/api/v1/entries"])
def test_what_is_no_host_is_refused_and_not_repeated(client: FlaskClient, path: str, host: str) -> None:
    answer = client.get(path, environ_overrides={"HTTP_HOST": host.encode().decode("latin-1")})
    assert answer.status_code == 400
    assert not host or f"//{host}" not in answer.get_data(as_text=True)


KNOWN = ({"hosts": frozenset({OWN})}, {"hosts": frozenset({OWN, "annan.example"}), "public_url": f"https://{OWN}:8443"})


@pytest.mark.parametrize("settings", KNOWN)
@pytest.mark.parametrize("host", [OWN, f"{OWN}:8443", OWN.upper(), f"{OWN}."])
def test_a_host_that_is_known_is_answered(small_generations: Path, settings: dict[str, object], host: str) -> None:
    assert visitor(small_generations, **settings).get("/om", base_url=f"http://{host}").status_code == 200


@pytest.mark.parametrize("settings", KNOWN)
@in_turn("host", ["evil.example", f"{OWN}.evil.example", f"evil.{OWN}", "127.0.0.1", "localhost"])
@in_turn("path", ["/", "/sok?q=x", "/api/v1/entries", "/static/x", "/saknas", "/sitemap.xml"])
def test_another_host_is_refused_and_not_repeated(
    small_generations: Path, settings: dict[str, object], host: str, path: str
) -> None:
    answer = visitor(small_generations, **settings).get(path, base_url=f"http://{host}")
    assert answer.status_code == 400
    assert f"//{host}" not in answer.get_data(as_text=True) + str(answer.headers)


def test_the_error_of_another_host_has_the_usual_shape(small_generations: Path) -> None:
    answer = visitor(small_generations, hosts=frozenset({OWN})).get("/api/v1/entries")
    assert list(answer.get_json()["error"]) == ["status", "title", "detail"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_watcher_may_ask_by_number(small_generations: Path, path: str) -> None:
    client = visitor(small_generations, hosts=frozenset({OWN}))
    assert client.get(path, base_url="http://10.0.0.7:8000").status_code == 200


@in_turn("path", ["/sok", "/kiosk/sok", "/api/v1/search", "/om", "/saknas"])
def test_an_address_with_too_many_parameters_is_refused(client: FlaskClient, path: str) -> None:
    assert client.get(f"{path}?{'type=unit&' * (MAX_PARAMETERS + 1)}").status_code == 400


def test_as_many_parameters_as_are_allowed_are_read(client: FlaskClient) -> None:
    assert client.get(f"/api/v1/search?{'type=unit&' * MAX_PARAMETERS}").status_code == 200


def test_every_value_of_every_filter_can_be_chosen_at_once(client: FlaskClient) -> None:
    facets = client.get("/api/v1/search").get_json()["facets"]
    query = "&".join(f"{name}={each['value']}" for name, found in facets.items() for each in found)
    assert client.get(f"/api/v1/search?{query}&q=x&lang=sv&limit=1&offset=0").status_code == 200


@pytest.mark.parametrize("query", ["q=" + "a" * (MAX_QUERY_LENGTH + 1), f"offset={MAX_OFFSET + 1}", "limit=101"])
def test_a_page_takes_what_is_over_a_limit_for_what_is_at_it(client: FlaskClient, query: str) -> None:
    assert client.get(f"/sok?{query}").status_code == 200


def test_no_query_makes_many_expansions(client: FlaskClient) -> None:
    words = "lönespec personalakt dairium protokol fakturor anstälning arkivhandling katalog "
    found = client.get(f"/api/v1/search?q={quote((words * 9)[:MAX_QUERY_LENGTH])}").get_json()
    assert len(found["expanded"]) <= 24
