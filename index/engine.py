"""Executes a query tree over a generation's arrays, and reads its entries.

Whoosh's own searcher is not used: it cannot say which terms matched without a second pass, its ``groupedby`` silently
ignores ``limit``, and it may not be shared between threads (docs/decisions/0002-whoosh.md), nor may its reader: that
seeks in files that it shares, and is used by one thread at a time. All else is mapped and never changed, so that any
number of threads or greenlets may ask at once.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from whoosh import index as whoosh_index

from index import arrays
from index.keeping import kept
from index.schema import read_entry
from index.tree import Any, Leaf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from data.entries import Entry
    from index.arrays import Facet
    from index.tree import Node

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int32]
    Places = NDArray[np.int64]
    Extents = Mapping[str, tuple[int, int]]
    """By field that has a term, where its postings begin, and how many there are."""

_CACHED_ENTRIES = 4096
_NOWHERE = -1
_NO_EXTENTS: Extents = {}


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands: document numbers, ascending, and its score in each."""

    documents: Numbers
    scores: Floats


@dataclass(frozen=True, slots=True)
class Matches:
    """What a tree matched.

    Attributes:
        documents: The numbers of the matched documents, ascending.
        scores: How well each matched.
        leaf_places: For each leaf that matched some of them, their places in `documents`, ascending.
    """

    documents: Numbers
    scores: Floats
    leaf_places: dict[Leaf, Numbers]

    def best(self, places: Places, count: int) -> Places:
        """The `count` best of some places; equal scores keep the order of the documents."""
        scores = self.scores[places]
        if count < len(scores):
            least = np.partition(scores, len(scores) - count)[len(scores) - count]
            places, scores = places[scores >= least], scores[scores >= least]
        best: Places = places[np.argsort(-scores, kind="stable")][:count]
        return best

    def leaves_of(self, places: Places) -> list[list[Leaf]]:
        """For each of some places, the leaves that matched there, in the tree's order."""
        found: list[list[Leaf]] = [[] for _ in places]
        for leaf, matched in self.leaf_places.items():
            if len(matched):
                near = matched.take(matched.searchsorted(places), mode="clip")
                for number in np.flatnonzero(near == places):
                    found[number].append(leaf)
        return found


class Engine:
    """One opened index."""

    def __init__(self, index: Path, folder: Path) -> None:
        """Open the Whoosh index in `index`, and the arrays that were made of it in `folder`."""
        self._reading = threading.Lock()
        self._reader = whoosh_index.open_dir(str(index), readonly=True).reader()
        self._arrays = arrays.load(folder)
        self.size = self._arrays.size
        # Caches belong to the instance, so that a generation takes its own with it when it closes.
        self.entry: Callable[[int], Entry] = lru_cache(_CACHED_ENTRIES)(self._read_entry)
        self.extents: Callable[[str], Extents] = kept(self._find_extents)

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def execute(self, tree: Node) -> Matches:
        """Find what a tree matches."""
        found: dict[Leaf, Numbers] = {}
        documents, scores = self._evaluate(tree, found)
        place_of = np.full(self.size, _NOWHERE, dtype=np.int32)
        place_of[documents] = np.arange(len(documents), dtype=np.int32)
        places = {leaf: place_of[where] for leaf, where in found.items()}
        return Matches(documents, scores, {leaf: each[each != _NOWHERE] for leaf, each in places.items()})

    def postings(self, field: str, term: str) -> Postings:
        """Where a term of a field stands, and how much it says there."""
        begin, count = self.extents(term).get(field, (0, 0))
        return Postings(self._arrays.documents[begin : begin + count], self._arrays.scores[begin : begin + count])

    def knows(self, field: str, term: str) -> bool:
        """Whether any document has the term in that field."""
        return field in self.extents(term)

    def terms(self) -> dict[str, list[str]]:
        """By field, all its terms, sorted."""
        return self._arrays.terms_of()

    def facet(self, name: str) -> Facet:
        """A facet's values, and which documents have them."""
        return self._arrays.facets[name]

    def _evaluate(self, node: Node, found: dict[Leaf, Numbers]) -> tuple[Numbers, Floats]:
        """The documents that a node matches, ascending, and their scores; the documents of each leaf go to `found`."""
        if isinstance(node, Leaf):
            postings = self.postings(node.field, node.term)
            found[node] = postings.documents
            return postings.documents, postings.scores * np.float32(node.weight)
        parts = [self._evaluate(child, found) for child in node.children]
        if len(parts) == 1:
            return parts[0]
        if not parts:
            some = 0 if isinstance(node, Any) else self.size
            return np.arange(some, dtype=np.int32), np.zeros(some, dtype=np.float32)
        where, scores = (np.concatenate(each) for each in zip(*parts, strict=True))
        return self._any(where, scores, node.tie) if isinstance(node, Any) else self._all(where, scores, len(parts))

    def _any(self, where: Numbers, scores: Floats, tie: float) -> tuple[Numbers, Floats]:
        """The union of children that are laid after one another."""
        matched = np.zeros(self.size, dtype=np.bool_)
        matched[where] = True
        total, best = np.zeros((2, self.size), dtype=np.float32)
        np.add.at(total, where, scores)
        np.maximum.at(best, where, scores)
        documents = np.flatnonzero(matched).astype(np.int32)
        best = best[documents]
        return documents, best + np.float32(tie) * (total[documents] - best)

    def _all(self, where: Numbers, scores: Floats, children: int) -> tuple[Numbers, Floats]:
        """Their intersection: what stands there once for each child."""
        total = np.zeros(self.size, dtype=np.float32)
        np.add.at(total, where, scores)
        documents = np.flatnonzero(np.bincount(where, minlength=self.size) == children).astype(np.int32)
        return documents, total[documents]

    def _find_extents(self, term: str) -> Extents:
        """Most terms that are asked for are in no field: they share what is kept for them."""
        return self._arrays.extents(term) or _NO_EXTENTS

    def _read_entry(self, document: int) -> Entry:
        with self._reading:
            stored = self._reader.stored_fields(document)["entry"]
        return read_entry(stored)
