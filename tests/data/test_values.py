"""Values of a form of their own: paragraphs of law, depths of headings, and how a problem says where it is."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all, load_checked
from data.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "descriptions/exempel-namnd/beskrivning.toml"


def _change(root: Path, name: str, *changes: tuple[str, str]) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def _with_paragraph(root: Path, value: str, id_: str) -> None:
    """The example with another paragraph of law, in its text too."""
    written = ("21 kap. 1 §", f"21 kap. {value.strip(chr(34))} §")
    _change(root, SOURCE, ("paragraf = 1", f"paragraf = {value}"), ("osl-21-1", id_), written)
    _change(root, "general/vagledning.toml", ("osl-21-1", id_))
    _change(root, "descriptions/exempel-namnd/vagledning.toml", ("osl-21-1", id_), written)
    _change(root, "descriptions/exempel-namnd/original.txt", written)
    original = root / "descriptions" / "exempel-namnd" / "original.txt"
    original.with_name("original.txt.sha256").write_text(hashlib.sha256(original.read_bytes()).hexdigest())


@pytest.mark.parametrize(
    ("value", "id_", "citation"),
    [
        ("5", "osl-21-5", "21 kap. 5 § OSL"),
        ('"5 b"', "osl-21-5b", "21 kap. 5 b § OSL"),
        ('"5b"', "osl-21-5b", "21 kap. 5 b § OSL"),
        ('"5 B"', "osl-21-5b", "21 kap. 5 b § OSL"),
    ],
)
def test_a_paragraph_may_have_a_letter(value: str, id_: str, citation: str, example: Path) -> None:
    _with_paragraph(example, value, id_)
    (description,) = load_checked(example).descriptions
    assert description.source.provisions[id_].citation == citation


@pytest.mark.parametrize("value", ['"fem"', '"5 bb"', '"0 a"', "-1", "true", "[5]"])
def test_what_is_no_paragraph_is_told(value: str, example: Path) -> None:
    _change(example, SOURCE, ("paragraf = 1", f"paragraf = {value}"))
    (problem,) = check_all(example).report.errors
    assert problem.path == ("lagrum", "osl-21-1", "paragraf")


def test_an_id_without_the_letter_is_told_with_the_right_one(example: Path) -> None:
    _change(example, SOURCE, ("paragraf = 1", 'paragraf = "5 b"'))
    assert "osl-21-5b" in check_all(example).report.errors[0].message


def test_a_heading_is_of_the_first_level_unless_it_says_otherwise(example: Path) -> None:
    _change(example, SOURCE, ("[avsnitt.register]\n", "[avsnitt.register]\nniva = 2\n"))
    (description,) = load_checked(example).descriptions
    assert {id_: section.level for id_, section in description.source.sections.items() if section.level != 1} == {
        "register": 2
    }


@pytest.mark.parametrize("value", ["0", "7", '"2"'])
def test_a_level_that_no_heading_has_is_told(value: str, example: Path) -> None:
    _change(example, SOURCE, ("[avsnitt.register]\n", f"[avsnitt.register]\nniva = {value}\n"))
    assert [problem.path for problem in check_all(example).report.errors] == [("avsnitt", "register", "niva")]


def test_problems_are_sorted_whatever_their_paths_are_made_of() -> None:
    problems = [Problem("a", 1, "m", path=("x", 0)), Problem("a", 1, "m", path=("x", "y")), Problem("a", 0, "m")]
    assert min(problems).line == 0


def test_a_path_is_not_part_of_the_line_that_is_printed() -> None:
    assert str(Problem("fil.toml", 3, "Fel.", path=("enhet", "x"))) == "fil.toml:3: Fel."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_that_a_windows_editor_saved_as_utf_16_is_read(encoding: str, example: Path) -> None:
    file = example / SOURCE
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    file.write_bytes((text if encoding == "utf-16" else f"\ufeff{text}").encode(encoding))
    assert check_all(example).report.problems == []
