"""``vagvisaren evaluate``: the figures as a person reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support import copy_example, run

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
official\tsv\tprotokoll\tprotokoll
official\tsv\theroma\theroma
typo\tsv\tdairium\tdiarium
outside\tsv\tbygglov\t-
wrong\tsv\theroma\ttroman
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, generations: Path) -> str:
    """What it says of two small judged tables; it has its engines build an index each, which costs the most."""
    tables = tmp_path_factory.mktemp("tables")
    (tables / "a.tsv").write_text(TABLE, encoding="utf-8")
    (tables / "b.tsv").write_text("outside\tsv\tbygglov\t-\t-\n", encoding="utf-8")
    done = run("evaluate", "--misses", "--tables", str(tables), generations=generations)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_it_tells_each_kind_each_table_and_the_three_engines(told: str) -> None:
    names = [line.split("  ")[0] for line in told.splitlines()[:-1]]
    assert [name for name in names if name][:10] == [
        *("official", "typo", "outside", "wrong"),
        *("a", "b", "alla tabeller"),
        *("Vägvisaren", "SQLite FTS5", "Whoosh"),
    ]
    assert len(re.findall(r"tid \d+\.\d\d av Whoosh$", told, re.MULTILINE)) == 3
    assert max(map(len, told.splitlines()[:-1])) <= 100


def test_it_tells_how_sure_the_figures_of_a_table_are(told: str) -> None:
    """3 of 4 and 1 of 1 by Wilson's formula; ranks 1, 1, 1 and one further down."""
    assert re.search(
        r"^a +5  0\.750 0\.30–0\.95  0\.\d+ 0\.\d\d–1\.00  1\.000 0\.21–1\.00 ",
        told,
        re.MULTILINE,
    )
    assert re.search(r"^b +1  – +–  +1\.000 0\.21–1\.00  – +1\.000$", told, re.MULTILINE)


def test_it_counts_the_queries_of_each_kind(told: str) -> None:
    counted = dict(re.findall(r"^(\w+) +(\d+) ", told, re.MULTILINE))
    assert {kind: counted[kind] for kind in ("official", "typo", "outside")} == {
        "official": "2",
        "typo": "1",
        "outside": "2",
    }
    assert re.search(r"^Vägvisaren +6 +0\.750 ", told, re.MULTILINE)


def test_it_lists_what_was_missed_where_asked(told: str) -> None:
    assert told.splitlines()[-2] == "wrong: ”heroma” gav heroma, väntat troman"


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A short description, which is not what a table that cannot be read is asked of."""
    folder = tmp_path_factory.mktemp("short")
    data = copy_example(folder / "data")
    return {"data": data, "generations": folder / "generations", "translations": folder / "none"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("official\tsv\tprotokoll\n", "a.tsv:1: raden ska ha fyra kolumner åtskilda av tabb, eller fem"),
        ("# bara en kommentar\n", "finns inga bedömda frågor"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, short: dict[str, Path], text: str, sentence: str
) -> None:
    (tmp_path / "a.tsv").write_text(text, encoding="utf-8")
    done = run("evaluate", "--tables", str(tmp_path), **short)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_folder_without_tables_is_told_in_a_sentence(tmp_path: Path, short: dict[str, Path]) -> None:
    done = run("evaluate", "--tables", str(tmp_path / "saknas"), **short)
    assert done.returncode == 1
    assert "finns inga bedömda frågor" in done.stderr
    assert "Traceback" not in done.stderr
