"""Days that something was done on have been: nobody has reviewed an answer tomorrow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.checks.located import located
from data.fields.forms import ComingDate, Date, StatedDate

if TYPE_CHECKING:
    from data.checks.located import Located
    from data.loader import Loaded
    from data.model import Description

_FIRST = date(2009, 6, 30)
"""The day that the law came into force which demands descriptions of this kind (OSL)."""


def check_days(loaded: Loaded, description: Description, today: date) -> None:
    """Report days to come, and days before there could be a description.

    Args:
        loaded: The files.
        description: What they say.
        today: The day of the check.
    """
    for place in located(loaded, description):
        check_days_of(place, today)


def check_days_of(place: Located, today: date) -> None:
    """Report them in one record."""
    for row in place.table.fields:
        if not isinstance(row.kind, Date) or isinstance(row.kind, StatedDate):  # what the text gives is as it is
            continue
        if not (written := getattr(place.record, row.attribute)):
            continue
        try:
            day = date.fromisoformat(written)
        except ValueError:
            continue  # already reported
        if day > today and not isinstance(row.kind, ComingDate):
            place.tell(f"{row.key} {written} har inte varit än. Skriv dagen då det gjordes.", row.key)
        elif day < _FIRST:
            place.tell(f"{row.key} {written} är före lagen ({_FIRST}). Skriv dagen då det gjordes.", row.key)
