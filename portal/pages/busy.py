"""The reply to who is refused because more is asked than can be answered: it must cost next to nothing.

The first of its kind is made as any error is. Those that follow are copies: a page takes as long as half a search.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, g, request

from portal.languages import LANGUAGES
from portal.pages.asked import kept_parameters
from portal.server import OVERLOADED
from portal.services.current import NoGenerationError
from portal.services.services import services
from portal.web.headers import is_fragment
from portal.web.request_error import RequestError
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from flask import Flask

RETRY_AFTER = 5
"""Seconds: a queue has been answered ten times over by then, and a person has read the page."""
_NEVER_REFUSED = ("/static/", "/healthz", "/readyz")
"""A page that has been answered is not shown without its style, and who watches the server is not to start it anew."""
_HTML_LANGUAGES = tuple({language.html: None for language in LANGUAGES.values()})
_Kind = tuple[object, ...]


def register(app: Flask) -> None:
    """Refuse the requests that the server has marked; to be called after `headers.register`, which finishes replies."""
    kept: dict[_Kind, bytes] = {}

    @app.before_request
    def _refuse() -> Response | None:
        if OVERLOADED not in request.environ or request.path.startswith(_NEVER_REFUSED):
            return None
        g.refused = _kind()
        body = kept.get(g.refused)
        if body is None:
            raise RequestError(
                HTTPStatus.SERVICE_UNAVAILABLE,
                _("Just nu är det fler som frågar än vi hinner svara. Vänta några sekunder och försök igen."),
                _("Många frågar samtidigt"),
            )
        api = request.path.startswith("/api/")
        return Response(body, HTTPStatus.SERVICE_UNAVAILABLE, mimetype="application/json" if api else "text/html")

    @app.after_request
    def _finish(response: Response) -> Response:
        if "refused" in g:
            if g.refused[0] not in {kind[0] for kind in kept}:
                kept.clear()  # made of an older generation
            kept.setdefault(g.refused, response.get_data())
            response.headers["Retry-After"] = str(RETRY_AFTER)
            response.headers["Cache-Control"] = "no-store"
        return response


def _kind() -> _Kind:
    """All that the page of a refusal depends on; none of it is the visitor's own words."""
    try:
        generation = services().current.get().manifest.digest
    except NoGenerationError:
        generation = ""
    language = request.accept_languages.best_match(_HTML_LANGUAGES)
    api = request.path.startswith("/api/")
    return generation, g.mode, g.language, api, is_fragment(), language, kept_parameters()
