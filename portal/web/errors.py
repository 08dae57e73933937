"""Errors as one table: what the visitor is told, as JSON or as a page."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from flask import Response, request
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from portal.server.redaction import REDACTED, describe
from portal.services.current import NoGenerationError
from portal.web import urls
from portal.web.request_error import RequestError
from portal.words.translations import N_, data_text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask


class _Error(msgspec.Struct, frozen=True):
    status: int
    title: str
    detail: str


class ErrorReply(msgspec.Struct, frozen=True):
    """The one shape of an error in JSON."""

    error: _Error


_JSON = "application/json"
_TABLE = {
    400: (N_("Frågan går inte att besvara"), N_("Kontrollera adressen och försök igen.")),
    404: (N_("Sidan finns inte"), N_("Adressen leder ingenstans. Börja om från startsidan eller sök.")),
    410: (N_("Sidan är borttagen"), N_("Det som stod här var fel och är borttaget.")),
    405: (N_("Det går inte att göra så här"), N_("Här går det bara att hämta, med GET eller HEAD.")),
    414: (N_("Adressen är för lång"), N_("Korta frågan och försök igen.")),
    503: (N_("Tillfälligt stängt"), N_("Sökningen är inte igång än. Försök igen om en stund.")),
    500: (N_("Något gick fel hos oss"), N_("Försök igen. Går det inte, ring eller besök myndigheten.")),
}
_BARE = Markup(
    '<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} – Vägvisaren</title></head>'
    '<body><main><h1>{title}</h1><p>{detail}</p><p><a href="{home}">Till startsidan</a></p></main></body></html>'
)
"""The page of an error whose own page fails too: it is made of nothing that can."""


def register(app: Flask, show: Callable[[str, str, RequestError | None], Response]) -> None:
    """Let every error be answered from the table.

    Args:
        app: The application.
        show: Makes the page of an error, of its title, its detail, and the error where it is one that we raised.
    """
    app.logger.addFilter(REDACTED)

    def reply(status: HTTPStatus, error: RequestError | None = None) -> Response:
        detail, title, reason = (error.detail, error.title, error.reason) if error else ("", "", "")
        try:
            if not _wants_page():
                return as_json(status, f"{detail} {data_text(reason)}".strip(), title)
            response = show(*_words(status, detail, title), error)
        except Exception:  # what failed the request may fail its page too
            app.logger.exception("the page of an error failed")
            return _bare(status)
        response.status_code = int(status)
        return response

    @app.errorhandler(RequestError)
    def _request_error(error: RequestError) -> Response:
        return reply(error.status, error)

    @app.errorhandler(NoGenerationError)
    def _no_generation(error: NoGenerationError) -> Response:
        app.logger.error("%s", error)
        return reply(HTTPStatus.SERVICE_UNAVAILABLE)

    @app.errorhandler(HTTPException)
    def _http_error(error: HTTPException) -> Response:
        response = reply(HTTPStatus(error.code or 500))
        if error.code == HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers["Allow"] = "GET, HEAD"
        return response

    @app.errorhandler(Exception)
    def _unexpected(error: Exception) -> Response:
        app.logger.error("a request failed: %s", describe(error))
        return reply(HTTPStatus.INTERNAL_SERVER_ERROR)


def as_json(status: HTTPStatus, detail: str = "", title: str = "") -> Response:
    """An error as a program can use it."""
    body = ErrorReply(_Error(int(status), *_words(status, detail, title)))
    return Response(msgspec.json.encode(body), int(status), mimetype=_JSON)


def _words(status: HTTPStatus, detail: str, title: str) -> tuple[str, str]:
    """What is told of an error: its own title and detail, else the table's for its status."""
    usual_title, usual_detail = _usual(status)
    return title or _(usual_title), detail or _(usual_detail)


def _usual(status: HTTPStatus) -> tuple[str, str]:
    """The table's words for a status, in Swedish: those of the first of its class where it has none of its own."""
    return _TABLE.get(status, _TABLE[400 if status < HTTPStatus.INTERNAL_SERVER_ERROR else 500])


def _bare(status: HTTPStatus) -> Response:
    """An error told in Swedish, without a catalogue, an index or a template."""
    title, detail = _usual(status)
    if not _wants_page():
        return Response(
            msgspec.json.encode(ErrorReply(_Error(int(status), title, detail))), int(status), mimetype=_JSON
        )
    home = urls.prefixed("/", mode=urls.unprefixed(request.path).mode)
    return Response(_BARE.format(title=title, detail=detail, home=home), int(status), mimetype="text/html")


def _wants_page() -> bool:
    return not request.path.startswith(("/api/", "/healthz", "/readyz"))
