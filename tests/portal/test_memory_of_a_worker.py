"""A running worker's memory, looked through as an intruder would: nothing of a question is left after others."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.portal.memory import found_in
from tests.support import free_port, fresh_queries, judged_queries, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support import Server

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")]

ASKED = {
    "a phrase": "kvastfening mullvadsson",
    "a passport's number": "XK7391846",
    "an address": "lavendelstigen 4471b",
    "a name": "zebrafinkenberg",
    "an e-mail address": "fru.grävling@exempel.se",
    "a telephone": "0708817263",
    "an identity number": "19121212-1212",
    "an invoice": "8012017781",
    "in Arabic": "\u0645\u0644\u0641 \u0632\u0631\u0627\u0641\u0629",
    "an emoji": "akt \U0001f99a 77120",
}
DOORS = ("/sok?q=", "/telefon/sok?q=", "/kiosk/sok?q=", "/api/v1/search?q=", "/api/v1/suggest?q=", "/begar-ut?vad=")
OTHERS = 250
"""Questions of other visitors. A busy worker answers as many in a second."""
ROUNDS = 6
"""What is kept stays however much others ask; what was given back lies there until something takes the same place."""
SCRIPTS = ("", " \u0628\u0631\u0648\u062a\u0648\u0643\u0648\u0644", " \U0001f4dc", " info@exempel.se", " 011-15 00 00")
"""What some of them write too: texts in other letters take other places in the memory."""


@pytest.fixture(scope="module")
def server(generations: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal as it is run, with one worker."""
    port, output = free_port(), tmp_path_factory.mktemp("server") / "output"
    with serving(["portal", "serve", "--port", str(port)], port, output, generations=generations) as running:
        yield running


def worker_of(server: Server) -> int:
    """The process that answers."""
    listed = subprocess.run(  # noqa: S603  (our own words)
        ["/usr/bin/pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=True
    )
    return int(listed.stdout)


@pytest.fixture(scope="module")
def left(server: Server) -> tuple[set[str], set[str]]:
    """What of the questions stands in the memory at once, and after others have asked theirs."""
    worker = worker_of(server)
    for door in DOORS:
        for question in ASKED.values():
            server.get(f"{door}{quote(question)}")
    at_once = found_in(worker, ASKED.values())
    left_over = at_once
    for number, judged in enumerate([*judged_queries(), *fresh_queries()][: OTHERS * ROUNDS]):
        server.get(f"{DOORS[number % len(DOORS)]}{quote(judged.query + SCRIPTS[number % len(SCRIPTS)])}")
        if number % OTHERS == OTHERS - 1 and not (left_over := found_in(worker, ASKED.values())):
            break
    return at_once, left_over


def test_the_search_of_the_memory_finds_what_is_there(left: tuple[set[str], set[str]]) -> None:
    assert left[0]


@pytest.mark.parametrize("text", ASKED.values(), ids=ASKED)
def test_nothing_of_a_question_is_left_after_others(left: tuple[set[str], set[str]], text: str) -> None:
    assert text not in left[1]
