"""Finding aids in tables and definition lists: which column names them, and what the others say."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from data.importing.outline import OutlinePassage, PassageKind
from data.importing.recognising.aids.found import Found, in_brackets, is_kind, is_name
from data.importing.recognising.aids.prose import told_in
from data.importing.recognising.aids.vocabulary import Use, ending, folded_words, is_empty
from data.importing.recognising.clauses import NAME, capital, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ORDER = (
    Use.COLUMN_NAME,
    Use.COLUMN_HOLDS,
    Use.COLUMN_CAVEAT,
    Use.COLUMN_OWNER,
    Use.COLUMN_OTHER,
    Use.COLUMN_WEAK_NAME,
)
_LONGEST_NAME = 90
_KIND_AND_NAME = re.compile(rf"(?P<kind>{ending(Use.SYSTEM, Use.REGISTER)})\s(?P<name>{NAME})")
_AND = re.compile(rf"(?P<one>{NAME})(?:,| och|\s?/|\s?\+)\s?(?P<two>{NAME})(?:(?:,| och|\s?/)\s?(?P<three>{NAME}))?")
_LABEL_MARKS = " :*?."


def in_tables(rows: Sequence[OutlinePassage], zone: frozenset[int]) -> list[Found]:
    """Of the rows of a document, those that name finding aids."""
    found: list[Found] = []
    for _, group in groupby(rows, key=lambda row: (row.table, row.section)):
        found += _in_table(tuple(group), zone)
    return found


def uses_of(columns: Iterable[str]) -> tuple[Use | None, ...]:
    """What columns are for, by what they are called."""
    return tuple(_use(column) for column in columns)


def _use(column: str) -> Use | None:
    name = folded(column).strip(_LABEL_MARKS)
    return next((use for use in _ORDER if name in folded_words(use)), None)


def _in_table(rows: tuple[OutlinePassage, ...], zone: frozenset[int]) -> list[Found]:
    inside = rows[0].n in zone
    columns = rows[0].columns
    if not columns and len(uses := uses_of(rows[0].cells)) > 1 and Use.COLUMN_NAME in uses:
        columns, rows = rows[0].cells, rows[1:]
    uses = uses_of(columns)
    at = _name_column(uses, inside=inside, headless=not columns)
    if at < 0:
        return []
    if not columns:
        uses = (Use.COLUMN_NAME, *(Use.COLUMN_HOLDS for _ in rows[0].cells[1:])) if rows else ()
    return [one for row in rows for one in _in_row(row, at, uses)]


def _name_column(uses: Sequence[Use | None], *, inside: bool, headless: bool) -> int:
    """Where the names stand; -1 where the table is about something else."""
    if headless:
        return 0 if inside else -1
    if Use.COLUMN_NAME in uses and (inside or sum(use is not None for use in uses) > 1):
        return uses.index(Use.COLUMN_NAME)
    return uses.index(Use.COLUMN_WEAK_NAME) if inside and Use.COLUMN_WEAK_NAME in uses else -1


def _in_row(row: OutlinePassage, at: int, uses: Sequence[Use | None]) -> list[Found]:
    if at >= len(row.cells) or is_empty(row.cells[at]) or len(row.cells[at]) > _LONGEST_NAME:
        return []
    cells = [
        (use, cell)
        for index, (use, cell) in enumerate(zip(uses, row.cells, strict=False))
        if index != at and not _is_blank(cell)
    ]
    holds = tuple(cell for use, cell in cells if use is Use.COLUMN_HOLDS)
    caveats = tuple(cell for use, cell in cells if use is Use.COLUMN_CAVEAT)
    owner = "; ".join(cell for use, cell in cells if use is Use.COLUMN_OWNER)
    return [
        Found(name, row.n, "table", aliases, holds, caveats, owner or " ".join(holds))
        for name, aliases in named(row.cells[at])
    ]


def _is_blank(cell: str) -> bool:
    return not cell.strip(" -–—.*")


def named(cell: str) -> list[tuple[str, tuple[str, ...]]]:
    """The names in a cell that holds nothing else, each with its other names."""
    cell = " ".join(cell.split()).strip(" .;,:")
    if also := _ALSO.fullmatch(cell):
        return [(capital(also["name"]), (also["alias"],))]
    head, inner, _ = in_brackets(cell)
    if inner:
        return [_with_brackets(head, inner)]
    kinds = [
        (match["name"], (match["kind"],))
        for match in _KIND_AND_NAME.finditer(cell)
        if is_name(match["name"], marked=True)
    ]
    several = _AND.fullmatch(cell)
    if several and all(is_name(name) and not is_kind(name) for name in several.groups() if name):
        return [(name, ()) for name in several.groups() if name]
    if kinds:
        before = cell.partition(kinds[0][1][0])[0].strip(" ,").removesuffix(" och").removesuffix(" i")
        others = [(before, ())] if before and is_name(before) and before[:1].isupper() else []
        return [*others, *((name, _full(cell, name, aliases)) for name, aliases in kinds)]
    first, comma, last = cell.rpartition(", ")
    if comma and re.fullmatch(NAME, last) and is_name(last) and not is_kind(last):
        return [(last, (first,))]
    return [(capital(cell), ())]


_ALSO = re.compile(
    r"(?P<name>[^,()]{2,60}?),?\s\(?(?:även|också|ibland|kallas även|kallas också|som också)"
    r"\s(?:kalla[ts]|kallad[e]?|benämn[ts]|benämnd)\s"
    r"(?P<alias>[^,()]{2,40}?)\)?"
)


def _full(cell: str, name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return (cell, *aliases) if cell.endswith(name) and cell != name else aliases


def _with_brackets(head: str, inner: str) -> tuple[str, tuple[str, ...]]:
    proper = re.fullmatch(NAME, inner) is not None and is_name(inner)
    if proper and re.search(rf"{ending(Use.SYSTEM)}$", head):
        return inner, (head,)
    if re.fullmatch(NAME, head) and is_name(head) and not is_kind(head):
        return head, (inner,) if is_kind(inner) or proper else ()
    return capital(head), (inner,) if proper else ()


def in_definitions(passages: Iterable[OutlinePassage], zone: frozenset[int]) -> list[Found]:
    """Of definitions under a heading on finding aids, what they define; terms that are labels make a form."""
    found: list[Found] = []
    for passage in passages:
        if passage.kind is not PassageKind.DEFINITION or passage.n not in zone or len(passage.cells) < 2:  # noqa: PLR2004
            continue
        term, words = passage.cells[0], " ".join(passage.cells[1:])
        use = _use(term)
        if use in {Use.COLUMN_NAME, Use.COLUMN_WEAK_NAME}:
            found += [Found(name, passage.n, "definition", also, (), (), words) for name, also in named(words)]
        elif use is not None:
            found = [*found[:-1], _with_label(found[-1], use, words)] if found else []
        else:
            holds, caveats = told_in(words)
            found += [Found(name, passage.n, "definition", also, holds, caveats, words) for name, also in named(term)]
    return found


def _with_label(found: Found, use: Use, words: str) -> Found:
    """A finding aid with what a line of its form says."""
    if use is Use.COLUMN_HOLDS:
        return found._replace(holds=(*found.holds, words))
    if use is Use.COLUMN_CAVEAT:
        return found._replace(caveats=(*found.caveats, words))
    return found._replace(owner=f"{found.owner}; {words}") if use is Use.COLUMN_OWNER else found
