"""What all words of a generation together tell: worked out when it is built, and only read when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.question.signpost_clues import SignpostClues

if TYPE_CHECKING:
    from pathlib import Path

BEGINNING = 4
"""Letters by which a word that no name or everyday word begins as is told without being analysed."""

TELLING = 3
"""Letters by which most words are told that stand in no phrase, without being analysed."""

FILE = "vocabulary.json"


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of a generation, as understanding needs them.

    Attributes:
        beginnings: How names and everyday words begin: `BEGINNING` letters of each.
        phrases_begin: How those words begin: `TELLING` letters of each.
        in_phrases: The words that stand in some phrase, as phrases have them.
        everywhere: Stems of the authorities' own names: nearly every entry has them, so no one asks for them alone.
        words: By language, sorted, the words that a misspelling may be of.
        sounds: By language and sound, the first of those words that sounds so.
        records: The words that by themselves name a kind of record, as a language with a stem: ``sv:protokoll``.
        bodies: Likewise of units and of systems.
        clippable: By the two letters that it begins with, each Swedish word that may be written clipped, names first:
            the word and, of a compound, its first part.
        signposts: By term, the signposts that it leads to: authority, id, and how many words it answers.
        told_here: Those of the phrases among `signposts` that a description's own text has.
        signpost_clues: The words of the questions that people put about them.
    """

    beginnings: frozenset[str]
    phrases_begin: frozenset[str]
    in_phrases: frozenset[str]
    everywhere: frozenset[str]
    words: dict[str, tuple[str, ...]]
    sounds: dict[str, dict[str, str]]
    signposts: dict[str, tuple[tuple[str, str, int], ...]]
    told_here: frozenset[str]
    signpost_clues: SignpostClues
    records: frozenset[str]
    bodies: frozenset[str]
    clippable: dict[str, tuple[tuple[str, str], ...]]


def load(folder: Path) -> Vocabulary:
    """Read the vocabulary of the generation in `folder`."""
    return msgspec.json.decode((folder / FILE).read_bytes(), type=Vocabulary)
