"""Looks words up in the index: every way to understand them that some entry has, as leaves of the tree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index import weights
from index.fields import RUNNING_TEXT, TEXT_FIELDS, WORD_FIELDS
from index.question.intents import pointing
from index.question.vocabulary import BEGINNING, TELLING
from index.terms import FOLDED, HEAD, MODIFIER, PHRASE, STEM, WRITTEN, kind_of
from index.tree import Leaf, Origin
from index.words.analyser import clue
from index.words.analysis import LANGUAGES, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.question.terms import Extents, Terms
    from index.question.understood import Word
    from index.question.vocabulary import Vocabulary
    from index.tree import Via
    from index.words.analyser import Analyser
    from index.words.lexicon import Part

SHORTEST_JOINED = 4
"""Letters of each word that was joined to another by mistake: shorter ones are found in anything."""
_OF_THE_NEXT = 1
"""Letters of the next word that stand in the stem of both together, at least."""
LONGEST_JOINED = 40
"""Letters of the words together: no name is longer, and to take a long word apart costs most of all."""

_LAST_LATIN = "\u024f"
"""Other scripts may write an article or the like before the word."""
_OWN_LETTERS = frozenset("åäö")
_FIELDS = frozenset(TEXT_FIELDS) - {"context"}
"""Where a word counts as an entry's own: not where it only stands in the text around."""
_VIA: dict[str, Via] = {
    WRITTEN: "written",
    STEM: "inflected",
    FOLDED: "folded",
    PHRASE: "written",
    HEAD: "compound",
    MODIFIER: "compound",
}


class Lookup:
    """Finds leaves for the words of one query, in the language of its page."""

    def __init__(self, terms: Terms, analyser: Analyser, vocabulary: Vocabulary, language: str) -> None:
        """Look up in a generation's terms; `language` is the one that the query is analysed as."""
        self._vocabulary = vocabulary
        self._terms = terms
        self._analyser = analyser
        self._language = language
        scale = {other: 1.0 if other == language else weights.OTHER_LANGUAGE for other in LANGUAGES}
        # Field, language of its words, weight.
        self._fields = [
            *((name, "sv", weights.FIELDS[name]) for name in ("name", "answer", "source", "label")),
            *((WORD_FIELDS[other], other, weights.FIELDS["words"] * scale[other]) for other in LANGUAGES),
        ]
        if language != "sv":
            # A Swedish name with an ending of the visitor's language: ”diariumista”.
            self._fields.append(("name", language, weights.FIELDS["name"] * weights.OTHER_LANGUAGE))
        self._naming = [row for row in self._fields if row[0] not in RUNNING_TEXT]
        self._swedish = [row for row in self._fields if row[1] == "sv"]
        self._of_word: dict[tuple[Word, int], list[Leaf]] = {}
        self._of_words: dict[tuple[tuple[int, str, bool, bool], ...], list[Leaf]] = {}

    def knows(self, word: str) -> bool:
        """Whether any entry has a normalised word just as it stands."""
        return not self._terms.extents(f"{WRITTEN}{word}").keys().isdisjoint(_FIELDS)

    def is_named(self, word: str) -> bool:
        """Whether a normalised word stands, in any form, in a name or among the everyday words."""
        forms = {language: self._held(self._analyser.forms(word, language)) for language in LANGUAGES}
        return any(
            field in fields
            for field, language, _weight in self._naming
            for term, fields in forms[language]
            if kind_of(term) in {WRITTEN, STEM}
        )

    def codes(self, word: Word, position: int, *, alone: bool = False) -> Iterator[Leaf]:
        """A number or reference; where to look for one that is not listed; or what the question wants to know."""
        if word.spends:
            yield from self._intents(word, position)
            return
        origin = Origin((position,), "written", word.written)
        found = [
            Leaf(field, term, weights.FIELDS[field], origin)
            for term in word.codes
            for field in ("code", "code_source")
            if self._terms.knows(field, term)
        ]
        where = pointing(word.codes) if alone and not found else ""
        if where and self._terms.knows("intent", where):
            found.append(Leaf("intent", where, weights.FIELDS["intent"], replace(origin, counts=False)))
        yield from found

    def _intents(self, word: Word, position: int) -> Iterator[Leaf]:
        """What a question wants to know: all of it, or beside what it is about no more than a clue."""
        is_all = not word.hints
        origin = Origin((position,), "everyday", word.written, counts=is_all, touches=is_all)
        for term in word.codes:
            if self._terms.knows("intent", term):
                yield Leaf("intent", term, weights.FIELDS["intent"] if is_all else weights.INTENT, origin)

    def word(self, word: Word, position: int) -> list[Leaf]:
        """A word by its forms; inside compounds of names and everyday words; last of all in the text around."""
        if (word, position) not in self._of_word:
            self._of_word[word, position] = self._find_word(word, position)
        return self._of_word[word, position]

    def _find_word(self, word: Word, position: int) -> list[Leaf]:
        if word.clipped_of:
            return list(self._clipped(word, position))
        scale = weights.WEAK if word.weak else 1.0
        whole = list(self._forms(word.text, (position,), word, scale))
        leaves = [*whole, *self._inside(word, position, scale)]
        if not whole:
            whole = list(self._apart(word, position))
            leaves += whole
        if not whole:
            origin = Origin((position,), "inflected", word.written)
            weight = scale * weights.FIELDS["source"]
            for term, fields in self._held(self._analyser.forms(word.text, "sv")):
                if "context" in fields:
                    leaves.append(Leaf("context", term, weight, origin))
        return [*leaves, *self.clues(word, position)]

    def _clipped(self, word: Word, position: int) -> Iterator[Leaf]:
        """The words that one cut short may be the beginning of: in names and everyday words."""
        for whole in word.clipped_of:
            for leaf in self._forms(whole, (position,), word, weights.CLIPPED):
                if leaf.field not in RUNNING_TEXT and kind_of(leaf.term) != FOLDED:
                    yield leaf

    def clues(self, word: Word, position: int) -> Iterator[Leaf]:
        """Entries about which people put questions, or say phrases, that have the word; it says nothing of a number."""
        if word.text.isdecimal() or (word.weak and not word.hints):
            return
        origin = Origin((position,), "everyday", word.written, counts=False, touches=False)
        for language in dict.fromkeys((self._language, "sv")):
            term = clue(word.text, language)
            if self._terms.knows(WORD_FIELDS[language], term):
                yield Leaf(WORD_FIELDS[language], term, weights.CLUE, origin)

    def parts(self, word: Word, position: int) -> Iterator[Leaf]:
        """A compound that no entry has whole, by its parts: the head weighs more than a modifier."""
        for number, part in enumerate(word.parts):
            is_head = part is word.parts[-1] and word.light is None
            weight = weights.HEAD if is_head else weights.MODIFIER
            yield from self._part(part, Origin((position,), "compound", word.written, number), weight)

    def knows_part(self, part: Part) -> bool:
        """Whether any entry has a part of a compound."""
        return any(True for _leaf in self._part(part, Origin((), "compound", ""), 1.0))

    def together(self, words: Sequence[tuple[int, Word]]) -> list[Leaf]:
        """Words that are something together: a phrase, or one word that was parted by mistake."""
        key = tuple((at, word.text, word.weak, word.corrected) for at, word in words)
        if key not in self._of_words:
            self._of_words[key] = [*self._joined(words), *self._phrases(words)]
        return self._of_words[key]

    def _joined(self, words: Sequence[tuple[int, Word]]) -> Iterator[Leaf]:
        """Words that were parted by mistake: ”reach mee”, ”e post logg”. In names and everyday words only."""
        for size in (2, 3):
            for at in range(len(words) - size + 1):
                positions, chosen = zip(*words[at : at + size], strict=True)
                texts = [word.text for word in chosen]
                whole = "".join(texts)
                if positions[-1] - positions[0] == size - 1 and len(whole) <= LONGEST_JOINED and self._begins(texts):
                    written = " ".join(word.written for word in chosen)
                    for leaf in self._forms(whole, positions, chosen[0], 1.0, written):
                        if leaf.field not in RUNNING_TEXT:
                            yield leaf

    def _begins(self, texts: Sequence[str]) -> bool:
        """Whether some name or everyday word begins as the joined texts do, and some term as the first and a bit more.

        To analyse every pair of words would cost most of a search. Each text is folded by itself: what is joined is not
        a word that should be kept (`index.words.keeping`).
        """
        if texts[0][0] > _LAST_LATIN:
            return True
        beginnings, folded = self._vocabulary.beginnings, "".join(map(fold, texts))
        if "".join(texts)[:BEGINNING] not in beginnings and folded[:BEGINNING] not in beginnings:
            return False
        return self._terms.begins(f"{FOLDED}{folded[: len(fold(texts[0])) + _OF_THE_NEXT]}")

    def _phrases(self, words: Sequence[tuple[int, Word]]) -> Iterator[Leaf]:
        """Whole names, and everyday phrases of several words, whatever stands between them in the question."""
        known = self._vocabulary.in_phrases
        texts = [word.text for _position, word in words]
        for places, terms in self._analyser.phrases(texts, 1, lambda _language, word: word in known):
            chosen = [words[place] for place in places]
            for field, language, weight in self._naming:
                if language in terms and self._terms.knows(field, terms[language]):
                    is_everyday = field in WORD_FIELDS.values()
                    via: Via = "everyday" if is_everyday else "written"
                    corrected: Via = "corrected" if any(word.corrected for _position, word in chosen) else via
                    written = " ".join(word.written for _position, word in chosen)
                    answered = self._not_named(chosen) if is_everyday else chosen
                    origin = Origin(tuple(position for position, _word in answered), corrected, written)
                    weak = sum(word.weak for _position, word in chosen)
                    share = weights.share_of_phrase(weak, len(chosen), is_everyday=is_everyday)
                    yield Leaf(field, terms[language], share * weight * weights.FORMS[PHRASE], origin)

    def _not_named(self, words: Sequence[tuple[int, Word]]) -> Sequence[tuple[int, Word]]:
        """The words of an everyday phrase that it may answer: a word that is a whole name keeps its own reading.

        Phrases match across gaps, in any order: two modest words of a question would make one of some other entry,
        answer both, and hide the entry that is called by one of them. Words that stand together are the phrase.
        """
        if words[-1][0] - words[0][0] == len(words) - 1:
            return words
        return [(at, word) for at, word in words if not self.is_name(word.text)] or words

    def is_name(self, word: str) -> bool:
        """Whether a normalised word is the whole of some entry's name."""
        return self._terms.knows("name", self._analyser.phrase([word], "sv"))

    def _held(self, terms: Iterable[str]) -> list[tuple[str, Extents]]:
        """The terms that some field has, each with the fields that have it."""
        return [(term, fields) for term in terms if (fields := self._terms.extents(term))]

    def _forms(
        self, text: str, positions: tuple[int, ...], word: Word, scale: float, written: str = ""
    ) -> Iterator[Leaf]:
        forms = {language: self._held(self._analyser.forms(text, language)) for language in LANGUAGES}
        # Who writes å, ä and ö means them: ”väder” is no ”vad”. Who does not, may.
        means_its_letters = not _OWN_LETTERS.isdisjoint(text)
        for field, language, weight in self._fields:
            for term, fields in forms[language]:
                if (means_its_letters and kind_of(term) == FOLDED) or not self._is_own(language, term):
                    continue
                if field in fields:
                    via = self._via(term, field, word)
                    origin = Origin(positions, via, written or word.written)
                    yield Leaf(field, term, scale * weight * weights.FORMS[kind_of(term)], origin)

    def _is_own(self, language: str, term: str) -> bool:
        """Whether a language is the page's or Swedish; of another, a word counts as written and not by its stem."""
        return language in {self._language, "sv"} or kind_of(term) == WRITTEN

    def _inside(self, word: Word, position: int, scale: float) -> Iterator[Leaf]:
        """A word as a part of an entry's compound: ”katalog” in telefonkatalogen."""
        if self._language != "sv":
            return
        stems = self._analyser.stems(word.text, "sv")
        inside = self._held(f"{kind}{stem}" for stem in stems for kind in (HEAD, MODIFIER))
        for field, _language, weight in self._swedish:
            # In a name it is what the thing is; elsewhere it is met by chance: a-kassa in handkassa.
            origin = Origin((position,), "compound", word.written, counts=field == "name")
            for term, fields in inside:
                if field in fields:
                    yield Leaf(field, term, scale * weight * weights.FORMS[kind_of(term)], origin)

    def _apart(self, word: Word, position: int) -> Iterator[Leaf]:
        """A phrase whose two words were joined by mistake: ”startaföretag”."""
        is_word, begin = self._analyser.lexicon.is_word, self._vocabulary.phrases_begin
        folded = fold(word.text)
        if len(folded) != len(word.text) or folded[:TELLING] not in begin:
            return
        for cut in range(SHORTEST_JOINED, len(word.text) - SHORTEST_JOINED + 1):
            if folded[cut : cut + TELLING] not in begin or not (is_word(word.text[:cut]) and is_word(word.text[cut:])):
                continue  # a look-up in every field for every cut would let a long word cost much
            for field, language, weight in self._naming:
                term = self._analyser.phrase([word.text[:cut], word.text[cut:]], language)
                if self._terms.knows(field, term):
                    via: Via = "corrected" if word.corrected else "compound"
                    origin = Origin((position,), via, word.written)
                    yield Leaf(field, term, weight * weights.FORMS[PHRASE], origin)

    def _part(self, part: Part, origin: Origin, scale: float) -> Iterator[Leaf]:
        if self._terms.knows("name", whole := self._analyser.phrase([part.base], "sv")):
            yield Leaf("name", whole, scale * weights.FIELDS["name"] * weights.FORMS[PHRASE], origin)
        # A part met inside another compound is a likeness of sound: kommunallagen is no kommunalbesvär. One that stands
        # in running text is met by chance: where somebody arbetar is no arbetsavtal.
        by_chance = replace(origin, counts=False)
        held = self._held(
            f"{kind}{stem}" for stem in self._analyser.part_stems(part) for kind in (STEM, HEAD, MODIFIER)
        )
        for field, _language, weight in self._swedish:
            for term, fields in held:
                if field in fields and (field not in RUNNING_TEXT or not origin.counts):
                    why = origin if kind_of(term) == STEM else by_chance
                    yield Leaf(field, term, scale * weight * weights.FORMS[kind_of(term)], why)

    def _via(self, term: str, field: str, word: Word) -> Via:
        if word.corrected:
            return "corrected"
        via = _VIA[kind_of(term)]
        return "everyday" if field in WORD_FIELDS.values() and via != "folded" else via
