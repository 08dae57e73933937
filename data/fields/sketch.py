"""A ``portal.toml`` to begin with: every key of the table of fields as a comment, with what it means and an example."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from data.fields.place import PLACE_TABLES, PORTAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.fields.table import Field, Table

_WIDTH = 110
EXAMPLE_ID = "exempel"
"""What a record is called that has an id of its own."""
_HEAD = (
    "Platsen som portalen är för: en kommun, en region eller en myndighet.",
    "Allt får utelämnas. Fyll i det som platsen själv har sagt, och ta bort # framför raden. Exemplen är påhittade.",
    "Alla nycklar: data/README.md hos Vägvisaren. Efter varje ändring: vagvisaren check",
)


def sketch() -> str:
    """The text of the file. All but the header of the place itself is comments."""
    lines = [line for sentence in _HEAD for line in _comment(sentence)]
    for table in PLACE_TABLES:
        lines += ["", "", *_comment(table.meaning), _header(table)]
        for row in table.fields:
            lines += ["", *_comment(_told(row)), f"#{row.key} = {row.example}"]
    return "\n".join(lines) + "\n"


def _header(table: Table[object]) -> str:
    name = f"{table.key}.{EXAMPLE_ID}" if table.has_ids else table.key
    return f"[{name}]" if table is PORTAL else f"#[{name}]"


def _told(row: Field) -> str:
    needed = " Krävs i den här tabellen." if row.required else ""
    return f"{row.meaning}{needed} Värde: {row.kind.told}.".replace("`", "")


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line}" for line in textwrap.wrap(text, _WIDTH))
