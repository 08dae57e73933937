"""A text as one who reads it aloud takes it, with the place of every character in the text as it was written."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf", "Cs", "Co", "Cn"})
"""Categories of Unicode: marks on other characters, and what has no look of its own."""
_BREAKS = frozenset({"Cc", "Zl", "Zp"})
"""Control characters, and what ends lines and paragraphs."""
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u2043\u02d7\u00ad\u30fc\uff70\u2500]")
_SIGNS = str.maketrans("·•‧∙・⁄∕∖", ".....///")
"""Signs that are taken for a full stop or a slash."""
_LIKE_DIGITS = re.compile(r"(?<![^\W_])[\doOIl]+(?![^\W_])")
_ALIKE = str.maketrans("oOIl", "0011")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read: in basic Latin letters where it can be, digits of any script alike, all dashes alike.

    Attributes:
        text: What is read.
        places: For each character of it, the place of the one that it comes from.
        written: How long the text as it was written is.
    """

    text: str
    places: Sequence[int]
    written: int

    def start(self, at: int) -> int:
        """Where a character that is read stands as it was written."""
        return self.places[at]

    def end(self, at: int) -> int:
        """Where the text as it was written goes on after what is read before `at`."""
        return self.places[at - 1] + 1


def read(text: str) -> Reading:
    """Read a text; characters that cannot be seen, or only mark another, are passed over."""
    if text.isascii() and text.isprintable():
        return Reading(text, range(len(text)), len(text))
    as_read = {ord(written): _plain(written) for written in set(text)}  # a long text has few characters, many times
    if all(len(plain) == 1 for plain in as_read.values()):
        return Reading(text.translate(as_read), range(len(text)), len(text))
    return Reading(text.translate(as_read), _places(text, as_read), len(text))


def _places(text: str, as_read: Mapping[int, str]) -> Sequence[int]:
    """For each character that is read, the place of the one that it comes from: stretches of single ones at once."""
    places, done = array("I"), 0
    others = re.escape("".join(chr(code) for code, plain in as_read.items() if len(plain) != 1))
    for other in re.finditer(f"[{others}]", text):
        at = other.start()
        places.extend(range(done, at))
        places.extend([at] * len(as_read[ord(other.group())]))
        done = at + 1
    places.extend(range(done, len(text)))
    return places


def with_letters_as_digits(text: str) -> str:
    """The text with an O read as 0, and an l or I as 1, in groups that else are digits: as long as the text is."""
    return _LIKE_DIGITS.sub(_as_digits, text)


def _as_digits(group: re.Match[str]) -> str:
    written = group.group()
    return written.translate(_ALIKE) if any(char.isdigit() for char in written) else written


def _plain(written: str) -> str:
    if written.isascii():
        return written if written.isprintable() else "\n" if written == "\n" else " "
    return "".join(map(_as_read, unicodedata.normalize("NFKD", written)))


def _as_read(char: str) -> str:
    category = unicodedata.category(char)
    if category in _UNSEEN:
        return ""
    if category in _BREAKS:
        return " "
    return str(unicodedata.decimal(char, "-" if _DASHES.match(char) else char.translate(_SIGNS)))
