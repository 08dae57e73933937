"""The application factory."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, Response, g, request
from htmx_flask import Htmx

from portal.api.downloads import downloads
from portal.api.views import api
from portal.languages import LANGUAGES
from portal.pages import slashes
from portal.pages.render import show_error
from portal.pages.templates import prepare_templates
from portal.pages.views import pages
from portal.server import ROUTE
from portal.server.ended import contained
from portal.services.current import CurrentSearcher
from portal.services.services import Services, install, services
from portal.services.static_files import StaticFiles
from portal.settings import Settings
from portal.web import busy, errors, gate, headers
from portal.web.health import health
from portal.web.static import static
from portal.web.urls import unprefixed

if TYPE_CHECKING:
    from flask import Response

_FOLDER = Path(__file__).parent
_NOT_SHOWN = frozenset({"data", "translations", "generations", "workers", "proxies"})
"""Settings that change no page: what data there is, a generation's digest tells."""


class Portal(Flask):
    """The application: whatever fails on the way to a reply, the reply says so."""

    def full_dispatch_request(self) -> Response:
        """Answer a request; what would end the program there ends in an error."""
        with contained():
            return super().full_dispatch_request()


def create_app(settings: Settings | None = None) -> Flask:
    """Make the application.

    Args:
        settings: What to run with; read from the environment where none are given.

    Raises:
        portal.settings.SettingsError: A setting cannot be used.
    """
    settings = settings or Settings.read()
    app = Portal(__name__, static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False  # here one can only fetch
    app.url_map.merge_slashes = False  # an address with "//" is none; leading it on would repeat its query
    Htmx(app)
    static_files = StaticFiles(_FOLDER / "static")
    install(app, Services(settings, CurrentSearcher(settings.generations), static_files, _digest(settings)))
    prepare_templates(app, _FOLDER / "templates", static_files)
    app.before_request(_name_route)
    app.teardown_request(_forget)
    app.after_request(_make_ready)
    gate.register(app, settings)
    headers.register(app)
    busy.register(app)
    slashes.register(app)  # after the headers, so that its replies get them: the last to be registered is the first
    errors.register(app, show_error)
    for blueprint in (static, health, api, downloads, pages):
        app.register_blueprint(blueprint)
    return app


def _name_route() -> None:
    """Leave the route's pattern for the log, and mode and language for whatever answers, errors included."""
    g.mode, g.language, g.plain_path = unprefixed(request.path)
    if request.path.startswith("/api/") and (asked := request.args.get("lang", "")) in LANGUAGES:
        g.language = asked
    if request.url_rule is not None:
        request.environ[ROUTE] = request.url_rule.rule


def _forget(_error: BaseException | None) -> None:
    """Let go of the address that was asked for: Python keeps the last hundred that it takes apart, a server's too."""
    urlsplit.cache_clear()  # type: ignore[attr-defined]  # CPython's own


def _make_ready(response: Response) -> Response:
    """When the reply is sent, make what the next visitors would have to wait for."""
    response.call_on_close(services().current.make_ready)
    return response


def _digest(settings: Settings) -> str:
    """Changes with whatever else than data a page is made of: our code, templates, static files and settings."""
    digest = hashlib.sha256()
    for path in sorted(path for path in _FOLDER.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(_FOLDER).as_posix().encode() + b"\0" + path.read_bytes())
    for name in sorted({field.name for field in fields(settings)} - _NOT_SHOWN):
        value = getattr(settings, name)
        written = sorted(value) if isinstance(value, frozenset) else value  # a set has no order of its own
        digest.update(f"\0{name}={written}".encode())
    return digest.hexdigest()
