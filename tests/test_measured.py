"""What the tests take is held: a run that takes too much is refused, whatever it came to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests import measured

if TYPE_CHECKING:
    import pytest


def written(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_what_was_taken_stands_before_the_last_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert measured.main(written("print('one'); print('9 passed')")) == 0
    first, cost, last = capfd.readouterr().out.splitlines()
    assert (first, last) == ("one", "9 passed")
    assert "s of a usual processor (at most 640)" in cost


def test_a_run_that_takes_too_much_is_refused(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measured, "MOST_PROCESSOR", 0.0)
    assert measured.main(written("print('9 passed')")) == 1
    out, err = capfd.readouterr()
    assert out.splitlines()[-1] == "9 passed"
    assert "The tests take too long" in err


def test_a_run_that_fails_has_failed(capfd: pytest.CaptureFixture[str]) -> None:
    assert measured.main(written("print('1 failed'); raise SystemExit(3)")) == 3
    assert capfd.readouterr().err == ""
