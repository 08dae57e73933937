"""The arrays answer every judged query as the postings themselves do, added up one by one in plain Python."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from whoosh import index as whoosh_index

from index.arrays import K1, B
from index.build import ARRAYS, WHOOSH
from index.engine import Engine
from index.schema import FACETS, TEXT_FIELDS, facet_field
from index.signposts import Signposts
from index.spelling import Speller
from index.tree import Any, Leaf, leaves
from index.understanding import Understander
from index.vocabulary import load
from index.weights import TYPES
from tests.support import judged_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whoosh.reading import IndexReader

    from index.evaluate import Judged
    from index.search import Searcher
    from index.tree import Node

_CLOSE = 1e-4
"""The arrays hold 32-bit numbers."""


class Plainly:
    """A tree's answer from Whoosh's postings, a document at a time."""

    def __init__(self, reader: IndexReader, searcher: Searcher) -> None:
        """Ask `reader`; entries by document number come from the searcher's."""
        self._reader = reader
        self._entries = list(searcher.entries.values())
        self.counts = cache(self._counts)
        self.lengths = cache(self._lengths)

    def scores(self, node: Node) -> dict[int, float]:
        """By matched document, what the book says of it."""
        return {
            document: score * TYPES[self._entries[document].type] for document, score in self._evaluate(node).items()
        }

    def facet(self, name: str, documents: set[int]) -> dict[str, int]:
        """How many of the documents have each value."""
        field = facet_field(name)
        found = {
            term.decode(): len(documents & self.counts(field, term.decode()).keys())
            for term in self._reader.lexicon(field)
        }
        return {value: count for value, count in found.items() if count}

    def _evaluate(self, node: Node) -> dict[int, float]:
        if isinstance(node, Leaf):
            return self._leaf(node)
        parts = [self._evaluate(child) for child in node.children]
        if isinstance(node, Any):
            some = {document for part in parts for document in part}
            return {document: _tied([part.get(document, 0.0) for part in parts], node.tie) for document in some}
        every = set(range(len(self._entries))).intersection(*parts)
        return {document: sum(part[document] for part in parts) for document in every}

    def _leaf(self, leaf: Leaf) -> dict[int, float]:
        counts, size = self.counts(leaf.field, leaf.term), len(self._entries)
        idf = math.log(1 + (size - len(counts) + 0.5) / (len(counts) + 0.5))
        b, lengths = B.get(leaf.field, 0.0), self.lengths(leaf.field) if leaf.field in B else {}
        average = sum(lengths.values()) / size or 1.0
        return {
            document: leaf.weight
            * idf
            * count
            * (K1 + 1)
            / (count + K1 * (1 - b + b * lengths.get(document, 0) / average))
            for document, count in counts.items()
        }

    def _counts(self, field: str, term: str) -> dict[int, float]:
        if (field, term) not in self._reader:
            return {}
        found, matcher = {}, self._reader.postings(field, term)
        while matcher.is_active():
            found[matcher.id()] = matcher.weight()
            matcher.next()
        return found

    def _lengths(self, field: str) -> dict[int, float]:
        lengths: dict[int, float] = {}
        for term in self._reader.lexicon(field):
            for document, count in self.counts(field, term.decode()).items():
                lengths[document] = lengths.get(document, 0.0) + count
        return lengths


def _tied(scores: list[float], tie: float) -> float:
    return max(scores) + tie * (sum(scores) - max(scores))


class Ways(NamedTuple):
    """What both ways need."""

    understander: Understander
    engine: Engine
    plainly: Plainly


@pytest.fixture(scope="module")
def ways(searcher: Searcher) -> Iterator[Ways]:
    known = load(searcher.folder)
    engine = Engine(searcher.folder / WHOOSH, searcher.folder / ARRAYS)
    speller = Speller(known.words, known.sounds, searcher.analyser.lexicon)
    signposts = Signposts(searcher.descriptions.values(), known.signposts, searcher.analyser)
    understander = Understander(engine, searcher.analyser, speller, signposts, known)
    reader = whoosh_index.open_dir(str(searcher.folder / WHOOSH), readonly=True).reader()
    yield Ways(understander, engine, Plainly(reader, searcher))
    reader.close()
    engine.close()


@pytest.mark.parametrize("judged", judged_queries(), ids=lambda judged: f"{judged.language} {judged.query}")
def test_both_ways_give_the_same_documents_scores_leaves_and_facets(ways: Ways, judged: Judged) -> None:
    tree = ways.understander.understand(judged.query, judged.language).tree
    found = ways.engine.execute(tree)
    documents = found.documents.tolist()
    assert dict(zip(documents, found.scores.tolist(), strict=True)) == pytest.approx(
        ways.plainly.scores(tree), rel=_CLOSE
    )
    assert {leaf: found.documents[places].tolist() for leaf, places in found.leaf_places.items()} == {
        leaf: sorted(ways.plainly.counts(leaf.field, leaf.term)) for leaf in leaves(tree)
    }
    for facet in FACETS:
        assert ways.engine.facet(facet).counts(found.documents) == ways.plainly.facet(facet, set(documents))


@pytest.mark.parametrize("field", [*TEXT_FIELDS, *map(facet_field, FACETS)])
def test_whoosh_reads_what_was_written_past_its_own_pool(ways: Ways, searcher: Searcher, field: str) -> None:
    reader = whoosh_index.open_dir(str(searcher.folder / WHOOSH), readonly=True).reader()
    terms = [term.decode() for term in reader.lexicon(field)]
    assert terms == sorted(terms)
    assert terms
    for term in terms:
        counts = ways.plainly.counts(field, term)
        assert reader.doc_frequency(field, term) == len(counts)
        assert reader.frequency(field, term) == pytest.approx(sum(counts.values()))
    reader.close()
