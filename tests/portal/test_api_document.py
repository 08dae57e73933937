"""The values of the filters in the API's document are those of the generation that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openapi_spec_validator import validate

from index.fields import FACETS
from portal.app import create_app
from portal.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient


def items_of(client: FlaskClient, name: str) -> dict[str, object]:
    """What the document says that one value of a filter is."""
    parameters = client.get("/api/v1/openapi.json").get_json()["paths"]["/api/v1/search"]["get"]["parameters"]
    (schema,) = [parameter["schema"] for parameter in parameters if parameter["name"] == name]
    assert schema["type"] == "array"
    items: dict[str, object] = schema["items"]
    return items


def offered(client: FlaskClient, name: str) -> set[str]:
    """The values that an unnarrowed search offers."""
    return {each["value"] for each in client.get("/api/v1/search").get_json()["facets"][name]}


@pytest.mark.parametrize("name", FACETS)
def test_a_filters_values_are_listed_in_the_document(client: FlaskClient, name: str) -> None:
    assert items_of(client, name) == {"type": "string", "enum": sorted(offered(client, name))}


@pytest.mark.parametrize("name", ["unit", "theme", "authority"])
def test_the_values_are_those_of_the_generation_that_answers(
    client: FlaskClient, small_generations: Path, name: str
) -> None:
    another = create_app(Settings(generations=small_generations)).test_client()
    assert items_of(another, name)["enum"] == sorted(offered(another, name))
    assert items_of(another, name) != items_of(client, name)


@pytest.fixture
def without_an_index(tmp_path: Path) -> FlaskClient:
    """A visitor to a portal that has none."""
    return create_app(Settings(generations=tmp_path)).test_client()


@pytest.mark.parametrize("name", FACETS)
def test_without_an_index_any_value_may_be_one(without_an_index: FlaskClient, name: str) -> None:
    assert items_of(without_an_index, name) == {"type": "string"}


def test_without_an_index_the_document_is_valid_openapi(without_an_index: FlaskClient) -> None:
    validate(without_an_index.get("/api/v1/openapi.json").get_json())
