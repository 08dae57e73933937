"""Words cut short: *her* for Heroma, *persakt* for personalakt, *prot* for protokoll.

Who answers the phone with a caller waiting writes the beginning of a word, or the beginnings of its parts. What is no
word of any language is taken for that, before it is taken for a misspelling; names come before everyday words, and
where several begin so they all stand, for the other words of the question to decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.words.analysis import LANGUAGES, is_general, is_stopword
from index.words.tables import abbreviations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.question.vocabulary import Vocabulary
    from index.words.lexicon import Lexicon

SHORTEST, LONGEST = 3, 9
"""Letters: shorter ones begin everything, and who writes more than nine writes the rest."""
_LEFT_OFF = 2
"""Letters that are left out, at least: who leaves one out has slipped."""
BEGINNING = 2
"""Letters of a word, and of each part of a compound, that are always written."""
_MOST = 8
"""Words that one may stand for; more say nothing."""
_SWEDISH = "sv"


def clipped_of(word: str, vocabulary: Vocabulary, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that a normalised word may be cut from; none for a real word and for what nothing here begins with."""
    if meant := abbreviations().get(word):
        return (meant,)
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha() or _is_real(word, lexicon):
        return ()
    candidates = vocabulary.clippable.get(word[:BEGINNING], ())
    begun = tuple(whole for whole, _first in candidates if whole.startswith(word) and whole != word)
    if any(len(whole) < len(word) + _LEFT_OFF for whole in begun):
        return ()
    found = begun or tuple(whole for whole, first in candidates if first and _is_cut(word, first, whole))
    return found[:_MOST]


def _is_real(word: str, lexicon: Lexicon) -> bool:
    if lexicon.is_word(word) or lexicon.split(word):
        return True
    return any(is_stopword(word, language) or is_general(word, language) for language in LANGUAGES)


def _is_cut(word: str, first: str, whole: str) -> bool:
    """Whether a word is the beginnings of a compound's first part and of the rest, two letters of each at least."""
    rest = whole.removeprefix(first)
    return any(
        first.startswith(word[:cut]) and rest.startswith(word[cut:])
        for cut in range(BEGINNING, len(word) - BEGINNING + 1)
    )


def clippable(names: Iterable[str], words: Iterable[str], lexicon: Lexicon) -> dict[str, tuple[tuple[str, str], ...]]:
    """By their first two letters, the words that may be written clipped.

    Args:
        names: Normalised Swedish words of names.
        words: Those of everyday words.
        lexicon: Takes compounds apart.

    Returns:
        Each word with the first part of a compound, or with nothing: names first, in each the shortest first.
    """
    by_beginning: dict[str, list[tuple[str, str]]] = {}
    in_order = [*_sorted(names), *_sorted(words)]
    for word in dict.fromkeys(in_order):
        by_beginning.setdefault(word[:BEGINNING], []).append((word, _first_part(word, lexicon)))
    return {beginning: tuple(of_it) for beginning, of_it in by_beginning.items()}


def _sorted(words: Iterable[str]) -> Iterator[str]:
    return iter(sorted({word for word in words if len(word) > SHORTEST and word.isalpha()}, key=lambda w: (len(w), w)))


def _first_part(word: str, lexicon: Lexicon) -> str:
    parts = lexicon.split(word)
    return parts[0].text if parts and word.startswith(parts[0].text) else ""
