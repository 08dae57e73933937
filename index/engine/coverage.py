"""How much of a query its best entry answers, told from which leaves matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.engine.seam import ALIKE, CLOSE_ENOUGH, CLOSE_IN_SCORE
from index.result import Coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.engine.arrays import Floats
    from index.engine.matching import Matches
    from index.question.understood import Word


def answered(words: Sequence[Word], matches: Matches) -> NDArray[np.bool_]:
    """Which words each matched document answers: one row per word, one column per document.

    A compound that no entry has whole is answered where all its needed parts are.
    """
    size = len(matches.documents)
    rows = np.zeros((len(words), size), dtype=np.bool_)
    parts = [np.zeros((len(word.parts), size), dtype=np.bool_) for word in words]
    for leaf, places in matches.leaf_places.items():
        if leaf.origin.counts:
            for position in leaf.origin.words:
                if leaf.origin.part is None:
                    rows[position, places] = True
                else:
                    parts[position][leaf.origin.part, places] = True
    for position, part_rows in enumerate(parts):
        if len(part_rows):
            rows[position] |= np.logical_and.reduce(part_rows)
    return rows


def touched(words: Sequence[Word], matches: Matches) -> NDArray[np.bool_]:
    """Like `answered`, but any match will do: what may be shown where nothing answers."""
    rows = np.zeros((len(words), len(matches.documents)), dtype=np.bool_)
    for leaf, places in matches.leaf_places.items():
        if leaf.origin.touches:
            for position in leaf.origin.words:
                rows[position, places] = True
    return rows


def coverage_of(words: Sequence[Word], rows: NDArray[np.bool_]) -> Coverage:
    """*Full* where one entry answers every word that must be, *none* where no such word is understood."""
    needed = rows[[not word.weak for word in words]]
    if not len(needed) or not needed.any():
        return Coverage.NONE
    return Coverage.FULL if needed.all(axis=0).any() else Coverage.PARTIAL


def close_enough(
    words: Sequence[Word], rows: NDArray[np.bool_], near: NDArray[np.bool_], scores: Floats
) -> NDArray[np.bool_]:
    """The matched documents that answer nearly as many words as the best one does; weak words do not count.

    What scores as high as the best of those is shown too: it has what people ask about it by, if no word of its own.

    Args:
        words: The words of the query.
        rows: Which words each document answers.
        near: Which words each document has at all; one that is only touched counts half.
        scores: How well each document matches.
    """
    needed = [not word.weak for word in words]
    counts = (rows[needed].sum(axis=0) + near[needed].sum(axis=0)) / 2
    best = float(counts.max(initial=0))
    enough: NDArray[np.bool_] = (counts > 0) & (counts >= best * CLOSE_ENOUGH)
    alike = np.round(scores.astype(np.float64), ALIKE)
    least = alike[enough].max() if enough.any() else alike.max(initial=0.0) * CLOSE_IN_SCORE
    shown: NDArray[np.bool_] = enough | (alike >= least)
    return shown
