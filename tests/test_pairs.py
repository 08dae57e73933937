"""Pairs instead of full products: each pair is met, in few rows, which are the same every time."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.pairs import pairs

SIZES = ((2, 2), (3, 4, 28), (3, 3, 3, 3), (2, 5, 2, 4), (1, 1, 1), (4,) * 6)


def dimensions(sizes: tuple[int, ...]) -> list[list[str]]:
    return [[f"{place}-{value}" for value in range(size)] for place, size in enumerate(sizes)]


@pytest.mark.parametrize("sizes", SIZES)
def test_each_pair_of_values_of_two_dimensions_is_met(sizes: tuple[int, ...]) -> None:
    met = {frozenset(pair) for row in pairs(*dimensions(sizes)) for pair in combinations(row, 2)}
    expected = {
        frozenset((here, there)) for one, other in combinations(dimensions(sizes), 2) for here in one for there in other
    }
    assert met == expected


@pytest.mark.parametrize(("sizes", "most"), [((3, 4, 28), 115), ((3, 3, 3, 3), 12), ((4,) * 6, 30)])
def test_there_are_few_rows(sizes: tuple[int, ...], most: int) -> None:
    assert len(pairs(*dimensions(sizes))) <= most


def test_the_rows_are_the_same_every_time() -> None:
    assert pairs(*dimensions((3, 4, 28))) == pairs(*dimensions((3, 4, 28)))
