"""The portal over HTTP with two workers, and Datasette beside it on the same entries."""

from __future__ import annotations

import http.client
import importlib.util
import os
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote

from index.answer.search import Searcher
from tests.bench.engines import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.entries import Entry

_PATIENCE = 60.0
_THREADS = 4
_SECONDS = 4.0
"""Each kind of page is asked for so long, in each of the rounds."""
_WEB_ROUNDS = 3
_KIB = 1024
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Rate:
    """What one kind of page gave in each round.

    Attributes:
        a_second: Pages a second, with the asking on the same processors.
        milliseconds: Processor time of the server for a page.
    """

    a_second: list[float] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of page: the server's port and processes, its paths, and what goes along."""

    port: int
    processes: tuple[int, ...]
    paths: tuple[str, ...]
    headers: tuple[tuple[str, str], ...] = ()


def rates(kinds: Mapping[str, Asked]) -> dict[str, Rate]:
    """Ask for each kind of page in turn, several times over."""
    found = {name: Rate() for name in kinds}
    for number in range(_WEB_ROUNDS + 1):
        for name, asked in kinds.items():
            spent, before = _processor(asked.processes), time.perf_counter()
            count = _ask(asked, _SECONDS if number else 1.0)
            if number:
                found[name].a_second.append(count / (time.perf_counter() - before))
                found[name].milliseconds.append((_processor(asked.processes) - spent) * 1000 / count)
    return found


def _ask(asked: Asked, seconds: float) -> int:
    """How many pages some threads get in so many seconds, each by a connection that it keeps."""
    counts: list[int] = []
    until = time.perf_counter() + seconds

    def ask(first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", asked.port, timeout=_PATIENCE)
        count = 0
        paths = cycle((*asked.paths[first:], *asked.paths[:first]))
        while time.perf_counter() < until:
            connection.request("GET", next(paths), headers=dict(asked.headers))
            reply = connection.getresponse()
            reply.read()
            if reply.status != http.client.OK:
                message = f"{reply.status} for one of the pages"
                raise RuntimeError(message)
            count += 1
        connection.close()
        counts.append(count)

    threads = [threading.Thread(target=ask, args=(at * len(asked.paths) // _THREADS,)) for at in range(_THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts)


def pages(port: int, server: int, queries: Sequence[str]) -> dict[str, Asked]:
    """The kinds of pages of the portal that are measured."""
    processes = tuple(workers(server))
    found = tuple(f"/sok?q={quote(query)}" for query in queries)
    return {
        "bare route (/healthz)": Asked(port, processes, ("/healthz",)),
        "search page": Asked(port, processes, found),
        "its fragment": Asked(port, processes, found, (("HX-Request", "true"),)),
        "API": Asked(port, processes, tuple(f"/api/v1/search?q={quote(query)}" for query in queries)),
    }


@contextmanager
def serving(command: Sequence[str], port: int, path: str, environment: Mapping[str, str]) -> Iterator[int]:
    """A server of its own until the block ends; its process id, once it answers at `path`."""
    process = subprocess.Popen(  # noqa: S603  (our own interpreter and our own words)
        [sys.executable, "-m", *command],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, path)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


@contextmanager
def portal(generations: Path) -> Iterator[tuple[int, int]]:
    """The portal with two workers on generations that are there; its port and its process id."""
    port = free_port()
    command = ("gunicorn", "-c", "python:portal.server.gunicorn_config", "--bind", f"127.0.0.1:{port}")
    environment = {"VAGVISAREN_GENERATIONS": str(generations), "VAGVISAREN_WORKERS": "2"}
    with serving(command, port, "/readyz", environment) as server:
        yield port, server


@contextmanager
def datasette(entries: Sequence[Entry], folder: Path, queries: Sequence[str]) -> Iterator[Asked | None]:
    """Datasette on a table of the entries with a full-text index; None where it is not installed."""
    if importlib.util.find_spec("datasette") is None:
        yield None
        return
    path, port = folder / "entries.db", free_port()
    _fill(path, entries)
    facets = "".join(f"&_facet={name}" for name in FACETS)
    paths = tuple(f"/entries/entry?_search={quote(query)}&_size=20{facets}" for query in queries)
    command = ("datasette", "serve", str(path), "--port", str(port), "--setting", "facet_time_limit_ms", "5000")
    with serving(command, port, "/-/versions.json", {}) as server:
        yield Asked(port, (server,), paths)


def _fill(path: Path, entries: Sequence[Entry]) -> None:
    database = sqlite3.connect(path)
    columns = ("title", "answer", "source", "words", *FACETS)
    database.execute(f"CREATE TABLE entry({', '.join(f'{name} TEXT' for name in columns)})")
    rows = [
        (
            entry.title,
            entry.answer,
            entry.own_words,
            " ".join(word for found in entry.words.values() for word in found),
            entry.unit,
            entry.type.value,
            entry.finding_aids[0] if entry.finding_aids else "",
            entry.access.value,
            entry.theme,
        )
        for entry in entries
    ]
    marks = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO entry VALUES ({marks})", rows)  # noqa: S608  (question marks alone)
    for name in FACETS:
        database.execute(f"CREATE INDEX by_{name} ON entry({name})")
    database.execute("CREATE VIRTUAL TABLE entry_fts USING fts5(title, answer, source, words, content='entry')")
    database.execute("INSERT INTO entry_fts(entry_fts) VALUES ('rebuild')")
    database.commit()
    database.close()


def workers(server: int) -> list[int]:
    """A server's worker processes."""
    return [int(child) for child in Path(f"/proc/{server}/task/{server}/children").read_text("ascii").split()]


def private_memory(process: int) -> float:
    """Memory in MiB that a process shares with nobody."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return (sizes["Private_Clean"] + sizes["Private_Dirty"]) / _KIB


def _processor(processes: Sequence[int]) -> float:
    """Seconds of processor that processes have used."""
    fields = (Path(f"/proc/{each}/stat").read_text("utf-8").rpartition(")")[2].split() for each in processes)
    return sum(int(each[11]) + int(each[12]) for each in fields) / _TICKS


def opening(folder: Path, times: int = 7) -> float:
    """Milliseconds, at the median, to verify and open a generation in a process that has opened one before."""
    spent = []
    for number in range(times + 1):
        before = time.perf_counter()
        Searcher(folder).close()
        if number:
            spent.append((time.perf_counter() - before) * 1000)
    return median(spent)


def wait_for(port: int, path: str, text: str = "") -> None:
    """Until a server answers 200, with some text in the answer."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            connection.request("GET", path)
            reply = connection.getresponse()
            if reply.status == http.client.OK and text in reply.read().decode():
                return
        except OSError:
            pass  # it does not listen yet
        finally:
            connection.close()
        time.sleep(0.01)
    message = "the server does not answer"
    raise TimeoutError(message)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
