"""Exchanges in tables and forms: which column says whom, what, how and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.recognising.clauses import folded
from data.importing.recognising.exchanges.composed import Said
from data.importing.recognising.exchanges.parties import Known, parties_at
from data.importing.recognising.exchanges.spans import manner
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, pattern
from data.kinds import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.importing.outline import OutlinePassage

_COLUMNS = (
    Use.COLUMN_FETCHED,
    Use.COLUMN_SUPPLIED,
    Use.COLUMN_DIRECTION,
    Use.COLUMN_SOURCE,
    Use.COLUMN_RECIPIENT,
    Use.COLUMN_PARTY,
    Use.COLUMN_BOTH,
    Use.COLUMN_HOW,
    Use.COLUMN_WHEN,
    Use.COLUMN_WHAT,
    Use.COLUMN_SYSTEM,
)
_PARTIES = {Use.COLUMN_PARTY: None, Use.COLUMN_SOURCE: Direction.FETCHED, Use.COLUMN_RECIPIENT: Direction.SUPPLIED}
_DATA = {Use.COLUMN_FETCHED: Direction.FETCHED, Use.COLUMN_SUPPLIED: Direction.SUPPLIED}
_LABEL = re.compile(r"(?P<label>[A-ZÅÄÖa-zåäö][\w/ -]{1,30}?)\s?:\s*(?P<value>\S.{0,300})")
_TOWARD = re.compile(r"(?P<word>till och från|från och till|till/från|från/till|till|från)\s", re.IGNORECASE)
_EMPTY = " -–—.*"
_WHY_NO_DIRECTION = "Tabellen säger inte om uppgifterna hämtas eller lämnas."


def uses_of(columns: Sequence[str]) -> tuple[Use | None, ...]:
    """What columns are for, by what they are called."""
    return tuple(next((use for use in _COLUMNS if _bare(column) in folded_words(use)), None) for column in columns)


def _bare(column: str) -> str:
    """What a column is called, without brackets: *Hämtas (H) / lämnas (L)*."""
    return re.sub(r"\s?/\s?", "/", re.sub(r"\s?\([^()]{0,40}\)", "", folded(column))).strip(" :?")


def in_row(row: OutlinePassage, own: Known, default: Direction | None, *, inside: bool) -> list[Said]:
    """The exchanges of a row of a table."""
    uses = uses_of(row.columns)
    sides = set(uses) & set(_PARTIES)
    told = {Use.COLUMN_DIRECTION, Use.COLUMN_SOURCE, Use.COLUMN_RECIPIENT, Use.COLUMN_HOW, Use.COLUMN_WHEN} & set(uses)
    if not sides or not (inside or (Use.COLUMN_DIRECTION in uses and len(told) > 1)):
        return []
    return _told(list(zip(uses, row.cells, strict=False)), own, default)


def in_form(passage: OutlinePassage, own: Known, default: Direction | None) -> list[Said]:
    """The exchanges of lines with labels: *Part: X*, *Riktning: Lämnas*."""
    labels = [match for line in passage.text.split("\n") if (match := _LABEL.match(line.strip()))]
    cells = list(zip(uses_of([label["label"] for label in labels]), (label["value"] for label in labels), strict=True))
    if not {use for use, _ in cells} & set(_PARTIES) or len([use for use, _ in cells if use]) < 2:  # noqa: PLR2004
        return []
    return _told(cells, own, default)


def joined(passages: Sequence[OutlinePassage]) -> Iterator[OutlinePassage]:
    """Passages, with lines of a form that stand as paragraphs of their own brought together, a form each."""
    form: list[tuple[str, OutlinePassage]] = []
    for passage in passages:
        label = _LABEL.fullmatch(passage.text.strip())
        name = folded(label["label"]) if label and uses_of([label["label"]])[0] else ""
        if form and (not name or name in {before for before, _ in form}):
            yield _one(form)
            form = []
        if name:
            form.append((name, passage))
        else:
            yield passage
    if form:
        yield _one(form)


def _one(form: list[tuple[str, OutlinePassage]]) -> OutlinePassage:
    first = form[0][1]
    return first if len(form) == 1 else msgspec.structs.replace(first, text="\n".join(line.text for _, line in form))


def _told(cells: list[tuple[Use | None, str]], own: Known, default: Direction | None) -> list[Said]:
    values = {use: " ".join(cell.split()) for use, cell in reversed(cells) if use and cell.strip(_EMPTY)}
    how, when = values.get(Use.COLUMN_HOW, ""), values.get(Use.COLUMN_WHEN, "")
    if both := values.get(Use.COLUMN_BOTH, ""):
        told = manner(both)
        how, when = how or told.first_how, when or told.first_when
    said: list[Said] = []
    for use, of_column in _PARTIES.items():
        if use not in values:
            continue
        toward = _TOWARD.match(values[use])
        parties = _parties(values[use][toward.end() :] if toward else values[use], own)
        way = values.get(Use.COLUMN_DIRECTION, toward["word"] if toward else "")
        for data, direction, guessed in _data(values, way, of_column or default):
            why = _WHY_NO_DIRECTION * guessed
            said += [Said(direction, party, data, how, when, "table", guessed, why) for party in parties]
    return said


def _data(values: dict[Use, str], way: str, default: Direction | None) -> list[tuple[str, Direction, bool]]:
    """The data of a row and which way they go: by a column for each way, or as a column says."""
    split = [(values[use], direction, False) for use, direction in _DATA.items() if use in values]
    data = values.get(Use.COLUMN_WHAT, "")
    return split or [(data, direction, guessed) for direction, guessed in _directions(way, default)]


def _parties(cell: str, own: Known) -> tuple[str, ...]:
    found, end = parties_at(cell, 0, own)
    whole = end >= len(cell.strip(" ."))
    ours = folded(cell).strip(" .") in own.us | own.units
    return () if ours else found if found and whole else (cell.strip(" ."),)


def _directions(cell: str, default: Direction | None) -> Iterator[tuple[Direction, bool]]:
    fetched = pattern(Use.SAYS_FETCHED).search(cell) is not None
    supplied = pattern(Use.SAYS_SUPPLIED).search(cell) is not None
    if fetched and supplied and _TOWARD.fullmatch(cell + " "):
        yield Direction.COMMUNICATES, False
        return
    if pattern(Use.SAYS_BOTH).search(cell) or not (fetched or supplied):
        both = bool(cell.strip(_EMPTY))
        yield default if default and not both else Direction.COMMUNICATES, not both and default is None
        return
    if fetched:
        yield Direction.FETCHED, False
    if supplied:
        yield Direction.SUPPLIED, False
