"""What leads to a signpost: worked out when an index is built, so that a word leads there for what it says alone.

Each key begins with a language. ``sv:stem`` and ``sv:n:phrase`` are what words in that language come to; ``sv=word``
is a word just as it stands, and ``=word`` one that is understood on a page of any language. ``sv!word`` is a word that
what is held here has and no signpost: it leads to none for sharing a stem with one. ``sv?stem`` is of a word that
stands in a topic and says little by itself: it leads there where a question is not answered, and nothing else leads on.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from index.shared import speakers_of_signposts
from index.terms import PHRASE, phrase, words_of
from index.words.analyser import MAX_PHRASE_WORDS
from index.words.analysis import (
    LANGUAGES,
    content_words,
    fold,
    hyphen_parts,
    is_general,
    is_stopword,
    is_weak,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from data.concepts import Signpost
    from data.model import Description
    from index.words.analyser import Analyser

    Keys = dict[str, tuple[tuple[str, str, int], ...]]
    """By key, the signposts that it leads to: authority, id, and how many words it answers."""

_MANY = 65_536
"""What a build keeps for one purpose of what it works out from words and texts alone: the next one asks the same."""
_PHRASE = f"sv:{PHRASE}"
_PARTS_OF_TOPIC = re.compile(r"\s?[,:]\s?|\soch\s")


def signpost_keys(descriptions: Collection[Description], analyser: Analyser) -> Keys:
    """By every key, the signposts that it leads to; those that lead to none tell that.

    What several authorities have alike is there once, under the first of them (`index.shared`).
    """
    by_key: dict[str, dict[tuple[str, str], int]] = {}
    by_id = {description.id: description.signposts for description in descriptions}
    held = _held_words(descriptions)
    of_held = {key for word in held["sv"] for key in word_keys(analyser, word, "sv")}
    topics = {
        description.id: _words_of_one_topic(description.signposts.values(), of_held, analyser)
        for description in descriptions
    }
    for authority, id_ in speakers_of_signposts(descriptions):
        for key, words in _keys(by_id[authority][id_], topics[authority], held, analyser):
            places = by_key.setdefault(key, {})
            places[authority, id_] = max(words, places.get((authority, id_), 0))
    keys: Keys = {key: tuple((*place, words) for place, words in places.items()) for key, places in by_key.items()}
    return keys | dict.fromkeys(_only_held(descriptions, held, keys, analyser), ())


def told_here(descriptions: Collection[Description], keys: Collection[str], analyser: Analyser) -> frozenset[str]:
    """Of the keys of phrases, those whose words stand in a row in a description's own text.

    *Ekonomiskt bistånd* is what others hold where the executive board is asked, and the social board's own.
    """
    told: set[str] = set()
    in_phrases = {word for key in keys if key.startswith(_PHRASE) for word in words_of(key.removeprefix("sv:"))}
    for description in descriptions:
        for passage in description.source.passages.values():
            words = [analyser.canonical(word, "sv") for word in content_words(passage.whole, "sv")]
            for first in range(len(words)):
                for last in range(first + 1, min(first + MAX_PHRASE_WORDS, len(words))):
                    if words[last] not in in_phrases or words[first] not in in_phrases:
                        break
                    told.add(f"sv:{phrase(words[first : last + 1])}")
    return frozenset(told.intersection(keys))


def word_keys(analyser: Analyser, word: str, language: str) -> list[str]:
    """The keys of a word in a language, by its stems."""
    return [f"{language}:{fold(stem)}" for stem in analyser.stems(word, language)]


def texts_of(signpost: Signpost) -> Iterator[tuple[str, str]]:
    """What a signpost is called, each with its language."""
    yield "sv", signpost.topic
    for language, texts in signpost.words.items():
        for text in texts:
            yield language, text


def _keys(
    signpost: Signpost, topics: Collection[str], held: Mapping[str, Collection[str]], analyser: Analyser
) -> Iterator[tuple[str, int]]:
    for language, text in texts_of(signpost):
        for words in _readings(text, language):
            if len(words) == 1:
                yield from _keys_of_one(words[0], language, held, analyser)
            elif len(words) <= MAX_PHRASE_WORDS:
                yield f"{language}:{analyser.phrase(words, language)}", len(words)
    yield from _keys_of_topic(signpost.topic, topics, analyser)


def _keys_of_topic(topic: str, topics: Collection[str], analyser: Analyser) -> Iterator[tuple[str, int]]:
    """”Skatt och deklaration” is also what stands on either side, and each of its words."""
    for part in _PARTS_OF_TOPIC.split(topic):
        for words in _readings(part, "sv"):
            if 1 < len(words) <= MAX_PHRASE_WORDS:
                yield f"sv:{analyser.phrase(words, 'sv')}", len(words)
    for word in content_words(topic, "sv"):
        if word in topics:
            yield f"sv={word}", 1
            yield from ((key, 1) for key in word_keys(analyser, word, "sv"))
        elif not _is_empty_in_any_form(word, analyser):
            yield from ((key.replace("sv:", "sv?", 1), 1) for key in word_keys(analyser, word, "sv"))


def _keys_of_one(
    word: str, language: str, held: Mapping[str, Collection[str]], analyser: Analyser
) -> Iterator[tuple[str, int]]:
    for key in word_keys(analyser, word, language):
        yield key, 1
    if language == "sv" or _is_empty(word, language):
        yield f"{language}={word}", 1
    is_swedish = language != "sv" and analyser.lexicon.is_word(word)
    others = [other for other in LANGUAGES if other != language]
    if not is_swedish and not any(word in held[other] or _is_empty(word, other) for other in others):
        yield f"={word}", 1


def _words_of_one_topic(
    signposts: Collection[Signpost], of_held: Collection[str], analyser: Analyser
) -> frozenset[str]:
    """The words of topics that say by themselves which one is meant, and that nothing held here has.

    What stands in several topics tells nothing, unless one begins with it: it is what that one is about.
    """
    of_topics = [set(content_words(signpost.topic, "sv")) for signpost in signposts]
    keys = Counter(
        key for words in of_topics for key in {key for word in words for key in word_keys(analyser, word, "sv")}
    )
    first = {word for signpost in signposts for word in content_words(signpost.topic, "sv")[:1]}
    return frozenset(
        word
        for word in set().union(*of_topics)
        if not _is_empty_in_any_form(word, analyser)
        and all((keys[key] == 1 or word in first) and key not in of_held for key in word_keys(analyser, word, "sv"))
    )


def _held_words(descriptions: Iterable[Description]) -> dict[str, set[str]]:
    """By language, the words of the names and everyday words of what is held here."""
    held: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for description in descriptions:
        for guidance in description.guidance.values():
            texts = [("sv", text) for text in (guidance.title, *guidance.aliases)]
            texts += [(language, text) for language, words in guidance.words.items() for text in words]
            for language, text in texts:
                held[language].update(content_words(text, language))
    return held


def _only_held(
    descriptions: Iterable[Description], held: Mapping[str, Collection[str]], keys: Keys, analyser: Analyser
) -> Iterator[str]:
    """The words of what is held here that no signpost has, though they come to the same as a word that one has."""
    signposts = [signpost for description in descriptions for signpost in description.signposts.values()]
    texts = [text for signpost in signposts for text in texts_of(signpost)]
    own = {(language, *content_words(text, language)) for language, text in texts}
    for language, words in held.items():
        for word in words:
            read_as = set(word_keys(analyser, word, language))
            if language != "sv" and analyser.lexicon.is_word(word):
                read_as.update(word_keys(analyser, word, "sv"))
            if (language, word) not in own and any(key in keys for key in read_as):
                yield f"{language}!{word}"


def _is_empty_in_any_form(word: str, analyser: Analyser) -> bool:
    return any(_is_empty(base, "sv") for base in (word, *analyser.bases(word)))


@lru_cache(_MANY)
def _is_empty(word: str, language: str) -> bool:
    return is_stopword(word, language) or is_general(word, language) or is_weak(word, language)


@lru_cache(_MANY)
def _readings(text: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The content words of a text, and with hyphens as blanks: a query's hyphenated word may come in parts."""
    whole = tuple(content_words(text, language))
    apart = tuple(content_words(" ".join(part for word in text.split() for part in hyphen_parts(word)), language))
    return (whole, apart) if len(apart) > 1 and apart != whole else (whole,)
