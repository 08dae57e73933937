"""The invented court whose description has what others lack: tables, levels, a chapter alone, what is not shown."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.support import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

COURT = "lillmo-tingsratt"


def copy_court(folder: Path) -> Path:
    """A folder of data with it alone."""
    shutil.copytree(REPOSITORY / "tests" / "shapes" / COURT, folder / "descriptions" / COURT)
    return folder
