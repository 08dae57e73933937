"""Concepts: what people ask for, shared or an authority's own, and signposts where they name a holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.checks import check_all
from data.loader import load

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description

GUIDANCE = "descriptions/exempel-namnd/vagledning.toml"
SIGNPOST = '[begrepp.museum]\namne = "A"\ninnehas_av = "B"\nupplysning = "C"\ngrund = "allmän kunskap"\n'


def _append(root: Path, name: str, text: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def _errors(root: Path) -> list[str]:
    return [problem.message for problem in check_all(root).report.errors]


def _read(root: Path) -> Description:
    description = load(root, "exempel-namnd").description
    assert description
    return description


def test_a_concept_with_a_holder_is_a_signpost(example: Path) -> None:
    _append(example, "general/begrepp.toml", SIGNPOST)
    assert _read(example).signposts["museum"].holder == "B"


def test_a_concept_without_a_holder_is_none(example: Path) -> None:
    _append(example, "general/begrepp.toml", '[begrepp.museum]\nvardagsord.sv = ["utställning"]\n')
    assert "museum" not in _read(example).signposts
    assert _errors(example) == []


@pytest.mark.parametrize("key", ["amne", "upplysning", "grund"])
def test_a_signpost_says_all_that_one_must(key: str, example: Path) -> None:
    lines = [line for line in SIGNPOST.splitlines() if not line.startswith(key)]
    _append(example, "general/begrepp.toml", "\n".join(lines))
    assert _errors(example) == [
        f"[begrepp.museum] saknar nyckeln {key}, som krävs där innehas_av finns. Lägg till den."
    ]


def test_an_authority_s_own_concept_replaces_the_shared_one(example: Path) -> None:
    _append(example, "general/begrepp.toml", SIGNPOST)
    _append(example, GUIDANCE, SIGNPOST.replace('"B"', '"Vi"'))
    assert _read(example).signposts["museum"].holder == "Vi"
    assert _errors(example) == []


def test_a_shared_concept_stands_in_one_file(example: Path) -> None:
    _append(example, "general/begrepp.toml", SIGNPOST)
    _append(example, "general/vagledning.toml", SIGNPOST)
    assert _errors(example) == ["begreppet museum finns också i general/begrepp.toml. Låt det stå i den filen."]


def test_a_concept_that_does_not_exist_is_told_with_the_nearest(example: Path) -> None:
    _append(example, "general/begrepp.toml", SIGNPOST)
    guidance = example / GUIDANCE
    text = guidance.read_text(encoding="utf-8")
    guidance.write_text(text.replace('verdikt = "har"', 'verdikt = "har"\nbegrepp = ["musem"]', 1), encoding="utf-8")
    assert _errors(example) == ["begrepp pekar på begreppet musem, som inte finns. Menade du museum?"]


def test_a_tile_cannot_name_a_concept_that_is_no_signpost(example: Path) -> None:
    _append(example, "general/begrepp.toml", '[begrepp.bok]\nvardagsord.sv = ["volym"]\n')
    _append(example, GUIDANCE, '[ruta.volym]\nnamn = "V"\nfraga = "volym"\nhanvisning = "bok"\n')
    (error,) = _errors(example)
    assert error.startswith("hanvisning pekar på hänvisningen bok, som inte finns.")
