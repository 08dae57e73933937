"""No regular expression of ours takes more than its share of work for a longer text, whatever the text repeats.

A text of 300 kB that is nearly a match once hung `check`: each of its places was tried to its end. Steps are counted on
short texts; what grows in proportion there does so everywhere.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest

import data
import index
from tests.data.stepping import Costly, Stepper
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT, LONG = 40, 160
"""Characters. Where work grows in proportion, four times the text takes four times the steps; otherwise sixteen."""
GROWTH = 9
_UNBOUNDED = re.compile(r"[*+](?![^\[]*\])|,\}")
"""What has no repetition without an end takes so much at each place and no more, however long the text is."""
MOST = 60_000
HOSTILE = (
    *(
        "a-",
        "a",
        "a.",
        "a@a.",
        "1",
        "1-",
        "0/",
        " ",
        "\n",
        "[",
        "]",
        '"',
        "'",
        "=",
        "§",
        "1,",
        "kap ",
        "osl, ",
        "1 och ",
    ),
    *("Aa ", "Aagatan ", "heter ", "#", "\\", ":", "a_", "webb", "*"),
)


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    seen: set[str] = set()
    for package in (data, index):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.endswith("__main__"):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                parts = value if isinstance(value, tuple) else (value,)
                flat = [one for part in parts for one in (part if isinstance(part, tuple) else (part,))]
                for number, one in enumerate(one for one in flat if isinstance(one, re.Pattern)):
                    if isinstance(one.pattern, str) and _UNBOUNDED.search(one.pattern) and one.pattern not in seen:
                        seen.add(one.pattern)
                        yield f"{module.name}.{name}{number or ''}", one


PATTERNS = dict(_patterns())


def _steps(pattern: re.Pattern[str], unit: str, length: int) -> int:
    text = (unit * length)[:length]
    return Stepper(pattern, text, MOST).run()


def _is_costly(pattern: re.Pattern[str], unit: str) -> bool:
    """Whether the work grows faster than the text that repeats something."""
    try:
        return _steps(pattern, unit, LONG) > GROWTH * _steps(pattern, unit, SHORT)
    except Costly:
        return True


def test_patterns_are_there_to_be_tried() -> None:
    assert len(PATTERNS) > 10


@in_turn("name", PATTERNS)
def test_work_grows_in_proportion_to_the_text(name: str) -> None:
    assert [unit for unit in HOSTILE if _is_costly(PATTERNS[name], unit)] == []


@pytest.mark.parametrize("written", [r"\b[a-z-]+\.[a-z-]+@", r"[\w.]+@", r"\s*,?\s+x"])
def test_a_pattern_that_reads_a_text_over_and_over_is_noticed(written: str) -> None:
    pattern = re.compile(written)
    unit = " " if "s*" in written else "a-" if "-" in written else "a"
    assert _is_costly(pattern, unit)
