"""The terms that the entries of a generation have: all that understanding asks of an index, whatever the engine.

Beside each stands where its postings begin in the arrays of the engine that is built in: one look tells both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import marisa_trie

from index.fields import TEXT_FIELDS
from index.words.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    Extents = Mapping[str, tuple[int, int]]
    """By field that has a term, where its postings begin, and how many there are."""

_FILE = "terms.marisa"
_EXTENT = "<BQI"
"""A field's place among `TEXT_FIELDS`, where the postings of a term in it begin, and how many there are."""
_NO_EXTENTS: Extents = {}


class Terms:
    """The terms of a generation, mapped, and shared by the workers."""

    def __init__(self, folder: Path) -> None:
        """Open what `write` wrote in `folder`."""
        self._extents = marisa_trie.RecordTrie(_EXTENT)
        self._extents.mmap(str(folder / _FILE))
        self.extents: Callable[[str], Extents] = kept(self._find_extents)

    def has(self, term: str) -> bool:
        """Whether any entry has the term."""
        return term in self._extents

    def begins(self, beginning: str) -> bool:
        """Whether any term of any entry begins so."""
        return next(self._extents.iterkeys(beginning), None) is not None

    def knows(self, field: str, term: str) -> bool:
        """Whether any entry has the term in that field."""
        return field in self.extents(term)

    def by_field(self) -> dict[str, list[str]]:
        """By field, all its terms, sorted."""
        terms: dict[str, list[str]] = {field: [] for field in TEXT_FIELDS}
        for term, (field, _begin, _count) in self._extents.items():
            terms[TEXT_FIELDS[field]].append(term)
        return {field: sorted(of_field) for field, of_field in terms.items()}

    def _find_extents(self, term: str) -> Extents:
        """Most terms that are asked for are in no field: they share what is kept for them."""
        of_fields = self._extents.get(term, ())
        if not of_fields:
            return _NO_EXTENTS
        return {TEXT_FIELDS[field]: (begin, count) for field, begin, count in of_fields}


def write(folder: Path, extents: Iterable[tuple[str, str, int, int]]) -> None:
    """Write terms to `folder`: each with a field that has it, where its postings begin, and how many there are."""
    records = ((term, (TEXT_FIELDS.index(field), begin, count)) for term, field, begin, count in extents)
    # Not save(): with a full disk that raises no OSError.
    (folder / _FILE).write_bytes(marisa_trie.RecordTrie(_EXTENT, records).tobytes())
