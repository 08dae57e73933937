"""What the page tells of how words were understood: "du skrev lönespec, vi visar Löneuppgifter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.analysis import entry_tokens, normalise
from index.result import CorrectedWord, Correction, Expansion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.analyser import Analyser
    from index.query import Word
    from index.result import Hit
    from index.tree import Leaf

_TRUST = ("written", "inflected", "compound", "everyday", "folded", "corrected")
_TOLD_BY_TITLE = frozenset({"everyday"})


def expansions(words: Sequence[Word], hits: Sequence[Hit], analyser: Analyser) -> tuple[Expansion, ...]:
    """Tell each word that no shown entry has as it was written, by the best hit that answers it."""
    told: dict[str, Expansion] = {}
    for position, word in enumerate(words):
        if word.corrected:
            told[word.written] = Expansion(word.written, word.text, "corrected")
            continue
        found = _best(position, hits)
        if found and found[1].origin.via != "written":
            hit, leaf = found
            understood = hit.entry.title if leaf.origin.via in _TOLD_BY_TITLE else _surface(hit, leaf, analyser)
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


def _surface(hit: Hit, leaf: Leaf, analyser: Analyser) -> str:
    """The word of the entry that the leaf's term stands for, as it is written there."""
    texts = [("sv", text) for text in (*hit.entry.names, hit.entry.answer, hit.entry.source)]
    texts += [(language, text) for language, found in hit.entry.words.items() for text in found]
    for language, text in texts:
        for token in entry_tokens(text):
            if leaf.term in analyser.word_terms(token.text, language):
                return text[token.start : token.end]
    return ""


def correction(query: str, words: Sequence[Word]) -> Correction | None:
    """The query as it would be spelled, or None where nothing was corrected."""
    changes = tuple(CorrectedWord(word.written, word.text) for word in words if word.corrected)
    if not changes:
        return None
    spelled = normalise(query)
    for change in changes:
        spelled = spelled.replace(change.written, change.corrected, 1)
    return Correction(spelled, changes)
