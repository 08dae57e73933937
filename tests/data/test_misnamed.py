"""Files that nobody reads since they are called nearly as those that are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.checks.misnamed import check_names
from data.problems import Report

if TYPE_CHECKING:
    from pathlib import Path


def _warnings(root: Path) -> list[str]:
    report = Report()
    check_names(root, report)
    return [str(warning) for warning in report.warnings]


@pytest.mark.parametrize(
    "name", ["portal.toml.txt", "Portal.toml", "portal.txt", "portal.toml.bak", "PORTAL.TOML", "aktuellt.toml~"]
)
def test_a_name_that_is_nearly_right_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("", "utf-8")
    (warning,) = _warnings(tmp_path)
    assert warning.startswith(f"{name}: varning: filen läses inte")
    assert ("aktuellt.toml" if name.startswith("akt") else "portal.toml") in warning


def test_in_an_authoritys_folder_too(tmp_path: Path) -> None:
    folder = tmp_path / "descriptions" / "granvik-ks"
    folder.mkdir(parents=True)
    (folder / "aktuellt.toml.txt").write_text("", "utf-8")
    assert _warnings(tmp_path)[0].startswith("granvik-ks/aktuellt.toml.txt: varning: ")


def test_what_is_read_and_what_is_something_else_are_left_alone(tmp_path: Path) -> None:
    for name in ("portal.toml", "original.txt", "original.txt.sha256", "logo.svg", "läs mig.txt", ".gitignore"):
        (tmp_path / name).write_text("", "utf-8")
    assert _warnings(tmp_path) == []
