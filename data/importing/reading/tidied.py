"""The words of a file as they stand, without what only a typesetter needed: one way for every format."""

from __future__ import annotations

import re
import unicodedata

_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_INSTEAD = {"\u2010": "-", "\u2011": "-", "\u000b": "\n", "\u2028": "\n", "\u2029": "\n"}
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_TABLE = {**_NOTHING, **{ord(key): value for key, value in {**_INSTEAD, **_LIGATURES}.items()}}
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?P<rest>[A-ZÅÄÖÉ”\"].*)", re.DOTALL)


def letters(text: str) -> str:
    """A text's letters: composed, ligatures apart, soft hyphens and joiners gone."""
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def one_line(text: str) -> str:
    """A text with single blanks, no-break spaces and line breaks among them."""
    return " ".join(letters(text).split())


def lines(text: str) -> str:
    """A text with single blanks, whose line breaks stay; lines without words are gone."""
    each = (" ".join(line.split()) for line in letters(text).split("\n"))
    return "\n".join(line for line in each if line)


def without_number(text: str) -> tuple[str, str]:
    """The number typed before a heading, and the heading; an empty number where it has none.

    A capital must follow: ”23 kap. 1 § gäller” begins with a chapter of a law.
    """
    found = _NUMBERED.fullmatch(text)
    return (found["number"], found["rest"]) if found else ("", text)
