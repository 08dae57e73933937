"""More is asked than can be answered: who has waited for long is refused at once, and told so in words."""

from __future__ import annotations

import os
import socket
import time
from itertools import repeat
from typing import TYPE_CHECKING

import pytest

from portal.languages import LANGUAGES
from portal.modes import MODES
from portal.server import OVERLOADED
from portal.server.overload import LATE_IN_A_ROW, LONGEST_WAIT, Overload, waited
from portal.services.services import services_of
from portal.web.urls import prefixed
from tests.support import Server, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

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


def refused(client: FlaskClient, path: str, headers: dict[str, str] | None = None) -> TestResponse:
    """The reply to a request that the worker has marked."""
    return client.get(path, headers=headers, environ_overrides={OVERLOADED: True})


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
    overload = Overload(lambda _environ, _start: [])
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
        assert [waited(one), waited(None)] == [0, 0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
def test_the_page_of_a_refusal_says_so_in_the_language_and_mode_that_were_asked_for(
    client: FlaskClient, mode: str, language: str
) -> None:
    path = prefixed("/sok", language, mode)
    for reply in repeat(refused(client, f"{path}?q=nonsens"), 2):  # the first is made, and those after it are copies
        page = reply.get_data(as_text=True)
        assert (reply.status_code, reply.mimetype) == (503, "text/html")
        assert (reply.headers["Retry-After"], reply.headers["Cache-Control"]) == ("5", "no-store")
        assert f"<h1>{TITLES[language]}</h1>" in page
        assert f'<html lang="{LANGUAGES[language].html}"' in page
        assert ('id="idle"' in page) is (mode == "kiosk")  # by which the kiosk's script knows a page of ours
        assert "nonsens" not in page


def test_a_refusal_by_the_api_has_the_shape_of_an_error(client: FlaskClient) -> None:
    reply = refused(client, "/api/v1/search?q=protokoll&lang=en")
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "5")
    assert reply.get_json()["error"]["title"] == TITLES["en"]


def test_a_fragment_is_refused_by_a_fragment(client: FlaskClient) -> None:
    whole = refused(client, "/sok?q=protokoll").get_data(as_text=True)
    fragment = refused(client, "/sok?q=protokoll", {"HX-Request": "true"}).get_data(as_text=True)
    assert "<html" in whole
    assert "<html" not in fragment
    assert TITLES["sv"] in fragment


def test_a_copy_offers_no_one_the_language_of_another(client: FlaskClient) -> None:
    pages = [refused(client, "/om", {"Accept-Language": name}).get_data(as_text=True) for name in ("ar", "fi", "ar")]
    assert pages[0] == pages[2] != pages[1]


def test_a_compressed_refusal_and_one_that_is_not_say_the_same(client: FlaskClient) -> None:
    compressed = refused(client, "/telefon/om", {"Accept-Encoding": "gzip"})
    assert compressed.headers["Content-Encoding"] == "gzip"
    assert TITLES["sv"] in refused(client, "/telefon/om").get_data(as_text=True)


def test_who_watches_the_server_and_what_a_page_needs_are_not_refused(app: Flask, client: FlaskClient) -> None:
    needed = ("/healthz", "/readyz", services_of(app).static_files.url("portal.css"))
    assert [refused(client, path).status_code for path in (*needed, "/opensearch.xml")] == [200, 200, 200, 503]


@pytest.fixture
def server(tmp_path: Path, generations: Path) -> Iterator[Server]:
    """The portal's server with one worker that has room for a few connections."""
    port = free_port()
    arguments = ("gunicorn", "-c", "python:portal.server.gunicorn_config", "--bind", f"127.0.0.1:{port}")
    room = ("--workers", "1", "--worker-connections", str(ROOM), "tests.portal.contended:application")
    with serving((*arguments, *room), port, tmp_path / "output", generations=generations) as running:
        yield running


def connections(port: int, count: int, request: bytes) -> list[socket.socket]:
    """So many connections, one after another, each with its request sent."""
    made = []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
        connection.sendall(request)
        made.append(connection)
    return made


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


def test_who_holds_connections_without_asking_gives_way_the_longest_idle_first(server: Server) -> None:
    idle = connections(server.port, IDLE, b"")
    assert server.get("/om")[0] == 200
    kept = ROOM - ROOM // 10
    assert {connection.recv(1) for connection in idle[: IDLE - kept]} == {b""}
    idle[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert idle[-1].recv(12) == b"HTTP/1.1 200"
    for connection in idle:
        connection.close()
