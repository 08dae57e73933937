"""The reply to who is refused because more is asked than can be answered."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import g, request

from portal.server import OVERLOADED
from portal.web.request_error import RequestError
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from flask import Flask, Response

RETRY_AFTER = 5
"""Seconds: a queue has been answered ten times over by then, and a person has read the page."""


def register(app: Flask) -> None:
    """Refuse what the server has marked. The server keeps the reply for others (`portal.server.refusals`)."""
    app.before_request(_refuse)
    app.after_request(_finish)


def _refuse() -> None:
    if OVERLOADED in request.environ:
        g.refused = True
        raise RequestError(
            HTTPStatus.SERVICE_UNAVAILABLE,
            _("Just nu är det fler som frågar än vi hinner svara. Vänta några sekunder och försök igen."),
            _("Många frågar samtidigt"),
        )


def _finish(response: Response) -> Response:
    if "refused" in g:
        response.headers["Retry-After"] = str(RETRY_AFTER)
        response.headers["Cache-Control"] = "no-store"
    return response
