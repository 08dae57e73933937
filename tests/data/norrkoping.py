"""The first real authority's description as the checks give it, and its entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.checks import check_all
from data.entries import Entry, entries

if TYPE_CHECKING:
    from data.model import Guidance, Unit

DATA = Path(__file__).parents[2] / "data"
_CHECKED = check_all(DATA)
REPORT = _CHECKED.report
DESCRIPTION = next(description for description in _CHECKED.descriptions if description.id == "norrkoping-ks")
ENTRIES = {entry.id: entry for entry in entries(DESCRIPTION)}


def id_of(thing: Guidance | Unit | Entry) -> str:
    """Names a case by the thing's id."""
    return thing.id
