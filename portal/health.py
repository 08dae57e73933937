"""Whether the server is alive, and whether it can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from flask import Blueprint, Response, current_app

if TYPE_CHECKING:
    from portal.current import CurrentSearcher

health = Blueprint("health", __name__)


class _Alive(msgspec.Struct, frozen=True):
    status: str


class _Ready(msgspec.Struct, frozen=True):
    status: str
    generation: str
    input: str
    entries: int


@health.get("/healthz")
def healthz() -> Response:
    """The process answers."""
    return Response(msgspec.json.encode(_Alive("ok")), mimetype="application/json")


@health.get("/readyz")
def readyz() -> Response:
    """An index is open; which one, and the digest of the data it was made from."""
    current: CurrentSearcher = current_app.extensions["searcher"]
    manifest = current.get().manifest
    body = _Ready("ok", manifest.digest, manifest.input, manifest.entries)
    return Response(msgspec.json.encode(body), mimetype="application/json")
