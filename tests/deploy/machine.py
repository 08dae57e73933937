"""A machine of its own inside this one, on which docs/deploying.md is carried out as it stands.

Namespaces of Linux: own folders (layers above the real ones), an own network with ports 80 and 443, own processes. All
of it goes when the machine is switched off, and nothing outside is changed. It takes root.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support import REPOSITORY, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("unshare", "nsenter", "setpriv", "runuser", "useradd", "git", "make", "nginx", "ip", "openssl", "curl")
_HERE = REPOSITORY / "tests" / "deploy"
_PATIENCE = 300.0
_INIT = "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)\nwhile True: signal.pause()"
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Machine:
    """A running machine.

    Attributes:
        init: Its first process, as it is known outside.
        room: A folder that both know.
    """

    init: int
    room: Path

    @property
    def origin(self) -> Path:
        """The repository that it is installed from."""
        return self.room / "origin"

    def run(self, script: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run lines of shell as root, in root's folder: all of them, or up to the first that fails."""
        path = f"{_HERE / 'programs'}:/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin"
        return subprocess.run(  # noqa: S603  (our own words, on a machine of our own)
            ["nsenter", f"--target={self.init}", "--mount", "--net", "--pid", "bash", "-euo", "pipefail", "-c", script],  # noqa: S607  (where the system has it)
            cwd="/",
            env=environment() | {"PATH": path} | settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )

    def out(self, script: str, **settings: str) -> str:
        """What such lines print; they have to succeed."""
        done = self.run(script, **settings)
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
        return done.stdout

    def wait_for(self, script: str, expected: str) -> str:
        """What such lines print once that holds something; at the end of all patience what they print anyway."""
        deadline = time.monotonic() + _PATIENCE / 5
        while time.monotonic() < deadline and expected not in self.run(script).stdout:
            time.sleep(0.2)
        return self.run(script).stdout


@contextmanager
def switched_on(room: Path) -> Iterator[Machine]:
    """A machine, until it is no longer needed."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    assert not missing, f"apt-get install what has: {', '.join(missing)}"
    assert os.geteuid() == 0, "a machine of its own takes root"
    apart = ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "--kill-child"]
    with subprocess.Popen([*apart, sys.executable, "-c", _INIT]) as outside:  # noqa: S603  (as above)
        try:
            machine = Machine(_only_child(outside.pid), room)
            _copy_checkout(machine.origin)
            base = (sys.base_prefix, REPOSITORY / ".venv")
            machine.out(" ".join(map(str, (_HERE / "machine.sh", room, *base))))
            yield machine
        finally:
            outside.kill()


def blocks() -> dict[str, list[str]]:
    """The commands of docs/deploying.md as they stand, by heading."""
    text = (REPOSITORY / "docs" / "deploying.md").read_text("utf-8")
    parts = (part.partition("\n") for part in text.split("\n## ")[1:])
    return {heading: _BLOCK.findall(body) for heading, _, body in parts}


def _only_child(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and not children.read_text("ascii").split():
        time.sleep(0.01)
    return int(children.read_text("ascii").split()[0])


def _copy_checkout(folder: Path) -> None:
    """A repository of what is in the checkout now, committed or not: what is tested is what is read."""
    git = ["git", "-C", str(REPOSITORY), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(git, capture_output=True, text=True, check=True).stdout  # noqa: S603  (as above)
    for name in filter(None, names.split("\0")):
        if (REPOSITORY / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, folder / name)
    commit(folder, "As it is now", "first")


def commit(folder: Path, message: str, tag: str) -> None:
    """Commit all that is in a folder, and give the commit a name."""
    who = ("-c", "user.name=Prov", "-c", "user.email=prov@example.org")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-q", "-m", message), ("tag", tag)):
        subprocess.run(["git", "-C", str(folder), *words], check=True)  # noqa: S603, S607  (as above)
