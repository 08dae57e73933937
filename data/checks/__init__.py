"""Every rule that keeps the descriptions true.

`check_all` reports all that is wrong, with file and line, in Swedish. An index is built only from
data without errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from data.checks import (
    answers,
    characters,
    current,
    days,
    facts,
    front,
    guidance,
    laws,
    passages,
    privacy,
    references,
    slugs,
    support,
    truth,
)
from data.checks.ended import check_ended
from data.checks.misnamed import check_names
from data.checks.place import check_place
from data.loader import authority_directories, load
from data.loader.place import read_place
from data.loader.shared import read_shared
from data.model import Description
from data.place import Place
from data.problems import DataError, Report

if TYPE_CHECKING:
    from pathlib import Path

    from data.loader import Loaded

RULES = (
    slugs.check_ids,
    references.check_references,
    references.check_tree,
    guidance.check_guidance,
    answers.check_answers,
    guidance.check_concepts,
    guidance.check_provision_ids,
    laws.check_laws,
    front.check_front,
    current.check_current,
    current.check_removed,
    passages.check_passages,
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


@dataclass(frozen=True, slots=True)
class Checked:
    """A folder of data as read, and what is wrong with it.

    Attributes:
        place: What ``portal.toml`` says; one of which nothing is known where there is no such file.
        descriptions: Those that could be read, in the place's order.
        report: The problems of all files. Where it has errors, the rest is for looking at, not for building from.
    """

    place: Place
    descriptions: list[Description]
    report: Report


def check_all(root: Path, today: date | None = None) -> Checked:
    """Read and check the place, and every authority under ``root/descriptions``.

    Args:
        root: The folder that holds ``descriptions/``, and may hold ``portal.toml`` and ``general/``.
        today: The day of the check, as in `check`.
    """
    report = Report()
    directories = authority_directories(root)
    if not root.is_dir():
        report.error(str(root), 0, "mappen finns inte. Rätta VAGVISAREN_DATA, eller skapa mappen.")
    elif not directories:
        report.error("descriptions", 0, "här finns ingen beskrivning. Lägg en mapp per myndighet i den.")
    shared = read_shared(root, report) if directories else None
    authorities = [load(root, directory, report, shared) for directory in directories]
    for loaded in authorities:
        check(loaded, today)
    descriptions = {loaded.directory: loaded.description for loaded in authorities if loaded.description is not None}
    stated = read_place(root, report)
    check_place(stated, authorities, today or date.max)
    check_ended(stated, authorities, today or date.max)
    check_names(root, report)
    place = stated.place
    return Checked(place, [descriptions[id_] for id_ in place.ordered(list(descriptions))], report)


def load_checked(root: Path, today: date | None = None) -> Checked:
    """Like `check_all`, but refuse data with errors.

    Raises:
        DataError: Some rule is broken; the error lists every problem.
    """
    checked = check_all(root, today)
    if checked.report.errors:
        raise DataError(checked.report.errors)
    return checked
