"""The results page: whole or live, with filters in the address, and unmoved by whatever is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from index.result import MAX_OFFSET
from tests.in_turn import in_turn
from tests.portal.pages.hostile import MARKUP, NUMBERS, ODD
from tests.portal.pages.reading import Node, meta, read

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get

HTMX = {"HX-Request": "true"}


def text_of(response: TestResponse) -> str:
    return response.get_data(as_text=True)


def count(page: Node) -> str:
    (found,) = [node for node in page.all("p") if node.get("id") == "count"]
    return found.text


def hits(page: Node) -> list[str]:
    """The addresses of the cards, the answer's first."""
    answered = [node.all("a")[0].get("href") for node in page.all("article", "answer") for node in node.all("h2")]
    return answered + [node.all("h3")[0].all("a")[0].get("href") for node in page.all("li", "card")]


def notices(page: Node) -> list[str]:
    return [node.text for node in page.all("p", "notice") if node.text]


# Whole, or the live part alone


def test_htmx_is_given_the_live_part_alone(client: FlaskClient) -> None:
    text = text_of(client.get("/sok?q=protokoll", headers=HTMX))
    part = read(text)
    assert [part.all(tag) for tag in ("html", "head", "body", "main", "header", "footer", "form")] == [[]] * 7
    assert "<!doctype" not in text.lower()
    assert part.all("title")[0].text == "protokoll – sökresultat – Vägvisaren"
    assert count(part).endswith("träffar")


@in_turn("query", ["q=protokoll", "q=zebra", "", "q=protokoll&type=unit&theme=it", "q=bygglov"])
def test_the_live_part_is_the_same_as_in_the_whole_page(client: FlaskClient, query: str) -> None:
    whole = read(text_of(client.get(f"/sok?{query}")))
    part = read(text_of(client.get(f"/sok?{query}", headers=HTMX)))
    (live,) = [node for node in whole.walk() if node.get("id") == "live"]
    parts = [node.text for node in part.children if isinstance(node, Node) and node.tag != "title"]
    assert live.text == " ".join(text for text in parts if text)


@in_turn(
    "headers",
    [
        HTMX | {"HX-History-Restore-Request": "true"},
        HTMX | {"HX-Boosted": "true"},
        {"HX-Boosted": "true"},
        {"HX-Target": "div#live"},
        {},
    ],
)
def test_whoever_else_asks_is_given_the_whole_page(client: FlaskClient, headers: dict[str, str]) -> None:
    assert "<html" in text_of(client.get("/sok?q=protokoll", headers=headers))


@in_turn("path", ["/", "/om", "/begar-ut", "/norrkoping-ks/sokmedel/heroma", "/norrkoping-ks/beskrivning"])
def test_a_page_without_a_live_part_is_not_empty_for_htmx(client: FlaskClient, path: str) -> None:
    text = text_of(client.get(path, headers=HTMX))
    assert "<html" not in text
    assert len(read(text).all("h1")) == 1


def test_an_error_for_htmx_is_a_part_too(client: FlaskClient) -> None:
    response = client.get("/saknas", headers=HTMX)
    assert response.status_code == 404
    assert "<html" not in text_of(response)
    assert "Sidan finns inte" in text_of(response)


@in_turn("target", ["div#live", "live", "<b>", "\u00e5", "a" * 4000])
def test_other_headers_of_htmx_change_nothing(client: FlaskClient, target: str) -> None:
    names = ("HX-Target", "HX-Trigger", "HX-Trigger-Name", "HX-Current-URL", "HX-Prompt", "HX-Source")
    plain = text_of(client.get("/sok?q=protokoll", headers=HTMX))
    headers = HTMX | dict.fromkeys(names, target)
    assert text_of(client.get("/sok?q=protokoll", headers=headers)) == plain


# An answer, cards, filters


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("var hittar jag kommunstyrelsens protokoll?", "/norrkoping-ks/handlingsslag/protokoll"),
        ("heroma", "/norrkoping-ks/sokmedel/heroma"),
        ("39 kap 2 §", "/norrkoping-ks/sekretess/osl-39-2"),
        ("stadsarkivet", "/norrkoping-ks/enhet/stadsarkivet"),
    ],
)
def test_the_answer_stands_first_with_whom_to_ask(client: FlaskClient, query: str, path: str) -> None:
    page = read(text_of(client.get("/sok", query_string={"q": query})))
    assert hits(page)[0] == path
    (answer,) = page.all("article", "answer")
    assert answer.all("h2")[0].text
    assert answer.all("p", "said")[0].text


def test_the_page_finds_what_the_api_finds(client: FlaskClient) -> None:
    for query in ("q=arkiv", "q=personal&type=unit", "", "theme=it", "q=zebra", "q=l%C3%B6n&offset=10"):
        page = read(text_of(client.get(f"/sok?{query}&limit=20")))
        reply = client.get(f"/api/v1/search?{query}&limit=20").get_json()
        assert hits(page) == [hit["url"] for hit in reply["hits"]]
        assert count(page).split()[0] == (str(reply["total"]) if reply["total"] else "Inga")


def test_what_was_typed_stays_in_the_field(get: Get) -> None:
    (box,) = [node for node in get("/sok?q=var+finns+%22protokoll%22").all("input") if node.get("id") == "q"]
    assert box.get("value") == 'var finns "protokoll"'
    assert box.get("maxlength") == ""  # a field that cuts a text says nothing of it
    assert box.get("autocomplete") == "off"


@pytest.mark.parametrize("type_", ["record_type", "finding_aid"])
def test_every_card_of_a_record_tells_of_secrecy_in_words(get: Get, type_: str) -> None:
    page = get(f"/sok?type={type_}&limit=100")
    cards = page.all("li", "card")
    assert cards
    assert all(card.all("span", "mark")[0].text for card in cards)


@pytest.mark.parametrize("query", ["heroma", "l%C3%B6neuppgifter", "protokoll"])
def test_the_answer_about_a_record_tells_of_secrecy_and_that_each_case_is_tried(get: Get, query: str) -> None:
    (answer,) = get(f"/sok?q={query}").all("article", "answer")
    assert answer.all("span", "mark")[0].text
    assert "prövas i varje enskilt fall" in answer.text


def test_what_is_not_in_the_description_is_said_and_a_person_named(get: Get) -> None:
    page = get("/sok?q=bygglov")
    assert "Det står inte i beskrivningen" in page.text
    assert "Kan finnas hos någon annan" in page.text
    assert "Allmän kunskap, inte ur beskrivningen." in page.text
    assert "tel:011150000" in [link.get("href") for link in page.all("a")]


def test_a_part_of_a_question_that_is_not_in_the_description_is_said_and_no_hit_is_the_answer(get: Get) -> None:
    page = get("/sok?q=protokoll+zebra")
    (outside,) = page.all("section", "outside")
    assert "Beskrivningen svarar inte på hela frågan" in outside.text
    assert "Det här finns inte i beskrivningen: zebra." in outside.text
    assert page.all("article", "answer") == []


def test_no_hits_tell_which_filter_to_drop_and_what_that_gives(get: Get) -> None:
    page = get("/sok?q=heroma&type=guide")
    assert count(page) == "Inga träffar"
    (relax,) = page.all("section", "relax")
    assert relax.all("a")
    for link in relax.all("a"):
        assert count(get(link.get("href"))).split()[0] == link.text.rpartition(": ")[2]
    assert page.all("fieldset")


def test_a_chip_takes_its_filter_away_and_no_other(get: Get) -> None:
    page = get("/sok?q=arkiv&type=unit&type=section&access=request")
    (chips,) = page.all("ul", "chips")
    addresses = [link.get("href") for link in chips.all("a")]
    left = sorted(str(parse_qs(urlsplit(address).query)) for address in addresses)
    assert left == [
        "{'q': ['arkiv'], 'type': ['section', 'unit']}",
        "{'q': ['arkiv'], 'type': ['section'], 'access': ['request']}",
        "{'q': ['arkiv'], 'type': ['unit'], 'access': ['request']}",
        "{'q': ['arkiv']}",
    ]


def test_a_chosen_filter_is_checked_and_its_count_is_what_it_gives(get: Get) -> None:
    page = get("/sok?q=arkiv&type=unit")
    boxes = [node for node in page.all("input") if node.get("type") == "checkbox"]
    assert [node.get("value") for node in boxes if "checked" in node.attributes] == ["unit"]
    for box in boxes:
        if box.get("name") == "type" and "checked" not in box.attributes:
            label = box.parent
            assert label is not None
            (number,) = label.all("span", "count")
            assert count(get(f"/sok?q=arkiv&type={box.get('value')}")).split()[0] in {number.text, "Inga"}


def test_pages_of_results_put_together_are_one_list(get: Get, searcher: Searcher) -> None:
    path, seen = "/sok", list[str]()
    while path:
        page = get(path)
        seen += hits(page)
        path = next((link.get("href") for link in page.all("a") if link.get("rel") == "next"), "")
    assert len(seen) == len(set(seen)) == len(searcher.entries)


# What cannot be used is said and ignored


@in_turn(
    "query",
    [
        "unit=saknas",
        "type=Unit",
        "type=",
        "theme=%00",
        "authority=*",
        "finding_aid=%3Cb%3E",
        "limit=0",
        "limit=101",
        "limit=99999999999999999999",
        "limit=x",
        "limit=%D9%A5",
        "limit=5&limit=6",
        "offset=-1",
        f"offset={MAX_OFFSET + 1}",
        "offset=99999999999999999999",
        "offset=1&offset=2",
        "lang=de",
        "q=protokoll&q=arkiv",
        f"q={'a' * 501}",
    ],
)
def test_what_cannot_be_used_is_said_and_ignored(get: Get, query: str) -> None:
    base = "" if query.startswith("q=") else "q=protokoll&"
    page = get(f"/sok?{base}{query}")
    assert notices(page)
    if base and "limit=5" not in query and "offset=1&" not in query:
        assert hits(page) == hits(get("/sok?q=protokoll"))


@pytest.mark.parametrize("mode", ["", "/kiosk", "/telefon"])
def test_a_question_that_is_too_long_stays_in_the_field_and_what_is_not_searched_is_said(get: Get, mode: str) -> None:
    written = f"{'protokoll ' * 50}och resten av brevet"
    page = get(f"{mode}/sok?q={written.replace(' ', '+')}")
    (box,) = [node for node in page.all("input") if node.get("id") == "q"]
    assert box.get("value") == written
    (said,) = [node for node in page.walk() if node.get("id") == "left-out"]
    assert said.get("role") == "status"
    assert "Det här söktes inte: och resten av brevet" in said.text


def test_a_filter_value_that_is_none_does_not_hide_the_one_that_is(get: Get) -> None:
    page = get("/sok?type=unit&type=saknas")
    assert hits(page) == hits(get("/sok?type=unit"))
    assert len(notices(page)) == 1
    assert "saknas" not in page.raw


def test_an_offset_past_the_last_hit_is_no_failure(get: Get) -> None:
    page = get(f"/sok?q=protokoll&offset={MAX_OFFSET}")
    assert hits(page) == []
    previous = [link.get("href") for link in page.all("a") if link.get("rel") == "prev"]
    assert len(previous) <= 1


@in_turn("name", ["q", "unit", "type", "theme", "limit", "offset", "lang", "notis", "x", "q%00", "%FF"])
@in_turn("value", ODD)
def test_odd_values_are_no_failure(client: FlaskClient, name: str, value: str) -> None:
    for headers in ({}, HTMX):
        response = client.get(f"/sok?{name}={value}", headers=headers)
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


# What was asked is not indexed, not framed


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_results_are_not_indexed(get: Get, prefix: str) -> None:
    assert meta(get(f"{prefix}/sok?q=protokoll"), "robots") == "noindex"


def test_the_form_works_without_a_script(get: Get, app: Flask) -> None:
    page = get("/sok?q=arkiv")
    (form,) = [node for node in page.all("form") if node.get("id") == "sok-form"]
    assert form.get("action") == "/sok"
    outside_form = [node for node in page.all("input") if not node.within("form")]
    assert outside_form
    assert {node.get("form") for node in outside_form} == {"sok-form"}
    assert [node for node in page.all("button") if node.get("form") == "sok-form"]
    assert app.url_map.is_endpoint_expecting("pages.entry", "id_")
