"""Two needs in one question: *lönespecifikation och protokoll från mötet*, or two sentences.

Where no entry answers the whole, each part is asked by itself. What joins the parts is a word between two things, the
end of a sentence, or a comma; whether they are two needs the engine tells, which alone sees what each of them finds
(`index.engine.seam.Engine.find`).
"""

from __future__ import annotations

import re

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


def parted(query: str, language: str) -> tuple[str, ...]:
    """The parts of a question that may be needs of their own; one where nothing in it joins two.

    Args:
        query: As the person wrote it.
        language: The language that it is analysed as.

    Returns:
        Pieces of the query, in its order, the last with all that is left.
    """
    parts: list[str] = []
    rest = query
    while len(parts) < MOST_PARTS - 1 and (cut := _CUTS[language].search(rest)):
        if piece := rest[: cut.start()].strip():
            parts.append(piece)
        rest = rest[cut.end() :]
    return tuple(filter(None, (*parts, rest.strip())))


def _cut(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, _JOINING[language]))
    attached = f"|{_ATTACHED}" if language == "ar" else ""
    return re.compile(rf"{_ENDS}|(?<=\s)(?:{words})(?=\s){attached}", re.IGNORECASE)


_CUTS = {language: _cut(language) for language in _JOINING}
