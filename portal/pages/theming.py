"""A theme as pages show it: a link on the start page, and the heading of what it opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.parts import Link, Text
from portal.web import urls

if TYPE_CHECKING:
    from data.model import Theme
    from index.result import SearchRequest
    from portal.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """A theme, what it is about, and the search that it opens."""

    link: Link
    about: Text


def theme_link(context: PageContext, theme: Theme) -> ThemeLink:
    """A theme that is shown."""
    url = urls.with_query(context.url("/sok"), [("theme", theme.id)])
    return ThemeLink(Link(context.text(theme.name), url), context.text(theme.description))


def theme_asked(context: PageContext, request: SearchRequest) -> ThemeLink | None:
    """The theme that is all that is asked for, whoever is asked; None where something else is."""
    wanted = request.filters.get("theme", frozenset())
    if request.query or len(wanted) != 1 or request.filters.keys() - {"theme", "authority"}:
        return None
    (id_,) = wanted
    themes = (description.themes.get(id_) for description in context.searcher.descriptions.values())
    theme = next(filter(None, themes), None)
    return theme_link(context, theme) if theme else None
