"""The built-in engine answers every judged query as a second one does, which adds postings up one by one."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from whoosh import index as whoosh_index

from index.fields import FACETS, TEXT_FIELDS, facet_field
from index.generation import WHOOSH
from index.result import SearchRequest
from index.tree import leaves
from tests.in_turn import in_turn
from tests.index.engine.plain import PlainEngine
from tests.opened import OpenedIndex
from tests.random_examples import ALL
from tests.support import fresh_queries, judged_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.answer.search import Searcher
    from index.engine.seam import Engine, Found
    from index.measure.evaluate import Judged
    from index.tree import Node

_QUERIES = [*judged_queries(), *fresh_queries()][:: 6 if ALL else 12]
"""Every sixth where all is tried (CI=true), in turn by kind: the plain engine takes a tenth of a second for one."""
BY_KIND = {kind: list(rows) for kind, rows in groupby(sorted(_QUERIES, key=attrgetter("kind")), attrgetter("kind"))}
_CLOSE = 1e-4
"""The arrays hold 32-bit numbers."""


class Ways(NamedTuple):
    """Both engines on one generation, and the first from within."""

    opened: OpenedIndex
    plain: PlainEngine


@pytest.fixture(scope="module")
def ways(searcher: Searcher) -> Iterator[Ways]:
    opened, plain = OpenedIndex(searcher.folder), PlainEngine(searcher.folder / WHOOSH)
    yield Ways(opened, plain)
    plain.close()
    opened.close()


def requests(judged: Judged, found: Found) -> Iterator[SearchRequest]:
    """The query as it is, further on, and with what its own facets offer: a value of one, by turns, and of two."""
    yield SearchRequest(judged.query, judged.language, limit=10)
    yield SearchRequest(judged.query, judged.language, offset=3, limit=4)
    offered = {facet: sorted(counts) for facet, counts in found.facets.items() if counts}
    if offered:
        facet = list(offered)[len(judged.query) % len(offered)]
        yield SearchRequest(judged.query, judged.language, {facet: frozenset(offered[facet][:1])}, limit=5)
    if {"unit", "type"} <= offered.keys():
        both = {"unit": frozenset(offered["unit"][-2:]), "type": frozenset(offered["type"][:1])}
        yield SearchRequest(judged.query, judged.language, both, limit=5, offset=1)


def told(found: Found) -> dict[str, object]:
    """What an engine found, but for scores."""
    return {
        "total": found.total,
        "matches": [(match.entry.id, match.leaves) for match in found.matches],
        "facets": {facet: dict(counts) for facet, counts in found.facets.items()},
        "without": dict(found.without),
        "answered": found.answered,
        "coverage": found.coverage,
        "parts": [(part.coverage, [(match.entry.id, match.leaves) for match in part.matches]) for part in found.parts],
    }


def assert_all_that_matches_is_the_same(ways: Ways, tree: Node) -> None:
    matches = ways.opened.matcher.execute(tree)
    documents = matches.documents.tolist()
    scores = dict(zip(documents, matches.scores.tolist(), strict=True))
    assert scores == pytest.approx(ways.plain.scores(tree), rel=_CLOSE)
    assert {leaf: matches.documents[places].tolist() for leaf, places in matches.leaf_places.items()} == {
        leaf: sorted(ways.plain.counts(leaf.field, leaf.term)) for leaf in leaves(tree)
    }


def assert_the_same_is_found(ways: Ways, searcher: Searcher, judged: Judged) -> None:
    """All that matches with its scores and leaves; then what is found with filters, further on, and page by page."""
    local: Engine = ways.opened.engine
    other: Engine = ways.plain
    plain = SearchRequest(judged.query, judged.language)
    understood = searcher.understand(plain)
    assert_all_that_matches_is_the_same(ways, understood.tree)
    for request in requests(judged, other.find(understood, plain)):
        one, two = local.find(understood, request), other.find(understood, request)
        assert told(one) == told(two)
        assert [each.score for each in one.matches] == pytest.approx([each.score for each in two.matches], rel=_CLOSE)


@pytest.mark.long
@pytest.mark.parametrize("kind", BY_KIND)
def test_both_engines_find_the_same(ways: Ways, searcher: Searcher, kind: str) -> None:
    @in_turn("judged", BY_KIND[kind], ids=lambda judged: f"{judged.language} {judged.query}")
    def one_by_one(judged: Judged) -> None:
        assert_the_same_is_found(ways, searcher, judged)

    one_by_one()


@pytest.mark.parametrize("facet", FACETS)
def test_both_engines_have_the_same_values_of_a_facet(ways: Ways, facet: str) -> None:
    assert ways.opened.engine.facet_values(facet) == ways.plain.facet_values(facet)


@pytest.mark.parametrize("field", [*TEXT_FIELDS, *map(facet_field, FACETS)])
def test_whoosh_reads_what_was_written_past_its_own_pool(ways: Ways, searcher: Searcher, field: str) -> None:
    reader = whoosh_index.open_dir(str(searcher.folder / WHOOSH), readonly=True).reader()
    terms = [term.decode() for term in reader.lexicon(field)]
    assert terms == sorted(terms)
    assert terms
    for term in terms:
        counts = ways.plain.counts(field, term)
        assert reader.doc_frequency(field, term) == len(counts)
        assert reader.frequency(field, term) == pytest.approx(sum(counts.values()))
    reader.close()
