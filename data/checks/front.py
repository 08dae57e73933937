"""Common questions, tiles, clarifying questions and places: each leads somewhere, and a choice is a choice."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from data.checks.references import entry_ids, is_date, report_dangling
from data.loader import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.checks.references import Reference
    from data.front import Clarification, Tile
    from data.loader import Loaded
    from data.loader.guidance import GuidanceFile
    from data.loader.tables import TomlFile
    from data.model import Description

MIN_CHOICES = 2
"""With fewer there is nothing to ask."""


def check_front(loaded: Loaded, description: Description) -> None:
    """Report what leads nowhere, or says two things at once."""
    for read in (loaded.own, loaded.general):
        # What a file names may stand in another: it is certain not to exist only where all could be read.
        for reference in _references(read, description) if loaded.complete else ():
            report_dangling(loaded, loaded.file(read.name), reference)
        for tile in read.tiles.values():
            _check_tile(loaded, loaded.file(read.name), tile)
        for clarification in read.clarifications.values():
            _check_clarification(loaded, loaded.file(read.name), clarification)
    _check_overlaps(loaded, description)
    _check_places(loaded, description)


def _references(read: GuidanceFile, description: Description) -> Iterator[Reference]:
    entries = entry_ids(description)
    for question in read.questions.values():
        yield ("vanlig_fraga", question.id, "post"), [question.entry], entries, "posten"
    for tile in read.tiles.values():
        yield ("ruta", tile.id, "post"), [tile.entry], entries, "posten"
        yield ("ruta", tile.id, "hanvisning"), [tile.signpost], description.signposts, "hänvisningen"
    for clarification in read.clarifications.values():
        for index, choice in enumerate(clarification.choices):
            yield ("foljdfraga", clarification.id, "svar", index, "post"), [choice.entry], entries, "posten"


def _check_tile(loaded: Loaded, file: TomlFile, tile: Tile) -> None:
    table = f"[ruta.{tile.id}]"
    if tile.entry and tile.query:
        loaded.report.error(
            file.name, file.line(("ruta", tile.id)), f"{table} har både post och fraga. Ta bort en av dem."
        )
    elif not tile.entry and not tile.query:
        loaded.report.error(
            file.name,
            file.line(("ruta", tile.id)),
            f"{table} leder ingenstans. Ange post (id för en post) eller fraga (ord att söka på).",
        )
    if tile.signpost and not tile.query:
        loaded.report.error(
            file.name,
            file.line(("ruta", tile.id, "hanvisning")),
            f"hanvisning i {table} hör ihop med fraga. Skriv vilka ord som ska sökas, eller ta bort hanvisning.",
        )


def _check_clarification(loaded: Loaded, file: TomlFile, clarification: Clarification) -> None:
    path = ("foljdfraga", clarification.id)
    if len(clarification.choices) < MIN_CHOICES:
        loaded.report.error(
            file.name,
            file.line((*path, "svar")),
            f"[{'.'.join(path)}] har färre än två svar. Lägg till ett, eller ta bort frågan.",
        )
    columns = {
        "ord": [choice.answer for choice in clarification.choices],
        "post": [choice.entry for choice in clarification.choices],
    }
    for key, values in columns.items():
        for index, value in _repeated(values):
            loaded.report.error(
                file.name,
                file.line((*path, "svar", index, key)),
                f"två svar i [{'.'.join(path)}] har samma {key}, {value}. Låt dem skilja sig åt.",
            )


def _check_overlaps(loaded: Loaded, description: Description) -> None:
    """Two questions on the same two entries: no one could tell which of them to ask."""
    asked: dict[frozenset[str], str] = {}
    for clarification in description.clarifications.values():
        is_own = clarification.id in loaded.own.clarifications
        file = loaded.file((loaded.own if is_own else loaded.general).name)
        entries = dict.fromkeys(choice.entry for choice in clarification.choices if choice.entry)
        for one, other in combinations(entries, 2):
            before = asked.setdefault(frozenset((one, other)), clarification.id)
            if before != clarification.id:
                loaded.report.error(
                    file.name,
                    file.line(("foljdfraga", clarification.id)),
                    f"[foljdfraga.{clarification.id}] och [foljdfraga.{before}] skiljer båda {one} från {other}. "
                    "Låt en av dem göra det.",
                )


def _repeated(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value and value in seen:
            yield index, value
        seen.add(value)


def _check_places(loaded: Loaded, description: Description) -> None:
    for place in description.places.values():
        file = loaded.file(PLACES)
        report_dangling(loaded, file, (("plats", place.id, "enhet"), [place.unit], description.source.units, "enheten"))
        if place.stated_on and not is_date(place.stated_on):
            loaded.report.error(
                file.name,
                file.line(("plats", place.id, "uppgift_den")),
                f"uppgift_den ”{place.stated_on}” är inget datum. Skriv det som 2026-01-31.",
            )
