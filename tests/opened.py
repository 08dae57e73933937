"""An index as it lies below the seam: for tests of its parts, and for the bench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.engine import arrays
from index.engine.local import LocalEngine
from index.engine.matching import Matcher
from index.engine.stored import StoredEntries
from index.generation import ARRAYS, WHOOSH
from index.question.terms import Terms

if TYPE_CHECKING:
    from pathlib import Path


class OpenedIndex:
    """The index in a folder, opened part by part."""

    def __init__(self, folder: Path) -> None:
        """Open what was written to `folder`."""
        self.terms = Terms(folder / ARRAYS)
        self.entries = StoredEntries(folder / WHOOSH)
        self.arrays = arrays.load(folder / ARRAYS)
        self.matcher = Matcher(self.terms, self.arrays)
        self.engine = LocalEngine(folder / ARRAYS, self.terms, self.entries)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self.arrays.size

    def close(self) -> None:
        """Let go of the files."""
        self.entries.close()
