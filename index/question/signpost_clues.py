"""What people say when they ask for what a signpost is about: where no name of it is said, its questions may tell.

A signpost is led to by its own words (`index.question.signpost_keys`). Who tells what happened and names nothing is
understood by the whole questions that people put about a thing: the rarer the words that a question shares with them,
the more they say. The questions about what is held here stand beside, so that a signpost is shown only where they say
less.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from index.shared import speakers_of_signposts
from index.words.analysis import content_words, fold, is_weak, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from data.concepts import Signpost
    from data.model import Description, Guidance, GuideQuestion

    Texts = Mapping[str, tuple[str, ...]]
    _Asked = Signpost | Guidance | GuideQuestion

LEAST_WORDS = 2
"""Words that a question must share with a signpost's: one is met by chance."""
LEAST_SHARE = 0.3
"""How much of what a question says must be shared, each word weighed by how rare it is."""
LEAST_LEAD = 1.15
"""How many times what the next best says the best must say: of two that are nearly alike neither is meant."""
_MANY = 16_384
"""Questions whose keys a build keeps, at most: the next one asks for the same. No visitor's question is among them."""
HELD = ("", "")
"""Stands for whatever is held here."""


class SignpostClues(msgspec.Struct, frozen=True):
    """The words of the questions that people put.

    Attributes:
        subjects: What they are about: a signpost's authority and id, or `HELD` for a thing that is held.
        having: By language and stem (``sv:katt``), the places in `subjects` of those that it is asked about with.
    """

    subjects: tuple[tuple[str, str], ...] = ()
    having: dict[str, tuple[int, ...]] = {}

    def best(
        self, words: Iterable[str], languages: Collection[str], asked: Collection[tuple[str, str]]
    ) -> tuple[str, str] | None:
        """The signpost whose questions say most of what is asked, and clearly more than those of anything else.

        Args:
            words: The normalised words of the question.
            languages: In which they may be.
            asked: The signposts that speak for whom is asked.
        """
        shares: dict[int, float] = {}
        counts: dict[int, int] = {}
        whole = 0.0
        for word in dict.fromkeys(words):
            places = {place for language in languages for place in self.having.get(key_of(word, language), ())}
            if not places:
                continue
            says = math.log(len(self.subjects) / len(places))
            whole += says
            for place in places:
                shares[place] = shares.get(place, 0.0) + says
                counts[place] = counts.get(place, 0) + 1
        ranked = sorted(shares, key=lambda place: -shares[place])
        if not ranked or self.subjects[ranked[0]] not in asked or counts[ranked[0]] < LEAST_WORDS:
            return None
        first = shares[ranked[0]]
        second = shares[ranked[1]] if len(ranked) > 1 else 0.0
        return self.subjects[ranked[0]] if first >= LEAST_SHARE * whole and first >= LEAST_LEAD * second else None


def key_of(word: str, language: str) -> str:
    """The key of a normalised word in a language."""
    return f"{language}:{fold(stem(word, language))}"


def signpost_clues(descriptions: Collection[Description]) -> SignpostClues:
    """The words of all questions that people put, each thing once: what several authorities have alike is one."""
    by_id = {description.id: description.signposts for description in descriptions}
    subjects = [(key, _texts(by_id[key[0]][key[1]])) for key in speakers_of_signposts(descriptions)]
    held = dict.fromkeys(map(_frozen, _held(descriptions)))
    subjects = [(key, texts) for key, texts in subjects if texts]
    subjects += [(HELD, dict(texts)) for texts in held]
    having: dict[str, list[int]] = {}
    for place, (_key, texts) in enumerate(subjects):
        for key in {key for language, each in texts.items() for text in each for key in _keys(text, language)}:
            having.setdefault(key, []).append(place)
    return SignpostClues(tuple(key for key, _texts in subjects), {key: tuple(of) for key, of in sorted(having.items())})


def _texts(thing: _Asked) -> Texts:
    """The questions of what has some, with its everyday words: who asks about it may say either."""
    return {language: (*texts, *thing.words.get(language, ())) for language, texts in thing.asked.items()}


def _held(descriptions: Iterable[Description]) -> Iterator[Texts]:
    for description in descriptions:
        for guidance in description.guidance.values():
            yield _texts(guidance)
            yield from map(_texts, guidance.questions)


def _frozen(texts: Texts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted(texts.items()))


@lru_cache(_MANY)
def _keys(text: str, language: str) -> tuple[str, ...]:
    return tuple(
        key_of(word, language)
        for word in content_words(text, language)
        if not word.isdecimal() and not is_weak(word, language)
    )
