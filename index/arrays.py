"""A generation's arrays: what Whoosh's postings say, laid out so that a server maps it and reads nothing.

When an index is written, each term's documents are read from Whoosh once, and their BM25 scores worked out. All terms
lie after one another in two arrays; a trie says where each begins. Facets are a number per document. The files are
mapped, so that opening costs nothing, whatever the size, and all workers share one copy
(docs/decisions/0020-arrays.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import marisa_trie
import msgspec
import numpy as np
from whoosh import index as whoosh_index

from index import postings, weights
from index.schema import FACETS, TEXT_FIELDS, facet_field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from whoosh.reading import IndexReader

    Bools = NDArray[np.bool_]
    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int32]

K1 = 1.2
"""BM25's saturation (Robertson & Zaragoza 2009, section 3.5): a word said twice is not twice as good."""
B = {"name": 0.5, "answer": 0.6, "source": 0.6, "context": 0.8}
"""BM25's length normalisation by field. None where length says nothing of relevance: a long list of
everyday words or numbers is no less about each of them."""

_TERMS, _DOCUMENTS, _SCORES, _SETS, _FACETS = "terms.marisa", "documents.npy", "scores.npy", "sets.npy", "facets.json"
_EXTENT = "<QI"
"""Where a term's postings begin, and how many there are."""


class _Written(msgspec.Struct, frozen=True):
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
    def of(cls, written: _Written, set_of: Numbers) -> Facet:
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
        facets: By name, in the order of the contract.
    """

    terms: marisa_trie.RecordTrie
    documents: Numbers
    scores: Floats
    size: int
    facets: dict[str, Facet]


def key(field: str, term: str) -> str:
    """How a term of a field is called in the trie."""
    return f"{field}/{term}"


def load(folder: Path) -> Arrays:
    """Map the arrays in `folder`."""
    terms = marisa_trie.RecordTrie(_EXTENT)
    terms.mmap(str(folder / _TERMS))
    written = msgspec.json.decode((folder / _FACETS).read_bytes(), type=dict[str, _Written])
    # Plain arrays over the mapped memory: numpy's own class for it is slow to slice.
    documents, scores, sets = (
        np.load(folder / name, mmap_mode="r").view(np.ndarray) for name in (_DOCUMENTS, _SCORES, _SETS)
    )
    facets = {name: Facet.of(written[name], set_of) for name, set_of in zip(FACETS, sets, strict=True)}
    return Arrays(terms, documents, scores, sets.shape[1], facets)


def write(index: Path, folder: Path) -> None:
    """Lay out the arrays of the Whoosh index in `index`, in `folder`."""
    reader = whoosh_index.open_dir(str(index), readonly=True).reader()
    try:
        size = reader.doc_count_all()
        facets, sets = _read_facets(reader, size)
        np.save(folder / _SETS, sets)
        (folder / _FACETS).write_bytes(msgspec.json.encode(facets))
        priors = _priors(facets["type"], sets[FACETS.index("type")])
        extents: dict[str, tuple[int, int]] = {}
        documents, scores = [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.float32)]
        at = 0
        for field in TEXT_FIELDS:
            for term, where, score in _scored(reader, field, size):
                extents[key(field, term)] = (at, len(where))
                at += len(where)
                documents.append(where)
                scores.append(score * priors[where])
    finally:
        reader.close()
    # Not save(): with a full disk that raises no OSError.
    (folder / _TERMS).write_bytes(marisa_trie.RecordTrie(_EXTENT, extents.items()).tobytes())
    np.save(folder / _DOCUMENTS, np.concatenate(documents))
    np.save(folder / _SCORES, np.concatenate(scores))


def _scored(reader: IndexReader, field: str, size: int) -> Iterator[tuple[str, Numbers, Floats]]:
    """Every term of a field with its documents and their BM25 scores."""
    found = [(term, *postings.read(reader, field, term)) for term in reader.lexicon(field)]
    norm = _norms(B.get(field, 0.0), [(where, counts) for _term, where, counts in found], size)
    for term, where, counts in found:
        # BM25 with the idf that is never negative: ln(1 + (N - n + 0.5) / (n + 0.5)).
        rarity = np.log1p((size - len(where) + 0.5) / (len(where) + 0.5))
        scores = rarity * counts * (K1 + 1) / (counts + K1 * norm[where])
        yield term.decode(), where, scores.astype(np.float32)


def _norms(b: float, found: list[tuple[Numbers, Floats]], size: int) -> Floats:
    """What a document's length in a field makes of a count there; 1 where it has the average length."""
    lengths = np.zeros(size, dtype=np.float32)
    for where, counts in found:
        lengths[where] += counts
    average = lengths.mean() if lengths.any() else np.float32(1)
    return (1 - b + b * lengths / average).astype(np.float32)


def _read_facets(reader: IndexReader, size: int) -> tuple[dict[str, _Written], Numbers]:
    facets = {}
    sets = np.zeros((len(FACETS), size), dtype=np.int32)
    for row, name in enumerate(FACETS):
        values: list[str] = []
        had: list[tuple[int, ...]] = [()] * size
        for number, term in enumerate(reader.lexicon(facet_field(name))):
            values.append(term.decode())
            for document in postings.read(reader, facet_field(name), term)[0]:
                had[document] += (number,)
        numbers = {each: number for number, each in enumerate(sorted({(), *had}))}
        sets[row] = [numbers[each] for each in had]
        facets[name] = _Written(tuple(values), tuple(numbers))
    return facets, sets


def _priors(types: _Written, sets: Numbers) -> Floats:
    """What each document's type weighs."""
    known = {type_.value: weight for type_, weight in weights.TYPES.items()}
    of_value = [known.get(value, 1.0) for value in types.values]
    of_set = np.array([of_value[each[0]] if each else 1.0 for each in types.sets], dtype=np.float32)
    return of_set[sets]
