"""All that was found in a document, kind by kind, with where it stands there and where in the file that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.fields.source import CONTACT_ROLE, EXCHANGE, FINDING_AID, PROVISION, STATEMENT, UNIT
from data.importing.writing.markdown import plain, shortened
from data.loader import SOURCE
from data.positions import key_lines

if TYPE_CHECKING:
    from data.fields.table import Table
    from data.importing.writing.places import Places
    from data.model import Description

_KINDS: tuple[tuple[Table[Any], str], ...] = (
    (UNIT, "Enheter och andra organisationer"),
    (FINDING_AID, "Sökmedel"),
    (PROVISION, "Lagrum"),
    (EXCHANGE, "Uppgifter som hämtas och lämnas"),
    (CONTACT_ROLE, "Kontaktroller"),
    (STATEMENT, "Meningar om lagens punkter"),
)


def found(description: Description, places: Places, text: str) -> str:
    """The last part of the report.

    Args:
        description: What was written.
        places: Where passages stand in the document.
        text: The text of the file.
    """
    lines = key_lines(text)
    told = ["## Allt som hittades"]
    for table, title in _KINDS:
        records: dict[str, Any] = getattr(description.source, table.attribute)
        told += [f"\n### {title}: {len(records)}"]
        if records:
            told += [f"\n| vad | var i dokumentet | rad i {SOURCE} |", "|---|---|---|"]
        for id_, record in records.items():
            passages = getattr(record, "passages", ()) or (getattr(record, "passage", ""),)
            told.append(
                f"| {shortened(_named(record))} | {plain(places.of_all(passages))} | {lines[table.path(id_)]} |"
            )
    return "\n".join(told)


def _named(record: Any) -> str:  # noqa: ANN401 (a record of any of the kinds)
    for attribute in ("citation", "name", "party", "quote"):
        if value := getattr(record, attribute, ""):
            return str(value)
    return str(record.id)
