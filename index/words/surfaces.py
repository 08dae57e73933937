"""Which words of entries' texts a term stands for, so that a found text is marked without being analysed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import marisa_trie

from index.terms import WRITTEN, text_of
from index.words.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from index.words.analyser import Analyser

_FILE = "surfaces.marisa"
_PARTED_BY = "\t"


def write(folder: Path, terms: Mapping[str, Iterable[str]], analyser: Analyser) -> None:
    """Write which terms the words of names, answers and sources have, by term.

    Args:
        folder: Where to.
        terms: By field, all its terms.
        analyser: Made them.
    """
    shown = {term for field in ("name", "answer", "source") for term in terms[field]}
    words = sorted(text_of(term) for term in shown if term.startswith(WRITTEN))
    pairs = (f"{term}{_PARTED_BY}{word}" for word in words for term in analyser.word_terms(word, "sv"))
    (folder / _FILE).write_bytes(marisa_trie.Trie(pairs).tobytes())  # not save(): with a full disk it raises no OSError


class Surfaces:
    """The words of a generation's texts by term; mapped, and shared by the workers."""

    def __init__(self, folder: Path) -> None:
        """Open those of the generation in `folder`."""
        self._pairs = marisa_trie.Trie()
        self._pairs.mmap(str(folder / _FILE))
        self.of: Callable[[str], tuple[str, ...]] = kept(self._find)

    def _find(self, term: str) -> tuple[str, ...]:
        """The normalised words that have a term."""
        beginning = f"{term}{_PARTED_BY}"
        return tuple(pair.removeprefix(beginning) for pair in self._pairs.keys(beginning))
