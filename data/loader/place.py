"""From ``portal.toml`` to `Place`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.fields import place as fields
from data.fields.today import REMOVED_AUTHORITY
from data.loader.files import TomlFile
from data.loader.shared import read_if_there
from data.loader.tables import record, records
from data.place import Place

if TYPE_CHECKING:
    from data.problems import Report

PLACE = "portal.toml"
"""What a place says of itself, beside ``descriptions/``; it may be left out."""


@dataclass(frozen=True, slots=True)
class LoadedPlace:
    """A place as read, with what the checks need to point at lines.

    Attributes:
        root: The folder of data.
        place: What the file says; one of which nothing is known where there is none.
        file: The file; None where there is none, and where it could not be read.
    """

    root: Path
    place: Place
    file: TomlFile | None


def read_place(root: Path, report: Report) -> LoadedPlace:
    """Read the file of the place, if there is one.

    Args:
        root: The folder that holds ``descriptions/``.
        report: Where problems are collected.
    """
    file = read_if_there(root / PLACE, PLACE, fields.PLACE_TABLES, report)
    if file is None:
        return LoadedPlace(root, Place(), None)
    table = file.root
    place = replace(
        record(table, fields.PORTAL),
        contact=record(table, fields.CONTACT) if table.has(fields.CONTACT.key) else None,
        questions=records(table, fields.PLACE_QUESTION),
        tiles=records(table, fields.PLACE_TILE),
        hours=records(table, fields.HOURS),
        fees=records(table, fields.FEE),
        removed=records(table, REMOVED_AUTHORITY),
    )
    table.finish([each.key for each in fields.PLACE_TABLES])
    return LoadedPlace(root, place, file)
