"""Keys as lines of one string: they stand where they would in a list."""

from __future__ import annotations

import random
from bisect import bisect_left

import pytest

from index.answer.sorted_keys import SortedKeys


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 32, 300])
def test_keys_are_found_by_their_beginning_wherever_they_stand(count: int) -> None:
    chance = random.Random(count)  # noqa: S311  (words, no secret)
    keys = sorted({"".join(chance.choices("ab ق😀", k=chance.randint(1, 6))) for _ in range(count)})
    for wanted in {key[:length] for key in keys for length in (1, 2, 6)} | {"a", "\x00", "b\n", "zz"}:
        ends = (wanted, f"{wanted} ", f"{wanted}!", wanted + "\U0010ffff")
        stand = tuple(bisect_left(keys, end) for end in ends)
        assert SortedKeys(keys).beginning(wanted) == (stand if stand[0] < stand[-1] else None), wanted
