"""The real application with one address more, which fails in the two ways that a program can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gevent
from flask import request

from portal.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

app = create_app()


@app.get("/api/v1/crash")
def crash() -> str:
    """Fail inside the application, with an error that quotes the visitor."""
    return str(int(request.args["q"]))


@app.get("/api/v1/crash-beside")
def crash_beside() -> str:
    """Fail beside every request, in a greenlet of its own, where gevent itself tells of it."""
    gevent.spawn(int, request.args["q"]).join()
    return ""


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Fail outside the application too, where only the server is left to tell of it."""
    if environ["PATH_INFO"] == "/outside":
        raise ValueError(environ["QUERY_STRING"])
    return app(environ, start_response)
