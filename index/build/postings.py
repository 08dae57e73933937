"""How ready-made terms go into a Whoosh index.

Whoosh 2.7.4 gathers postings as one tuple each, sorts them and merges them through temporary files. Terms that come
counted need none of that: they are gathered by term, and each term's documents are written in one go. The format is
Whoosh's own, block by block, and its reader reads it (tests/index/engine/test_both_ways.py).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from whoosh import index as whoosh_index
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.fields import FieldType
from whoosh.formats import Existence
from whoosh.system import pack_ushort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from whoosh.fields import Schema
    from whoosh.writing import SegmentWriter

    Gathered = tuple["array[int]", "array[float]"]
    """A term's documents, and how often it stands in each."""

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


class Pool:
    """Postings in memory, gathered by field and term: eight bytes each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._gathered: defaultdict[str, defaultdict[bytes, Gathered]] = defaultdict(_field)

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Take one posting; documents come in ascending order."""
        documents, weights = self._gathered[item[0]][item[1]]
        documents.append(item[2])
        weights.append(item[3])

    def field(self, field: str) -> Iterator[tuple[bytes, Gathered]]:
        """A field's terms, sorted, with their documents, ascending, and how often they stand in each."""
        yield from sorted(self._gathered[field].items(), key=itemgetter(0))

    def iter_postings(self) -> Iterator[tuple[str, bytes, Gathered]]:
        """Every term's postings, sorted by field and term."""
        for field in sorted(self._gathered):
            for term, gathered in self.field(field):
                yield field, term, gathered

    def cleanup(self) -> None:
        """Let go of the memory."""
        self._gathered.clear()


def _field() -> defaultdict[bytes, Gathered]:
    return defaultdict(lambda: (array("I"), array("f")))


class _FieldWriter(W3FieldWriter):
    """Writes postings that a `Pool` has gathered, a field at a time and in it a term at a time.

    Most terms stand just where another does, as the forms of a word do: such postings are written once, and each of the
    terms leads to them.
    """

    def add_postings(self, schema: Schema, _lengths: object, items: Iterator[tuple[str, bytes, Gathered]]) -> None:
        """Write every term of every field."""
        written: dict[tuple[bytes, bytes], bytes] = {}
        for field, terms in groupby(items, key=itemgetter(0)):
            self.start_field(field, schema[field])
            for _field, term, gathered in terms:
                alike = (gathered[0].tobytes(), gathered[1].tobytes())
                if alike not in written:
                    written[alike] = self._write(term, gathered)
                self._tindex.add(pack_ushort(self._fieldid) + term, written[alike])
            self.finish_field()

    def _write(self, term: bytes, gathered: Gathered) -> bytes:
        """Write a term's postings; what leads to them."""
        self.start_term(term)
        for document, weight in zip(*gathered, strict=True):
            self.add(document, weight, _NO_VALUE, None)
        return self._postwriter.finish_postings().to_bytes()


class _Codec(W3Codec):
    def field_writer(self, storage: object, segment: object) -> _FieldWriter:
        return _FieldWriter(self, storage, segment)


def create(folder: Path, schema: Schema) -> SegmentWriter:
    """A writer of a new index in `folder`, for documents whose fields are `Terms` or stored."""
    writer = whoosh_index.create_in(str(folder), schema).writer(codec=_Codec(compression=0))
    writer.pool = Pool()
    return writer
