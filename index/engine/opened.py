"""Which engine stands behind the seam: the one place that knows of more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.engine.local import LocalEngine
from index.generation import ARRAYS

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine.seam import Engine
    from index.engine.stored import StoredEntries
    from index.question.terms import Terms


def open_engine(folder: Path, terms: Terms, entries: StoredEntries) -> Engine:
    """Open the engine of the generation in `folder`.

    Args:
        folder: The generation.
        terms: Its terms.
        entries: Its entries.
    """
    return LocalEngine(folder / ARRAYS, terms, entries)
