"""The table of deliberate faults fits the code: `python -m tests.faults` plants what it says it plants."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment

from tests.faults.planting import read
from tests.in_turn import in_turn
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable

FAULTS = read()
_READERS: dict[str, Callable[[str], object]] = {".py": ast.parse, ".html": Environment(autoescape=True).parse}


def text_of(file: str) -> str:
    """A file of the checkout."""
    return (REPOSITORY / file).read_text("utf-8")


def is_test(node: str) -> bool:
    """Whether there is such a test, or a file or folder of tests."""
    path, _, name = node.partition("::")
    return (REPOSITORY / path).exists() and (not name or f"def {name.partition('[')[0]}(" in text_of(path))


def test_there_are_thirty_faults_in_thirty_files() -> None:
    assert len({fault.file for fault in FAULTS.values()}) >= 30


def test_what_a_fault_replaces_stands_once_in_its_file() -> None:
    assert [name for name, fault in FAULTS.items() if text_of(fault.file).count(fault.was) != 1] == []


@in_turn("name", [name for name, fault in FAULTS.items() if Path(fault.file).suffix in _READERS])
def test_a_file_with_a_fault_can_still_be_read(name: str) -> None:
    fault = FAULTS[name]
    assert _READERS[Path(fault.file).suffix](fault.changed(text_of(fault.file)))


def test_what_is_to_notice_a_fault_exists() -> None:
    assert [test for fault in FAULTS.values() for test in fault.tests if not is_test(test)] == []
