"""Who gets requests for records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.contact import common_email, own_email, receiving_unit

if TYPE_CHECKING:
    from portal.pages.context import PageContext


def request_email(context: PageContext) -> str:
    """Where requests go: to who drew up the description, or to the place where no authority is chosen.

    In place of an authority that has ended, who has its records gets them.
    """
    place, authority = context.searcher.place.contact, receiver(context)
    if not authority:
        return place.email if place else ""
    description = context.description(authority)
    return own_email(description, receiving_unit(description)) or common_email(description.source)


def receiver(context: PageContext) -> str:
    """The authority that gets requests; empty where the place itself does."""
    if context.answering or context.searcher.place.contact is not None:
        return context.answering
    return context.whose or context.searcher.home
