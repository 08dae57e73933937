"""An address with a slash too many, or one too few, leads on to the page, and takes the question along.

People, programs and links put a slash at the end by habit. The router could lead them on itself, but it would do so
before anything is known of the address: to pages that are not there, and with whatever was written.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Response, g, request

from data.identity_numbers import holds_identity_number
from portal.modes import MODES
from portal.pages.asked import used_parameters
from portal.web import urls

if TYPE_CHECKING:
    from flask import Flask

_AS_WRITTEN = "%/?:@!$&'()*+,;=~[]"
"""What a query keeps as it stands: it is led on letter for letter, but for what no header may hold."""


def register(app: Flask) -> None:
    """Let every address be found with and without a slash, and answer at one of the two."""
    app.url_map.strict_slashes = False
    app.after_request(_lead_on)


def _lead_on(response: Response) -> Response:
    """Lead on from the other form of an address where its page was made; whatever else it answers stands."""
    rule = request.url_rule
    if rule is None or response.status_code != HTTPStatus.OK or "HX-Redirect" in response.headers:
        return response
    path = request.path.rstrip("/") + ("/" if rule.rule.endswith("/") else "")
    if path == request.path:
        return response
    g.plain_path = urls.unprefixed(path).path
    response = Response(status=HTTPStatus.PERMANENT_REDIRECT)
    response.location = _with_question(quote(path))
    response.headers["Cache-Control"] = "no-store"  # a browser keeps what has moved for good, and this holds a question
    return response


def _with_question(path: str) -> str:
    """The address with the question of this one: whole, but for numbers of persons.

    On a shared screen nothing is repeated but what the page is made with.
    """
    pairs = list(request.args.items(multi=True))
    clean = [pair for pair in pairs if not any(holds_identity_number(text) for text in pair)]
    if MODES[g.mode].traceless or clean != pairs:
        return urls.with_query(path, used_parameters() if MODES[g.mode].traceless else clean)
    query = quote(request.query_string, safe=_AS_WRITTEN)
    return f"{path}?{query}" if query else path
