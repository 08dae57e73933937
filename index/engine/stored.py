"""The entries themselves, as Whoosh stores them: JSON, so that nothing that is read back can be code."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING

import msgspec
from whoosh import index as whoosh_index

from data.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def write_entry(entry: Entry) -> bytes:
    """An entry as it is stored."""
    return msgspec.json.encode(entry)


def read_entry(stored: bytes) -> Entry:
    """The entry that was stored."""
    return msgspec.json.decode(stored, type=Entry)


class StoredEntries:
    """The entries of a generation by their document numbers.

    Whoosh's reader seeks in files that it shares, and is used by one thread at a time.
    """

    def __init__(self, index: Path) -> None:
        """Open the Whoosh index in `index`."""
        self._reading = threading.Lock()
        self._reader = whoosh_index.open_dir(str(index), readonly=True).reader()
        self.count: int = self._reader.doc_count_all()
        # The cache belongs to the instance, so that a generation takes its own with it when it closes. It holds all
        # entries from the start, in their order, and so says nothing of who looked at which.
        self.entry: Callable[[int], Entry] = cache(self._read)

    def __iter__(self) -> Iterator[Entry]:
        """All of them, in the order in which they were indexed."""
        return map(self.entry, range(self.count))

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def _read(self, document: int) -> Entry:
        with self._reading:
            stored = self._reader.stored_fields(document)["entry"]
        return read_entry(stored)
