"""Words as they stand, without what programs put between them: the same for every format."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.importing.blocks import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = re.compile(r"[ -~\n\u00a1-\u00ac\u00ae-\u02ff–—“”‘’…•]*")
_BLANKS = dict.fromkeys(
    map(ord, "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_REPLACED = {
    **_BLANKS,
    **dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n"),
    0x2011: "-",
    0xF0B7: "•",  # the list mark of Word's font Symbol, and that of Wingdings
    0xF0A7: "•",
}
_JOINERS = frozenset("\u200c\u200d")
"""How Arabic and Indic letters join: part of the words there, and nothing elsewhere."""
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})

_TYPED_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,5}|[A-Z](?=[.)])|[IVX]{1,5}(?=[.)]))[.)]?\s+(?=[^\W\d_])(?!kap\b|§|år\b|st\b|procent\b)"
)
_MARK = re.compile(r"[•·▪■●○◦‣⁃∙*–—-]\s+(?=\S)")


def tidy(text: str) -> str:
    """Text with single blanks inside lines and without blank lines; what has no look is gone.

    Args:
        text: Any text; a line break in it is one on the page.
    """
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFC", text.translate(_REPLACED))
        text = "".join(
            char for char in text if char == "\n" or char in _JOINERS or unicodedata.category(char) not in _UNSEEN
        )
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Text with single blanks, its line breaks among them.

    Args:
        text: Any text.
    """
    return tidy(text).replace("\n", " ")


def number_apart(text: str) -> tuple[str, str]:
    """The number that is typed before a heading, and the heading; no number where it is a provision or a count.

    Args:
        text: The heading as typed: ``2.1 Historik``.
    """
    found = _TYPED_NUMBER.match(text)
    return (found["number"], text[found.end() :]) if found else ("", text)


def mark_apart(text: str) -> tuple[bool, str]:
    """Whether a line begins with a typed list mark, and the line without it.

    Args:
        text: A line.
    """
    found = _MARK.match(text)
    return (True, text[found.end() :]) if found else (False, text)


@dataclass(frozen=True, slots=True)
class Piece:
    r"""Words that stand alike.

    Attributes:
        text: The words, with ``\n`` for a line break.
        bold: Whether they are bold.
        size: Height in points; 0 where it is not known.
        capitals: Whether they are set in capitals.
        hidden: Whether the program does not show them.
    """

    text: str
    bold: bool = False
    size: float = 0.0
    capitals: bool = False
    hidden: bool = False


def look_of(pieces: Sequence[Piece], style: str, *, centred: bool) -> Look:
    """How a paragraph looks, by most or all of its letters.

    Args:
        pieces: Its words.
        style: Its style's own name.
        centred: Whether it is centred.
    """
    seen = [piece for piece in pieces if any(char.isalnum() for char in piece.text)]
    letters: dict[float, int] = {}
    for piece in seen:
        letters[piece.size] = letters.get(piece.size, 0) + len(piece.text)
    bold = bool(seen) and all(piece.bold for piece in seen)
    return Look(
        style=style,
        size=max(letters, key=letters.__getitem__) if letters else 0.0,
        bold=bold,
        capitals=bool(seen) and all(piece.capitals for piece in seen),
        centred=centred,
        bold_lead="" if bold else _lead(pieces),
    )


def _lead(pieces: Sequence[Piece]) -> str:
    words = []
    for piece in pieces:
        if not piece.bold and piece.text.strip():
            break
        words.append(piece.text)
    lead = tidy("".join(words))
    return lead.rstrip(" :.,;–-") if any(char.isalnum() for char in lead) else ""
