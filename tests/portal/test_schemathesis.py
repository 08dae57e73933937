"""The API against its own document, with every check of Schemathesis; `make soak` tries many more cases."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from tests.portal.contract import Tried, live_document, try_document
from tests.random_examples import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

pytestmark = pytest.mark.random

EXAMPLES = examples(25)


@pytest.fixture(scope="module")
def document(app: Flask) -> dict[str, Any]:
    """The document as it is served."""
    return live_document(app)


@pytest.fixture(scope="module")
def tried(app: Flask, document: dict[str, Any]) -> Tried:
    """The same cases every time."""
    return try_document(app, document, EXAMPLES, seed=1)


def test_every_check_holds_in_every_case(tried: Tried) -> None:
    assert tried.faults == {}


def test_every_operation_was_tried_with_what_it_answers_and_with_what_it_refuses(
    tried: Tried, document: dict[str, Any]
) -> None:
    expected = {
        f"GET {path}": {200, 400, 405} if methods["get"]["parameters"] else {200, 405}
        for path, methods in document["paths"].items()
    }
    assert {label: {200, 400, 405} & set(counts) for label, counts in tried.statuses.items()} == expected


def without_400(document: dict[str, Any]) -> None:
    del document["paths"]["/api/v1/entries"]["get"]["responses"]["400"]


def with_any_unit(document: dict[str, Any]) -> None:
    for parameter in document["paths"]["/api/v1/search"]["get"]["parameters"]:
        if parameter["name"] == "unit":
            del parameter["schema"]["items"]["enum"]


def with_a_higher_limit(document: dict[str, Any]) -> None:
    for parameter in document["paths"]["/api/v1/search"]["get"]["parameters"]:
        if parameter["name"] == "limit":
            parameter["schema"]["maximum"] += 1


def with_a_number_for_a_title(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Hit"]["properties"]["title"]["type"] = "integer"


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (without_400, "status_code_conformance, GET /api/v1/entries"),
        (with_any_unit, "positive_data_acceptance, GET /api/v1/search"),
        (with_a_higher_limit, "positive_data_acceptance, GET /api/v1/search"),
        (with_a_number_for_a_title, "response_schema_conformance, GET /api/v1/search"),
    ],
)
def test_a_document_that_is_not_true_is_found_out(
    app: Flask, document: dict[str, Any], change: Callable[[dict[str, Any]], None], check: str
) -> None:
    untrue = copy.deepcopy(document)
    change(untrue)
    assert check in try_document(app, untrue, 3, seed=1).faults
