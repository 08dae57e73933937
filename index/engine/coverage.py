"""How much of a query its best entry answers, told from which leaves matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.engine.seam import ALIKE, CLOSE_ENOUGH, CLOSE_IN_SCORE, LEAST_CLUES
from index.result import Coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.engine.matching import Matches
    from index.question.understood import Word
    from index.tree import Origin


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


def touched(words: Sequence[Word], matches: Matches, *, by_clues: bool = False) -> NDArray[np.bool_]:
    """Like `answered`, but any match will do: what may be shown where nothing answers.

    Not what only says of what kind a compound is, met in another one: *arbetsbetyg* is no *arbetsmiljö*.

    Args:
        words: The words of the query.
        matches: What they matched.
        by_clues: Which words each document is only asked by, instead of which it has.
    """
    rows = np.zeros((len(words), len(matches.documents)), dtype=np.bool_)
    for leaf, places in matches.leaf_places.items():
        if leaf.origin.touches != by_clues and not is_by_chance(words, leaf.origin):
            for position in leaf.origin.words:
                rows[position, places] = True
    return rows


def is_by_chance(words: Sequence[Word], origin: Origin) -> bool:
    """Whether a match is of a part that stands in another compound, and does not even touch its word.

    A modifier does not, nor the head of a word that the dictionary has: a *flygplats* is no *webbplats*.
    """
    if origin.part is None or origin.counts:
        return False
    word = words[origin.words[0]]
    return word.is_own_word or word.light is not None or origin.part < len(word.parts) - 1


def coverage_of(words: Sequence[Word], rows: NDArray[np.bool_], matches: Matches) -> Coverage:
    """*Full* where one entry answers every word that must be, *none* where no such word, nor part of one, is known.

    Args:
        words: The words of the query.
        rows: Which words each document answers.
        matches: What the words matched.
    """
    needed = rows[[not word.weak for word in words]]
    if not len(needed) or not needed.any():
        return Coverage.PARTIAL if _knows_a_part(words, matches) else Coverage.NONE
    return Coverage.FULL if rows[_telling(words)].all(axis=0).any() else Coverage.PARTIAL


def _telling(words: Sequence[Word]) -> list[bool]:
    """Which words must be answered before it is said that all is.

    Not what stands everywhere, and beside a word that names a thing none that only says what somebody does with it:
    *brev jag skickat in* are letters, whether the entry says *skicka* or not.
    """
    telling = [not word.weak and not word.spared for word in words]
    return telling if any(telling) else [not word.weak for word in words]


def _knows_a_part(words: Sequence[Word], matches: Matches) -> bool:
    """Whether some document answers a part of a compound that must be answered."""
    return any(
        leaf.origin.counts and leaf.origin.part is not None and not words[leaf.origin.words[0]].weak and len(places) > 0
        for leaf, places in matches.leaf_places.items()
    )


def close_enough(words: Sequence[Word], rows: NDArray[np.bool_], matches: Matches) -> NDArray[np.bool_]:
    """The matched documents that answer nearly as many words as the best one does; weak words do not count.

    What scores as high as the best of those is shown too, where it has no word of the question but people ask about it
    by several of them: one alone is met by chance.

    Args:
        words: The words of the query.
        rows: Which words each document answers; one that a document only has counts half.
        matches: What the words matched.
    """
    needed = [not word.weak for word in words]
    counts = (rows[needed].sum(axis=0) + touched(words, matches)[needed].sum(axis=0)) / 2
    asked_by = touched(words, matches, by_clues=True).sum(axis=0) >= LEAST_CLUES
    best = float(counts.max(initial=0))
    enough: NDArray[np.bool_] = (counts > 0) & (counts >= best * CLOSE_ENOUGH)
    alike = np.round(matches.scores.astype(np.float64), ALIKE)
    least = alike[enough].max() if enough.any() else alike[asked_by].max(initial=0.0) * CLOSE_IN_SCORE
    shown: NDArray[np.bool_] = enough | (asked_by & (alike >= least))
    return shown
