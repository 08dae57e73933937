"""The tree that units make: whom each stands under, and which two are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.recognising.units.drafts import Book, Draft, ends_in, is_bare
from data.importing.recognising.units.vocabulary import noun_of
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.places import Places

_TOP = frozenset({UnitKind.ADMINISTRATION, UnitKind.OFFICE})
_ROOTS = frozenset({UnitKind.BOARD, UnitKind.COURT, UnitKind.AGENCY, UnitKind.EXTERNAL})
_OF_THE_BOARD = frozenset({UnitKind.COMMITTEE, UnitKind.COUNCIL})


def merge(places: Places, book: Book) -> None:
    """A unit that is only called by its noun is the one whose name ends in that noun, where there is one such."""
    for draft in [unit for unit in book.units[1:] if is_bare(unit.name)]:
        known = noun_of(draft.name)
        if known is None:
            continue
        same = [
            unit for unit in book.units[1:] if unit is not draft and ends_in(unit, known[0]) and unit.kind is draft.kind
        ]
        if (
            len(same) == 1
            and not same[0].name.casefold().startswith(draft.name.casefold())
            and not draft.is_under(same[0])
        ):
            _into(draft, same[0], book)
            places.replace(draft, same[0])


def _into(draft: Draft, other: Draft, book: Book) -> None:
    other.also(draft.name)
    for n in draft.passages:
        other.tells(n)
    for what in ("head", "email", "phone"):
        if getattr(draft, what) and not getattr(other, what):
            setattr(other, what, getattr(draft, what))
            other.fields[what] = draft.fields[what]
    if other.parent is None and draft.parent is not other:
        other.parent, other.certain = draft.parent, draft.certain
    for unit in book.units:
        if unit.parent is draft:
            unit.parent = other
    book.units.remove(draft)


def by_place(places: Places, book: Book) -> None:
    """Units of headings stand under those of the headings over them, and what a section names under its unit."""
    for section, unit in places.of_section.items():
        over = next(
            (places.of_section[at] for at in places.outline.headings_over(section)[1:] if at in places.of_section), None
        )
        _under(unit, over)
    for n, unit in places.of_passage.items():
        _under(unit, places.unit_of(places.outline.passages[n - 1].section))
    for unit in book.units[1:]:
        over = places.unit_of(places.outline.passages[unit.passages[0] - 1].section) if unit.passages else None
        if over is not None and over.rank < unit.rank and unit.kind is not UnitKind.EXTERNAL:
            _under(unit, over)


def begun(places: Places, book: Book) -> None:
    """A unit that a paragraph of a greater unit's chapter begins with stands under that one."""
    for passage in places.outline.passages:
        over = places.unit_of(passage.section)
        if over is None or passage.recited or not places.is_of_organisation(passage):
            continue
        unit = book.begins(passage.text)
        if unit is not None and over.rank < unit.rank and unit.kind is not UnitKind.EXTERNAL:
            _under(unit, over)


def _under(unit: Draft, over: Draft | None) -> None:
    if over is not None and over is not unit and not unit.certain and unit.parent is None and not over.is_under(unit):
        unit.parent = over


def rest(places: Places, book: Book) -> None:
    """Those whose place nothing says stand under the board's only administration, or under the root."""
    tops = [
        unit
        for unit in book.units[1:]
        if unit.kind in _TOP and (unit.parent in {None, book.root}) and not is_bare(unit.name)
    ]
    first = next((unit for unit in book.units[1:] if unit.kind not in _OF_THE_BOARD | {UnitKind.EXTERNAL}), None)
    administrations = [unit for unit in tops if unit.kind is UnitKind.ADMINISTRATION] or [
        unit for unit in tops if unit is first
    ]
    only = administrations[0] if len(administrations) == 1 and book.root.kind is UnitKind.BOARD else None
    beside = _beside(only, places)
    for unit in book.units[1:]:
        if unit.kind is UnitKind.EXTERNAL or unit.parent is not None:
            continue
        fits = (
            only is not None
            and unit is not only
            and unit not in beside
            and unit.kind not in _OF_THE_BOARD | {UnitKind.ADMINISTRATION}
        )
        unit.parent = only if fits and only is not None and not only.is_under(unit) else book.root


def put(unit: Draft, over: Draft | None) -> None:
    """Say that a unit stands under another."""
    if (
        over is not None
        and unit is not over
        and unit.kind not in _ROOTS
        and not unit.certain
        and not over.is_under(unit)
    ):
        unit.parent, unit.certain = over, True


def _beside(unit: Draft | None, places: Places) -> list[Draft]:
    """The units whose headings stand beside a unit's own."""
    own = [section for section, named in places.of_section.items() if named is unit]
    above = {places.outline.sections[section].above for section in own}
    return [named for at, named in places.of_section.items() if places.outline.sections[at].above in above]
