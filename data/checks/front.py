"""Tiles and clarifying questions: a tile leads one way, and a choice is a choice."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from data.checks.located import located
from data.fields.front import CHOICE, CLARIFICATION, TILE
from data.front import Clarification, Tile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.checks.located import Located
    from data.loader import Loaded
    from data.model import Description
    from data.place import PlaceTile

MIN_CHOICES = 2
"""With fewer there is nothing to ask."""
_ENTRY, _QUERY, _SIGNPOST = (TILE.key_of(attribute) for attribute in ("entry", "query", "signpost"))
_CHOICES = CLARIFICATION.key_of("choices")


def check_front(loaded: Loaded, description: Description) -> None:
    """Report what leads nowhere, or says two things at once."""
    for place in located(loaded, description):
        if isinstance(place.record, Tile):
            check_tile(place, place.record)
        elif isinstance(place.record, Clarification):
            _check_clarification(place, place.record)
    _check_overlaps(loaded, description)


def check_tile(place: Located, tile: Tile | PlaceTile) -> None:
    """Report a tile that leads nowhere, or two ways; the keys are the same in both files that have tiles."""
    if tile.entry and tile.query:
        place.tell(f"{place.header} har både {_ENTRY} och {_QUERY}. Ta bort en av dem.")
    elif not tile.entry and not tile.query:
        place.tell(f"{place.header} leder ingenstans. Ange {_ENTRY} (id för en post) eller {_QUERY} (ord att söka på).")
    if tile.signpost and not tile.query:
        place.tell(
            f"{_SIGNPOST} i {place.header} hör ihop med {_QUERY}. "
            f"Skriv vilka ord som ska sökas, eller ta bort {_SIGNPOST}.",
            _SIGNPOST,
        )


def _check_clarification(place: Located, clarification: Clarification) -> None:
    if len(clarification.choices) < MIN_CHOICES:
        place.tell(f"{place.header} har färre än två svar. Lägg till ett, eller ta bort frågan.", _CHOICES)
    for attribute in ("answer", "entry"):
        key = CHOICE.key_of(attribute)
        for index, value in _repeated(getattr(choice, attribute) for choice in clarification.choices):
            message = f"två svar i {place.header} har samma {key}, {value}. Låt dem skilja sig åt."
            place.tell(message, _CHOICES, index, key)


def _check_overlaps(loaded: Loaded, description: Description) -> None:
    """Two questions on the same two entries: no one could tell which of them to ask."""
    asked: dict[frozenset[str], Located] = {}
    in_use = set(map(id, description.clarifications.values()))
    for place in located(loaded, description):
        question = place.record
        if not isinstance(question, Clarification) or id(question) not in in_use:
            continue
        entries = dict.fromkeys(choice.entry for choice in question.choices if choice.entry)
        for one, other in combinations(entries, 2):
            before = asked.setdefault(frozenset((one, other)), place)
            if before is not place:
                place.tell(
                    f"{place.header} och {before.header} skiljer båda {one} från {other}. Låt en av dem göra det."
                )


def _repeated(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value and value in seen:
            yield index, value
        seen.add(value)
