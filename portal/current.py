"""The searcher on the current generation, looked after while the server runs."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from index import generation
from index.search import Searcher
from index.suggest import Suggester
from portal.translations import FOLDER, Catalogues

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)

_LOOK_EVERY = 1.0
"""Seconds between looks at the ``current`` link: an edit is live soon, a request costs no file access."""


class NoGenerationError(Exception):
    """There is no index to answer from; the message says what to run."""


class CurrentSearcher:
    """Hands out the searcher, and takes up a new generation once there is one."""

    def __init__(self, root: Path) -> None:
        """Look after the generations in `root`; nothing is opened yet."""
        self._root = root
        self._searcher: Searcher | None = None
        self._catalogues = Catalogues()
        self._suggesters: dict[str, Suggester] = {}
        self._seen: tuple[Path, int] | None = None
        self._looked = float("-inf")
        self._lock = threading.Lock()

    def get(self) -> Searcher:
        """The searcher on the newest generation that could be opened.

        Raises:
            NoGenerationError: None has been built, or the only one is damaged.
        """
        now = time.monotonic()
        if now - self._looked >= _LOOK_EVERY and self._lock.acquire(blocking=False):
            try:
                self._looked = now
                self._look()
            finally:
                self._lock.release()
        if self._searcher is None:
            raise NoGenerationError("Det finns inget färdigt index. Kör: vagvisaren index")
        return self._searcher

    def suggester(self, language: str) -> Suggester:
        """Suggestions by the names of entries in a language, and by their Swedish ones; made at the first use."""
        searcher, catalogues, made = self.get(), self._catalogues, self._suggesters
        if language not in made:
            made[language] = Suggester(
                replace(entry, names=(name, *entry.names))
                if (name := catalogues.data(language, entry.title))
                else entry
                for entry in searcher.entries.values()
            )
        return made[language]

    def catalogues(self) -> Catalogues:
        """The catalogues of that generation; empty ones, and so Swedish, where there is none."""
        with suppress(NoGenerationError):  # the error page that says so has to be said in some language
            self.get()
        return self._catalogues

    def _look(self) -> None:
        target = generation.current(self._root)
        if target is None or (seen := _identity(target)) == self._seen:
            return
        try:
            opened, catalogues = Searcher(target), Catalogues(target / FOLDER)
        except (generation.GenerationError, OSError):
            # The one that is open goes on serving; the same folder is not tried over and over.
            logger.exception("the new generation cannot be used")
        else:
            # The old one is not closed: a request may still be reading from it. It goes with its last user.
            self._searcher, self._catalogues, self._suggesters = opened, catalogues, {}
        self._seen = seen


def _identity(folder: Path) -> tuple[Path, int]:
    """What tells a folder from the one that replaces it: a damaged generation is rebuilt under its own name."""
    return folder, folder.stat().st_ino
