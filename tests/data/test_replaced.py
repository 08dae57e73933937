"""Older names of tables, keys and files still serve, with a warning that says what to write now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.checks import check_all, load_checked
from portal.catalogues.extractor import texts

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description

GUIDANCE = "descriptions/exempel-namnd/vagledning.toml"
OLDER = (
    '[hanvisning.{id}]\namne = "A"\ninnehas_av = "B"\nupplysning = "C"\n'
    'kalla = "allmän kunskap"\nvardagsord.sv = ["d"]\n'
)
NEWER = OLDER.replace("[hanvisning.", "[begrepp.").replace("kalla", "grund")


def _append(root: Path, name: str, text: str) -> int:
    """Add to a file; the line where it begins."""
    file = root / name
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def _told(root: Path) -> list[str]:
    report = check_all(root).report
    return [str(problem) for problem in (*report.errors, *report.warnings)]


def _read(root: Path) -> Description:
    (description,) = load_checked(root).descriptions
    return description


def test_an_older_signpost_is_read_as_the_concept_that_it_is(example: Path) -> None:
    _append(example, GUIDANCE, OLDER.format(id="museum"))
    older = _read(example).signposts["museum"]
    assert (older.topic, older.holder, older.note) == ("A", "B", "C")
    assert (older.ground, older.words) == ("allmän kunskap", {"sv": ("d",)})


def test_an_older_table_and_key_are_warned_of_where_they_stand(example: Path) -> None:
    line = _append(example, GUIDANCE, OLDER.format(id="museum"))
    file = "exempel-namnd/vagledning.toml"
    assert _told(example) == [
        f"{file}:{line}: varning: [hanvisning.…] heter nu [begrepp.…]. Skriv [begrepp.…] i stället.",
        f"{file}:{line + 4}: varning: kalla i [begrepp.…] heter nu grund. Skriv grund i stället.",
    ]


def test_many_of_them_are_one_warning(example: Path) -> None:
    for number in range(3):
        _append(example, GUIDANCE, OLDER.format(id=f"museum-{number}"))
    assert [line.rpartition(", ")[2] for line in _told(example)] == ["på 3 ställen."] * 2


def test_the_older_file_of_everyday_words_is_read(example: Path) -> None:
    _append(example, "general/vardagsord.toml", '[begrepp.arende]\nsv = ["sak"]\nen = ["matter"]\n')
    guidance = example / GUIDANCE
    text = guidance.read_text(encoding="utf-8")
    guidance.write_text(
        text.replace('vardagsord.sv = ["akt"]', 'begrepp = ["arende"]\nvardagsord.sv = ["akt"]', 1), "utf-8"
    )
    assert _read(example).guidance["arenden"].words == {"sv": ("akt", "sak"), "en": ("case", "matter")}
    assert _told(example) == [
        "general/vardagsord.toml: varning: filen heter nu general/begrepp.toml. Byt namn på den.",
        "general/vardagsord.toml:2: varning: sv i [begrepp.…] heter nu vardagsord.sv. Skriv vardagsord.sv i stället.",
        "general/vardagsord.toml:3: varning: en i [begrepp.…] heter nu vardagsord.en. Skriv vardagsord.en i stället.",
    ]


def test_both_files_of_concepts_are_one_too_many(example: Path) -> None:
    for name in ("vardagsord", "begrepp"):
        _append(example, f"general/{name}.toml", '[begrepp.sak]\nvardagsord.sv = ["sak"]\n')
    assert [line.partition(".")[0] for line in _told(example)] == ["general/vardagsord"]


def test_the_older_and_the_newer_name_of_one_record_are_one_too_many(example: Path) -> None:
    line = _append(example, GUIDANCE, OLDER.format(id="museum") + NEWER.format(id="museum"))
    (error,) = [told for told in _told(example) if "varning" not in told]
    assert error.startswith(
        f"exempel-namnd/vagledning.toml:{line}: [hanvisning.…] heter nu [begrepp.…], som också finns"
    )


def test_a_problem_in_an_older_record_is_told_on_its_line(example: Path) -> None:
    line = _append(example, GUIDANCE, OLDER.format(id="museum").replace('"B"', "1"))
    assert (
        f"exempel-namnd/vagledning.toml:{line + 2}: innehas_av i [begrepp.museum] ska vara en text" in _told(example)[0]
    )


@pytest.mark.parametrize("content", [OLDER, NEWER], ids=["older", "newer"])
def test_translators_see_no_difference(content: str) -> None:
    assert [(text.context, text.text) for text in texts(content.format(id="museum"))] == [
        ("begrepp.museum.amne", "A"),
        ("begrepp.museum.innehas_av", "B"),
        ("begrepp.museum.upplysning", "C"),
    ]
