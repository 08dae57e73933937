"""Whose records a page is about: one authority's, or those of a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.lists import format_list

from portal.pages.parts import Text
from portal.words.translations import data_text, ngettext

if TYPE_CHECKING:
    from portal.pages.context import PageContext

MOST_NAMED = 2
"""Organisations that are named in a page's head; more are counted."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose records a page is about, as its head, its title and its print say; no words where there is no index.

    Attributes:
        name: The authority, the place, or the organisations whose authorities are here.
        url: Where to read about it.
    """

    name: Text
    url: str


def subject(context: PageContext | None, authority: str = "") -> Subject:
    """Whose records a page is about.

    Args:
        context: What pages are made with; None without an index.
        authority: Whose page it is; empty for one that is of none in particular.
    """
    if context is None:
        return Subject(Text(""), "")
    if one := authority or context.whose:
        return Subject(context.authority_name(one), context.url(f"/{one}/"))
    return Subject(_of_several(context), context.url("/"))


def names_apart(context: PageContext | None) -> dict[str, str]:
    """By id, the names of the authorities, for scripts that show whose each thing is; none where there is one."""
    if context is None or not context.has_several:
        return {}
    return {id_: context.authority_name(id_).value for id_ in context.searcher.descriptions}


def _of_several(context: PageContext) -> Text:
    """The place by its name, else the organisations that its authorities are of."""
    if name := context.searcher.place.name:
        return context.text(name, ours=False)
    descriptions = context.searcher.descriptions.values()
    organisations = list(dict.fromkeys(data_text(each.source.authority.belongs_to) for each in descriptions))
    if len(organisations) > MOST_NAMED:
        count = len(descriptions)
        return context.said(ngettext("{count} myndighet", "{count} myndigheter", count).format(count=count))
    return context.said(format_list(organisations, locale=context.language.locale))
