"""What the API answers: the right hits, in pages and under filters, as text, and to HEAD."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.in_turn import in_turn
from tests.portal.api_replies import SEARCHES, Json, get

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient


@pytest.mark.parametrize(("query", "count"), [("", 20), ("?limit=1", 1), ("?limit=100", 100)])
def test_as_many_hits_come_as_asked_for(client: FlaskClient, query: str, count: int) -> None:
    assert len(get(client, f"/api/v1/search{query}")["hits"]) == count


def test_pages_of_the_api_put_together_are_one_list(client: FlaskClient) -> None:
    total = get(client, "/api/v1/search?q=personal")["total"]
    pages = [
        hit["id"]
        for offset in range(0, total, 7)
        for hit in get(client, f"/api/v1/search?q=personal&limit=7&offset={offset}")["hits"]
    ]
    assert pages == [hit["id"] for hit in get(client, "/api/v1/search?q=personal&limit=100")["hits"]]


def test_a_repeated_filter_widens_and_another_narrows(client: FlaskClient) -> None:
    def total(query: str) -> int:
        return int(get(client, f"/api/v1/search?{query}")["total"])

    assert total("type=unit&type=section") == total("type=unit") + total("type=section")
    assert total("type=unit&theme=it") < total("type=unit")


def test_a_repeated_filter_value_counts_once(client: FlaskClient) -> None:
    once, twice = (get(client, f"/api/v1/search?{query}") for query in ("type=unit", "type=unit&type=unit"))
    assert once == twice


def marked(hits: list[Json]) -> Iterator[str]:
    for hit in hits:
        yield hit["snippet"]


@in_turn("query", SEARCHES)
def test_a_snippet_has_no_markup_but_mark(client: FlaskClient, query: str) -> None:
    for snippet in marked(get(client, f"/api/v1/search{query}")["hits"]):
        assert "<" not in snippet.replace("<mark>", "").replace("</mark>", "")
        assert snippet.count("<mark>") == snippet.count("</mark>")


@in_turn(
    ("query", "ids"),
    [
        ("var hittar jag kommunstyrelsens protokoll?", {"protokoll", "public-360", "kommunstyrelsens-kansli"}),
        ("personalakter", {"personalakter", "anstalldas-personalakter"}),
        ("heroma", {"heroma"}),
        ("39 kap 2 §", {"osl-39-2"}),
        ("stadsarkivet", {"stadsarkivet"}),
    ],
)
def test_a_question_of_the_first_day_is_answered_rightly(client: FlaskClient, query: str, ids: set[str]) -> None:
    response = client.get("/api/v1/search", query_string={"q": query})
    reply = cast("Json", response.get_json())
    assert reply["coverage"] == "full"
    assert reply["hits"][0]["id"] in ids


def test_bygglov_is_told_as_not_held_with_its_signpost(client: FlaskClient) -> None:
    reply = get(client, "/api/v1/search?q=bygglov")
    assert reply["coverage"] == "none"
    assert "ygg" in reply["signposts"][0]["holder"] + reply["signposts"][0]["topic"]


@in_turn(
    "path",
    [
        "/api/v1/search?q=protokoll",
        "/api/v1/suggest?q=a",
        "/api/v1/entries",
        "/api/v1/entries/norrkoping-ks/heroma",
        "/api/v1/openapi.json",
        "/healthz",
        "/readyz",
    ],
)
def test_head_answers_as_get_does_but_without_a_body(client: FlaskClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content_length, head.mimetype) == (200, got.content_length, got.mimetype)
    assert head.data == b""


@pytest.mark.parametrize("path", ["/api/v1/search?q=protokoll", "/api/v1/entries", "/readyz", "/api/v1/search?x=1"])
def test_no_cookie_is_set(client: FlaskClient, path: str) -> None:
    assert "Set-Cookie" not in client.get(path).headers


def test_what_is_served_is_utf_8_as_it_is_written(client: FlaskClient) -> None:
    assert "Löneuppgifter" in client.get("/api/v1/entries").data.decode("utf-8")
