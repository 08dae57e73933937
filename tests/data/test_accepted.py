"""What was once accepted without a word: days to come, unseen and turning characters, too much, and no support."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 12, 1)
GUIDANCE = "descriptions/exempel-namnd/vagledning.toml"
ANSWER = 'svar = "Fråga kansliet."'


def _errors(root: Path, old: str, new: str, name: str = GUIDANCE) -> list[str]:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [problem.message for problem in check_all(root, TODAY).report.errors]


@pytest.mark.parametrize("day", ["2999-01-01", "2026-12-02", "1999-12-31"])
def test_a_day_that_nobody_can_have_reviewed_on_is_refused(example: Path, day: str) -> None:
    (error,) = _errors(example, 'granskad_den = "2026-01-31"', f'granskad_den = "{day}"')
    assert day in error


def test_today_is_a_day(example: Path) -> None:
    assert _errors(example, 'granskad_den = "2026-01-31"', 'granskad_den = "2026-12-01"') == []


@pytest.mark.parametrize(
    "char",
    ["\\u0000", "\\u001b", "\\u0085", "\u202e", "\\u202E", "\u2066", "\u200b", "\u00ad", "\ufeff", "\u3164", "\ue000"],
)
def test_a_character_that_controls_turns_or_is_not_seen_is_refused(example: Path, char: str) -> None:
    (error,) = _errors(example, ANSWER, f'svar = "Fråga{char} kansliet."')
    assert "U+" in error


@pytest.mark.parametrize("name", ["\u200b\u200c", "\u3164", "—", "...", "\u00ad"])
def test_a_name_that_says_nothing_is_refused(example: Path, name: str) -> None:
    assert _errors(example, 'namn = "Ärenden"', f'namn = "{name}"')


def test_arabic_keeps_what_joins_its_letters(example: Path) -> None:
    assert _errors(example, 'vardagsord.en = ["case"]', 'vardagsord.ar = ["می\u200cخواهم"]') == []


@pytest.mark.parametrize("length", [2_001, 300_000])
def test_an_answer_that_nobody_would_read_is_refused_and_not_repeated(example: Path, length: int) -> None:
    (error, *_) = _errors(example, ANSWER, f'svar = "{"a-" * length}"')
    assert "tecken" in error
    assert len(error) < 300


def test_a_file_that_is_too_large_is_not_read(example: Path) -> None:
    (error, *_) = _errors(example, ANSWER, f"{ANSWER}\n# {'a' * 5_000_001}")
    assert "MB" in error


def test_a_list_that_is_too_long_is_refused(example: Path) -> None:
    assert any("501 värden" in error for error in _errors(example, '"Sök på www.exempel.se."', '"Sök.",' * 501))


def test_on_the_web_needs_a_passage_that_says_so(example: Path) -> None:
    (error,) = _errors(
        example,
        '{ stycke = "register-1", text = "Lådan innehåller ärenden" },',
        '{ stycke = "organisation-1", text = "Exempelnämnden leder kansliet." },',
    )
    assert "webben" in error


def test_published_needs_a_passage_that_says_so(example: Path) -> None:
    (error,) = _errors(example, 'sekretess = "kan"', 'sekretess = "oppet"')
    assert "publiceras" in error
