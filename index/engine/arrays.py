"""A generation's arrays: what Whoosh's postings say, laid out so that a server maps it and reads nothing.

The documents of all terms lie after one another in one array, their scores in another (`index.build.layout`); where
each term begins is told by `index.question.terms`. Facets are a number per document. The files are mapped, so that
opening costs nothing, whatever the size, and all workers share one copy (docs/decisions/0020-arrays.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from index.fields import FACETS

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]
Places = NDArray[np.int64]

DOCUMENTS, SCORES, SETS, TIES = "documents.npy", "scores.npy", "sets.npy", "ties.npy"
FACET_VALUES = "facets.json"


class WrittenFacet(msgspec.Struct, frozen=True):
    """A facet as it is written: its values, sorted, and by number of a set the numbers of its values."""

    values: tuple[str, ...]
    sets: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a facet, and the sets of them that documents have: far fewer than there are documents.

    Attributes:
        values: All values, sorted.
        set_of: The number of the set that each document has.
        sets: How many sets there are.
        pair_sets: Each set with each of its values is a pair; the numbers of the sets.
        pair_values: The numbers of the values.
    """

    values: tuple[str, ...]
    set_of: Numbers
    sets: int
    pair_sets: Numbers
    pair_values: Numbers

    @classmethod
    def of(cls, written: WrittenFacet, set_of: Numbers) -> Facet:
        """A facet as it is used."""
        pairs = [(number, value) for number, members in enumerate(written.sets) for value in members]
        columns = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
        return cls(written.values, set_of, len(written.sets), columns[0], columns[1])

    def mask(self, wanted: Collection[str], documents: Numbers) -> Bools:
        """Which of some documents have one of the wanted values."""
        numbers = [at for at, value in enumerate(self.values) if value in wanted]
        chosen = np.zeros(self.sets, dtype=np.bool_)
        chosen[self.pair_sets[np.isin(self.pair_values, numbers)]] = True
        mask: Bools = chosen[self.set_of[documents]]
        return mask

    def counts(self, documents: Numbers) -> dict[str, int]:
        """By value that some of the documents have, how many of them have it."""
        in_sets = np.bincount(self.set_of[documents], minlength=self.sets)
        counts = np.zeros(len(self.values), dtype=np.int64)
        np.add.at(counts, self.pair_values, in_sets[self.pair_sets])
        return {self.values[at]: int(counts[at]) for at in np.flatnonzero(counts)}


@dataclass(frozen=True, slots=True)
class Arrays:
    """The opened arrays.

    Attributes:
        documents: Document numbers of all postings, ascending within a term.
        scores: The BM25 score of each, times what an entry of its type weighs.
        size: How many documents there are.
        ties: Of each document, its place among those that match equally well: the narrower ones first.
        facets: By name, in the order of the contract.
    """

    documents: Numbers
    scores: Floats
    size: int
    ties: Numbers
    facets: dict[str, Facet]


def load(folder: Path) -> Arrays:
    """Map the arrays in `folder`."""
    written = msgspec.json.decode((folder / FACET_VALUES).read_bytes(), type=dict[str, WrittenFacet])
    # Plain arrays over the mapped memory: numpy's own class for it is slow to slice.
    documents, scores, sets, ties = (
        np.load(folder / name, mmap_mode="r").view(np.ndarray) for name in (DOCUMENTS, SCORES, SETS, TIES)
    )
    facets = {name: Facet.of(written[name], set_of) for name, set_of in zip(FACETS, sets, strict=True)}
    return Arrays(documents, scores, sets.shape[1], ties, facets)
