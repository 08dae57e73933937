"""What a generation is named by changes with all that it is made of, in whatever folder it lies."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from index.build.digests import code_digest, digest_of, digest_of_named
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PACKAGES = ("data", "index")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The checkout's packages, to be changed."""
    for name in PACKAGES:
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def digest(root: Path) -> str:
    return code_digest({name: root / name for name in PACKAGES})


@pytest.mark.parametrize(
    "path",
    [
        *("data/entries.py", "data/loader/source.py", "data/fields/guidance.py", "index/weights.py"),
        *("index/words/analyser.py", "index/question/signposts.py", "index/build/layout.py"),
        *("index/words/language/compounds.toml", "index/words/language/function_words.tsv"),
    ],
)
def test_a_changed_file_of_code_or_rules_gives_another_digest(copy: Path, path: str) -> None:
    before = digest(copy)
    with (copy / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert digest(copy) != before


def test_a_file_under_another_name_gives_another_digest(copy: Path) -> None:
    before = digest(copy)
    (copy / "index" / "question" / "query.py").rename(copy / "index" / "question" / "asked.py")
    assert digest(copy) != before


def test_descriptions_are_input_and_no_code(copy: Path) -> None:
    before = digest(copy)
    shutil.rmtree(copy / "data" / "descriptions")
    (copy / "data" / "general" / "begrepp.toml").write_text("", encoding="utf-8")
    assert digest(copy) == before


def test_where_one_part_ends_matters() -> None:
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc")


def test_the_order_of_named_contents_does_not_matter() -> None:
    assert digest_of_named({"a": b"1", "b": b"2"}) == digest_of_named({"b": b"2", "a": b"1"})
