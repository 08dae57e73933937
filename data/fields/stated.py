"""Who has stated something that no description says, and when: it grows old, and someone can be asked."""

from __future__ import annotations

from data.fields.forms import Date
from data.fields.kinds import Text
from data.fields.table import Field

STATED_BY = Field(
    "uppgift_fran",
    "stated_by",
    Text(),
    "Vem som har lämnat uppgiften: roll, inte namn.",
    required=True,
    note="Den som har lämnat uppgiften.",
    example='"Kontaktcenters chef"',
)
STATED_ON = Field(
    "uppgift_den", "stated_on", Date(), "Dagen då uppgiften lämnades.", required=True, example='"2026-11-01"'
)
