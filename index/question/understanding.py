"""From what a person wrote to a query tree: which words carry content, and how each is understood."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from index import weights
from index.question.clipped import clipped_of
from index.question.intents import NO_INTENT, beside, intent_of, is_alone, of_whom, spent
from index.question.leaves import SHORTEST_JOINED, Lookup
from index.question.parting import MIN_PARTS, parted, told
from index.question.query import ANALYSED_AS, content, without_general
from index.question.roles import qualifying
from index.question.understood import Understood
from index.terms import PHRASE, kind_of
from index.tree import All, Any
from index.words.analysis import is_weak
from index.words.lexicon import Part, is_light_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.question.signposts import Signposts
    from index.question.spelling import Speller
    from index.question.terms import Terms
    from index.question.understood import Word
    from index.question.vocabulary import Vocabulary
    from index.tree import Leaf, Node
    from index.words.analyser import Analyser

MAX_CORRECTED = 6
"""Words tried as misspellings: each is compared with every word of the index, and a question of more than six
words that no entry has is not misspelled."""
MIN_TELLING = 2
"""Words of a phrase that do not stand everywhere, for it to name what others hold."""
MAX_WORDS = 16
"""Content words looked at: a question has some ten, and each costs some hundred look-ups, by itself and with others."""


class Understander:
    """Understands queries by one generation's index, lexicon and spellings."""

    def __init__(
        self, terms: Terms, analyser: Analyser, speller: Speller, signposts: Signposts, vocabulary: Vocabulary
    ) -> None:
        """Understand with these.

        Args:
            terms: Those that some entry has.
            analyser: Makes terms of words.
            speller: Knows the words that a misspelling may be of.
            signposts: Know the words for what is held elsewhere.
            vocabulary: What all words together tell.
        """
        self._signposts = signposts
        self._terms = terms
        self._analyser = analyser
        self._speller = speller
        self._vocabulary = vocabulary

    def understand(self, query: str, language: str, *, as_written: bool = False) -> Understood:
        """Turn a query into a tree over terms that some entry has.

        Args:
            query: As the person wrote it.
            language: The page's language: sv, fi, en, ar or latt.
            as_written: Correct nothing.
        """
        analysed_as = ANALYSED_AS.get(language, language)
        lookup = Lookup(self._terms, self._analyser, self._vocabulary, analysed_as)
        intent = intent_of(query, analysed_as)
        words = self._content(query, analysed_as, lookup, intent)
        if not words and not intent:
            return Understood((), All(), query)
        words = self._all_resolved(words, lookup, analysed_as, most_corrected=0 if as_written else MAX_CORRECTED)
        elsewhere = self._elsewhere(words, lookup)
        leaves = self._leaves(words, lookup)
        if elsewhere:
            leaves = [leaf for leaf in leaves if not (leaf.origin.touches and elsewhere.issuperset(leaf.origin.words))]
        whole = self._one(query, words, leaves, analysed_as, lookup, intent)
        parts = []
        for piece, span in self._spans(query, words, elsewhere, analysed_as, lookup):
            # What is outside a part is neither answered nor missed there, and no hint: the places of all words stay.
            inside = [w if at in span else replace(w, weak=True, hints=False) for at, w in enumerate(words)]
            mine = [leaf for leaf in leaves if span.start <= leaf.origin.words[0] and leaf.origin.words[-1] in span]
            its = intent and (intent_of(piece, analysed_as) or NO_INTENT)
            part = self._one(piece, inside, mine, analysed_as, lookup, its)
            if not all(word.weak for word in part.words):
                parts.append(replace(part, query=told(piece, [part.words[at] for at in (*span, -1)])))
        return replace(whole, parts=tuple(parts)) if len(parts) > 1 else whole

    def _one(
        self, query: str, words: list[Word], leaves: list[Leaf], language: str, lookup: Lookup, intent: Word | None
    ) -> Understood:
        """A question, or a part of one, of its words and their leaves, and of what it wants to know."""
        if intent:
            words, leaves, intent = beside(words, leaves, intent)
            words = [*words, intent]
        together = {leaf.origin.words for leaf in leaves if len(leaf.origin.words) > 1}
        qualifiers = qualifying(words, together, language, self._vocabulary, self._analyser)
        words = [replace(word, qualifies=True) if at in qualifiers else word for at, word in enumerate(words)]
        if intent:
            words = of_whom(words, {at for leaf in leaves if leaf.origin.counts for at in leaf.origin.words})
            leaves = [*leaves, *lookup.codes(words[-1], len(words) - 1)]
        return Understood(tuple(words), _tree(words, leaves), query)

    def _spans(
        self, query: str, words: list[Word], elsewhere: set[int], language: str, lookup: Lookup
    ) -> list[tuple[str, range]]:
        """The pieces of a question that may be needs of their own, each with the places of its words."""
        pieces = parted(query, language) if len(words) > 1 else []
        if len(pieces) < MIN_PARTS:
            return []
        counts = [len(self._words(query[piece], language, lookup)) for piece in pieces]
        if sum(counts) != len(words):
            return []  # some word is read otherwise without its neighbours, or there are too many
        together = [set(leaf.origin.words) for leaf in lookup.together(_plain(words))]
        spans: list[tuple[slice, range]] = []
        for piece, end, count in zip(pieces, accumulate(counts), counts, strict=True):
            pair = {end - count - 1, end - count}
            if spans and count and (pair <= elsewhere or any(pair <= each for each in together)):
                before, of_it = spans.pop()  # what joins them stands in a name: ”plan och bygg”
                spans.append((slice(before.start, piece.stop), range(of_it.start, end)))
            else:
                spans.append((piece, range(end - count, end)))
        return [(query[piece], span) for piece, span in spans]

    def _elsewhere(self, words: list[Word], lookup: Lookup) -> set[int]:
        """The words that together name what others hold, and nothing here: one by one they are met by chance."""
        plain = _plain(words)
        named = self._signposts.one_name([word.text for _at, word in plain])
        if sum(not plain[place][1].weak for place in named) < MIN_TELLING:
            return set()  # ”brev från kommunen”: beside what stands everywhere, a word says what it says alone
        return {
            at for place, (at, word) in enumerate(plain) if place in named and not lookup.is_name(word.text)
        } - self._together(words, lookup)

    def _content(self, query: str, language: str, lookup: Lookup, intent: Word | None) -> list[Word]:
        """The first words of a query that carry content, and those that only hint at it."""
        words = self._words(query, language, lookup)
        if language == "sv":
            says_little = self._analyser.lexicon.names_no_thing
            words = [replace(word, general=True, spared=True) if says_little(word.text) else word for word in words]
        words = [replace(word, spared=word.spared and not lookup.is_name(word.text)) for word in words]
        words = without_general(words, self._named(words, lookup), says_enough=intent is not None)
        return spent(words, intent) if intent and is_alone(words, intent) else words

    def _words(self, query: str, language: str, lookup: Lookup) -> list[Word]:
        def knows(word: str) -> bool:
            return lookup.knows(word) or self._signposts.knows(word, language)

        return list(islice(content(query, language, knows, self._vocabulary.everywhere), MAX_WORDS))

    def _all_resolved(self, words: list[Word], lookup: Lookup, language: str, *, most_corrected: int) -> list[Word]:
        """The words, those that no entry has as compounds or corrected; what stands together needs no other reading."""
        together = self._together(words, lookup)
        resolved: list[Word] = []
        tried = 0
        for at, word in enumerate(words):
            if at in together or word.codes or word.hints or any(leaf.origin.counts for leaf in lookup.word(word, at)):
                resolved.append(word)
            elif (known := self._as_known(word, lookup, language)) is not None:
                resolved.append(known)
            else:
                resolved.append(self._as_slip(word, lookup, language, correct=tried < most_corrected))
                tried += 1
        return resolved

    def _named(self, words: list[Word], lookup: Lookup) -> set[int]:
        named = {position for position, word in _plain(words) if lookup.is_named(word.text)}
        elsewhere = self._signposts.together([word.text for word in words]) if any(w.general for w in words) else set()
        return named | self._together(words, lookup) | elsewhere

    @staticmethod
    def _together(words: list[Word], lookup: Lookup) -> set[int]:
        """The words that some entry has together, as a phrase or as one word: they need no other reading."""
        return {at for leaf in lookup.together(_plain(words)) for at in leaf.origin.words}

    def _leaves(self, words: list[Word], lookup: Lookup) -> list[Leaf]:
        leaves: list[Leaf] = []
        asked = [word for word in words if not word.weak]
        for position, word in enumerate(words):
            if word.codes:
                leaves += lookup.codes(word, position, alone=asked == [word])
            elif word.hints:
                leaves += lookup.clues(word, position)
            else:
                leaves += lookup.word(word, position)
                leaves += lookup.parts(word, position)
        return [*leaves, *lookup.together(_plain(words))]

    def _as_known(self, word: Word, lookup: Lookup, language: str) -> Word | None:
        """A word that no entry has whole, where it is no slip: held elsewhere, or a compound of known parts."""
        if self._signposts.knows(word.text, language):
            return word  # no likeness to what is held here may hide that
        compound = self._as_compound(word, language)
        if compound.parts and all(map(lookup.knows_part, compound.parts)):
            return compound
        whole = clipped_of(word.text, self._vocabulary, self._analyser.lexicon) if language == "sv" else ()
        return replace(word, clipped_of=whole) if whole else None

    def _as_slip(self, word: Word, lookup: Lookup, language: str, *, correct: bool) -> Word:
        """A word that nothing knows: as a misspelling, as two words joined by mistake, or as it is."""
        corrected = self._speller.correct(word.text, language) if correct else None
        if corrected:
            return replace(word, text=corrected, corrected=True)
        apart = self._apart(word, lookup)
        return apart if apart.parts else self._as_compound(word, language)

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
        if not needed:
            return replace(word, parts=parts)
        return replace(word, parts=needed, light=light, is_own_word=self._analyser.lexicon.is_word(word.text))

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


def _tree(words: list[Word], leaves: list[Leaf]) -> Node:
    """A node for each word that some entry has: its best leaf counts; the words of a question, and clues, add up."""
    alternatives: list[list[Leaf]] = [[] for _ in words]
    clues = []
    for leaf in _weighed(leaves, words):
        if not leaf.origin.touches:
            clues.append(leaf)
            continue
        for position in leaf.origin.words:
            alternatives[position].append(leaf)
    if _is_a_name(words, leaves):
        clues = []  # a whole name asks for what is called so, whatever others are asked about by it
    by_word = [Any(tuple(of_word), weights.TIE) for of_word in alternatives if of_word]
    return Any((*by_word, *clues), tie=1.0)


def _is_a_name(words: list[Word], leaves: list[Leaf]) -> bool:
    """Whether the question is the whole of some entry's name, and nothing else."""
    asked = {at for at, word in enumerate(words) if word.hints or not word.weak}
    return any(
        leaf.field == "name" and kind_of(leaf.term) == PHRASE and asked <= set(leaf.origin.words) for leaf in leaves
    )


def _weighed(leaves: list[Leaf], words: list[Word]) -> Iterator[Leaf]:
    """The leaves, those of words that only qualify another weighed down."""
    for leaf in leaves:
        qualifies = all(words[position].qualifies for position in leaf.origin.words)
        yield replace(leaf, weight=leaf.weight * weights.QUALIFIER) if qualifies else leaf


def _plain(words: list[Word]) -> list[tuple[int, Word]]:
    """The words that a name or a phrase may hold, with their places."""
    return [(position, word) for position, word in enumerate(words) if not word.codes and not word.hints]
