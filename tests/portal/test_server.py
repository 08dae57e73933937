"""The real server as a process of its own: it answers, and its log knows no visitor."""

from __future__ import annotations

import json
import re
import signal
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import pytest

from tests.in_turn import in_turn
from tests.portal.crashing import STEPS
from tests.portal.hosts import HOSTS, NO_HOSTS
from tests.support import GUNICORN, VISITOR, Server, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASKED = "hemligfraga"
"""What a visitor writes, in an address, a header or a body: it may stand nowhere in the log."""

ALIVE = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
MALFORMED = {
    "garbage": f"{ASKED}\x00\x01\r\n\r\n".encode(),
    "no version": f"GET /sok?q={ASKED}\r\n\r\n".encode(),
    "wrong version": f"GET /sok?q={ASKED} HTTP/9.9\r\n\r\n".encode(),
    "wrong method": f"{ASKED} /?q={ASKED} HTTP/1.1\r\n\r\n".encode(),
    "header without name": f"GET / HTTP/1.1\r\n: {ASKED}\r\n\r\n".encode(),
    "header without colon": f"GET / HTTP/1.1\r\nHost: x\r\n{ASKED}\r\n\r\n".encode(),
    "header with a blank": f"GET / HTTP/1.1\r\nHost: x\r\nA b: {ASKED}\r\n\r\n".encode(),
    "header too long": b"GET / HTTP/1.1\r\nX: " + ASKED.encode() * 2000 + b"\r\n\r\n",
    "too many headers": b"GET / HTTP/1.1\r\n" + f"X: {ASKED}\r\n".encode() * 200 + b"\r\n",
    "line too long": b"GET /sok?q=" + ASKED.encode() * 1000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "wrong length": f"POST /?q={ASKED} HTTP/1.1\r\nHost: x\r\nContent-Length: {ASKED}\r\n\r\n".encode(),
    "wrong chunk": f"POST /?q={ASKED} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{ASKED}\r\n".encode(),
    "wrong coding": f"POST /?q={ASKED} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: {ASKED}\r\n\r\n".encode(),
    "wrong coding after a right one": (
        f"GET /?q={ASKED} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, {ASKED}\r\n\r\n".encode()
    ),
    "coding without an end": f"GET /?q={ASKED} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n".encode(),
    "two hosts": f"GET /?q={ASKED} HTTP/1.1\r\nHost: {ASKED}\r\nHost: y\r\n\r\n".encode(),
    "no host in its address": f"GET http://[::::::]/?q={ASKED} HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
    "a relative address": f"GET sok?q={ASKED} HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + ASKED.encode() * 20,
    "cut off": f"GET /sok?q={ASKED} HTTP/1.1\r\nHost: ".encode(),
    "PROXY": f"PROXY TCP4 {VISITOR} 127.0.0.1 1 2\r\nGET /?q={ASKED} HTTP/1.1\r\n\r\n".encode(),
}
SENTENCES = (
    r"\[INFO\] (Starting gunicorn [\d.]+|Listening at: http://127\.0\.0\.1:\d+ \(\d+\)|Using worker: [\w.]+)",
    r"\[INFO\] Booting worker with pid: \d+",
    r"\[WARNING\] a request was refused before it was read",
    r"Mappar: data: .*",
    r"Vägvisaren svarar på http://127\.0\.0\.1:\d+/.*",
)
ANSWERED = {
    "/api/v1/search?q=" + ASKED: (200, "/api/v1/search"),
    "/api/v1/suggest?q=" + ASKED: (200, "/api/v1/suggest"),
    "/api/v1/search?" + ASKED + "=1": (400, "/api/v1/search"),
    "/api/v1/search?q=800101-1234": (400, "/api/v1/search"),
    "/api/v1/entries/norrkoping-ks/heroma": (200, "/api/v1/entries/<authority>/<id_>"),
    "/api/v1/entries/norrkoping-ks/" + ASKED: (404, "/api/v1/entries/<authority>/<id_>"),
    "/api/" + ASKED: (404, ""),
    "/healthz?" + ASKED: (200, "/healthz"),
    "/readyz": (200, "/readyz"),
}
HEADERS = {
    "User-Agent": ASKED,
    "Referer": f"http://x/{ASKED}",
    "Cookie": f"a={ASKED}",
    "Authorization": f"Basic {ASKED}",
    "X-Forwarded-For": VISITOR,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, generations: Path) -> Iterator[Server]:
    """The portal as `vagvisaren serve` runs it."""
    port = free_port()
    output = tmp_path_factory.mktemp("server") / "output"
    with serving(("portal", "serve", "--port", str(port)), port, output, generations=generations) as running:
        yield running


@pytest.fixture(scope="module")
def crashing(tmp_path_factory: pytest.TempPathFactory, small_generations: Path) -> Iterator[Server]:
    """The same server with addresses that fail."""
    port = free_port()
    output = tmp_path_factory.mktemp("crashing") / "output"
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    with serving(
        (*arguments, "tests.portal.crashing:application"), port, output, generations=small_generations
    ) as running:
        yield running


def lines(server: Server) -> list[dict[str, Any]]:
    """The log's lines of requests."""
    whole = (line for line in server.written().splitlines(keepends=True) if line.endswith("\n"))
    return [json.loads(line) for line in whole if line.startswith("{")]


def failed(server: Server) -> int:
    """How many requests the log has that failed."""
    return sum(line["status"] == HTTPStatus.INTERNAL_SERVER_ERROR for line in lines(server))


def line_of(server: Server, status: int, route: str) -> dict[str, Any]:
    """The newest line of such a request; it may be written a moment after the reply was sent."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = [line for line in lines(server) if line["status"] == status and line["route"] == route]
        if found:
            return found[-1]
        time.sleep(0.01)
    raise AssertionError(server.written())


@in_turn(("path", "expected"), ANSWERED.items())
def test_a_request_is_one_line_of_json_with_route_status_and_time(
    server: Server, path: str, expected: tuple[int, str]
) -> None:
    status, _ = server.get(path, HEADERS)
    line = line_of(server, *expected)
    assert status == expected[0]
    assert sorted(line) == ["ms", "route", "status", "time"]
    assert isinstance(line["ms"], float)


def test_nothing_of_a_visitor_is_written(server: Server) -> None:
    for path, expected in ANSWERED.items():
        server.get(path, HEADERS)
        line_of(server, *expected)
    written = server.written()
    assert [word for word in (ASKED, VISITOR, "800101", "heroma", "?") if word in written] == []


@in_turn("kind", MALFORMED)
def test_a_malformed_request_leaves_nothing_of_the_visitor(server: Server, kind: str) -> None:
    server.send(MALFORMED[kind])
    server.get("/healthz")
    written = server.written()
    assert [word for word in (ASKED, VISITOR, "Traceback") if word in written] == []


@in_turn("kind", [kind for kind in MALFORMED if kind not in {"cut off", "TLS"}])  # never ended
def test_a_malformed_request_is_one_line_of_json(server: Server, kind: str) -> None:
    before = len(lines(server))
    status = int(server.send(MALFORMED[kind]).split()[1])
    server.get("/readyz")
    line_of(server, 200, "/readyz")
    assert ("", status) in [(line["route"], line["status"]) for line in lines(server)[before:]]


def test_every_line_of_the_log_is_a_request_or_one_of_a_few_sentences(server: Server) -> None:
    for raw in MALFORMED.values():
        server.send(raw)
    others = {re.sub(r"^\[.*?\] \[\d+\] ", "", line) for line in server.written().splitlines() if line[0] != "{"}
    assert [line for line in sorted(others) if not re.fullmatch("|".join(SENTENCES), line)] == []


ODD_METHODS = ("OPTIONS", "TRACE", "PROPFIND", "M-SEARCH", "PURGE", "PATCH", "DELETE", "PUT", "POST", "CONNECT")


@in_turn("method", ODD_METHODS)
@in_turn("path", ["/", "/sok?q=x", "/api/v1/search", "/healthz", "/saknas", "/static/portal.css", "*"])
def test_one_can_only_fetch(server: Server, method: str, path: str) -> None:
    answer = server.send(f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".encode())
    assert answer.split()[1] in ({b"405"} if path.startswith("/") else {b"400", b"405"})


@in_turn("kind", MALFORMED)
def test_the_answer_to_a_malformed_request_tells_nothing_of_the_program(server: Server, kind: str) -> None:
    answer = server.send(MALFORMED[kind]).decode("latin-1")
    assert [word for word in ("Traceback", ".py", "gunicorn/") if word in answer] == []


@pytest.mark.parametrize("kind", [kind for kind in MALFORMED if "coding" in kind])
def test_a_transfer_coding_that_is_not_understood_is_the_visitors_fault(server: Server, kind: str) -> None:
    assert server.send(MALFORMED[kind]).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(("hosts", "status"), [(HOSTS, b"200"), (NO_HOSTS, b"400")])
def test_every_host_is_answered_or_refused_and_never_a_failure(
    server: Server, hosts: tuple[str, ...], status: bytes
) -> None:
    asked = f"GET /kiosk/ar/sok?q={ASKED} HTTP/1.1\r\nConnection: close\r\nHost: "
    answers = {host: server.send(asked.encode() + host.encode() + b"\r\n\r\n").split()[1] for host in hosts}
    assert {host: answer for host, answer in answers.items() if answer != status} == {}
    assert ASKED not in server.written()


def test_after_malformed_requests_the_server_answers(server: Server) -> None:
    for raw in MALFORMED.values():
        server.send(raw)
    assert server.send(ALIVE).startswith(b"HTTP/1.1 200")


def test_an_address_at_the_contracts_limit_reaches_the_application(server: Server) -> None:
    path = "/api/v1/search?q="
    room = 8190 - len(f"GET {path} HTTP/1.1")
    assert server.get(path + "a" * room)[0] == 400


def test_an_address_past_the_contracts_limit_is_refused(server: Server) -> None:
    assert server.send(MALFORMED["line too long"]).split()[1] in {b"400", b"414"}


def test_the_application_answers_by_http_as_it_does_in_the_tests(server: Server) -> None:
    status, body = server.get("/api/v1/search?q=heroma")
    assert (status, json.loads(body)["hits"][0]["id"]) == (200, "heroma")


def test_a_server_does_not_tell_what_it_is_made_of(server: Server) -> None:
    head = server.send(ALIVE).partition(b"\r\n\r\n")[0].lower()
    assert b"python" not in head
    assert b"werkzeug" not in head


def test_a_crash_in_the_application_is_500_in_the_shape_of_an_error(crashing: Server) -> None:
    status, body = crashing.get(f"/api/v1/crash?q={ASKED}")
    assert (status, json.loads(body)["error"]["status"]) == (500, 500)
    assert ASKED not in body


@in_turn("step", STEPS)
def test_whatever_step_of_a_request_fails_nothing_of_the_visitor_is_written(crashing: Server, step: str) -> None:
    path = f"/crash/{step}/{ASKED}" if step == "router" else f"/crash/{step}"
    raw = f"GET {path}?q={ASKED} HTTP/1.1\r\nHost: x\r\nUser-Agent: {ASKED}\r\nConnection: close\r\n\r\n"
    answer = crashing.send(raw.encode())
    crashing.get("/healthz")
    written = crashing.written()
    assert [word for word in (ASKED, VISITOR, "Traceback") if word in written] == []
    assert ASKED.encode() not in answer
    assert "a request failed: " in written


_ENDINGS = ["interrupt", "exit", "ctrl-c", "exit-before", "exit-after"]


@in_turn("step", ["router", "before", "view", "template", "after", "error-page", "deep", *_ENDINGS])
def test_what_fails_in_the_application_is_told_on_a_page(crashing: Server, step: str) -> None:
    status, page = crashing.get(f"/crash/{step}/x?q={ASKED}" if step == "router" else f"/crash/{step}?q={ASKED}")
    assert status == 500
    assert "<h1>Något gick fel hos oss</h1>" in page


@pytest.mark.parametrize("path", [f"/api/v1/crash?q={ASKED}", f"/outside?q={ASKED}"])
def test_a_crash_is_logged_by_its_type_and_place_without_what_the_visitor_wrote(crashing: Server, path: str) -> None:
    status, _ = crashing.get(path, HEADERS)
    written = crashing.written()
    assert status == 500
    assert "ValueError" in written
    assert "crashing.py" in written
    assert [word for word in (ASKED, VISITOR) if word in written] == []


def test_a_crash_beside_every_request_is_logged_without_what_the_visitor_wrote(crashing: Server) -> None:
    crashing.get(f"/api/v1/crash-beside?q={ASKED}", HEADERS)
    line_of(crashing, 200, "/api/v1/crash-beside")
    written = crashing.written()
    assert "failed: ValueError" in written
    assert [word for word in (ASKED, VISITOR) if word in written] == []


def test_a_crash_outside_the_application_is_one_line_too(crashing: Server) -> None:
    before = len(lines(crashing))
    crashing.get(f"/outside?q={ASKED}")
    line_of(crashing, 500, "")
    assert len(lines(crashing)) == before + 1


@in_turn("step", [*_ENDINGS, "exit-outside"])
def test_what_would_end_the_program_ends_no_worker_and_has_its_line(crashing: Server, step: str) -> None:
    workers, before = crashing.written().count("Booting worker"), failed(crashing)
    status, _ = crashing.get(f"/crash/{step}?q={ASKED}")
    assert status == 500
    assert crashing.get("/healthz")[0] == 200
    assert failed(crashing) == before + 1
    assert crashing.written().count("Booting worker") == workers == 1


def test_after_a_crash_the_server_answers(crashing: Server) -> None:
    crashing.get("/outside")
    assert crashing.get("/healthz")[0] == 200


def test_a_server_that_is_told_to_stop_ends_well(tmp_path: Path, small_generations: Path) -> None:
    port = free_port()
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    with serving(arguments, port, tmp_path / "output", generations=small_generations) as running:
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(timeout=30) == 0


def test_serve_says_where_it_answers(server: Server) -> None:
    assert f"Vägvisaren svarar på http://127.0.0.1:{server.port}/" in server.written()
