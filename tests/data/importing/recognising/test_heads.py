"""A table whose first row is set off by its words alone."""

from __future__ import annotations

from data.importing.blocks import CELL, Block, BlockKind
from data.importing.recognising.outlining.heads import with_heads


def rows(*lines: str, table: int = 1) -> list[Block]:
    """Rows of a table without a head."""
    return [
        Block(BlockKind.TABLE_ROW, line, f"rad {at}", cells=tuple(line.split(CELL)), table=table)
        for at, line in enumerate(lines, 1)
    ]


def test_a_row_that_names_columns_is_their_head() -> None:
    blocks = rows("Fråga om | Kontaktperson | Telefon", "Barn | registrator | 0990-10", "Äldre | arkivarie | 0990-11")
    found = list(with_heads(blocks))
    assert [block.cells[0] for block in found] == ["Barn", "Äldre"]
    assert {block.columns for block in found} == {("Fråga om", "Kontaktperson", "Telefon")}


def test_a_row_of_things_is_none_and_neither_is_one_of_two() -> None:
    for lines in (
        ("Registrator | 0990-10", "Arkivarie | 0990-11"),
        ("Roll | Telefon", "Roll | Telefon", "Registrator | 0990-10"),
        ("Heroma | Löner och anställningar", "Raindance | Fakturor"),
    ):
        assert list(with_heads(rows(*lines))) == rows(*lines)
