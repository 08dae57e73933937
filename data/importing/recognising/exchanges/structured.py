"""Exchanges in tables and forms: which column says whom, what, how and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.outline import OutlinePassage, PassageKind
from data.importing.recognising.clauses import folded
from data.importing.recognising.exchanges.composed import Said
from data.importing.recognising.exchanges.directions import arrow_in, labels
from data.importing.recognising.exchanges.parties import Known, is_party, parties_at
from data.importing.recognising.exchanges.spans import manner
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, loose, pattern
from data.kinds import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_TOWARD = re.compile(
    r"(?:(?:uppgifter\s)?"
    r"(?:hämtas|inhämtas|kommer|erhålls|tas emot|lämnas|skickas|sänds|rapporteras|levereras|överförs)\s)?"
    r"(?P<word>till och från|från och till|till/från|från/till|till|från)\s",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s?[/;]\s?|\s?[•·]\s")
_LONGEST = 80
"""A party's name is no longer, in characters."""
_ELSEWHERE = re.compile(r"(?:[Ss]e|[Ee]j|[Ii]ngen|[Ii]nga|[Ii]nget|[Ss]aknas|[Ii]nte)\b|[Nn]ej$")
_MARKED = re.compile(r"[xX×✓✔●•☒☑]|ja|Ja|JA")
_EMPTY = " -–—.*"
_WHY_NO_DIRECTION = "Tabellen säger inte om uppgifterna hämtas eller lämnas."


def uses_of(columns: Sequence[str], *, loosely: bool = False) -> tuple[Use | None, ...]:
    """What columns are for, by what they are called; loosely: by how their names are made, each use once."""
    exact = [next((use for use in _COLUMNS if _bare(column) in folded_words(use)), None) for column in columns]
    if loosely:
        for at, column in enumerate(columns):
            made = next((use for use in _LOOSE if loose(use).match(_bare(column))), None)
            if exact[at] is None and made not in exact:
                exact[at] = made
    return tuple(exact)


_LOOSE = (
    Use.COLUMN_DIRECTION,
    Use.COLUMN_PARTY,
    Use.COLUMN_SOURCE,
    Use.COLUMN_RECIPIENT,
    Use.COLUMN_WHEN,
    Use.COLUMN_HOW,
    Use.COLUMN_FETCHED,
    Use.COLUMN_SUPPLIED,
    Use.COLUMN_WHAT,
)


def _bare(column: str) -> str:
    """What a column is called, without brackets: *Hämtas (H) / lämnas (L)*."""
    return re.sub(r"\s?/\s?", "/", re.sub(r"\s?\([^()]{0,40}\)", "", folded(column))).strip(" :?")


def in_row(row: OutlinePassage, own: Known, default: Direction | None, *, inside: bool) -> list[Said]:
    """The exchanges of a row of a table."""
    uses = uses_of(row.columns, loosely=inside)
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


def with_party_above(passages: Iterator[OutlinePassage]) -> Iterator[OutlinePassage]:
    """Passages, with the party of a row above in the rows that a merged cell leaves without."""
    above = ""
    table = 0
    for passage in passages:
        uses = uses_of(passage.columns, loosely=True)
        at = uses.index(Use.COLUMN_PARTY) if Use.COLUMN_PARTY in uses else -1
        if passage.kind is not PassageKind.TABLE_ROW or not 0 <= at < len(passage.cells):
            yield passage
            continue
        cells = passage.cells
        if not cells[at].strip() and above and passage.table == table and any(cell.strip() for cell in cells):
            cells = (*cells[:at], above, *cells[at + 1 :])
        above, table = cells[at], passage.table
        yield msgspec.structs.replace(passage, cells=cells)


_SAYS_EXCHANGE = (Use.FETCH, Use.SUPPLY, Use.COMMUNICATE)


def sentence_cells(row: OutlinePassage) -> tuple[str, ...]:
    """The cells that tell of exchanges in whole sentences, in a table of something else: a register per row."""
    verb = pattern(*_SAYS_EXCHANGE)
    return tuple(
        cell
        for column, cell in zip(row.columns, row.cells, strict=False)
        if verb.search(column) and verb.search(cell) and len(cell.split()) > _WORDS and cell.rstrip().endswith(".")
    )


_WORDS = 4
"""A cell of more words may be a sentence."""


def headless(row: OutlinePassage, own: Known, default: Direction | None) -> list[Said]:
    """The exchanges of a row whose table has no head, where each cell shows what it is: *X | lämnas | årligen*."""
    cells = [(_shown(cell.strip(), own), cell) for cell in row.cells]
    uses = [use for use, _ in cells]
    if uses.count(Use.COLUMN_PARTY) != 1 or not (Use.COLUMN_DIRECTION in uses or default):
        return []
    return _told(cells, own, default)


def _shown(cell: str, own: Known) -> Use | None:
    """What a cell is by its own words."""
    toward = _TOWARD.match(cell)
    if is_party(cell[toward.end() :] if toward else cell, own):
        return Use.COLUMN_PARTY
    if arrow_in(cell) or labels(cell):
        return Use.COLUMN_DIRECTION
    told = manner(cell)
    if told.first_when == cell:
        return Use.COLUMN_WHEN
    if told.first_how == cell:
        return Use.COLUMN_HOW
    return None if pattern(Use.FETCH, Use.SUPPLY).search(cell) else Use.COLUMN_WHAT


def _one(form: list[tuple[str, OutlinePassage]]) -> OutlinePassage:
    first = form[0][1]
    return first if len(form) == 1 else msgspec.structs.replace(first, text="\n".join(line.text for _, line in form))


def _told(cells: list[tuple[Use | None, str]], own: Known, default: Direction | None) -> list[Said]:
    values = {
        use: " ".join(("; " if use in _PARTIES else " ").join(filter(None, map(str.strip, cell.split("\n")))).split())
        for use, cell in reversed(cells)
        if use and cell.strip(_EMPTY)
    }
    how, when = values.get(Use.COLUMN_HOW, ""), values.get(Use.COLUMN_WHEN, "")
    if both := values.get(Use.COLUMN_BOTH, ""):
        told = manner(both)
        how, when = how or told.first_how, when or told.first_when
    sides: dict[Use, str] = {
        use: folded(values[use]).strip(" .") for use in _PARTIES if use is not Use.COLUMN_PARTY and use in values
    }
    ours = bool(set(sides.values()) & own.us)
    said: list[Said] = []
    for use, of_column in _PARTIES.items():
        if use not in values:
            continue
        if len(sides) > 1 and not ours and sides.get(use) in _ours():
            continue
        toward = _TOWARD.match(values[use])
        parties = _parties(values[use][toward.end() :] if toward else values[use], own)
        way = values.get(Use.COLUMN_DIRECTION, toward["word"] if toward else "")
        for data, direction, guessed in _data(values, way, of_column or default):
            why = _WHY_NO_DIRECTION * guessed
            said += [Said(direction, party, data, how, when, "table", guessed, why) for party in parties]
    return said


def _ours() -> frozenset[str]:
    """What the authority itself is called in such a table, where it is one of the two sides."""
    return folded_words(Use.MAY_BE_US) - folded_words(Use.PARTY)


def _data(values: dict[Use, str], way: str, default: Direction | None) -> list[tuple[str, Direction, bool]]:
    """The data of a row and which way they go: by a column for each way, or as a column says."""
    data = values.get(Use.COLUMN_WHAT, "")
    split = [
        (data if _MARKED.fullmatch(values[use]) else values[use], direction, False)
        for use, direction in _DATA.items()
        if use in values and folded(values[use]) not in folded_words(Use.NEGATED) | {"nej"}
    ]
    return split or [(data, direction, guessed) for direction, guessed in _directions(way, default)]


def _parties(cell: str, own: Known) -> tuple[str, ...]:
    parts = [part.strip(" .") for part in _SEVERAL.split(cell)]
    if len(parts) > 1 and all(is_party(part, own) for part in parts):
        return tuple(parts)
    if _ELSEWHERE.match(cell):
        return ()
    found, end = parties_at(cell, 0, own)
    whole = end >= len(cell.strip(" ."))
    ours = folded(cell).strip(" .") in own.us | own.units
    named = len(cell) <= _LONGEST and not pattern(Use.FETCH, Use.SUPPLY).search(cell)
    return () if ours else found if found and (whole or not named) else (cell.strip(" ."),) * named


def _directions(cell: str, default: Direction | None) -> Iterator[tuple[Direction, bool]]:
    if arrow := arrow_in(cell):
        yield arrow, False
        return
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
