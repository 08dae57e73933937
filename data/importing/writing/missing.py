"""What a description does not say, told to the one who owns it; of the law's points the warnings tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.fields.source import UNIT
from data.fields.text import AUTHORITY, DOCUMENT
from data.kinds import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.fields.table import Table
    from data.model import Description

_ASKED: tuple[tuple[Table[object], str, str], ...] = (
    (DOCUMENT, "number", "Inget diarienummer hittades: sidorna kan inte säga vilket beslut de bygger på."),
    (DOCUMENT, "decided_on", "Ingen beslutsdag hittades."),
    (AUTHORITY, "switchboard", "Inget telefonnummer till en växel hittades."),
    (AUTHORITY, "website", "Ingen webbplats hittades."),
)
_MOST = 6


def missing(description: Description) -> Iterator[str]:
    """Each thing that is missing, a Swedish sentence."""
    source = description.source
    for table, attribute, told in _ASKED:
        if not getattr(getattr(source, table.attribute), attribute):
            yield told
    own = [unit for unit in source.units.values() if unit.kind is not UnitKind.EXTERNAL]
    for attribute in ("head", "email", "phone"):
        without = [unit.name for unit in own if not getattr(unit, attribute)]
        if without:
            yield f"{len(without)} av {len(own)} enheter saknar {UNIT.key_of(attribute)}: {_listed(without)}."
    if not source.contact_roles:
        yield "Ingen roll som lämnar upplysningar hittades."
    silent = sum(not (exchange.how and exchange.when) for exchange in source.exchanges.values())
    if silent:
        yield f"{silent} av {len(source.exchanges)} utbyten säger inte både hur och när, som lagen frågar efter."


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:_MOST])} med flera" if len(names) > _MOST else ", ".join(names)
