"""Whether slow and idle clients stop others: `python -m tests.soak.slow_clients`.

A real server with two workers; one visitor after another asks it, first alone, then beside 4,000 idle connections,
clients that send a letter now and then (slowloris), clients that never take their replies, and clients that ask again
as soon as they are answered.
"""

from __future__ import annotations

import argparse
import http.client
import socket
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from portal.settings import Settings
from tests.soak.measures import percentile
from tests.support import free_port, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATHS = ("/sok?q=protokoll", "/", "/api/v1/search?q=personalakt", "/sok?q=l%C3%B6nespec")
_HEAD = b"GET /sok?q=protokoll HTTP/1.1\r\nHost: localhost\r\n"
_LONG = b"GET /norrkoping-ks/beskrivning HTTP/1.1\r\nHost: localhost\r\n\r\n" * 2
_INSATIABLE = 64
_ONE = 0.001
"""Seconds in which one visitor begins to ask."""
_SETTLED = 5.0
"""Seconds after which those who came have been answered as far as they take it."""


class Clients:
    """Connections that hold on, and are made again when the server hangs up."""

    def __init__(self, port: int, count: int, greeting: bytes, letters: bytes) -> None:
        """Hold `count` connections, each with this greeting and then a letter a second."""
        self._port = port
        self._greeting = greeting
        self._letters = letters
        self._held = [self._connect() for _ in range(count)]
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._keep, daemon=True)
        self.again = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stopped.set()
        self._thread.join()
        for held in self._held:
            held.close()

    def _connect(self) -> socket.socket:
        made = socket.socket()
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        made.connect(("127.0.0.1", self._port))
        made.sendall(self._greeting)
        made.setblocking(False)  # noqa: FBT003  (the socket's own)
        return made

    def _keep(self) -> None:
        while not self._stopped.wait(1.0):
            for at, held in enumerate(self._held):
                if not self._is_open(held):
                    held.close()
                    self._held[at] = self._connect()
                    self.again += 1

    def _is_open(self, held: socket.socket) -> bool:
        try:
            if self._letters:
                held.send(self._letters)
            return self._greeting == _LONG or held.recv(1) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False


class Insatiable:
    """Connections on which a question follows each answer at once."""

    def __init__(self, port: int, count: int) -> None:
        """Hold `count` of them, a thread each."""
        self._port = port
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=self._ask, daemon=True) for _ in range(count)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def _ask(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        while not self._stopped.is_set():
            connection.request("GET", _PATHS[0])
            connection.getresponse().read()
        connection.close()


class Visits(NamedTuple):
    """Milliseconds of each visit, and how many of them were told that too many ask."""

    times: list[float]
    refused: int


def ask(port: int, seconds: float) -> Visits:
    """Ask one thing after another, each by a connection of its own."""
    times: list[float] = []
    refused = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        before = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", _PATHS[len(times) % len(_PATHS)])
        reply = connection.getresponse()
        reply.read()
        connection.close()
        refused += reply.status == http.HTTPStatus.SERVICE_UNAVAILABLE
        if reply.status not in {http.HTTPStatus.OK, http.HTTPStatus.SERVICE_UNAVAILABLE}:
            message = f"a visitor was answered {reply.status}"
            raise SystemExit(message)
        times.append((time.perf_counter() - before) * 1000)
        time.sleep(0.02)
    return Visits(times, refused)


def tell(what: str, visits: Visits, more: str = "") -> None:
    """Print the figures."""
    times = visits.times
    median, most = percentile(times, 50), percentile(times, 99)
    print(
        f"{what}: {len(times)} visits, {visits.refused} refused, median {median:.1f} ms, p99 {most:.1f}, "
        f"max {max(times):.1f}{more}",
        flush=True,
    )


@contextmanager
def nobody(_port: int) -> Iterator[None]:
    """No other client."""
    yield


def main() -> int:
    """Ask beside each kind of client."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--connections", type=int, default=4000)
    arguments = parser.parse_args()
    count, port = arguments.connections, free_port()
    kinds: dict[str, Callable[[int], object]] = {
        "alone": nobody,
        f"beside {count} idle connections": lambda at: Clients(at, count, b"", b""),
        f"beside {count} that send a letter a second": lambda at: Clients(at, count, _HEAD, b"a"),
        f"beside {count // 10} that take no reply": lambda at: Clients(at, count // 10, _LONG, b""),
        f"beside {_INSATIABLE} that ask again at once": lambda at: Insatiable(at, _INSATIABLE),
        "alone again": nobody,
    }
    command = ("portal", "serve", "--port", str(port))
    settings: dict[str, str | Path] = {"workers": "2", "generations": Settings.read().generations}
    with tempfile.TemporaryDirectory() as folder, serving(command, port, Path(folder) / "output", **settings):
        for what, clients in kinds.items():
            with clients(port) as held:  # type: ignore[attr-defined]  # both kinds are managers
                first = ask(port, _ONE).times[0]
                time.sleep(_SETTLED)  # to come is over in a moment: what is measured then is that they stay
                visits = ask(port, arguments.seconds)
            again = f", {held.again} connections made again" if isinstance(held, Clients) else ""
            tell(what, visits, f"{again}; the first, as they came: {first:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
