"""The bench: corpora that are the same each time, engines that answer the same, and figures that are told."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import msgspec
import pytest

from data.entries import entries
from index.build.builder import write_index
from index.build.documents import documents
from index.generation import ARRAYS, WHOOSH
from index.words import surfaces
from tests.bench.__main__ import main
from tests.bench.corpus import Corpus
from tests.bench.engines import FACETS, Fts5, PortalEngine, Tantivy
from tests.bench.report import Results, Target, markdown, plot, targets, write
from tests.bench.searching import Measures, broad_queries
from tests.bench.timing import Times, interleaved
from tests.opened import OpenedIndex

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description
    from index.build.documents import Document
    from index.words.analyser import Analyser
    from tests.bench.engines import Measured

WORDS = ["zebrafink", "ångvält", "kvastskaft"]
SIZE = 300


def first(corpus: Corpus, count: int = 2) -> list[bytes]:
    return [msgspec.json.encode(each) for each in islice(corpus.authorities(), count)]


def test_the_same_seed_gives_the_same_authorities_and_another_gives_others(description: Description) -> None:
    assert first(Corpus(description, WORDS, 1)) == first(Corpus(description, WORDS, 1))
    assert first(Corpus(description, WORDS, 1)) != first(Corpus(description, WORDS, 2))


def test_made_authorities_have_the_kinds_units_and_lengths_of_the_real_one(description: Description) -> None:
    real = entries(description)
    for made in islice(Corpus(description, WORDS).authorities(), 2):
        found = entries(made)
        for name in ("type", "id", "unit", "finding_aids", "access", "theme", "provisions"):
            assert [getattr(each, name) for each in found] == [getattr(each, name) for each in real], name
        assert [len(each.own_words.split()) for each in found] == [len(each.own_words.split()) for each in real]
        assert made.id != description.id
        assert [each.own_words for each in found] != [each.own_words for each in real]


@pytest.fixture(scope="module")
def made(description: Description, analyser: Analyser) -> list[Document]:
    corpus = Corpus(description, WORDS)
    return [each for made in islice(corpus.authorities(), 3) for each in documents(made, analyser)][:SIZE]


@pytest.fixture(scope="module")
def folder(made: list[Document], analyser: Analyser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    for name in (WHOOSH, ARRAYS, "tantivy"):
        (folder / name).mkdir()
    write_index(folder, [made])
    surfaces.write(folder, OpenedIndex(folder).terms.by_field(), analyser)
    return folder


@pytest.fixture(scope="module")
def engines(made: list[Document], folder: Path) -> list[Measured]:
    others: list[Fts5 | Tantivy] = [Fts5(folder / "fts5"), Tantivy(folder / "tantivy")]
    for each in others:
        each.add(0, made)
        each.finish()
    return [PortalEngine(folder), *others]


def test_all_engines_find_as_many_and_count_the_same(engines: list[Measured], folder: Path) -> None:
    queries = broad_queries(OpenedIndex(folder), 40, seed=1)
    for query in queries:
        ours, *others = (engine.search(query, facets=True) for engine in engines)
        assert ours.total
        assert set(ours.facets) == set(FACETS)
        for other in others:
            assert (other.total, len(other.hits), other.facets) == (ours.total, len(ours.hits), ours.facets), query


def test_all_engines_mark_what_they_found(engines: list[Measured], folder: Path) -> None:
    (query,) = broad_queries(OpenedIndex(folder), 1, seed=3)
    for engine in engines:
        assert any("<mark>" in shown or "<b>" in shown for _number, shown in engine.search(query, facets=False).hits)


def test_broad_queries_are_of_words_that_many_documents_have(folder: Path) -> None:
    opened = OpenedIndex(folder)
    for query in broad_queries(opened, 50, seed=1):
        assert all(len(opened.matcher.postings("source", stem).documents) >= 2 for stem in query)


def test_ways_are_asked_in_turn_and_the_warm_round_is_not_counted() -> None:
    asked: list[tuple[str, int]] = []
    ways = {
        "one": lambda number: asked.append(("one", number)),
        "other": lambda number: asked.append(("other", number)),
    }
    times = interleaved(ways, [1, 2], rounds=2)
    assert asked == [("one", 1), ("other", 1), ("one", 2), ("other", 2)] * 3
    assert {name: len(each.values) for name, each in times.items()} == {"one": 4, "other": 4}


def measures(size: int, ours: float, other: float) -> Measures:
    times = {
        "Vägvisaren": Times([ours] * 3),
        "SQLite FTS5": Times([other] * 3),
        "tantivy": Times([other] * 3),
    }
    engines = ("Vägvisaren", "Whoosh", "SQLite FTS5", "tantivy")
    return Measures(
        size,
        dict.fromkeys(engines, ours),
        dict.fromkeys(engines, 1 << 20),
        dict.fromkeys(("search", "faceted search", "suggestion", "correction"), times),
    )


@pytest.mark.parametrize(("ours", "reached"), [(0.7, True), (0.9, False)])
def test_a_target_is_reached_or_missed_by_what_was_measured(ours: float, reached: bool) -> None:  # noqa: FBT001
    found = list(targets(Results(sizes=[measures(100, ours, 1.0)])))
    assert found == [
        Target("faceted search at 100, p50, by FTS5's", "≤ 0.8", f"{ours:g}", reached),
        Target("faceted search at 100, p99, by FTS5's", "≤ 0.8", f"{ours:g}", reached),
    ]


def test_the_figures_go_between_the_marks_and_all_else_stays(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    page = tmp_path / "benchmarks.md"
    page.write_text("Before\n\n<!-- figures -->\nold\n<!-- /figures -->\n\nAfter\n", "utf-8")
    results = Results(sizes=[measures(100, 0.7, 1.0), measures(200_000, 0.7, 1.0)])
    write(results, tmp_path, "2 × a processor")
    text = page.read_text("utf-8")
    assert text.startswith("Before\n\n<!-- figures -->\n")
    assert text.endswith("<!-- /figures -->\n\nAfter\n")
    assert "old" not in text
    assert markdown(results) in text
    assert "2 × a processor" in text
    drawn = (tmp_path / "pictures" / "benchmarks.svg").read_text("utf-8")
    assert "SQLite FTS5" in drawn
    assert plot(results, tmp_path).read_text("utf-8") == drawn


def test_a_page_without_marks_is_not_written_over(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("Nothing\n", "utf-8")
    with pytest.raises(ValueError, match="saknar märkena"):
        write(Results(), tmp_path, "")
    assert page.read_text("utf-8") == "Nothing\n"


def test_without_an_index_the_command_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VAGVISAREN_GENERATIONS", str(tmp_path / "none"))
    assert main([]) == 1
    assert capsys.readouterr().err == "there is no index: run vagvisaren index\n"


@pytest.mark.parametrize("text", ["9", "x", "-5", "1000001", "", "٣"])
def test_an_impossible_size_is_refused_with_its_limits(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--sizes", text])
    assert "a whole number from 10 to 1000000" in capsys.readouterr().err
