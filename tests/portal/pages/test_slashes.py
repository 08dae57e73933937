"""A slash too many or too few leads on, with the question; never to nothing, and never with a person's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from portal.languages import LANGUAGES
from portal.modes import MODES
from portal.services.services import services_of
from portal.web import urls
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

PREFIXES = [urls.prefixed("/", language, mode).rstrip("/") for mode in MODES for language in LANGUAGES]
WITHOUT = (
    *("/sok", "/om", "/begar-ut", "/ordlista", "/tillganglighet", "/oppna-data", "/norrkoping-ks/beskrivning"),
    *("/norrkoping-ks/sokmedel/heroma", "/norrkoping-ks/enhet/stadsarkivet", "/norrkoping-ks/sekretess/osl-39-2"),
)
FILES = (
    *("/api/v1/search", "/api/v1/suggest", "/api/v1/entries/norrkoping-ks/heroma", "/api/v1/openapi.json"),
    *("/oppna-data/poster.csv", "/oppna-data/poster.json", "/robots.txt", "/sitemap.xml", "/healthz"),
)
QUESTIONS = (
    *("q=protokoll", "q=var+finns%20protokoll%3F&type=unit&type=guide&offset=1", "q=", "q", "utm_source=blad&q=%C3%A5"),
    *("vad=avtal&period=2018&form=las", "q=a;b", "q=%2F%26", "x=%F0%9F%98%80&=y", "q=a%0D%0AX:b"),
)


@in_turn("path", WITHOUT)
def test_a_slash_too_many_leads_to_the_page(client: FlaskClient, path: str) -> None:
    response = client.get(f"{path}/")
    assert (response.status_code, response.location) == (308, path)


@in_turn("prefix", PREFIXES[1:])
@pytest.mark.parametrize(("asked", "page"), [("/ordlista/", "/ordlista"), ("", "/"), ("//", "/")])
def test_it_does_so_in_every_mode_and_language(client: FlaskClient, prefix: str, asked: str, page: str) -> None:
    response = client.get(prefix + asked)
    assert (response.status_code, response.location) == (308, prefix + page)


@in_turn("path", FILES)
def test_what_is_for_programs_is_found_so_too(client: FlaskClient, path: str) -> None:
    response = client.get(f"{path}/")
    assert (response.status_code, response.location) == (308, path)


@in_turn("question", QUESTIONS)
@pytest.mark.parametrize(("asked", "page"), [("/sok/", "/sok"), ("/begar-ut/", "/begar-ut"), ("/en", "/en/")])
def test_the_question_is_taken_along_letter_for_letter(
    client: FlaskClient, asked: str, page: str, question: str
) -> None:
    assert client.get(f"{asked}?{question}").location == f"{page}?{question}"


def test_letters_that_were_not_encoded_are(client: FlaskClient) -> None:
    response = client.get("/sok/", environ_overrides={"QUERY_STRING": 'q=l\u00c3\u00b6n "<'})
    assert response.location == "/sok?q=l%C3%B6n%20%22%3C"


@in_turn(
    ("asked", "page"),
    [
        ("/kiosk/en/sok/?q=protokoll&type=unit", "/kiosk/en/sok?q=protokoll&type=unit"),
        ("/kiosk/sok/?q=protokoll&namn=anna", "/kiosk/sok?q=protokoll"),
        ("/kiosk/om/?q=protokoll", "/kiosk/om"),
        ("/kiosk?q=protokoll", "/kiosk/"),
        ("/kiosk/ar/begar-ut/?vad=avtal&q=x", "/kiosk/ar/begar-ut?vad=avtal"),
        ("/telefon/sok/?q=protokoll&tangenter=av", "/telefon/sok?q=protokoll&tangenter=av"),
    ],
)
def test_on_a_shared_screen_only_what_the_page_is_made_with_is_taken_along(
    client: FlaskClient, asked: str, page: str
) -> None:
    assert client.get(asked).location == page


@in_turn("path", ["/om/", "/sok/", "/begar-ut/", "/norrkoping-ks", "/kiosk/sok/", "/kiosk/begar-ut/", "/telefon/om/"])
@pytest.mark.parametrize("name", ["q", "vad", "period", "x"])
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_person_s_number_is_never_taken_along(
    client: FlaskClient, path: str, name: str, headers: dict[str, str]
) -> None:
    response = client.get(path, query_string={"form": "las", name: "akt 800101-1234"}, headers=headers)
    assert "1234" not in str(response.headers) + response.get_data(as_text=True)


def test_neither_is_one_in_the_address_itself(client: FlaskClient) -> None:
    for path in ("/800101-1234/", "/800101-1234", "/norrkoping-ks/sokmedel/800101-1234/"):
        response = client.get(path)
        assert response.status_code == 404
        assert "1234" not in str(response.headers) + response.get_data(as_text=True)


def test_a_former_id_with_a_slash_leads_to_the_present_one(two_authorities: Flask) -> None:
    client, searcher = two_authorities.test_client(), services_of(two_authorities).current.get()
    for (authority, former), present in searcher.former_ids.items():
        kind = urls.KIND_OF[searcher.entries[authority, present].type]
        response = client.get(f"/{authority}/{kind}/{former}/")
        assert (response.status_code, response.location) == (301, f"/{authority}/{kind}/{present}")


@pytest.mark.parametrize("path", ["/sok/?q=protokoll", "/kiosk/sok/?q=protokoll", "/norrkoping-ks?q=protokoll"])
def test_no_one_keeps_the_way_on_and_it_has_the_headers_of_safety(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert "ETag" not in headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"


def test_a_slash_too_many_is_no_way_past_the_door(client: FlaskClient) -> None:
    assert client.post("/sok/", data="q=x").status_code == 405
    assert client.get("/sok/?" + "q=x&" * 101).status_code == 400
