"""The engines that are measured beside each other, each on the same analysed terms."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
import tantivy

from index import weights
from index.answer.snippet import snippet
from index.fields import facet_field
from index.tree import Any, Leaf, Origin
from index.words.surfaces import Surfaces
from tests.opened import OpenedIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from index.build.documents import Document

TOP = 20
FIELDS = {name: weights.FIELDS[name.partition("_")[0]] for name in ("name", "words_sv", "answer", "source")}
"""The searched fields and their weights."""
FACETS = ("unit", "type", "finding_aid", "access", "theme")
_ALL_VALUES = 100_000
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine gave: how many documents match, the best with their highlights, and counts by facet and value."""

    total: int
    hits: tuple[tuple[int, str], ...]
    facets: dict[str, dict[str, int]]


class Measured(Protocol):
    """An engine whose searches are measured."""

    name: str

    def search(self, stems: Sequence[str], *, facets: bool) -> Answer:
        """The documents that have any of the stems, ranked, with highlights and, if asked for, facet counts."""
        ...


class PortalEngine:
    """The portal's own: arrays, mapped."""

    name = "Vägvisaren"

    def __init__(self, folder: Path) -> None:
        """Open what `index.build.builder.write_index` wrote."""
        self._opened = OpenedIndex(folder)
        self._surfaces = Surfaces(folder)

    def search(self, stems: Sequence[str], *, facets: bool) -> Answer:
        """As the portal does once a question is understood."""
        words = tuple(
            Any(tuple(Leaf(field, stem, weight, Origin((at,), "written", stem)) for field, weight in FIELDS.items()))
            for at, stem in enumerate(stems)
        )
        found = self._opened.matcher.execute(Any(words, tie=1.0))
        best = found.best(np.arange(len(found.documents)), TOP)
        hits = []
        for place, leaves in zip(best, found.leaves_of(best), strict=True):
            number = int(found.documents[place])
            marks = {word: leaf.origin.words for leaf in leaves for word in self._surfaces.of(leaf.term)}
            hits.append((number, snippet(self._opened.entries.entry(number).own_words, marks)))
        counts = {name: self._opened.arrays.facets[name].counts(found.documents) for name in FACETS} if facets else {}
        return Answer(len(found.documents), tuple(hits), counts)


class Fts5:
    """SQLite's FTS5, on disk, merged to one segment; facets by one grouping over a table with a key."""

    name = "SQLite FTS5"

    def __init__(self, path: Path) -> None:
        """Open the database at `path`, or begin one."""
        self._database = sqlite3.connect(path)
        self._database.execute(f"PRAGMA mmap_size = {1 << 34}")
        columns = ", ".join(FIELDS)
        self._database.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS entry USING fts5({columns}, detail=full, "
            "tokenize=\"unicode61 remove_diacritics 0 tokenchars ':_/@.-'\")"
        )
        self._database.execute(
            # Typed: a key without types is not looked into.
            "CREATE TABLE IF NOT EXISTS facet(id INTEGER, name TEXT, value TEXT, PRIMARY KEY(id, name, value)) "
            "WITHOUT ROWID"
        )

    def add(self, first: int, documents: Iterable[Document]) -> None:
        """Take documents, numbered from `first`."""
        marks = ", ".join("?" * (len(FIELDS) + 1))
        statement = f"INSERT INTO entry(rowid, {', '.join(FIELDS)}) VALUES ({marks})"  # noqa: S608  (our own names)
        for number, document in enumerate(documents, start=first):
            self._database.execute(statement, (number, *(text(document, field) for field in FIELDS)))
            self._database.executemany(
                "INSERT INTO facet VALUES (?, ?, ?)",
                [(number, name, value) for name in FACETS for value in values(document, name)],
            )

    def finish(self) -> None:
        """Merge all, and set the weights."""
        rank = ", ".join(map(str, FIELDS.values()))
        self._database.execute("INSERT INTO entry(entry, rank) VALUES ('rank', ?)", (f"bm25({rank})",))
        self._database.execute("INSERT INTO entry(entry) VALUES ('optimize')")
        self._database.commit()

    def search(self, stems: Sequence[str], *, facets: bool) -> Answer:
        """Ranked by its own bm25 with our weights."""
        match = " OR ".join(f'"{stem}"' for stem in stems)
        total = self._database.execute("SELECT count(*) FROM entry WHERE entry MATCH ?", (match,)).fetchone()[0]
        hits = self._database.execute(
            "SELECT rowid, snippet(entry, 3, '<mark>', '</mark>', '…', 32) FROM entry WHERE entry MATCH ? "
            "ORDER BY rank LIMIT ?",
            (match, TOP),
        ).fetchall()
        counts: dict[str, dict[str, int]] = {name: {} for name in FACETS} if facets else {}
        if facets:
            grouped = self._database.execute(
                # CROSS: left to itself it walks the facets of all documents.
                "WITH found(number) AS MATERIALIZED (SELECT rowid FROM entry WHERE entry MATCH ?) "
                "SELECT name, value, count(*) FROM found CROSS JOIN facet ON id = number GROUP BY name, value",
                (match,),
            )
            for name, value, count in grouped:
                counts[name][value] = count
        return Answer(total, tuple(hits), counts)


class Tantivy:
    """tantivy by its Python binding, on disk, written by one thread."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`, or begin one."""
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("number", stored=True)
        for field in FIELDS:
            builder.add_text_field(field, stored=field == "source", tokenizer_name="terms", index_option="freq")
        for name in FACETS:
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._index.register_tokenizer("terms", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        self._writer: tantivy.IndexWriter | None = None
        self._searcher = self._index.searcher()

    def add(self, first: int, documents: Iterable[Document]) -> None:
        """Take documents, numbered from `first`."""
        self._writer = self._writer or self._index.writer(heap_size=512 * _MIB, num_threads=1)
        for number, document in enumerate(documents, start=first):
            made = tantivy.Document()
            made.add_unsigned("number", number)
            for field in FIELDS:
                made.add_text(field, text(document, field))
            for name in FACETS:
                for value in values(document, name):
                    made.add_text(name, value)
            self._writer.add_document(made)

    def finish(self) -> None:
        """Commit, and wait until it has merged what it wants to."""
        if self._writer:
            self._writer.commit()
            self._writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, stems: Sequence[str], *, facets: bool) -> Answer:
        """Ranked by its own BM25 with our weights."""
        terms = [
            tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, field, stem), weight)
            for stem in stems
            for field, weight in FIELDS.items()
        ]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        found = self._searcher.search(query, TOP, count=True)
        highlighter = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "source")
        hits = []
        for _score, address in found.hits:
            document = self._searcher.doc(address)
            hits.append((document["number"][0], highlighter.snippet_from_doc(document).to_html()))
        counts = {}
        if facets:
            wanted = {name: {"terms": {"field": name, "size": _ALL_VALUES}} for name in FACETS}
            for name, grouped in self._searcher.aggregate(query, wanted).items():
                counts[name] = {bucket["key"]: bucket["doc_count"] for bucket in grouped["buckets"]}
        return Answer(found.count or 0, tuple(hits), counts)  # type: ignore[attr-defined]  # its stub forgets it


def text(document: Document, field: str) -> str:
    """A field's terms, each as often as it stands, parted by blanks."""
    terms = document.get(field)
    return " ".join(terms.elements()) if isinstance(terms, Counter) else ""


def values(document: Document, facet: str) -> list[str]:
    """A document's values of a facet."""
    found = document.get(facet_field(facet))
    return list(found) if isinstance(found, Counter) else []
