"""The worker between visitors: who does not take a reply is hung up on, and who asks much at once takes turns."""

from __future__ import annotations

import http.client
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from threading import Event
from typing import TYPE_CHECKING

import pytest

from tests.portal.contended import PIECE, PIECES
from tests.support import GUNICORN, Server, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30.0
WHOLE = len(PIECE) * PIECES
AT_ONCE = 20
REGULARS, NEWCOMERS = 30, 30


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, small_generations: Path) -> Iterator[Server]:
    """The portal's server with one worker, which hangs up after two seconds."""
    port, output = free_port(), tmp_path_factory.mktemp("worker") / "output"
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    worker = ("--worker-class", "tests.portal.contended.HurriedWorker", "tests.portal.contended:application")
    with serving((*arguments, *worker), port, output, generations=small_generations) as running:
        yield running


def asking(server: Server, *names: str) -> socket.socket:
    """A connection on which all that has been asked at once, the last with a goodbye; nothing has been taken."""
    connection = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
    heads = [f"GET /contended/{name} HTTP/1.1\r\nHost: x\r\n" for name in names]
    connection.sendall("\r\n".join([*heads, "Connection: close\r\n\r\n"]).encode())
    return connection


def taken(connection: socket.socket) -> int:
    """How many bytes come until the server hangs up."""
    count = 0
    try:
        while part := connection.recv(1 << 20):
            count += len(part)
    except ConnectionResetError:
        pass  # it hangs up on what it has not read, too
    return count


def list_of(server: Server, what: str) -> list[str]:
    """What the application remembers: another visitor's question, answered."""
    status, names = server.get(f"/contended/{what}")
    assert status == 200
    return names.split()


def wait_until_ended(server: Server, name: str) -> str:
    """How a long reply ended, once it has; the others ask meanwhile, and are answered."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for how in ("cut-off", "whole"):
            if f"{name}:{how}" in list_of(server, "ended"):
                return how
        time.sleep(0.05)
    raise AssertionError(server.written())


def test_who_does_not_take_a_reply_is_hung_up_on_while_others_are_answered(server: Server) -> None:
    with asking(server, "large-1", "after-1") as connection:
        assert [ended for ended in list_of(server, "ended") if ended.startswith("large-1")] == []
        assert wait_until_ended(server, "large-1") == "cut-off"
        assert 0 < taken(connection) < WHOLE
    assert "after-1" not in list_of(server, "order")


def test_who_takes_a_reply_gets_the_whole_of_it_and_the_next_one(server: Server) -> None:
    with asking(server, "large-2", "after-2") as connection:
        assert taken(connection) > WHOLE
    assert wait_until_ended(server, "large-2") == "whole"
    assert "after-2" in list_of(server, "order")


def test_a_visitor_who_is_hung_up_on_is_no_failure_in_the_log(server: Server) -> None:
    with asking(server, "large-3"):
        assert wait_until_ended(server, "large-3") == "cut-off"
    server.get("/healthz")
    assert [word for word in ("Traceback", "failed", "ERROR") if word in server.written()] == []


def test_who_asks_many_questions_at_once_waits_for_the_others_after_each(server: Server) -> None:
    many, others = ["hold", *["a"] * AT_ONCE], ["release", *["b"] * AT_ONCE]
    # "hold" is answered after "release": by then all questions of both are in the server's hands.
    with asking(server, *many) as one, asking(server, *others) as another:
        taken(one)
        taken(another)
    order = [name for name in list_of(server, "order") if name in {*many, *others}]
    assert sorted(order) == sorted(many + others)
    both = order[2:-2]  # at the ends there may be no one to wait for
    ahead = list(accumulate(1 if name == "a" else -1 for name in both))
    assert max(ahead) - min(ahead) <= 2  # in each round each has a turn, whoever is first in it


@pytest.fixture
def two_workers(tmp_path: Path, small_generations: Path) -> Iterator[Server]:
    """The portal with two workers, each of which takes one new connection in a round."""
    port = free_port()
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    with serving(arguments, port, tmp_path / "output", generations=small_generations, workers="2") as running:
        yield running


def ask_until(port: int, done: Event) -> int:
    """Ask again and again on one connection; how often it was answered."""
    connection, answered = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), 0
    while not done.is_set():
        connection.request("GET", "/sok?q=protokoll")
        connection.getresponse().read()
        answered += 1
    connection.close()
    return answered


def test_those_who_come_do_not_wait_for_those_who_ask_again_and_again(two_workers: Server) -> None:
    port, done = two_workers.port, Event()
    with ThreadPoolExecutor(REGULARS) as pool:
        regulars = [pool.submit(ask_until, port, done) for _ in range(REGULARS)]
        try:
            newcomers = [socket.create_connection(("127.0.0.1", port), PATIENCE) for _ in range(NEWCOMERS)]
            for newcomer in newcomers:
                newcomer.sendall(b"GET /sok?q=protokoll HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            for newcomer in newcomers:
                with newcomer:
                    assert taken(newcomer)
        finally:
            done.set()
    # Each gave way to each: not one round of all regulars for every newcomer that a worker takes in. That were 2,700
    # answers; 60 are usual, and some 400 on a machine with much else to do, where a turn ends by its clock.
    assert sum(regular.result() for regular in regulars) < REGULARS * NEWCOMERS
