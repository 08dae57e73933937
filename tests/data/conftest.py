"""A small valid description, and a way to lay other files over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
EXAMPLE = "exempel-namnd"
REMOVED = "removed.txt"
EXPECTED = "expected.txt"

Overlay = Callable[[Path], Path]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A data folder of its own with the valid example, for a test to change."""
    return _copy_example(tmp_path)


@pytest.fixture
def overlay(tmp_path: Path) -> Overlay:
    """Lay the files of a case over an example of its own; `removed.txt` names those that the case lacks."""

    def lay(case: Path) -> Path:
        example = _copy_example(tmp_path / case.name)
        for file in case.rglob("*"):
            if file.is_file() and file.name not in {REMOVED, EXPECTED}:
                shutil.copyfile(file, _place(example, file.relative_to(case)))
        if (case / REMOVED).exists():
            for name in (case / REMOVED).read_text(encoding="utf-8").split():
                _place(example, Path(name)).unlink()
        return example

    return lay


def _copy_example(root: Path) -> Path:
    shutil.copytree(TESTS / "valid" / EXAMPLE, root / "descriptions" / EXAMPLE)
    shutil.copytree(TESTS / "valid" / "general", root / "general")
    return root


def _place(root: Path, name: Path) -> Path:
    return root / name if name.parts[0] == "general" else root / "descriptions" / EXAMPLE / name
