"""What the page tells of how words were understood: "du skrev lönespec, vi visar Löneuppgifter"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.left_out import PLACE
from index.result import CorrectedWord, Correction, Expansion
from index.terms import FOLDED, HEAD, MODIFIER, STEM, WRITTEN, kind_of, text_of
from index.tree import TRUST
from index.words.analysis import entry_tokens, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.entries import Entry
    from index.question.understood import Word
    from index.result import Hit
    from index.tree import Leaf
    from index.words.analyser import Analyser
    from index.words.surfaces import Surfaces

_TOLD_BY_TITLE = frozenset({"everyday"})
_INSIDE = frozenset({HEAD, MODIFIER})
_TELLING = 2
"""Letters of a part of a compound that stand in the whole, whatever its form."""
_MAY_BE_FOLDED = tuple("aeo")
_OF_ONE_WORD = _INSIDE | {WRITTEN, STEM, FOLDED}


def expansions(
    words: Sequence[Word], hits: Sequence[Hit], analyser: Analyser, surfaces: Surfaces
) -> tuple[Expansion, ...]:
    """Tell each word that no shown entry has as it was written, by the best hit that answers it."""
    told: dict[str, Expansion] = {}
    for position, word in enumerate(words):
        if word.corrected:
            told[word.written] = Expansion(word.written, word.text, "corrected")
            continue
        best = _best(position, hits)
        if best and best[1].origin.via != "written":
            hit, leaf = best
            by_title = leaf.origin.via in _TOLD_BY_TITLE
            understood = hit.entry.title if by_title else _surface(hit.entry, leaf.term, analyser, surfaces)
            if understood and understood.casefold() != leaf.origin.written.casefold():
                told.setdefault(leaf.origin.written, Expansion(leaf.origin.written, understood, leaf.origin.via))
        if word.weak:
            told.pop(word.written, None)
    return tuple(told.values())


def _best(position: int, hits: Sequence[Hit]) -> tuple[Hit, Leaf] | None:
    """The first hit that answers the word, by its most trusted way; what is only alike is not what it was taken for."""
    for hit in hits:
        answering = [leaf for leaf in hit.leaves if position in leaf.origin.words and leaf.origin.counts]
        if answering:
            return hit, min(answering, key=lambda leaf: TRUST.index(leaf.origin.via))
    return None


def _surface(entry: Entry, term: str, analyser: Analyser, surfaces: Surfaces) -> str:
    """The word of the entry that a term stands for, as it is written there."""
    known = surfaces.of(term)
    for text in (*entry.names, entry.short, entry.answer, entry.own_words):
        for token in entry_tokens(text):
            if token.text in known:
                return text[token.start : token.end]
    for language, texts in entry.words.items() if kind_of(term) in _OF_ONE_WORD else ():
        for text in texts:
            for token in entry_tokens(text):
                if _may_have(token.text, language, term) and term in analyser.word_terms(token.text, language):
                    return text[token.start : token.end]
    return ""


def _may_have(word: str, language: str, term: str) -> bool:
    """Whether a word may have a term; to take apart all words that lead to an entry costs more than to find it."""
    begins = text_of(term)[:_TELLING]
    return begins in word if kind_of(term) in _INSIDE else begins[:1] in (word[:1], *_MAY_BE_FOLDED) or language == "ar"


def correction(query: str, words: Sequence[Word]) -> Correction | None:
    """The query as it would be spelled, or None where nothing was corrected."""
    changes = tuple(CorrectedWord(word.written, word.text) for word in words if word.corrected)
    if not changes:
        return None
    spelled = PLACE.join(map(normalise, query.split(PLACE)))  # normalised, the sign would be three full stops
    for change in changes:
        # The word itself, and not where its letters stand in another: ”protokoll protokol”.
        written = re.compile(rf"(?<!\w){re.escape(change.written)}(?!\w)")
        spelled = written.sub(change.corrected, spelled, count=1)
    return Correction(spelled, changes)
