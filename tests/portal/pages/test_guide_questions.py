"""A question of the guide found by itself: its answer stands first, and leads to its place on the guide's page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.result import SearchRequest
from portal.web import urls
from tests.in_turn import in_turn
from tests.portal.placed import BOARD, HOME

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get
    from tests.portal.pages.reading import Node

ASKED = "kopieavgift"
ENTRY, ANCHOR = "begar-ut-kostar-det", "kostar-det"
GUIDE = "Så begär du ut en allmän handling"
LAWS = "TF 2:15, TF 2:16, KL, avgiftsförordningen"


def hrefs(node: Node) -> list[str]:
    return [link.get("href") for link in node.all("a")]


@in_turn(
    ("prefix", "query"),
    [
        ("", ASKED),
        ("/kiosk", ASKED),
        ("/latt", ASKED),
        ("/en", "copy fee"),
        ("/fi", "kopiomaksu"),
        ("/ar", "رسوم النسخ"),
    ],
)
def test_its_answer_stands_first_and_leads_to_its_place(get: Get, prefix: str, query: str) -> None:
    (answer,) = get(f"{prefix}/sok?q={query}").all("article", "answer")
    place = f"{prefix}/begar-ut#{ANCHOR}"
    assert answer.all("h2")[0].all("a")[0].get("href") == place
    assert f"{prefix}/begar-ut" in hrefs(answer)
    (section,) = [each for each in get(f"{prefix}/begar-ut").walk() if each.get("id") == ANCHOR]
    assert answer.all("h2")[0].text == section.all("h3")[0].text
    assert answer.all("p", "short")[0].text == section.all("p", "short")[0].text


def test_it_names_the_guide_and_the_rules_and_no_unit(get: Get) -> None:
    (answer,) = get(f"/sok?q={ASKED}").all("article", "answer")
    (facts,) = answer.all("dl", "facts")
    assert [each.text for each in facts.all("dt")] == ["Finns i", "Lagrum"]
    assert [each.text for each in facts.all("dd")] == [GUIDE, LAWS]
    assert answer.all("p", "verdict") == []


def test_at_the_desk_it_is_read_aloud_and_nobody_is_transferred_to(get: Get) -> None:
    page = get(f"/telefon/sok?q={ASKED}")
    call = page.all("section", "call")[0]
    assert call.get("id") == f"svar-norrkoping-ks-{ENTRY}"
    assert page.all("a", "row")[0].get("href") == f"/telefon/begar-ut#{ANCHOR}"
    assert [each.text for each in call.all("h3", "part")] == ["Att säga"]
    said = [each.text for each in call.all("div", "script")[0].all("p")]
    assert said[0].startswith("Att läsa på plats är gratis.")
    (copied,) = call.all("pre")
    assert copied.raw.strip().split("\n") == [
        "Kostar det något?",
        " ".join(said),
        f"Lagrum: {LAWS}",
    ]


def test_the_guide_comes_first_for_its_own_name(searcher: Searcher) -> None:
    for query in (GUIDE, "begär ut en allmän handling", "begäran om allmän handling"):
        assert searcher.search(SearchRequest(query)).hits[0].entry.id == "begar-ut", query


def test_the_guide_has_no_word_of_its_questions(searcher: Searcher) -> None:
    guide = searcher.entries["norrkoping-ks", "begar-ut"]
    asked = [entry for entry in searcher.entries.values() if entry.part_of]
    assert all(entry.words["sv"] for entry in asked)
    for language, words in guide.words.items():
        assert not set(words) & {word for entry in asked for word in entry.words.get(language, ())}
        assert words, language


def test_where_several_have_it_it_comes_once_and_in_the_name_of_whoever_is_asked(placed: Searcher) -> None:
    asked = SearchRequest(ASKED)
    for authority, filters in ((HOME, {}), (BOARD, {"authority": frozenset({BOARD})})):
        hits = placed.search(replace(asked, filters=filters)).hits
        assert [hit.entry.authority for hit in hits if hit.entry.id == ENTRY] == [authority]


@pytest.mark.parametrize(("query", "authority"), [("", HOME), (f"&authority={BOARD}", BOARD)])
def test_where_several_have_it_its_address_says_who_is_asked(
    get_placed: Get, placed_app: Flask, query: str, authority: str
) -> None:
    (answer,) = get_placed(f"/sok?q={ASKED}{query}").all("article", "answer")
    place = f"/begar-ut?authority={authority}#{ANCHOR}"
    assert hrefs(answer.all("h2")[0]) == [place]
    assert answer.all("p", "whose") == []  # the law is the same whoever is asked
    hits = placed_app.test_client().get(f"/api/v1/search?q={ASKED}{query}").get_json()["hits"]
    assert (hits[0]["part_of"], hits[0]["url"]) == ("begar-ut", place)


@in_turn("kind", [*urls.KIND_OF.values(), "guide", "fraga"])
def test_it_is_no_page_of_its_own(client: FlaskClient, kind: str) -> None:
    assert client.get(f"/norrkoping-ks/{kind}/{ENTRY}").status_code == 404
    assert client.get(f"/{ENTRY}").status_code == 404
