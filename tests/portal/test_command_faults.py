"""Building while things go wrong: a full disk, a second builder, an edit in the midst of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index import generation
from index.answer.search import Searcher
from portal.cli.steady import UnsteadyError, steady
from tests.support import DATA, REPOSITORY, copy_example, environment, free_port, run, serving

if TYPE_CHECKING:
    from collections.abc import Callable

# A full disk for who may not make a small one: no file may grow past a size. Python sees an error as it would then.
CRAMPED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from portal.cli import main
sys.exit(main(["index"]))
"""
# It builds, and between reading the data files and writing the index someone edits them.
EDITED = """
import sys
from pathlib import Path
from portal.cli import main

edited = Path(sys.argv[1])

def on_write(event, arguments):
    if event == "open" and str(arguments[0]).endswith("lexicon.json"):
        text = edited.read_text(encoding="utf-8")
        edited.write_text(text.replace("Före ändringen", "Efter ändringen"), encoding="utf-8")

sys.addaudithook(on_write)
sys.exit(main(["index"]))
"""
GUIDANCE = "descriptions/exempel-namnd/vagledning.toml"
ANSWER = re.compile(r'^(svar = )"[^"]*"', re.MULTILINE)


def script(words: str, *arguments: str, **settings: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  (our own interpreter and our own words)
        [sys.executable, "-c", words, *arguments],
        cwd=REPOSITORY,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short description and its index, to be copied."""
    folder = tmp_path_factory.mktemp("built")
    guidance = copy_example(folder / "data") / GUIDANCE
    text, count = ANSWER.subn(r'\1"Före ändringen."', guidance.read_text(encoding="utf-8"), count=1)
    assert count == 1
    guidance.write_text(text, encoding="utf-8")
    done = run("index", **settings_in(folder))
    assert done.returncode == 0, done.stderr
    return folder


def settings_in(folder: Path) -> dict[str, str | Path]:
    """Settings for what lies in a folder; without translations, which take longest."""
    return {"data": folder / "data", "generations": folder / "generations", "translations": folder / "none"}


@pytest.fixture
def data(tmp_path: Path, built: Path) -> Path:
    """The short description, to be edited."""
    return shutil.copytree(built / "data", tmp_path / "data")


@pytest.fixture
def settings(tmp_path: Path, data: Path, built: Path) -> dict[str, str | Path]:
    """Settings for that description, where it has been built."""
    assert data == tmp_path / "data"
    shutil.copytree(built / "generations", tmp_path / "generations", symlinks=True)
    return settings_in(tmp_path)


@pytest.fixture
def root(tmp_path: Path, settings: dict[str, str | Path]) -> Path:
    assert settings["generations"] == tmp_path / "generations"
    return tmp_path / "generations"


def answers(root: Path) -> set[str]:
    """Which of the two answers stand in the index's descriptions and in its entries."""
    now = generation.current(root)
    assert now is not None
    searcher = Searcher(now)
    written = [path.read_text(encoding="utf-8") for path in (now / "descriptions").iterdir()]
    entries = [str(entry) for entry in searcher.entries.values()]
    return {word for word in ("Före ändringen", "Efter ändringen") for text in (*written, *entries) if word in text}


def edit(data: Path) -> None:
    path = data / GUIDANCE
    path.write_text(path.read_text(encoding="utf-8").replace("Före", "Efter"), encoding="utf-8")


def large(data: Path) -> None:
    """The real data beside the short description: its index is longer than any other file of a generation."""
    path = DATA / "descriptions" / "norrkoping-ks"
    (data / "descriptions" / path.name).symlink_to(path)
    for shared in (DATA / "general").iterdir():
        (data / "general" / shared.name).write_bytes(shared.read_bytes())


@pytest.mark.parametrize(("limit", "change"), [(200, edit), (100_000, edit), (2_000_000, large)])
def test_with_a_full_disk_the_old_index_serves_and_nothing_is_left_behind(
    root: Path, settings: dict[str, str | Path], data: Path, limit: int, change: Callable[[Path], None]
) -> None:
    before, files = generation.current(root), {path.name for path in root.iterdir()}
    change(data)
    done = script(CRAMPED, str(limit), **settings)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[:-1]) == (
        1,
        "",
        ["Indexet kunde inte byggas: disken är full. Det förra indexet är orört. Frigör utrymme och försök igen."],
    )
    assert (generation.current(root), {path.name for path in root.iterdir()}) == (before, files)
    assert before is not None
    assert generation.is_whole(before)


@pytest.mark.usefixtures("data")
def test_with_a_full_disk_at_the_first_build_nothing_is_said_of_an_index_before(tmp_path: Path) -> None:
    done = script(CRAMPED, "200", **settings_in(tmp_path))
    first = "Indexet kunde inte byggas: disken är full. Frigör utrymme och försök igen."
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, first)


def test_serve_beside_a_damaged_index_and_broken_data_serves_the_one_before(
    root: Path, settings: dict[str, str | Path], data: Path, tmp_path: Path
) -> None:
    before = generation.current(root)
    edit(data)
    assert run("index", **settings).returncode == 0
    (root / "current" / generation.MANIFEST).unlink()
    (data / GUIDANCE).write_text("[")
    port = free_port()
    with serving(("portal", "serve", "--port", str(port)), port, tmp_path / "output", **settings) as server:
        assert before is not None
        assert f'"generation":"{before.name}"' in server.get("/readyz")[1]


def test_data_edited_during_a_build_is_in_it_as_it_was_before(root: Path, settings: dict[str, str | Path]) -> None:
    generation_before = generation.current(root)
    assert generation_before is not None
    (generation_before / generation.MANIFEST).unlink()  # so that the same data is built once more
    done = script(EDITED, str(settings["data"]) + "/" + GUIDANCE, **settings)
    assert done.returncode == 0, done.stderr
    assert "Efter ändringen" in (Path(settings["data"]) / GUIDANCE).read_text(encoding="utf-8")
    assert answers(root) == {"Före ändringen"}


def test_data_edited_during_a_build_is_in_the_next_one_as_it_is_after(
    root: Path, settings: dict[str, str | Path], data: Path
) -> None:
    edit(data)
    assert run("index", **settings).returncode == 0
    assert answers(root) == {"Efter ändringen"}


def test_files_that_change_while_they_are_read_are_read_again(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    def read() -> tuple[str, str]:
        found = first.read_text()
        if found == "old":
            for path in (first, second):
                path.write_text("new")
        return found, second.read_text()

    for path in (first, second):
        path.write_text("old")
    assert steady([tmp_path], read) == ("new", "new")


def test_a_single_file_that_changes_or_comes_is_noticed_too(tmp_path: Path) -> None:
    file = tmp_path / "portal.toml"
    edits = ["new", "newer"]

    def read() -> str:
        if edits:
            file.write_text(edits.pop(0))
        return file.read_text()

    assert steady([file], read) == "newer"


def test_a_fault_that_comes_of_half_an_edit_is_none(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("hal")

    def read() -> str:
        if file.read_text() == "hal":
            file.write_text("whole")
            raise ValueError
        return file.read_text()

    assert steady([tmp_path], read) == "whole"


def test_files_that_never_stay_the_same_are_refused_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    def read() -> None:
        file.write_text(file.read_text() + "x")

    with pytest.raises(UnsteadyError, match="Datafilerna ändras hela tiden"):
        steady([tmp_path], read)


def test_of_several_builders_at_once_each_wins_or_is_told_to_wait(root: Path, settings: dict[str, str | Path]) -> None:
    (root / "current").unlink()  # something to do for each
    command = [sys.executable, "-m", "portal", "index"]
    builders = [
        subprocess.Popen(  # noqa: S603  (our own interpreter and our own words)
            command, cwd=REPOSITORY, env=environment(**settings), stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    told = [(builder.communicate()[1].partition("\n")[0], builder.returncode) for builder in builders]
    wait = "Ett annat bygge av indexet pågår. Vänta tills det är klart och försök igen."
    assert ("", 0) in told
    assert set(told) <= {("", 0), (wait, 1)}
    now = generation.current(root)
    assert now is not None
    assert generation.is_whole(now)
    assert not list(root.glob(".building-*"))
