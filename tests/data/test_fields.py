"""The table of fields: every key of the files and every attribute of the model has one row, and stands nowhere else."""

from __future__ import annotations

import ast
import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.fields.described import described
from data.fields.kinds import Choice
from data.fields.table import Inner, Listed
from data.fields.tables import TABLES
from data.model import Guidance
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.fields.table import Field, Table

REPOSITORY = Path(__file__).parents[2]
ENGLISH_TOO = frozenset({"id", "text", "organisation", "guide"})
"""Keys that are English words as well: code may say them and mean no key."""
OF_TEXTS = frozenset({"om"})
"""Keys that are such common Swedish words that rules tell texts by them."""
SWEDISH_OF_THEIR_OWN = {
    "portal/web/urls.py": "parts of addresses",
    "portal/pages/guide.py": "fields of a form, in the address",
    "portal/pages/letter.py": "values of that form, in the address",
    "index/words/": "words that people search for",
    "data/entries.py": "words that people search for",
    "data/importing/writing/summary.py": "what an import says that it found",
}
"""Where code has Swedish words, some of them the same as keys, that are no keys."""


def _all_tables(tables: Iterable[Table[object]]) -> Iterator[Table[object]]:
    for table in tables:
        yield table
        yield from _all_tables(row.kind.table for row in table.fields if isinstance(row.kind, Inner | Listed))


EVERY_TABLE = list(dict.fromkeys(_all_tables(table for tables in TABLES.values() for table in tables)))
ROWS = [(table, row) for table in EVERY_TABLE for row in table.fields]
KEYS = {row.key for _, row in ROWS} | {table.key for table in EVERY_TABLE} - {""}


def _table_id(table: Table[object]) -> str:
    return f"{table.key}-{table.attribute}"


@in_turn("table", EVERY_TABLE, ids=_table_id)
def test_every_attribute_of_the_model_has_a_row(table: Table[object]) -> None:
    make = table.make.func if isinstance(table.make, partial) else table.make
    assert dataclasses.is_dataclass(make)
    attributes = {field.name for field in dataclasses.fields(make)} - ({"id"} if table.has_ids else set())
    rows = {row.attribute for row in table.fields}
    assert rows <= attributes
    if table.attribute != "guidance":  # what only some types of entry have is tested over all of them
        assert attributes == rows | table.derived


def test_every_attribute_of_guidance_has_a_row_in_some_type() -> None:
    tables = [table for table in EVERY_TABLE if table.attribute == "guidance"]
    attributes = {field.name for field in dataclasses.fields(Guidance)} - {"id"}
    assert attributes == {row.attribute for table in tables for row in table.fields} | tables[0].derived


@in_turn("table", EVERY_TABLE, ids=_table_id)
def test_no_key_and_no_attribute_has_two_rows(table: Table[object]) -> None:
    keys, attributes = [row.key for row in table.fields], [row.attribute for row in table.fields]
    assert (len(set(keys)), len(set(attributes))) == (len(keys), len(attributes))


@in_turn(("table", "row"), ROWS, ids=lambda part: getattr(part, "key", ""))
def test_a_row_says_what_it_means_in_a_sentence(table: Table[object], row: Field) -> None:
    for sentence in (table.meaning, row.meaning):
        assert sentence[:1].isupper()
        assert sentence.endswith((".", "?"))


@in_turn(("table", "row"), ROWS, ids=lambda part: getattr(part, "key", ""))
def test_the_words_of_a_choice_are_told(table: Table[object], row: Field) -> None:
    words = row.kind.values if isinstance(row.kind, Choice) else ()
    assert all(f"`{word}`" in row.kind.told for word in words), table.key


def test_the_tables_of_the_readme_are_as_the_table_of_fields_has_them() -> None:
    readme = (REPOSITORY / "data" / "README.md").read_text(encoding="utf-8")
    assert described(readme) == readme, "run: python -m data.fields"


def _docstrings(tree: ast.AST) -> set[ast.AST]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _keys_in(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = _docstrings(tree)
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in docstrings)
    return [f"{node.lineno}: {node.value}" for node in constants if node.value in KEYS - ENGLISH_TOO - OF_TEXTS]


def _looks_up(tree: ast.AST) -> Iterator[ast.expr]:
    """What code looks something up by: subscripts, keys of dictionaries, arguments of ``get``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            yield node.slice
        elif isinstance(node, ast.Dict):
            yield from filter(None, node.keys)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            yield from node.args[:1]


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def _files(package: str) -> list[Path]:
    """Code that may have none of the keys."""
    exempt = (*SWEDISH_OF_THEIR_OWN, "data/fields/")
    return sorted(path for path in (REPOSITORY / package).rglob("*.py") if not _name(path).startswith(exempt))


@in_turn("path", _files("data"), ids=_name)
def test_no_key_stands_in_the_code_of_data_but_in_the_table(path: Path) -> None:
    assert _keys_in(path) == []


@pytest.mark.parametrize("package", ["index", "portal"])
def test_nothing_beside_data_looks_anything_up_by_a_key(package: str) -> None:
    told = [
        f"{_name(path)}:{node.lineno}: {node.value}"
        for path in _files(package)
        for node in _looks_up(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in KEYS - ENGLISH_TOO - OF_TEXTS
    ]
    assert told == []
