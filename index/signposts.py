"""Finds the signposts that a query touches: who else usually holds what is not described here."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from index.analysis import (
    LANGUAGES,
    content_words,
    fold,
    hyphen_parts,
    is_weak,
    phrase_term,
    stem,
    tokens,
)
from index.result import SignpostHit
from index.schema import MAX_PHRASE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.model import Description, Signpost
    from index.understanding import Word

MAX_SHOWN = 3
"""More than three directions is no direction."""


class Signposts:
    """All signposts of a generation by the words and phrases that lead to them."""

    def __init__(self, descriptions: Iterable[Description]) -> None:
        """Index the signposts of every description."""
        self._by_key: dict[str, dict[tuple[str, str], int]] = {}
        self._all: dict[tuple[str, str], Signpost] = {}
        for description in descriptions:
            for signpost in description.signposts.values():
                key = (description.id, signpost.id)
                self._all[key] = signpost
                for term, words in _keys(signpost):
                    places = self._by_key.setdefault(term, {})
                    places[key] = max(words, places.get(key, 0))

    def find(self, words: Iterable[Word], authorities: Iterable[str]) -> tuple[SignpostHit, ...]:
        """The signposts that the words of a query lead to, the one that answers most words first."""
        wanted = set(authorities)
        scores: dict[tuple[str, str], int] = {}
        for term in _query_keys([word.text for word in words if word.text and not word.weak]):
            for key, count in self._by_key.get(term, {}).items():
                if key[0] in wanted:
                    scores[key] = max(count, scores.get(key, 0))
        ranked = sorted(scores, key=lambda key: -scores[key])[:MAX_SHOWN]
        return tuple(self._hit(key) for key in ranked)

    def _hit(self, key: tuple[str, str]) -> SignpostHit:
        signpost = self._all[key]
        return SignpostHit(key[0], key[1], signpost.topic, signpost.holder, signpost.note)


def _keys(signpost: Signpost) -> Iterator[tuple[str, int]]:
    texts = [
        ("sv", signpost.topic),
        *((language, text) for language, found in signpost.words.items() for text in found),
    ]
    for language, text in texts:
        for words in _readings(text, language):
            if 1 <= len(words) <= MAX_PHRASE_WORDS:
                yield _key(words, language), len(words)
    # ”Skatt och deklaration” is also each of its words.
    for token in tokens(signpost.topic):
        if token.text in content_words(signpost.topic, "sv"):
            yield _key([token.text], "sv"), 1


def _readings(text: str, language: str) -> Iterator[list[str]]:
    """The content words of a text, and with hyphens as blanks: a query's hyphenated word may come in parts."""
    yield content_words(text, language)
    apart = " ".join(part for word in text.split() for part in hyphen_parts(word))
    yield [word for word in content_words(apart, language) if not is_weak(word, language)]


def _query_keys(words: list[str]) -> Iterator[str]:
    for size in range(1, MAX_PHRASE_WORDS + 1):
        for chosen in combinations(words[:8], size):
            for language in LANGUAGES:
                yield _key(list(chosen), language)


def _key(words: list[str], language: str) -> str:
    if len(words) == 1:
        return f"s:{stem(fold(words[0]), language)}"
    return phrase_term(words, language)
