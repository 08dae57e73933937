"""A question as it was understood: its content words, and the tree that asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from index.tree import Node
from index.words.lexicon import Part


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a query.

    Attributes:
        written: As the person wrote it.
        text: Normalised, and corrected where it was misspelled; empty for a number or reference.
        weak: It stands everywhere, and need not be answered.
        general: It does not say what a record is about, unless some entry is named by it.
        codes: The terms of a number or reference.
        parts: The parts of a compound that no entry has whole; all must be answered.
        light: The head of such a compound where it only says that there is a record.
        corrected: The text is a correction of what was written.
    """

    written: str
    text: str
    weak: bool = False
    general: bool = False
    codes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    light: Part | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """A query understood: its content words, and the tree whose leaves name them by their places."""

    words: tuple[Word, ...]
    tree: Node
