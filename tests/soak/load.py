"""The load that the portal holds: `python -m tests.soak.load`.

Two workers, and the judged queries as visitors would ask them: as pages, as the fragments that follow typing, and by
the API. Finds the highest rate at which 99 of 100 are answered within 100 ms, keeps that rate up, and then twice it;
every reply is compared with the answer known beforehand. Requests start when they are due, whether or not others are
answered, and are timed from when they were due: a slow server does not slow the asking down.

`--new` asks what nobody has asked before, each time by a new connection: what a public address meets, since a kept
question costs half of a new one. Nothing is known beforehand then: right is what has the shape of an answer.

The asking shares the machine with the server. It is threads with bare sockets, a tenth or so of what the answers cost;
its own processor time is printed, so that the reader can tell.
"""

from __future__ import annotations

import argparse
import http.client
import queue
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from portal.settings import Settings
from tests.soak.measures import children, handles, memory, percentile, processor
from tests.support import Server, free_port, judged_queries, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

GOAL = 100.0
"""Milliseconds within which 99 of 100 requests are to be answered."""
_REFUSED = 503
_FIRST_HIT = re.compile(
    rb'"hits":\[\{"authority":"[^"]*","type":"[^"]*","id":"([^"]*)"|<h[23][^>]*>\s*<a href="([^"?]*)'
)
_WARM_UP = 2
_FEW = 300
"""Requests that warm both workers up where what is measured is new anyway."""
_SEED = 1
_THREADS = 64
_MANY_THREADS = 600
"""Where each asks by a new connection: a queue is to form at the server, not here."""
_LASTING = 60.0
"""Seconds that a rate must keep the goal before it is kept up for long: ten are over before a queue shows."""
_KEPT = 7.0
"""Seconds after which the server has closed what nobody uses: its handles are then its own."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request: its address, and whether as htmx asks for a fragment of the page."""

    path: str
    fragment: bool


@dataclass(slots=True)
class Run:
    """What came of asking at one rate: the milliseconds of answers and of refusals, and how many there were."""

    times: list[float] = field(default_factory=list)
    refusals: list[float] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def p99(self) -> float:
        """Milliseconds."""
        return percentile(self.times, 99) if self.times else float("inf")

    def held(self) -> bool:
        """Whether the goal was reached with every request answered."""
        return self.p99 <= GOAL and not self.outcomes["refused"] and not self.outcomes["wrong"]


def mix() -> list[Ask]:
    """Every judged query as a page, as a fragment and by the API, one kind after another."""
    asks = []
    for judged in judged_queries():
        prefix = "" if judged.language == "sv" else f"/{judged.language}"
        words = quote(judged.query)
        asks += [
            Ask(f"{prefix}/sok?q={words}", fragment=False),
            Ask(f"{prefix}/sok?q={words}", fragment=True),
            Ask(f"/api/v1/search?lang={judged.language}&q={words}", fragment=False),
        ]
    return asks


def new_questions() -> Iterator[Ask]:
    """Each judged query with a word of another one more, no two the same: a page, a fragment and the API by turns."""
    queries = [judged.query for judged in judged_queries() if judged.language == "sv"]
    words = sorted({word for query in queries for word in query.split()})
    random.Random(_SEED).shuffle(words)  # noqa: S311  (the same ones every time)
    kinds = cycle((("/sok", False), ("/sok", True), ("/api/v1/search", False)))
    for word in words:
        for query in queries:
            path, fragment = next(kinds)
            yield Ask(f"{path}?q={quote(f'{query} {word}')}", fragment)


class Visitors:
    """Threads that ask what is due, each by a connection of its own that it keeps while the server does."""

    def __init__(self, port: int, threads: int, new: Iterator[Ask] | None = None) -> None:
        """Ask the server at `port` what it has been asked, or what is new and by a new connection each time."""
        self._port = port
        self._threads = threads
        self._new = new
        self.known: dict[Ask, tuple[int, bytes]] = {}

    def learn(self, asks: list[Ask]) -> None:
        """Ask everything once, one after another: these answers are the right ones."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        for ask in asks:
            self.known[ask] = _answer(connection, ask)
        connection.close()

    def run(self, rate: float, seconds: float) -> Run:
        """Ask so many times a second."""
        due: queue.SimpleQueue[tuple[float, Ask] | None] = queue.SimpleQueue()
        run = Run()
        threads = [threading.Thread(target=self._ask, args=(due, run), daemon=True) for _ in range(self._threads)]
        for thread in threads:
            thread.start()
        begin = time.perf_counter()
        for number, ask in enumerate(self._new or cycle(self.known)):
            when = begin + number / rate
            if when - begin >= seconds:
                break
            time.sleep(max(0.0, when - time.perf_counter()))
            due.put((when, ask))
        for _ in threads:
            due.put(None)
        for thread in threads:
            thread.join()
        return run

    def _ask(self, due: queue.SimpleQueue[tuple[float, Ask] | None], run: Run) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        while (given := due.get()) is not None:
            when, ask = given
            if self._new:
                connection.close()
            try:
                got = _answer(connection, ask)
            except (OSError, http.client.HTTPException):
                connection.close()
                run.outcomes["refused"] += 1
                continue
            took = (time.perf_counter() - when) * 1000
            if got[0] == _REFUSED:
                run.refusals.append(took)
                run.outcomes["refused"] += 1
                continue
            run.times.append(took)
            is_right = got[0] == http.HTTPStatus.OK if self._new else got == self.known[ask]
            run.outcomes["right" if is_right else "wrong"] += 1
        connection.close()


def _answer(connection: http.client.HTTPConnection, ask: Ask) -> tuple[int, bytes]:
    """Status and first hit."""
    connection.request("GET", ask.path, headers={"HX-Request": "true"} if ask.fragment else {})
    reply = connection.getresponse()
    found = _FIRST_HIT.search(reply.read())
    return reply.status, (found[1] or found[2]) if found else b""


def highest_rate(visitors: Visitors, seconds: float) -> float:
    """Double the rate until the goal is missed, halve the distance four times, and go down to what lasts a minute."""
    low, high = 0.0, 20.0
    while visitors.run(high, seconds).held():
        low, high = high, high * 2
    for _ in range(4):
        middle = (low + high) / 2
        if visitors.run(middle, seconds).held():
            low = middle
        else:
            high = middle
    while low and not visitors.run(low, _LASTING).held():
        low *= 0.9
    return low


def tell(what: str, rate: float, run: Run) -> None:
    """Print the figures of a run."""
    some, refusals = run.times or [0.0], run.refusals or [0.0]
    print(
        f"{what}: {rate:.0f} a second, {sum(run.outcomes.values())} requests, median {percentile(some, 50):.1f} ms, "
        f"p99 {percentile(some, 99):.1f}, max {max(some):.1f}; "
        + ", ".join(f"{run.outcomes[name]} {name}" for name in ("right", "refused", "wrong"))
        + f"; refusals median {percentile(refusals, 50):.1f} ms, max {max(refusals):.1f}",
        flush=True,
    )


def told_run(what: str, server: Server, visitors: Visitors, rate: float, seconds: float) -> Run:
    """Ask at a rate, and print the figures, with what a request took of the workers' processors."""
    workers = children(server.process.pid)
    before = sum(processor(pid) for pid in workers)
    run = visitors.run(rate, seconds)
    spent = sum(processor(pid) for pid in workers) - before
    tell(what, rate, run)
    print(
        f"{what}: a request took {spent * 1000 / max(1, sum(run.outcomes.values())):.1f} ms of the workers' processors"
    )
    return run


def tell_resources(what: str, server: Server) -> list[float]:
    """Print the workers' memory and handles; the memory that each has to itself."""
    private = []
    for pid in children(server.process.pid):
        whole, own = memory(pid)
        private.append(own)
        print(f"{what}: worker {pid} {whole:.1f} MiB, {own:.1f} its own, {handles(pid)} handles", flush=True)
    return private


def main() -> int:
    """Find the rate, keep it up, and double it; 1 where an answer was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600, help="at the highest rate")
    parser.add_argument("--twice", type=float, default=120, help="seconds at twice that")
    parser.add_argument("--rate", type=float, default=0, help="requests a second; 0 to look for the highest")
    parser.add_argument("--search", type=float, default=10, help="seconds at each rate that is tried")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--new", action="store_true", help="ask what is new, by new connections; needs --rate")
    arguments = parser.parse_args()
    threads = arguments.threads or (_MANY_THREADS if arguments.new else _THREADS)
    port = free_port()
    settings: dict[str, str | Path] = {"workers": "2", "generations": Settings.read().generations}
    command = ("portal", "serve", "--port", str(port))
    with tempfile.TemporaryDirectory() as folder, serving(command, port, Path(folder) / "output", **settings) as server:
        visitors = Visitors(port, threads, new_questions() if arguments.new else None)
        for _ in range(_WARM_UP):
            visitors.learn(mix()[: _FEW if arguments.new else None])
        what = "new requests" if arguments.new else f"{len(visitors.known)} different requests"
        print(f"{what}; asked by {threads} threads on the same processors")
        rate = arguments.rate or highest_rate(visitors, arguments.search)
        if not rate:
            print("no rate was found that keeps the goal: the machine does something else")
            return 1
        before, spent = tell_resources("before", server), time.process_time()
        calm = told_run("at the highest rate", server, visitors, rate, arguments.seconds)
        print(f"the asking itself took {(time.process_time() - spent) / arguments.seconds:.0%} of a processor")
        time.sleep(_KEPT)
        after = tell_resources("after", server)
        print(f"memory of their own, after to before: {sum(after) / sum(before) - 1:+.1%}")
        hard = told_run("at twice that", server, visitors, 2 * rate, arguments.twice)
        time.sleep(_KEPT)
        last = tell_resources("after that", server)
        print(f"memory of their own, after it all to before: {sum(last) / sum(before) - 1:+.1%}")
        return 1 if calm.outcomes["wrong"] or hard.outcomes["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
