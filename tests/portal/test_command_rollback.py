"""Going back to the index before, as a command, and what a following start of the server makes of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from index import generation
from tests.support import copy_example, free_port, run, serving

if TYPE_CHECKING:
    from pathlib import Path


def edit(data: Path, word: str) -> None:
    """Change the answer of the first record."""
    path = data / "descriptions" / "exempel-namnd" / "vagledning.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(number for number, line in enumerate(lines) if line.startswith("svar = "))
    lines[number] = f'svar = "{word}."\n'
    path.write_text("".join(lines), encoding="utf-8")


def current(settings: dict[str, Path]) -> str:
    now = generation.current(settings["generations"])
    assert now is not None
    return now.name


def settings_in(folder: Path) -> dict[str, Path]:
    """Settings for what lies in a folder; without translations, which take longest."""
    return {"data": folder / "data", "generations": folder / "generations", "translations": folder / "none"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short description and its index, to be copied."""
    folder = tmp_path_factory.mktemp("built")
    copy_example(folder / "data")
    assert run("index", **settings_in(folder)).returncode == 0
    return folder


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Path:
    """The same after an edit that goes wrong, to be copied."""
    folder = tmp_path_factory.mktemp("edited") / "copy"
    shutil.copytree(built, folder, symlinks=True)
    edit(folder / "data", "Fel svar")
    assert run("index", **settings_in(folder)).returncode == 0
    return folder


@pytest.fixture
def settings(tmp_path: Path, built: Path) -> dict[str, Path]:
    """The short description, built."""
    shutil.copytree(built, tmp_path / "copy", symlinks=True)
    return settings_in(tmp_path / "copy")


@pytest.fixture
def first(settings: dict[str, Path]) -> str:
    """The index before an edit that goes wrong."""
    return current(settings)


@pytest.fixture
def second(settings: dict[str, Path], first: str, edited: Path) -> str:
    """The index after that edit."""
    folder = settings["data"].parent
    shutil.rmtree(folder)
    shutil.copytree(edited, folder, symlinks=True)
    assert current(settings) != first
    return current(settings)


@pytest.mark.usefixtures("second")
def test_rollback_goes_back_to_the_index_before_and_says_which(settings: dict[str, Path], first: str) -> None:
    done = run("rollback", **settings)
    assert (done.returncode, done.stderr, current(settings)) == (0, "", first)
    assert done.stdout.startswith(f"Återställt: indexet {first} svarar nu")


def test_rollback_without_an_index_before_is_refused(settings: dict[str, Path], first: str) -> None:
    done = run("rollback", **settings)
    assert (done.returncode, done.stdout, current(settings)) == (1, "", first)
    assert done.stderr.startswith("Det finns inget äldre helt index att gå tillbaka till.\n")


@pytest.mark.usefixtures("second")
def test_a_following_serve_does_not_undo_it_and_says_so(settings: dict[str, Path], first: str, tmp_path: Path) -> None:
    assert run("rollback", **settings).returncode == 0
    port = free_port()
    with serving(("portal", "serve", "--port", str(port)), port, tmp_path / "output", **settings) as server:
        assert f'"generation":"{first}"' in server.get("/readyz")[1]
    assert "Indexet är återställt" in server.written()


@pytest.mark.usefixtures("first")
def test_index_leaves_a_rollback(settings: dict[str, Path], second: str) -> None:
    assert run("rollback", **settings).returncode == 0
    assert run("index", **settings).returncode == 0
    assert current(settings) == second


@pytest.mark.usefixtures("second")
def test_a_start_after_the_data_has_been_put_right_takes_it_up(settings: dict[str, Path], first: str) -> None:
    assert run("rollback", **settings).returncode == 0
    edit(settings["data"], "Rätt svar")
    done = run("search", "ärenden", **settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert current(settings) != first
