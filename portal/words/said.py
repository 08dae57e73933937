"""Who has said something, and when: what is not the description's is never said without."""

from __future__ import annotations

from portal.words.translations import data_text, shown_date
from portal.words.translations import gettext as _


def stated(by: str, on: str) -> str:
    """Who says so, and the day (ISO date) that it was said."""
    return _("Uppgift från {name}, {date}.").format(name=data_text(by), date=shown_date(on))
