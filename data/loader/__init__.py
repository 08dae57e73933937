"""Reads the data files of one or all authorities.

This package is the only place where the files' Swedish keys meet the model's English names.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.kinds import EntryType
from data.loader.front import places_file
from data.loader.guidance import ENTRY_TABLES, GuidanceFile, concepts_file, guidance_file
from data.loader.source import source_text
from data.loader.tables import TomlFile, read_text
from data.model import Description
from data.problems import Report

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Guidance, SourceText

SOURCE = "beskrivning.toml"
GUIDANCE = "vagledning.toml"
PLACES = "platser.toml"
"""Where visitors meet staff; an authority that has stated no places has no such file."""
ORIGINAL = "original.txt"
CHECKSUM = "original.txt.sha256"
GENERAL = "general/vagledning.toml"
WORDS = "general/vardagsord.toml"
"""Everyday words that any authority can share, by concept; the file may be left out."""

_TABLE_OF = {type_: table for table, type_ in ENTRY_TABLES.items()}


@dataclass(frozen=True, slots=True)
class Loaded:
    """One authority as read, with what the checks need to point at lines.

    `description` is None where ``beskrivning.toml`` could not be read, and lacks the guidance of a file
    that could not; `original` and `stated_sha256` are None where theirs could not. The report says why.
    `complete` tells whether all files could be read, so that what is not found does not exist.
    """

    directory: str
    description: Description | None
    files: tuple[TomlFile, ...]
    own: GuidanceFile
    general: GuidanceFile
    original: str | None
    original_sha256: str
    stated_sha256: str | None
    complete: bool
    report: Report

    def file(self, name: str) -> TomlFile:
        """The parsed file whose name, or last part of it, is this."""
        return next(file for file in self.files if f"/{file.name}".endswith(f"/{name.lstrip('/')}"))

    def guidance_place(self, guidance: Guidance) -> tuple[TomlFile, tuple[str, str]]:
        """The file and the table where a guidance record stands."""
        is_own = self.own.guidance.get(guidance.id) is guidance
        name = f"{self.directory}/{GUIDANCE}" if is_own else GENERAL
        return self.file(name), (_TABLE_OF[guidance.type], guidance.id)


def load(root: Path, directory: str, report: Report | None = None) -> Loaded:
    """Read one authority's files, together with the guidance that all authorities share.

    Args:
        root: The folder that holds ``descriptions/`` and ``general/``.
        directory: The authority's folder under ``descriptions/``.
        report: Where problems are collected; a new one where none is given.
    """
    report = report or Report()
    folder = root / "descriptions" / directory
    original = read_text(folder / ORIGINAL, f"{directory}/{ORIGINAL}", report)
    stated = read_text(folder / CHECKSUM, f"{directory}/{CHECKSUM}", report)
    source_file = TomlFile.read(folder / SOURCE, f"{directory}/{SOURCE}", report)
    own_file = TomlFile.read(folder / GUIDANCE, f"{directory}/{GUIDANCE}", report)
    general_file = TomlFile.read(root / GENERAL, GENERAL, report)
    words_file = _read_if_there(root / WORDS, WORDS, report)
    places = _read_if_there(folder / PLACES, f"{directory}/{PLACES}", report)
    concepts = concepts_file(words_file) if words_file else None if (root / WORDS).exists() else {}
    own = guidance_file(own_file, concepts) if own_file else GuidanceFile()
    general = guidance_file(general_file, concepts) if general_file else GuidanceFile()
    sha256 = _sha256(folder / ORIGINAL)
    described = _merged(source_text(source_file, sha256), own, general) if source_file else None
    stated_places = places_file(places) if places else {}
    return Loaded(
        directory=directory,
        description=replace(described, places=stated_places) if described else None,
        files=tuple(file for file in (source_file, own_file, general_file, words_file, places) if file),
        own=own,
        general=general,
        original=original,
        original_sha256=sha256,
        stated_sha256=None if stated is None else (stated.split() or [""])[0],
        complete=bool(source_file and own_file and general_file) and concepts is not None,
        report=report,
    )


def authority_directories(root: Path) -> list[str]:
    """The names of the authorities' folders, sorted."""
    descriptions = root / "descriptions"
    if not descriptions.is_dir():
        return []
    return sorted(path.name for path in descriptions.iterdir() if path.is_dir() and not path.name.startswith("."))


def _read_if_there(path: Path, name: str, report: Report) -> TomlFile | None:
    """Read a file that may be left out; None where it is, and where it cannot be read."""
    return TomlFile.read(path, name, report) if path.exists() else None


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:  # already in the report, from reading its text
        return ""


def _merged(source: SourceText, own: GuidanceFile, general: GuidanceFile) -> Description:
    """Join what is shared with what is the authority's own; its own record wins over the shared."""
    shared = {
        id_: guidance
        for id_, guidance in general.guidance.items()
        if guidance.type is not EntryType.PROVISION or id_ in source.provisions
    }
    return Description(
        source=source,
        guidance={
            **own.guidance,
            **{id_: record for id_, record in shared.items() if id_ not in own.guidance},
        },
        signposts={**general.signposts, **own.signposts},
        themes={**general.themes, **own.themes},
        observations={**general.observations, **own.observations},
        questions={**general.questions, **own.questions},
        tiles={**general.tiles, **own.tiles},
        glossary={**general.glossary, **own.glossary},
        clarifications={**general.clarifications, **own.clarifications},
    )
