"""Search, suggestion and correction on a corpus of one size: ours, SQLite FTS5 and tantivy on the same terms."""

from __future__ import annotations

import pickle
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
import tantivy

from data.entries import entries
from data.model import Description
from index.answer.suggest import Suggester
from index.build.builder import write_index
from index.build.documents import documents_of_many
from index.engine.stored import read_entry
from index.generation import ARRAYS, WHOOSH
from index.measure.baselines import build_stock_whoosh
from index.question.spelling import Speller, by_sound
from index.terms import STEM, WRITTEN
from index.words import surfaces
from index.words.analyser import Analyser
from index.words.lexicon import Lexicon
from tests.bench.engines import Fts5, PortalEngine, Tantivy
from tests.bench.timing import Times, interleaved
from tests.opened import OpenedIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.entries import Entry
    from index.build.documents import Document
    from tests.bench.engines import Measured

_WORDS = 2
"""Words of a query."""
_BROAD = (0.005, 0.5)
"""Share of the documents in which a word of a query stands, at least and at most."""
_ROUNDS = 3
_SMALLER = 100
"""Questions asked of suggestion and correction."""
_SHORTEST = 5
_SHARED = 8
"""Letters that are typed of a name at most."""

Stems = tuple[str, ...]


@dataclass(slots=True)
class Measures:
    """What one size gave.

    Attributes:
        entries: How many entries were searched.
        build: Seconds by engine: the portal's and Whoosh's with their analysis of the texts, the others' from
            terms that the portal has made.
        size: Bytes on disk by engine.
        times: By task and engine.
    """

    entries: int
    build: dict[str, float] = field(default_factory=dict)
    size: dict[str, int] = field(default_factory=dict)
    times: dict[str, dict[str, Times]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """What is the same for every size.

    Attributes:
        encoded: Begins the corpus anew: authorities as JSON.
        lexicon: The folder of the lexicon's files.
        queries: How many are asked.
        seed: Decides which.
        tell: Is told what is being done.
    """

    encoded: Callable[[], Iterator[bytes]]
    lexicon: Path
    queries: int
    seed: int
    tell: Callable[[str], None]


def measure(run: Run, size: int, folder: Path) -> Measures:
    """Build every engine's index of the first `size` entries of a corpus, and ask them all the same."""
    measures, tell, seed, lexicon = Measures(size), run.tell, run.seed, run.lexicon
    tell(f"{size}: bygger Vägvisarens index")
    spool = folder / "documents"
    _build_ours(run.encoded(), size, folder, lexicon, spool, measures)
    tell(f"{size}: bygger de andras index")
    others = _build_others(spool, folder, measures)
    tell(f"{size}: bygger Whooshs eget index")
    _build_stock(run.encoded(), size, folder, measures)
    tell(f"{size}: söker")
    engines: list[Measured] = [PortalEngine(folder), *others]
    asked = broad_queries(OpenedIndex(folder), run.queries, seed)
    for task, facets in (("search", False), ("faceted search", True)):
        ways = {engine.name: partial(engine.search, facets=facets) for engine in engines}
        measures.times[task] = interleaved(ways, asked, _ROUNDS)
    tell(f"{size}: föreslår och rättar")
    _suggest(spool, folder, measures, seed)
    _correct(folder, lexicon, measures, seed)
    return measures


def broad_queries(opened: OpenedIndex, count: int, seed: int) -> list[Stems]:
    """Pairs of words that stand in many documents, the common ones oftener."""
    chance = random.Random(seed)  # noqa: S311  (queries, no secret)
    least, most = (share * opened.size for share in _BROAD)
    stems = [term for term in opened.terms.by_field()["source"] if term.startswith(STEM)]
    common = {stem: len(opened.matcher.postings("source", stem).documents) for stem in stems}
    common = {stem: often for stem, often in common.items() if max(2, least) <= often <= most}
    return [tuple(chance.choices(list(common), list(common.values()), k=_WORDS)) for _ in range(count)]


def _build_ours(
    encoded: Iterator[bytes], size: int, folder: Path, lexicon: Path, spool: Path, measures: Measures
) -> None:
    for name in (WHOOSH, ARRAYS):
        (folder / name).mkdir()
    spent = 0.0

    def spooled(found: Iterable[list[Document]]) -> Iterator[list[Document]]:
        """Keep the documents for the other engines; the time that it takes is not counted."""
        nonlocal spent
        left = size
        with spool.open("wb") as file:
            for each in found:
                before = time.perf_counter()
                kept = each[:left]
                pickle.dump(kept, file)
                spent += time.perf_counter() - before
                yield kept
                left -= len(kept)
                if not left:
                    return

    before = time.perf_counter()
    write_index(folder, spooled(documents_of_many(encoded, lexicon)))
    with closing(OpenedIndex(folder)) as opened:
        surfaces.write(folder, opened.terms.by_field(), Analyser(Lexicon.mapped(lexicon)))
    measures.build["Vägvisaren"] = time.perf_counter() - before - spent
    measures.size["Vägvisaren"] = sum(_bytes(folder / name) for name in (WHOOSH, ARRAYS))


def _build_others(spool: Path, folder: Path, measures: Measures) -> list[Fts5 | Tantivy]:
    (folder / "tantivy").mkdir()
    others: dict[str, tuple[Fts5 | Tantivy, Path]] = {
        Fts5.name: (Fts5(folder / "fts5"), folder / "fts5"),
        Tantivy.name: (Tantivy(folder / "tantivy"), folder / "tantivy"),
    }
    for name, (engine, path) in others.items():
        first, spent = 0, 0.0
        for documents in _spooled(spool):
            before = time.perf_counter()
            engine.add(first, documents)
            spent += time.perf_counter() - before
            first += len(documents)
        before = time.perf_counter()
        engine.finish()
        measures.build[name] = spent + time.perf_counter() - before
        measures.size[name] = _bytes(path)
    return [engine for engine, _path in others.values()]


def _build_stock(encoded: Iterator[bytes], size: int, folder: Path, measures: Measures) -> None:
    (folder / "stock").mkdir()
    decoded = (msgspec.json.decode(each, type=Description) for each in encoded)
    before = time.perf_counter()
    build_stock_whoosh(folder / "stock", islice(chain.from_iterable(map(entries, decoded)), size))
    measures.build["Whoosh"] = time.perf_counter() - before
    measures.size["Whoosh"] = _bytes(folder / "stock")


def _suggest(spool: Path, folder: Path, measures: Measures, seed: int) -> None:
    found = [entry for documents in _spooled(spool) for entry in map(_entry, documents)]
    ours = Suggester(found)
    database = sqlite3.connect(folder / "titles")
    database.execute("CREATE VIRTUAL TABLE named USING fts5(title, prefix='2 3')")
    database.executemany("INSERT INTO named VALUES (?)", ((name,) for entry in found for name in entry.names))
    database.execute("INSERT INTO named(named) VALUES ('optimize')")
    database.commit()
    names = sorted({name for entry in found for name in entry.names})
    chance = random.Random(seed)  # noqa: S311  (beginnings, no secret)
    asked = [name[: chance.randint(1, _SHARED)] for name in chance.choices(names, k=_SMALLER)]
    ways: dict[str, Callable[[str], object]] = {
        "Vägvisaren": ours.suggest,
        "SQLite FTS5": lambda text: database.execute(
            "SELECT title FROM named WHERE named MATCH ? ORDER BY rank LIMIT 8", (f'"{text.replace(chr(34), " ")}" *',)
        ).fetchall(),
    }
    measures.times["suggestion"] = interleaved(ways, asked, _ROUNDS)


def _correct(folder: Path, lexicon: Path, measures: Measures, seed: int) -> None:
    with closing(OpenedIndex(folder)) as opened:
        found = opened.terms.by_field()
    fields = ("name", "answer", "source", "words_sv")
    terms = {term for field in fields for term in found[field] if term.startswith(WRITTEN)}
    words = sorted(term.removeprefix(WRITTEN) for term in terms)
    speller = Speller({"sv": words}, {"sv": by_sound(words)}, Lexicon.mapped(lexicon))
    chance = random.Random(seed)  # noqa: S311  (slips, no secret)
    long = [word for word in words if len(word) >= _SHORTEST]
    asked = [_slip(word, chance) for word in chance.choices(long, k=_SMALLER)]
    index = tantivy.Index.open(str(folder / "tantivy"))
    index.register_tokenizer("terms", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    searcher = index.searcher()

    def fuzzy(word: str) -> object:
        query = tantivy.Query.fuzzy_term_query(index.schema, "source", f"{WRITTEN}{word}", distance=2)
        return searcher.search(query, 1)

    # Asked once each: the second time the speller would only remember.
    ways: dict[str, Callable[[str], object]] = {
        "Vägvisaren": lambda word: speller.correct(word, "sv"),
        "tantivy": fuzzy,
    }
    measures.times["correction"] = interleaved(ways, asked, rounds=1, warm=0)


def _slip(word: str, chance: random.Random) -> str:
    """A word with two neighbouring letters changed about, or one left out."""
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + (word[at + 1] + word[at] + word[at + 2 :] if chance.random() < 1 / 2 else word[at + 1 :])


def _entry(document: Document) -> Entry:
    return read_entry(cast("bytes", document["entry"]))


def _spooled(spool: Path) -> Iterator[list[Document]]:
    with spool.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)  # noqa: S301  (we wrote it a moment ago)
            except EOFError:
                return


def _bytes(path: Path) -> int:
    return (
        sum(each.stat().st_size for each in path.rglob("*") if each.is_file()) if path.is_dir() else path.stat().st_size
    )
