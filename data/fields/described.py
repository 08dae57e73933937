"""The tables of keys in ``data/README.md``, made from the table of fields between marks in that file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fields.concepts import CONCEPT
from data.fields.front import CLARIFICATION, COMMON_QUESTION, SERVICE_POINT, TILE, WORD
from data.fields.guidance import ENTRIES, OBSERVATION, THEME
from data.fields.laws import LAW
from data.fields.place import PLACE_TABLES
from data.fields.publication import PUBLICATION_TABLES
from data.fields.source import SOURCE_TABLES
from data.fields.today import TODAY_TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from data.fields.table import Field, Table

_MARKED = re.compile(r"(<!-- fält: (?P<name>[\w.]+) -->\n).*?(<!-- slut på fält -->)", re.DOTALL)
_ONE_TABLE = {
    table.key: table
    for table in (CONCEPT, COMMON_QUESTION, TILE, CLARIFICATION, WORD, SERVICE_POINT, THEME, OBSERVATION, LAW)
}


def described(text: str) -> str:
    """The text of a README with its tables of keys as the table of fields has them.

    Raises:
        KeyError: A mark names a table that does not exist.
    """
    return _MARKED.sub(lambda match: f"{match[1]}{_block(match['name'])}{match[3]}", text)


def _block(name: str) -> str:
    blocks: dict[str, Callable[[], Iterable[tuple[str, ...]]]] = {
        "poster": _entries,
        "beskrivning.toml": lambda: _whole(SOURCE_TABLES),
        "aktuellt.toml": lambda: _whole(TODAY_TABLES),
        "publicering.toml": lambda: _whole(PUBLICATION_TABLES),
        "portal.toml": lambda: _whole(PLACE_TABLES),
    }
    lines = blocks[name]() if name in blocks else _one(_ONE_TABLE[name])
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _one(table: Table[object]) -> Iterable[tuple[str, ...]]:
    yield from _head("nyckel", "vad den säger", "värden", "krävs")
    for row in table.fields:
        yield f"`{row.key}`", row.meaning, _cell(row.kind.told), "ja" if row.required else "nej"


def _entries() -> Iterable[tuple[str, ...]]:
    """The keys of all types of entry in one table: most have them in common."""
    yield from _head("nyckel", "vad den säger", "värden", "krävs")
    rows: dict[str, list[tuple[str, Field]]] = {}
    for table in ENTRIES.values():
        for row in table.fields:
            rows.setdefault(row.key, []).append((table.key, row))
    for key, uses in rows.items():
        row = uses[0][1]
        only = "" if len(uses) == len(ENTRIES) else f"Bara för {_names(table for table, _ in uses)}. "
        required = [table for table, use in uses if use.required]
        needed = "nej" if not required else "ja" if len(required) == len(uses) else f"för {_names(required)}"
        yield f"`{key}`", f"{only}{row.meaning}", _cell(row.kind.told), needed


def _whole(tables: Iterable[Table[object]]) -> Iterable[tuple[str, ...]]:
    """The keys of a whole file."""
    yield from _head("tabell", "nyckel", "krävs", "vad den säger", "värden")
    for table in tables:
        name = f"`[{table.key}{'.<id>' if table.has_ids else ''}]`"
        yield name, "", "ja" if table.is_required else "", table.meaning, ""
        for row in table.fields:
            meaning = f"**Ord.** {row.meaning}" if row.in_text else row.meaning
            yield "", f"`{row.key}`", "ja" if row.required else "nej", meaning, _cell(row.kind.told)


def _head(*names: str) -> Iterable[tuple[str, ...]]:
    yield names
    yield tuple("---" for _ in names)


def _names(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")
