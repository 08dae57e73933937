"""Addresses of what was a mistake: they answer that it is gone, why, and whom to ask."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from portal.web.request_error import RequestError
from portal.words.translations import gettext as _
from portal.words.translations import shown_date

if TYPE_CHECKING:
    from data.today import Removed
    from index.answer.search import Searcher


def refuse_removed(searcher: Searcher, authority: str, id_: str = "") -> None:
    """Refuse an address of something that has been removed.

    Args:
        searcher: What is served.
        authority: The authority that the address names.
        id_: The entry that it names; empty where it names none.

    Raises:
        RequestError: It has been removed (410).
    """
    removed: Removed | None = searcher.place.removed.get(authority)
    if removed is None and id_ and authority in searcher.descriptions:
        removed = searcher.descriptions[authority].removed.get(id_)
    if removed is not None:
        detail = _("Det som stod här var fel och är borttaget. Uppgiften lämnades {date}.")
        raise RequestError(
            HTTPStatus.GONE,
            detail.format(date=shown_date(removed.stated_on)),
            reason=removed.reason,
            authority=authority if authority in searcher.descriptions else "",
        )
