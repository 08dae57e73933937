"""Errors as one table: what the visitor is told, as JSON or as a page."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from flask import Response, g, request
from werkzeug.exceptions import HTTPException

from portal.pages.plain import error_page
from portal.pages.render import context_or_none, render
from portal.server.redaction import describe
from portal.services.current import NoGenerationError
from portal.web.request_error import RequestError
from portal.words.translations import gettext as _

if TYPE_CHECKING:
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


def register(app: Flask) -> None:
    """Let every error be answered from the table."""

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


def reply(status: HTTPStatus, detail: str = "", title: str = "") -> Response:
    """An error as the visitor can use it: a page, a part of one for htmx, or JSON for a program."""
    table = _table()
    usual_title, usual_detail = table.get(status, table[400 if status < HTTPStatus.INTERNAL_SERVER_ERROR else 500])
    title, detail = title or usual_title, detail or usual_detail
    if not _wants_page():
        body = ErrorReply(_Error(int(status), title, detail))
        return Response(msgspec.json.encode(body), int(status), mimetype="application/json")
    g.failed = True
    response = render("error.html", error_page(context_or_none(), title, detail))
    response.status_code = int(status)
    return response


def _wants_page() -> bool:
    return not request.path.startswith(("/api/", "/healthz", "/readyz"))
