"""References: every id that a record names exists, and the organisation is a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.checks.located import known_ids, located
from data.fields.source import UNIT
from data.kinds import UnitKind
from data.loader import SOURCE
from data.nearest import proposal

if TYPE_CHECKING:
    from data.loader import Loaded
    from data.model import Description, SourceText


def check_references(loaded: Loaded, description: Description) -> None:
    """Report every id that leads nowhere, with the one that was probably meant."""
    known = known_ids(loaded, description)
    for place in located(loaded, description):
        for named in place.table.ids(place.record):
            if named.id in known[named.kind] or (named.kind.is_in_guidance and not loaded.complete):
                continue
            key = next(part for part in reversed(named.path) if isinstance(part, str))
            meant = proposal(named.id, known[named.kind]) or " Rätta id:t."
            place.tell(f"{key} pekar på {named.kind.value} {named.id}, som inte finns.{meant}", *named.path)


def check_tree(loaded: Loaded, description: Description) -> None:
    """Every unit of the authority hangs under its root; only other organisations stand beside it."""
    source = description.source
    file = loaded.file(SOURCE)
    root = source.authority.unit
    under, kind = UNIT.key_of("parent"), UNIT.key_of("kind")
    for unit in source.units.values():
        path = UNIT.path(unit.id, "parent")
        if _is_under_itself(source, unit.id):
            file.tell(path, f"enheten {unit.id} ligger under sig själv. Rätta {under}.")
        elif root in source.units and not unit.parent and unit.id != root and unit.kind is not UnitKind.EXTERNAL:
            file.tell(
                path,
                f"enheten {unit.id} saknar {under}. Ange vilken enhet den hör till, "
                f'eller skriv {kind} = "annan-organisation".',
            )


def _is_under_itself(source: SourceText, unit: str) -> bool:
    *_, topmost = source.unit_and_above(unit)
    return topmost.parent == unit
