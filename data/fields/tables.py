"""All tables, by the file that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.fields.concepts import CONCEPT, CONCEPT_TABLES
from data.fields.front import FRONT_TABLES, SERVICE_POINT_TABLES
from data.fields.guidance import ENTRIES, OBSERVATION, THEME
from data.fields.laws import LAW
from data.fields.place import PLACE_TABLES
from data.fields.publication import PUBLICATION_TABLES
from data.fields.source import SOURCE_TABLES
from data.fields.today import TODAY_TABLES

if TYPE_CHECKING:
    from data.fields.table import Table

GUIDANCE_TABLES: tuple[Table[object], ...] = (*ENTRIES.values(), CONCEPT, THEME, OBSERVATION, LAW, *FRONT_TABLES)
"""Those of ``vagledning.toml``: an authority's own, and the one that all share."""

TABLES: dict[str, tuple[Table[object], ...]] = {
    "beskrivning.toml": SOURCE_TABLES,
    "vagledning.toml": GUIDANCE_TABLES,
    "begrepp.toml": CONCEPT_TABLES,
    "platser.toml": SERVICE_POINT_TABLES,
    "aktuellt.toml": TODAY_TABLES,
    "publicering.toml": PUBLICATION_TABLES,
    "portal.toml": PLACE_TABLES,
}
"""By the last part of a file's name."""
