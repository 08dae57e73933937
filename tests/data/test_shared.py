"""What comes with the code is under every place; what its folder shares lies over it, record by record."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all
from data.loader import load
from tests.support import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description

CONCEPT = """
[begrepp.{id}]
amne = "{topic}"
innehas_av = "Vanligen någon annan"
upplysning = "Fråga dem."
grund = "allmän kunskap"
vardagsord.sv = ["hamnlotsning"]
"""


def _told(root: Path) -> list[str]:
    return [str(problem) for problem in check_all(root).report.problems]


def _description(root: Path) -> Description:
    description = load(root, "exempel-namnd").description
    assert description
    return description


def _write(root: Path, name: str, text: str) -> None:
    (root / "general").mkdir(exist_ok=True)
    (root / "general" / name).write_text(text, encoding="utf-8")


@pytest.fixture
def alone(example: Path) -> Path:
    """The example in a folder that shares nothing of its own."""
    shutil.rmtree(example / "general")
    return example


def test_a_folder_needs_no_shared_files(alone: Path) -> None:
    assert _told(alone) == []


def test_what_comes_with_the_code_is_there_without_them(alone: Path) -> None:
    description = _description(alone)
    assert {"insyn", "beslut"} <= set(description.themes)
    assert "begar-ut" in description.guidance
    assert "bygglov" in description.signposts


def test_a_file_may_hold_a_single_record(alone: Path) -> None:
    _write(alone, "vagledning.toml", '[tema.beslut]\nnamn = "Det vi beslutar"\nbeskrivning = "Ärenden."\n')
    themes = _description(alone).themes
    assert (_told(alone), themes["beslut"].name) == ([], "Det vi beslutar")
    assert "insyn" in themes


def test_a_record_of_the_place_replaces_the_shared_one_whole(alone: Path) -> None:
    _write(alone, "begrepp.toml", CONCEPT.format(id="bygglov", topic="Lov"))
    signpost = _description(alone).signposts["bygglov"]
    assert (signpost.topic, signpost.words) == ("Lov", {"sv": ("hamnlotsning",)})


def test_a_concept_of_the_place_comes_beside_the_shared_ones(alone: Path) -> None:
    _write(alone, "begrepp.toml", CONCEPT.format(id="hamn", topic="Hamnen"))
    assert {"hamn", "bygglov"} <= set(_description(alone).signposts)


def test_the_authority_s_own_record_wins_over_both(alone: Path) -> None:
    for name in ("general/begrepp.toml", "descriptions/exempel-namnd/vagledning.toml"):
        (alone / name).parent.mkdir(exist_ok=True)
        with (alone / name).open("a", encoding="utf-8") as file:
            file.write(CONCEPT.format(id="bygglov", topic=name))
    assert _description(alone).signposts["bygglov"].topic == "descriptions/exempel-namnd/vagledning.toml"


def test_a_problem_is_told_in_the_place_s_own_file(alone: Path) -> None:
    _write(alone, "vagledning.toml", '[tema.beslut]\nnamn = "Beslut"\n')
    assert _told(alone) == ["general/vagledning.toml:1: [tema.beslut] saknar nyckeln beskrivning. Lägg till den."]


@pytest.mark.parametrize("id_", ["begar-ut", "begar-ut-kopia"])
def test_an_id_that_the_code_uses_is_told_where_the_place_has_it(alone: Path, id_: str) -> None:
    source = alone / "descriptions/exempel-namnd/beskrivning.toml"
    line = source.read_text(encoding="utf-8").count("\n") + 2
    with source.open("a", encoding="utf-8") as file:
        file.write(f'\n[uppgift.{id_}]\nriktning = "lamnas"\npart = "X"\nstycken = ["om-beskrivningen-3"]\n')
    (told,) = [text for text in _told(alone) if "används redan" in text]
    assert told.startswith(f"exempel-namnd/beskrivning.toml:{line}: id {id_} används redan på Vägvisarens general/")


def test_a_whole_copy_says_what_the_code_says(example: Path) -> None:
    shutil.rmtree(example / "general")
    without = _description(example)
    shutil.copytree(DATA / "general", example / "general")
    assert _told(example) == []
    copied = _description(example)
    assert (copied.guidance, copied.signposts, copied.themes) == (without.guidance, without.signposts, without.themes)


def test_an_empty_folder_of_shared_files_is_as_none(alone: Path) -> None:
    (alone / "general").mkdir()
    assert _told(alone) == []
