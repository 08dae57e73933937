"""A text as one who reads it aloud takes it, with the place of every character in the text as it was written."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf", "Cs", "Co", "Cn"})
"""Categories of Unicode: marks on other characters, and what has no look of its own."""
_BREAKS = frozenset({"Cc", "Zl", "Zp"})
"""Control characters, and what ends lines and paragraphs."""
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u2043\u02d7\u00ad\u30fc\uff70\u2500]")
_SIGNS = str.maketrans("·•‧∙・⁄∕∖", ".....///")
"""Signs that are taken for a full stop or a slash."""
_LIKE_DIGITS = re.compile(r"(?<![^\W_])[\doOIl]+(?![^\W_])")
_ALIKE = str.maketrans("oOIl", "0011")
_ENCODED = re.compile(r"(?:%(?:25)*[0-9a-f]{2})+|&#\d{1,7};|&#x[0-9a-f]{1,6};|&[a-z]{2,8};", re.IGNORECASE)
"""As an address has a character, encoded once or over and over, and as a page of the web has it."""
_OCTET = re.compile(r"%(?:25)*([0-9a-f]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read: in basic Latin letters where it can be, digits of any script alike, all dashes alike.

    Attributes:
        text: What is read.
        places: For each character of it, the place of the one that it comes from.
        ends: Likewise, where the text as it was written goes on after that one.
    """

    text: str
    places: Sequence[int]
    ends: Sequence[int]

    def start(self, at: int) -> int:
        """Where a character that is read stands as it was written."""
        return self.places[at]

    def end(self, at: int) -> int:
        """Where the text as it was written goes on after what is read before `at`."""
        return self.ends[at - 1]


def readings(text: str) -> Iterator[Reading]:
    """The text as it is read, and where it has signs as addresses or pages of the web have them, decoded."""
    yield read(text)
    if _ENCODED.search(text):
        yield _read_pieces(_pieces(text))


def read(text: str) -> Reading:
    """Read a text; characters that cannot be seen, or only mark another, are passed over."""
    if text.isascii() and text.isprintable():
        return _one_for_one(text)
    as_read = {ord(written): _plain(written) for written in set(text)}  # a long text has few characters, many times
    if all(len(plain) == 1 for plain in as_read.values()):
        return _one_for_one(text.translate(as_read))
    places = _places(text, as_read)
    return Reading(text.translate(as_read), places, array("I", (place + 1 for place in places)))


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


def _one_for_one(text: str) -> Reading:
    return Reading(text, range(len(text)), range(1, len(text) + 1))


def _read_pieces(pieces: Iterable[tuple[str, int, int]]) -> Reading:
    chars = [(char, start, end) for plain, start, end in pieces for char in plain]
    return Reading(
        "".join(char for char, _, _ in chars), tuple(start for _, start, _ in chars), tuple(end for _, _, end in chars)
    )


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    for match in _ENCODED.finditer(text):
        yield from ((_plain(text[place]), place, place + 1) for place in range(at, match.start()))
        at = match.end()
        yield "".join(map(_plain, _decoded(match.group()))), match.start(), at
    yield from ((_plain(text[place]), place, place + 1) for place in range(at, len(text)))


def _decoded(written: str) -> str:
    if written.startswith("&"):
        return unescape(written)
    return bytes.fromhex("".join(_OCTET.findall(written))).decode("utf-8", "replace")


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
