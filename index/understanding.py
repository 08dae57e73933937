"""From what a person wrote to a query tree: which words carry content, and how each is understood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from index import weights
from index.analysis import is_weak
from index.leaves import SHORTEST_JOINED, Lookup
from index.lexicon import Part, is_light_head
from index.query import ANALYSED_AS, Word, content, without_general
from index.tree import All, Any, Leaf, Node

if TYPE_CHECKING:
    from index.analyser import Analyser
    from index.engine import Engine
    from index.signposts import Signposts
    from index.spelling import Speller
    from index.vocabulary import Vocabulary

MAX_CORRECTED = 6
"""Words tried as misspellings: each is compared with every word of the index, and a question of more than six
words that no entry has is not misspelled."""
MAX_WORDS = 16
"""Content words looked at: a question has some ten, and each costs some hundred look-ups, by itself and with others."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query understood: its content words and the tree that asks for them."""

    words: tuple[Word, ...]
    tree: Node


class Understander:
    """Understands queries by one generation's index, lexicon and spellings."""

    def __init__(
        self, engine: Engine, analyser: Analyser, speller: Speller, signposts: Signposts, vocabulary: Vocabulary
    ) -> None:
        """Understand with these.

        Args:
            engine: Tells which terms some entry has.
            analyser: Makes terms of words.
            speller: Knows the words that a misspelling may be of.
            signposts: Know the words for what is held elsewhere.
            vocabulary: What all words together tell.
        """
        self._signposts = signposts
        self._engine = engine
        self._analyser = analyser
        self._speller = speller
        self._vocabulary = vocabulary

    def understand(self, query: str, language: str, *, as_written: bool = False) -> Understanding:
        """Turn a query into a tree over terms that the index has.

        Args:
            query: As the person wrote it.
            language: The page's language: sv, fi, en, ar or latt.
            as_written: Correct nothing.
        """
        analysed_as = ANALYSED_AS.get(language, language)
        lookup = Lookup(self._engine, self._analyser, self._vocabulary, analysed_as)

        def knows(word: str) -> bool:
            return lookup.knows(word) or self._signposts.knows(word, analysed_as)

        words = list(islice(content(query, analysed_as, knows, self._vocabulary.everywhere), MAX_WORDS))
        words = without_general(words, self._named(words, lookup))
        if not words:
            return Understanding((), All())
        together = self._together(words, lookup)
        to_correct = 0 if as_written else MAX_CORRECTED
        for at, word in enumerate(words):
            if at not in together and not word.codes:
                known = any(leaf.origin.counts for leaf in lookup.word(word, at))
                if not known:
                    words[at] = self._resolved(word, lookup, analysed_as, correct=to_correct > 0)
                    to_correct -= 1
        alternatives: list[list[Leaf]] = [[] for _ in words]
        for leaf in self._leaves(words, lookup):
            for position in leaf.origin.words:
                alternatives[position].append(leaf)
        children = tuple(Any(tuple(found), weights.TIE) for found in alternatives if found)
        return Understanding(tuple(words), Any(children, tie=1.0))

    def _named(self, words: list[Word], lookup: Lookup) -> set[int]:
        found = {position for position, word in _plain(words) if lookup.is_named(word.text)}
        elsewhere = self._signposts.together([word.text for word in words]) if any(w.general for w in words) else set()
        return found | self._together(words, lookup) | elsewhere

    @staticmethod
    def _together(words: list[Word], lookup: Lookup) -> set[int]:
        """The words that some entry has together, as a phrase or as one word: they need no other reading."""
        plain = _plain(words)
        return {at for leaf in (*lookup.phrases(plain), *lookup.joined(plain)) for at in leaf.origin.words}

    def _leaves(self, words: list[Word], lookup: Lookup) -> list[Leaf]:
        found: list[Leaf] = []
        for position, word in enumerate(words):
            if word.codes:
                found += lookup.codes(word, position)
            else:
                found += lookup.word(word, position)
                found += lookup.parts(word, position)
        plain = _plain(words)
        return [*found, *lookup.joined(plain), *lookup.phrases(plain)]

    def _resolved(self, word: Word, lookup: Lookup, language: str, *, correct: bool) -> Word:
        """A word that no entry has: as a compound of known parts, as a misspelling, or as it is."""
        if self._signposts.knows(word.text, language):
            return word  # it is held elsewhere: no likeness to what is held here may hide that
        compound = self._as_compound(word, language)
        if compound.parts and all(lookup.knows_part(part) for part in compound.parts):
            return compound
        corrected = self._speller.correct(word.text, language) if correct else None
        if corrected:
            return replace(word, text=corrected, corrected=True)
        apart = self._apart(word, lookup)
        return apart if apart.parts else compound

    def _as_compound(self, word: Word, language: str) -> Word:
        """The parts that must be answered: all but what stands everywhere and a head that says only ”record”."""
        parts = self._analyser.parts(word.text, language)
        if not parts:
            return word
        light = parts[-1] if is_light_head(parts[-1].base) else None
        needed = tuple(
            part
            for part in parts
            if part is not light and not is_weak(part.base, language) and not self._is_everywhere(part)
        )
        return replace(word, parts=needed, light=light) if needed else replace(word, parts=parts)

    def _is_everywhere(self, part: Part) -> bool:
        return any(stem in self._vocabulary.everywhere for stem in self._analyser.part_stems(part))

    def _apart(self, word: Word, lookup: Lookup) -> Word:
        """Two words, each known to some entry by itself, that were joined by mistake; phrases are `Lookup.word`'s."""
        text = word.text
        for cut in range(SHORTEST_JOINED, len(text) - SHORTEST_JOINED + 1):
            parts = (Part(text[:cut], text[:cut]), Part(text[cut:], text[cut:]))
            if all(lookup.knows(part.text) for part in parts):
                return replace(word, parts=parts)
        return word


def _plain(words: list[Word]) -> list[tuple[int, Word]]:
    return [(position, word) for position, word in enumerate(words) if not word.codes]
