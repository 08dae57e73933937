"""From ``publicering.toml`` to who has published a description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.fields.publication import PUBLICATION, PUBLICATION_TABLES
from data.loader.files import TomlFile
from data.loader.tables import record
from data.publication import Publication
from data.publishing import PUBLICATION_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from data.problems import Report


def read_publication(folder: Path, directory: str, report: Report) -> tuple[TomlFile | None, Publication | None]:
    """Read who has published what is in a folder.

    Returns:
        The file, and what it says. None where there is no file: then it is public. What cannot be read publishes
        nothing.
    """
    if not (folder / PUBLICATION_FILE).exists():
        return None, None
    name = f"{directory}/{PUBLICATION_FILE}"
    file = TomlFile.read(folder / PUBLICATION_FILE, name, PUBLICATION_TABLES, report)
    if file is None:
        return None, Publication()
    table = file.root
    publication = record(table, PUBLICATION)
    table.finish([PUBLICATION.key])
    return file, publication
