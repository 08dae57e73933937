"""Where in a TOML file each key and array element stands.

No maintained TOML reader for Python tells line numbers of values (docs/decisions/0003), and a registrator
needs them. The scanner below only has to find its way through files that the real parser has
already accepted, so it recognises tokens and leaves all judgement of validity to that parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import tomli

Path = tuple[str | int, ...]

_BLANK = r"[ \t\r\n]*(?:#[^\n]*[ \t\r\n]*)*"
_SKIP = re.compile(_BLANK)
_COMMA = re.compile(f"{_BLANK}(?:,{_BLANK})?")
_STRING = re.compile(
    r'"""(?:\\[\s\S]|[^\\])*?"""(?:"{0,2})'
    r"|'''[\s\S]*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}\n#]+")


def key_lines(text: str) -> dict[Path, int]:
    """Find the line of every table, key and array element.

    Args:
        text: A TOML document that `tomli.loads` accepts.

    Returns:
        Line numbers, counted from 1, by path: keys as strings, array elements as their index.
    """
    return _Scanner(text).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._newlines = [match.start() for match in re.finditer("\n", text)]
        self._lines: dict[Path, int] = {}

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        counts: dict[Path, int] = {}
        self._skip()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header(counts)
            else:
                self._pair(table)
            self._skip()
        return self._lines

    def _skip(self) -> None:
        match = _SKIP.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _mark(self, path: Path, at: int) -> None:
        self._lines.setdefault(path, bisect_right(self._newlines, at - 1) + 1)

    def _header(self, counts: dict[Path, int]) -> Path:
        start = self._at
        is_array = self._text.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        path: Path = ()
        *above, last = self._key()
        self._at += 2 if is_array else 1
        for part in above:
            path = (*path, part)
            if path in counts:  # a header inside an array of tables means the latest of them
                path = (*path, counts[path])
        path = (*path, last)
        if is_array:
            counts[path] = counts.get(path, -1) + 1
            path = (*path, counts[path])
        for depth in range(1, len(path)):
            self._mark(path[:depth], start)
        self._lines.pop(path, None)  # its own header tells more than one further up that only implied it
        self._mark(path, start)
        return path

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while True:
            self._skip()
            if quoted := _STRING.match(self._text, self._at):
                parts.append(str(tomli.loads(f"k = {quoted.group()}")["k"]))
                self._at = quoted.end()
            elif bare := _BARE.match(self._text, self._at):
                parts.append(bare.group())
                self._at = bare.end()
            self._skip()
            if self._text[self._at : self._at + 1] != ".":
                return tuple(parts)
            self._at += 1

    def _pair(self, table: Path) -> None:
        start = self._at
        path = (*table, *self._key())
        for depth in range(len(table) + 1, len(path) + 1):
            self._mark(path[:depth], start)
        self._at += 1  # the equals sign
        self._skip()
        self._value(path)

    def _value(self, path: Path) -> None:
        if string := _STRING.match(self._text, self._at):
            self._at = string.end()
        elif self._text[self._at] == "[":
            self._array(path)
        elif self._text[self._at] == "{":
            self._inline_table(path)
        elif scalar := _SCALAR.match(self._text, self._at):
            self._at = scalar.end()

    def _array(self, path: Path) -> None:
        self._at += 1
        index = 0
        self._skip()
        while self._text[self._at] != "]":
            self._mark((*path, index), self._at)
            self._value((*path, index))
            index += 1
            self._comma()
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        self._skip()
        while self._text[self._at] != "}":
            self._pair(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        match = _COMMA.match(self._text, self._at)
        self._at = match.end() if match else self._at
