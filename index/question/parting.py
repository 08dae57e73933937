"""Two needs in one question: *lönespecifikation och protokoll från mötet*, or two sentences.

Where no entry answers the whole, each part is asked by itself. What joins the parts is a word between two things, the
end of a sentence, or a comma; whether they are two needs the engine tells, which alone sees what each of them finds
(`index.engine.seam.Engine.find`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.words.analysis import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.question.understood import Word

MIN_PARTS, MOST_PARTS = 2, 4
"""Needs in a question of several: more is pasted text."""

_JOINING = {
    "sv": ("och", "samt", "plus", "eller", "även", "o", "and"),
    "en": ("and", "plus", "or", "also"),
    "fi": ("ja", "sekä", "tai", "myös"),
    "ar": ("و", "أو", "وكذلك", "وأيضا"),
}
_ENDS = r"[.?!;\u061f\u061b]+(?=\s|$)|[,\u060c](?=\s)|\n|\s?[/+&]\s?"
"""A slash inside a number parts nothing: the pieces then have other words than the whole (`Understander`)."""
_ATTACHED = r"\s(?=\u0648[\u0621-\u064a]{3})"
"""Arabic writes *and* as the first letter of the next word."""


def parted(query: str, language: str) -> list[slice]:
    """The parts of a question that may be needs of their own; one where nothing in it joins two.

    Args:
        query: As the person wrote it.
        language: The language that it is analysed as.

    Returns:
        Where in the query each stands, in its order, the last with all that is left.
    """
    parts: list[slice] = []
    at = 0
    for cut in _CUTS[language].finditer(query):
        if len(parts) == MOST_PARTS - 1:
            break
        if query[at : cut.start()].strip():
            parts.append(slice(at, cut.start()))
        at = cut.end()
    return [*parts, slice(at, len(query))] if query[at:].strip() else parts


def told(piece: str, words: Sequence[Word]) -> str:
    """A part of a question as it is told to who asked: from its first word that says something to its last.

    Args:
        piece: As the person wrote it.
        words: Its words as they were understood.
    """
    telling = [word for word in words if not word.hints and not (word.weak and not word.written)]
    said = {token.text for word in telling for token in tokens(word.written)}.union(*(word.spends for word in telling))
    found = [token for token in tokens(piece) if token.text in said]
    return piece[found[0].start : found[-1].end] if found else piece.strip()


def _cut(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, _JOINING[language]))
    attached = f"|{_ATTACHED}" if language == "ar" else ""
    return re.compile(rf"{_ENDS}|(?<=\s)(?:{words})(?=\s){attached}", re.IGNORECASE)


_CUTS = {language: _cut(language) for language in _JOINING}
