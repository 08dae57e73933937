"""Walking the organisation: a unit and all that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Description


def unit_path(description: Description, unit: str) -> tuple[str, ...]:
    """The unit's id and those of all above it, nearest first; empty for no unit.

    The tree is known to be one (`data.checks.references.check_tree`); a loop would end the walk.
    """
    path: list[str] = []
    while unit and unit not in path:
        path.append(unit)
        unit = description.source.units[unit].parent
    return tuple(path)
