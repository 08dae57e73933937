"""Figures that several soaks print."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIB = 1024


def percentile(values: Sequence[float], part: float) -> float:
    """The value that `part` per cent of the values are at or under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part / 100))]


def children(pid: int) -> list[int]:
    """The processes that a process has started: a server's workers."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def memory(pid: int) -> tuple[float, float]:
    """A process's memory in MiB: all that it has mapped in, and what it shares with nobody."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in rollup.splitlines()[1:]}
    return sizes["Rss"] / _KIB, (sizes["Private_Clean"] + sizes["Private_Dirty"]) / _KIB


def processor(pid: int) -> float:
    """Seconds of processor that a process has taken, its own and the system's for it."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def handles(pid: int) -> int:
    """A process's open files and sockets."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))
