"""When garbage is collected: between requests, and never through all that a generation and the caches hold.

A full round of Python's own goes through everything that is kept, and stops a request for as long as the worst query
takes; without any a worker grew by 30 MB of what requests leave behind.
"""

from __future__ import annotations

import gc

_THRESHOLDS = (700, 10, 1000)
"""Python's own but for the last: its full rounds are left to `tidy`."""
_ROUNDS = 10
"""Rounds through young garbage, some 250 requests, after which `tidy` makes a full one."""


def spare(*, instead: bool) -> None:
    """Let the collector pass over what has just been opened: to go through it stops a request for 250 ms.

    Args:
        instead: Whether it was opened instead of an older generation. What that leaves is let go first; one that a
            request still reads from goes at the next change.
    """
    if instead:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


def tidy() -> bool:
    """Now and then, let go of the garbage that outlived the young rounds; to be called when a request is done with.

    What is still used then is kept out of later rounds. That is what the caches hold: it goes when it is pushed out of
    them, at the latest with the next generation.

    Returns:
        Whether a round was made.
    """
    if gc.get_count()[2] < _ROUNDS:
        return False
    gc.collect()
    gc.freeze()
    return True
