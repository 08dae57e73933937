"""Where a server is to answer: whether it can, before anything else is done for it."""

from __future__ import annotations

import errno
import socket
from ipaddress import IPv6Address, ip_address

_REASONS = {
    errno.EADDRINUSE: "Något annat svarar redan där. Stäng det, eller välj en annan port med --port.",
    errno.EADDRNOTAVAIL: "Den här datorn har ingen sådan adress. Välj en annan med --host, t.ex. 127.0.0.1.",
    errno.EACCES: "Portar under 1024 kräver särskilda rättigheter. Välj en högre port med --port.",
}


def bound_to(host: str, port: int) -> str:
    """Host and port as gunicorn takes them; an IPv6 address stands in brackets, whether or not it was written so."""
    return f"[{_bare(host)}]:{port}" if _is_ipv6(_bare(host)) else f"{host}:{port}"


def why_not(host: str, port: int) -> str:
    """Why a server cannot answer there, in Swedish with what to do; empty where it can."""
    family = socket.AF_INET6 if _is_ipv6(_bare(host)) else socket.AF_INET
    try:
        with socket.socket(family) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as gunicorn does
            listener.bind((_bare(host), port))
            listener.listen()  # two may have bound themselves to a port, but only one listens
    except socket.gaierror:
        return f"Servern kan inte svara på {host}: det är ingen adress. Välj en annan med --host, t.ex. 127.0.0.1."
    except (OSError, UnicodeError) as error:
        known = _REASONS.get(getattr(error, "errno", None) or 0, "Välj en annan adress med --host och --port.")
        return f"Servern kan inte svara på {bound_to(host, port)}. {known}"
    return ""


def why_not_of_preview(host: str) -> str:
    """Why a preview may not answer there: drafts are for this computer alone; empty where it may."""
    try:
        is_ours = host == "localhost" or ip_address(_bare(host)).is_loopback
    except ValueError:
        is_ours = False
    return "" if is_ours else "Förhandsvisningen svarar bara på den här datorn. Ta bort --host."


def _bare(host: str) -> str:
    return host.removeprefix("[").removesuffix("]")


def _is_ipv6(text: str) -> bool:
    try:
        return IPv6Address(text).scope_id is None  # a zone is none of gunicorn's
    except ValueError:
        return False
