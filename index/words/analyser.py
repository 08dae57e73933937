"""From words to terms, with what the lexicon knows: forms, base forms, and the parts of compounds.

How each kind of term begins is told by `index.terms`.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from itertools import combinations
from typing import TYPE_CHECKING

from index.terms import CLUE, FOLDED, HEAD, MODIFIER, STEM, WRITTEN, phrase
from index.words.analysis import (
    LANGUAGES,
    content_words,
    entry_tokens,
    fold,
    is_general,
    is_stopword,
    is_weak,
    normalise,
    stem,
)
from index.words.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from index.words.lexicon import Lexicon, Part

MAX_PHRASE_WORDS = 4
MAX_COMBINED = 8
"""Words of a query tried together as phrases: pairs to fours of 8 words are 154."""
_SWEDISH = "sv"
_MOST_TAKEN_OFF = 2
"""Letters that a stem may be shorter than a base form: its ending is gone already."""
_PLURAL_OF_ACT = re.compile(r"(ansök|anmäl|förfråg|hemställ|inbjud)ning(?:ar)?$")
"""The few nouns in *-an* that have their plural from one in *-ning*: ansökningar are more than one ansökan."""
_MAX_BASES = 3
"""Base forms kept per word: a form of more than three words says nothing of which is meant."""


class Analyser:
    """Makes terms; used alike for entries and for queries, so that they meet."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Analyse with the lexicon of a generation."""
        self.lexicon = lexicon
        self.stems: Callable[[str, str], tuple[str, ...]] = kept(self._find_stems)
        self.forms: Callable[[str, str], tuple[str, ...]] = kept(self._forms)
        self.word_terms: Callable[[str, str], tuple[str, ...]] = kept(self._word_terms)
        self.canonical: Callable[[str, str], str] = kept(self._find_canonical)

    def bases(self, word: str) -> tuple[str, ...]:
        """The Swedish base forms of a normalised word; the word itself where the lexicon knows none."""
        if word in _irregular():
            return (_irregular()[word],)
        found = tuple(base for base in self.lexicon.bases(word) if not is_stopword(base, _SWEDISH))
        bases = found[:_MAX_BASES] or (self._compound_base(word),)
        return tuple(dict.fromkeys((*bases, *(_PLURAL_OF_ACT.sub(r"\1an", base) for base in bases))))

    def _compound_base(self, word: str) -> str:
        """A compound made on the spot is inflected as its head is: krisledningsutskottet, krisledningsutskott."""
        parts = self.lexicon.split(word)
        if parts and word.endswith(parts[-1].text):
            return word.removesuffix(parts[-1].text) + parts[-1].base
        return word

    def _find_stems(self, word: str, language: str) -> tuple[str, ...]:
        """The stems of a word: of itself, and in Swedish of its base forms too."""
        stems = [stem(word, language)]
        if language == _SWEDISH:
            stems += [_stem_of_base(base) for base in self.bases(word)]
        return tuple(dict.fromkeys(stems))

    def parts(self, word: str, language: str) -> tuple[Part, ...]:
        """The parts of a Swedish compound, the head last; empty for other words."""
        return self.lexicon.split(word) if language == _SWEDISH else ()

    def _forms(self, word: str, language: str) -> tuple[str, ...]:
        """The terms by which a whole word is found, the most trusted first."""
        stems = self.stems(word, language)
        written = (f"{WRITTEN}{word}", *(f"{STEM}{stem_}" for stem_ in stems))
        folded = (fold(stem_) for stem_ in (stem(fold(word), language), *stems))
        return (*written, *dict.fromkeys(f"{FOLDED}{stem_}" for stem_ in folded))

    def terms(self, text: str, language: str) -> list[str]:
        """All terms of a text, in every form, in order."""
        return [term for token in entry_tokens(text) for term in self.word_terms(token.text, language)]

    def _word_terms(self, word: str, language: str) -> tuple[str, ...]:
        """All terms of a word: its forms, and what its parts are found by."""
        terms = list(self.forms(word, language))
        parts = self.parts(word, language)
        for part in parts:
            kind = HEAD if part is parts[-1] else MODIFIER
            terms += [f"{kind}{stem_}" for stem_ in self.part_stems(part)]
        return tuple(dict.fromkeys(terms))

    def part_stems(self, part: Part) -> tuple[str, ...]:
        """The stems of a part: of its base form, and of its text without the link."""
        return tuple(dict.fromkeys((stem(part.base), stem(part.text))))

    def phrase(self, words: Sequence[str], language: str) -> str:
        """Several words as one term, so that inflection, å ä ö and the order of the words do not matter."""
        return phrase(self.canonical(word, language) for word in words)

    def phrases(
        self, words: Sequence[str], smallest: int, in_some: Callable[[str, str], bool]
    ) -> Iterator[tuple[tuple[int, ...], dict[str, str]]]:
        """The phrases that the first words of a query may make, whatever stands between.

        Args:
            words: Normalised words.
            smallest: How many words make a phrase, at least.
            in_some: Whether, in a language, a word as phrases have it stands in some: of others no phrase is made.

        Yields:
            The places of the words, and by language the term of the phrase.
        """
        usable: dict[str, dict[int, str]] = {}
        for language in LANGUAGES:
            canonical = enumerate(self.canonical(word, language) for word in words[:MAX_COMBINED])
            usable[language] = {at: word for at, word in canonical if in_some(language, word)}
        for size in range(smallest, MAX_PHRASE_WORDS + 1):
            for places in combinations(sorted(set().union(*usable.values())), size):
                known = ((language, in_it) for language, in_it in usable.items() if in_it.keys() >= set(places))
                yield places, {language: phrase(in_it[at] for at in places) for language, in_it in known}

    def phrase_of(self, text: str, language: str) -> list[str]:
        """The phrase term of a text of a few content words; none for one word or for many."""
        words = content_words(text, language)
        telling = [word for word in words if not is_general(word, language)]
        if len(telling) > 1:
            words = telling
        return [self.phrase(words, language)] if 1 < len(words) <= MAX_PHRASE_WORDS else []

    def everyday_terms(self, texts: Iterable[str], language: str) -> list[str]:
        """The terms of everyday words: one word counts by itself; of several, all are needed, and each is a clue."""
        terms: list[str] = []
        clues: dict[str, None] = {}
        for text in texts:
            phrases = self.phrase_of(text, language)
            if phrases:
                clues |= {clue(word, language): None for word in content_words(text, language)}
            terms += phrases or self._single(text, language)
        return [*terms, *clues]

    def asked_terms(self, texts: Iterable[str], language: str) -> list[str]:
        """The terms of whole questions: each word is a clue, once for each question that has it."""
        return [
            term
            for text in texts
            for term in dict.fromkeys(
                clue(word, language)
                for word in content_words(text, language)
                if not is_weak(word, language) and not word.isdecimal()
            )
        ]

    def _single(self, text: str, language: str) -> list[str]:
        """The terms of a text with one telling word: ”säga upp sig” has none, so it leads nowhere by ”säga”."""
        words = content_words(text, language)
        if len(words) == 1 and len(entry_tokens(text)) > 1:
            return [] if is_general(words[0], language) else list(self.word_terms(words[0], language))
        return self.terms(text, language)

    def name_terms(self, name: str) -> list[str]:
        """The terms of a name: its words, and the whole of it."""
        words = content_words(name, _SWEDISH)
        telling = [word for word in words if not is_general(word, _SWEDISH)] or words
        whole = [self.phrase(words, _SWEDISH)] if 1 <= len(words) <= MAX_PHRASE_WORDS else []
        return [term for word in telling for term in self.word_terms(word, _SWEDISH)] + whole

    def _find_canonical(self, word: str, language: str) -> str:
        return fold(stem(self.bases(word)[0] if language == _SWEDISH else word, language))


def clue(word: str, language: str) -> str:
    """The term by which a word is a clue: its stem alone, since no word of it need be told from another's forms."""
    return f"{CLUE}{fold(stem(word, language))}"


def _stem_of_base(base: str) -> str:
    """A base form is stemmed lightly: *intern* would become *int*, as *inte* does."""
    stemmed = stem(base, _SWEDISH)
    return stemmed if len(base) - len(stemmed) <= _MOST_TAKEN_OFF else base


@cache
def _irregular() -> dict[str, str]:
    """Forms that neither the dictionary's suffixes nor the stemmer bring together."""
    text = resources.files("index.words.language").joinpath("irregular.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {normalise(row["form"]): normalise(row["grund"]) for row in csv.DictReader(lines, delimiter="\t")}
