"""What all words of a generation together tell: worked out when it is built, and only read when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.analyser import WRITTEN
from index.analysis import content_words, stem
from index.schema import RUNNING_TEXT, TEXT_FIELDS, WORD_FIELDS
from index.signposts import signpost_keys, signpost_words
from index.spelling import by_sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from data.model import Description
    from index.analyser import Analyser
    from index.engine import Engine

BEGINNING = 4
"""Letters by which a word that no name or everyday word begins as is told without being analysed."""

_FILE = "vocabulary.json"


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of a generation, as understanding needs them.

    Attributes:
        beginnings: How names and everyday words begin: `BEGINNING` letters of each.
        in_phrases: The words that stand in some phrase, as phrases have them.
        everywhere: Stems of the authorities' own names: nearly every entry has them, so no one asks for them alone.
        words: By language, sorted, the words that a misspelling may be of.
        sounds: By language and sound, the first of those words that sounds so.
        signposts: By term, the signposts that it leads to: authority, id, and how many words it answers.
    """

    beginnings: frozenset[str]
    in_phrases: frozenset[str]
    everywhere: frozenset[str]
    words: dict[str, tuple[str, ...]]
    sounds: dict[str, dict[str, str]]
    signposts: dict[str, tuple[tuple[str, str, int], ...]]


def load(folder: Path) -> Vocabulary:
    """Read the vocabulary of the generation in `folder`."""
    return msgspec.json.decode((folder / _FILE).read_bytes(), type=Vocabulary)


def write(folder: Path, engine: Engine, descriptions: Sequence[Description], analyser: Analyser) -> None:
    """Work out the vocabulary of what `engine` has, and write it to `folder`."""
    terms = engine.terms()
    named = [term for field in TEXT_FIELDS if field not in RUNNING_TEXT for term in terms[field]]
    words = _words(terms, descriptions, analyser)
    made = Vocabulary(
        beginnings=frozenset(term[2:][:BEGINNING] for term in named),
        in_phrases=frozenset(word for term in named if term.startswith("n:") for word in term[2:].split("_")),
        everywhere=frozenset(_everywhere(descriptions, analyser)),
        words=words,
        sounds={language: by_sound(found) for language, found in words.items()},
        signposts=signpost_keys(descriptions, analyser),
    )
    (folder / _FILE).write_bytes(msgspec.json.encode(made, order="deterministic"))


def _words(
    terms: Mapping[str, Sequence[str]], descriptions: Sequence[Description], analyser: Analyser
) -> dict[str, tuple[str, ...]]:
    """The words of names, answers, texts, everyday words and signposts."""
    words: dict[str, set[str]] = {language: set() for language in WORD_FIELDS}
    for language, field in (*(("sv", name) for name in ("name", "answer", "source")), *WORD_FIELDS.items()):
        words[language].update(term.removeprefix(WRITTEN) for term in terms[field] if term.startswith(WRITTEN))
    for language, word in signpost_words(descriptions):
        words[language].add(word)
    words["sv"].update([base for word in words["sv"] for base in analyser.bases(word)])
    return {language: tuple(sorted(found)) for language, found in words.items()}


def _everywhere(descriptions: Sequence[Description], analyser: Analyser) -> Iterable[str]:
    for description in descriptions:
        authority = description.source.authority
        for word in content_words(f"{authority.name} {authority.organisation}", "sv"):
            yield from (stem(base, "sv") for base in analyser.bases(word))
