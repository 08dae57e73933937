"""Lays out as arrays what is on its way into a Whoosh index, so that a server has nothing left to work out.

The BM25 score of each term in each document, times what an entry of its type weighs, is worked out once
(`index.engine.arrays`, docs/decisions/0020-arrays.md).
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from index import weights
from index.engine.arrays import DOCUMENTS, FACET_VALUES, SCORES, SETS, TIES, WrittenFacet
from index.fields import FACETS, TEXT_FIELDS, facet_field
from index.question import terms

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from index.build.postings import Pool
    from index.engine.arrays import Floats, Numbers, Places

K1 = 1.2
"""BM25's saturation (Robertson & Zaragoza 2009, section 3.5): a word said twice is not twice as good."""
B = {"name": 0.5, "answer": 0.6, "source": 0.6, "context": 0.8}
"""BM25's length normalisation by field. None where length says nothing of relevance: a long list of
everyday words or numbers is no less about each of them."""

OWN_WORDS = ("answer", "source")
"""The fields whose length tells how narrow an entry is: of two that match equally well, the one that says less beside
is about it."""


def write(folder: Path, pool: Pool, size: int, ended: Collection[str] = ()) -> None:
    """Lay out the postings of documents that are on their way into a Whoosh index.

    Args:
        folder: Where to.
        pool: The postings.
        size: How many documents there are.
        ended: Ids of authorities that have ended: what is theirs alone weighs less.
    """
    facets, sets = _read_facets(pool, size)
    np.save(folder / SETS, sets)
    (folder / FACET_VALUES).write_bytes(msgspec.json.encode(facets))
    priors = _priors(facets["type"], sets[FACETS.index("type")])
    priors = priors * _of_living(facets["authority"], sets[FACETS.index("authority")], ended)
    extents: list[tuple[str, str, int, int]] = []
    documents, scores = [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.float32)]
    own_words = np.zeros(size)
    at = 0
    for field in TEXT_FIELDS:
        of_field, where, counts, containing = _laid_out(pool, field)
        ends = at + np.cumsum(containing)
        for term, end, count in zip(of_field, ends.tolist(), containing.tolist(), strict=True):
            extents.append((term, field, end - count, count))
        at += len(where)
        if field in OWN_WORDS:
            own_words += np.bincount(where, counts, size)
        documents.append(where)
        scores.append(_bm25(where, counts, containing, B.get(field, 0.0), size) * priors[where])
    terms.write(folder, extents)
    np.save(folder / DOCUMENTS, np.concatenate(documents))
    np.save(folder / TIES, np.argsort(np.argsort(own_words, kind="stable")).astype(np.int32))
    np.save(folder / SCORES, np.concatenate(scores))


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


def _read_facets(pool: Pool, size: int) -> tuple[dict[str, WrittenFacet], Numbers]:
    facets = {}
    sets = np.zeros((len(FACETS), size), dtype=np.int32)
    for row, name in enumerate(FACETS):
        values: list[str] = []
        had: list[tuple[int, ...]] = [()] * size
        for number, (value, (documents, _counts)) in enumerate(pool.field(facet_field(name))):
            values.append(value.decode())
            for document in documents:
                had[document] += (number,)
        numbers = {members: number for number, members in enumerate(sorted({(), *had}))}
        sets[row] = [numbers[members] for members in had]
        facets[name] = WrittenFacet(tuple(values), tuple(numbers))
    return facets, sets


def _priors(types: WrittenFacet, sets: Numbers) -> Floats:
    """What each document's type weighs."""
    known = {type_.value: weight for type_, weight in weights.TYPES.items()}
    of_value = [known.get(value, 1.0) for value in types.values]
    of_set = np.array([of_value[members[0]] if members else 1.0 for members in types.sets], dtype=np.float32)
    return of_set[sets]


def _of_living(authorities: WrittenFacet, sets: Numbers, ended: Collection[str]) -> Floats:
    """What each document weighs by whose it is: less where all who have it have ended."""
    of_set = np.array(
        [
            weights.ENDED if members and all(authorities.values[each] in ended for each in members) else 1.0
            for members in authorities.sets
        ],
        dtype=np.float32,
    )
    return of_set[sets]
