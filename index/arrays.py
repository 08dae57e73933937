"""A generation's arrays: what Whoosh's postings say, laid out so that a server maps it and reads nothing.

When an index is written, the BM25 score of each term in each document is worked out once. All terms lie after one
another in two arrays; a trie says where each begins. Facets are a number per document. The files are mapped, so that
opening costs nothing, whatever the size, and all workers share one copy (docs/decisions/0020-arrays.md).
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import marisa_trie
import msgspec
import numpy as np

from index import weights
from index.schema import FACETS, TEXT_FIELDS, facet_field

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from numpy.typing import NDArray

    from index.postings import Pool

    Bools = NDArray[np.bool_]
    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int32]
    Places = NDArray[np.int64]

K1 = 1.2
"""BM25's saturation (Robertson & Zaragoza 2009, section 3.5): a word said twice is not twice as good."""
B = {"name": 0.5, "answer": 0.6, "source": 0.6, "context": 0.8}
"""BM25's length normalisation by field. None where length says nothing of relevance: a long list of
everyday words or numbers is no less about each of them."""

_TERMS, _DOCUMENTS, _SCORES, _SETS, _FACETS = "terms.marisa", "documents.npy", "scores.npy", "sets.npy", "facets.json"
_EXTENT = "<BQI"
"""A field's place among `TEXT_FIELDS`, where the postings of a term in it begin, and how many there are."""


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
        terms: By term, an extent for each field that has it; most that are asked for have none, and one look says so.
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

    def extents(self, term: str) -> dict[str, tuple[int, int]]:
        """By field that has a term, where its postings begin, and how many there are."""
        return {TEXT_FIELDS[field]: (begin, count) for field, begin, count in self.terms.get(term, ())}

    def terms_of(self) -> dict[str, list[str]]:
        """By field, all its terms, sorted."""
        found: dict[str, list[str]] = {field: [] for field in TEXT_FIELDS}
        for term, (field, _begin, _count) in self.terms.items():
            found[TEXT_FIELDS[field]].append(term)
        return {field: sorted(terms) for field, terms in found.items()}


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


def write(folder: Path, pool: Pool, size: int) -> None:
    """Lay out in `folder` the postings of `size` documents that are on their way into a Whoosh index."""
    facets, sets = _read_facets(pool, size)
    np.save(folder / _SETS, sets)
    (folder / _FACETS).write_bytes(msgspec.json.encode(facets))
    priors = _priors(facets["type"], sets[FACETS.index("type")])
    extents: list[tuple[str, tuple[int, int, int]]] = []
    documents, scores = [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.float32)]
    at = 0
    for number, field in enumerate(TEXT_FIELDS):
        terms, where, counts, containing = _laid_out(pool, field)
        ends = at + np.cumsum(containing)
        for term, end, count in zip(terms, ends.tolist(), containing.tolist(), strict=True):
            extents.append((term, (number, end - count, count)))
        at += len(where)
        documents.append(where)
        scores.append(_bm25(where, counts, containing, B.get(field, 0.0), size) * priors[where])
    # Not save(): with a full disk that raises no OSError.
    (folder / _TERMS).write_bytes(marisa_trie.RecordTrie(_EXTENT, extents).tobytes())
    np.save(folder / _DOCUMENTS, np.concatenate(documents))
    np.save(folder / _SCORES, np.concatenate(scores))


def _laid_out(pool: Pool, field: str) -> tuple[list[str], Numbers, Floats, Places]:
    """A field's terms, the documents of each after one another, how often it stands in each, and in how many."""
    terms: list[str] = []
    where, counts, containing = array("I"), array("f"), array("q")
    for term, (documents, often) in pool.field(field):
        terms.append(term.decode())
        where += documents
        counts += often
        containing.append(len(documents))
    numbers = np.frombuffer(where, dtype=np.uint32).astype(np.int32)
    return terms, numbers, np.frombuffer(counts, dtype=np.float32), np.frombuffer(containing, dtype=np.int64)


def _bm25(where: Numbers, counts: Floats, containing: Places, b: float, size: int) -> Floats:
    """The scores of all postings of a field.

    Args:
        where: The document of each.
        counts: How often its term stands there.
        containing: By term, in how many documents it stands.
        b: How much a document's length counts.
        size: How many documents there are.
    """
    lengths = np.bincount(where, counts, size)
    norms = 1 - b + b * lengths / (lengths.mean() if lengths.any() else 1)
    # With the idf that is never negative: ln(1 + (N - n + 0.5) / (n + 0.5)).
    rarity = np.log1p((size - containing + 0.5) / (containing + 0.5))
    scores: Floats = (np.repeat(rarity, containing) * counts * (K1 + 1) / (counts + K1 * norms[where])).astype(
        np.float32
    )
    return scores


def _read_facets(pool: Pool, size: int) -> tuple[dict[str, _Written], Numbers]:
    facets = {}
    sets = np.zeros((len(FACETS), size), dtype=np.int32)
    for row, name in enumerate(FACETS):
        values: list[str] = []
        had: list[tuple[int, ...]] = [()] * size
        for number, (value, (documents, _counts)) in enumerate(pool.field(facet_field(name))):
            values.append(value.decode())
            for document in documents:
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
