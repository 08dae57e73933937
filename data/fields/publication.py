"""The table of ``publicering.toml``: who has published a description. A folder without the file is public."""

from __future__ import annotations

from data.fields.forms import Date
from data.fields.kinds import Text
from data.fields.table import Field, Table
from data.publication import Publication

PUBLICATION = Table(
    "publicering",
    "publication",
    Publication,
    "Vem som har publicerat beskrivningen. Är båda tomma är den ett utkast, som bara förhandsvisningen visar.",
    (
        Field("publicerad_av", "published_by", Text(), "Rollen som har publicerat den, aldrig ett namn."),
        Field("publicerad_den", "published_on", Date(), "Dagen då det gjordes."),
    ),
)

PUBLICATION_TABLES: tuple[Table[object], ...] = (PUBLICATION,)
"""Those of ``publicering.toml``."""
