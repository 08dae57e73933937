"""Corrects misspelled words into words that entries or signposts have.

Careful on purpose: a real Swedish word is never ”corrected” into one that happens to be held, and short words
hardly at all. Swedish ears and keyboards decide what is a small slip.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.words.analysis import fold
from index.words.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from index.words.lexicon import Lexicon

_SHORTEST = 4
"""Letters: among shorter words everything is one slip from something."""
_TWO_SLIPS = 8
"""Letters from which two slips are forgiven."""
_BY_EAR = 0.5
"""What it costs that only the ear explains a spelling: less than a slip, more than nothing."""
_FOREIGN_SHORTEST = 6
_LONGEST = 40
_BITS = 32
"""Half of a number: one bit for a letter that a word has, and one for a letter that it has twice."""

_SOUNDS = (
    # What sounds alike in Swedish is written alike here; each group is a spelling rule that people mix up.
    (re.compile(r"sch|sj|skj|stj|sh|(?<=[st])i(?=on)|ch"), "x"),
    (re.compile(r"ck|kk|qu|q|c(?![eiy])"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w|hv|f$"), "v"),
    (re.compile(r"[dghl]j"), "j"),
    (re.compile(r"g(?=[eiyäö])"), "j"),
    (re.compile(r"th"), "t"),
    (re.compile(r"x|ks|gs"), "x"),
    (re.compile(r"[äæ]"), "e"),
    (re.compile(r"å"), "o"),
    (re.compile(r"(.)\1+"), r"\1"),
)


class Speller:
    """The words that a misspelling may be of, by language."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], sounds: Mapping[str, Mapping[str, str]], lexicon: Lexicon
    ) -> None:
        """Know the words of entries and signposts; the lexicon knows which others are real Swedish words.

        Args:
            words: By language, sorted.
            sounds: By language, what `by_sound` makes of them.
            lexicon: The generation's.
        """
        self._lexicon = lexicon
        self._known = {language: frozenset(of_language) for language, of_language in words.items()}
        self._words = {language: Words(of_language) for language, of_language in words.items()}
        self._by_sound = sounds
        self.correct: Callable[[str, str], str | None] = kept(self._correct)

    def _correct(self, word: str, language: str) -> str | None:
        """The word that a normalised word is most likely a misspelling of, or None."""
        if not _SHORTEST <= len(word) <= _LONGEST or any(char.isdigit() for char in word):
            return None
        if word in self._known.get(language, ()) or (language == "sv" and self._lexicon.is_word(word)):
            return None
        if language != "sv":
            # No dictionary tells here which words are real, so only one slip in a longer word is forgiven.
            return self._nearest(word, language, 1) if len(word) >= _FOREIGN_SHORTEST else None
        alike = self._by_sound.get(language, {}).get(sound(word))
        if alike and len(word) > _SHORTEST:
            return alike
        if len(word) < _FOREIGN_SHORTEST:
            return None  # but by ear: among short words one slip makes another
        may_be_real = bool(self._lexicon.split(word))
        return self._nearest(word, language, 2 if len(word) >= _TWO_SLIPS and not may_be_real else 1)

    def _nearest(self, word: str, language: str, allowed: int) -> str | None:
        cutoff = allowed + 1
        near = self._words[language].near(word, cutoff) if language in self._words else ()
        candidates = process.extract(word, near, scorer=OSA.distance, score_cutoff=cutoff, limit=16, processor=None)
        best = min(((self._slips(word, other, distance), other) for other, distance, _at in candidates), default=None)
        return best[1] if best and best[0] <= allowed else None

    @staticmethod
    def _slips(word: str, other: str, distance: float) -> float:
        """Slips, those that ear or keyboard explain counted for less, and a wrong first letter for more."""
        by_ear = OSA.distance(sound(word), sound(other)) + _BY_EAR
        first = 1.0 if fold(word[0]) != fold(other[0]) else 0.0
        return min(distance, by_ear) + first


class Words:
    """Words, with what tells at a glance that most of them are too far from another word."""

    def __init__(self, words: Sequence[str]) -> None:
        """Look at every word once."""
        self._words = words
        self._lengths = np.fromiter(map(len, words), dtype=np.int32, count=len(words))
        self._letters = _letters(words)

    def near(self, word: str, slips: int) -> list[str]:
        """All words within so many slips, and some others."""
        mine = _letters([word])[0]
        lengths = np.abs(self._lengths - len(word)) <= slips
        missing = np.bitwise_count(mine & ~self._letters) <= slips
        added = np.bitwise_count(self._letters & ~mine) <= slips
        return [self._words[at] for at in np.flatnonzero(lengths & missing & added).tolist()]


def _letters(words: Sequence[str]) -> NDArray[np.uint64]:
    """Which letters each word has, and which more than once, as one bit each.

    One slip takes away one bit at most, and sets one at most; letters that share a bit only let a few words more by.
    """
    codes = np.sort(np.array(words, dtype=np.str_).reshape(len(words), 1).view(np.uint32), axis=1)
    bits = np.left_shift(np.uint64(1), (codes % _BITS).astype(np.uint64)) * (codes != 0)
    again = np.zeros_like(codes, dtype=np.bool_)
    again[:, 1:] = codes[:, 1:] == codes[:, :-1]
    letters: NDArray[np.uint64] = np.bitwise_or.reduce(bits | (bits * again << np.uint64(_BITS)), axis=1)
    return letters


def by_sound(words: Iterable[str]) -> dict[str, str]:
    """By sound, the first of sorted words that sounds so."""
    firsts: dict[str, str] = {}
    for word in words:
        firsts.setdefault(sound(word), word)
    return firsts


@kept
def sound(word: str) -> str:
    """How a Swedish word sounds, roughly: spellings that are mixed up come out the same."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word
