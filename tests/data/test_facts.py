"""What is said to stand in the text stands there: a fact's value and its kind decide how it is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.checks import check_all

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "descriptions/exempel-namnd/beskrivning.toml"
GUIDANCE = "descriptions/exempel-namnd/vagledning.toml"


def _errors(root: Path, name: str, old: str, new: str) -> list[str]:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [problem.message for problem in check_all(root).report.errors]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('epost = "kansli@exempel.se"', 'epost = "nsli@exempel.se"'),
        ('telefon = "08-465 00 400"', 'telefon = "465 004"'),
        ('telefon = "08-465 00 400"', 'telefon = "08-465 004 0"'),
        ('vaxel = "08-465 004 00"', 'vaxel = "4004"'),
        ('diarienummer = "EX 2024/1"', 'diarienummer = "EX 2024"'),
        ('ersatter = "EX 2019/7"', 'ersatter = "X 2019/7"'),
        ('webbplats = "www.exempel.se"', 'webbplats = "exempel.se"'),
        ('namn = "Kansliet"', 'namn = "Kansl"'),
        ('namn = "Exempelnämnden"\nslag', 'namn = "Nämnden"\nslag'),
        ('organisation = "Exempels kommun"', 'organisation = "Exempels kom"'),
        ('chef = "kanslichefen"', 'chef = "chefen i"'),
        ('sokvag = ["Beslut"]', 'sokvag = ["Bes"]'),
        ('innehaller = ["ärenden"]', 'innehaller = ["."]'),
        ('innehaller = ["ärenden"]', 'innehaller = ["ren"]'),
        ('vad = ["Uppgifter om ärenden"]', 'vad = ["gifter om ärenden"]'),
        ('citat = "Registrator svarar på', 'citat = "registrator svarar på'),
        ('citat = "Registrator svarar på frågor om handlingarna."', 'citat = "."'),
        ("kapitel = 21", "kapitel = 1"),
    ],
)
def test_a_part_of_what_the_text_says_is_not_what_it_says(example: Path, old: str, new: str) -> None:
    errors = _errors(example, SOURCE, old, new)
    assert any("står inte i de stycken" in error or "borde heta" in error for error in errors)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('namn = "Kansliet"', 'namn = "Kansli"'),
        ('namn = "Exempelnämnden"\nslag', 'namn = "Exempelnämnd"\nslag'),
        ('part = "Riksexemplet"', 'part = "riksexemplets"'),
        ('telefon = "08-465 00 400"', 'telefon = "+46 8 465 004 00"'),
        ('webbplats = "www.exempel.se"', 'webbplats = "https://www.exempel.se/"'),
    ],
)
def test_the_same_in_another_form_is_what_the_text_says(example: Path, old: str, new: str) -> None:
    assert _errors(example, SOURCE, old, new) == []


@pytest.mark.parametrize(
    ("paragraph", "law"), [("2", "OSL"), ("99", "OSL"), ('"1 a"', "OSL"), ("1", "TF"), ("1", "KL"), ("1", "arkivlagen")]
)
def test_another_provision_than_the_text_cites_is_refused(example: Path, paragraph: str, law: str) -> None:
    file = example / SOURCE
    id_ = f"{law.lower()}-21-{paragraph.strip(chr(34)).replace(' ', '')}"
    written = f'[lagrum.{id_}]\nlag = "{law}"\nkapitel = 21\nparagraf = {paragraph}\nstycken = ["sekretess-1"]\n'
    file.write_text(file.read_text(encoding="utf-8") + written, encoding="utf-8")
    (problem,) = check_all(example).report.errors
    assert problem.path[1] == id_


@pytest.mark.parametrize("quote", [".", "e", "Lådan", "Låda", "ådan innehåller ärenden", "och i på"])
def test_a_quote_that_proves_nothing_is_refused(example: Path, quote: str) -> None:
    errors = _errors(example, GUIDANCE, 'text = "Lådan innehåller ärenden" }', f'text = "{quote}" }}')
    assert [error for error in errors if "citatet" in error]


def test_a_passage_that_is_one_word_may_be_quoted(example: Path) -> None:
    assert _errors(example, GUIDANCE, 'text = "Lådan innehåller ärenden" }', 'text = "Diarium" }') == []


def test_facts_are_looked_for_in_each_passage_by_itself(example: Path) -> None:
    errors = _errors(example, SOURCE, 'namn = "Kansliet"', 'namn = "exempel.se. Beskrivningen"')
    assert len(errors) == 1


def test_a_name_may_stand_in_a_heading_over_the_passage(example: Path) -> None:
    unit = '[enhet.registret]\nnamn = "Register"\nslag = "enhet"\nunder = "exempelnamnden"\nstycken = ["STYCKE"]\n'
    file = example / SOURCE
    text = file.read_text(encoding="utf-8")
    told = {}
    for passage in ("register-2", "sekretess-1"):
        file.write_text(text + "\n" + unit.replace("STYCKE", passage), encoding="utf-8")
        told[passage] = [problem.message for problem in check_all(example).report.errors]
    assert told["register-2"] == []
    assert told["sekretess-1"][0].startswith("”Register” står inte i de stycken som anges (sekretess-1)")


def test_what_is_said_to_stand_outside_the_text_need_not_stand_in_it(example: Path) -> None:
    number = 'diarienummer = "EX 2024/1"'
    outside = 'diarienummer = "SIDHUVUD 7"\nutanfor_texten = ["diarienummer"]'
    assert _errors(example, SOURCE, number, outside) == []


def test_only_a_key_of_the_table_may_be_said_to_stand_outside_the_text(example: Path) -> None:
    number = 'diarienummer = "EX 2024/1"'
    assert _errors(example, SOURCE, number, f'{number}\nutanfor_texten = ["diarienumer"]') == [
        "utanfor_texten har ”diarienumer”, som inte är en nyckel här. Menade du diarienummer?"
    ]
