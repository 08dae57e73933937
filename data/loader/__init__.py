"""Reads the data files of one or all authorities, by the table of fields (`data.fields`)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.concepts import Concept
from data.fields.concepts import CONCEPT_TABLES
from data.fields.front import SERVICE_POINT, SERVICE_POINT_TABLES
from data.fields.source import SOURCE_TABLES
from data.fields.tables import GUIDANCE_TABLES
from data.kinds import EntryType
from data.loader.files import TomlFile, read_text
from data.loader.guidance import GuidanceFile, concepts_file, guidance_file, with_words_of
from data.loader.source import source_text
from data.loader.tables import records
from data.model import Description
from data.problems import Report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.fields.table import Table
    from data.front import ServicePoint
    from data.model import SourceText

SOURCE = "beskrivning.toml"
GUIDANCE = "vagledning.toml"
SERVICE_POINTS = "platser.toml"
"""Where visitors meet staff; an authority that has stated no places has no such file."""
ORIGINAL = "original.txt"
CHECKSUM = "original.txt.sha256"
GENERAL = "general/vagledning.toml"
CONCEPTS = "general/begrepp.toml"
"""What any authority is asked for, in people's words; the file may be left out."""
OLDER_CONCEPTS = "general/vardagsord.toml"
"""What that file was called."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One authority as read, with what the checks need to point at lines.

    `description` is None where ``beskrivning.toml`` could not be read, and lacks the guidance of a file
    that could not; `original` and `stated_sha256` are None where theirs could not. The report says why.
    `guidance` has what each file of guidance holds, the authority's own first.
    `complete` tells whether all files could be read, so that what is not found does not exist.
    """

    directory: str
    description: Description | None
    files: tuple[TomlFile, ...]
    guidance: tuple[GuidanceFile, ...]
    concepts: Mapping[str, Concept]
    original: str | None
    original_sha256: str
    stated_sha256: str | None
    complete: bool
    report: Report

    @property
    def own(self) -> GuidanceFile:
        """What the authority's own file of guidance holds."""
        return self.guidance[0]

    def file(self, name: str) -> TomlFile:
        """The parsed file whose name, or last part of it, is this."""
        return next(file for file in self.files if f"/{file.name}".endswith(f"/{name.lstrip('/')}"))


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
    source = TomlFile.read(folder / SOURCE, f"{directory}/{SOURCE}", SOURCE_TABLES, report)
    own = TomlFile.read(folder / GUIDANCE, f"{directory}/{GUIDANCE}", GUIDANCE_TABLES, report)
    general = TomlFile.read(root / GENERAL, GENERAL, GUIDANCE_TABLES, report)
    name = _concepts_name(root, report)
    shared = _read_if_there(root / name, name, CONCEPT_TABLES, report)
    points = _read_if_there(folder / SERVICE_POINTS, f"{directory}/{SERVICE_POINTS}", SERVICE_POINT_TABLES, report)
    guidance = (
        guidance_file(own) if own else GuidanceFile(),
        guidance_file(general) if general else GuidanceFile(),
        concepts_file(shared) if shared else GuidanceFile(),
    )
    concepts = {id_: concept for file in reversed(guidance) for id_, concept in file.concepts.items()}
    sha256 = _sha256(folder / ORIGINAL)
    stated_points = _service_points(points) if points else {}
    return Loaded(
        directory=directory,
        description=_merged(source_text(source, sha256), guidance, concepts, stated_points) if source else None,
        files=tuple(file for file in (source, own, general, shared, points) if file),
        guidance=guidance,
        concepts=concepts,
        original=original,
        original_sha256=sha256,
        stated_sha256=None if stated is None else (stated.split() or [""])[0],
        complete=bool(source and own and general and (shared or not (root / name).exists())),
        report=report,
    )


def authority_directories(root: Path) -> list[str]:
    """The names of the authorities' folders, sorted."""
    descriptions = root / "descriptions"
    if not descriptions.is_dir():
        return []
    return sorted(path.name for path in descriptions.iterdir() if path.is_dir() and not path.name.startswith("."))


def _concepts_name(root: Path, report: Report) -> str:
    """The name of the file of shared concepts, the older one where only that is there."""
    if not (root / OLDER_CONCEPTS).exists():
        return CONCEPTS
    if (root / CONCEPTS).exists():
        report.error(
            OLDER_CONCEPTS,
            0,
            f"filen heter nu {CONCEPTS}, som också finns. Flytta dit det som saknas, och ta bort den.",
        )
        return CONCEPTS
    report.warn(OLDER_CONCEPTS, 0, f"filen heter nu {CONCEPTS}. Byt namn på den.")
    return OLDER_CONCEPTS


def _read_if_there(path: Path, name: str, tables: Sequence[Table[object]], report: Report) -> TomlFile | None:
    """Read a file that may be left out; None where it is, and where it cannot be read."""
    return TomlFile.read(path, name, tables, report) if path.exists() else None


def _service_points(file: TomlFile) -> dict[str, ServicePoint]:
    root = file.root
    points = records(root, SERVICE_POINT)
    root.finish([SERVICE_POINT.key])
    return points


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:  # already in the report, from reading its text
        return ""


def _merged(
    source: SourceText,
    files: tuple[GuidanceFile, GuidanceFile, GuidanceFile],
    concepts: Mapping[str, Concept],
    service_points: dict[str, ServicePoint],
) -> Description:
    """Join what is shared with what is the authority's own; its own record wins over the shared."""
    own, general, _ = files
    shared = {
        id_: guidance
        for id_, guidance in general.guidance.items()
        if guidance.type is not EntryType.PROVISION or id_ in source.provisions
    }
    guidance = {**own.guidance, **{id_: record for id_, record in shared.items() if id_ not in own.guidance}}
    return Description(
        source=source,
        guidance={id_: with_words_of(record, concepts) for id_, record in guidance.items()},
        signposts={id_: concept.signpost for id_, concept in concepts.items() if concept.signpost},
        themes={**general.themes, **own.themes},
        observations={**general.observations, **own.observations},
        questions={**general.questions, **own.questions},
        tiles={**general.tiles, **own.tiles},
        glossary={**general.glossary, **own.glossary},
        clarifications={**general.clarifications, **own.clarifications},
        service_points=service_points,
    )
