"""From ``aktuellt.toml`` to what a description says of today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.fields import today as fields
from data.loader.tables import record, records

if TYPE_CHECKING:
    from data.loader.files import TomlFile
    from data.model import Description

TODAY = "aktuellt.toml"
"""What holds today beside the text; an authority of which nothing has changed has no such file."""


def with_today(description: Description, file: TomlFile | None) -> Description:
    """The description together with what its file of today says; its source stays as it is."""
    if file is None:
        return description
    table = file.root
    stated = replace(
        description,
        current=records(table, fields.FACT),
        ended=record(table, fields.ENDED) if table.has(fields.ENDED.key) else None,
        removed=records(table, fields.REMOVED),
    )
    table.finish([each.key for each in fields.TODAY_TABLES])
    return stated
