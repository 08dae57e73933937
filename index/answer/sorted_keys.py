"""Many short texts in sorted order, in as few bytes as they are long."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLOCK = 16
"""Keys from one that is kept by itself to the next; those between are cut out when someone asks."""
_LAST = "\U0010ffff"
"""Comes after every letter."""


class SortedKeys:
    """Keys as lines of one string.

    As an object of its own a text of ten letters takes 60 bytes and its place in a list, and at 160 authorities
    there are hundreds of thousands. Here it takes eleven.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        """Keep keys that stand in order, each once; a line break may not be in one."""
        blocks = [keys[at : at + _BLOCK] for at in range(0, len(keys), _BLOCK)]
        self._heads = [block[0] for block in blocks]
        self._starts = array("I", [0])
        for block in blocks:
            self._starts.append(self._starts[-1] + sum(map(len, block)) + len(block))
        self._lines = "".join(f"{key}\n" for key in keys)

    def beginning(self, wanted: str) -> tuple[int, int, int, int] | None:
        """Where the keys stand that begin so; None where none does.

        Args:
            wanted: The beginning, of words with a space between them.

        Returns:
            How many keys come before the beginning itself, before those where another word follows on it, before those
            where its last word goes on, and before what comes after all these.
        """
        block = max(bisect_left(self._heads, wanted) - 1, 0)
        lines = self._cut(block)
        at = bisect_left(lines, wanted)
        if at == len(lines):  # the first key that does not come before it is the head of the next block
            block, at, lines = block + 1, 0, self._cut(block + 1)
        if not lines[at].startswith(wanted):
            return None
        counts = [block * _BLOCK + at]
        for bound in (f"{wanted} ", f"{wanted}!", wanted + _LAST):  # no letter comes before these
            at = bisect_left(lines, bound)
            if at == len(lines):
                block = max(bisect_left(self._heads, bound) - 1, block)
                lines = self._cut(block)
                at = bisect_left(lines, bound)
            counts.append(block * _BLOCK + at)
        first, second, third, fourth = counts
        return first, second, third, fourth

    def _cut(self, block: int) -> list[str]:
        """The keys of a block; beyond the last one a key that is none."""
        if block >= len(self._heads):
            return [""]
        return self._lines[self._starts[block] : self._starts[block + 1] - 1].split("\n")
