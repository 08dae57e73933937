"""Every folder of tests/broken is a description with known problems: `check` tells these and no others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all, load_checked
from data.problems import DataError
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.problems import Report

    Overlay = Callable[[Path], Path]

BROKEN = Path(__file__).parents[1] / "broken"
CASES = sorted(path for path in BROKEN.iterdir() if path.is_dir())
WARNING = ": varning: "


def _told(report: Report) -> list[str]:
    return [str(problem) for problem in (*report.errors, *report.warnings)]


def _expected(case: Path) -> list[str]:
    return (case / "expected.txt").read_text(encoding="utf-8").splitlines()


def _is_only_warned_of(case: Path) -> bool:
    return all(WARNING in line for line in _expected(case))


@in_turn("case", CASES, ids=lambda case: case.name)
def test_exactly_the_expected_problems_are_told(case: Path, overlay: Overlay) -> None:
    report = check_all(overlay(case)).report
    unexpected = _told(report)
    untold = []
    for line in _expected(case):
        # The line begins with its place, so a problem on another line or in another file does not match.
        found = next((problem for problem in unexpected if problem.startswith(line)), None)
        if found:
            unexpected.remove(found)
        else:
            untold.append(line)
    assert (untold, unexpected) == ([], [])


@in_turn("case", [case for case in CASES if not _is_only_warned_of(case)], ids=lambda case: case.name)
def test_data_with_errors_is_refused(case: Path, overlay: Overlay) -> None:
    with pytest.raises(DataError):
        load_checked(overlay(case))


@in_turn("case", [case for case in CASES if _is_only_warned_of(case)], ids=lambda case: case.name)
def test_data_with_warnings_alone_is_used(case: Path, overlay: Overlay) -> None:
    descriptions = load_checked(overlay(case)).descriptions
    assert len(descriptions) == 1


def test_the_refusal_holds_every_problem(overlay: Overlay) -> None:
    case = BROKEN / "unknown-key"
    with pytest.raises(DataError) as refusal:
        load_checked(overlay(case))
    assert len(refusal.value.problems) == len(str(refusal.value).splitlines()) == len(_expected(case))


@pytest.mark.parametrize("case", ["personnummer", "personnummer-in-original", "samordningsnummer"])
def test_a_refused_identity_number_is_not_repeated(case: str, overlay: Overlay) -> None:
    report = check_all(overlay(BROKEN / case)).report
    assert not any(number in line for line in _told(report) for number in ("1212-1212", "12121212", "701063"))
