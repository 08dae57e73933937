"""What all authorities share: the knowledge that comes with the code, and what a place's folder lays over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.fields.concepts import CONCEPT_TABLES
from data.fields.tables import GUIDANCE_TABLES
from data.loader.files import TomlFile
from data.loader.guidance import GuidanceFile, concepts_file, guidance_file
from data.problems import Problem, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.fields.table import Table

SHARED = "general"
"""The folder of what all authorities share."""
GENERAL = f"{SHARED}/vagledning.toml"
CONCEPTS = f"{SHARED}/begrepp.toml"
"""What any authority is asked for, in people's words; the file may be left out."""
OLDER_CONCEPTS = f"{SHARED}/vardagsord.toml"
"""What that file was called."""
BASE = Path(__file__).resolve().parents[1]
"""The folder of data that comes with the code; its ``general/`` is under every place's."""
_OF_THE_CODE = "Vägvisarens "
"""How messages tell the files of that folder from a place's own, which are called the same."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all authorities of a folder share, as read.

    Attributes:
        files: The folder's own files.
        base: Those that come with the code; none where the folder is the code's own. They are checked there.
        guidance: What each holds; a record replaces one with the same id in those after it. First the folder's file of
            guidance, then its file of concepts, then the base.
        complete: Whether all files could be read.
    """

    files: tuple[TomlFile, ...]
    base: tuple[TomlFile, ...]
    guidance: tuple[GuidanceFile, ...]
    complete: bool


def read_shared(root: Path, report: Report) -> Shared:
    """Read what all authorities share.

    Args:
        root: The folder of data. A place's may lack ``general/``, or hold a few records in it.
        report: Where problems are collected.
    """
    if root.resolve() == BASE:
        return _read(root, report, is_base=True)
    own = _read(root, report, is_base=False)
    base, problems = _base()
    report.problems += problems
    files = tuple(replace(file, name=f"{_OF_THE_CODE}{file.name}", report=report) for file in base.files)
    named = tuple(replace(read, name=f"{_OF_THE_CODE}{read.name}") for read in base.guidance if read.name)
    return Shared(own.files, files, (*own.guidance, *named), complete=own.complete and base.complete)


@cache
def _base() -> tuple[Shared, tuple[Problem, ...]]:
    """What comes with the code, read once in a process, and what is wrong with it."""
    report = Report()
    shared = _read(BASE, report, is_base=True)
    return shared, tuple(replace(each, file=f"{_OF_THE_CODE}{each.file}") for each in report.errors)


def _read(root: Path, report: Report, *, is_base: bool) -> Shared:
    name = _concepts_name(root, report)
    is_wanted = is_base or (root / GENERAL).exists()
    general = TomlFile.read(root / GENERAL, GENERAL, GUIDANCE_TABLES, report) if is_wanted else None
    concepts = read_if_there(root / name, name, CONCEPT_TABLES, report)
    return Shared(
        files=tuple(file for file in (general, concepts) if file),
        base=(),
        guidance=(
            guidance_file(general) if general else GuidanceFile(),
            concepts_file(concepts) if concepts else GuidanceFile(),
        ),
        complete=bool((general or not is_wanted) and (concepts or not (root / name).exists())),
    )


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


def read_if_there(path: Path, name: str, tables: Sequence[Table[object]], report: Report) -> TomlFile | None:
    """Read a file that may be left out; None where it is, and where it cannot be read."""
    return TomlFile.read(path, name, tables, report) if path.exists() else None
