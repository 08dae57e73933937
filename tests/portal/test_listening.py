"""Where a server answers: it is looked at first, said in a sentence where it cannot, and told once it does."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from portal.cli.listening import bound_to, why_not
from tests.support import REPOSITORY, environment, free_port, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1:8000"),
        ("localhost", "localhost:8000"),
        ("::1", "[::1]:8000"),
        ("[::1]", "[::1]:8000"),
        ("::", "[::]:8000"),
        ("2001:db8::a", "[2001:db8::a]:8000"),
    ],
)
def test_an_address_of_many_colons_stands_in_brackets(host: str, address: str) -> None:
    assert bound_to(host, 8000) == address


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "::1", "[::1]"])  # noqa: S104  (what an operator may write)
def test_where_nobody_answers_a_server_can(host: str) -> None:
    assert why_not(host, free_port()) == ""


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("192.0.2.1", "ingen sådan adress"),
        ("2001:db8::a", "ingen sådan adress"),
        ("saknas.invalid", "ingen adress"),
        ("fe80::1%eth0", "ingen adress"),
        ("a" * 300, "adress"),
        ("a..b", "adress"),
        ("http://localhost", "adress"),
    ],
)
def test_where_a_server_cannot_answer_is_told_with_what_to_do(host: str, reason: str) -> None:
    told = why_not(host, free_port())
    assert reason in told
    assert "--host" in told


def test_serve_where_another_answers_says_so_and_not_that_it_answers(tmp_path: Path) -> None:
    with socket.socket() as other:
        port = free_port()
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        done = run("serve", "--port", str(port), generations=tmp_path)
    assert done.returncode == 1
    assert "Vägvisaren svarar" not in done.stdout
    assert done.stderr.startswith(f"Servern kan inte svara på 127.0.0.1:{port}. Något annat svarar redan där.")


def test_serve_answers_at_an_address_of_ipv6_and_says_where(generations: Path) -> None:
    port = free_port()
    server = subprocess.Popen(  # noqa: S603  (our own interpreter and our own words)
        [sys.executable, "-m", "portal", "serve", "--host", "::1", "--port", str(port)],
        cwd=REPOSITORY,
        env=environment(generations=generations, workers="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout
        assert any(line.startswith(f"Vägvisaren svarar på http://[::1]:{port}/") for line in server.stdout)
        with socket.create_connection(("::1", port), timeout=30) as connection:
            connection.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
            assert connection.recv(15) == b"HTTP/1.0 200 OK"
    finally:
        server.terminate()
        server.communicate(timeout=30)
