"""What the Swedish spelling dictionary knows of a word: its base forms and its parts.

When an index is built the dictionary is compiled (`index.words.hunspell`) into a trie of base words with their flags,
and the suffix rules turned round: from an ending back to the base word. Nothing is expanded, so that a million word
forms cost one megabyte, shared by the workers.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

import marisa_trie
import msgspec

from index.words.hunspell import RULES, WORDS, Rule, Rules
from index.words.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_BEGIN, _MIDDLE, _END, _ONLY_IN_COMPOUND, _NEEDS_AFFIX, _FORBIDDEN = "XUYZ¤%"
_OF_VERBS, _OF_NOUNS, _COMPARED = frozenset("KLMN"), frozenset("BDEFGHIJ"), "P"
"""Flags of the dictionary's suffix classes: *-er -te*, *-ar -ade*, *-s* end verbs, *-en -et -ar -or -er* nouns. Some
letters serve both, so that they are read together with how the base word ends."""
_INFINITIVE = "a"

MAX_SPLIT_LENGTH = 40
"""Longer words are not taken apart: real compounds are shorter, and each letter costs look-ups."""
_LONGEST_SUFFIX = 8
_SHORTEST_PART = 3
_SHORT_PART = 4
_SHORT_PENALTY = 8
_PART_COST = 10


@dataclass(frozen=True, slots=True)
class _ByEnding:
    """Rules by what they take off, and then by what they put on; and the longest ending among them."""

    rules: dict[str, dict[str, list[Rule]]]
    longest: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a compound: as it stands there, and its base word."""

    text: str
    base: str


class _Reading(NamedTuple):
    """A way to read a word, or the end of one, as parts, and what it costs: the fewer and longer parts, the less."""

    cost: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Supplement:
    begins: dict[str, str]
    ends: dict[str, str]
    endings: frozenset[str]
    light: frozenset[str]


class Lexicon:
    """The compiled lexicon, read-only."""

    def __init__(self, words: marisa_trie.BytesTrie, rules: bytes) -> None:
        """Know these base words with their flags, and the rules as they are written."""
        self._words = words
        read = msgspec.json.decode(rules, type=Rules)
        self._inflections = _by_ending(read.inflections)
        self._links = _by_ending(read.links)
        self.bases: Callable[[str], tuple[str, ...]] = kept(self._find_bases)
        self.split: Callable[[str], tuple[Part, ...]] = kept(self._find_split)

    @classmethod
    def mapped(cls, folder: Path) -> Lexicon:
        """The one whose files are in `folder`, mapped into memory: the workers share it."""
        words = marisa_trie.BytesTrie()
        words.mmap(str(folder / WORDS))
        return cls(words, (folder / RULES).read_bytes())

    @classmethod
    def of(cls, words: bytes, rules: bytes) -> Lexicon:
        """The one whose files hold this, whatever becomes of them."""
        return cls(marisa_trie.BytesTrie().frombytes(words), rules)

    def is_word(self, word: str) -> bool:
        """Whether a normalised word is a word or a form of one, compounds made on the spot left aside."""
        return bool(self.bases(word))

    def names_no_thing(self, word: str) -> bool:
        """Whether a normalised word is the form of a verb or of an adjective that compares, and of nothing else."""
        readings = list(self._base_flags(word))
        return bool(readings) and all(_names_no_thing(base, frozenset(flags)) for base, flags in readings)

    def _flags(self, word: str) -> str:
        flags = self._words.get(word, ())
        return flags[0].decode() if flags else ""

    def _has(self, word: str) -> bool:
        return word in self._words

    def _begins(self, beginning: str) -> bool:
        """Whether some word begins so."""
        return next(self._words.iterkeys(beginning), None) is not None

    def _find_bases(self, word: str) -> tuple[str, ...]:
        """The base words that a word may be a form of, itself among them; the shortest first."""
        bases = {base for base, _flags in self._base_flags(word)}
        return tuple(sorted(bases, key=lambda base: (len(base), base)))

    def _base_flags(self, word: str) -> Iterator[tuple[str, str]]:
        least = len(word) - self._inflections.longest
        if least >= _SHORTEST_PART and not self._begins(word[:least]):
            return  # every base begins so: one look for most of what is no word
        if self._has(word):
            flags = self._flags(word)
            if not set(flags) & {_ONLY_IN_COMPOUND, _NEEDS_AFFIX, _FORBIDDEN}:
                yield word, flags
        for base, flags in self._undo(word, self._inflections):
            if _FORBIDDEN not in flags:
                yield base, flags

    def _undo(self, word: str, rules: _ByEnding) -> Iterator[tuple[str, str]]:
        """The bases that a rule leads from to a word, each with its flags, the rule's own among them."""
        for length in range(min(rules.longest, len(word) - 1) + 1):
            for strip, alike in rules.rules.get(word[len(word) - length :], {}).items():
                base = word[: len(word) - length] + strip
                if flags := self._flags(base):  # asked once for the many rules that come to the same base
                    for rule in alike:
                        if rule.flag in flags and _condition(rule.condition).search(base):
                            yield base, flags

    def _find_split(self, word: str) -> tuple[Part, ...]:
        """The parts of a compound, the head last; empty for a word that is none."""
        if not 2 * _SHORTEST_PART <= len(word) + 1 <= MAX_SPLIT_LENGTH + 1:
            return ()
        reading = self._cheapest(word, 0, {})
        return reading.parts if reading and len(reading.parts) > 1 else ()

    def _cheapest(self, word: str, start: int, known: dict[int, _Reading | None]) -> _Reading | None:
        """The cheapest way to read `word` from `start` on, the first of several; every way ends in a head."""
        if start not in known:
            readings = (*self._as_head(word, start), *self._as_begun(word, start, known))
            known[start] = min(readings, key=lambda reading: reading.cost, default=None)
        return known[start]

    def _as_head(self, word: str, start: int) -> Iterator[_Reading]:
        """What is left read as one part: never the whole word."""
        if start and (base := self._end(word[start:])):
            yield _Reading(_cost(word[start:]), (Part(word[start:], base),))

    def _as_begun(self, word: str, start: int, known: dict[int, _Reading | None]) -> Iterator[_Reading]:
        """For each part that may stand first in what is left: that part, and the cheapest way to go on."""
        for end, base in self._beginnings(word, start):
            text = word[start:end]
            for rest in _rests(word, end):
                if following := self._cheapest(word, rest, known):
                    yield _Reading(_cost(text) + following.cost, (Part(text, base), *following.parts))

    def _beginnings(self, word: str, start: int) -> Iterator[tuple[int, str]]:
        """Where each part ends that may stand first in what is left, and its base."""
        some_word_begins_so = True
        for end in range(start + 2, len(word) - 1):
            text = word[start:end]
            # Once no word begins so, none begins with more of it: most of a long word is done with here.
            some_word_begins_so = some_word_begins_so and self._begins(text[: -self._links.longest])
            supplied = _supplement().begins.get(text, "")
            if base := self._begin(text, first=start == 0) if some_word_begins_so else supplied:
                yield end, base

    def _begin(self, text: str, *, first: bool) -> str:
        """The base of a part that may stand before another, or nothing."""
        supplement = _supplement()
        if text in supplement.begins:
            return supplement.begins[text]
        if len(text) < _SHORTEST_PART or text in supplement.endings:
            return ""
        wanted = {_BEGIN} if first else {_BEGIN, _MIDDLE}
        if self._has(text) and wanted & set(self._flags(text)):
            return text
        return _shortest(base for base, _flags in self._undo(text, self._links))

    def _end(self, text: str) -> str:
        """The base of a part that may stand last, in any inflected form, or nothing."""
        supplement = _supplement()
        if text in supplement.ends:
            return supplement.ends[text]
        if len(text) < _SHORTEST_PART or text in supplement.endings:
            return ""
        bases = (base for base, flags in self._base_flags(text) if _END in flags or base in supplement.ends)
        base = _shortest(bases)
        return supplement.ends.get(base, base)


def _names_no_thing(base: str, flags: frozenset[str]) -> bool:
    if base.endswith(_INFINITIVE):
        return bool(flags & _OF_VERBS) and not flags & {"E", "G", "H", "I"}  # else a noun as well: hyra, klippa
    return _COMPARED in flags and not flags & _OF_NOUNS


def is_light_head(base: str) -> bool:
    """Whether a head only says that there is a record, so that the modifier tells what about."""
    return base in _supplement().light


def _rests(word: str, end: int) -> tuple[int, ...]:
    """Where a word goes on after a part: of three equal letters one is left out, fall + lucka is written fallucka."""
    return (end, end - 1) if word[end - 1] == word[end - 2] else (end,)


def _shortest(bases: Iterable[str]) -> str:
    return min(bases, key=lambda base: (len(base), base), default="")


def _cost(text: str) -> int:
    return _PART_COST + (_SHORT_PENALTY if len(text) < _SHORT_PART else 0)


@cache
def _condition(condition: str) -> re.Pattern[str]:
    return re.compile(f"(?:{condition})$" if condition != "." else "")


def _by_ending(rules: list[Rule]) -> _ByEnding:
    by_ending: dict[str, dict[str, list[Rule]]] = {}
    for rule in rules:
        if len(rule.add) <= _LONGEST_SUFFIX:
            by_ending.setdefault(rule.add, {}).setdefault(rule.strip, []).append(rule)
    return _ByEnding(by_ending, max(map(len, by_ending), default=0))


@cache
def _supplement() -> _Supplement:
    rules = tomllib.loads(resources.files("index.words.language").joinpath("compounds.toml").read_text("utf-8"))
    begins = {part["ord"]: part.get("grund", part["ord"]) for part in rules["led"] if part["roll"] != "slut"}
    ends = {part["ord"]: part.get("grund", part["ord"]) for part in rules["led"] if part["roll"] != "start"}
    endings = frozenset(word for group in rules["andelse"] for word in group["ord"])
    light = frozenset(word for group in rules["latt"] for word in group["ord"])
    return _Supplement(begins, ends, endings, light)
