"""What a command says reaches who runs it, whatever their terminal or disk can take."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import REPOSITORY, copy_example, environment, run

if TYPE_CHECKING:
    from collections.abc import Sequence

SAID = "”Diariet” är öppet – § 5 … → ’å’ 日"
SHOWN = {
    "utf-8": SAID,
    "latin-1": "\"Diariet\" är öppet - § 5 ... -> 'å' ?",
    "cp1252": "”Diariet” är öppet – § 5 … -> ’å’ ?",
    "ascii": "\"Diariet\" ar oppet - par. 5 ... -> 'a' ?",
}
FULL = Path("/dev/full")


def python(words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    command, own = [sys.executable, "-c", words], environment() | variables
    return subprocess.run(command, cwd=REPOSITORY, env=own, capture_output=True, check=False)  # noqa: S603  (our own)


@pytest.mark.parametrize("encoding", SHOWN)
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_sign_that_cannot_be_shown_is_shown_as_one_like_it(encoding: str, stream: str) -> None:
    words = f"import sys; from portal.server import terminal; terminal.prepare(); print({SAID!r}, file=sys.{stream})"
    done = python(words, PYTHONIOENCODING=encoding)
    assert getattr(done, stream).decode(encoding) == f"{SHOWN[encoding]}\n"


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which a command acts on a short description."""
    folder = tmp_path_factory.mktemp("short")
    settings = {"data": copy_example(folder / "data"), "generations": folder, "translations": folder / "none"}
    assert run("index", **settings).returncode == 0
    return environment(**settings)


PLAIN = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("variables", [{"PYTHONIOENCODING": "ascii"}, PLAIN])
@pytest.mark.parametrize("arguments", [["--help"], ["search", "\udcff"], ["serve", "--port", "0"], ["audit"]])
def test_no_command_fails_on_what_it_says(
    arguments: Sequence[str], variables: dict[str, str], short: dict[str, str]
) -> None:
    words = f"import sys; from portal.cli import main; sys.exit(main({list(arguments)!r}))"
    done = python(words, **short, **variables)
    assert b"UnicodeEncodeError" not in done.stderr
    assert done.stdout + done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="a disk that is always full is Linux's")
def test_output_to_a_full_disk_ends_in_a_sentence() -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "portal", "audit"],
            cwd=REPOSITORY,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "Disken är full: det gick inte att skriva. Frigör utrymme och försök igen.\n",
    )
