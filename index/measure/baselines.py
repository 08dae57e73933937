"""Plain full text over the same entries, to measure ours against: SQLite FTS5, and Whoosh as it comes.

They get every word that we have, everyday words included, so that what differs is the understanding.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import create_in
from whoosh.query import And, Or, Term

from index.measure.evaluate import DEPTH, Ranking
from index.words.analysis import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from data.entries import Entry


def build_stock_whoosh(folder: Path, entries: Iterable[Entry]) -> None:
    """Index the same text as Whoosh comes: its own Swedish analyser, one process, all merged to one segment."""
    analyser = LanguageAnalyzer("sv")
    schema = Schema(number=STORED, title=TEXT(analyzer=analyser), text=TEXT(analyzer=analyser))
    writer = create_in(str(folder), schema).writer(limitmb=256)
    for number, entry in enumerate(entries):
        writer.add_document(number=number, title=entry.title, text=_text(entry))
    writer.commit(optimize=True)


def _text(entry: Entry) -> str:
    words = (text for texts in entry.words.values() for text in texts)
    return "\n".join((*entry.names, entry.whole_answer, entry.scope, entry.own_words, *words))


class SqliteFts5:
    """SQLite's FTS5 with its own tokenizer and bm25; any word of the query may match."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Index the entries in memory."""
        self._entries = entries
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE entry USING fts5(title, text, tokenize='unicode61')")
        rows = [(number, entry.title, _text(entry)) for number, entry in enumerate(entries, start=1)]
        self._database.executemany("INSERT INTO entry(rowid, title, text) VALUES (?, ?, ?)", rows)

    def rank(self, query: str, _language: str) -> Ranking:
        """The ten best entries; it claims all where one entry has every word."""
        words = [f'"{token.text}"' for token in tokens(query)]
        if not words:
            return Ranking((), claims_all=False)
        numbers = self._ids(" OR ".join(words))
        return Ranking(tuple(self._entries[number - 1] for number in numbers), bool(self._ids(" AND ".join(words))))

    def _ids(self, match: str) -> list[int]:
        statement = "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 4.0, 1.0) LIMIT ?"
        return [row[0] for row in self._database.execute(statement, (match, DEPTH))]


class StockWhoosh:
    """Whoosh with its bundled Swedish analyser and its own scoring."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Index the entries in memory."""
        self._entries = entries
        self._analyser = LanguageAnalyzer("sv")
        schema = Schema(number=STORED, title=TEXT(analyzer=self._analyser), text=TEXT(analyzer=self._analyser))
        index = RamStorage().create_index(schema)
        writer = index.writer()
        for number, entry in enumerate(entries):
            writer.add_document(number=number, title=entry.title, text=_text(entry))
        writer.commit()
        self._index = index

    def rank(self, query: str, _language: str) -> Ranking:
        """The ten best entries; it claims all where one entry has every word."""
        words = [token.text for token in self._analyser(query, mode="query")]
        if not words:
            return Ranking((), claims_all=False)
        word_queries = [Or([Term("title", word, boost=4.0), Term("text", word)]) for word in words]
        with self._index.searcher() as searcher:
            # Its skipping of whole blocks never ends on some postings (skip_to_quality of Whoosh 2.7.4).
            numbers = [hit["number"] for hit in searcher.search(Or(word_queries), limit=DEPTH, optimize=False)]
            claims_all = not searcher.search(And(word_queries), limit=1, optimize=False).is_empty()
        return Ranking(tuple(self._entries[number] for number in numbers), claims_all)
