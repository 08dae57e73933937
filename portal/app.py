"""The application factory."""

from __future__ import annotations

from flask import Flask, request

from portal import errors
from portal.api.views import api
from portal.current import CurrentSearcher
from portal.health import health
from portal.server import ROUTE
from portal.settings import Settings
from portal.translations import Catalogues


def create_app(settings: Settings | None = None) -> Flask:
    """Make the application.

    Args:
        settings: What to run with; read from the environment where none are given.

    Raises:
        portal.settings.SettingsError: A setting cannot be used.
    """
    settings = settings or Settings.read()
    app = Flask(__name__, static_folder=None)
    app.extensions["settings"] = settings
    app.extensions["searcher"] = CurrentSearcher(settings.generations)
    app.extensions["catalogues"] = Catalogues(settings.translations)
    app.before_request(_name_route)
    errors.register(app)
    app.register_blueprint(health)
    app.register_blueprint(api)
    return app


def _name_route() -> None:
    """Leave the route's pattern for the log, so that it need not know the address."""
    if request.url_rule is not None:
        request.environ[ROUTE] = request.url_rule.rule
