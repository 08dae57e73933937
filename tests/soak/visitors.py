"""Visitors who ask a running server all the time, and know every right answer."""

from __future__ import annotations

import http.client
import itertools
import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from data.model import Description
from index.build.builder import build
from portal.app import create_app
from portal.settings import Settings
from tests.support import GUNICORN, free_port, serving, with_everyday_word

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.support import Server

_PATIENCE = 60.0
"""Seconds until a server that does not answer, or a worker that does not switch, is given up."""
_IN_A_ROW = 20
"""Replies of one generation after which both workers have it: had one not, half of them would be of another."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A description as it is after one edit, the generation it gives, and every right answer from it.

    Attributes:
        answers: The body by path and entity tag; the tag is of the generation that the reply says it is made from, and
            empty where nobody is to keep the reply.
    """

    description: Description
    digest: str
    answers: dict[tuple[str, str], bytes]


def variants(description: Description, folder: Path, count: int, port: int) -> list[Variant]:
    """Edits of a description, each built in a folder of its own and asked without a server."""
    words = [f"ordklyveri{letter}" for letter in "abcdefgh"[:count]]
    paths = [
        *(f"/api/v1/search?q={word}" for word in words),
        "/api/v1/search?q=var+finns+protokoll",
        "/api/v1/entries",
        f"/sok?q={words[0]}",
        f"/{description.id}/",
    ]
    return [_variant(with_everyday_word(description, word), folder / word, paths, port) for word in words]


def _variant(description: Description, root: Path, paths: list[str], port: int) -> Variant:
    digest = build(root, [description]).name
    client = create_app(Settings(generations=root)).test_client()
    answers = {}
    for path in paths:
        reply = client.get(path, base_url=f"http://127.0.0.1:{port}")
        assert reply.status_code == 200, path
        answers[path, reply.headers.get("ETag", "")] = reply.data
    return Variant(description, digest, answers)


def gunicorn(root: Path, port: int, output: Path) -> AbstractContextManager[Server]:
    """The portal with two workers on the generations in `root`, without a build before."""
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    return serving(arguments, port, output, generations=root, workers="2")


class Visitors:
    """Threads that ask one question after another, and compare every answer.

    Attributes:
        answered: How many right answers each generation gave that no other one gives.
        wrong: What was not answered, or not rightly.
    """

    def __init__(self, port: int, right: list[Variant], threads: int = 2, pause: float = 0.0) -> None:
        """Who they ask, what is right, and how many seconds each waits before the next question."""
        self.answered: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._port, self._pause = port, pause
        self._right: dict[tuple[str, str, bytes], set[str]] = {}
        for variant in right:
            for (path, tag), body in variant.answers.items():
                self._right.setdefault((path, tag, body), set()).add(variant.digest)
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._ask_on) for _ in range(threads)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def wait_for(self, digest: str) -> None:
        """Until every worker answers from a generation."""
        in_a_row, end = 0, time.monotonic() + _PATIENCE
        while in_a_row < _IN_A_ROW:
            assert time.monotonic() < end, f"{digest} was not taken up"
            body = _get(self._port, "/readyz")[2]
            in_a_row = in_a_row + 1 if f'"generation":"{digest}"'.encode() in body else 0
            time.sleep(0.02)

    def _ask_on(self) -> None:
        paths = itertools.cycle(sorted({path for path, _, _ in self._right}))
        while not self._ended.wait(self._pause):
            path = next(paths)
            try:
                status, tag, body = _get(self._port, path)
            except (OSError, http.client.HTTPException) as error:
                self._note(set(), f"{path}: {type(error).__name__}")
            else:
                digests = self._right.get((path, tag, body), set()) if status == 200 else set()
                self._note(digests, f"{path}: {status}, {len(body)} bytes with the tag {tag!r}")

    def _note(self, digests: set[str], otherwise: str) -> None:
        with self._lock:
            if not digests:
                self.wrong.append(otherwise)
            elif len(digests) == 1:
                self.answered.update(digests)


def _get(port: int, path: str) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.headers.get("ETag", ""), response.read()
    finally:
        connection.close()


def a_port() -> int:
    """A port for the server: it is part of the right answers, whose addresses are whole."""
    return free_port()
