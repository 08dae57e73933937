"""The scanner finds every key and element of any TOML document, on the line where it begins."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from data.positions import Path as KeyPath
from data.positions import key_lines
from tests.random_examples import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "data"
FILES = ["general/vagledning.toml", *(f"descriptions/norrkoping-ks/{n}.toml" for n in ("beskrivning", "vagledning"))]
BARE = re.compile(r"[A-Za-z0-9_-]+")

# Whatever could be mistaken for structure, inside keys and strings.
TEXTS = st.text(alphabet="ab1-_ å\"'\\#=[]{},.\n\t", max_size=8)
Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value]"
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(TEXTS, st.integers(-9, 9999), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(TEXTS, inner, max_size=4),
        st.lists(st.dictionaries(TEXTS, inner, max_size=3), min_size=1, max_size=3),
    ),
    max_leaves=14,
)
DOCUMENTS = st.dictionaries(TEXTS, VALUES, max_size=6)


class Writer:
    """Writes a document as TOML in one of its many ways, and notes on which line it put everything."""

    def __init__(self, draw: st.DataObject) -> None:
        self.text = ""
        self.lines: dict[KeyPath, int] = {}
        self._data = draw

    def write(self, document: dict[str, Value]) -> None:
        """Write the whole document."""
        self._space()
        self._table((), document)

    def _pick(self, *options: str) -> str:
        return self._data.draw(st.sampled_from(options))

    def _put(self, text: str) -> None:
        self.text += text

    def _mark(self, path: KeyPath) -> None:
        self.lines.setdefault(path, self.text.count("\n") + 1)

    def _space(self) -> None:
        self._put(self._pick("", "", "\n", '# a = [ """ \' {\n', "\t\n\n"))

    def _table(self, path: KeyPath, table: dict[str, Value]) -> None:
        later: list[tuple[str, Value]] = []
        for key, value in table.items():
            if _is_tables(value) and self._pick("header", "here") == "header":
                later.append((key, value))  # headers come after all keys of the table that they stand in
            else:
                self._pair(path, key, value)
                self._put(self._pick("\n", " # ] }\n", "\t\n\n"))
        for key, value in later:
            if isinstance(value, dict):
                self._header((*path, key), "[", "]")
                self._table((*path, key), value)
            elif isinstance(value, list):
                for index, element in enumerate(value):
                    self._mark((*path, key))
                    self._header((*path, key, index), "[[", "]]")
                    assert isinstance(element, dict)
                    self._table((*path, key, index), element)

    def _header(self, path: KeyPath, start: str, end: str) -> None:
        for depth in range(1, len(path) + 1):
            self._mark(path[:depth])
        names = (self._key(part) for part in path if isinstance(part, str))
        self._put(start + self._pick(".", " . ").join(names) + end + self._pick("\n", " # [x]\n"))
        self._space()

    def _pair(self, path: KeyPath, key: str, value: Value) -> None:
        self._mark((*path, key))
        if isinstance(value, dict) and len(value) == 1 and self._pick("dotted", "inline") == "dotted":
            ((inner, element),) = value.items()
            self._put(self._key(key) + self._pick(".", " . "))
            self._pair((*path, key), inner, element)
        else:
            self._put(self._key(key) + self._pick("=", " = "))
            self._value((*path, key), value)

    def _key(self, key: str) -> str:
        if BARE.fullmatch(key) and self._pick("bare", "quoted") == "bare":
            return key
        if not set("'\n\t") & set(key) and self._pick("literal", "basic") == "literal":
            return f"'{key}'"
        return json.dumps(key, ensure_ascii=False)

    def _value(self, path: KeyPath, value: Value) -> None:
        if isinstance(value, str):
            self._put(self._string(value))
        elif isinstance(value, dict):
            self._put("{")
            for number, (key, element) in enumerate(value.items()):
                self._put(", " if number else " ")
                self._pair(path, key, element)
            self._put("}")
        elif isinstance(value, list):
            self._put("[" + self._pick("", " ", "\n", " # [\n"))
            for index, element in enumerate(value):
                self._put(self._pick(",", ", ", "\n,\n", ", # ]\n") if index else "")
                self._mark((*path, index))
                self._value((*path, index), element)
            self._put((self._pick("", ",", ",\n") if value else "") + "]")
        else:
            self._put(json.dumps(value))

    def _string(self, value: str) -> str:
        way = self._pick("basic", "basic over lines", "literal", "literal over lines")
        if way == "literal" and not set("'\n") & set(value):
            return f"'{value}'"
        if way == "literal over lines" and "'''" not in value and not value.endswith("'''"):
            return f"'''\n{value}'''"
        if way == "basic over lines":
            return '"""\n' + json.dumps(value, ensure_ascii=False)[1:-1].replace("\\n", "\n") + '"""'
        return json.dumps(value, ensure_ascii=False)


def _is_tables(value: Value) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(element, dict) for element in value)
    return isinstance(value, dict)


def _paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, element in inner:
        yield (*path, key)
        yield from _paths(element, (*path, key))


@pytest.mark.random
@given(document=DOCUMENTS, data=st.data())
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_everything_is_found_on_the_line_where_it_was_written(document: dict[str, Value], data: st.DataObject) -> None:
    writer = Writer(data)
    writer.write(document)
    assert tomli.loads(writer.text) == document, "the writer of this test is wrong"
    assert set(writer.lines) == set(_paths(document))
    assert key_lines(writer.text) == writer.lines


@pytest.mark.parametrize("name", FILES)
def test_everything_in_the_real_files_is_found(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert set(key_lines(text)) == set(_paths(tomli.loads(text)))


@pytest.mark.parametrize("name", FILES)
def test_every_key_in_the_real_files_stands_on_its_line(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    rows = text.splitlines()
    keys = {path: line for path, line in key_lines(text).items() if isinstance(path[-1], str)}
    assert all(str(path[-1]) in rows[line - 1] for path, line in keys.items())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("# only a comment", {}),
        ("a = 1", {("a",): 1}),
        ("\n\na.b = 1\na.c = 2", {("a",): 3, ("a", "b"): 3, ("a", "c"): 4}),
        ("[a.b]\n[a]\nx = 1", {("a",): 2, ("a", "b"): 1, ("a", "x"): 3}),
        ("[[a]]\n[a.b]\n[[a]]\n[a.b]", {("a",): 1, ("a", 0): 1, ("a", 0, "b"): 2, ("a", 1): 3, ("a", 1, "b"): 4}),
        ("[[a]]\n[[a.b]]\n[[a.b]]", {
            ("a",): 1, ("a", 0): 1, ("a", 0, "b"): 2, ("a", 0, "b", 0): 2, ("a", 0, "b", 1): 3,
        }),
        ('a = """\n[x]\ny = 1"""\nb = 2', {("a",): 1, ("b",): 4}),
        ('a = """""x"""""\nb = 2', {("a",): 1, ("b",): 2}),
        ("a = '''''x'''''\nb = 2", {("a",): 1, ("b",): 2}),
        ('a = ""\nb = ""', {("a",): 1, ("b",): 2}),
        ("a = 1979-05-27 07:32:00\nb = +inf", {("a",): 1, ("b",): 2}),
        ("a = [\n  1, # one\n  2,\n]", {("a",): 1, ("a", 0): 2, ("a", 1): 3}),
        ("a = [{ b = 1 },\n{ b.c = 1 }]", {
            ("a",): 1, ("a", 0): 1, ("a", 0, "b"): 1, ("a", 1): 2, ("a", 1, "b"): 2, ("a", 1, "b", "c"): 2,
        }),
        ('"a.b" = 1\n"" = 2', {("a.b",): 1, ("",): 2}),
    ],
)  # fmt: skip
def test_lines(text: str, expected: dict[KeyPath, int]) -> None:
    tomli.loads(text)
    assert key_lines(text) == expected
