"""Drafts: public only when someone with a role has published them, and named by nothing that is public."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all
from data.publication import Publication
from data.publishing import PUBLICATION_FILE, publication_text, why_no_role
from tests.data.shapes import COURT, copy_court
from tests.in_turn import in_turn
from tests.support import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

MARK = f"descriptions/{COURT}/{PUBLICATION_FILE}"
PLACE = f"""
[portal]
namn = "Lillmo"
myndigheter = ["{COURT}", "exempel-namnd"]
hem = "{COURT}"
arkivmyndighet = "{COURT}"
"""
ENDED = f"""
[upphord]
den = "2026-01-01"
handlingar_hos = "{COURT}"
uppgift_fran = "Kanslichefen"
uppgift_den = "2025-12-01"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A public authority, and a draft that the place has for its home."""
    shutil.copytree(EXAMPLE / "exempel-namnd", copy_court(tmp_path) / "descriptions" / "exempel-namnd")
    shutil.copytree(EXAMPLE / "general", tmp_path / "general")
    (tmp_path / "descriptions" / "exempel-namnd" / "aktuellt.toml").write_text(ENDED, encoding="utf-8")
    (tmp_path / "portal.toml").write_text(PLACE, encoding="utf-8")
    (tmp_path / MARK).write_text(publication_text(Publication()), encoding="utf-8")
    return tmp_path


def test_a_draft_is_checked_and_is_not_public(folder: Path) -> None:
    checked = check_all(folder)
    assert {each.id for each in checked.descriptions} == {COURT, "exempel-namnd"}
    assert [each.id for each in checked.public.descriptions] == ["exempel-namnd"]
    assert {each.id for each in checked.preview.descriptions} == {COURT, "exempel-namnd"}
    assert (checked.preview.place.is_preview, checked.public.place.is_preview) == (True, False)


def test_nothing_public_names_a_draft_by_its_id(folder: Path) -> None:
    public = check_all(folder).public
    assert COURT not in repr(public.place)
    ended = public.descriptions[0].ended
    assert ended is not None
    assert ended.records_at == "Lillmo tingsrätt"


def test_a_role_and_a_day_publish_it(folder: Path) -> None:
    (folder / MARK).write_text(publication_text(Publication("registrator", "2026-01-02")), encoding="utf-8")
    checked = check_all(folder)
    assert COURT in {each.id for each in checked.public.descriptions}


def test_a_mark_that_cannot_be_read_publishes_nothing(folder: Path) -> None:
    (folder / MARK).write_text("[publicering\n", encoding="utf-8")
    checked = check_all(folder)
    assert checked.report.errors
    assert COURT not in {each.id for each in checked.public.descriptions}


@pytest.mark.parametrize(("by", "on"), [("registrator", ""), ("", "2026-01-02"), ("Lisa Lindgren", "2026-01-02")])
def test_half_a_mark_and_a_name_are_refused(folder: Path, by: str, on: str) -> None:
    (folder / MARK).write_text(publication_text(Publication(by, on)), encoding="utf-8")
    assert any(problem.file.endswith(PUBLICATION_FILE) for problem in check_all(folder).report.errors)


@in_turn("role", ["Lisa Lindgren", "19121212-1212", "0701234567", "", "…", "lisa@exempel.se", 'chef"', "a" * 101])
def test_what_is_no_role(role: str) -> None:
    assert why_no_role(role).endswith("Skriv din roll, till exempel registrator eller kanslichef.")


@in_turn("role", ["registrator", "Kanslichef", "registrator, Kommunstyrelsens kansli", "IT-strateg"])
def test_what_is_a_role(role: str) -> None:
    assert why_no_role(role) == ""
