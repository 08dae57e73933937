"""The real application with one address more for each step of a request, where it fails and quotes the visitor."""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import TYPE_CHECKING, NoReturn

import gevent
from flask import Response, render_template_string, request
from werkzeug.routing import BaseConverter

from portal.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

STEPS = (
    *("router", "before", "view", "template", "after", "error-page", "teardown", "outside", "body", "status", "header"),
    *("interrupt", "exit", "ctrl-c", "exit-before", "exit-after", "exit-outside", "deep"),
)
"""Where it can be made to fail, as the last part of ``/crash/…``."""


def fail() -> NoReturn:
    """Fail as careless code does, with a message that quotes the visitor."""
    raise ValueError(f"{request.full_path} {request.headers}")


class _Failing(BaseConverter):
    def to_python(self, value: str) -> NoReturn:
        raise TypeError(value)


app = create_app()
app.url_map.converters["failing"] = _Failing
_static = app.jinja_env.globals["static"]


def _static_or_fail(name: str) -> str:
    """What every page asks, the page of an error too."""
    return fail() if request.path == "/crash/error-page" else str(_static(name))  # type: ignore[operator]  # a function


app.jinja_env.globals["static"] = _static_or_fail


@app.before_request
def before() -> None:
    """Fail before the view."""
    if request.path == "/crash/before":
        fail()
    if request.path == "/crash/exit-before":
        sys.exit(request.full_path)


@app.after_request
def after(response: Response) -> Response:
    """Fail when the reply is made, and again when the reply to that is."""
    if request.path == "/crash/exit-after" and response.status_code != HTTPStatus.INTERNAL_SERVER_ERROR:
        sys.exit(request.full_path)
    return fail() if request.path == "/crash/after" else response


@app.teardown_request
def teardown(_error: BaseException | None) -> None:
    """Fail when all is done."""
    if request.path == "/crash/teardown":
        fail()


@app.get("/crash/router/<failing:text>")
def router(text: str) -> str:
    """Nothing gets here."""
    return text


@app.get("/api/v1/crash")
@app.get("/crash/view")
@app.get("/crash/error-page")
def crash() -> str:
    """Fail inside the application, with an error that quotes the visitor."""
    return str(int(request.args["q"]))


@app.get("/crash/template")
def template() -> str:
    """Fail while a page is made."""
    return render_template_string("{{ 'x'.join(asked) }}{{ asked[0].saknas.saknas }}", asked=[request.args["q"]])


@app.get("/crash/interrupt")
def interrupt() -> NoReturn:
    """Fail in a way that is no `Exception`."""
    raise GeneratorExit(request.full_path)


@app.get("/crash/exit")
def leave() -> NoReturn:
    """End the program, as a library may that was made for a command."""
    sys.exit(request.full_path)


@app.get("/crash/ctrl-c")
def stop() -> NoReturn:
    """Fail as if somebody had stopped the program."""
    raise KeyboardInterrupt(request.full_path)


@app.get("/crash/deep")
def deep() -> str:
    """Fail with a long way back."""
    return deep()


@app.get("/crash/header")
def header() -> Response:
    """Answer with a header that the server refuses to send."""
    response = Response("")
    response.headers._list.append(("X-Asked", f"{request.full_path}\r\n"))  # noqa: SLF001  (past its checks)
    return response


@app.get("/api/v1/crash-beside")
def crash_beside() -> str:
    """Fail beside every request, in a greenlet of its own, where gevent itself tells of it."""
    gevent.spawn(int, request.args["q"]).join()
    return ""


@app.get("/crash/exit-after")
@app.get("/crash/exit-before")
@app.get("/crash/teardown")
def well() -> str:
    """Go well, as far as the view is concerned."""
    return ""


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Fail outside the application too, where only the server is left to tell of it."""
    path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
    if path in {"/outside", "/crash/outside"}:
        raise ValueError(query)
    if path == "/crash/exit-outside":
        sys.exit(query)
    if path == "/crash/status":
        start_response(query, [])
    if path == "/crash/body":
        start_response("200 OK", [])
        return _cut_off(query)
    return app(environ, start_response)


def _cut_off(query: str) -> Iterable[bytes]:
    yield b"x"
    raise ValueError(query)
