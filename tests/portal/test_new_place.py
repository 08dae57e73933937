"""``vagvisaren ny``: a folder to begin with, whose file says every key and never grows stale."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import tomli

from data.checks import check_all
from data.fields.place import PLACE_TABLES
from data.fields.sketch import EXAMPLE_ID, sketch
from tests.support import REPOSITORY, run

if TYPE_CHECKING:
    from pathlib import Path

    from data.fields.table import Field, Table

ROWS = [(table, row) for table in PLACE_TABLES for row in table.fields]
SEARCHING = ("fraga", "hanvisning")
"""What a tile has instead of an entry."""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder that the command has made."""
    done = run("ny", str(tmp_path / "plats"))
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path / "plats"


def _uncommented(text: str) -> str:
    """The file with every key in use, but those of a tile that searches."""
    before, tile, after = re.sub(r"^#(?=\S)", "", text, flags=re.MULTILINE).partition(f"[ruta.{EXAMPLE_ID}]")
    for key in SEARCHING:
        after = re.sub(rf"^{key} = .*\n", "", after, count=1, flags=re.MULTILINE)
    return before + tile + after


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    done = run("ny", str(tmp_path / "plats"))
    assert f"export VAGVISAREN_DATA={tmp_path}/plats VAGVISAREN_GENERATIONS={tmp_path}/plats-index" in done.stdout
    assert done.stdout.splitlines()[-2:] == ["   vagvisaren check", "   vagvisaren index"]


def test_the_folder_has_the_file_of_the_place_and_a_folder_of_descriptions(made: Path) -> None:
    assert sorted(path.relative_to(made).as_posix() for path in made.rglob("*")) == [
        "descriptions",
        "descriptions/README.txt",
        "portal.toml",
    ]


def test_check_of_it_says_that_a_description_is_missing_and_nothing_else(made: Path, tmp_path: Path) -> None:
    done = run("check", data=made, generations=tmp_path / "none")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "descriptions: här finns ingen beskrivning. Lägg en mapp per myndighet i den.",
        "1 fel. Rätta dem och kör vagvisaren check igen.",
    ]


def test_with_a_description_in_it_it_has_no_fault(made: Path) -> None:
    shutil.copytree(REPOSITORY / "tests" / "valid" / "exempel-namnd", made / "descriptions" / "exempel-namnd")
    assert check_all(made).report.problems == []


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert run("ny", str(tmp_path)).returncode == 0


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("ny", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Mappen {tmp_path} är inte tom. Välj en mapp som inte finns, eller en tom.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("ny", str(tmp_path / "file")).stderr.endswith("är en fil, ingen mapp. Välj en annan mapp.\n")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("ny", str(tmp_path / "file" / "plats"))
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "kunde inte göras" in done.stderr


def test_but_for_comments_it_says_nothing() -> None:
    assert tomli.loads(sketch()) == {"portal": {}}


@pytest.mark.parametrize(("table", "row"), ROWS, ids=lambda part: getattr(part, "key", ""))
def test_every_key_stands_in_it_with_an_example(table: Table[object], row: Field) -> None:
    name = f"{table.key}.{EXAMPLE_ID}" if table.has_ids else table.key
    part = sketch().partition(f"[{name}]\n")[2].partition("\n\n\n")[0]
    assert f"\n#{row.key} = {row.example}" in part
    assert tomli.loads(f"{row.key} = {row.example}")


def test_its_examples_are_such_as_check_finds_no_fault_with(tmp_path: Path) -> None:
    for folder in (REPOSITORY / "tests" / "places").glob("tallmo-*"):
        shutil.copytree(folder, tmp_path / "descriptions" / folder.name)
    (tmp_path / "logotyp.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "utf-8")
    (tmp_path / "portal.toml").write_text(_uncommented(sketch()), encoding="utf-8")
    told = [str(problem) for problem in check_all(tmp_path).report.problems if problem.file == "portal.toml"]
    assert told == []


def test_its_example_of_a_tile_that_searches_has_no_fault(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "tests" / "valid" / "exempel-namnd", tmp_path / "descriptions" / "exempel-namnd")
    examples = {row.key: row.example for table, row in ROWS if table.key == "ruta"}
    tile = "\n".join(f"{key} = {examples[key]}" for key in ("namn", *SEARCHING))
    (tmp_path / "portal.toml").write_text(f"[ruta.{EXAMPLE_ID}]\n{tile}\n", encoding="utf-8")
    assert check_all(tmp_path).report.problems == []
