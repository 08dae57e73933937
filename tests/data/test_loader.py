"""What the loader accepts, and what it says of files that it cannot read."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all, load_checked
from data.loader import authority_directories

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "descriptions/exempel-namnd/beskrivning.toml"
GUIDANCE = "descriptions/exempel-namnd/vagledning.toml"
ORIGINAL = "descriptions/exempel-namnd/original.txt"
SERVICE_POINTS = "descriptions/exempel-namnd/platser.toml"
SHARED = "general/vagledning.toml"
BOM = b"\xef\xbb\xbf"


def _told(root: Path) -> list[str]:
    report = check_all(root).report
    return [str(problem) for problem in (*report.errors, *report.warnings)]


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_example_is_valid(example: Path) -> None:
    assert _told(example) == []


@pytest.mark.parametrize("start", [b"", BOM], ids=["no BOM", "BOM"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_byte_order_marks_and_windows_line_endings_are_valid(example: Path, start: bytes, newline: bytes) -> None:
    for name in (SOURCE, GUIDANCE, SERVICE_POINTS, ORIGINAL, SHARED):
        file = example / name
        file.write_bytes(start + file.read_bytes().replace(b"\n", newline))
    digest = hashlib.sha256((example / ORIGINAL).read_bytes()).hexdigest()
    (example / f"{ORIGINAL}.sha256").write_bytes(start + f"{digest}  original.txt".encode() + newline)
    assert _told(example) == []


def test_windows_line_endings_do_not_move_the_lines(example: Path) -> None:
    _replace(example / SOURCE, "epost =", "mejl =")
    (before,) = _told(example)
    file = example / SOURCE
    file.write_bytes(BOM + file.read_bytes().replace(b"\n", b"\r\n"))
    assert _told(example) == [before]


def test_letters_may_be_decomposed(example: Path) -> None:
    _replace(example / GUIDANCE, "Chef för kansliet", "Chef fo\u0308r kansliet")
    assert _told(example) == []


def test_a_file_nested_too_deep_is_a_problem(example: Path) -> None:
    (example / GUIDANCE).write_text(f"a = {'[' * 5000}{']' * 5000}\n", encoding="utf-8")
    assert any("för många parenteser" in line for line in _told(example))


@pytest.mark.parametrize("number", ["1" * 5000, f"0x{'f' * 5000}"], ids=["decimal", "hexadecimal"])
def test_an_enormous_number_is_a_problem(example: Path, number: str) -> None:
    _replace(example / SOURCE, "kapitel = 21", f"kapitel = {number}")
    assert any("tal" in line for line in _told(example))


def test_a_folder_without_descriptions_is_a_problem(tmp_path: Path) -> None:
    assert _told(tmp_path) == ["descriptions: här finns ingen beskrivning. Lägg en mapp per myndighet i den."]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "borta"
    assert _told(missing) == [f"{missing}: mappen finns inte. Rätta VAGVISAREN_DATA, eller skapa mappen."]


@pytest.mark.parametrize("content", ["", " \n", "# bara en kommentar\n"])
def test_a_file_without_content_is_named_as_such_and_may_be_meant(example: Path, content: str) -> None:
    (example / GUIDANCE).write_text(content, encoding="utf-8")
    report = check_all(example).report
    told = [problem for problem in report.warnings if "filen är tom" in problem.message]
    assert [problem.file for problem in told] == ["exempel-namnd/vagledning.toml"]


def test_hidden_folders_and_files_are_no_authorities(example: Path) -> None:
    (example / "descriptions" / ".git").mkdir()
    (example / "descriptions" / "README.md").touch()
    assert authority_directories(example) == ["exempel-namnd"]


def test_a_problem_in_shared_guidance_is_told_once_for_all_authorities(example: Path) -> None:
    _copy_authority(example, "annan-namnd")
    _replace(example / SHARED, 'fraga = "Kostar det något?"\n', "")
    assert len([line for line in _told(example) if line.startswith(SHARED)]) == 1


def test_two_authorities_may_use_the_same_ids(example: Path) -> None:
    _copy_authority(example, "annan-namnd")
    descriptions = load_checked(example).descriptions
    assert [description.id for description in descriptions] == ["annan-namnd", "exempel-namnd"]


def test_a_problem_in_shared_guidance_is_told_there_whatever_the_authority_is_called(example: Path) -> None:
    _copy_authority(example, "foreningen-general")
    shutil.rmtree(example / "descriptions" / "exempel-namnd")
    _replace(example / SHARED, 'kalla = "21 kap. 1 § OSL (2009:400)"\ntema = "beslut"', 'kalla = "OSL"\ntema = "x"')
    assert _told(example) == ["general/vagledning.toml:10: tema pekar på temat x, som inte finns. Rätta id:t."]


def test_an_authority_s_own_record_replaces_the_shared_one(example: Path) -> None:
    with (example / GUIDANCE).open("a", encoding="utf-8") as file:
        file.write('\n[lagrum.osl-21-1]\nkort = "Vårt eget svar."\nkalla = "OSL"\ntema = "beslut"\n')
    checked = check_all(example)
    assert (checked.descriptions[0].guidance["osl-21-1"].short, checked.report.problems) == ("Vårt eget svar.", [])


def test_shared_guidance_to_a_provision_that_the_text_does_not_name_is_left_out(example: Path) -> None:
    (description,) = load_checked(example).descriptions
    assert "osl-21-3" not in description.guidance


def test_a_sentence_cut_by_a_page_break_is_one_passage(example: Path) -> None:
    (description,) = load_checked(example).descriptions
    assert "under fliken Beslut." in description.source.passages["register-1"].text


def test_passages_are_numbered_within_their_section(example: Path) -> None:
    (description,) = load_checked(example).descriptions
    numbers = {id_: passage.number for id_, passage in description.source.passages.items()}
    assert all(id_.endswith(f"-{number}") for id_, number in numbers.items())


def test_moving_one_paragraph_far_is_one_problem(example: Path) -> None:
    file = example / SOURCE
    text = file.read_text(encoding="utf-8")
    start = text.index("[stycke.om-beskrivningen-1]")
    end = text.index("[stycke.om-beskrivningen-2]")
    last = text.index("[avsnitt.organisation]")
    file.write_text(text[:start] + text[end:last] + text[start:end] + text[last:], encoding="utf-8")
    assert len(_told(example)) == 1


def _copy_authority(root: Path, name: str) -> None:
    folder = root / "descriptions" / name
    shutil.copytree(root / "descriptions" / "exempel-namnd", folder)
    _replace(folder / "beskrivning.toml", 'id = "exempel-namnd"', f'id = "{name}"')
