"""Finds the signposts that a query touches: who else usually holds what is not described here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.result import SignpostHit
from index.terms import PHRASE, words_of
from index.words.analyser import MAX_COMBINED, MAX_PHRASE_WORDS
from index.words.analysis import LANGUAGES, content_words, fold, hyphen_parts, is_weak, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
        descriptions: Iterable[Description],
        by_key: Mapping[str, Sequence[tuple[str, str, int]]],
        analyser: Analyser,
    ) -> None:
        """Find the signposts of descriptions by what `signpost_keys` made of them."""
        self._analyser = analyser
        self._by_key = by_key
        phrases = (key.partition(":") for key in by_key if _OF_PHRASE in key)
        self._in_phrases = {f"{language}:{word}" for language, _, term in phrases for word in words_of(term)}
        self._all = {
            (description.id, signpost.id): signpost
            for description in descriptions
            for signpost in description.signposts.values()
        }

    def find(self, words: Iterable[Word], language: str, authorities: Iterable[str]) -> tuple[SignpostHit, ...]:
        """The signposts that the words of a query lead to, the one that answers most words first."""
        wanted = set(authorities)
        scores: dict[tuple[str, str], int] = {}
        texts = [word.text for word in words if word.text and not word.weak]
        for term in self._query_keys(texts, language):
            for authority, id_, count in self._by_key.get(term, ()):
                if authority in wanted:
                    scores[authority, id_] = max(count, scores.get((authority, id_), 0))
        ranked = sorted(scores, key=lambda key: -scores[key])[:MAX_SHOWN]
        return tuple(self._hit(key) for key in ranked)

    def knows(self, word: str, language: str) -> bool:
        """Whether a normalised word by itself leads to a signpost."""
        return any(key in self._by_key for key in _key(self._analyser, [word], language))

    def together(self, words: list[str]) -> set[int]:
        """Positions of the words that lead to a signpost together: ”home care” is no care of something else."""
        return {at for chosen, key in self._phrases(words) if key in self._by_key for at in chosen}

    def _hit(self, key: tuple[str, str]) -> SignpostHit:
        signpost = self._all[key]
        return SignpostHit(key[0], key[1], signpost.topic, signpost.holder, signpost.note)

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
    descriptions: Iterable[Description], analyser: Analyser
) -> dict[str, tuple[tuple[str, str, int], ...]]:
    """By every word and phrase, the signposts that it leads to: authority, id, and how many words it answers."""
    by_key: dict[str, dict[tuple[str, str], int]] = {}
    for description in descriptions:
        for signpost in description.signposts.values():
            for term, words in _keys(signpost, analyser):
                places = by_key.setdefault(term, {})
                places[description.id, signpost.id] = max(words, places.get((description.id, signpost.id), 0))
    return {term: tuple((*key, words) for key, words in places.items()) for term, places in by_key.items()}


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
