"""The command, each time in a process of its own, without importing it each time: ``Command().run(…)``.

Most of what a short command takes is Python's start, the imports, and to read the dictionary and the guidance that come
with the code, the same for every run. A process that has done all of it forks one for each run.
`tests/portal/test_command.py` and every server of the tests start as an operator would.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PATIENCE = 60.0
"""Seconds that a run may take."""
_REPOSITORY = Path(__file__).resolve().parents[1]


@cache
def command() -> Command:
    """The one that this process's tests share."""
    return Command()


class Command:
    """A process that has imported the command, and forks one for each run, until this process ends."""

    def __init__(self) -> None:
        """Start it; it imports while the tests go on."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forked"],
            cwd=_REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self._end)

    def run(self, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run the command to its end, with this environment and no other.

        Raises:
            TimeoutError: It took longer than a minute.
        """
        process = self._process
        assert process.stdin
        assert process.stdout
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            asked = {"arguments": arguments, "environment": dict(environment), "streams": [str(out), str(err)]}
            print(json.dumps(asked), file=process.stdin, flush=True)
            if not select.select([process.stdout], [], [], _PATIENCE)[0]:
                process.kill()  # what it says later would be taken for the answer to another run
                command.cache_clear()
                raise TimeoutError(f"vagvisaren {' '.join(arguments)} takes more than {_PATIENCE:.0f} s")
            status = int(process.stdout.readline())
            return subprocess.CompletedProcess(
                arguments, status, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")
            )

    def _end(self) -> None:
        self._process.communicate()  # it ends where there is nothing more to read


def _serve() -> None:
    from data.loader.shared import read_shared  # noqa: PLC0415  (what whoever asks need not import)
    from data.problems import Report  # noqa: PLC0415
    from index.words.hunspell import compile_lexicon  # noqa: PLC0415
    from portal.cli import main  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        read_shared(Path(folder), Report())
        compile_lexicon(Path(folder))
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _become(asked["environment"], asked["streams"])
            try:
                status = main(asked["arguments"])
            except SystemExit as end:
                status = int(end.code or 0)
            except BaseException:  # noqa: BLE001  (told as Python itself tells it)
                traceback.print_exc()
                status = 1
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _become(environment: Mapping[str, str], streams: Sequence[str]) -> None:
    """Take on what a process is started with."""
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(streams, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), number)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  (open as long as the process is)
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115


if __name__ == "__main__":
    _serve()
