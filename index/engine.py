"""Executes a query tree over Whoosh's postings.

Whoosh's reader decodes the postings; numpy adds them up. Whoosh's own searcher is not used: it cannot
say which terms matched without a second pass, its ``groupedby`` silently ignores ``limit``, and it may
not be shared between threads (docs/decisions/0002-whoosh.md), nor may its reader: that seeks in files
that it shares, and is used by one thread at a time. What has been read is kept and never changed, so that
any number of threads or greenlets may ask at once.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from whoosh import index as whoosh_index

from index.schema import FACETS, RUNNING_TEXT, TEXT_FIELDS, read_entry
from index.tree import All, Any, Leaf, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from data.entries import Entry
    from index.tree import Node

    Floats = NDArray[np.float32]
    Bools = NDArray[np.bool_]
    Documents = NDArray[np.int64]

K1 = 1.2
"""BM25's saturation (Robertson & Zaragoza 2009, section 3.5): a word said twice is not twice as good."""
B = {"name": 0.5, "answer": 0.6, "source": 0.6, "context": 0.8}
"""BM25's length normalisation by field. None where length says nothing of relevance: a long list of
everyday words or numbers is no less about each of them."""

BEGINNING = 4
"""Letters by which a word that no name or everyday word begins as is told without being analysed."""
_CACHED_TERMS = 20_000


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands: document numbers, ascending, and its BM25 score in each."""

    documents: Documents
    scores: Floats


@dataclass(frozen=True, slots=True)
class Matches:
    """What a tree matched: per document whether and how well, and each leaf's documents."""

    matched: Bools
    scores: Floats
    leaf_documents: dict[Leaf, Documents]

    def leaves_of(self, document: int) -> list[Leaf]:
        """The leaves that matched a document, in the tree's order."""
        return [leaf for leaf, documents in self.leaf_documents.items() if _contains(documents, document)]


@dataclass(frozen=True, slots=True)
class _Facet:
    values: tuple[str, ...]
    documents: Documents
    codes: Documents

    def mask(self, wanted: Collection[str], size: int) -> Bools:
        codes = [code for code, value in enumerate(self.values) if value in wanted]
        mask = np.zeros(size, dtype=np.bool_)
        mask[self.documents[np.isin(self.codes, codes)]] = True
        return mask

    def counts(self, matched: Bools) -> dict[str, int]:
        counts = np.bincount(self.codes[matched[self.documents]], minlength=len(self.values))
        return {value: int(count) for value, count in zip(self.values, counts, strict=True)}


class Engine:
    """One opened Whoosh index."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder` and read its facets and field lengths."""
        self._reading = threading.Lock()
        self._reader = whoosh_index.open_dir(str(folder), readonly=True).reader()
        self.size: int = self._reader.doc_count_all()
        self._facets = {name: self._read_facet(name) for name in FACETS}
        self._norms = {name: self._read_norms(name, b) for name, b in B.items()}
        # All terms in memory: asking Whoosh's hash file costs a hundred times as much, and a query asks for
        # thousands, most of which no entry has.
        self._terms = {name: frozenset(map(_text, self._reader.field_terms(name))) for name in TEXT_FIELDS}
        named = [name for name in TEXT_FIELDS if name not in RUNNING_TEXT]
        self.beginnings = frozenset(term[2:][:BEGINNING] for name in named for term in self._terms[name])
        self.in_phrases = frozenset(
            word
            for name in named
            for term in self._terms[name]
            if term.startswith("n:")
            for word in term[2:].split("_")
        )
        # Caches belong to the instance, so that a generation takes its own with it when it closes.
        self.postings: Callable[[str, str], Postings | None] = lru_cache(_CACHED_TERMS)(self._read_postings)
        self.entry: Callable[[int], Entry] = lru_cache(_CACHED_TERMS)(self._read_entry)
        self.priors = np.ones(self.size, dtype=np.float32)

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def execute(self, tree: Node) -> Matches:
        """Find what a tree matches."""
        matched, scores = self._evaluate(tree)
        found = {leaf: self.postings(leaf.field, leaf.term) for leaf in leaves(tree)}
        documents = {leaf: postings.documents for leaf, postings in found.items() if postings}
        return Matches(matched, scores * self.priors, documents)

    def knows(self, field: str, term: str) -> bool:
        """Whether any document has the term in that field."""
        return term in self._terms.get(field, ())

    def facet_values(self, facet: str) -> tuple[str, ...]:
        """All values that any document has for a facet, sorted."""
        return self._facets[facet].values

    def facet_mask(self, facet: str, wanted: Collection[str]) -> Bools:
        """The documents that have one of the wanted values."""
        return self._facets[facet].mask(wanted, self.size)

    def facet_counts(self, facet: str, matched: Bools) -> Mapping[str, int]:
        """How many of the matched documents have each value."""
        return self._facets[facet].counts(matched)

    def terms(self, field: str) -> list[str]:
        """All terms of a field, sorted."""
        return sorted(self._terms[field])

    def _evaluate(self, node: Node) -> tuple[Bools, Floats]:
        if isinstance(node, Leaf):
            return self._evaluate_leaf(node)
        parts = [self._evaluate(child) for child in node.children]
        if not parts:
            return np.full(self.size, isinstance(node, All)), np.zeros(self.size, dtype=np.float32)
        matched = np.stack([part[0] for part in parts])
        scores = np.stack([part[1] for part in parts])
        total: Floats = scores.sum(axis=0)
        if isinstance(node, Any):
            some: Bools = np.logical_or.reduce(matched)
            best: Floats = scores.max(axis=0)
            return some, best + np.float32(node.tie) * (total - best)
        every: Bools = np.logical_and.reduce(matched)
        return every, np.where(every, total, np.float32(0))

    def _evaluate_leaf(self, leaf: Leaf) -> tuple[Bools, Floats]:
        matched = np.zeros(self.size, dtype=np.bool_)
        scores = np.zeros(self.size, dtype=np.float32)
        if postings := self.postings(leaf.field, leaf.term):
            matched[postings.documents] = True
            scores[postings.documents] = postings.scores * np.float32(leaf.weight)
        return matched, scores

    def _read_postings(self, field: str, term: str) -> Postings | None:
        if not self.knows(field, term):
            return None
        documents, frequencies = [], []
        with self._reading:
            matcher = self._reader.postings(field, term)
            while matcher.is_active():
                documents.append(matcher.id())
                frequencies.append(matcher.weight())
                matcher.next()
        where = np.array(documents, dtype=np.int64)
        frequency = np.array(frequencies, dtype=np.float32)
        # BM25 with the idf that is never negative: ln(1 + (N - n + 0.5) / (n + 0.5)).
        rarity = np.log1p((self.size - len(where) + 0.5) / (len(where) + 0.5))
        norm = self._norms[field][where] if field in self._norms else np.float32(1)
        scores = rarity * frequency * (K1 + 1) / (frequency + K1 * norm)
        return Postings(where, scores.astype(np.float32))

    def _read_facet(self, name: str) -> _Facet:
        field = f"facet_{name}"
        values: list[str] = []
        documents: list[Documents] = []
        for term in self._reader.field_terms(field):
            ids = np.fromiter(self._reader.postings(field, term).all_ids(), dtype=np.int64)
            values.append(_text(term))
            documents.append(ids)
        codes = [np.full(len(ids), code, dtype=np.int64) for code, ids in enumerate(documents)]
        empty = np.zeros(0, dtype=np.int64)
        return _Facet(tuple(values), np.concatenate([empty, *documents]), np.concatenate([empty, *codes]))

    def _read_norms(self, field: str, b: float) -> Floats:
        # Whoosh answers None for a document without the field, whatever default it is given.
        found = (self._reader.doc_field_length(number, field) or 0 for number in range(self.size))
        lengths = np.fromiter(found, dtype=np.float32, count=self.size)
        average = lengths.mean() if self.size and lengths.any() else np.float32(1)
        return (1 - b + b * lengths / average).astype(np.float32)

    def _read_entry(self, document: int) -> Entry:
        with self._reading:
            stored = self._reader.stored_fields(document)["entry"]
        return read_entry(stored)


def _contains(documents: Documents, document: int) -> bool:
    at = int(np.searchsorted(documents, document))
    return at < len(documents) and int(documents[at]) == document


def _text(term: bytes | str) -> str:
    return term.decode() if isinstance(term, bytes) else term
