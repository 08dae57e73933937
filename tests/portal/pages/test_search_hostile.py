"""The results page for who writes anything: no failure, nothing comes back raw, and no person's number is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.in_turn import in_turn
from tests.portal.pages.hostile import MARKUP, NUMBERS, ODD
from tests.portal.pages.reading import read
from tests.portal.pages.results import HTMX, notices, text_of

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.portal.pages.conftest import Get

PLAIN: dict[str, str] = {}
NAMES = ("unit", "type", "theme", "limit", "offset", "lang", "notis", "x", "q%00", "%FF")
ASKED = [(f"q={value}", headers) for value in ODD for headers in (PLAIN, HTMX)]
FILTERED = [
    (f"{name}={value}", HTMX if (row + column) % 2 else PLAIN)
    for row, value in enumerate(ODD)
    for column, name in enumerate(NAMES)
]
"""Each name with each value, and both with a whole page and with a part of one."""


@in_turn(("query", "headers"), [*ASKED, *FILTERED])
def test_odd_values_are_no_failure(client: FlaskClient, query: str, headers: dict[str, str]) -> None:
    response = client.get(f"/sok?{query}", headers=headers)
    assert response.status_code == 200
    read(text_of(response))


@in_turn("path", ["/sok", "/", "/begar-ut", "/om", "/norrkoping-ks/", "/fi/sok"])
@in_turn("query", ["", "&&&", "=", "=x", "q", "q;a", "?", "q[]=a", "q=a&q=b&q=c", "x=1&x=2", "%FF=1"])
def test_odd_queries_are_no_failure(client: FlaskClient, path: str, query: str) -> None:
    assert client.get(f"{path}?{query}").status_code == 200


@in_turn("value", ODD)
def test_odd_paths_are_no_failure(client: FlaskClient, value: str) -> None:
    part = value.replace("+", "%2B").replace("?", "%3F") or "%20"
    for path in (f"/x{part}", f"/x{part}/", f"/norrkoping-ks/sokmedel/x{part}", f"/fi/x{part}/beskrivning"):
        assert client.get(path).status_code in {404, 308}


# Nothing comes back raw


@pytest.mark.parametrize("headers", [{}, HTMX])
@in_turn("name", ["q", "unit", "limit", "lang", "notis", "x"])
@in_turn("markup", MARKUP)
def test_markup_is_shown_as_text_or_not_at_all(
    client: FlaskClient, name: str, markup: str, headers: dict[str, str]
) -> None:
    response = client.get("/sok", query_string={name: markup}, headers=headers)
    assert response.status_code == 200
    page = read(text_of(response))
    assert [node.attributes for node in page.walk() if any(key.startswith("on") for key in node.attributes)] == []
    assert {node.get("src").partition(".")[0] for node in page.all("script")} <= {"/static/live"}
    assert page.all("img") + page.all("b") + page.all("style") == []
    assert [node for node in page.walk() if "style" in node.attributes or "autofocus" in node.attributes] == []
    if name != "q":
        assert markup not in page.text
    assert "49" not in page.all("title")[0].text


@in_turn("markup", MARKUP)
def test_markup_in_a_parameters_name_is_not_repeated(client: FlaskClient, markup: str) -> None:
    response = client.get("/sok", query_string={markup: "x"})
    assert response.status_code == 200
    assert markup not in read(text_of(response)).raw


@in_turn("markup", MARKUP)
def test_markup_in_an_address_is_not_repeated(client: FlaskClient, markup: str) -> None:
    for path in ("/{}", "/{}/", "/norrkoping-ks/sokmedel/{}", "/norrkoping-ks/{}/heroma", "/fi/{}/beskrivning"):
        response = client.get(path.format(markup.replace("%", "%25").replace("?", "%3F").replace("#", "%23")))
        assert response.status_code in {404, 308}
        assert "alert" not in text_of(response)
        assert "<script>alert" not in str(response.headers)


def test_right_to_left_characters_do_not_turn_the_page(get: Get) -> None:
    page = get("/sok?q=%E2%80%AEprotokoll")
    headings = [node.text for tag in ("h1", "h2", "h3") for node in page.all(tag)]
    assert not any("\u202e" in text for text in headings)


# Identity numbers


@pytest.mark.parametrize("prefix", ["", "/fi", "/latt"])
@in_turn("number", NUMBERS)
def test_an_identity_number_is_led_to_an_address_without_it(client: FlaskClient, number: str, prefix: str) -> None:
    response = client.get(f"{prefix}/sok", query_string={"q": number, "type": "unit"})
    assert response.status_code == 303
    rest = "q=akt+f%C3%B6r+%E2%80%A6%2C+tack&" if number.startswith("akt") else ""
    assert response.location == f"{prefix}/sok?{rest}type=unit&notis=personnummer"
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers
    told = text_of(response) + str(response.headers)
    assert not any(part in told for part in (number, "1234", "800101", "１２３４", "١٢٣٤"))


@in_turn("number", NUMBERS)
def test_an_identity_number_over_htmx_loads_an_address_without_it(client: FlaskClient, number: str) -> None:
    response = client.get("/sok", query_string={"q": number}, headers=HTMX)
    assert response.status_code == 200
    rest = "q=akt+f%C3%B6r+%E2%80%A6%2C+tack&" if number.startswith("akt") else ""
    assert response.headers["HX-Redirect"] == f"/sok?{rest}notis=personnummer"
    assert "Location" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers
    told = text_of(response) + str(response.headers)
    assert not any(part in told for part in (number, "1234", "800101"))


def test_the_page_that_it_leads_to_says_why_and_offers_a_search(get: Get) -> None:
    page = get("/sok?notis=personnummer")
    (notice,) = notices(page)
    assert notice.startswith("Personnummer söks inte")
    assert "inte sparats" in notice
    (box,) = [node for node in page.all("input") if node.get("id") == "q"]
    assert box.get("value") == ""


def test_another_notice_is_not_shown(get: Get) -> None:
    assert not any("Personnummer" in notice for notice in notices(get("/sok?notis=annat")))


@in_turn("name", ["unit", "type", "limit", "offset", "lang", "notis", "8001011234"])
def test_an_identity_number_elsewhere_is_not_repeated(client: FlaskClient, name: str) -> None:
    response = client.get(f"/sok?{name}=800101-1234")
    assert response.status_code in {200, 303}
    assert "1234" not in text_of(response) + str(response.headers)


@in_turn(
    "path",
    [
        "/800101-1234",
        "/800101-1234/",
        "/norrkoping-ks/enhet/800101-1234",
        "/norrkoping-ks/800101-1234",
        "/norrkoping-ks?q=800101-1234",
        "/fi?q=800101-1234",
        "//sok?q=800101-1234",
        "/fi//sok?q=800101-1234",
        "/om?q=800101-1234",
        "/?q=800101-1234",
        "/norrkoping-ks/?q=800101-1234",
    ],
)
def test_an_identity_number_in_another_address_is_not_repeated(client: FlaskClient, path: str) -> None:
    response = client.get(f"http://localhost{path}")
    assert "1234" not in text_of(response) + str(response.headers)


def test_a_number_that_is_no_identity_number_is_searched(client: FlaskClient) -> None:
    for text in ("011-15 00 00", "KS 2019/0917", "24:8"):
        assert client.get("/sok", query_string={"q": text}).status_code == 200
