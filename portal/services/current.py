"""The searcher on the current generation, looked after while the server runs.

What cannot be used never stops what can: the generation that is open goes on serving, and a worker that starts beside a
damaged one opens the newest other that is whole. `CurrentSearcher.trouble` says so, in Swedish, for ``/readyz``.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flask import g, has_app_context

from index import generation
from index.answer.search import Searcher
from index.answer.suggest import Suggester
from portal.services import collector
from portal.services.catalogues import FOLDER, Catalogues

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)

_NONE = "Det finns inget färdigt index. Kör: vagvisaren index"
_GONE = "Länken current saknas bland indexen. Kör: vagvisaren index"


class NoGenerationError(Exception):
    """There is no index to answer from; the message says what to run."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A generation, when it was built (as seconds since 1970), and what is made from it.

    Attributes:
        wanted: The languages of the suggesters that the generation before it had: its own are made between requests.
    """

    searcher: Searcher
    catalogues: Catalogues
    made: float
    wanted: tuple[str, ...] = ()
    suggesters: dict[str, Suggester] = field(default_factory=dict)


class CurrentSearcher:
    """Hands out the searcher, and takes up a new generation once there is one."""

    look_every: float = 1.0
    """Seconds between looks at the ``current`` link: an edit is live soon, a request costs no file access."""
    try_every: float = 3.0
    """Seconds between attempts to open what could not be opened: it may have been mended where it lies."""

    def __init__(self, root: Path) -> None:
        """Look after the generations in `root`; nothing is opened yet."""
        self._root = root
        self._newest: _Opened | None = None
        self._trouble = _NONE
        self._seen: tuple[Path, int] | None = None
        self._looked = self._tried = float("-inf")
        self._lock = threading.Lock()

    def get(self) -> Searcher:
        """The searcher on the newest generation that could be opened.

        Raises:
            NoGenerationError: None has been built, or none that there is can be used.
        """
        return self._opened().searcher

    def made(self) -> float:
        """When that generation was built, as seconds since 1970.

        Raises:
            NoGenerationError: As `get`.
        """
        return self._opened().made

    def suggester(self, language: str) -> Suggester:
        """Suggestions by what things are called in a language, and in Swedish.

        To make one takes as long as ten searches: a worker does it before its first visitor, and `make_ready` after a
        request; a visitor waits for it only where both come too late.
        """
        return _suggester(self._opened(), language)

    def make_ready(self) -> None:
        """Make one of the suggesters that visitors will ask for; to be called when a request is done with."""
        if opened := self._newest:
            missing = next((each for each in opened.wanted if each not in opened.suggesters), None)
            if missing:
                _suggester(opened, missing)

    def catalogues(self) -> Catalogues:
        """The catalogues of that generation; empty ones, and so Swedish, where there is none."""
        with suppress(NoGenerationError):  # the error page that says so has to be said in some language
            return self._opened().catalogues
        return Catalogues()

    def trouble(self) -> str:
        """Why what is served is not the current generation, for who runs the server; empty where it is."""
        return self._trouble

    def _opened(self) -> _Opened:
        """What is served; one request stays with one generation, also when another is switched to meanwhile."""
        if has_app_context() and "opened" in g:
            pinned: _Opened = g.opened
            return pinned
        now = time.monotonic()
        if now - self._looked >= self.look_every and self._lock.acquire(blocking=False):
            try:
                self._looked = now
                self._look(now)
            finally:
                self._lock.release()
        if self._newest is None:
            raise NoGenerationError(self._trouble)
        if has_app_context():
            g.opened = self._newest
        return self._newest

    def _look(self, now: float) -> None:
        """Take up what ``current`` points to, where that is new, or could not be opened a while ago."""
        target, seen = self._seen_now()
        if seen == self._seen and (not self._trouble or now - self._tried < self.try_every):
            return
        self._seen, self._tried = seen, now
        trouble = self._take_up(target)
        if trouble and trouble != self._trouble:
            logger.error("%s", trouble)
        self._trouble = trouble

    def _seen_now(self) -> tuple[Path | None, tuple[Path, int] | None]:
        """Where ``current`` points to, and what tells it from another: a damaged one is rebuilt under its own name."""
        try:
            target = generation.current(self._root)
            return target, (target, target.stat().st_ino) if target else None
        except OSError:  # we may not look there, or it is being switched this moment
            return None, None

    def _take_up(self, target: Path | None) -> str:
        """Open a generation, or another where a worker has none yet; why it is not served, or nothing."""
        trouble = self._open(target) if target else _GONE
        if not trouble:
            return ""
        if self._newest is None:
            self._fall_back()
        if self._newest is None:
            return _NONE if trouble == _GONE else trouble
        return f"{trouble.rstrip('.')}. Så länge svarar indexet {self._newest.searcher.manifest.digest}."

    def _open(self, folder: Path) -> str:
        """Take a generation up, or say why it cannot be."""
        try:
            # The old one is not closed: a request may still be reading from it. It goes with its last user.
            made = (folder / generation.MANIFEST).stat().st_mtime
            before = self._newest
            wanted = tuple(before.suggesters) if before else ()
            self._newest = _Opened(Searcher(folder), Catalogues(folder / FOLDER), made, wanted)
            collector.spare(instead=before is not None)
        except generation.GenerationError as error:
            return str(error)
        except Exception as error:  # noqa: BLE001  (whatever is wrong with it, what can answer goes on)
            return f"Indexet {folder.name} går inte att öppna ({type(error).__name__}). Kör: vagvisaren index"
        return ""

    def _fall_back(self) -> None:
        """Open the newest other generation that can be used, for a worker that has none."""
        with suppress(OSError):  # a builder may be clearing up, or there is no such folder
            for other in generation.others(self._root):
                if not self._open(other):
                    return


def _suggester(opened: _Opened, language: str) -> Suggester:
    if language not in opened.suggesters:
        opened.suggesters[language] = Suggester(
            opened.searcher.entries.values(),
            language,
            opened.catalogues.texts(language).get,
            opened.searcher.signposts(),
        )
    return opened.suggesters[language]
