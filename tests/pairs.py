"""Pairs instead of full products: what goes wrong does so for one value or for two that meet, hardly ever for three."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def pairs(*dimensions: Sequence[str]) -> list[tuple[str, ...]]:
    """Rows of a value from each dimension, so few that they still meet each pair of values of two dimensions.

    Each row begins with a pair that no row has met, and takes from each other dimension the value that meets most new
    pairs. The rows are the same every time.
    """
    unmet = dict.fromkeys(
        ((one, here), (other, there))
        for one, other in combinations(range(len(dimensions)), 2)
        for here, there in product(dimensions[one], dimensions[other])
    )
    rows = []
    while unmet:
        row = dict(next(iter(unmet)))
        for place, values in enumerate(dimensions):
            if place not in row:
                gains = {value: len(unmet.keys() & _met({**row, place: value})) for value in values}
                row[place] = max(gains, key=gains.__getitem__)
        for pair in _met(row):
            unmet.pop(pair, None)
        rows.append(tuple(row[place] for place in range(len(dimensions))))
    return rows


def _met(row: dict[int, str]) -> set[tuple[tuple[int, str], tuple[int, str]]]:
    """The pairs of values, each with its dimension's place, that stand in a row."""
    return set(combinations(sorted(row.items()), 2))
