"""What holds today beside an older text: how it is read, what it changes, and each thing that it may not say."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all, load_checked
from data.contact import Contact, contact_of
from data.entries import entries
from data.today import CurrentFact, CurrentField, Ended, Removed, facts_of, has_ended, value_today
from tests.portal.placed import BOARD, HOME, PLACE, PLACES, SCHOOLS

if TYPE_CHECKING:
    from pathlib import Path

    from data.entries import Entry
    from data.model import Description

FILE = "descriptions/exempel-namnd/aktuellt.toml"
STATED = 'uppgift_fran = "Registratorn"\nuppgift_den = "2026-11-01"\n'
DAY = date(2026, 11, 27)


def fact(entry: str, field: str, value: str, id_: str = "a") -> str:
    return f'[aktuellt.{id_}]\npost = "{entry}"\nfalt = "{field}"\nvarde = "{value}"\n{STATED}'


def ends(*lines: str, on: str = "2026-11-01") -> str:
    return "\n".join(["[upphord]", f'den = "{on}"', *lines, STATED])


def written(root: Path, text: str) -> Description:
    (root / FILE).write_text(text, encoding="utf-8")
    (description,) = load_checked(root, DAY).descriptions
    return description


def told(root: Path, text: str) -> list[str]:
    (root / FILE).write_text(text, encoding="utf-8")
    return [str(each) for each in check_all(root, DAY).report.problems]


def entry_of(description: Description, id_: str) -> Entry:
    return next(each for each in entries(description) if each.id == id_)


# Reading


def test_a_fact_says_what_holds_who_says_so_and_when(example: Path) -> None:
    description = written(example, fact("kansliet", "epost", "ny@exempel.se"))
    expected = CurrentFact("a", "kansliet", CurrentField.EMAIL, "ny@exempel.se", "Registratorn", "2026-11-01")
    assert description.current == {"a": expected}
    assert facts_of(description.current, "kansliet") == {CurrentField.EMAIL: expected}
    assert value_today(description.current, "kansliet", CurrentField.PHONE) == ""


def test_an_end_and_what_is_gone_are_read(example: Path) -> None:
    text = ends('efterfoljare = "Stadsnämnden"') + '[borttagen.brev]\nskal = "Fel."\nuppgift_den = "2026-11-01"\n'
    description = written(example, text)
    assert description.ended == Ended("2026-11-01", "Stadsnämnden", "", "Registratorn", "2026-11-01")
    assert description.removed == {"brev": Removed("brev", "Fel.", "2026-11-01")}


def test_a_description_without_the_file_says_nothing_of_today(small: Description) -> None:
    assert (small.current, small.ended, small.removed) == ({}, None, {})


# What it changes


def test_the_source_stays_as_it_is(example: Path, small: Description) -> None:
    text = fact("kansliet", "epost", "ny@exempel.se") + fact("kansliet", "namn", "Stab", "b")
    assert written(example, text).source == small.source


def test_a_unit_is_reached_as_it_is_today(example: Path) -> None:
    description = written(example, fact("kansliet", "telefon", "08-465 00 499"))
    assert contact_of(description, "kansliet") == Contact("kansli@exempel.se", "08-465 00 499", "kansliet")


def test_units_below_inherit_what_holds_today(description: Description) -> None:
    above, below = "digitaliseringsavdelningen", "kollega-konsument"
    stated = CurrentFact("a", above, CurrentField.EMAIL, "ny@exempel.se", "Registratorn", "2026-11-01")
    before, after = contact_of(description, below), contact_of(replace(description, current={"a": stated}), below)
    assert before.email != "ny@exempel.se"
    assert after == replace(before, email="ny@exempel.se")
    assert after.stated_by == above


def test_a_name_of_today_is_searched_beside_the_old_one(example: Path) -> None:
    entry = entry_of(written(example, fact("kansliet", "namn", "Stadsstaben")), "kansliet")
    assert entry.title != "Stadsstaben"
    assert {entry.title, "Stadsstaben"} <= set(entry.names)


def test_an_address_of_today_is_searched_beside_the_old_one(example: Path) -> None:
    entry = entry_of(written(example, fact("kansliet", "epost", "ny@exempel.se")), "kansliet")
    assert {"kansli@exempel.se", "ny@exempel.se"} <= set(entry.contacts)


def test_an_address_that_only_today_gives_can_be_asked_for(example: Path, small: Description) -> None:
    after = entry_of(written(example, fact("exempelnamnden", "epost", "namnden@exempel.se")), "exempelnamnden")
    assert len(after.labels) == len(entry_of(small, "exempelnamnden").labels) + 1


@pytest.mark.parametrize(
    ("day", "is_over"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True), (date(2027, 1, 2), True), (None, True)]
)
def test_an_authority_has_ended_from_its_day_on(day: date | None, *, is_over: bool) -> None:
    assert has_ended(Ended("2027-01-01", "", "", "Registratorn", "2026-11-01"), day) is is_over
    assert not has_ended(None, day)


# What it may not say


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            fact("kanslet", "epost", "ny@exempel.se"),
            "aktuellt.toml:2: post pekar på posten kanslet, som inte finns. Menade du kansliet?",
            id="an entry that is not there",
        ),
        pytest.param(
            fact("kansliet", "epst", "ny@exempel.se"),
            "aktuellt.toml:3: falt i [aktuellt.a] är ”epst” men ska vara ett av: epost, telefon, namn, efterfoljare. "
            "Menade du epost?",
            id="a field that is not there",
        ),
        pytest.param(
            fact("kansliet", "epost", "ny(at)exempel.se"),
            "aktuellt.toml:4: ”ny(at)exempel.se” är ingen e-postadress. Skriv den som namn@exempel.se.",
            id="no address",
        ),
        pytest.param(
            fact("kansliet", "telefon", "växeln"),
            "aktuellt.toml:4: ”växeln” är inget telefonnummer. Skriv det som 010-000 00 00.",
            id="no number",
        ),
        pytest.param(
            fact("osl-21-1", "telefon", "08-465 00 499"),
            "aktuellt.toml:3: osl-21-1 har inget sådant fält som telefon. Om den kan du skriva efterfoljare.",
            id="the telephone of a provision",
        ),
        pytest.param(
            fact("ladan", "epost", "ny@exempel.se"),
            "aktuellt.toml:3: ladan har inget sådant fält som epost. Om den kan du skriva namn eller efterfoljare.",
            id="the address of a register",
        ),
        pytest.param(
            fact("arenden", "namn", "Nya ärenden"),
            "aktuellt.toml:3: arenden är ingen enhet, inget sökmedel, lagrum eller utbyte av uppgifter. Välj en sådan "
            "post, eller ändra texten i vagledning.toml.",
            id="a record type, which is ours",
        ),
        pytest.param(
            fact("kansliet", "efterfoljare", "kanslit"),
            "aktuellt.toml:4: varde ”kanslit” ser ut som ett id, men är ingen post hos myndigheten. Menade du "
            "kansliet? Rätta id:t, eller skriv namnet med stor bokstav.",
            id="a successor that is not there",
        ),
        pytest.param(
            fact("kansliet", "efterfoljare", "kansliet"),
            "aktuellt.toml:4: kansliet kan inte efterträda sig själv. Skriv vem som har tagit över.",
            id="its own successor",
        ),
        pytest.param(
            fact("kansliet", "epost", "ny@exempel.se") + fact("kansliet", "epost", "annan@exempel.se", "b"),
            "aktuellt.toml:7: [aktuellt.b] och [aktuellt.a] säger båda epost för kansliet. Ta bort den ena.",
            id="the same said twice",
        ),
        pytest.param(
            fact("kansliet", "epost", "ny@exempel.se").replace("2026-11-01", "2026-11-28"),
            "aktuellt.toml:6: uppgift_den 2026-11-28 har inte varit än. Skriv dagen då det gjordes.",
            id="a day to come",
        ),
        pytest.param(
            fact("kansliet", "namn", "Stab 121212-1212"),
            "aktuellt.toml:4: här står ett personnummer eller samordningsnummer. Ta bort det.",
            id="an identity number",
        ),
        pytest.param(
            fact("kansliet", "namn", "Stab\\u202eilsnak"),
            "aktuellt.toml:4: här står",
            id="a character that turns words",
        ),
        pytest.param(
            '[aktuellt.a]\npost = "kansliet"\nfalt = "namn"\nvarde = "Stab"\n',
            "aktuellt.toml:1: [aktuellt.a] saknar nyckeln uppgift_fran. Lägg till den.",
            id="nobody who says so",
        ),
        pytest.param(
            ends(on="i morgon"),
            "aktuellt.toml:2: den ”i morgon” är inget datum. Skriv det som 2026-01-31.",
            id="an end on no day",
        ),
        pytest.param(
            ends('efterfoljare = "exempel-namden"'),
            "aktuellt.toml:3: efterfoljare ”exempel-namden” ser ut som ett id, men är ingen myndighet här. Menade du "
            "exempel-namnd? Rätta id:t, eller skriv namnet med stor bokstav.",
            id="an authority that is not there",
        ),
        pytest.param(
            ends('handlingar_hos = "exempel-namnd"'),
            "aktuellt.toml:3: handlingar_hos är myndigheten själv. Skriv en annan, eller ta bort handlingar_hos.",
            id="the authority itself",
        ),
        pytest.param(
            '[borttagen.kansliet]\nskal = "Fel."\nuppgift_den = "2026-11-01"\n',
            "aktuellt.toml:1: [borttagen.kansliet] finns kvar som post. Ta bort posten, eller ta bort "
            "[borttagen.kansliet].",
            id="something gone that is there",
        ),
        pytest.param(
            '[borttagen.brev]\nskal = ""\nuppgift_den = "2026-11-01"\n',
            "aktuellt.toml:2: skal i [borttagen.brev] är tom. Fyll i den.",
            id="no reason",
        ),
        pytest.param(
            '[bortagen.brev]\nskal = "Fel."\n',
            "aktuellt.toml:1: okänd nyckel bortagen i [exempel-namnd/aktuellt.toml]. Menade du borttagen? Annars ta "
            "bort nyckeln.",
            id="a table that is not there",
        ),
    ],
)
def test_what_it_may_not_say_is_told_with_its_line(example: Path, text: str, expected: str) -> None:
    problems = told(example, text)
    assert len([line for line in problems if line.startswith(f"exempel-namnd/{expected}")]) == 1, problems


@pytest.mark.parametrize(
    "text",
    [
        fact("kansliet", "telefon", "08-465 00 499"),
        fact("kansliet", "telefon", "112"),
        fact("kansliet", "efterfoljare", "exempelnamnden"),
        fact("kansliet", "efterfoljare", "Servicenämnden i Exempelstad"),
        fact("osl-21-1", "efterfoljare", "21 kap. 2 § OSL"),
        ends(on="2030-01-01"),
        ends('efterfoljare = "Stadsnämnden"', 'handlingar_hos = "Stadsarkivet"'),
    ],
)
def test_what_it_may_say_is_told_of_in_no_way(example: Path, text: str) -> None:
    assert told(example, text) == []


def test_an_id_that_a_record_had_leads_on_and_is_not_gone(example: Path, small: Description) -> None:
    former, present = next((former, each.id) for each in small.guidance.values() for former in each.former_ids)
    (problem,) = told(example, f'[borttagen.{former}]\nskal = "Fel."\nuppgift_den = "2026-11-01"\n')
    assert f"[borttagen.{former}] heter nu {present}, och adressen leder dit." in problem


# Of several authorities


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """Three authorities, and a place that has its home among them."""
    for authority in (HOME, SCHOOLS, BOARD):
        shutil.copytree(PLACES / authority, tmp_path / "descriptions" / authority)
    return tmp_path


def of_places(root: Path, portal: str, authority: str, text: str) -> list[str]:
    (root / "portal.toml").write_text(portal, encoding="utf-8")
    (root / "descriptions" / authority / "aktuellt.toml").write_text(text, encoding="utf-8")
    return [str(each) for each in check_all(root, DAY).report.errors]


@pytest.mark.parametrize(("on", "is_refused"), [("2026-11-27", True), ("2026-11-28", False)])
def test_the_home_authority_may_not_be_one_that_has_ended(places: Path, on: str, *, is_refused: bool) -> None:
    problems = of_places(places, f'[portal]\nhemmyndighet = "{HOME}"\n', HOME, ends(on=on))
    expected = f"portal.toml:2: hemmyndighet {HOME} upphörde {on}. Välj en myndighet som finns."
    assert problems == ([expected] if is_refused else [])


def test_who_takes_over_may_be_another_authority_of_the_place(places: Path) -> None:
    text = ends(f'efterfoljare = "{SCHOOLS}"', f'handlingar_hos = "{HOME}"')
    assert of_places(places, f'[portal]\nhemmyndighet = "{HOME}"\n', BOARD, text) == []


def test_an_authority_that_is_said_to_be_gone_may_not_be_there(places: Path) -> None:
    gone = f'[borttagen.{BOARD}]\nskal = "Fel."\nuppgift_den = "2026-11-01"\n'
    problems = of_places(places, f'[portal]\nhemmyndighet = "{HOME}"\n{gone}', BOARD, ends())
    (problem,) = problems
    assert problem.startswith(f"portal.toml:3: [borttagen.{BOARD}] finns kvar som myndighet. Ta bort mappen {BOARD}")


def test_a_place_may_say_of_an_authority_that_it_is_gone(places: Path) -> None:
    (places / "portal.toml").write_text(
        f'[portal]\nhemmyndighet = "{HOME}"\n[borttagen.tallmo-x]\nskal = "Fel."\nuppgift_den = "2026-11-01"\n',
        encoding="utf-8",
    )
    checked = check_all(places, DAY)
    assert checked.report.errors == []
    assert checked.place.removed == {"tallmo-x": Removed("tallmo-x", "Fel.", "2026-11-01")}
    assert PLACE.home == checked.place.home
