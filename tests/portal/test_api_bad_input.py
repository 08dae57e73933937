"""Bad input: an answer, or 400 and a sentence; never a 500, and never the visitor's words back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from index.result import MAX_OFFSET, MAX_QUERY_LENGTH
from tests.in_turn import in_turn
from tests.portal.errors import error_of

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@in_turn(
    "query",
    [
        "limit=0",
        "limit=-1",
        "limit=101",
        "limit=99999999999999999999",
        "limit=",
        "limit=ten",
        "limit=1.5",
        "limit=1e2",
        "limit=+5",
        "limit=%205",
        "limit=0x10",
        "limit=%D9%A5",
        "limit=%EF%BC%95",
        "limit=%C2%B2",
        "limit=5%00",
        "limit=5%0A",
        "limit=5&limit=6",
        "limit=5&limit=5",
        "offset=-1",
        f"offset={MAX_OFFSET + 1}",
        "offset=99999999999999999999",
        "offset=",
        "offset=x",
        "offset=%D9%A5",
        "offset=1&offset=2",
        "lang=",
        "lang=de",
        "lang=SV",
        "lang=sv-SE",
        "lang=sv&lang=en",
        "lang=../../etc/passwd",
        "q=a&q=b",
        "q=a&q=a",
        "q=&q=",
        "Q=a",
        "page=2",
        "x=1",
        "=",
        "=x",
        "%00=1",
        "<script>=1",
        "unit=",
        "unit=saknas",
        "unit=stadsarkivet&unit=saknas",
        "unit=Stadsarkivet",
        "unit=stadsarkivet%20",
        "type=",
        "type=Unit",
        "type=unit,section",
        "finding_aid=stadsarkivet",
        "access=all",
        "theme=%00",
        "authority=norrkoping",
        "authority=*",
        f"q={'a' * (MAX_QUERY_LENGTH + 1)}",
        f"q={'a' * 5000}",
    ],
)
def test_a_search_that_cannot_be_made_is_refused(client: FlaskClient, query: str) -> None:
    response = client.get(f"/api/v1/search?{query}")
    assert response.status_code == 400
    error_of(response)


@in_turn(
    "query",
    [
        "",
        "q=",
        "q=%20",
        "q=+",
        "q",
        "q=%3F%21",
        "q=var+finns+det",
        "q=*",
        "q=proto*",
        "q=%22protokoll",
        "q=((",
        "q=a+AND+OR+NOT",
        "q=name:protokoll",
        "q=%5Ba+TO+b%5D",
        "q=%00",
        "q=a%00b",
        "q=%01%1F%7F",
        "q=%0D%0ASet-Cookie:a=b",
        "q=%E2%80%AE",
        "q=%FF%FE",
        "q=%ED%A0%80",
        "q=%F4%8F%BF%BF",
        "q=%",
        "q=%zz",
        "q=%25",
        "q=%26lt%3B",
        "q='%20OR%201=1",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=../../etc/passwd",
        "q={{7*7}}",
        "q=a;q=b",
        "&&&",
        "limit=1",
        "limit=100",
        "limit=007",
        "offset=0",
        f"offset={MAX_OFFSET}",
        f"q={'a' * MAX_QUERY_LENGTH}",
        f"q={quote('å' * MAX_QUERY_LENGTH)}",
        f"q={quote('😀' * MAX_QUERY_LENGTH)}",
        f"q={quote('ﷺ' * MAX_QUERY_LENGTH)}",
    ],
)
def test_an_odd_search_is_answered(client: FlaskClient, query: str) -> None:
    response = client.get(f"/api/v1/search?{query}")
    assert response.status_code == 200
    assert response.get_json()["query"] is not None


@in_turn(
    ("path", "status"),
    [
        ("/api/v1/suggest?q=a&q=b", 400),
        ("/api/v1/suggest?limit=5", 400),
        ("/api/v1/suggest?lang=de", 400),
        ("/api/v1/suggest?q=a&lang=sv&lang=sv", 400),
        (f"/api/v1/suggest?q={'a' * 501}", 400),
        ("/api/v1/entries?lang=de", 400),
        ("/api/v1/entries?limit=5", 400),
        ("/api/v1/entries/norrkoping-ks/heroma?lang=de", 400),
        ("/api/v1/entries/norrkoping-ks/heroma?q=a", 400),
        ("/api/v1/openapi.json?q=a", 400),
        ("/api/v1/entries/norrkoping-ks/saknas", 404),
        ("/api/v1/entries/norrkoping-ks/HEROMA", 404),
        ("/api/v1/entries/norrkoping-ks/heroma%00", 404),
        ("/api/v1/entries/saknas/heroma", 404),
        ("/api/v1/entries/norrkoping-ks", 404),
        ("/api/v1/entries/norrkoping-ks/", 404),
        ("/api/v1/entries/../../etc/passwd", 404),
        ("/api/v1/entries/norrkoping-ks/..%2f..%2fmanifest.json", 404),
        ("/api/v1", 404),
        ("/api/v1/", 404),
        ("/api/v1/Search", 404),
        ("/api/v2/search", 404),
        ("/api/", 404),
    ],
)
def test_an_address_that_cannot_be_answered_has_its_status(client: FlaskClient, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status
    error_of(response)


@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/suggest", "/api/v1/entries", "/api/v1/openapi.json"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_another_method_than_get_is_refused(client: FlaskClient, path: str, method: str) -> None:
    response = client.open(path, method=method, data="q=protokoll")
    assert response.status_code == 405
    error_of(response)


def test_a_refused_method_tells_which_are_allowed(client: FlaskClient) -> None:
    assert "GET" in client.post("/api/v1/search").headers["Allow"]


MARK = "zebrafink"


@in_turn(
    "query",
    [
        f"unit={MARK}",
        f"type={MARK}",
        f"lang={MARK}",
        f"limit={MARK}",
        f"offset={MARK}",
        f"{MARK}-1=x",
        f"<{MARK}>=x",
        f"{MARK}%20{MARK}=x",
        f"{MARK * 5}=x",
        f"q={MARK}&q={MARK}",
        f"q={MARK * 60}",
    ],
)
def test_an_error_does_not_repeat_what_the_visitor_wrote(client: FlaskClient, query: str) -> None:
    response = client.get(f"/api/v1/search?{query}")
    assert response.status_code == 400
    assert MARK not in response.get_data(as_text=True) + str(response.headers)


def test_an_unknown_parameter_is_named_where_it_is_plainly_a_name(client: FlaskClient) -> None:
    assert "page" in str(error_of(client.get("/api/v1/search?page=2"))["detail"])


def test_every_fault_of_a_request_is_told_at_once(client: FlaskClient) -> None:
    detail = str(error_of(client.get("/api/v1/search?limit=0&offset=-1&lang=de&unit=saknas&page=2"))["detail"])
    assert [word for word in ("limit", "offset", "lang", "unit", "page") if word not in detail] == []


def test_500_characters_are_counted_as_characters_not_as_bytes(client: FlaskClient) -> None:
    statuses = [client.get("/api/v1/search", query_string={"q": "å" * count}).status_code for count in (500, 501)]
    assert statuses == [200, 400]
