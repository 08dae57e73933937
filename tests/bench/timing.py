"""Times that are compared within one run."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Asked = TypeVar("Asked")


@dataclass(slots=True)
class Times:
    """Milliseconds."""

    values: list[float] = field(default_factory=list)

    def at(self, part: float) -> float:
        """The value that `part` per cent are at or under; not a number where nothing was measured."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part / 100))] if ordered else float("nan")


def interleaved(
    ways: Mapping[str, Callable[[Asked], object]], asked: Sequence[Asked], rounds: int, warm: int = 1
) -> dict[str, Times]:
    """Ask each way each question, one way after another, so that what else the machine does meets them all.

    Args:
        ways: What is compared, by name.
        asked: The questions.
        rounds: How often each is asked and timed.
        warm: How often all are asked before, so that caches are warm.
    """
    times = {name: Times() for name in ways}
    for number in range(warm + rounds):
        for question in asked:
            for name, way in ways.items():
                before = time.perf_counter()
                way(question)
                if number >= warm:
                    times[name].values.append((time.perf_counter() - before) * 1000)
    return times
