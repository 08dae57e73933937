"""Synthetic authorities, as many as are wanted: a real description with other words in it.

Kinds, units, facets, lengths and cross-references are the real description's. Each word of its texts that carries
content is replaced by another word of the same description and language, as often as it stands there; now and then,
in Swedish, by one of the word list instead, so that the vocabulary grows with the corpus, as it does in real ones.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import msgspec

from data.model import Description
from index.words.analysis import is_stopword, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TEXTS = frozenset(
    {"text", "name", "title", "answer", "scope", "tasks", "aliases", "holds", "caveats", "party", "what", "words"}
)
"""Keys of the description below which texts get other words: not ids, nor what refers to them."""
_KEPT_WHOLE = frozenset({"authority", "document", "signposts", "themes", "places"})
"""Keys whose values stay as they are, texts included."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_FROM_WORD_LIST = 0.1
"""Share of the Swedish words that come from the word list: texts of a kind gain new words at about such a rate."""
_DRAWN = 4096
"""Words drawn at a time."""


class Corpus:
    """Authorities made after a real one; the same seed gives the same ones."""

    def __init__(self, model: Description, word_list: Sequence[str], seed: int = 1) -> None:
        """Make them after `model`; `word_list` has further Swedish words, the common before the rare."""
        self._plain: dict[str, Any] = msgspec.to_builtins(model)
        self._random = random.Random(seed)  # noqa: S311  (a corpus, no secret)
        counts = Counter(_content_words(self._plain, ()))
        languages = sorted({language for language, _word in counts})
        self._own = {language: _Urn(_of(counts, language), self._random) for language in languages}
        self._further = _Urn({word: 1000 // (rank + 10) + 1 for rank, word in enumerate(word_list)}, self._random)

    def authorities(self) -> Iterator[Description]:
        """One authority after another, without end."""
        number = 0
        while True:
            number += 1
            made = self._replaced(self._plain, ())
            made["source"]["authority"] |= {"id": f"myndighet-{number:05}", "name": f"Nämnden {number}"}
            yield msgspec.convert(made, Description)

    def _replaced(self, value: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401  (whatever JSON can hold)
        if isinstance(value, dict):
            return {
                key: each if key in _KEPT_WHOLE else self._replaced(each, (*path, key)) for key, each in value.items()
            }
        if isinstance(value, list):
            return [self._replaced(each, path) for each in value]
        if isinstance(value, str) and _TEXTS & set(path):
            language = _language(path)
            return _WORD.sub(lambda match: self._other(match.group(), language), value)
        return value

    def _other(self, word: str, language: str) -> str:
        if is_stopword(normalise(word), language):
            return word
        urn = self._own[language]
        if language == "sv" and self._random.random() < _FROM_WORD_LIST:
            urn = self._further
        other = urn.draw()
        return other.capitalize() if word[0].isupper() else other


class _Urn:
    """Draws words as often as they are counted."""

    def __init__(self, counts: dict[str, int], chance: random.Random) -> None:
        self._words = list(counts)
        self._weights = list(accumulate(counts.values()))
        self._random = chance
        self._drawn: list[str] = []

    def draw(self) -> str:
        if not self._drawn:
            self._drawn = self._random.choices(self._words, cum_weights=self._weights, k=_DRAWN)
        return self._drawn.pop()


def _language(path: tuple[str, ...]) -> str:
    """Everyday words lie under their language; all else is Swedish."""
    return path[path.index("words") + 1] if "words" in path else "sv"


def _content_words(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Every word that may be replaced, with its language."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in _KEPT_WHOLE:
                yield from _content_words(each, (*path, key))
    elif isinstance(value, list):
        for each in value:
            yield from _content_words(each, path)
    elif isinstance(value, str) and _TEXTS & set(path):
        language = _language(path)
        for word in _WORD.findall(value):
            if not is_stopword(normalise(word), language):
                yield language, word.lower()


def _of(counts: Counter[tuple[str, str]], language: str) -> dict[str, int]:
    return {word: count for (at, word), count in counts.items() if at == language}
