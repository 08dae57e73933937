"""Errors as one table: what the visitor is told, as JSON or as a page."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from flask import Response, request
from werkzeug.exceptions import HTTPException

from portal.server.redaction import describe
from portal.services.current import NoGenerationError
from portal.web.request_error import RequestError
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


def _table() -> dict[int, tuple[str, str]]:
    return {
        400: (_("Frågan går inte att besvara"), _("Kontrollera adressen och försök igen.")),
        404: (_("Sidan finns inte"), _("Adressen leder ingenstans. Börja om från startsidan eller sök.")),
        405: (_("Det går inte att göra så här"), _("Här går det bara att hämta, med GET eller HEAD.")),
        414: (_("Adressen är för lång"), _("Korta frågan och försök igen.")),
        503: (_("Tillfälligt stängt"), _("Sökningen är inte igång än. Försök igen om en stund.")),
        500: (_("Något gick fel hos oss"), _("Försök igen. Går det inte, ring eller besök myndigheten.")),
    }


def register(app: Flask, show: Callable[[str, str], Response]) -> None:
    """Let every error be answered from the table.

    Args:
        app: The application.
        show: Makes the page of an error, of its title and its detail.
    """

    def reply(status: HTTPStatus, detail: str = "", title: str = "") -> Response:
        if not _wants_page():
            return as_json(status, detail, title)
        response = show(*_words(status, detail, title))
        response.status_code = int(status)
        return response

    @app.errorhandler(RequestError)
    def _request_error(error: RequestError) -> Response:
        return reply(error.status, error.detail, error.title)

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
    return Response(msgspec.json.encode(body), int(status), mimetype="application/json")


def _words(status: HTTPStatus, detail: str, title: str) -> tuple[str, str]:
    """What is told of an error: its own title and detail, else the table's for its status."""
    table = _table()
    usual_title, usual_detail = table.get(status, table[400 if status < HTTPStatus.INTERNAL_SERVER_ERROR else 500])
    return title or usual_title, detail or usual_detail


def _wants_page() -> bool:
    return not request.path.startswith(("/api/", "/healthz", "/readyz"))
