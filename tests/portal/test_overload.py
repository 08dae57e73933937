"""More is asked than can be answered: who has waited for long is refused at once, and told so in words."""

from __future__ import annotations

import json
import os
import socket
import time
from typing import TYPE_CHECKING

import pytest

from portal.languages import LANGUAGES
from portal.modes import MODES
from portal.server.overload import LATE_IN_A_ROW, LONGEST_WAIT, Overload, waited
from portal.server.refusals import Refusals
from portal.web.urls import prefixed
from tests.support import GUNICORN, Server, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment

    from flask import Flask

PROMPT, LATE = 0.0, LONGEST_WAIT
PATIENCE = 60.0
QUEUE = 80
ROOM, IDLE = 20, 60
TITLES = {
    "sv": "Många frågar samtidigt",
    "fi": "Moni kysyy samaan aikaan",
    "en": "Many people are asking at once",
    "ar": "يسأل كثيرون في الوقت نفسه",
    "latt": "Många frågar nu",
}


def head(path: str, *lines: str, method: str = "GET") -> bytes:
    """A request as it comes."""
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: x", *lines, "", ""]).encode()


@pytest.fixture(scope="module")
def refusals(app: Flask) -> Refusals:
    """The replies to those who are refused."""
    return Refusals(app, "localhost")


def refused(refusals: Refusals, path: str, *lines: str) -> tuple[bytes, str]:
    """Head and body of a refusal."""
    reply = refusals.to(head(path, *lines))
    assert reply is not None
    start, _, body = reply.partition(b"\r\n\r\n")
    return start, body.decode()


@pytest.mark.parametrize(
    ("before", "seconds", "is_refused"),
    [
        ([], LATE, False),
        ([LATE] * (LATE_IN_A_ROW - 1), LATE, False),
        ([LATE] * LATE_IN_A_ROW, LATE, True),
        ([LATE] * LATE_IN_A_ROW * 9, LATE * 9, True),
        ([LATE] * LATE_IN_A_ROW * 9, PROMPT, False),
        ([*[LATE] * LATE_IN_A_ROW, PROMPT], LATE, False),
        ([PROMPT] * 1000, PROMPT, False),
    ],
)
def test_who_is_late_is_refused_once_as_many_before_were_late(
    before: list[float], seconds: float, *, is_refused: bool
) -> None:
    overload = Overload()
    for earlier in before:
        overload.is_refused(earlier)
    assert overload.is_refused(seconds) is is_refused


def test_a_request_has_waited_since_the_last_of_it_came() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\n")
        time.sleep(0.2)
        accepted, _ = listener.accept()
        with accepted:
            assert waited(accepted) >= 0.15
            asking.sendall(b"\r\n")
            assert waited(accepted) < 0.15


def test_where_nobody_knows_how_long_a_request_has_waited_it_has_not() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert waited(one) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
def test_the_page_of_a_refusal_says_so_in_the_language_and_mode_that_were_asked_for(
    refusals: Refusals, mode: str, language: str
) -> None:
    start, page = refused(refusals, f"{prefixed('/sok', language, mode)}?q=nonsens")
    assert start.startswith(b"HTTP/1.1 503 ")
    assert b"\r\nRetry-After: 5\r\n" in start
    assert b"\r\nCache-Control: no-store" in start
    assert b"\r\nContent-Security-Policy: " in start
    assert f"<h1>{TITLES[language]}</h1>" in page
    assert f'<html lang="{LANGUAGES[language].html}"' in page
    assert ('id="idle"' in page) is (mode == "kiosk")  # by which the kiosk's script knows a page of ours
    assert "nonsens" not in page


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/api/v1/search?q=protokoll", "sv"),
        ("/api/v1/search?lang=en&q=protokoll", "en"),
        ("/api/v1/suggest?q=p&lang=latt", "latt"),
        ("/api/v1/search?q=lang=en&lang=xx", "sv"),
    ],
)
def test_a_refusal_by_the_api_has_the_shape_of_an_error(refusals: Refusals, path: str, language: str) -> None:
    error = json.loads(refused(refusals, path)[1])["error"]
    assert (error["status"], error["title"]) == (503, TITLES[language])


def test_a_fragment_is_refused_by_a_fragment(refusals: Refusals) -> None:
    fragment = refused(refusals, "/sok?q=protokoll", "hx-request: true")[1]
    assert "<html" not in fragment
    assert TITLES["sv"] in fragment


def test_who_asks_for_the_head_alone_gets_the_head_alone(refusals: Refusals) -> None:
    reply = refusals.to(head("/om", method="HEAD"))
    assert reply is not None
    assert reply.endswith(b"\r\n\r\n")


def test_a_reply_is_made_once_for_all_who_ask_for_its_kind(app: Flask) -> None:
    made: list[str] = []

    def counted(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        made.append(environ["PATH_INFO"])
        return app(environ, start_response)

    refusals = Refusals(counted, "localhost")
    for path in ("/sok?q=a", "/om", "/finns-inte", "/fi/om", "/fi/sok?q=b", "/kiosk/", "/kiosk", "/kiosken", "/fika"):
        refusals.to(head(path))
    assert made == ["/sok", "/fi/sok", "/kiosk/sok"]


def test_who_watches_the_server_and_what_a_page_needs_are_not_refused(refusals: Refusals) -> None:
    paths = ("/healthz", "/readyz", "/static/portal.0.css", "/opensearch.xml")
    assert [refusals.to(head(path)) is None for path in paths] == [True, True, True, False]


@pytest.mark.parametrize(
    "sent", [b"", b"GET", b"GET /om HTTP/1.1\r\nHost: x", b"\x16\x03\x01", head("/om", method="POST")]
)
def test_what_is_no_whole_request_is_left_to_the_server(refusals: Refusals, sent: bytes) -> None:
    assert refusals.to(sent) is None


@pytest.fixture
def server(tmp_path: Path, small_generations: Path) -> Iterator[Server]:
    """The portal's server with one worker that has room for a few connections."""
    port = free_port()
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    room = ("--workers", "1", "--worker-connections", str(ROOM), "tests.portal.contended:application")
    with serving((*arguments, *room), port, tmp_path / "output", generations=small_generations) as running:
        yield running


def connections(port: int, count: int, request: bytes) -> list[socket.socket]:
    """So many connections, one after another, each with its request sent."""
    made = []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
        connection.sendall(request)
        made.append(connection)
    return made


def everything(connection: socket.socket) -> bytes:
    """What comes until the server hangs up."""
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts)


def test_of_a_queue_that_has_stood_some_are_answered_and_the_others_refused(server: Server, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    stalling = connections(server.port, 1, f"GET /contended/stall?{gate} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    with gate.open("wb"):  # opened by both: the worker stands still until it is closed
        asking = connections(server.port, QUEUE, b"GET /om HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        time.sleep(LONGEST_WAIT * 1.5)
    statuses = [connection.recv(12)[9:] for connection in asking]
    for connection in (*stalling, *asking):
        connection.close()
    assert [statuses.count(b"200"), statuses.count(b"503")] == [LATE_IN_A_ROW, QUEUE - LATE_IN_A_ROW]
    assert server.get("/om")[0] == 200


def test_who_keeps_a_connection_is_refused_like_who_is_new(server: Server, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    asking = connections(server.port, ROOM // 2, head("/healthz"))
    for connection in asking:
        assert connection.recv(12) == b"HTTP/1.1 200"
    stalling = connections(server.port, 1, head(f"/contended/stall?{gate}"))
    with gate.open("wb"):
        asking += connections(server.port, LATE_IN_A_ROW, head("/om", "Connection: close"))
        for connection in asking[: ROOM // 2]:
            connection.sendall(head("/om", "Connection: close"))
        time.sleep(LONGEST_WAIT * 1.5)
    ends = [everything(connection) for connection in asking]
    for connection in (*stalling, *asking):
        connection.close()
    assert sum(b"HTTP/1.1 503" in end for end in ends) == ROOM // 2


def test_who_holds_connections_without_asking_gives_way_the_longest_idle_first(server: Server) -> None:
    idle = connections(server.port, IDLE, b"")
    assert server.get("/om")[0] == 200
    kept = ROOM - ROOM // 10
    assert {connection.recv(1) for connection in idle[: IDLE - kept]} == {b""}
    idle[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert idle[-1].recv(12) == b"HTTP/1.1 200"
    for connection in idle:
        connection.close()
