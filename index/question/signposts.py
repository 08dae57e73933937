"""Finds the signposts that a query touches: who else usually holds what is not described here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.fields import WORD_FIELDS
from index.question.query import ANALYSED_AS
from index.question.signpost_keys import texts_of, word_keys
from index.result import SignpostHit
from index.shared import speaker, speakers_of_signposts
from index.terms import PHRASE, words_of
from index.tree import All, leaves
from index.words.analyser import MAX_COMBINED
from index.words.analysis import content_words, is_general

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from data.concepts import Signpost
    from data.model import Description
    from index.question.signpost_clues import SignpostClues
    from index.question.understood import Word
    from index.tree import Node
    from index.words.analyser import Analyser

MAX_SHOWN = 3
"""More than three directions is no direction."""
_ALL = All()
_NAMING = frozenset({"name", *WORD_FIELDS.values()})
"""Where a word is what a thing is called."""
_OF_PHRASE = f":{PHRASE}"
"""What stands in the key of a phrase and of no word, between its language and its words."""


class Signposts:
    """All signposts of a generation by the words and phrases that lead to them."""

    def __init__(
        self,
        descriptions: Collection[Description],
        by_key: Mapping[str, Sequence[tuple[str, str, int]]],
        clues: SignpostClues,
        analyser: Analyser,
        told: Collection[str] = frozenset(),
    ) -> None:
        """Find the signposts of descriptions by what `signpost_keys` and `told_here` made of them."""
        self._analyser = analyser
        self._by_key = by_key
        self._clues = clues
        self._told = told
        phrases = (key.partition(":") for key in by_key if _OF_PHRASE in key)
        self._in_phrases = {f"{language}:{word}" for language, _, term in phrases for word in words_of(term)}
        self._speakers = speakers_of_signposts(descriptions)
        self._all = {
            (description.id, signpost.id): signpost
            for description in descriptions
            for signpost in description.signposts.values()
        }
        self._holders = _holders(descriptions)
        self._organisation = {description.id: description.source.authority.belongs_to for description in descriptions}

    def find(
        self,
        words: Sequence[Word],
        language: str,
        authorities: Iterable[str],
        tree: Node = _ALL,
        *,
        is_answered: bool = False,
    ) -> tuple[SignpostHit, ...]:
        """The signposts that the words of a query lead to, the one that answers most words first.

        Args:
            words: What is asked.
            language: The language of the page.
            authorities: Whom it is asked of.
            tree: What of it is held here: words that are something together lead nowhere one by one.
            is_answered: Whether what is held here answers all of it.
        """
        asked = set(authorities)
        language = ANALYSED_AS.get(language, language)
        scores = self._scores(self._query_keys(words, language, tree), asked)
        if not scores and not is_answered and language == "sv":
            scores = self._scores(self._last_keys(words), asked)
        if not scores and not is_answered and (by_clues := self._by_clues(words, language, asked)):
            return (replace(self._hit(by_clues, asked), by_questions=True),)
        ranked = sorted(scores, key=lambda key: -scores[key])[:MAX_SHOWN]
        return tuple(self._hit(key, asked) for key in ranked)

    def each(self) -> Iterator[tuple[str, Signpost]]:
        """Every signpost once, and the first of the authorities to whose visitors it speaks."""
        return ((authority, self._all[authority, id_]) for authority, id_ in self._speakers)

    def _scores(self, keys: Iterable[str], asked: AbstractSet[str]) -> dict[tuple[str, str], int]:
        """How many words each signpost answers that keys lead to, of those that speak for whom is asked."""
        scores: dict[tuple[str, str], int] = {}
        for key in keys:
            for authority, id_, count in self._by_key.get(key, ()):
                if not asked.isdisjoint(self._speakers[authority, id_]):
                    scores[authority, id_] = max(count, scores.get((authority, id_), 0))
        return scores

    def _by_clues(self, words: Sequence[Word], language: str, asked: AbstractSet[str]) -> tuple[str, str] | None:
        """The signpost that people ask about in such words, where none is named."""
        speaking = {key for key, speakers in self._speakers.items() if not asked.isdisjoint(speakers)}
        said = (word.text for word in words if word.text and not word.text.isdecimal())
        return self._clues.best(said, dict.fromkeys((language, "sv")), speaking)

    def knows(self, word: str, language: str) -> bool:
        """Whether a normalised word by itself leads to a signpost."""
        return any(key in self._by_key for key in word_keys(self._analyser, word, language))

    def together(self, words: list[str]) -> set[int]:
        """Positions of the words that lead to a signpost together: ”home care” is no care of something else."""
        return {at for chosen, key in self._phrases(words) if key in self._by_key for at in chosen}

    def one_name(self, words: Sequence[str]) -> set[int]:
        """Positions of words in a row that are what others hold, and of which no text here tells: *plan och bygg*."""
        return {
            at
            for chosen, key in self._phrases(words)
            if key in self._by_key and key not in self._told and chosen[-1] - chosen[0] == len(chosen) - 1
            for at in chosen
        }

    def holders(self, concept: str, authorities: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Who has what a signpost is about: entries of those of the same organisation, never of another municipality.

        Args:
            concept: The signpost's id.
            authorities: Whom it is asked of.
        """
        organisations = {self._organisation[authority] for authority in authorities}
        return tuple(key for key in self._holders.get(concept, ()) if self._organisation[key[0]] in organisations)

    def _hit(self, key: tuple[str, str], asked: Collection[str]) -> SignpostHit:
        signpost, said_by = self._all[key], speaker(self._speakers[key], asked)
        holders = self.holders(signpost.id, asked)
        aloud = (signpost.short, signpost.spoken, signpost.is_of_the_place, signpost.is_urgent)
        told = (signpost.topic, signpost.holder, signpost.note, holders, *aloud)
        return SignpostHit(said_by or key[0], signpost.id, *told)

    def _query_keys(self, words: Sequence[Word], language: str, tree: Node) -> Iterator[str]:
        naming = (leaf.origin for leaf in leaves(tree) if leaf.field in _NAMING)
        held = [origin.words for origin in naming if origin.counts and origin.part is None]
        together = {place for places in held if len(places) > 1 for place in places}
        named = {place for places in held for place in places}
        texts = [(place, word) for place, word in enumerate(words) if word.text and not word.hints]
        for place, word in texts[:MAX_COMBINED]:
            if place not in together and not word.weak and not _is_number_of_it(words, place, named):
                yield from self._word_keys(word.text, language)
                if language == "sv" and place not in named:
                    # ”Bygglovsritning” leads where bygglov does: a compound is about its parts.
                    for part in self._analyser.parts(word.text, "sv")[:-1]:
                        yield from (f"sv={form}" for form in {part.base, *self._analyser.part_stems(part)})
        is_word = self._analyser.lexicon.is_word
        for places, key in self._phrases([word.text for _place, word in texts]):
            if key.startswith((language, "sv")) or not all(is_word(texts[place][1].text) for place in places):
                yield key

    def _last_keys(self, words: Sequence[Word]) -> Iterator[str]:
        """The keys of words that lead somewhere only where nothing else does."""
        for word in words[:MAX_COMBINED]:
            if word.text and not word.weak and not word.general:
                yield from (key.replace("sv:", "sv?", 1) for key in word_keys(self._analyser, word.text, "sv"))

    def _word_keys(self, word: str, language: str) -> Iterator[str]:
        """The keys of a word: by its stems in the language of the page, and in Swedish where it may be Swedish."""
        yield from (f"={word}", f"{language}={word}")
        if f"{language}!{word}" in self._by_key or is_general(word, language):
            return
        yield from word_keys(self._analyser, word, language)
        if language != "sv" and self._analyser.lexicon.is_word(word):
            yield from word_keys(self._analyser, word, "sv")

    def _phrases(self, words: Sequence[str]) -> Iterator[tuple[tuple[int, ...], str]]:
        """What may be a phrase: places of a few words, and their key in a language."""

        def in_some(language: str, word: str) -> bool:
            return f"{language}:{word}" in self._in_phrases

        for places, terms in self._analyser.phrases(words, 2, in_some):
            for language, term in terms.items():
                yield places, f"{language}:{term}"


def _is_number_of_it(words: Sequence[Word], place: int, named: AbstractSet[int]) -> bool:
    """Whether a number is that of a thing held here, or has a year: ”faktura 112”, ”112/2020”. Nobody is called so."""
    if not words[place].text.isdecimal():
        return False
    beside = (words[at] for at in (place - 1, place + 1) if 0 <= at < len(words))
    return place - 1 in named or any(word.hints and word.text.isdecimal() for word in beside)


def _holders(descriptions: Iterable[Description]) -> dict[str, tuple[tuple[str, str], ...]]:
    """By concept, the entries of record types that hold it, by authority and id."""
    holders: dict[str, list[tuple[str, str]]] = {}
    for description in descriptions:
        for guidance in description.guidance.values():
            for concept in guidance.concepts:
                holders.setdefault(concept, []).append((description.id, guidance.id))
    return {concept: tuple(keys) for concept, keys in holders.items()}


def signpost_words(descriptions: Iterable[Description]) -> Iterator[tuple[str, str]]:
    """Every word that leads to a signpost, with its language."""
    for description in descriptions:
        for signpost in description.signposts.values():
            for language, text in texts_of(signpost):
                for word in content_words(text, language):
                    yield language, word
