"""How ready-made terms go into a Whoosh index, and how its postings are read back.

Whoosh 2.7.4 gathers postings as one tuple each, sorts them and merges them through temporary files. Terms that come
counted need none of that: they are gathered by term, and each term's documents are written in one go. The format is
Whoosh's own, block by block, and its reader reads it (tests/index/test_postings.py).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from whoosh import index as whoosh_index
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.fields import FieldType
from whoosh.formats import Existence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray
    from whoosh.fields import Schema
    from whoosh.reading import IndexReader
    from whoosh.writing import SegmentWriter

_NO_VALUE = b""


class Terms(FieldType):
    """A field whose value is terms with how often each stands: a word is analysed in one place, and not by Whoosh."""

    def __init__(self) -> None:
        """The count is the posting's weight; a length is the sum of them, so that Whoosh need not keep it."""
        self.format = Existence()
        self.scorable = False
        self.stored = False

    def index(self, value: Mapping[str, int], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The postings of one document: term, count, weight and no further value."""
        for term, count in value.items():
            yield term.encode(), count, float(count), _NO_VALUE


class _Pool:
    """Postings in memory, gathered by field and term: eight bytes each."""

    def __init__(self) -> None:
        self._gathered: defaultdict[tuple[str, bytes], tuple[array[int], array[float]]] = defaultdict(
            lambda: (array("I"), array("f"))
        )

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Take one posting; documents come in ascending order."""
        documents, weights = self._gathered[item[0], item[1]]
        documents.append(item[2])
        weights.append(item[3])

    def iter_postings(self) -> Iterator[tuple[str, bytes, array[int], array[float]]]:
        """Every term's postings, sorted by field and term."""
        for field, term in sorted(self._gathered):
            yield (field, term, *self._gathered[field, term])

    def cleanup(self) -> None:
        """Let go of the memory."""
        self._gathered.clear()


class _FieldWriter(W3FieldWriter):
    """Writes what `_Pool` has gathered."""

    def add_postings(
        self, schema: Schema, _lengths: object, items: Iterator[tuple[str, bytes, array[int], array[float]]]
    ) -> None:
        """Write every term of every field."""
        at = None
        for field, term, documents, weights in items:
            if field != at:
                if at is not None:
                    self.finish_field()
                self.start_field(field, schema[field])
                at = field
            self.start_term(term)
            for document, weight in zip(documents, weights, strict=True):
                self.add(document, weight, _NO_VALUE, None)
            self.finish_term()
        if at is not None:
            self.finish_field()


class _Codec(W3Codec):
    def field_writer(self, storage: object, segment: object) -> _FieldWriter:
        return _FieldWriter(self, storage, segment)


def create(folder: Path, schema: Schema) -> SegmentWriter:
    """A writer of a new index in `folder`, for documents whose fields are `Terms` or stored."""
    writer = whoosh_index.create_in(str(folder), schema).writer(codec=_Codec())
    writer.pool = _Pool()
    return writer


def read(reader: IndexReader, field: str, term: bytes) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """A term's documents, ascending, and how often it stands in each."""
    documents, counts = array("i"), array("f")
    matcher = reader.postings(field, term)
    while matcher.is_active():
        documents.append(matcher.id())
        counts.append(matcher.weight())
        matcher.next()
    return np.frombuffer(documents, dtype=np.int32), np.frombuffer(counts, dtype=np.float32)
