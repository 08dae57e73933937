"""Where the portal itself lies, for links that must be whole. Whatever a request says of it, this does not fail."""

from __future__ import annotations

from flask import request

from portal.hosts import split_host
from portal.services.services import services

_USUAL_PORTS = {"http": "80", "https": "443"}


def root() -> str:
    """The portal's own address, without a trailing slash: as it is set, else as the visitor called it.

    What is no host, or is another's, is not repeated: the page that says so has links of its own.
    """
    settings = services().settings
    if settings.public_url:
        return settings.public_url
    scheme = "https" if request.is_secure else "http"
    asked = request.environ.get("HTTP_HOST")
    if not is_asked_for(asked):
        return f"{scheme}://{min(settings.hosts, default='localhost')}"
    name, port = split_host(asked or request.host) or ("localhost", "")
    return f"{scheme}://{name}" if port in {"", _USUAL_PORTS[scheme]} else f"{scheme}://{name}:{port}"


def is_asked_for(host: str | None) -> bool:
    """Whether a ``Host`` is one that the portal answers for.

    Args:
        host: As the visitor sent it; None for who sends none, as HTTP 1.0 lets one do.
    """
    known = services().settings.hosts
    if host is None:
        return not known
    parts = split_host(host)
    return parts is not None and (not known or parts[0] in known)
