"""The units of an authority, and other organisations that its text names: a tree told from an outline.

Names first, in the order of the text; then what is said of each; then where each stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.outline import Basis, PassageKind
from data.importing.proposal import AuthorityFacts, UnitFact
from data.importing.recognising.units import (
    belonging,
    bodies,
    contacts,
    every,
    externals,
    headings,
    heads,
    saying,
    tables,
    tasks,
    tree,
)
from data.importing.recognising.units.drafts import Book, Draft
from data.importing.recognising.units.naming import capital
from data.importing.recognising.units.places import Places
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.outline import Outline, OutlinePassage
    from data.importing.recognising.units.headings import Announced

_ROOTS = (("nämnd", UnitKind.BOARD), ("domstol", UnitKind.COURT), ("statlig", UnitKind.AGENCY))


def units(outline: Outline, authority: AuthorityFacts) -> tuple[UnitFact, ...]:
    """The tree of an authority's units, the root first, and other organisations last.

    Args:
        outline: The document.
        authority: Whose it is.
    """
    root = _root(authority)
    whole = f"{authority.name.value} {authority.organisation.value}"
    book = Book(root, (authority.short_name.value, authority.name.value), authority.switchboard.value, whole)
    places = Places(outline, authority.name.value or root.name)
    _find(places, book)
    tree.merge(places, book)
    tree.by_place(places, book)
    tree.begun(places, book)
    for passage in outline.passages:
        if not passage.recited:
            _facts_of(passage, places, book)
    for passage in outline.passages:
        if not passage.recited:
            contacts.by_address(passage.text, passage.n, book)
            _of_several(passage, places, book)
    tree.rest(places, book)
    return tuple(_fact(draft) for draft in sorted(book.units, key=lambda unit: unit.kind is UnitKind.EXTERNAL))


def _root(authority: AuthorityFacts) -> Draft:
    kind = next((kind for word, kind in _ROOTS if word in authority.kind), UnitKind.BOARD)
    name = authority.root or authority.name.value
    root = Draft(capital(name), kind, list(authority.name.basis.passages), "authority")
    if authority.short_name.value:
        root.also(authority.short_name.value)
    return root


def _find(places: Places, book: Book) -> None:
    """Put every unit into the book, section by section and passage by passage."""
    announced: dict[int, Announced] = {}
    passages = iter(places.outline.passages)
    waiting = next(passages, None)
    for section in range(len(places.outline.sections)):
        unit = headings.of_heading(section, places, book, announced.get(places.outline.sections[section].above))
        if unit is not None:
            places.of_section[section] = unit
        spoken: Draft | None = None
        while waiting is not None and waiting.section == section:
            spoken = _find_in(waiting, places, book, announced, spoken)
            waiting = next(passages, None)


def _find_in(
    passage: OutlinePassage, places: Places, book: Book, announced: dict[int, Announced], spoken: Draft | None
) -> Draft | None:
    waiting = headings.still(passage, announced.get(passage.section))
    if waiting is not None:
        announced[passage.section] = waiting
    unit = headings.of_passage(passage, places, book, waiting)
    if unit is not None:
        places.of_passage[passage.n] = unit
        if waiting is not None and passage.kind is not PassageKind.PARAGRAPH:
            tree.put(unit, waiting.parent)
        if spoken is not None and spoken.rank < unit.rank:
            tree.put(unit, spoken)
        if (
            passage.kind is PassageKind.PARAGRAPH
            and not passage.bold_lead
            and len(passage.text) < headings.MOST_LETTERS
        ):
            spoken = unit
    elif spoken is not None and passage.kind is PassageKind.PARAGRAPH:
        places.of_passage[passage.n] = spoken
    for said in places.said(passage, book) if not passage.recited else ():
        will_follow = saying.told(said, places, book)
        if will_follow is not None:
            inside = waiting is not None and passage.kind is PassageKind.LIST_ITEM
            announced[passage.section] = headings.inside(will_follow, waiting, unit) if inside else will_follow
        externals.told(said, book)
        bodies.named_bodies(said, book)
    return spoken


def _facts_of(passage: OutlinePassage, places: Places, book: Book) -> None:
    """Whatever a passage says of units that are known."""
    if passage.kind is PassageKind.TABLE_ROW and tables.of_row(passage, places, book):
        return
    own = places.of_passage.get(passage.n)
    if own is not None and passage.kind is not PassageKind.PARAGRAPH:
        belonging.place(own, passage.cells or (passage.text,), book)
    past = places.is_past(passage.section)
    for said in places.said(passage, book):
        if not past:
            contacts.of_sentence(said, places, book)
        if places.is_of_organisation(passage):
            heads.of_sentence(said, book)
            tasks.of_sentence(said, book)


def _of_several(passage: OutlinePassage, places: Places, book: Book) -> None:
    if places.is_of_organisation(passage):
        for said in places.said(passage, book):
            every.of_sentence(said, places, book)


def _fact(draft: Draft) -> UnitFact:
    external = draft.kind is UnitKind.EXTERNAL
    return UnitFact(
        name=draft.name,
        kind=draft.kind,
        parent="" if draft.parent is None or external else draft.parent.name,
        tasks=tuple(draft.tasks),
        head="" if external else draft.head,
        email=draft.email,
        phone=draft.phone,
        aliases=tuple(draft.aliases),
        basis=Basis(draft.rule, tuple(draft.passages), bool(draft.guessed), draft.guessed),
        fields=draft.fields,
    )
