"""Every rule that keeps the descriptions true.

`check_all` reports all that is wrong, with file and line, in Swedish. An index is built only from
data without errors.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.checks import characters, days, facts, front, guidance, privacy, references, slugs, support, truth
from data.loader import authority_directories, load
from data.loader.shared import read_shared
from data.problems import DataError, Report

if TYPE_CHECKING:
    from pathlib import Path

    from data.loader import Loaded
    from data.model import Description

RULES = (
    slugs.check_ids,
    references.check_references,
    references.check_tree,
    guidance.check_guidance,
    guidance.check_concepts,
    guidance.check_provision_ids,
    front.check_front,
    truth.check_text,
    facts.check_quotes,
    facts.check_facts,
    support.check_support,
)


def check(loaded: Loaded, today: date | None = None) -> None:
    """Apply every rule that can be judged by the files that were read; problems go to the report.

    Args:
        loaded: The files.
        today: The day of the check; days to come are not told without it.
    """
    privacy.check_privacy(loaded)
    characters.check_characters(loaded)
    truth.check_original(loaded)
    if loaded.description is not None:
        for rule in RULES:
            rule(loaded, loaded.description)
        days.check_days(loaded, loaded.description, today or date.max)


def check_all(root: Path, today: date | None = None) -> tuple[list[Description], Report]:
    """Read and check every authority under ``root/descriptions``.

    Args:
        root: The folder that holds ``descriptions/`` and ``general/``.
        today: The day of the check, as in `check`.

    Returns:
        The descriptions that could be read, and the report over all of them. Where the report has
        errors, the descriptions are for looking at, not for building from.
    """
    report = Report()
    descriptions: list[Description] = []
    directories = authority_directories(root)
    if not root.is_dir():
        report.error(str(root), 0, "mappen finns inte. Rätta VAGVISAREN_DATA, eller skapa mappen.")
    elif not directories:
        report.error("descriptions", 0, "här finns ingen beskrivning. Lägg en mapp per myndighet i den.")
    shared = read_shared(root, report) if directories else None
    for directory in directories:
        loaded = load(root, directory, report, shared)
        check(loaded, today)
        if loaded.description is not None:
            descriptions.append(loaded.description)
    return descriptions, report


def load_checked(root: Path, today: date | None = None) -> tuple[list[Description], Report]:
    """Like `check_all`, but refuse data with errors.

    Raises:
        DataError: Some rule is broken; the error lists every problem.
    """
    descriptions, report = check_all(root, today)
    if report.errors:
        raise DataError(report.errors)
    return descriptions, report
