"""The start page: a question, one search box, common questions, themes, the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.guides import question_entry
from portal.modes import DESK, KIOSK
from portal.pages import ready
from portal.pages.contacts import common_contact
from portal.pages.context import GUIDE, SCOPE
from portal.pages.parts import Contact, Link, Provenance, Text, UnitNode
from portal.pages.theming import ThemeLink, theme_link
from portal.web import urls
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from portal.pages.context import PageContext

FIRST_RIGHTS = 7
"""Questions of rights that are shown at once: as long a list as what stands beside it."""


@dataclass(frozen=True, slots=True)
class AuthorityTree:
    """An authority with its organisation as a nested list."""

    name: Text
    url: str
    units: tuple[UnitNode, ...]
    external: tuple[Link, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """An authority of several: what it does, in its description's own words; none where the text does not say."""

    link: Link
    tasks: Text
    within: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """The contract of the start page.

    Attributes:
        tiles: What visitors at a kiosk come for; none in other modes, which show questions, themes and units.
        calls: What callers often want; at the desk alone.
        contact: Whom to ring.
        rights: The questions of the guide to asking for a record: those that all have, and the rest.
        guide: That guide; None where there is none.
        authorities: The one authority with its organisation; none where there are several.
        lines: The authorities where there are several.
    """

    title: str
    summary: str
    questions: tuple[Link, ...]
    themes: tuple[ThemeLink, ...]
    tiles: tuple[ready.TileLink, ...]
    calls: tuple[ready.Call, ...]
    contact: Contact
    rights: tuple[tuple[Link, ...], tuple[Link, ...]]
    guide: Link | None
    authorities: tuple[AuthorityTree, ...]
    lines: tuple[AuthorityLine, ...]


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
        questions=ready.questions(context),
        themes=tuple(theme_link(context, theme) for theme in themes.values() if theme.id in used),
        tiles=ready.tiles(context) if context.mode is KIOSK else (),
        calls=ready.calls(context) if context.mode is DESK else (),
        contact=common_contact(context),
        rights=_rights(context),
        guide=context.guide_link(),
        authorities=(authority_tree(context, context.whose),) if context.whose else (),
        lines=() if context.whose else tuple(_line(context, description.id) for description in descriptions),
    )


def _rights(context: PageContext) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The questions of the guide, which hold whoever is asked: the first of them, and the rest to unfold."""
    authority = context.whose or context.searcher.home
    guide = context.description(authority).guidance.get(GUIDE)
    questions = guide.questions if guide else ()
    links = context.entry_links(authority, (question_entry(GUIDE, question.id) for question in questions))
    return links[:FIRST_RIGHTS], links[FIRST_RIGHTS:]


def _line(context: PageContext, authority: str) -> AuthorityLine:
    source = context.description(authority).source
    root = source.units.get(source.authority.unit)
    return AuthorityLine(
        link=Link(context.dated_name(authority), context.url(f"/{authority}/")),
        tasks=Text(root.tasks[0], ours=False) if root and root.tasks else Text(""),
        within=urls.with_query(context.unscoped_url("/"), [(SCOPE, authority)]),
    )


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
