"""The API's replies are what the contract and the API's own document say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import jsonschema
import pytest
from openapi_spec_validator import validate

from tests.in_turn import in_turn
from tests.portal.api_replies import SEARCHES, Json, get

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from index.answer.search import Searcher

SEARCH_FIELDS: dict[str, object] = {
    "query": str,
    "language": str,
    "total": int,
    "coverage": str,
    "correction": (dict, type(None)),
    "expanded": list,
    "hits": list,
    "facets": dict,
    "signposts": list,
    "parts": list,
}
PART_FIELDS = ["query", "coverage", "hits"]
HIT_FIELDS: dict[str, object] = {
    "authority": str,
    "type": str,
    "id": str,
    "part_of": (str, type(None)),
    "title": str,
    "answer": str,
    "unit": (str, type(None)),
    "section": (str, type(None)),
    "finding_aids": list,
    "provisions": list,
    "access": str,
    "secrecy": str,
    "theme": str,
    "snippet": str,
    "url": str,
    "draft": bool,
}
FACET_FIELDS: dict[str, object] = {"value": str, "label": str, "count": int, "selected": bool}
FACETS = ["unit", "type", "finding_aid", "access", "theme", "authority"]


def strict(schema: object) -> object:
    """A schema that also refuses what it does not name."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: strict(value) for key, value in schema.items()}
    return inner | {"additionalProperties": False} if "properties" in schema else inner


def check_against_document(client: FlaskClient, path: str, pattern: str = "", status: int = 200) -> None:
    document = get(client, "/api/v1/openapi.json")
    place = (pattern or path.partition("?")[0]).replace("/", "~1")
    reference = f"#/paths/{place}/get/responses/{status}/content/application~1json/schema"
    response = client.get(path)
    assert response.status_code == status
    jsonschema.validate(
        response.get_json(),
        {"$ref": reference, **cast("Json", strict({key: document[key] for key in ("paths", "components")}))},
        cls=jsonschema.Draft202012Validator,
    )


@pytest.fixture
def protokoll(client: FlaskClient) -> Json:
    return get(client, "/api/v1/search?q=protokoll")


def test_the_document_is_valid_openapi(client: FlaskClient) -> None:
    validate(get(client, "/api/v1/openapi.json"))


@in_turn("query", SEARCHES)
def test_a_search_reply_is_as_the_document_says_and_no_more(client: FlaskClient, query: str) -> None:
    check_against_document(client, f"/api/v1/search{query}")


@pytest.mark.parametrize("query", ["", "?q=arkiv", "?q=zebra", "?q=pe&lang=fi"])
def test_a_suggest_reply_is_as_the_document_says_and_no_more(client: FlaskClient, query: str) -> None:
    check_against_document(client, f"/api/v1/suggest{query}")


def test_the_list_of_entries_is_as_the_document_says_and_no_more(client: FlaskClient) -> None:
    check_against_document(client, "/api/v1/entries")


def test_every_entry_is_as_the_document_says_and_no_more(client: FlaskClient, searcher: Searcher) -> None:
    for authority, id_ in searcher.entries:
        check_against_document(client, f"/api/v1/entries/{authority}/{id_}", "/api/v1/entries/{authority}/{id}")


@in_turn(
    ("path", "pattern", "status"),
    [
        ("/api/v1/search?limit=0", "", 400),
        ("/api/v1/suggest?q=a&q=b", "", 400),
        ("/api/v1/entries?page=2", "", 400),
        ("/api/v1/entries/norrkoping-ks/saknas", "/api/v1/entries/{authority}/{id}", 404),
        ("/api/v1/openapi.json?x=1", "", 400),
    ],
)
def test_an_error_is_as_the_document_says_and_no_more(
    client: FlaskClient, path: str, pattern: str, status: int
) -> None:
    check_against_document(client, path, pattern, status)


def test_every_address_of_the_api_is_in_the_document(client: FlaskClient) -> None:
    rules = {rule.rule for rule in client.application.url_map.iter_rules() if rule.rule.startswith("/api/")}
    documented = {path.replace("{", "<").replace("}", ">") for path in get(client, "/api/v1/openapi.json")["paths"]}
    assert {rule.replace("<id_>", "<id>") for rule in rules} == documented


def test_every_search_parameter_of_the_contract_is_in_the_document(client: FlaskClient) -> None:
    parameters = get(client, "/api/v1/openapi.json")["paths"]["/api/v1/search"]["get"]["parameters"]
    assert {parameter["name"] for parameter in parameters} == {"q", "lang", "limit", "offset", *FACETS}


def test_a_search_reply_has_the_fields_of_the_contract(protokoll: Json) -> None:
    assert list(protokoll) == list(SEARCH_FIELDS)


@in_turn("field", SEARCH_FIELDS)
def test_a_field_of_a_search_reply_has_its_type(protokoll: Json, field: str) -> None:
    assert isinstance(protokoll[field], cast("type", SEARCH_FIELDS[field]))


def test_a_hit_has_the_fields_of_the_contract(protokoll: Json) -> None:
    assert [list(hit) for hit in protokoll["hits"]] == [list(HIT_FIELDS)] * len(protokoll["hits"])


@in_turn("field", HIT_FIELDS)
def test_a_field_of_every_hit_has_its_type(client: FlaskClient, field: str) -> None:
    hits = [*get(client, "/api/v1/search?limit=100")["hits"], *get(client, "/api/v1/search?offset=100")["hits"]]
    assert all(isinstance(hit[field], cast("type", HIT_FIELDS[field])) for hit in hits)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("type", {"record_type", "finding_aid", "unit", "provision", "exchange", "section", "guide"}),
        ("access", {"web", "request"}),
        ("secrecy", {"published", "may", "often", "unstated"}),
    ],
)
def test_a_field_has_only_the_values_of_the_contract(client: FlaskClient, field: str, values: set[str]) -> None:
    hits = [*get(client, "/api/v1/search?limit=100")["hits"], *get(client, "/api/v1/search?offset=100")["hits"]]
    assert {hit[field] for hit in hits} <= values


def test_the_facets_are_those_of_the_contract_in_its_order(protokoll: Json) -> None:
    assert list(protokoll["facets"]) == FACETS


@in_turn("facet", FACETS)
def test_a_facet_value_has_the_fields_of_the_contract(client: FlaskClient, facet: str) -> None:
    values = get(client, "/api/v1/search")["facets"][facet]
    assert values
    for value in values:
        assert list(value) == list(FACET_FIELDS)
        assert [type(value[field]) for field in FACET_FIELDS] == list(FACET_FIELDS.values())


@in_turn("facet", FACETS)
def test_a_facet_value_is_labelled_in_words(client: FlaskClient, facet: str) -> None:
    assert [
        value
        for value in get(client, "/api/v1/search")["facets"][facet]
        if not value["label"] or value["label"] == value["value"]
    ] == []


def test_a_signpost_has_topic_holder_and_note(client: FlaskClient) -> None:
    (first, *_) = get(client, "/api/v1/search?q=bygglov")["signposts"]
    assert list(first) == ["topic", "holder", "note"]
    assert all(first.values())


def test_an_expansion_tells_from_what_to_what_and_how(client: FlaskClient) -> None:
    (expansion,) = get(client, "/api/v1/search?q=naringsliv")["expanded"]
    assert list(expansion) == ["from", "to", "via"]
    assert (expansion["from"], expansion["via"]) == ("naringsliv", "folded")


def test_a_question_of_several_needs_has_their_hits_in_turn(client: FlaskClient) -> None:
    reply = get(client, "/api/v1/search?q=fakturor+och+protokoll&limit=100")
    parts, ids = reply["parts"], [hit["id"] for hit in reply["hits"]]
    assert [list(part) for part in parts] == [PART_FIELDS, PART_FIELDS]
    assert [(part["query"], part["coverage"]) for part in parts] == [("fakturor", "full"), ("protokoll", "full")]
    assert all(list(hit) == list(HIT_FIELDS) for part in parts for hit in part["hits"])
    of_parts = [[hit["id"] for hit in part["hits"]] for part in parts]
    assert ids[:2] == [first for first, *_ in of_parts] == ["fakturor", "protokoll"]
    assert sorted(ids) == sorted(set().union(*of_parts))
    assert (reply["coverage"], reply["total"]) == ("full", len(ids))


@pytest.mark.parametrize("query", ["protokoll", "fakturor+och+bygglov", "protokoll+fakturor"])
def test_a_question_that_is_asked_as_one_has_no_parts(client: FlaskClient, query: str) -> None:
    assert get(client, f"/api/v1/search?q={query}")["parts"] == []


def test_there_is_no_correction_where_none_was_made(protokoll: Json) -> None:
    assert protokoll["correction"] is None


def test_the_query_is_given_back_as_it_was_written(client: FlaskClient) -> None:
    assert get(client, "/api/v1/search?q=%20Var%20finns%20PROTOKOLL%3F")["query"] == " Var finns PROTOKOLL?"


@in_turn("language", ["sv", "fi", "en", "ar", "latt"])
def test_every_language_of_the_contract_is_answered_in(client: FlaskClient, language: str) -> None:
    assert get(client, f"/api/v1/search?q=heroma&lang={language}")["language"] == language
