"""Entries: all listed, each answering, a former id leading on; suggestions by the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode, urlsplit

import pytest

from data.entries import entries
from index.build.builder import build
from portal.app import create_app
from portal.settings import Settings
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from data.model import Description
    from index.answer.search import Searcher

LANGUAGES = ("sv", "fi", "en", "ar", "latt")


def get(client: FlaskClient, path: str) -> dict[str, Any]:
    response = client.get(path)
    assert response.status_code == 200
    return cast("dict[str, Any]", response.get_json())


def test_the_list_of_entries_is_that_of_the_description(client: FlaskClient, description: Description) -> None:
    listed = get(client, "/api/v1/entries")["entries"]
    assert [(each["authority"], each["type"], each["id"], each["title"]) for each in listed] == [
        (entry.authority, entry.type.value, entry.id, entry.title) for entry in entries(description)
    ]


def test_a_listed_entry_has_the_fields_of_the_contract(client: FlaskClient) -> None:
    listed = get(client, "/api/v1/entries")["entries"]
    assert {tuple(each) for each in listed} == {("authority", "type", "id", "part_of", "title", "url")}


def test_no_two_entries_share_an_address(client: FlaskClient) -> None:
    addresses = [each["url"] for each in get(client, "/api/v1/entries")["entries"]]
    assert len(set(addresses)) == len(addresses)


@in_turn(
    ("id_", "url"),
    [
        ("protokoll", "/norrkoping-ks/handlingsslag/protokoll"),
        ("heroma", "/norrkoping-ks/sokmedel/heroma"),
        ("stadsarkivet", "/norrkoping-ks/enhet/stadsarkivet"),
        ("osl-24-8", "/norrkoping-ks/sekretess/osl-24-8"),
        ("heroma-skatteverket", "/norrkoping-ks/uppgifter/heroma-skatteverket"),
        ("diarium", "/norrkoping-ks/avsnitt/diarium"),
        ("begar-ut", "/begar-ut"),
        ("begar-ut-kostar-det", "/begar-ut#kostar-det"),
    ],
)
def test_an_entry_has_the_address_of_the_contract(client: FlaskClient, id_: str, url: str) -> None:
    assert get(client, f"/api/v1/entries/norrkoping-ks/{id_}")["url"] == url


@pytest.mark.parametrize(
    ("language", "url"),
    [
        ("sv", "/norrkoping-ks/sokmedel/heroma"),
        ("en", "/en/norrkoping-ks/sokmedel/heroma"),
        ("ar", "/ar/norrkoping-ks/sokmedel/heroma"),
        ("latt", "/latt/norrkoping-ks/sokmedel/heroma"),
    ],
)
def test_an_address_is_in_the_language_asked_in(client: FlaskClient, language: str, url: str) -> None:
    assert get(client, f"/api/v1/entries/norrkoping-ks/heroma?lang={language}")["url"] == url


@in_turn("language", LANGUAGES)
def test_every_entry_answers_in_every_language(client: FlaskClient, searcher: Searcher, language: str) -> None:
    for authority, id_ in searcher.entries:
        assert get(client, f"/api/v1/entries/{authority}/{id_}?lang={language}")["id"] == id_


def test_every_quote_stands_word_for_word_in_its_passage(client: FlaskClient, description: Description) -> None:
    def plain(text: str) -> str:
        return " ".join(text.replace("*", "").split())

    for entry in entries(description):
        for quote in get(client, f"/api/v1/entries/{entry.authority}/{entry.id}")["quotes"]:
            assert plain(quote["text"]) in plain(description.source.passages[quote["passage"]].whole)


def test_a_unit_answers_with_its_sub_units(client: FlaskClient) -> None:
    unit = get(client, "/api/v1/entries/norrkoping-ks/digitaliseringsavdelningen")["as_unit"]
    assert set(unit["units"]) >= {"systemforvaltning", "kollega-konsument", "projekt", "stab", "teknik"}


@in_turn(
    ("id_", "part"),
    [
        ("protokoll", None),
        ("heroma", "as_finding_aid"),
        ("stadsarkivet", "as_unit"),
        ("osl-24-8", "as_provision"),
        ("heroma-skatteverket", "as_exchange"),
        ("diarium", None),
    ],
)
def test_an_entry_has_the_part_of_its_own_kind_alone(client: FlaskClient, id_: str, part: str | None) -> None:
    entry = get(client, f"/api/v1/entries/norrkoping-ks/{id_}")
    assert [name for name in entry if name.startswith("as_") and entry[name] is not None] == ([part] if part else [])


def test_a_unit_that_is_our_suggestion_is_said_to_be_by_the_api(client: FlaskClient, description: Description) -> None:
    suggested = [each.id for each in description.guidance.values() if each.unit and not each.unit_stated]
    assert suggested
    for id_ in suggested:
        assert not get(client, f"/api/v1/entries/norrkoping-ks/{id_}")["unit_stated"], id_


def test_the_guide_answers_its_questions(client: FlaskClient) -> None:
    questions = get(client, "/api/v1/entries/norrkoping-ks/begar-ut")["questions"]
    assert questions
    assert all(each["question"] and each["answer"] for each in questions)


@in_turn("language", LANGUAGES)
def test_a_question_is_an_entry_that_says_which_guide_it_stands_in(client: FlaskClient, language: str) -> None:
    query = f"?lang={language}"
    guide = get(client, f"/api/v1/entries/norrkoping-ks/begar-ut{query}")
    listed = [each for each in get(client, f"/api/v1/entries{query}")["entries"] if each["part_of"]]
    assert [each["id"] for each in listed] == [f"begar-ut-{question['id']}" for question in guide["questions"]]
    for each, question in zip(listed, guide["questions"], strict=True):
        entry = get(client, f"/api/v1/entries/norrkoping-ks/{each['id']}{query}")
        assert (entry["type"], entry["part_of"], entry["unit"], entry["passages"]) == ("guide", "begar-ut", None, [])
        assert (entry["title"], entry["answer"]) == (question["question"], question["answer"])
        assert entry["questions"] == [question]
        assert entry["url"] == each["url"] == f"{guide['url']}#{question['id']}"


def test_a_question_is_suggested_by_its_words_in_the_language_asked_in(client: FlaskClient) -> None:
    for language, text in (("sv", "hur fort"), ("en", "how quickly"), ("fi", "kuinka nopeasti")):
        suggested = get(client, f"/api/v1/suggest?lang={language}&q={text}")["suggestions"]
        prefix = "" if language == "sv" else f"/{language}"
        assert ("begar-ut", f"{prefix}/begar-ut#hur-fort") in [(each["part_of"], each["url"]) for each in suggested]


@pytest.mark.parametrize("text", ["hero", "HERO", "h%C3%A9ro"])
def test_a_suggestion_has_the_fields_of_the_contract(client: FlaskClient, text: str) -> None:
    (first, *_) = get(client, f"/api/v1/suggest?q={text}")["suggestions"]
    assert first == {
        "title": "Heroma",
        "type": "finding_aid",
        "id": "heroma",
        "part_of": None,
        "authority": "norrkoping-ks",
        "url": "/norrkoping-ks/sokmedel/heroma",
        "matched": "",
        "holder": "",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suggested_signpost_leads_to_a_search_that_shows_it(
    client: FlaskClient, searcher: Searcher, language: str
) -> None:
    for _authority, signpost in list(searcher.signposts())[::20]:
        suggested = get(client, f"/api/v1/suggest?{urlencode({'lang': language, 'q': signpost.topic})}")["suggestions"]
        (found,) = [each for each in suggested if (each["type"], each["id"]) == ("signpost", signpost.id)]
        search = get(client, f"/api/v1/search?lang={language}&{urlsplit(found['url']).query}")
        assert found["title"] in {each["topic"] for each in search["signposts"]}
        assert found["holder"]


@pytest.mark.parametrize("query", ["", "?q=", "?q=zebra", "?q=%00"])
def test_nothing_to_suggest_is_an_empty_list(client: FlaskClient, query: str) -> None:
    assert get(client, f"/api/v1/suggest{query}") == {"suggestions": []}


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory, small: Description) -> FlaskClient:
    """A visitor to a portal where a record type has a former id."""
    root = tmp_path_factory.mktemp("renamed")
    build(root, [small])
    return create_app(Settings(generations=root)).test_client()


def test_a_former_id_leads_on_for_good(renamed: FlaskClient) -> None:
    response = renamed.get("/api/v1/entries/exempel-namnd/diarieforda-arenden")
    assert (response.status_code, response.location) == (301, "/api/v1/entries/exempel-namnd/arenden")


def test_a_former_id_leads_on_in_the_language_asked_in(renamed: FlaskClient) -> None:
    response = renamed.get("/api/v1/entries/exempel-namnd/diarieforda-arenden?lang=fi")
    assert response.location == "/api/v1/entries/exempel-namnd/arenden?lang=fi"


def test_where_a_former_id_leads_there_is_an_answer(renamed: FlaskClient) -> None:
    response = renamed.get("/api/v1/entries/exempel-namnd/diarieforda-arenden", follow_redirects=True)
    assert response.get_json()["id"] == "arenden"


def test_a_former_id_is_no_entry_of_its_own(renamed: FlaskClient) -> None:
    assert "diarieforda-arenden" not in [each["id"] for each in get(renamed, "/api/v1/entries")["entries"]]


def test_a_former_id_of_one_authority_is_none_of_another(renamed: FlaskClient) -> None:
    assert renamed.get("/api/v1/entries/norrkoping-ks/diarieforda-arenden").status_code == 404
