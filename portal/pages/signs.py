"""Signposts as pages show them: to entries of those in the same organisation who have it, else to who usually does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.lists import format_list

from portal.pages.parts import Alike, Signpost, Text
from portal.words.translations import data_text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.entries import Entry
    from index.result import SearchResult, SignpostHit
    from portal.pages.context import PageContext

Key = tuple[str, str]
_MUNICIPALITY = re.compile(r"\b(?:kommun|stad)\b", re.IGNORECASE)
"""In the name of an organisation: a region's or an agency's switchboard reaches no board of a municipality."""


def signposts_of(context: PageContext, result: SearchResult, found: Collection[Key]) -> tuple[Signpost, ...]:
    """The signposts of a search's result, where somebody may be in danger first.

    Args:
        context: What pages are made with.
        result: The result.
        found: The entries that the page shows as hits, by authority and id: what is found needs no signpost.
    """
    asked = result.request.filters.get("authority") or context.searcher.descriptions.keys()
    made = (_signpost(context, hit, found, asked) for hit in result.signposts)
    shown = (signpost for signpost in made if signpost.held or signpost.holder)
    return tuple(sorted(shown, key=lambda signpost: not signpost.is_urgent))


def alike_line(context: PageContext, entry: Entry) -> Alike:
    """An entry as a line that says whose it is, and what it is of."""
    name = context.dated_name(entry.authority)
    key = (entry.authority, entry.id)
    return Alike(name, context.title(entry), context.text(entry.scope), context.entry_url(entry), key)


def _signpost(context: PageContext, hit: SignpostHit, found: Collection[Key], asked: Collection[str]) -> Signpost:
    """What leads on to those that are asked, and, in organisations where nobody says so, what is generally known."""
    held = tuple(alike_line(context, context.searcher.entries[key]) for key in hit.holders if key not in found)
    having = {_organisation(context, authority) for authority, _id in hit.holders}
    lacking = [name for name in dict.fromkeys(_organisation(context, each) for each in asked) if name not in having]
    if not lacking:
        return Signpost(context.text(hit.topic), Text(""), Text(""), held, by_questions=hit.by_questions)
    holder = context.text(hit.holder)
    if having:
        where = format_list([data_text(name) for name in sorted(lacking)], locale=context.language.locale)
        holder = Text(_("{where}: {holder}").format(where=where, holder=holder.value), holder.lang)
    return Signpost(
        context.text(hit.topic),
        holder,
        context.text(hit.note),
        held,
        short=context.text(hit.short),
        spoken=context.text(hit.spoken),
        is_of_the_place=hit.is_of_the_place and all(_MUNICIPALITY.search(name) for name in lacking),
        is_urgent=hit.is_urgent,
        by_questions=hit.by_questions,
    )


def _organisation(context: PageContext, authority: str) -> str:
    return context.description(authority).source.authority.belongs_to
