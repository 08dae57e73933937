"""The tables of what stands ready before a search: common questions, tiles, clarifying questions, words, places.

All but the last stand in ``vagledning.toml``, places in ``platser.toml``: the only place that knows those Swedish keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.front import Choice, Clarification, CommonQuestion, Place, Tile, Word
from data.loader.tables import records

if TYPE_CHECKING:
    from data.loader.tables import TableReader, TomlFile


def common_question(table: TableReader) -> CommonQuestion:
    """Read a ``[vanlig_fraga.<id>]``."""
    return CommonQuestion(table.id, table.string("fraga", required=True), table.string("post", required=True))


def tile(table: TableReader) -> Tile:
    """Read a ``[ruta.<id>]``; the checks tell which of its keys exclude each other."""
    return Tile(
        id=table.id,
        name=table.string("namn", required=True),
        entry=table.string("post"),
        query=table.string("fraga"),
        signpost=table.string("hanvisning"),
    )


def word(table: TableReader) -> Word:
    """Read a ``[ord.<id>]``."""
    return Word(table.id, table.string("ord", required=True), table.string("forklaring", required=True))


def clarification(table: TableReader) -> Clarification:
    """Read a ``[foljdfraga.<id>]``."""
    return Clarification(table.id, table.string("fraga", required=True), _choices(table))


def _choices(table: TableReader) -> tuple[Choice, ...]:
    choices: list[Choice] = []
    for inline in table.inline_tables("svar"):
        choices.append(Choice(inline.string("ord", required=True), inline.string("post", required=True)))
        inline.finish()
    return tuple(choices)


def places_file(file: TomlFile) -> dict[str, Place]:
    """Read the whole file of places; problems go to the file's report."""
    root = file.root
    places = records(root, "plats", _place)
    root.finish()
    return places


def _place(table: TableReader) -> Place:
    return Place(
        id=table.id,
        name=table.string("namn", required=True),
        address=table.string("besok"),
        opening_hours=table.strings("oppettider"),
        unit=table.string("enhet"),
        stated_by=table.string("uppgift_fran", required=True),
        stated_on=table.string("uppgift_den", required=True),
    )
