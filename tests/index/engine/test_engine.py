"""The engine: BM25 as in the book, and which leaves matched."""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest

from data.entries import entries
from index.build import layout, postings
from index.build.layout import K1, B
from index.build.schema import make_schema
from index.fields import FACETS, TEXT_FIELDS
from index.generation import ARRAYS, WHOOSH
from index.result import SearchRequest, SearchResult
from index.tree import All, Any, Leaf, Node, Origin
from tests.in_turn import in_turn
from tests.opened import OpenedIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from data.model import Description
    from index.answer.search import Searcher

ORIGIN = Origin((0,), "written", "x")
QUERIES = ("var hittar jag protokoll?", "personalakter", "heroma", "39 kap 2 §", "lön", "arkiv", "kansliet", "e-post")

DOCUMENTS: tuple[dict[str, str], ...] = (
    {"name": "w:a", "words_sv": "w:lång w:rad w:av w:ord", "facet_unit": "x y"},
    {"name": "w:a w:b", "words_sv": "w:av", "facet_unit": "y"},
    {"name": "w:b w:b w:c", "facet_type": "slag"},
    {"answer": "w:a"},
)


def leaf(term: str, field: str = "name", weight: float = 1.0) -> Leaf:
    return Leaf(field, term, weight, ORIGIN)


def engine_of(folder: Path, documents: Sequence[Mapping[str, str]]) -> OpenedIndex:
    """An engine over documents whose terms are parted by blanks."""
    index, laid_out = folder / WHOOSH, folder / ARRAYS
    index.mkdir()
    laid_out.mkdir()
    writer = postings.create(index, make_schema())
    for document in documents:
        writer.add_document(entry=b"", **{field: Counter(terms.split()) for field, terms in document.items()})
    layout.write(laid_out, writer.pool, len(documents))
    writer.commit()
    return OpenedIndex(folder)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> OpenedIndex:
    return engine_of(tmp_path_factory.mktemp("tiny"), DOCUMENTS)


def read(engine: OpenedIndex, field: str, term: str) -> tuple[bytes, bytes]:
    found = engine.matcher.postings(field, term)
    return found.documents.tobytes(), found.scores.tobytes()


def scores(engine: OpenedIndex, tree: Node) -> list[float]:
    """The score of each document, 0 where it did not match."""
    found = engine.matcher.execute(tree)
    by_document = dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))
    return [by_document.get(document, 0.0) for document in range(engine.size)]


def matched(engine: OpenedIndex, tree: Node) -> list[bool]:
    found = engine.matcher.execute(tree).documents.tolist()
    return [document in found for document in range(engine.size)]


def leaves_of(engine: OpenedIndex, tree: Node, document: int) -> list[Leaf]:
    found = engine.matcher.execute(tree)
    return found.leaves_of(np.flatnonzero(found.documents == document))[0]


def bm25(frequency: int, length: int, containing: int) -> float:
    """BM25 in `name`, as by hand: 4 documents, and 6 words of it over them all."""
    idf = math.log(1 + (4 - containing + 0.5) / (containing + 0.5))
    norm = 1 - B["name"] + B["name"] * length / (6 / 4)
    return idf * frequency * (K1 + 1) / (frequency + K1 * norm)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("w:a", [bm25(1, 1, 2), bm25(1, 2, 2), 0, 0]),
        ("w:b", [0, bm25(1, 2, 2), bm25(2, 3, 2), 0]),
        ("w:c", [0, 0, bm25(1, 3, 1), 0]),
        ("w:d", [0, 0, 0, 0]),
    ],
)
def test_a_leaf_scores_as_bm25_by_hand(engine: OpenedIndex, term: str, expected: list[float]) -> None:
    assert scores(engine, leaf(term)) == pytest.approx(expected, rel=1e-5)


def test_the_score_of_a_word_alone_in_its_field_is_a_known_number(engine: OpenedIndex) -> None:
    # ln(1 + 2.5/2.5) · 2.2 / (1 + 1.2 · (0.5 + 0.5 · 1/1.5))
    assert scores(engine, leaf("w:a"))[0] == pytest.approx(0.6931472 * 2.2 / 2.0, rel=1e-6)


def test_length_says_nothing_in_a_field_of_everyday_words(engine: OpenedIndex) -> None:
    found = scores(engine, leaf("w:av", "words_sv"))
    assert found[0] == found[1] > 0


def test_a_leaf_scores_in_proportion_to_its_weight(engine: OpenedIndex) -> None:
    single, double = scores(engine, leaf("w:a")), scores(engine, leaf("w:a", weight=2.0))
    assert double == pytest.approx([2 * score for score in single])


def test_a_leaf_in_an_unknown_field_matches_nothing(engine: OpenedIndex) -> None:
    assert not any(matched(engine, leaf("w:a", "no_such_field")))


def test_any_matches_where_some_child_does(engine: OpenedIndex) -> None:
    assert matched(engine, Any((leaf("w:a"), leaf("w:c")))) == [True, True, True, False]


def test_any_without_tie_takes_the_best_child(engine: OpenedIndex) -> None:
    one, other = scores(engine, leaf("w:a")), scores(engine, leaf("w:b"))
    assert scores(engine, Any((leaf("w:a"), leaf("w:b")))) == pytest.approx(list(map(max, one, other)))


def test_any_with_a_tie_adds_that_share_of_the_other_children(engine: OpenedIndex) -> None:
    one, other = scores(engine, leaf("w:a", weight=3)), scores(engine, leaf("w:b"))
    expected = [max(pair) + 0.25 * min(pair) for pair in zip(one, other, strict=True)]
    assert scores(engine, Any((leaf("w:a", weight=3), leaf("w:b")), tie=0.25)) == pytest.approx(expected)


def test_any_with_a_tie_of_one_sums(engine: OpenedIndex) -> None:
    one, other = scores(engine, leaf("w:a")), scores(engine, leaf("w:b"))
    assert scores(engine, Any((leaf("w:a"), leaf("w:b")), tie=1.0)) == pytest.approx(
        [sum(pair) for pair in zip(one, other, strict=True)]
    )


def test_any_without_children_matches_nothing(engine: OpenedIndex) -> None:
    assert not any(matched(engine, Any(())))


def test_all_matches_where_every_child_does(engine: OpenedIndex) -> None:
    assert matched(engine, All((leaf("w:a"), leaf("w:b")))) == [False, True, False, False]


def test_all_sums_its_children_where_it_matches(engine: OpenedIndex) -> None:
    expected = scores(engine, leaf("w:a"))[1] + scores(engine, leaf("w:b"))[1]
    assert scores(engine, All((leaf("w:a"), leaf("w:b")))) == pytest.approx([0, expected, 0, 0])


def test_all_without_children_matches_every_document(engine: OpenedIndex) -> None:
    assert all(matched(engine, All()))


def test_a_tree_in_a_tree_is_evaluated_from_within(engine: OpenedIndex) -> None:
    tree = All((Any((leaf("w:a"), leaf("w:c"))), leaf("w:b")))
    assert matched(engine, tree) == [False, True, True, False]


@pytest.mark.parametrize(("document", "terms"), [(0, ["w:a"]), (1, ["w:b", "w:a"]), (2, ["w:b", "w:c"])])
def test_leaves_of_tells_which_leaves_matched_in_the_order_of_the_tree(
    engine: OpenedIndex, document: int, terms: list[str]
) -> None:
    tree = Any((leaf("w:b"), leaf("w:a"), leaf("w:c"), leaf("w:d")))
    assert [each.term for each in leaves_of(engine, tree, document)] == terms


def test_leaves_that_ask_for_one_term_in_two_fields_are_told_apart(engine: OpenedIndex) -> None:
    name, answer = leaf("w:a"), leaf("w:a", "answer")
    tree = Any((name, answer))
    assert (leaves_of(engine, tree, 0), leaves_of(engine, tree, 3)) == ([name], [answer])


@pytest.mark.parametrize(("term", "known"), [("w:a", True), ("w:d", False), ("", False)])
def test_it_knows_the_terms_that_some_document_has(engine: OpenedIndex, term: str, known: bool) -> None:  # noqa: FBT001
    assert engine.terms.knows("name", term) is known


def test_a_facet_counts_matched_documents_by_value(engine: OpenedIndex) -> None:
    found = engine.matcher.execute(leaf("w:a")).documents
    assert engine.arrays.facets["unit"].counts(found) == {"x": 1, "y": 2}


def test_a_facet_mask_holds_documents_with_any_of_the_wanted_values(engine: OpenedIndex) -> None:
    everything = engine.matcher.execute(All()).documents
    assert list(engine.arrays.facets["unit"].mask({"x", "no-such-unit"}, everything)) == [True, False, False, False]


def test_a_facet_lists_its_values_in_order(engine: OpenedIndex) -> None:
    assert engine.arrays.facets["unit"].values == ("x", "y")


def test_an_index_without_documents_answers_nothing(tmp_path: Path) -> None:
    assert matched(engine_of(tmp_path, ()), All()) == []


@pytest.fixture(scope="module")
def real(searcher: Searcher) -> OpenedIndex:
    return OpenedIndex(searcher.folder)


@in_turn("facet", FACETS)
def test_facet_counts_of_all_equal_a_count_over_the_entries(
    real: OpenedIndex, description: Description, facet: str
) -> None:
    expected: dict[str, int] = {}
    for entry in entries(description):
        values = {
            "unit": [unit.id for unit in description.source.unit_and_above(entry.unit)],
            "type": (entry.type.value,),
            "finding_aid": entry.finding_aids,
            "access": (entry.access.value,),
            "theme": (entry.theme,) if entry.theme else (),
            "authority": (entry.authority,),
        }[facet]
        for value in values:
            expected[value] = expected.get(value, 0) + 1
    assert real.arrays.facets[facet].counts(real.matcher.execute(All()).documents) == expected


@in_turn("field", TEXT_FIELDS)
def test_every_searched_field_holds_terms(real: OpenedIndex, field: str) -> None:
    assert real.terms.by_field()[field]


@pytest.fixture
def _eager_switching() -> Iterator[None]:
    """Threads that take turns as often as can be, so that a race shows."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_eager_switching")
def test_eight_threads_on_a_cold_engine_read_what_one_does(searcher: Searcher, real: OpenedIndex) -> None:
    terms = [(field, term) for field, found in real.terms.by_field().items() for term in list(found)[::8]]
    expected = {key: read(real, *key) for key in terms}
    cold = OpenedIndex(searcher.folder)

    def ask(seed: int) -> bool:
        chosen = random.Random(seed).sample(terms, len(terms) // 4)  # noqa: S311  (an order to ask in)
        return all(
            read(cold, *key) == expected[key]
            and cold.entries.entry(at % cold.size) == real.entries.entry(at % cold.size)
            for at, key in enumerate(chosen, start=seed)
        )

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(8)))


def test_eight_threads_that_search_find_what_one_does(searcher: Searcher) -> None:
    def search(query: str) -> SearchResult:
        return searcher.search(SearchRequest(query))

    asked = QUERIES * 8
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(search, asked)) == [search(query) for query in asked]
