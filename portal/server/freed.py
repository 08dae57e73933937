"""Lets the C library write over memory that is given back to it, so that nobody reads there what a visitor asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = "GLIBC_TUNABLES"
_WANTED = (
    "glibc.malloc.perturb=165",  # what is given back is filled with this
    "glibc.malloc.tcache_count=0",  # but not what lies in a thread's own cache: there is none
)


def overwritten(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process in which what is given back is written over; other C libraries than glibc ignore it.

    Python's own blocks of up to 512 bytes are no business of the C library: they are taken again soon.
    """
    held = environment.get(_NAME, "")
    return {**environment, _NAME: ":".join(filter(None, (held, *_WANTED)))}
