"""Records as a person would write them in a data file: the table of fields says keys, their order and their form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fields.forms import Citation
from data.fields.kinds import Choice
from data.importing.writing.ids import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.fields.kinds import Kind
    from data.fields.table import Table

_WIDEST = 110
"""Characters of a list on one line: what is longer has a line for each of its values."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f", "\b": "\\b"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f\ud800-\udfff]')
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def record(table: Table[object], value: object, id_: str = "") -> str:
    """A record with its header; what it does not say is left out.

    Args:
        table: The table that it is in.
        value: The record.
        id_: Its id, where records of the table have one.
    """
    header = f"{table.key}.{_key(id_)}" if id_ else table.key
    return "\n".join([f"[{header}]", *_lines(table, value)]) + "\n"


def word_of(kind: Kind[object], member: object, *, of: str = "") -> str:
    """The Swedish word of a choice; of several, the one that stands in a name.

    Args:
        kind: A choice.
        member: What was chosen.
        of: What the thing is called.
    """
    assert isinstance(kind, Choice)  # noqa: S101 (the table of fields says so)
    words = [word for word, (each, _) in kind.values.items() if each == member]
    return next((word for word in words if word in slug(of)), words[0])


def comment(text: str) -> str:
    """Lines that only people read; no text can end them."""
    return "".join(f"# {_spaced(line)}".rstrip() + "\n" for line in text.splitlines())


def text(value: str) -> str:
    """A text within quotation marks, whatever it holds."""
    return f'"{_ESCAPED.sub(_escape, value)}"'


def _lines(table: Table[object], value: object) -> Iterator[str]:
    name = str(getattr(value, "name", ""))
    for row in table.fields:
        written = getattr(value, row.attribute)
        if row.required or written != row.kind.absent:
            is_choice = isinstance(row.kind, Choice)
            yield f"{row.key} = {text(word_of(row.kind, written, of=name)) if is_choice else _value(row.kind, written)}"


def _value(kind: Kind[object], value: object) -> str:
    if isinstance(kind, Citation) and str(value).isdigit():
        return str(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple):
        return _list([text(str(one)) for one in value])
    raise TypeError(f"{type(kind).__name__} has no form in a file")


def _list(values: list[str]) -> str:
    whole = f"[{', '.join(values)}]"
    return whole if len(whole) <= _WIDEST else "\n".join(["[", *(f"  {value}," for value in values), "]"])


def _key(id_: str) -> str:
    return id_ if _BARE.fullmatch(id_) else text(id_)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or ("\\uFFFD" if "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04X}")


def _spaced(line: str) -> str:
    """A line without what a comment may not hold."""
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", " ", line)
