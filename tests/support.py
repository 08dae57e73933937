"""What several tests need: the command as a process of its own, data to break, a server to ask."""

from __future__ import annotations

import atexit
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.kinds import EntryType
from index.measure.evaluate import read_table
from tests.forked import Forked, command

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.model import Description
    from index.measure.evaluate import Judged

REPOSITORY = Path(__file__).resolve().parents[1]
DATA = REPOSITORY / "data"
EXAMPLE = REPOSITORY / "tests" / "valid"
GUIDANCE = Path("descriptions") / "norrkoping-ks" / "vagledning.toml"

VISITOR = "127.0.0.77"
"""Where requests to a server come from: not the address that it says it listens on."""

GUNICORN = ("gunicorn", "-c", "python:portal.server.gunicorn_config")
"""What ``portal serve`` becomes, once it has gone through the data and built what was missing."""

_PATIENCE = 90.0
_PORTS = range(20_000, 32_000)


def environment(**settings: str | Path) -> dict[str, str]:
    """The process's environment with these settings of ours and no others: ``data=…`` is ``VAGVISAREN_DATA``."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("VAGVISAREN_")}
    return inherited | {f"VAGVISAREN_{key.upper()}": str(value) for key, value in settings.items()}


def run(*arguments: str, **settings: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, in a process of its own."""
    return command().run(arguments, environment(**settings))


def copy_data(folder: Path) -> Path:
    """The checkout's data in a folder of its own, to be changed."""
    for name in ("descriptions", "general"):
        shutil.copytree(DATA / name, folder / name)
    shutil.copy(DATA / "portal.toml", folder)
    return folder


def copy_example(folder: Path, general: Path = EXAMPLE / "general") -> Path:
    """A second, invented authority beside what the folder already has; it has a record with a former id."""
    shutil.copytree(EXAMPLE / "exempel-namnd", folder / "descriptions" / "exempel-namnd")
    shutil.copytree(general, folder / "general", dirs_exist_ok=True)
    return folder


def with_everyday_word(description: Description, word: str) -> Description:
    """The description with one everyday word more, as an editor would add it."""
    record = next(each for each in description.guidance.values() if each.type is EntryType.RECORD_TYPE)
    words = {**record.words, "sv": (*record.words.get("sv", ()), word)}
    return replace(description, guidance={**description.guidance, record.id: replace(record, words=words)})


FRESH = ("fresh", "untouched", "forty")
"""The tables written by eyes that had seen neither rules nor words: long questions, hard on purpose."""


def judged_queries() -> list[Judged]:
    """Every judged query of the checkout, but those of the fresh tables."""
    tables = sorted((REPOSITORY / "tests" / "queries").glob("*.tsv"))
    return [each for path in tables if path.stem not in FRESH for each in read_table(path)]


def fresh_queries() -> list[Judged]:
    """Those of the fresh tables."""
    return [each for name in FRESH for each in read_table(REPOSITORY / "tests" / "queries" / f"{name}.tsv")]


def free_port() -> int:
    """A port that nobody listens on, and that no other process of these tests is given while this one runs.

    It is claimed by a UDP socket of the same number, kept until this process ends; TCP knows nothing of that. It lies
    below those that the system itself hands out, so that no connection to elsewhere takes it in the meantime.
    """
    for port in _PORTS:
        claim = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            claim.bind(("127.0.0.1", port))
            with socket.socket() as listener:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind(("127.0.0.1", port))
        except OSError:
            claim.close()
        else:
            atexit.register(claim.close)
            return port
    raise AssertionError("there is no free port")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, what it writes, and ways to ask it."""

    port: int
    process: subprocess.Popen[bytes] | Forked
    output: Path

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
        """Ask by HTTP; the reply's status and text."""
        source = (VISITOR, 0)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE, source_address=source)
        try:
            connection.request("GET", path, headers=headers or {})
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def send(self, raw: bytes) -> bytes:
        """Send bytes that need not be HTTP; all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), _PATIENCE, (VISITOR, 0)) as connection:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            try:
                while part := connection.recv(65536):
                    answer += part
            except ConnectionResetError:
                pass  # it may hang up on what it does not read to the end
            return answer

    def written(self) -> str:
        """All that it has written so far, to both streams."""
        return self.output.read_text(encoding="utf-8")


@contextmanager
def serving(
    arguments: Sequence[str], port: int, output: Path, checkout: Path = REPOSITORY, /, **settings: str | Path
) -> Iterator[Server]:
    """Run a server of ours until the block ends; it is stopped as an operator would stop it.

    Gunicorn of this checkout is forked from a process that has imported it; whatever else is started anew.
    """
    own = environment(**{"workers": "1", **settings})
    with output.open("wb") as file:
        process = (
            command().start(arguments[1:], own, output)
            if arguments[0] == GUNICORN[0] and checkout == REPOSITORY
            else subprocess.Popen(  # noqa: S603  (our own interpreter and our own words)
                [sys.executable, "-m", *arguments], cwd=checkout, env=own, stdout=file, stderr=subprocess.STDOUT
            )
        )
    server = Server(port, process, output)
    try:
        _wait_until_it_answers(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _wait_until_it_answers(server: Server) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        assert server.process.poll() is None, server.written()
        try:
            server.get("/healthz")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(server.written())
