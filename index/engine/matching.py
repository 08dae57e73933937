"""Executes a query tree over a generation's arrays: which documents match, how well, and by which leaves.

Whoosh's own searcher is not used: it cannot say which terms matched without a second pass, its ``groupedby`` silently
ignores ``limit``, and it may not be shared between threads (docs/decisions/0002-whoosh.md). Arrays and terms are mapped
and never changed, so that any number of threads or greenlets may ask at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.engine.arrays import Floats, Numbers
from index.engine.seam import ALIKE
from index.tree import Any, Leaf

if TYPE_CHECKING:
    from index.engine.arrays import Arrays, Places
    from index.question.terms import Terms
    from index.tree import Node

_NOWHERE = -1
_ALIKE = 10.0**-ALIKE
"""How far scores may lie apart that are equal."""


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
        ties: The order of all documents where scores are equal.
        leaf_places: For each leaf that matched some of them, their places in `documents`, ascending.
    """

    documents: Numbers
    scores: Floats
    ties: Numbers
    leaf_places: dict[Leaf, Numbers]

    def best(self, places: Places, count: int) -> Places:
        """The `count` best of some places, of equal ones the narrower first; what no word matched keeps its order."""
        scores = self.scores[places]
        if count < len(scores):
            least = np.partition(scores, len(scores) - count)[len(scores) - count] - _ALIKE
            places, scores = places[scores >= least], scores[scores >= least]
        alike = np.round(scores.astype(np.float64), ALIKE)
        order = np.where(alike > 0, self.ties[self.documents[places]], 0)
        best: Places = places[np.lexsort((order, -alike))][:count]
        return best

    def leaves_of(self, places: Places) -> list[list[Leaf]]:
        """For each of some places, the leaves that matched there, in the tree's order."""
        leaves: list[list[Leaf]] = [[] for _ in places]
        for leaf, matched in self.leaf_places.items():
            if len(matched):
                near = matched.take(matched.searchsorted(places), mode="clip")
                for number in np.flatnonzero(near == places):
                    leaves[number].append(leaf)
        return leaves


class Matcher:
    """Matches trees with the documents of one generation."""

    def __init__(self, terms: Terms, arrays: Arrays) -> None:
        """Look terms up in `terms`, and read their postings from `arrays`."""
        self._terms = terms
        self._arrays = arrays
        self._size = arrays.size

    def execute(self, tree: Node) -> Matches:
        """Find what a tree matches."""
        of_leaf: dict[Leaf, Numbers] = {}
        documents, scores = self._evaluate(tree, of_leaf)
        place_of = np.full(self._size, _NOWHERE, dtype=np.int32)
        place_of[documents] = np.arange(len(documents), dtype=np.int32)
        places = {leaf: place_of[where] for leaf, where in of_leaf.items()}
        return Matches(documents, scores, self._arrays.ties, {leaf: at[at != _NOWHERE] for leaf, at in places.items()})

    def postings(self, field: str, term: str) -> Postings:
        """Where a term of a field stands, and how much it says there."""
        begin, count = self._terms.extents(term).get(field, (0, 0))
        return Postings(self._arrays.documents[begin : begin + count], self._arrays.scores[begin : begin + count])

    def _evaluate(self, node: Node, of_leaf: dict[Leaf, Numbers]) -> tuple[Numbers, Floats]:
        """The documents that a node matches, ascending, and their scores; those of each leaf go to `of_leaf`."""
        if isinstance(node, Leaf):
            postings = self.postings(node.field, node.term)
            of_leaf[node] = postings.documents
            return postings.documents, postings.scores * np.float32(node.weight)
        parts = [self._evaluate(child, of_leaf) for child in node.children]
        if len(parts) == 1:
            return parts[0]
        if not parts:
            some = 0 if isinstance(node, Any) else self._size
            return np.arange(some, dtype=np.int32), np.zeros(some, dtype=np.float32)
        where, scores = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return self._any(where, scores, node.tie) if isinstance(node, Any) else self._all(where, scores, len(parts))

    def _any(self, where: Numbers, scores: Floats, tie: float) -> tuple[Numbers, Floats]:
        """The union of children that are laid after one another."""
        matched = np.zeros(self._size, dtype=np.bool_)
        matched[where] = True
        total, best = np.zeros((2, self._size), dtype=np.float32)
        np.add.at(total, where, scores)
        np.maximum.at(best, where, scores)
        documents = np.flatnonzero(matched).astype(np.int32)
        best = best[documents]
        return documents, best + np.float32(tie) * (total[documents] - best)

    def _all(self, where: Numbers, scores: Floats, children: int) -> tuple[Numbers, Floats]:
        """Their intersection: what stands there once for each child."""
        total = np.zeros(self._size, dtype=np.float32)
        np.add.at(total, where, scores)
        documents = np.flatnonzero(np.bincount(where, minlength=self._size) == children).astype(np.int32)
        return documents, total[documents]
