"""What a description can hold beside paragraphs: tables, lists, definitions, a chapter alone, what is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.audit import Status, audit
from data.checks import check_all
from data.entries import entries
from data.kinds import PassageKind, UnitKind
from data.quotes import blocks, contains
from data.text import HIDDEN
from data.written_days import has_day
from tests.data.shapes import COURT, copy_court
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description, SourceText

SOURCE = f"descriptions/{COURT}/beskrivning.toml"


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Description:
    checked = check_all(copy_court(tmp_path_factory.mktemp("court")))
    assert checked.report.errors == []
    return checked.descriptions[0]


@pytest.fixture(scope="module")
def source(court: Description) -> SourceText:
    return court.source


def test_a_row_has_its_cells_and_is_shown_without_the_empty_ones(source: SourceText) -> None:
    row = source.passages["register-2"]
    assert (row.kind, row.cells, row.shown) == (
        PassageKind.TABLE_ROW,
        ("Domboken", "Domar och beslut", "", ""),
        "Domboken · Domar och beslut",
    )
    assert source.columns_of(row)[1] == "Innehåll"


def test_a_quote_over_cells_may_be_copied_from_the_file_or_from_the_page(source: SourceText) -> None:
    row = source.passages["register-1"].whole
    assert contains(row, "Målregistret | Mål och ärenden")
    assert contains(row, "parter och förhandlingar · 35 kap.")
    assert not contains(row, "Målregistret Mål och ärenden")


def test_what_is_hidden_is_a_sentence_and_is_found_by_nothing(court: Description) -> None:
    hidden = court.source.passages["kontakt-1"]
    assert (hidden.text, hidden.searched) == (HIDDEN, "")
    assert all("visas inte" not in f"{entry.own_words} {entry.answer}" for entry in entries(court))


def test_a_heading_may_have_nothing_but_what_is_under_it(source: SourceText) -> None:
    assert source.sections["malenhetens-arbete"].passages == ()
    assert source.sections_in("malenhetens-arbete") == ("beredning",)
    assert source.sections_in("organisation") == ("malenhetens-arbete",)


def test_provisions_are_cited_as_they_are(source: SourceText) -> None:
    assert [provision.citation for provision in source.provisions.values()] == [
        "21 kap. 1 § OSL",
        "35 kap. OSL",
        "9 § OSF",
        "7 kap. 4 § sekretesslagen (1980:100)",
    ]


def test_a_court_belongs_to_nobody_and_its_kinds_are_its_own(source: SourceText) -> None:
    assert (source.authority.organisation, source.authority.belongs_to) == ("", "Lillmo tingsrätt")
    assert (source.units["tingsratten"].kind, source.units["staben"].kind) == (UnitKind.COURT, UnitKind.STAFF)


def test_a_text_that_says_so_and_tells_of_the_archive_is_the_archive_description(court: Description) -> None:
    assert audit(court).findings[-1].status is Status.PRESENT


FAULTS = {
    "another head": ('kolumner = ["System"', 'kolumner = ["Register"', "stämmer inte ord för ord"),
    "no head": ('kolumner = ["System", "Innehåll", "Sekretess", "Gallring"]\n', "", "System | Innehåll"),
    "other cells than words": ('celler = ["Loggboken"', 'celler = ["Boken"', "är inte samma ord som text"),
    "a row of no table": ('tabell = "system"\ndold', "dold", "tabell hör ihop med"),
    "a row of another table": ('tabell = "system"\ndold', 'tabell = "annan"\ndold', "som inte finns"),
    "words that are to be hidden": (
        'dold = "Stycket har ett personnummer."',
        'dold = "Stycket har ett personnummer."\ntext = "Lisa svarar."',
        "döljs. Låt text vara tom",
    ),
    "no words": ('text = "målenheten"', "", "saknar nyckeln text"),
    "cells of a paragraph": ('slag = "bildtext"', 'slag = "bildtext"\nceller = ["Tabell 1."]', "varken en rad"),
    "another day": ('beslutad_den = "2018-06-18"', 'beslutad_den = "2018-06-19"', "står inte i de stycken"),
    "another chapter": (
        '[lagrum.osl-35]\nlag = "OSL"\nkapitel = 35',
        '[lagrum.osl-36]\nlag = "OSL"\nkapitel = 36',
        "36 kap",
    ),
    "the former law as today's": (
        '[lagrum.sekretesslagen-1980-100-7-4]\nlag = "sekretesslagen (1980:100)"',
        '[lagrum.osl-7-4]\nlag = "OSL"',
        "i en annan lag än OSL",
    ),
    "a law alone": ('lag = "OSF"\nparagraf = 9\n', 'lag = "OSF"\n', "saknar kapitel eller paragraf"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_as_the_text_has_it_is_told(fault: str, tmp_path: Path) -> None:
    old, new, told = FAULTS[fault]
    file = copy_court(tmp_path) / SOURCE
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert any(told in problem.message for problem in check_all(tmp_path).report.errors)


def test_rows_are_blocks_of_their_own_and_other_lines_are_not() -> None:
    assert blocks("Ett stycke\nmed två rader\n\nA | B\n1 | 2\n3 |\n\nSlut") == [
        "Ett stycke med två rader",
        "A | B",
        "1 | 2",
        "3",
        "Slut",
    ]


@in_turn(
    "written",
    [
        *("2018-06-18", "den 18 juni 2018", "18:e juni 2018", "18 jun. 2018", "18/6 2018", "18/6-18", "18.6.2018"),
        *("20180618", "2018-06-18, § 60", "2018/06/18"),
    ],
)
def test_a_day_is_found_in_whatever_form(written: str) -> None:
    assert has_day(f"Beslutad {written}", "2018-06-18")


@in_turn("written", ["118 juni 2018", "18 juni 2019", "KS 2018-06-181", "31 juni 2018", "8 juni 2018"])
def test_another_day_is_not_that_day(written: str) -> None:
    assert not has_day(f"Beslutad {written}", "2018-06-18")
