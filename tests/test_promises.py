"""docs/testing.md tells of each promise which tests hold it, or that none does: those that it names exist."""

from __future__ import annotations

import re

from tests.support import REPOSITORY

_TEXT = (REPOSITORY / "docs" / "testing.md").read_text("utf-8")
_PROMISES, _, _OTHERWISE = _TEXT.partition("## What is promised")[2].partition("### Held otherwise")
_NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, without their headings."""
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [row for row in cells if row[0] != "promise"]


def test_every_file_of_tests_that_a_document_names_is_there() -> None:
    documents = [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")]
    named = {path for document in documents for path, _ in _NAMED.findall(document.read_text("utf-8"))}
    assert sorted(path for path in named if not (REPOSITORY / path).is_file()) == []


def test_every_single_test_that_is_named_is_in_its_file() -> None:
    single = [(path, name) for path, name in _NAMED.findall(_TEXT) if name]
    assert [name for path, name in single if f"def {name}(" not in (REPOSITORY / path).read_text("utf-8")] == []


def test_every_promise_is_held_by_a_test() -> None:
    assert rows(_PROMISES)
    assert [row[0] for row in rows(_PROMISES) if len(row) != 2 or not _NAMED.search(row[1])] == []


def test_what_no_test_holds_is_said_with_what_there_is_instead() -> None:
    assert rows(_OTHERWISE)
    assert [row[0] for row in rows(_OTHERWISE) if len(row) != 2 or not row[1].strip()] == []
