"""Swedish personal identity numbers, told apart from other digits.

Form and dates: folkbokföringslagen (1991:481) 18 § (personnummer) and lagen (2022:1697) om
samordningsnummer, where the day is the day of birth plus 60. The check digit is not required to be
right: a number with a slip of the finger is still about a person. The one exception is ten digits in a
row that begin with 0, which are more often a telephone number: there the check digit decides.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHAPE = re.compile(
    r"(?<![\d/])(?P<century>(?:18|19|20)?)(?P<year>\d{2})(?P<gap>[-\s.]?)(?P<month>\d{2})(?P=gap)(?P<day>\d{2})"
    r"\s?(?P<mark>[-+\u2010-\u2015\u2212]?)\s?(?P<last>\d{4})(?!\d|/\d)"
)
# Any ten or twelve digits with up to three other characters between each: ”1912 1212-1212”, ”19121212/1212”.
_LOOSE = re.compile(r"(?<![\w/])(?:18|19|20)?\d(?:[^\w]{0,3}_?\d){9}(?![^\w]{0,3}\d)")
_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf", "Cs", "Co", "Cn"})
"""Categories of Unicode: marks on other characters, and what has no look of its own."""
_BREAKS = frozenset({"Cc", "Zl", "Zp"})
"""Control characters, and what ends lines and paragraphs."""
_COORDINATION_OFFSET = 60
_LEAP_CENTURY = 2000
_SHORT, _LONG = 10, 12
"""Digits without and with the century."""


def holds_identity_number(text: str) -> bool:
    """Whether there is a personal identity or coordination number in a text, however it is written.

    This is the one question that is asked at every door: digits of any script count, and what cannot be seen or only
    marks another character does not part them.
    """
    return find_identity_number("".join(map(_as_read, unicodedata.normalize("NFKD", text)))) is not None


def _as_read(char: str) -> str:
    """A character as one who reads it aloud takes it: digits of any script alike, nothing for what has no look."""
    category = unicodedata.category(char)
    if category in _UNSEEN:
        return ""
    if category in _BREAKS:
        return " "
    return str(unicodedata.decimal(char, char))


def find_identity_number(text: str) -> str | None:
    """Find the first personal identity or coordination number.

    Args:
        text: Any text. Other digits than ASCII must already be normalised (NFKC).

    Returns:
        The number as it stands in the text, or None.
    """
    return next((match.group() for match in identity_numbers(text)), None)


def identity_numbers(text: str) -> Iterator[re.Match[str]]:
    """Find every personal identity and coordination number, as its match in the text."""
    usual = [match for match in _SHAPE.finditer(text) if _is_one(match.group(), usual=True)]
    taken = [range(match.start(), match.end()) for match in usual]
    unusual = (match for match in _LOOSE.finditer(text) if _is_one(match.group(), usual=False))
    others = [match for match in unusual if not any(match.start() in span or match.end() - 1 in span for span in taken)]
    yield from sorted((*usual, *others), key=lambda match: match.start())


def _is_one(written: str, *, usual: bool) -> bool:
    """Whether the digits are a birth date and four more; in an unusual spelling the check digit must be right."""
    digits = re.sub(r"\D", "", written)
    if len(digits) not in {_SHORT, _LONG}:
        return False
    century = int(digits[:-_SHORT] or _LEAP_CENTURY // 100) * 100
    year, month, day = (int(digits[at : at + 2]) for at in (len(digits) - 10, len(digits) - 8, len(digits) - 6))
    if day > _COORDINATION_OFFSET:
        day -= _COORDINATION_OFFSET
    try:
        date(century + year, month, day)
    except ValueError:
        return False
    is_phone_like = written.isdigit() and written.startswith("0")
    return (usual and not is_phone_like) or _check_digit_is_right(digits[-_SHORT:])


def _check_digit_is_right(digits: str) -> bool:
    """The Luhn check of the ten digits (SKV 704): every other digit, from the first on, counts double."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(sum(divmod(number, 10)) for number in doubled) % 10 == 0
