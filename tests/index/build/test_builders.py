"""Builders as processes: one at a time, and a killed one harms nothing."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from index import generation
from index.answer.search import Searcher
from index.build.builder import build
from index.generation import GenerationError
from index.result import SearchRequest
from tests.support import REPOSITORY, environment, with_everyday_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.model import Description

# It builds other data than the tests do, and stops where half of the new generation is on disk.
HALFWAY = """
import sys, time
from pathlib import Path
from data.checks import load_checked
from index.build.builder import build
from tests.support import copy_example, with_everyday_word

def wait(done, total):
    print("halfway", flush=True)
    time.sleep(600)

(small,) = load_checked(copy_example(Path(sys.argv[2]))).descriptions
build(Path(sys.argv[1]), [with_everyday_word(small, "halvvägs")], wait)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "generations"


@pytest.fixture
def old(root: Path, small_generations: Path) -> Path:
    shutil.copytree(small_generations, root, symlinks=True)
    return (root / "current").resolve()


@pytest.fixture
def halfway(root: Path, old: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    assert old.exists()
    process = subprocess.Popen(  # noqa: S603  (our own interpreter and our own words)
        [sys.executable, "-c", HALFWAY, str(root), str(tmp_path / "data")],
        cwd=REPOSITORY,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "halfway\n"
        yield process
        process.kill()


@pytest.mark.usefixtures("halfway")
def test_while_one_builds_the_old_generation_serves(root: Path, old: Path) -> None:
    assert generation.current(root) == old


@pytest.mark.usefixtures("halfway")
def test_a_second_builder_is_turned_away(root: Path, small: Description) -> None:
    with pytest.raises(GenerationError, match="Ett annat bygge av indexet pågår"):
        build(root, [small])


@pytest.fixture
def killed(halfway: subprocess.Popen[str]) -> int:
    halfway.send_signal(signal.SIGKILL)
    return halfway.wait()


def test_a_killed_builder_leaves_its_work_half_done(root: Path, killed: int) -> None:
    assert killed == -signal.SIGKILL
    assert list(root.glob(".building-*"))


@pytest.mark.usefixtures("killed")
def test_a_killed_builder_leaves_the_old_generation_serving(root: Path, old: Path) -> None:
    assert generation.current(root) == old
    assert Searcher(old).search(SearchRequest("ärenden")).hits


@pytest.mark.usefixtures("killed")
def test_after_a_killed_builder_the_next_one_builds_and_clears_up(root: Path, small: Description) -> None:
    folder = build(root, [with_everyday_word(small, "efteråt")])
    assert generation.current(root) == folder.resolve()
    assert not list(root.glob(".building-*"))
