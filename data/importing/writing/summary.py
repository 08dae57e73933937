"""What the one who imports is told at once: how much was found, what to look at, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.writing.missing import missing
from data.importing.writing.report import REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.importing.writing.report import Imported

_COUNTED = (
    ("sections", "{} avsnitt", "{} avsnitt"),
    ("passages", "{} stycke", "{} stycken"),
    ("units", "{} enhet", "{} enheter"),
    ("finding_aids", "{} sökmedel", "{} sökmedel"),
    ("provisions", "{} lagrum", "{} lagrum"),
    ("exchanges", "{} utbyte av uppgifter", "{} utbyten av uppgifter"),
    ("contact_roles", "{} kontaktroll", "{} kontaktroller"),
)


def summary(imported: Imported, folder: Path) -> Iterator[str]:
    """The lines of it.

    Args:
        imported: What was imported.
        folder: Where it was written.
    """
    source = imported.description.source
    yield f"Importerat: {source.authority.name}"
    yield f"Mapp: {folder}"
    yield f"Hittat: {', '.join(_counted(source))}."
    described = imported.described
    yield (
        f"Gissat: {len(described.guesses)}. Saknas: {len(list(missing(imported.description)))}. "
        f"Utelämnat: {len(described.left_out)}. Att se över: {len(imported.proposal.warnings)}."
    )
    yield from imported.proposal.outline.notices
    yield from (warning.text for warning in imported.proposal.warnings)
    yield f"Läs rapporten, som säger var allt står och hur det rättas: {folder / REPORT}"


def _counted(source: object) -> Iterator[str]:
    for attribute, one, many in _COUNTED:
        count = len(getattr(source, attribute))
        yield (one if count == 1 else many).format(count)
