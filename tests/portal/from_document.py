"""Calls made from the API's own OpenAPI document, right and wrong ones, and the document held against the replies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import jsonschema
from hypothesis import strategies as st

from data.kinds import Access, EntryType
from portal.api.openapi import document
from tests.portal.fuzzing import texts

if TYPE_CHECKING:
    from flask.testing import FlaskClient

_FILTERS = {
    "unit": ["stadsarkivet"],
    "type": [each.value for each in EntryType],
    "finding_aid": ["heroma"],
    "access": [each.value for each in Access],
    "theme": ["personal"],
    "authority": ["norrkoping-ks"],
}
"""Some values of each filter: the live document has all of them, but is not at hand before there is an application."""
_ENTRY = {"authority": "norrkoping-ks", "id": "heroma"}
_DOCUMENT: dict[str, Any] = document(_FILTERS)


@dataclass(frozen=True, slots=True)
class Call:
    """A call to an operation; `right` where each parameter is as the document says, and no value is unknown."""

    operation: str
    path: str
    right: bool


def _valid(parameter: dict[str, Any]) -> st.SearchStrategy[list[str]]:
    schema = parameter["schema"]
    if schema["type"] == "array":
        return st.lists(st.sampled_from(schema["items"]["enum"]), max_size=3)
    if "enum" in schema:
        return st.sampled_from(schema["enum"]).map(lambda value: [value])
    if schema["type"] == "integer":
        return st.integers(schema["minimum"], schema["maximum"]).map(lambda number: [str(number)])
    return st.text(st.characters(exclude_categories=["Cs", "N"]), max_size=schema["maxLength"]).map(lambda text: [text])


@st.composite
def _calls(draw: st.DrawFn) -> Call:
    path, operations = draw(st.sampled_from(sorted(_DOCUMENT["paths"].items())))
    right, query, target = draw(st.booleans()), list[tuple[str, str]](), path
    for parameter in operations["get"]["parameters"]:
        name = parameter["name"]
        if parameter["in"] == "path":
            value = _ENTRY[name] if right else draw(texts)
            target = target.replace(f"{{{name}}}", quote(value, safe="", errors="surrogatepass"))
        elif draw(st.booleans()):
            values = draw(_valid(parameter) if right else st.lists(texts, max_size=2))
            query += [(name, value) for value in values]
    if not right:
        query += draw(st.lists(st.tuples(texts, texts), max_size=2))
    return Call(path, f"{target}?{urlencode(query, errors='surrogatepass')}", right)


calls = _calls()
"""Calls to every operation of the document."""


def disagreements(call: Call, client: FlaskClient) -> list[str]:
    """Where the reply is not what the document promises."""
    got = client.get(call.path)
    responses = _DOCUMENT["paths"][call.operation]["get"]["responses"]
    promised = responses.get(str(got.status_code))
    if promised is None and not call.right and got.status_code == 404:
        return []  # an id with a slash in it is another address
    if promised is None or (call.right and got.status_code != 200):
        return [f"{got.status_code} to {call.path}"]
    if "content" not in promised:
        return []
    if got.mimetype not in promised["content"]:
        return [f"{got.mimetype} to {call.path}"]
    errors = _validator(call.operation, str(got.status_code)).iter_errors(got.get_json())
    return [error.message for error in errors]


@cache
def _validator(operation: str, status: str) -> jsonschema.Draft202012Validator:
    schema = _DOCUMENT["paths"][operation]["get"]["responses"][status]["content"]["application/json"]["schema"]
    return jsonschema.Draft202012Validator({**schema, "components": _DOCUMENT["components"]})
