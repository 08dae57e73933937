"""The records of a file, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from data.fields.reader import TableReader
    from data.fields.table import Table

Record = TypeVar("Record")


def records(root: TableReader, table: Table[Record]) -> dict[str, Record]:
    """The records of one table, by id, in the order of the file."""
    return {reader.id: table.read(reader) for reader in root.tables(table.key)}


def record(root: TableReader, table: Table[Record]) -> Record:
    """The record of a table that a file has one of; one that says nothing where the table is not there."""
    reader = root.table(table.key, required=table.is_required)
    return table.blank() if reader is None else table.read(reader)
