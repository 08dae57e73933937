"""What the application is made with, as one object: every part of the portal asks for it here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import current_app

from portal.services.current import CurrentSearcher
from portal.services.static_files import StaticFiles
from portal.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

_NAME = "vagvisaren"


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that lives as long as an application does.

    Attributes:
        settings: What it runs with.
        current: The searcher and the catalogues of the generation that is served.
        static_files: The files of ``portal/static``.
        code_digest: Changes with whatever else than data a page is made of: code, templates, static files, settings.
    """

    settings: Settings
    current: CurrentSearcher
    static_files: StaticFiles
    code_digest: str


def install(app: Flask, services: Services) -> None:
    """Give an application its services, or others in their place."""
    app.extensions[_NAME] = services


def services_of(app: Flask) -> Services:
    """The services of an application."""
    installed: Services = app.extensions[_NAME]
    return installed


def services() -> Services:
    """The services of the application that answers this request."""
    return services_of(current_app)
