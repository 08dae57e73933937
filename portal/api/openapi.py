"""The OpenAPI 3.1 document: schemas from the reply types, parameters from the limits and the filter values in force."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from index.result import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, MAX_QUERY_LENGTH
from portal.api import replies
from portal.languages import LANGUAGES, ORIGINAL
from portal.web.errors import ErrorReply

if TYPE_CHECKING:
    from collections.abc import Sequence

_REPLIES = (replies.SearchReply, replies.SuggestReply, replies.EntriesReply, replies.EntryReply, ErrorReply)

_Schema = Mapping[str, object]
_Refs = Mapping[type, _Schema]
_Values = Mapping[str, "Sequence[str] | None"]


def document(filters: _Values) -> dict[str, object]:
    """The whole document.

    Args:
        filters: The search's filters, and the values that each takes; None where there is no index to know them from.
    """
    refs, components = _schemas()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Vägvisaren",
            "version": "1",
            "description": "Which unit holds which kind of public record, from the authority's own words.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "paths": {
            "/api/v1/search": _get("search", "Search", _search_parameters(filters), refs, replies.SearchReply),
            "/api/v1/suggest": _get(
                "suggest",
                "Suggest entries and signposts by name or everyday word",
                [_query(), _language()],
                refs,
                replies.SuggestReply,
            ),
            "/api/v1/entries": _get("entries", "All entries", [_language()], refs, replies.EntriesReply),
            "/api/v1/entries/{authority}/{id}": _entry_path(refs),
            "/api/v1/openapi.json": _get("openapi", "This document", [], refs, None),
        },
        "components": {"schemas": components},
    }


@cache
def _schemas() -> tuple[_Refs, _Schema]:
    """A reference for each reply, and what they refer to."""
    schemas, components = msgspec.json.schema_components(_REPLIES, ref_template="#/components/schemas/{name}")
    return dict(zip(_REPLIES, schemas, strict=True)), components


def _get(
    name: str,
    summary: str,
    parameters: list[_Schema],
    refs: _Refs,
    reply: type | None,
    more: Mapping[str, _Schema] | None = None,
) -> dict[str, object]:
    schema: _Schema = refs[reply] if reply else {"type": "object"}
    responses: dict[str, _Schema] = {
        "200": _response("The answer", schema),
        "400": _response("A parameter cannot be used", refs[ErrorReply]),
        "503": _response("No index yet, or too much is asked at once: see Retry-After", refs[ErrorReply]),
        **(more or {}),
    }
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": parameters,
            "responses": responses,
        }
    }


def _entry_path(refs: _Refs) -> dict[str, object]:
    parameters = [
        _parameter("authority", {"type": "string"}, "path"),
        _parameter("id", {"type": "string"}, "path"),
    ]
    more: dict[str, _Schema] = {
        "301": {"description": "The id has changed; the new address follows"},
        "404": _response("No such entry", refs[ErrorReply]),
        "410": _response("The entry was a mistake, or its authority was; the detail says why", refs[ErrorReply]),
    }
    return _get("entry", "One entry, whole", [*parameters, _language()], refs, replies.EntryReply, more)


def _response(description: str, schema: _Schema) -> _Schema:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _search_parameters(filters: _Values) -> list[_Schema]:
    return [
        _query(),
        _language(),
        *(_filter(name, values) for name, values in filters.items()),
        _parameter("limit", {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT}),
        _parameter("offset", {"type": "integer", "minimum": 0, "maximum": MAX_OFFSET, "default": 0}),
    ]


def _filter(name: str, values: Sequence[str] | None) -> _Schema:
    one: _Schema = {"type": "string"} if values is None else {"type": "string", "enum": list(values)}
    return _parameter(name, {"type": "array", "items": one}, note=_FILTER)


_FILTER = (
    "Repeat for more values: OR inside one filter, AND across. The values change with the descriptions; any other is "
    "refused with 400."
)


def _query() -> _Schema:
    note = "A personal identity number is refused with 400."
    return _parameter("q", {"type": "string", "maxLength": MAX_QUERY_LENGTH, "default": ""}, note=note)


def _language() -> _Schema:
    return _parameter("lang", {"type": "string", "enum": list(LANGUAGES), "default": ORIGINAL})


def _parameter(name: str, schema: _Schema, place: str = "query", note: str = "") -> _Schema:
    described = {"description": note} if note else {}
    return {"name": name, "in": place, "required": place == "path", "schema": schema, **described}
