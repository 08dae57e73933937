"""What the Makefile and the docs name is there: a file that has moved is no longer run, or no longer proof."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.support import REPOSITORY

DOCS = [path.relative_to(REPOSITORY).as_posix() for path in sorted((REPOSITORY / "docs").glob("*.md"))]
_FILE = re.compile(r"\btests/[\w/]+\.py\b")


def gone(text: str) -> list[str]:
    return [name for name in _FILE.findall(text) if not (REPOSITORY / name).is_file()]


def test_make_test_faults_runs_files_that_are_there() -> None:
    command = ["make", "--dry-run", "--no-print-directory", "test-faults"]
    told = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout  # noqa: S603  (our own words)
    assert _FILE.findall(told)
    assert gone(told) == []


@pytest.mark.parametrize("name", ["README.md", *DOCS])
def test_the_docs_name_tests_that_are_there(name: str) -> None:
    assert gone((REPOSITORY / name).read_text(encoding="utf-8")) == []


def test_the_words_of_the_readme_are_names_in_the_code() -> None:
    table = (REPOSITORY / "README.md").read_text(encoding="utf-8").partition("## Words")[2].partition("\n## ")[0]
    in_code = " ".join(row.split("|")[2] for row in table.splitlines() if row.startswith("|"))
    names = re.findall(r"`(?:\w+\.)?(\w+)`", in_code)
    modules = [
        path.read_text(encoding="utf-8") for room in ("data", "portal") for path in (REPOSITORY / room).rglob("*.py")
    ]
    defined = set(re.findall(r"^(?:class |    )(\w+)", "\n".join(modules), re.MULTILINE))
    assert names
    assert set(names) - defined == set()
