"""What things are called: which texts begin so, and whose they are."""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from index.answer.sorted_keys import SortedKeys
from index.words.analysis import folded, function_words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Texts = tuple[int, tuple[str, ...]]
"""What something is called, and how much worse it matches than the best that it may be called: 0 to 15."""

TEXT, THING, _LENGTH, _KIND = 24, 21, 7, 3
"""Bits of a match, from the last: the number of the text, the place of the thing, the text's length, and the kind."""
KIND = TEXT + THING + _LENGTH
LEVEL = KIND + _KIND
THINGS, TEXTS, KINDS = (1 << THING) - 1, (1 << TEXT) - 1, (1 << _KIND) - 1
_LONGEST = (1 << _LENGTH) - 1


class Things(NamedTuple):
    """Things by their places: the kind of each, from 0 to 7, and a number that those that are called alike share."""

    kinds: bytearray
    alike: array[int]


class Called:
    """What things are called, each text once, whoever has it.

    A match is one whole number, so that any number of them are sorted in no time: by how well it matches, less being
    better, then by the kind of the thing, the length of the text, and the place of the thing.
    """

    def __init__(
        self, lists: Iterable[Iterable[Texts]], things: Things, most: int, languages: Sequence[str], within: int
    ) -> None:
        """Put texts in order.

        Args:
            lists: For each thing, by its place, what it is called. Many have a whole list in common with others.
            things: What is known of each.
            most: How many of those alike are needed of one text: no more are ever shown.
            languages: Those of the texts; no text is found by a later function word of theirs.
            within: How much worse a later word of a text matches than its beginning.
        """
        by_text = _by_text(lists, things, most)
        self.texts = list(by_text)
        by_key: dict[str, list[int]] = {}
        read = _reader(languages)
        for number, (text, owners) in enumerate(by_text.items()):
            packed = [_packed(level, things.kinds[thing], text, thing, number) for level, thing in owners]
            words = read(text)
            for at, (word, is_content) in enumerate(words):
                if at == 1:
                    packed = [each + (within << LEVEL) for each in packed]
                if is_content or at == 0:
                    rest = " ".join([word, *(later for later, _is_content in words[at + 1 :])])
                    by_key.setdefault(rest, []).extend(packed)
        keys = sorted(by_key)
        self._keys = SortedKeys(keys)
        self._matches = array("Q", (each for key in keys for each in by_key[key]))
        self._ends = array("I", accumulate((len(by_key[key]) for key in keys), initial=0))

    def matches(self, wanted: str, worse: Sequence[int], most: int, enough: int) -> list[int]:
        """What is called something that begins so, the best first.

        Args:
            wanted: The beginning, of folded words.
            worse: How much worse a text matches of which it is all, of which it is whole words, and that only begins
                so.
            most: How many of each are looked at, in the order of the alphabet.
            enough: How many of each are needed.
        """
        beginning = self._keys.beginning(wanted)
        if beginning is None:
            return []
        found: list[int] = []
        ends = self._ends
        begin = ends[beginning[0]]
        for level, count in zip(worse, beginning[1:], strict=True):
            end = ends[count]
            if begin < end:
                more = level << LEVEL
                found += [more + each for each in sorted(self._matches[begin : min(end, begin + most)])[:enough]]
            begin = end
        found.sort()
        return found


def _reader(languages: Sequence[str]) -> Callable[[str], list[tuple[str, bool]]]:
    """What folds the words of texts, and tells which carry content: each word once, for the same ones come again."""
    known: dict[str, list[tuple[str, bool]]] = {}
    of_language = function_words("stopp")
    empty = frozenset().union(*(of_language[language] for language in languages))

    def read(text: str) -> list[tuple[str, bool]]:
        words: list[tuple[str, bool]] = []
        for piece in text.split():
            of_piece = known.get(piece)
            if of_piece is None:
                of_piece = known[piece] = [(folded(word), word not in empty) for word in words_of(piece)]
            words += of_piece
        return words

    return read


def _packed(level: int, kind: int, text: str, thing: int, number: int) -> int:
    return level << LEVEL | kind << KIND | min(len(text), _LONGEST) << THING + TEXT | thing << TEXT | number


def _by_text(lists: Iterable[Iterable[Texts]], things: Things, most: int) -> dict[str, list[tuple[int, int]]]:
    """By text, how much worse it matches whom."""
    by_list: dict[Texts, list[int]] = {}
    for thing, of_thing in enumerate(lists):
        for texts in of_thing:
            by_list.setdefault(texts, []).append(thing)
    by_text: dict[str, list[tuple[int, int]]] = {}
    for (level, called), owners in by_list.items():
        few = [(level, thing) for thing in _few(owners, things, most)]
        for text in called:
            by_text.setdefault(text, []).extend(few)
    for text, owned in by_text.items():
        if len(owned) == 1:
            continue
        chosen = set(_few(sorted({thing for _level, thing in owned}), things, most))
        by_text[text] = [each for each in dict.fromkeys(owned) if each[1] in chosen]
    return by_text


def _few(owners: Iterable[int], things: Things, most: int) -> list[int]:
    """The first few that are called alike, twice as many of a kind: all match equally well, and no more is shown."""
    alike: Counter[int] = Counter()
    kinds: Counter[int] = Counter()
    chosen = []
    for thing in owners:
        alike[things.alike[thing]] += 1
        if alike[things.alike[thing]] <= most and kinds[things.kinds[thing]] < 2 * most:
            kinds[things.kinds[thing]] += 1
            chosen.append(thing)
    return chosen
