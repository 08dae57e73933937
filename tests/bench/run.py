"""One whole run: every size, then the portal over HTTP."""

from __future__ import annotations

import random
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import marisa_trie
import msgspec

from data.model import Description
from index.answer.search import Searcher
from index.build.builder import build
from index.result import SearchRequest
from index.words.hunspell import WORDS
from portal.app import create_app
from portal.catalogues.compiled import compiled
from tests.bench import living, searching, web
from tests.bench.corpus import Corpus
from tests.bench.report import Results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from portal.settings import Settings

_SHORTEST = 4
_AUTHORITIES = 12
"""Authorities of 146 entries: 1,752, served over HTTP."""
_ASKED = 200
_PROCESSOR = "model name"


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked to do.

    Attributes:
        sizes: Of the corpora, in entries.
        queries: Asked of each.
        seed: Decides corpora and queries.
        web: Whether pages are measured too.
    """

    sizes: tuple[int, ...]
    queries: int
    seed: int
    web: bool


def run(settings: Settings, generation: Path, options: Options, tell: Callable[[str], None]) -> Results:
    """Measure all that is asked for, beside and on an opened generation of real data."""
    results = Results()
    searcher = Searcher(generation)
    model = next(iter(searcher.descriptions.values()))
    words = word_list(generation, options.seed)

    def encoded() -> Iterator[bytes]:
        return map(msgspec.json.encode, Corpus(model, words, options.seed).authorities())

    asked = searching.Run(encoded, generation, options.queries, options.seed, tell)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            results.sizes.append(searching.measure(asked, size, Path(folder)))
    if options.web:
        with tempfile.TemporaryDirectory() as folder:
            _measure_web(settings, searcher, encoded(), Path(folder), results, tell)
    return results


def word_list(generation: Path, seed: int) -> list[str]:
    """The Swedish dictionary's base words, in an order of chance."""
    trie = marisa_trie.BytesTrie()
    trie.mmap(str(generation / WORDS))
    words = sorted({word for word in trie.iterkeys() if word.isalpha() and len(word) >= _SHORTEST})
    random.Random(seed).shuffle(words)  # noqa: S311  (words, no secret)
    return words


def processor() -> str:
    """The processor's name, and how many there are."""
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith(_PROCESSOR)]
    return f"{len(names)} × {names[0]}" if names else "unknown"


def _measure_web(
    settings: Settings,
    searcher: Searcher,
    encoded: Iterator[bytes],
    folder: Path,
    results: Results,
    tell: Callable[[str], None],
) -> None:
    tell("bygger 12 myndigheter för webben")
    descriptions = [msgspec.json.decode(each, type=Description) for each in islice(encoded, _AUTHORITIES)]
    built = build(folder / "generations", descriptions, attachments=compiled(settings.translations))
    many = Searcher(built)
    queries = titles(many, _ASKED)
    tell("mäter sidor över HTTP")
    with ExitStack() as stack:
        port, server = stack.enter_context(web.portal(folder / "generations"))
        kinds = web.pages(port, server, queries)
        if beside := stack.enter_context(web.datasette(list(many.entries.values()), folder, queries)):
            kinds["Datasette"] = beside
        results.rates = web.rates(kinds)
        results.memory["1,524 entries"] = max(map(web.private_memory, web.workers(server)))
    tell("mäter en arbetare med den riktiga beskrivningen")
    own = titles(searcher, _ASKED)
    with web.portal(searcher.folder.parent) as (port, server):
        web.rates({"warm": web.pages(port, server, own)["search page"]})
        one = max(map(web.private_memory, web.workers(server)))
    results.memory = {"one authority": one, **results.memory}
    results.opening = {"one authority": web.opening(searcher.folder), "1,524 entries": web.opening(built)}
    results.understanding = _search_and_page(settings, searcher, own)
    tell("startar, ändrar och väntar")
    results.start, results.edit = living.start_and_edit(settings, folder)


def titles(searcher: Searcher, count: int) -> list[str]:
    """Names of entries as people may ask for them, spread over the generation."""
    names = [name for entry in searcher.entries.values() for name in entry.names]
    return names[:: max(1, len(names) // count)][:count]


def _search_and_page(settings: Settings, searcher: Searcher, queries: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of a search, and of its whole page in the same process, at the median of a warm round."""
    client = create_app(settings).test_client()
    searches, pages = [], []
    for number in range(2):
        for query in queries:
            before = time.perf_counter()
            searcher.search(SearchRequest(query))
            between = time.perf_counter()
            client.get("/sok", query_string={"q": query})
            if number:
                searches.append((between - before) * 1000)
                pages.append((time.perf_counter() - between) * 1000)
    return median(searches), median(pages)
