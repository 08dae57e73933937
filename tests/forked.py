"""The command and the server, each time in a process of its own, without importing them each time.

Most of what a short command or a server's start takes is Python's own start, the imports, and to work out what is the
same for every run: the dictionary and the guidance that come with the code, the catalogues and the templates. A process
that has done it forks one for each run. `tests/portal/test_command.py` and the servers of `portal serve` start as an
operator would.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PATIENCE = 180.0
"""Seconds that a run may take, the first with what is worked out for all."""
_REPOSITORY = Path(__file__).resolve().parents[1]


@cache
def command() -> Command:
    """The one that this process's tests share."""
    return Command()


class Command:
    """A process that has imported command and server, and forks one for each run, until this process ends."""

    def __init__(self) -> None:
        """Start it; it imports while the tests go on."""
        self._lock = threading.Lock()
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
            TimeoutError: It took longer than that.
        """
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            status = int(self.ask("run", arguments, dict(environment), [str(out), str(err)]))
            return subprocess.CompletedProcess(
                arguments, status, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")
            )

    def start(self, arguments: Sequence[str], environment: Mapping[str, str], output: Path) -> Forked:
        """Start gunicorn with these arguments; it runs on."""
        return Forked(int(self.ask("start", arguments, dict(environment), [str(output)] * 2)), self)

    def ask(self, *asked: object) -> Any:  # noqa: ANN401  (what JSON holds)
        """Have something done, and be told what came of it.

        Raises:
            TimeoutError: It took longer than that.
        """
        process = self._process
        assert process.stdin
        assert process.stdout
        with self._lock:
            print(json.dumps(asked), file=process.stdin, flush=True)
            if not select.select([process.stdout], [], [], _PATIENCE)[0]:
                process.kill()  # what it says later would be taken for the answer to another run
                command.cache_clear()
                raise TimeoutError(f"{asked[:2]} takes more than {_PATIENCE:.0f} s")
            return json.loads(process.stdout.readline())

    def _end(self) -> None:
        self._process.communicate()  # it ends where there is nothing more to read


@dataclass
class Forked:
    """A process that was forked for us: as `subprocess.Popen`, as far as tests use it."""

    pid: int
    _command: Command
    returncode: int | None = None

    def poll(self) -> int | None:
        """Its status, where it has ended."""
        if self.returncode is None:
            self.returncode = self._command.ask("ended", self.pid)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Tell it to stop."""
        self.send_signal(signal.SIGTERM)

    def wait(self, timeout: float = _PATIENCE) -> int:
        """Its status, once it has ended.

        Raises:
            TimeoutError: It has not for so many seconds.
        """
        end = time.monotonic() + timeout
        while (status := self.poll()) is None:
            if time.monotonic() > end:
                raise TimeoutError(f"process {self.pid} does not end")
            time.sleep(0.02)
        return status


def _serve() -> None:
    _import()
    for line in sys.stdin:
        what, *told = json.loads(line)
        sys.stdout.write(f"{json.dumps(_DONE[what](*told))}\n")
        sys.stdout.flush()


def _run(arguments: Sequence[str], environment: Mapping[str, str], streams: Sequence[str]) -> int:
    _ready_to_run()
    return os.waitstatus_to_exitcode(os.waitpid(_forked("run", arguments, environment, streams), 0)[1])


def _start(arguments: Sequence[str], environment: Mapping[str, str], streams: Sequence[str]) -> int:
    _ready_to_start()
    return _forked("start", arguments, environment, streams)


def _ended(pid: int) -> int | None:
    found, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


_DONE: dict[str, Callable[..., int | None]] = {"run": _run, "start": _start, "ended": _ended}


def _forked(what: str, arguments: Sequence[str], environment: Mapping[str, str], streams: Sequence[str]) -> int:
    child = os.fork()
    if child:
        return child
    _become(environment, streams)
    try:
        status = _command(arguments) if what == "run" else _gunicorn(arguments)
    except SystemExit as end:
        status = int(end.code or 0)
    except BaseException:  # noqa: BLE001  (told as Python itself tells it)
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _become(environment: Mapping[str, str], streams: Sequence[str]) -> None:
    """Take on what a process is started with."""
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(streams, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), number)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  (open as long as the process is)
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115


def _command(arguments: Sequence[str]) -> int:
    from portal.cli import main  # noqa: PLC0415  (what whoever asks need not import)

    return main(arguments)


def _gunicorn(arguments: Sequence[str]) -> int:
    from gunicorn.app.wsgiapp import run  # noqa: PLC0415

    sys.argv = ["gunicorn", *arguments]
    run(prog="gunicorn")
    return 0


def _import() -> None:
    """Import what every run needs; but no module that reads settings, which are each run's own."""
    for name in ("gunicorn.app.wsgiapp", "portal.app", "portal.cli", "portal.server.logger", "portal.server.worker"):
        import_module(name)


@cache
def _ready_to_run() -> None:
    """Work out what builds have in common, by building the short example."""
    from data.checks import load_checked  # noqa: PLC0415
    from data.problems import DataError  # noqa: PLC0415
    from index.build.builder import build  # noqa: PLC0415
    from portal.catalogues.compiled import compiled  # noqa: PLC0415
    from portal.catalogues.files import OWN  # noqa: PLC0415
    from portal.settings import Settings  # noqa: PLC0415
    from tests.support import copy_example  # noqa: PLC0415

    # Where the shared data is broken, each run says so.
    with tempfile.TemporaryDirectory() as folder, suppress(DataError):
        build(Path(folder, "generations"), load_checked(copy_example(Path(folder, "data"))).descriptions)
        compiled(Settings().translations, own=Path(folder, "data", OWN))
    _settle()


@cache
def _ready_to_start() -> None:
    """Compile the templates."""
    from portal.app import create_app  # noqa: PLC0415
    from portal.settings import Settings  # noqa: PLC0415

    environment = create_app(Settings()).jinja_env
    folder = _REPOSITORY / "portal" / "templates"
    for path in folder.rglob("*.html"):
        environment.get_template(path.relative_to(folder).as_posix())
    _settle()


def _settle() -> None:
    """Keep the collector out of what all runs share: it would have each of them copy it."""
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    _serve()
