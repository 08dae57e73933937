"""At the door: which proxy is believed, which hosts the portal answers for, and what no request needs."""

from __future__ import annotations

from http import HTTPStatus
from ipaddress import ip_address
from typing import TYPE_CHECKING

from flask import request
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.middleware.proxy_fix import ProxyFix

from portal.web import origin
from portal.web.request_error import RequestError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask

    from portal.settings import Proxies, Settings

MAX_PARAMETERS = 100
"""In an address, filters included: everything that one authority's facets offer, ticked, is some sixty."""
_METHODS = ("GET", "HEAD")
_BY_ADDRESS = frozenset({"/healthz", "/readyz"})
"""A watcher asks a server by its number, whatever its name is, and these replies hold no address."""


def register(app: Flask, settings: Settings) -> None:
    """Let nothing in that the portal has no use for."""
    app.before_request(_refuse)
    if settings.proxies:
        app.wsgi_app = BehindProxy(app.wsgi_app, settings.proxies)  # type: ignore[method-assign]  # as Flask says to


class BehindProxy:
    """Believes a trusted proxy when it says that the visitor came by https, and nothing else of what it says.

    Neither address nor host is taken from a header: nobody here wants to know the first, and a proxy passes the
    second on as ``Host``. What a proxy does not set it lets through, so that a visitor could set it.
    """

    def __init__(self, app: WSGIApplication, proxies: Proxies) -> None:
        """Stand before `app`."""
        count = proxies if isinstance(proxies, int) else 1
        self._app = app
        self._networks = () if isinstance(proxies, int) else proxies
        self._believing = ProxyFix(app, x_for=0, x_proto=count, x_host=0, x_port=0, x_prefix=0)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, whose scheme may be the one that the proxy tells."""
        if self._networks and not self._is_trusted(environ.get("REMOTE_ADDR", "")):
            return self._app(environ, start_response)
        return self._believing(environ, start_response)

    def _is_trusted(self, peer: str) -> bool:
        try:
            address = ip_address(peer)
        except ValueError:
            return False  # a socket in the file system has no address
        return any(address in network for network in self._networks)


def _refuse() -> None:
    if request.method not in _METHODS:
        raise MethodNotAllowed(_METHODS)
    _check_host()
    if sum(1 for _ in request.args.items(multi=True)) > MAX_PARAMETERS:
        raise RequestError(HTTPStatus.BAD_REQUEST)


def _check_host() -> None:
    if request.path not in _BY_ADDRESS and not origin.is_asked_for(request.environ.get("HTTP_HOST")):
        raise RequestError(HTTPStatus.BAD_REQUEST)
