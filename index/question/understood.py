"""A question as it was understood: its content words, and the tree that asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from index.tree import Node
from index.words.lexicon import Part


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a query.

    Attributes:
        written: As the person wrote it.
        text: Normalised, and corrected where it was misspelled; empty for a number or reference.
        weak: It stands everywhere, and need not be answered.
        general: It does not say what a record is about, unless some entry is named by it.
        spared: General in the page's own language, and no name: it says what somebody does, and beside a word for a
            thing it need not be answered. Nor must a person where what is held of persons is.
        hints: Nothing but a hint: a general word by which nothing is named. It may tip the order, as the questions that
            people put about an entry have it, and is neither answered nor missed.
        codes: The terms of a number or reference, or of what the question wants to know.
        parts: The parts of a compound that no entry has whole; all must be answered.
        light: The head of such a compound where it only says that there is a record.
        is_own_word: It is such a compound, and the dictionary has it: what only has a part of it means something else.
        corrected: The text is a correction of what was written.
        linked: It follows on a word that leads over to what qualifies: *protokoll från nämnden*.
        qualifies: It only says whose, about whom or from where (`index.question.roles`).
        clipped_of: The words that it may be the beginning of; they are asked for in its place.
        spends: Of what the question wants to know (`index.question.intents`), the words that say so.
    """

    written: str
    text: str
    weak: bool = False
    general: bool = False
    spared: bool = False
    hints: bool = False
    codes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    light: Part | None = None
    is_own_word: bool = False
    corrected: bool = False
    linked: bool = False
    qualifies: bool = False
    clipped_of: tuple[str, ...] = ()
    spends: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Understood:
    """A query understood: its content words, and the tree whose leaves name them by their places.

    Attributes:
        query: What was asked.
        parts: The needs that it may be of, each understood by itself; none where it is of one. Each has all words of
            the question, those that are not its own as weak ones, so that a word has the same place in all of them.
    """

    words: tuple[Word, ...]
    tree: Node
    query: str = ""
    parts: tuple[Understood, ...] = ()
