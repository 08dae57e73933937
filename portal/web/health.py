"""Whether the server is alive, and whether it can answer."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Literal

import msgspec
from flask import Blueprint, Response

from index import refusal
from portal.languages import LANGUAGES
from portal.services.current import NoGenerationError
from portal.services.services import services
from portal.web import errors

health = Blueprint("health", __name__)


class _Alive(msgspec.Struct, frozen=True):
    status: Literal["ok"]


class _Ready(msgspec.Struct, frozen=True):
    """What is being served.

    Attributes:
        status: ``degraded`` where it answers, but someone has to see to it: `reason` says to what.
        reason: In Swedish; null where all is well.
        generation: Digest of the generation that answers.
        input: Digest of the data that it was made of: descriptions and translations.
        entries: How many entries it has.
        made: When it was built, in UTC.
        age: Seconds since then.
    """

    status: Literal["ok", "degraded"]
    reason: str | None
    generation: str
    input: str
    entries: int
    made: str
    age: int


@health.get("/healthz")
def healthz() -> Response:
    """The process answers: ``{"status": "ok"}``."""
    return _json(_Alive("ok"))


@health.get("/readyz")
def readyz() -> Response:
    """Which index answers, and whether it is the one that should.

    200 and ``{"status": "ok|degraded", "reason": "…"|null, "generation": "…", "input": "…", "entries": 156,
    "made": "2026-11-22T21:35:46Z", "age": 42}`` where something answers, see `_Ready`; else 503 in the shape of an
    error, whose detail says what to run.
    """
    current = services().current
    try:
        manifest, made = current.get().manifest, current.made()
    except NoGenerationError as error:
        return errors.as_json(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    reason = current.trouble() or refusal.reason(services().settings.generations) or _missing_languages()
    return _json(
        _Ready(
            status="degraded" if reason else "ok",
            reason=reason or None,
            generation=manifest.digest,
            input=manifest.input,
            entries=manifest.entries,
            made=datetime.fromtimestamp(made, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            age=max(0, int(time.time() - made)),
        )
    )


def _missing_languages() -> str:
    """Which languages have no texts, or lack many that others have: an empty catalogue is read without a fault."""
    catalogues = services().current.catalogues()
    missing = [
        language.name
        for language in LANGUAGES.values()
        if not language.is_original and not catalogues.is_whole(language.code)
    ]
    if not missing:
        return ""
    return f"Översättningar saknas i indexet: {', '.join(missing)}. Kontrollera translations och kör: vagvisaren index"


def _json(body: msgspec.Struct) -> Response:
    return Response(msgspec.json.encode(body), mimetype="application/json")
