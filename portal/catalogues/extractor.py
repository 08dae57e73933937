"""What of the data files a person reads in another language: the extractor that ``translations/data.cfg`` names.

Ours and names are extracted. What the description itself says stays Swedish, word for word, and everyday words have
their own keys per language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import tomli

from data.audit import ARCHIVE, POINTS
from data.fields.guidance import ENTRIES
from data.fields.kinds import IdKind
from data.fields.table import Inner, Listed
from data.fields.tables import TABLES
from data.loader.files import decoded
from data.loader.replaced import modernised
from data.positions import key_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from data.fields.table import Table
    from data.positions import Path as KeyPath

    Extracted = tuple[int, str, tuple[str, str], list[str]]

_TABLES = tuple(dict.fromkeys(table for tables in TABLES.values() for table in tables))
_ENTRIES = frozenset(
    table
    for table in _TABLES
    if table in ENTRIES.values() or table.defines in {kind for kind in IdKind if kind.is_entry}
)
"""Their ids are unique among all entries of a file, so that a context needs no table."""


@dataclass(frozen=True, slots=True)
class DataText:
    """A text of the data files.

    Attributes:
        line: Where it stands.
        context: Its ``msgctxt``: the record and the field.
        text: The words as the loader gives them.
        comment: What a translator needs to know.
    """

    line: int
    context: str
    text: str
    comment: str


def texts(content: str) -> list[DataText]:
    """The texts of a data file, in the order of the file.

    Args:
        content: A data file that the loader accepts.
    """
    content = content.replace("\r\n", "\n")
    values, lines = tomli.loads(content), key_lines(content)
    modernised(values, lines, _TABLES)
    by_path = {
        path: DataText(lines[path], context, value.strip(), note) for path, context, value, note in _in_file(values)
    }
    return sorted((text for text in by_path.values() if text.text), key=lambda text: text.line)


def extract_toml(
    file: IO[bytes], _keywords: Collection[str], _tags: Collection[str], **_options: object
) -> Iterator[Extracted]:
    """Babel's way to ask for the texts of a data file."""
    for text in texts(decoded(file.read())):
        yield text.line, "pgettext", (text.context, text.text), [text.comment]


def extract_audit(
    _file: IO[bytes], _keywords: Collection[str], _tags: Collection[str], **_options: object
) -> Iterator[Extracted]:
    """Babel's way to ask for what the law asks of a description: the texts that ``data/audit.py`` has in its code."""
    for number, asks in enumerate((*POINTS.values(), ARCHIVE), 1):
        yield number, "pgettext", ("granskning", asks), ["Vad lagen kräver av en beskrivning."]


_Placed = tuple["KeyPath", str, str, str]


def _in_file(values: Mapping[str, object]) -> Iterator[_Placed]:
    for table in _TABLES:
        holder = values.get(table.key)
        if not table.has_ids and isinstance(holder, dict):
            yield from _in_record(holder, (table.key,), table.key, table)
        for id_, record in _tables(holder) if table.has_ids else ():
            context = str(id_) if table in _ENTRIES else f"{table.key}.{id_}"
            yield from _in_record(record, (table.key, id_), context, table)


def _in_record(values: Mapping[str, object], path: KeyPath, context: str, table: Table[object]) -> Iterator[_Placed]:
    for row in table.fields:
        value, below = values.get(row.key), (*path, row.key)
        if isinstance(row.kind, Inner | Listed):
            for key, inner in _tables(value):
                inner_context = f"{context}.{row.key}.{key}" if isinstance(key, str) else f"{context}.{row.key}"
                yield from _in_record(inner, (*below, key), inner_context, row.kind.table)
        elif row.note:
            for place, text in _texts(value):
                yield (*below, *place), f"{context}.{row.key}", text, row.note


def _texts(value: object) -> Iterator[tuple[KeyPath, str]]:
    """A text, or those of a list, each with where in the value it stands."""
    for place, text in (
        [((index,), text) for index, text in enumerate(value)] if isinstance(value, list) else [((), value)]
    ):
        if isinstance(text, str):
            yield place, text


def _tables(holder: object) -> Iterator[tuple[str | int, Mapping[str, object]]]:
    """The tables under a key: by id, or by number where they stand in a list."""
    items: list[tuple[str | int, object]] = []
    if isinstance(holder, dict):
        items = list(holder.items())
    elif isinstance(holder, list):
        items = list(enumerate(holder))
    for key, value in items:
        if isinstance(value, dict):
            yield key, value
