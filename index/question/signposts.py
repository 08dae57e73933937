"""Finds the signposts that a query touches: who else usually holds what is not described here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.result import SignpostHit
from index.shared import speaker, speakers_of_signposts
from index.terms import PHRASE, words_of
from index.words.analyser import MAX_COMBINED, MAX_PHRASE_WORDS
from index.words.analysis import LANGUAGES, content_words, fold, hyphen_parts, is_weak, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from data.concepts import Signpost
    from data.model import Description
    from index.question.understood import Word
    from index.words.analyser import Analyser

MAX_SHOWN = 3
"""More than three directions is no direction."""
_OF_PHRASE = f":{PHRASE}"
"""What stands in the key of a phrase and of no word, between its language and its words."""


class Signposts:
    """All signposts of a generation by the words and phrases that lead to them."""

    def __init__(
        self,
        descriptions: Collection[Description],
        by_key: Mapping[str, Sequence[tuple[str, str, int]]],
        analyser: Analyser,
    ) -> None:
        """Find the signposts of descriptions by what `signpost_keys` made of them."""
        self._analyser = analyser
        self._by_key = by_key
        phrases = (key.partition(":") for key in by_key if _OF_PHRASE in key)
        self._in_phrases = {f"{language}:{word}" for language, _, term in phrases for word in words_of(term)}
        self._speakers = speakers_of_signposts(descriptions)
        self._all = {
            (description.id, signpost.id): signpost
            for description in descriptions
            for signpost in description.signposts.values()
        }
        self._holders = _holders(descriptions)
        self._organisation = {description.id: description.source.authority.organisation for description in descriptions}

    def find(self, words: Iterable[Word], language: str, authorities: Iterable[str]) -> tuple[SignpostHit, ...]:
        """The signposts that the words of a query lead to, the one that answers most words first.

        Args:
            words: What is asked.
            language: The language of the page.
            authorities: Whom it is asked of.
        """
        asked = set(authorities)
        scores: dict[tuple[str, str], int] = {}
        texts = [word.text for word in words if word.text and not word.weak]
        for term in self._query_keys(texts, language):
            for authority, id_, count in self._by_key.get(term, ()):
                if not asked.isdisjoint(self._speakers[authority, id_]):
                    scores[authority, id_] = max(count, scores.get((authority, id_), 0))
        ranked = sorted(scores, key=lambda key: -scores[key])[:MAX_SHOWN]
        return tuple(self._hit(key, asked) for key in ranked)

    def each(self) -> Iterator[tuple[str, Signpost]]:
        """Every signpost once, and the first of the authorities to whose visitors it speaks."""
        return ((authority, self._all[authority, id_]) for authority, id_ in self._speakers)

    def knows(self, word: str, language: str) -> bool:
        """Whether a normalised word by itself leads to a signpost."""
        return any(key in self._by_key for key in _key(self._analyser, [word], language))

    def together(self, words: list[str]) -> set[int]:
        """Positions of the words that lead to a signpost together: ”home care” is no care of something else."""
        return {at for chosen, key in self._phrases(words) if key in self._by_key for at in chosen}

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
        return SignpostHit(said_by or key[0], signpost.id, signpost.topic, signpost.holder, signpost.note, holders)

    def _query_keys(self, words: list[str], language: str) -> Iterator[str]:
        for word in words[:MAX_COMBINED]:
            for analysed_as in LANGUAGES:
                yield from _key(self._analyser, [word], analysed_as)
        for _chosen, key in self._phrases(words):
            yield key
        if language in {"sv", "latt"}:
            # ”Bygglovsritning” leads where bygglov does: a compound is about its parts.
            for word in words:
                for part in self._analyser.parts(word, "sv")[:-1]:
                    yield from _key(self._analyser, [part.base], "sv")

    def _phrases(self, words: Sequence[str]) -> Iterator[tuple[tuple[int, ...], str]]:
        """What may be a phrase: places of a few words, and their key in a language."""

        def in_some(language: str, word: str) -> bool:
            return f"{language}:{word}" in self._in_phrases

        for places, terms in self._analyser.phrases(words, 2, in_some):
            for language, term in terms.items():
                yield places, f"{language}:{term}"


def signpost_keys(
    descriptions: Collection[Description], analyser: Analyser
) -> dict[str, tuple[tuple[str, str, int], ...]]:
    """By every word and phrase, the signposts that it leads to: authority, id, and how many words it answers.

    What several authorities have alike is there once, under the first of them (`index.shared`).
    """
    by_key: dict[str, dict[tuple[str, str], int]] = {}
    by_id = {description.id: description.signposts for description in descriptions}
    for authority, id_ in speakers_of_signposts(descriptions):
        for term, words in _keys(by_id[authority][id_], analyser):
            places = by_key.setdefault(term, {})
            places[authority, id_] = max(words, places.get((authority, id_), 0))
    return {term: tuple((*key, words) for key, words in places.items()) for term, places in by_key.items()}


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
            for language, text in _texts(signpost):
                for word in content_words(text, language):
                    yield language, word


def _keys(signpost: Signpost, analyser: Analyser) -> Iterator[tuple[str, int]]:
    for language, text in _texts(signpost):
        for words in _readings(text, language):
            if 1 <= len(words) <= MAX_PHRASE_WORDS:
                for key in _key(analyser, words, language):
                    yield key, len(words)
    # ”Skatt och deklaration” is also each of its words.
    for word in content_words(signpost.topic, "sv"):
        for key in _key(analyser, [word], "sv"):
            yield key, 1


def _key(analyser: Analyser, words: list[str], language: str) -> list[str]:
    if len(words) == 1:
        return [f"{language}:{fold(stem)}" for stem in analyser.stems(words[0], language)]
    return [f"{language}:{analyser.phrase(words, language)}"]


def _texts(signpost: Signpost) -> Iterator[tuple[str, str]]:
    yield "sv", signpost.topic
    for language, texts in signpost.words.items():
        for text in texts:
            yield language, text


def _readings(text: str, language: str) -> Iterator[list[str]]:
    """The content words of a text, and with hyphens as blanks: a query's hyphenated word may come in parts."""
    yield content_words(text, language)
    apart = " ".join(part for word in text.split() for part in hyphen_parts(word))
    yield [
        token.text
        for token in tokens(apart)
        if not is_weak(token.text, language) and token.text in content_words(apart, language)
    ]
