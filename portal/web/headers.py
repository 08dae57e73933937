"""Headers of every reply: what a browser may do, how long a reply is fresh, and compression."""

from __future__ import annotations

import gzip
import hashlib
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, g, request

from portal.modes import MODES
from portal.services.current import NoGenerationError
from portal.services.services import services
from portal.web import origin
from portal.web.day import ended_by_now
from portal.web.urls import unprefixed

if TYPE_CHECKING:
    from flask import Flask

_CSP = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "manifest-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
SECURITY = {
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_COMPRESSED = frozenset({"text/html", "application/json", "text/csv", "application/xml", "text/plain"})
_VARY = ("HX-Request", "HX-History-Restore-Request", "HX-Boosted", "Accept-Encoding", "Accept-Language")
_ASKED_BY = frozenset({"/sok", "/api/v1/search", "/api/v1/suggest"})
"""Addresses that carry a visitor's question."""
_WRITTEN_WITH = "/begar-ut"
"""The one that, once something is filled in, carries a visitor's letter."""
_WORTHWHILE = 860
"""Bytes below which compression saves nothing: the reply fits one packet either way."""

_ONLY_HTTPS = "max-age=31536000"
"""A year. Not for subdomains: those are not the portal's to speak for."""


def register(app: Flask) -> None:
    """Set headers on every reply, and answer 304 before a page is made again."""
    app.before_request(_not_modified)
    app.after_request(_finish)


def is_fragment() -> bool:
    """Whether htmx asks for a part of the page; not when it restores history or follows a boosted link."""
    htmx = request.htmx  # type: ignore[attr-defined]  # set by htmx-flask's request class
    return bool(htmx) and not htmx.history_restore_request and not htmx.boosted


def _not_modified() -> Response | None:
    """Pages are a function of generation, code, settings, address and who has ended: their tag is known beforehand."""
    if request.path.startswith("/static/") or request.path in {"/healthz", "/readyz"} or request.url_rule is None:
        return None
    if _is_traceless():
        return None  # nobody has kept the page, and nobody is to
    try:
        searcher = services().current.get()
    except NoGenerationError:
        return None
    languages = request.headers.get("Accept-Language", "")  # a page may offer itself in one of them
    ended = ",".join(sorted(ended_by_now(searcher)))  # all that a page has of the day
    made_by = (searcher.manifest.digest, services().code_digest, ended, origin.root())
    parts = (*made_by, request.full_path, str(is_fragment()), languages)
    g.etag = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    if request.if_none_match.contains_weak(g.etag) and not request.if_none_match.star_tag:
        return Response(status=HTTPStatus.NOT_MODIFIED)
    return None


def _is_traceless() -> bool:
    """Whether nobody is to keep the reply: it shows what a visitor wrote, or the next visitor has the same screen.

    It is asked of the address, since a request may fail before anything else is known of it.
    """
    mode, _language, path = unprefixed(request.path)
    if path.rstrip("/") == _WRITTEN_WITH and request.query_string:
        return True
    return MODES[mode].traceless or path.rstrip("/") in _ASKED_BY


def _finish(response: Response) -> Response:
    response.headers.update(SECURITY)
    if _is_preview():
        response.headers["X-Robots-Tag"] = "noindex"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _ONLY_HTTPS
    if request.path.startswith("/static/"):
        return response
    response.vary.update(_VARY)
    if _is_traceless():
        response.headers["Cache-Control"] = "no-store"
    response.headers.setdefault("Cache-Control", "no-cache")
    _compress(response)
    if (
        "etag" in g
        and response.status_code in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}
        and not response.cache_control.no_store
    ):
        response.set_etag(g.etag, weak=True)
    return response


def _is_preview() -> bool:
    """Whether what is served may be drafts, which nobody is to list or find."""
    try:
        return services().current.get().place.is_preview
    except NoGenerationError:
        return False


def _compress(response: Response) -> None:
    if (
        response.mimetype in _COMPRESSED
        and request.accept_encodings.quality("gzip") > 0
        and not response.direct_passthrough
        and len(body := response.get_data()) >= _WORTHWHILE
    ):
        response.set_data(gzip.compress(body, 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
