"""How soon the portal answers when it is started, and how soon an edit is live."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.web import free_port, serving, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.settings import Settings

_TIMES = 3
_WORDS = ("qvxordett", "qvxordtva", "qvxordtre")
"""Words that no description has."""


def start_and_edit(settings: Settings, folder: Path) -> tuple[float, float]:
    """Seconds, at the median, until `serve` answers on a built generation, and until an edited word is found.

    The edit is one everyday word in a copy of the data, followed by ``vagvisaren index``, which is timed too.
    """
    data = folder / "data"
    shutil.copytree(settings.data, data)
    environment = {"VAGVISAREN_DATA": str(data), "VAGVISAREN_GENERATIONS": str(folder / "generations")}
    _index(environment)
    starts = []
    for _ in range(_TIMES):
        before = time.perf_counter()
        with _portal(environment):
            starts.append(time.perf_counter() - before)
    edits = []
    with _portal(environment) as port:
        for word in _WORDS:
            before = time.perf_counter()
            _edit(data, word)
            _index(environment)
            wait_for(port, f"/api/v1/search?q={word}", '"coverage":"full"')
            edits.append(time.perf_counter() - before)
    return median(starts), median(edits)


@contextmanager
def _portal(environment: dict[str, str]) -> Iterator[int]:
    port = free_port()
    with serving(("portal", "serve", "--port", str(port)), port, "/healthz", environment):
        yield port


def _index(environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "portal", "index"],
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _edit(data: Path, word: str) -> None:
    """Put a word first among the everyday words of the first record that has some."""
    path = next((data / "descriptions").glob("*/vagledning.toml"))
    path.write_text(path.read_text("utf-8").replace("sv = [", f'sv = ["{word}", ', 1), "utf-8")
