"""What the page tells of how words were understood: "du skrev lönespec, vi visar Löneuppgifter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.analysis import forms, tokens
from index.result import Expansion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.result import Hit
    from index.tree import Leaf
    from index.understanding import Word

_TRUST = ("written", "inflected", "compound", "everyday", "folded", "corrected")
_TOLD_BY_TITLE = frozenset({"everyday"})


def expansions(words: Sequence[Word], hits: Sequence[Hit]) -> tuple[Expansion, ...]:
    """Tell each word that no shown entry has as it was written, by the best hit that answers it."""
    told: dict[str, Expansion] = {}
    for position, word in enumerate(words):
        found = _best(position, hits)
        if found and found[1].origin.via != "written":
            hit, leaf = found
            understood = hit.entry.title if leaf.origin.via in _TOLD_BY_TITLE else _surface(hit, leaf)
            if understood and understood.casefold() != leaf.origin.written.casefold():
                told.setdefault(leaf.origin.written, Expansion(leaf.origin.written, understood, leaf.origin.via))
        if word.weak:
            told.pop(word.written, None)
    return tuple(told.values())


def _best(position: int, hits: Sequence[Hit]) -> tuple[Hit, Leaf] | None:
    """The first hit that answers the word, by its most trusted way."""
    for hit in hits:
        found = [leaf for leaf in hit.leaves if position in leaf.origin.words]
        if found:
            return hit, min(found, key=lambda leaf: _TRUST.index(leaf.origin.via))
    return None


def _surface(hit: Hit, leaf: Leaf) -> str:
    """The word of the entry that the leaf's term stands for, as it is written there."""
    for text in (
        *hit.entry.names,
        hit.entry.answer,
        hit.entry.source,
        *(" ".join(w) for w in hit.entry.words.values()),
    ):
        for token in tokens(text):
            if leaf.term in forms(token.text):
                return text[token.start : token.end]
    return ""
