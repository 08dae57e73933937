"""The preview: a server of its own on this computer alone, with drafts, beside the public one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.settings import Settings

_FOLDER = ".utkast"
"""Where its generations lie, beside the public ones: none of these is ever one of those."""
_OURS = {"VAGVISAREN_WORKERS": "1", "VAGVISAREN_PROXIES": "", "VAGVISAREN_PUBLIC_URL": ""}
_HOSTS = "localhost,127.0.0.1"
"""What it answers to: another name that leads here would be another site's, reading drafts."""


def settings_of(settings: Settings) -> Settings:
    """What a preview is built with."""
    return replace(settings, generations=settings.generations / _FOLDER)


def environment_of(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of its server.

    Args:
        settings: Those of the public server.
        environment: The environment of this process.
    """
    folder = str(settings_of(settings).generations)
    return {**environment, **_OURS, "VAGVISAREN_HOSTS": _HOSTS, "VAGVISAREN_GENERATIONS": folder}
