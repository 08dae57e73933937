"""The start page: a question, one search box, common questions, themes, the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.modes import KIOSK
from portal.pages.parts import Link, Provenance, Text, UnitNode
from portal.web import urls
from portal.words.translations import data_text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """A theme, what it is about, and the search that it opens."""

    link: Link
    about: Text


@dataclass(frozen=True, slots=True)
class AuthorityTree:
    """An authority with its organisation as a nested list."""

    name: Text
    url: str
    units: tuple[UnitNode, ...]
    external: tuple[Link, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class TileLink:
    """A tile of the kiosk: its name, where it leads, and whether what it leads to is held by someone else."""

    name: Text
    url: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class StartPage:
    """The contract of the start page.

    Attributes:
        tiles: What visitors at a kiosk come for; none in other modes, which show questions, themes and units.
    """

    title: str
    summary: str
    questions: tuple[Link, ...]
    themes: tuple[ThemeLink, ...]
    tiles: tuple[TileLink, ...]
    authorities: tuple[AuthorityTree, ...]


def start_page(context: PageContext) -> StartPage:
    """Make the start page of all authorities of the generation."""
    descriptions = context.searcher.descriptions.values()
    themes = {theme.id: theme for description in descriptions for theme in description.themes.values()}
    used = {entry.theme for entry in context.searcher.entries.values()}
    return StartPage(
        title=_("Vägvisaren – hitta rätt bland allmänna handlingar"),
        summary=_(
            "Sök i myndighetens egen beskrivning av sina allmänna handlingar: vem som har vad, och hur du får se det."
        ),
        questions=tuple(
            Link(context.text(question.question), link.url)
            for description in descriptions
            for question in description.questions.values()
            if (link := context.entry_link(description.id, question.entry))
        ),
        themes=tuple(
            ThemeLink(
                Link(context.text(theme.name), urls.with_query(context.url("/sok"), [("theme", theme.id)])),
                context.text(theme.description),
            )
            for theme in themes.values()
            if theme.id in used
        ),
        tiles=tuple(_tiles(context)) if context.mode is KIOSK else (),
        authorities=tuple(authority_tree(context, description.id) for description in descriptions),
    )


def _tiles(context: PageContext) -> Iterator[TileLink]:
    for description in context.searcher.descriptions.values():
        for tile in description.tiles.values():
            entry = context.searcher.entries.get((description.id, tile.entry))
            url = (
                context.entry_url(entry)
                if entry
                else urls.with_query(context.url("/sok"), [("q", data_text(tile.query))])
            )
            yield TileLink(context.text(tile.name), url, elsewhere=bool(tile.signpost))


def authority_tree(context: PageContext, authority: str) -> AuthorityTree:
    """An authority's organisation, and the other organisations that its description names."""
    source = context.description(authority).source
    root = source.authority.unit
    link = context.entry_link(authority, root)
    top = (UnitNode(link, current=False, units=context.units(authority, root)),) if link else ()
    return AuthorityTree(
        name=context.text(source.authority.name, ours=False),
        url=context.url(f"/{authority}/"),
        units=top,
        external=context.entry_links(
            authority, (unit.id for unit in source.units.values() if not unit.parent and unit.id != root)
        ),
        provenance=context.provenance(authority),
    )
