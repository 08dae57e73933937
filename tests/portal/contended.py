"""The real application with addresses that visitors contend for, and the real worker with less patience."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gevent.event import Event

from portal.app import create_app
from portal.server.worker import QuietWorker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIEnvironment

PIECE = b"x" * 65536
PIECES = 256
"""16 MB in all: no kernel takes that much in advance for one connection."""


class HurriedWorker(QuietWorker):
    """Hangs up after two seconds rather than a minute."""

    longest_reply = 2


app = create_app()
order: list[str] = []
ended: list[str] = []
_released = Event()


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer, and remember in which order that was."""
    path = environ["PATH_INFO"]
    if not path.startswith("/contended/"):
        return app(environ, start_response)
    name = path.removeprefix("/contended/")
    if name.startswith("large-"):
        start_response("200 OK", [("Content-Length", str(len(PIECE) * PIECES))])
        return _large(name)
    if name == "hold":
        _released.wait()
    elif name == "release":
        _released.set()
    elif name == "stall":
        with os.fdopen(os.open(environ["QUERY_STRING"], os.O_RDONLY)) as gate:
            gate.read()
    told = {"order": order, "ended": ended}.get(name)
    if told is None:
        order.append(name)
    body = " ".join(told or ()).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def _large(name: str) -> Iterator[bytes]:
    """A reply that has to wait until it is taken; how it ended is remembered."""
    how = "cut-off"
    try:
        for _ in range(PIECES):
            yield PIECE
        how = "whole"
    finally:
        ended.append(f"{name}:{how}")
