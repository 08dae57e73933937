"""Reads files that someone may be editing: all as they were before the edit, or all as they are after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

T = TypeVar("T")
_ATTEMPTS = 5
"""Reading takes seconds, and an edit is saved in an instant: one time more is nearly always enough."""


class UnsteadyError(Exception):
    """The files never stayed the same for as long as it takes to read them; the message is Swedish."""


def steady(places: Sequence[Path], read: Callable[[], T]) -> T:
    """What `read` makes of some files, read again where one of them changed meanwhile.

    Without this, an edit of two files that belong together might be read half.

    Args:
        places: The files, and folders with all that lies in them; one that is not there may come.
        read: Reads them.

    Raises:
        UnsteadyError: They were changed each time.
    """
    for _ in range(_ATTEMPTS):
        before = _state(places)
        try:
            content = read()
        except Exception:
            if _state(places) == before:
                raise  # not the edit's fault
        else:
            if _state(places) == before:
                return content
    raise UnsteadyError("Datafilerna ändras hela tiden. Inget nytt index byggdes. Försök igen när de är sparade.")


def _state(places: Sequence[Path]) -> frozenset[tuple[Path, int, int, int]]:
    """What tells that a file has been edited, replaced, added or removed."""
    states = set()
    for path in (path for place in places for path in (place, *place.rglob("*"))):
        try:
            status = path.stat()
        except FileNotFoundError:  # removed since it was listed, which the next look will show
            states.add((path, 0, 0, 0))
        else:
            states.add((path, status.st_ino, status.st_size, status.st_mtime_ns))
    return frozenset(states)
