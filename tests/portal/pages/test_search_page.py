"""The results page: whole or live, with filters in the address, and unmoved by whatever is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from data.kinds import Secrecy
from index.result import MAX_OFFSET
from portal.web import urls
from tests.in_turn import in_turn
from tests.portal.pages.reading import Node, meta, read
from tests.portal.pages.results import HTMX, notices, text_of

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get


def count(page: Node) -> str:
    (found,) = [node for node in page.all("p") if node.get("id") == "count"]
    return found.text


def hits(page: Node) -> list[str]:
    """The addresses of the cards, the answer's first."""
    answered = [node.all("a")[0].get("href") for node in page.all("article", "answer") for node in node.all("h2")]
    return answered + [node.all("h3")[0].all("a")[0].get("href") for node in page.all("li", "card")]


TWO_NEEDS = "q=lönespecifikation+och+protokoll+från+mötet"


def answers(page: Node) -> list[tuple[str, str]]:
    """Which need of the question each answer is about, and what it is called."""
    return [(answer.all("p", "need")[0].text, answer.all("h2")[0].text) for answer in page.all("article", "answer")]


# Whole, or the live part alone


def test_htmx_is_given_the_live_part_alone(client: FlaskClient) -> None:
    text = text_of(client.get("/sok?q=protokoll", headers=HTMX))
    part = read(text)
    assert [part.all(tag) for tag in ("html", "head", "body", "main", "header", "footer", "form")] == [[]] * 7
    assert "<!doctype" not in text.lower()
    assert part.all("title")[0].text == "protokoll – sökresultat – Kommunstyrelsen i Norrköpings kommun"
    assert count(part).endswith("träffar för protokoll")


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
    assert answer.all("p", "short")[0].text
    assert answer.all("li", "write")[0].all("a")


def test_each_need_of_a_question_has_its_answer_and_is_led_to_from_the_top(get: Get) -> None:
    page = get(f"/sok?{TWO_NEEDS}")
    assert answers(page) == [("Om lönespecifikation:", "Löneuppgifter"), ("Om protokoll från mötet:", "Protokoll")]
    led_to = {link.get("href"): link.text for link in page.all("div", "needs")[0].all("a")}
    headings = {f"#{node.get('id')}": node.text for node in page.all("p", "need")}
    assert headings == {target: f"Om {need}:" for target, need in led_to.items()}


def test_two_needs_that_one_entry_answers_stand_over_it_together(get: Get) -> None:
    page = get("/sok?q=protokoll+och+fakturor+och+protokollen")
    assert answers(page) == [("Om protokoll, protokollen:", "Protokoll"), ("Om fakturor:", "Fakturor")]


@pytest.mark.parametrize("mode", ["", "/telefon"])
def test_a_filter_may_leave_a_need_without_an_answer(get: Get, mode: str) -> None:
    page = get(f"{mode}/sok?{TWO_NEEDS}&finding_aid=heroma")
    assert {node.text for css in ("p", "span") for node in page.all(css, "need")} == {"Om lönespecifikation:"}
    assert page.all("div", "needs") == []


def test_the_page_finds_what_the_api_finds(client: FlaskClient) -> None:
    for query in (TWO_NEEDS, "q=arkiv", "q=personal&type=unit", "", "theme=it", "q=zebra", "q=l%C3%B6n&offset=10"):
        page = read(text_of(client.get(f"/sok?{query}&limit=20")))
        reply = client.get(f"/api/v1/search?{query}&limit=20").get_json()
        found = [hit["url"] for hit in reply["hits"]]
        on_cards = [
            link.get("href") for css in ("article", "li") for card in page.all(css, "card") for link in card.all("a")
        ]
        assert set(hits(page)) <= set(found) <= set(on_cards)  # hits on one matter share a card
        assert count(page).split()[0] == (str(reply["total"]) if reply["total"] else "Inga")


def test_what_was_typed_stays_in_the_field(get: Get) -> None:
    (box,) = [node for node in get("/sok?q=var+finns+%22protokoll%22").all("input") if node.get("id") == "q"]
    assert box.get("value") == 'var finns "protokoll"'
    assert box.get("maxlength") == ""  # a field that cuts a text says nothing of it
    assert box.get("autocomplete") == "off"


@pytest.mark.parametrize("type_", ["record_type", "finding_aid"])
def test_a_card_has_a_mark_of_secrecy_only_where_the_text_says_something_of_it(
    get: Get, searcher: Searcher, type_: str
) -> None:
    page = get(f"/sok?type={type_}&limit=100")
    stated = {urls.url_of(each) for each in searcher.entries.values() if each.secrecy is not Secrecy.UNSTATED}
    marked = {
        card.all("h3")[0].all("a")[0].get("href"): bool(card.all("span", "mark")) for card in page.all("li", "card")
    }
    assert marked == {url: url in stated for url in marked}
    assert False in marked.values()
    assert [len(page.all("p", "unmarked")), page.text.count("prövas i varje enskilt fall")] == [1, 1]


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


@pytest.mark.parametrize("mode", ["", "/kiosk"])
@pytest.mark.parametrize("query", ["barnet+blir+slaget", "sambon+slår+mig+protokoll"])
def test_where_somebody_may_be_in_danger_where_to_call_comes_before_all_else(get: Get, mode: str, query: str) -> None:
    page = get(f"{mode}/sok?q={query}")
    (urgent,) = (each for each in page.all("section", "signposts") if each.get("aria-labelledby") == "akut")
    assert urgent.all("strong")[0].text.startswith("Ring 112")
    assert page.text.index("Ring 112") < page.text.index("i beskrivningen")


def test_a_question_understood_whole_lists_no_words_of_it_as_not_found(get: Get) -> None:
    page = get("/sok?q=hissen+i+vårt+hus+har+stannat+fyra+gånger")
    (outside,) = page.all("section", "outside")
    assert "Den liknar frågor om det här: " in outside.text
    assert "Det här finns inte" not in outside.text


def test_no_hits_tell_which_filter_to_drop_and_what_that_gives(get: Get) -> None:
    page = get("/sok?q=heroma&type=guide")
    assert count(page) == "Inga träffar för heroma"
    (relax,) = page.all(css_class="relax")
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
