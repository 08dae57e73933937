"""The pins are compared with a database of known vulnerabilities, and whoever cannot ask it says so."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests import audit_pins
from tests.test_dependencies import pins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NOBODY = "http://127.0.0.1:9/"
VULNERABLE = "flask"


def database(questions: dict[str, list[dict[str, dict[str, str]]]]) -> object:
    """A reply in the form of osv.dev's: one package has a vulnerability."""
    names = [question["package"]["name"] for question in questions["queries"]]
    return {"results": [{"vulns": [{"id": "PYSEC-0"}]} if name == VULNERABLE else {} for name in names]}


@contextmanager
def answering(reply: Callable[[dict[str, list[dict[str, dict[str, str]]]]], object]) -> Iterator[str]:
    """The address of someone who answers so."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.dumps(reply(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Nothing is written beside the test's own output."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:  # a test that fails ends too
            server.shutdown()
            thread.join()


def test_a_pin_with_a_known_vulnerability_is_named_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(database) as address:
        assert audit_pins.main(["--address", address]) == 1
    assert re.search(rf"^{VULNERABLE} [\d.]+: PYSEC-0 ", capsys.readouterr().out)


def test_pins_without_one_pass_and_every_pin_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(lambda questions: {"results": [{} for _ in questions["queries"]]}) as address:
        assert audit_pins.main(["--address", address]) == 0
    count = len(pins("requirements-dev.txt"))
    assert capsys.readouterr().out == f"{count} pins, 0 with a known vulnerability.\n"


@pytest.mark.parametrize("reply", [{}, [], {"results": []}, {"results": [None]}, {"results": 5}])
def test_an_answer_that_is_none_does_not_pass_for_a_good_one(reply: object, capsys: pytest.CaptureFixture[str]) -> None:
    with answering(lambda _questions: reply) as address:
        assert audit_pins.main(["--address", address]) == 1
    assert "NOT ASKED" in capsys.readouterr().out


@pytest.mark.parametrize(("words", "status"), [([], 1), (["--where-reachable"], 0)])
def test_where_nobody_can_be_asked_it_says_so_and_fails_unless_that_is_allowed(
    words: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit_pins.main([*words, "--address", _NOBODY]) == status
    assert "NOT ASKED" in capsys.readouterr().out
