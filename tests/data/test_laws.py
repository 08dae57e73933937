"""Each statement of law names a law of the table, which tells as of which day it was read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.checks import check_all, load_checked
from data.laws import law_of, parts_of
from tests.in_turn import in_turn

DATA = Path(__file__).parents[2] / "data"
LAWS = load_checked(DATA).descriptions[0].laws


@in_turn(
    ("citation", "ids"),
    [
        ("TF 2:15", ["tf"]),
        ("FL 43–44 §§", ["fl"]),
        ("39 kap. 3 § OSL (2009:400)", ["osl"]),
        ("lagen (1998:620) om belastningsregister", ["lagen-om-belastningsregister"]),
        ("2 kap. tryckfrihetsförordningen; artikel 15 i dataskyddsförordningen (EU) 2016/679", ["tf", "gdpr"]),
        ("ATF 2:15", [""]),
        ("OSL (2009:401)", [""]),
        ("en lag", [""]),
    ],
)
def test_a_citation_names_a_law_by_its_number_or_else_by_its_name(citation: str, ids: list[str]) -> None:
    found = [law_of(part, LAWS.values()) for part in parts_of(citation)]
    assert [law.id if law else "" for law in found] == ids


def test_what_could_not_be_read_is_not_said_to_be() -> None:
    assert (LAWS["osl"].verified, LAWS["osl"].read_as_of) == (False, "")
    assert (LAWS["tf"].verified, LAWS["tf"].read_as_of) == (True, "2025-09-01")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of data with a fault of each kind."""
    root = tmp_path_factory.mktemp("data")
    for folder in ("general", "descriptions"):
        shutil.copytree(DATA / folder, root / folder)
    for file, before, after in (
        ("vagledning", '"TF 2:4"', '"TV 2:4"'),
        ("vagledning", "18 kap. 3 § OSL (2009:400)", "18 kap. 3 § OSL (2009:4)"),
        ("begrepp", '"bibliotekslagen (2013:801)"', '"allmän kunskap; vapnen"'),
        ("vagledning", 'laget = "2025-09-01"\n', ""),
    ):
        path = root / "general" / f"{file}.toml"
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return "\n".join(str(problem) for problem in check_all(root).report.errors)


@in_turn(
    ("file", "fault", "todo"),
    [
        ("vagledning", "”TV 2:4” är ingen lag i tabellen [lag.…]", "Rätta namnet eller numret, eller lägg till lagen"),
        ("vagledning", "”18 kap. 3 § OSL (2009:4)” är ingen lag", "Rätta namnet eller numret"),
        ("begrepp", "”allmän kunskap” är ingen lag", "Rätta namnet eller numret"),
        ("begrepp", "”vapnen” är ingen lag", "lägg till lagen där med dagen vars lydelse du har läst"),
        ("vagledning", "[lag.tf] är kontrollerad men säger inte när och var", "Skriv laget och last_i, eller ta bort"),
    ],
)
def test_what_names_no_law_is_told_with_file_line_and_what_to_do(told: str, file: str, fault: str, todo: str) -> None:
    (line,) = [line for line in told.split("\n") if fault in line]
    assert line.startswith(f"general/{file}.toml:")
    assert int(line.split(":")[1]) > 0
    assert todo in line
