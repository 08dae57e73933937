"""Works out what all words of a generation together tell (`index.question.vocabulary`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.entries import entries
from data.kinds import EntryType
from index.fields import WORD_FIELDS
from index.question.clipped import clippable
from index.question.signpost_clues import signpost_clues
from index.question.signpost_keys import signpost_keys, told_here
from index.question.signposts import signpost_words
from index.question.spelling import by_sound
from index.question.vocabulary import BEGINNING, FILE, TELLING, Vocabulary
from index.terms import PHRASE, WRITTEN, text_of, words_of
from index.words.analysis import content_words, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from data.entries import Entry
    from data.model import Description
    from index.words.analyser import Analyser


_CLIPPED_FROM = ("name", "words_sv")
_RECORDS, _BODIES = {EntryType.RECORD_TYPE, EntryType.GUIDE}, {EntryType.UNIT, EntryType.FINDING_AID}


def write(
    folder: Path, terms: Mapping[str, Sequence[str]], descriptions: Sequence[Description], analyser: Analyser
) -> None:
    """Work out the vocabulary of a generation, and write it to `folder`.

    Args:
        folder: Where to.
        terms: By field, all its terms.
        descriptions: What it was made of.
        analyser: Made the terms.
    """
    named = [term for field in ("name", *WORD_FIELDS.values()) for term in terms[field]]
    words = _words(terms, descriptions, analyser)
    things = [entry for description in descriptions for entry in entries(description)]
    written = {field: [text_of(term) for term in terms[field] if term.startswith(WRITTEN)] for field in _CLIPPED_FROM}
    in_phrases = frozenset(word for term in named if term.startswith(PHRASE) for word in words_of(term))
    leading = signpost_keys(descriptions, analyser)
    made = Vocabulary(
        beginnings=frozenset(text_of(term)[:BEGINNING] for term in named),
        phrases_begin=frozenset(word[:TELLING] for word in in_phrases),
        in_phrases=in_phrases,
        everywhere=frozenset(_everywhere(descriptions, analyser)),
        words=words,
        sounds={language: by_sound(of_language) for language, of_language in words.items()},
        signposts=leading,
        told_here=told_here(descriptions, leading, analyser),
        signpost_clues=signpost_clues(descriptions),
        records=frozenset(_named(things, analyser, _RECORDS)),
        bodies=frozenset(_named(things, analyser, _BODIES)),
        clippable=clippable(written["name"], written["words_sv"], analyser.lexicon),
    )
    (folder / FILE).write_bytes(msgspec.json.encode(made, order="deterministic"))


def _named(things: Iterable[Entry], analyser: Analyser, types: Collection[EntryType]) -> Iterator[str]:
    """The stems of words that by themselves name entries of some types, with their languages."""
    for entry in things:
        if entry.type in types:
            texts = [("sv", name) for name in entry.names]
            if entry.type in _RECORDS:
                texts += [(language, text) for language, of_it in entry.words.items() for text in of_it]
            for language, text in texts:
                words = content_words(text, language)
                if len(words) == 1:
                    yield from (f"{language}:{stem_}" for stem_ in analyser.stems(words[0], language))


def _words(
    terms: Mapping[str, Sequence[str]], descriptions: Sequence[Description], analyser: Analyser
) -> dict[str, tuple[str, ...]]:
    """The words of names, answers, texts, everyday words and signposts."""
    words: dict[str, set[str]] = {language: set() for language in WORD_FIELDS}
    for language, field in (*(("sv", name) for name in ("name", "answer", "source")), *WORD_FIELDS.items()):
        words[language].update(text_of(term) for term in terms[field] if term.startswith(WRITTEN))
    for language, word in signpost_words(descriptions):
        words[language].add(word)
    words["sv"].update([base for word in words["sv"] for base in analyser.bases(word)])
    return {language: tuple(sorted(of_language)) for language, of_language in words.items()}


def _everywhere(descriptions: Sequence[Description], analyser: Analyser) -> set[str]:
    """Stems that are in the names of all authorities: where there are several, a name tells them apart."""
    names = []
    for description in descriptions:
        authority = description.source.authority
        words = content_words(f"{authority.name} {authority.organisation}", "sv")
        names.append({stem(base, "sv") for word in words for base in analyser.bases(word)})
    return set.intersection(*names) if names else set()
