"""Writes a description's folder: whole and checked, or not at all."""

from __future__ import annotations

import errno
import hashlib
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.checks import check
from data.importing.blocks import CannotRead
from data.importing.writing.described import described
from data.importing.writing.publication import draft
from data.importing.writing.removed import without
from data.importing.writing.report import REPORT, Imported, report
from data.importing.writing.source import written
from data.kinds import EntryType
from data.loader import CHECKSUM, DESCRIPTIONS, GUIDANCE, ORIGINAL, SOURCE, load
from data.loader.shared import read_shared
from data.problems import Report
from data.publishing import PUBLICATION_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from data.importing.given import Given
    from data.importing.proposal import Proposal
    from data.importing.writing.described import Described
    from data.loader import Loaded
    from data.loader.shared import Shared

RECEIVED = "inkommet"
"""The folder of the files as they came: comments and authors stand in them, so nothing of it is ever served."""
SUMS = "SHA256SUMS"
_TAKEN = frozenset({errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR})
_TIMES = 50
"""How often something is taken out before that is no use."""
_GUIDANCE = """\
# Det som är vårt eget och inte står i beskrivningen: svar i klarspråk, vardagsord, handlingsslag, vanliga frågor.
# Filen får vara tom så länge: då visar sidorna beskrivningens egna ord. Vad som kan stå här, med exempel:
# data/README.md hos Vägvisaren. Efter varje ändring: vagvisaren check
"""


def exists(root: Path, id_: str) -> bool:
    """Whether there is a description of that id already."""
    return (root / DESCRIPTIONS / id_).exists()


def write(proposal: Proposal, id_: str, given: Sequence[Given], root: Path, today: date) -> Imported:
    """Write a description into a folder of data, which then has all of it or nothing.

    Args:
        proposal: What it says.
        id_: The authority's id, and the folder's name.
        given: The files that it came from.
        root: The folder of data.
        today: The day of the import.

    Raises:
        CannotRead: If it cannot be written so that `check` passes, or another has come before.
        OSError: If the disk is full, or nobody may write there.
    """
    descriptions = root / DESCRIPTIONS
    descriptions.mkdir(parents=True, exist_ok=True)
    # A name that begins with a dot is no authority's: nobody reads it while it is being written.
    beside = Path(tempfile.mkdtemp(prefix=".import-", dir=descriptions))
    try:
        imported = _written(proposal, id_, given, beside, read_shared(root, Report()), today)
        _moved(beside / DESCRIPTIONS / id_, descriptions / id_)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return imported


def tried(proposal: Proposal, id_: str, given: Sequence[Given], root: Path, today: date) -> Imported:
    """Do the same, and leave nothing behind.

    Raises:
        CannotRead: As `write`.
    """
    with tempfile.TemporaryDirectory() as folder:
        return _written(proposal, id_, given, Path(folder), read_shared(root, Report()), today)


def _written(proposal: Proposal, id_: str, given: Sequence[Given], root: Path, shared: Shared, today: date) -> Imported:
    folder = root / DESCRIPTIONS / id_
    _receive(folder / RECEIVED, given)
    made = described(proposal, id_, _of_all(shared))
    _put(folder / ORIGINAL, made.original)
    _put(folder / CHECKSUM, f"{hashlib.sha256(made.original.encode()).hexdigest()}  {ORIGINAL}\n")
    _put(folder / GUIDANCE, _GUIDANCE)
    _put(folder / PUBLICATION_FILE, draft(id_))
    for _ in range(_TIMES):
        text = written(made.source, made.guesses)
        _put(folder / SOURCE, text)
        loaded = load(root, id_, Report(), shared)
        check(loaded, today)
        changed = _mended(made, loaded)
        if changed is None:
            break
        made = changed
    if loaded.report.errors or loaded.description is None:
        told = "; ".join(str(problem).rstrip(".") for problem in loaded.report.errors[:1])
        raise CannotRead(f"Beskrivningen kan inte skrivas så att den går att kontrollera ({told}); rätta dokumentet.")
    imported = Imported(proposal, made, loaded.description, text, tuple(map(_sum, given)), today)
    _put(folder / REPORT, report(imported))
    return imported


def _moved(folder: Path, to: Path) -> None:
    """Move a whole folder to where it is read, if nobody has been there before."""
    try:
        folder.rename(to)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        raise CannotRead(f"Det finns redan en beskrivning som heter {to.name}; välj ett annat id med --id.") from error


def _of_all(shared: Shared) -> set[str]:
    """The ids of what is no description's: provisions are explained by the ids that theirs have."""
    listed = (record for file in shared.guidance for record in file.guidance.values())
    return {record.id for record in listed if record.type is not EntryType.PROVISION}


def _mended(made: Described, loaded: Loaded) -> Described | None:
    """The description without what the checks refuse; None where there is nothing that can be left out."""
    source, left_out = made.source, list(made.left_out)
    for problem in loaded.report.errors:
        if less := without(source, problem):
            source = less[0]
            left_out.append(less[1])
            if any(isinstance(part, int) for part in problem.path):
                break  # the numbers of what follows it are others now
    if source is made.source:
        return None
    return replace(made, source=source, left_out=tuple(left_out))


def _receive(folder: Path, given: Sequence[Given]) -> None:
    folder.mkdir(parents=True)
    lines = []
    for number, file in enumerate(given, 1):
        name = _plain(file.name) or f"fil-{number}"
        if (folder / name).exists() or name == SUMS:
            name = f"{number}-{name}"
        (folder / name).write_bytes(file.data)
        lines.append(f"{hashlib.sha256(file.data).hexdigest()}  {name}\n")
    _put(folder / SUMS, "".join(lines))


def _plain(name: str) -> str:
    """A file's name without what may not stand in one."""
    return re.sub(r"[\x00-\x1f\x7f/\\:*?\"<>|]+", "-", name).lstrip(".").strip()[-120:]


def _sum(file: Given) -> tuple[str, str]:
    return file.name, hashlib.sha256(file.data).hexdigest()


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
