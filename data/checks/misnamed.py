"""Files that nobody reads, since they are called nearly as those that are: Windows hides the ending that it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.fields.tables import TABLES
from data.loader import CHECKSUM, DESCRIPTIONS, ORIGINAL, authority_directories
from data.loader.shared import SHARED

if TYPE_CHECKING:
    from pathlib import Path

    from data.problems import Report

_NAMES = (*TABLES, ORIGINAL, CHECKSUM)
_BY_STEM = {name.partition(".")[0]: name for name in (CHECKSUM, *TABLES, ORIGINAL)}
_ENDINGS = frozenset({"", "toml", "txt", "bak", "old"})
"""What editors and people put after a name. A copy for safety is told of too: who sees the warning knows that it is
not read."""


def check_names(root: Path, report: Report) -> None:
    """Warn of each file of a folder of data that is called nearly as one that is read.

    Args:
        root: The folder of data.
        report: Where the warnings go.
    """
    folders = {"": root, f"{SHARED}/": root / SHARED}
    folders |= {f"{each}/": root / DESCRIPTIONS / each for each in authority_directories(root)}
    for shown, folder in folders.items():
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            meant = _meant(path.name)
            if meant and path.is_file():
                report.warn(f"{shown}{path.name}", 0, f"filen läses inte, för den heter inte {meant}. Byt namn på den.")


def _meant(name: str) -> str:
    """The name that a file most likely should have; empty for one that is called so, and for other files."""
    stem, *endings = name.casefold().rstrip("~").split(".")
    return _BY_STEM.get(stem, "") if name not in _NAMES and _ENDINGS.issuperset(endings) else ""
