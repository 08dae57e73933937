"""Truth: the original is untouched, and all of it is used once, in its order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.cells import joined
from data.fields.text import PASSAGE, SECTION, TABLE
from data.loader import SOURCE
from data.positions import Path as KeyPath
from data.quotes import blocks, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.loader import Loaded
    from data.model import Description, TextTable

_SHOWN = 60
"""Characters of a text that a message repeats, so that it can be found by eye."""


def check_original(loaded: Loaded) -> None:
    """The frozen text has the checksum that stands beside it."""
    if not loaded.original_sha256 or loaded.stated_sha256 is None:
        return  # that one of the two could not be read is already reported
    if loaded.original_sha256 != loaded.stated_sha256:
        loaded.report.error(
            f"{loaded.directory}/original.txt",
            0,
            "texten har ändrats: kontrollsumman stämmer inte med original.txt.sha256. Återställ original.txt; "
            "beskrivningens text ändras aldrig. Är det ett nytt beslut, börja om i en ny mapp.",
        )


def check_text(loaded: Loaded, description: Description) -> None:
    """Every block of the original is in exactly one passage or heading, in the same order."""
    if loaded.original is None:
        return  # already reported
    file = loaded.file(SOURCE)
    texts = [(path, normalised(text)) for path, text in _pieces(description)]
    wanted = _unbroken(blocks(loaded.original), {text for _, text in texts})
    places = _places([text for _, text in texts], wanted)
    pieces = [_Piece(path, text, place) for (path, text), place in zip(texts, places, strict=True)]
    in_order = _rising([place for place in places if place is not None])
    for piece in pieces:
        if piece.place not in in_order:
            file.tell(piece.path, f"”{short(piece.text)}” {_fault(piece, wanted)}")
    for gap in _gaps(pieces, wanted, in_order):
        for place in _missing(gap, used=set(places)):
            where = "före detta" if gap.before else "sist"
            message = f"originalets stycke ”{short(wanted[place])}” saknas {where}. Lägg till det som ett stycke."
            loaded.report.error(file.name, file.line(gap.before) if gap.before else 0, message, gap.before or ())


def _fault(piece: _Piece, wanted: list[str]) -> str:
    """What is wrong with a piece that does not stand where it should."""
    if piece.place is not None:
        return "står inte på sin plats. Flytta det så att ordningen är originalets."
    if piece.text in wanted:
        return "används två gånger. Varje stycke ska stå en gång."
    return "stämmer inte ord för ord med originalet. Kopiera stycket från original.txt."


@dataclass(frozen=True, slots=True)
class _Piece:
    """A heading or a passage of ``beskrivning.toml``, and the number of the block that it is; None for none."""

    path: KeyPath
    text: str
    place: int | None


def _pieces(description: Description) -> Iterator[tuple[KeyPath, str]]:
    source = description.source
    begun: set[str] = set()
    for section in source.sections.values():
        if section.heading:
            yield SECTION.path(section.id, "heading"), section.heading
        for id_ in section.passages:
            passage = source.passages[id_]
            if passage.subheading:
                yield PASSAGE.path(id_, "subheading"), passage.subheading
            if passage.table not in begun and passage.table in source.tables:
                begun.add(passage.table)
                yield from _heads(source.tables[passage.table])
            if passage.text:
                yield PASSAGE.path(id_, "text"), passage.text


def _heads(table: TextTable) -> Iterator[tuple[KeyPath, str]]:
    """What stands over the first row of a table."""
    if table.heading:
        yield TABLE.path(table.id, "heading"), table.heading
    if any(table.columns):
        yield TABLE.path(table.id, "columns"), joined(table.columns)


def _unbroken(wanted: list[str], pieces: set[str]) -> list[str]:
    """Join what a page break cut in two wherever a passage holds it whole."""
    joined: list[str] = []
    at = 0
    while at < len(wanted):
        text, end = wanted[at], at + 1
        while text not in pieces and end < len(wanted) and any(piece.startswith(f"{text} ") for piece in pieces):
            text, end = f"{text} {wanted[end]}", end + 1
        if text not in pieces:
            text, end = wanted[at], at + 1
        joined.append(text)
        at = end
    return joined


def _places(pieces: list[str], wanted: list[str]) -> list[int | None]:
    """For each piece the block that it is; None for one that is none, or is one already used."""
    free: dict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(wanted))):
        free[wanted[place]].append(place)
    return [free[piece].pop() if free[piece] else None for piece in pieces]


def _rising(places: list[int]) -> set[int]:
    """The longest rising run of places: the others are the fewest that must move."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    run: set[int] = set()
    place_or_none = ends[-1] if ends else None
    while place_or_none is not None:
        run.add(place_or_none)
        place_or_none = before[place_or_none]
    return run


@dataclass(frozen=True, slots=True)
class _Gap:
    """Blocks of the original between two pieces that stand where they should.

    Attributes:
        places: Their numbers.
        before: The path of the piece after them; None after the last.
        misquoted: How many pieces between the two are no block at all.
    """

    places: range
    before: KeyPath | None
    misquoted: int


def _gaps(pieces: list[_Piece], wanted: list[str], in_order: set[int]) -> Iterator[_Gap]:
    start = misquoted = 0
    for piece in pieces:
        if piece.place is None:
            misquoted += piece.text not in wanted
        elif piece.place in in_order:
            yield _Gap(range(start, piece.place), piece.path, misquoted)
            start, misquoted = piece.place + 1, 0
    yield _Gap(range(start, len(wanted)), None, misquoted)


def _missing(gap: _Gap, used: set[int | None]) -> list[int]:
    """The blocks of a gap that no piece is.

    Where a misquoted piece stands in the place of each, those pieces alone are the problem.
    """
    absent = [place for place in gap.places if place not in used]
    return absent if len(absent) > gap.misquoted else []


def short(text: str) -> str:
    """As much of a text as a message repeats."""
    text = normalised(text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
