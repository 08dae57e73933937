"""Deliberate faults: what they are, and what the tests say when one is planted.

A fault is planted in a copy of the checkout and never in the checkout itself: whatever ends the run, there is nothing
to take back there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.support import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TABLE = Path(__file__).with_name("planted.toml")
_LEFT_OUT = frozenset({".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "build", "var"})
"""What a checkout has at its top that is no part of it."""
_PATIENCE = 600
"""Seconds for the tests of one fault: a fault may also make them wait for ever."""
_FAILED = ("FAILED ", "SUBFAILED")
"""How pytest begins the line of a test that failed; one that could not be run at all begins otherwise."""
_ORIGINS = (
    "from importlib.util import find_spec as s; print(*(s(n).origin for n in ('data', 'index', 'portal')), sep='\\n')"
)
"""Asks where our packages are imported from: an environment knows the checkout that it was made for."""


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fault that a tired colleague could make.

    Attributes:
        file: Where it is planted.
        was: What stands there, once.
        becomes: What stands there instead.
        promise: What it breaks, in a sentence.
        tests: What is to notice: test files, or single tests by their node ids.
    """

    file: str
    was: str
    becomes: str
    promise: str
    tests: tuple[str, ...]

    def changed(self, text: str) -> str:
        """The file's text with the fault in it."""
        return text.replace(self.was, self.becomes, 1)


def read() -> dict[str, Fault]:
    """All faults by name."""
    return msgspec.toml.decode(_TABLE.read_bytes(), type=dict[str, Fault])


def _ignored(folder: str, names: list[str]) -> frozenset[str]:
    return _LEFT_OUT.intersection(names) if Path(folder) == REPOSITORY else frozenset()


@contextmanager
def planted(fault: Fault) -> Iterator[Path]:
    """A copy of the checkout that has the fault, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="fault-") as folder:
        copy = Path(folder).resolve() / "checkout"
        shutil.copytree(REPOSITORY, copy, ignore=_ignored)
        file = copy / fault.file
        file.write_text(fault.changed(file.read_text("utf-8")), "utf-8")
        yield copy


def caught_by(copy: Path, tests: Sequence[str]) -> str | None:
    """Run tests in a copy until one fails.

    Returns:
        The test that failed, by its node id, or None where none did.

    Raises:
        RuntimeError: They could not be run, which says nothing of whether they would notice.
    """
    origins = _run(copy, "-c", _ORIGINS).stdout.splitlines()
    if not origins or not all(Path(origin).is_relative_to(copy) for origin in origins):
        raise RuntimeError(f"what would be tested is not the copy: {', '.join(origins)}")
    options = ("-x", "-q", "-rfE", "--tb=no", "-p", "no:cacheprovider")
    try:
        ran = _run(copy, "-m", "pytest", *options, *tests)
    except subprocess.TimeoutExpired as error:
        raise RuntimeError(f"the tests were not done after {_PATIENCE} s") from error
    failed = [line for line in ran.stdout.splitlines() if line.startswith(_FAILED)]
    if failed:
        return failed[0].removeprefix("FAILED ").partition(" - ")[0]
    if ran.returncode:
        raise RuntimeError(f"the tests could not be run: {ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    return None


def _run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run our own interpreter in a copy."""
    return subprocess.run(  # noqa: S603  (our own interpreter and our own words)
        [sys.executable, *arguments],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
    )
