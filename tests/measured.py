"""Run the tests, and say so where they took more of a machine than they may: ``python -m tests.measured make test``.

Two cores that do nothing else give 600 seconds of processor in five minutes. What is held is the sum of processor time,
not the clock: where a machine does something else too, the clock goes on though the tests are not to blame. Tests that
wait rather than work would not be seen in the sum, so the clock is told beside it.

A core that is shared with other machines is half as fast in one hour as in the next, and the same work takes twice its
processor time then. A short piece of work that never changes is therefore timed again and again during the run, and the
sum is told as it would be on a core that does that work in `USUAL`.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import threading
import time
from typing import NamedTuple

MOST_PROCESSOR = 640.0
"""Seconds of all processes together, on a usual core: two of them have 600 in five minutes. The aim is 500."""
MOST_CLOCK = 300.0
"""Seconds that it should take on two cores that do nothing else."""
USUAL = 0.013
"""Seconds that `yardstick` takes on the core that this is told for: CPython 3.11 on an undisturbed EPYC."""
_NUMBERS = 200_000
_APART = 5.0
"""Seconds between two looks at how fast the core is: they cost a two-hundredth of it."""


class Cost(NamedTuple):
    """What a run took.

    Attributes:
        processor: Seconds of all processors, as this machine counted them.
        clock: Seconds by the clock.
        slowness: How many times as long as on a usual core the same work took here, meanwhile.
    """

    processor: float
    clock: float
    slowness: float

    @property
    def usual(self) -> float:
        """Seconds of all processors as they would be on usual cores."""
        return self.processor / self.slowness

    def told(self) -> str:
        """The figures beside what they may be."""
        return (
            f"{self.usual:.0f} s of a usual processor (at most {MOST_PROCESSOR:.0f}): {self.processor:.0f} s here, "
            f"where the same took {self.slowness:.2f} times as long; {self.clock:.0f} s by the clock "
            f"(some {MOST_CLOCK:.0f} on two usual cores that do nothing else)"
        )


def main(command: list[str]) -> int:
    """Run the command, pass on what it writes, and tell what it took before its last line, which stays the last one."""
    began = time.monotonic()
    samples, ended = [yardstick()], threading.Event()
    watch = threading.Thread(target=_look_again_and_again, args=(samples, ended))
    watch.start()
    last = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:  # noqa: S603  (the caller's own)
        for line in process.stdout or ():
            sys.stdout.write(last)
            sys.stdout.flush()
            last = line
    ended.set()
    watch.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    slowness = statistics.median(samples) / USUAL
    cost = Cost(used.ru_utime + used.ru_stime, time.monotonic() - began, slowness)
    sys.stdout.write(f"{cost.told()}\n{last}")
    sys.stdout.flush()
    if process.returncode == 0 and cost.usual > MOST_PROCESSOR:
        sys.stderr.write(f"The tests take too long: {cost.told()}. docs/testing.md says what makes tests cheap.\n")
        return 1
    return process.returncode


def _look_again_and_again(samples: list[float], ended: threading.Event) -> None:
    while not ended.wait(_APART):
        samples.append(yardstick())


def yardstick() -> float:
    """Seconds of processor that a piece of work takes, always the same one."""
    began = time.thread_time()
    total = 0
    for number in range(_NUMBERS):
        total += number * number % 7
    return time.thread_time() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
