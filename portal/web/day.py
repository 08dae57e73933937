"""The day, as far as an answer depends on it: which authorities have ended by now."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from data.today import has_ended

if TYPE_CHECKING:
    from datetime import date

    from index.answer.search import Searcher


def today() -> date:
    """The day where the server runs."""
    return datetime.now().astimezone().date()


def ended_by_now(searcher: Searcher) -> frozenset[str]:
    """Ids of authorities that have ended."""
    day = today()
    return frozenset(id_ for id_, each in searcher.descriptions.items() if has_ended(each.ended, day))
