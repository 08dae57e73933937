"""Reads the data files of one or all authorities, by the table of fields (`data.fields`)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from data.concepts import Concept
from data.fields.front import SERVICE_POINT, SERVICE_POINT_TABLES
from data.fields.source import SOURCE_TABLES
from data.fields.tables import GUIDANCE_TABLES
from data.fields.today import TODAY_TABLES
from data.kinds import EntryType
from data.loader.files import TomlFile, read_text
from data.loader.guidance import GuidanceFile, guidance_file, with_words_of
from data.loader.publication import read_publication
from data.loader.shared import Shared, read_if_there, read_shared
from data.loader.source import source_text
from data.loader.tables import records
from data.loader.today import TODAY, with_today
from data.model import Description
from data.problems import Report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.front import ServicePoint
    from data.model import SourceText

DESCRIPTIONS = "descriptions"
"""The folder with one folder per authority."""
SOURCE = "beskrivning.toml"
GUIDANCE = "vagledning.toml"
SERVICE_POINTS = "platser.toml"
"""Where visitors meet staff; an authority that has stated no places has no such file."""
ORIGINAL = "original.txt"
CHECKSUM = "original.txt.sha256"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One authority as read, with what the checks need to point at lines.

    `description` is None where ``beskrivning.toml`` could not be read, and lacks the guidance of a file
    that could not; `original` and `stated_sha256` are None where theirs could not. The report says why.
    `guidance` has what each file of guidance holds, the authority's own first; a record replaces one with the same id
    in those after it. `files` are what the authority and its folder of data say, `base` what comes with the code.
    `complete` tells whether all files could be read, so that what is not found does not exist.
    """

    directory: str
    description: Description | None
    files: tuple[TomlFile, ...]
    base: tuple[TomlFile, ...]
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
        """The parsed file that messages call so, or the authority's own of that name."""
        names = (f"{self.directory}/{name}", name)
        return next(file for file in (*self.files, *self.base) if file.name in names)


def load(root: Path, directory: str, report: Report | None = None, shared: Shared | None = None) -> Loaded:
    """Read one authority's files, together with the guidance that all authorities share.

    Args:
        root: The folder that holds ``descriptions/``.
        directory: The authority's folder under ``descriptions/``.
        report: Where problems are collected; a new one where none is given.
        shared: What all authorities of the folder share, read with the same report; it is read where none is given.
    """
    report = report or Report()
    shared = shared or read_shared(root, report)
    folder = root / DESCRIPTIONS / directory
    original = read_text(folder / ORIGINAL, f"{directory}/{ORIGINAL}", report)
    stated = read_text(folder / CHECKSUM, f"{directory}/{CHECKSUM}", report)
    source = TomlFile.read(folder / SOURCE, f"{directory}/{SOURCE}", SOURCE_TABLES, report)
    own = TomlFile.read(folder / GUIDANCE, f"{directory}/{GUIDANCE}", GUIDANCE_TABLES, report)
    points = read_if_there(folder / SERVICE_POINTS, f"{directory}/{SERVICE_POINTS}", SERVICE_POINT_TABLES, report)
    today = read_if_there(folder / TODAY, f"{directory}/{TODAY}", TODAY_TABLES, report)
    guidance = (guidance_file(own) if own else GuidanceFile(), *shared.guidance)
    concepts = _laid(guidance, "concepts")
    mark, publication = read_publication(folder, directory, report)
    sha256 = _sha256(folder / ORIGINAL)
    stated_points = _service_points(points) if points else {}
    merged = _merged(source_text(source, sha256), guidance, concepts, stated_points) if source else None
    return Loaded(
        directory=directory,
        description=replace(with_today(merged, today), publication=publication) if merged else None,
        files=tuple(file for file in (source, own, *shared.files, points, today, mark) if file),
        base=shared.base,
        guidance=guidance,
        concepts=concepts,
        original=original,
        original_sha256=sha256,
        stated_sha256=None if stated is None else (stated.split() or [""])[0],
        complete=bool(source and own and shared.complete),
        report=report,
    )


def authority_directories(root: Path) -> list[str]:
    """The names of the authorities' folders, sorted."""
    descriptions = root / DESCRIPTIONS
    if not descriptions.is_dir():
        return []
    return sorted(path.name for path in descriptions.iterdir() if path.is_dir() and not path.name.startswith("."))


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
    files: tuple[GuidanceFile, ...],
    concepts: Mapping[str, Concept],
    service_points: dict[str, ServicePoint],
) -> Description:
    """Join what is shared with what is the authority's own; its own record wins over the shared."""
    own, *others = files
    shared = {
        id_: guidance
        for id_, guidance in _laid(others, "guidance").items()
        if guidance.type is not EntryType.PROVISION or id_ in source.provisions
    }
    guidance = {**own.guidance, **{id_: record for id_, record in shared.items() if id_ not in own.guidance}}
    return Description(
        source=source,
        guidance={id_: with_words_of(record, concepts) for id_, record in guidance.items()},
        signposts={id_: concept.signpost for id_, concept in concepts.items() if concept.signpost},
        themes=_laid(files, "themes"),
        observations=_laid(files, "observations"),
        questions=_laid(files, "questions"),
        tiles=_laid(files, "tiles"),
        glossary=_laid(files, "glossary"),
        clarifications=_laid(files, "clarifications"),
        service_points=service_points,
        laws=_laid(files, "laws"),
    )


def _laid(files: Sequence[GuidanceFile], attribute: str) -> dict[str, Any]:
    """The records of several files: those of an earlier one over those of the later."""
    return {id_: record for file in reversed(files) for id_, record in getattr(file, attribute).items()}
