"""Run the tests, and say so where they took more of a machine than they may: ``python -m tests.measured make test``.

Two cores that do nothing else give 600 seconds of processor in five minutes. What is held is the sum of processor time,
not the clock: where a machine does something else too, the clock goes on though the tests are not to blame. Tests that
wait rather than work would not be seen in the sum, so the clock is told beside it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from typing import NamedTuple

MOST_PROCESSOR = 600.0
"""Seconds of all processes together: what two cores have in five minutes. The aim is 500; work takes longer where two
processes share a core."""

MOST_CLOCK = 300.0
"""Seconds that it should take on two cores that do nothing else."""


class Cost(NamedTuple):
    """What a run took, in seconds: of all processors, and by the clock."""

    processor: float
    clock: float

    def told(self) -> str:
        """Both figures beside what they may be."""
        return (
            f"{self.processor:.0f} s of processor (at most {MOST_PROCESSOR:.0f}), "
            f"{self.clock:.0f} s by the clock (some {MOST_CLOCK:.0f} on two cores that do nothing else)"
        )


def main(command: list[str]) -> int:
    """Run the command, pass on what it writes, and tell what it took before its last line, which stays the last one."""
    began = time.monotonic()
    last = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:  # noqa: S603  (the caller's own)
        for line in process.stdout or ():
            sys.stdout.write(last)
            sys.stdout.flush()
            last = line
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = Cost(used.ru_utime + used.ru_stime, time.monotonic() - began)
    sys.stdout.write(f"{cost.told()}\n{last}")
    sys.stdout.flush()
    if process.returncode == 0 and cost.processor > MOST_PROCESSOR:
        sys.stderr.write(f"The tests take too long: {cost.told()}. docs/testing.md says what makes tests cheap.\n")
        return 1
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
