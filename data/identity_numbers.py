"""Swedish personal identity numbers, told apart from other digits.

Form and dates: folkbokföringslagen (1991:481) 18 § (personnummer) and lagen (2022:1697) om
samordningsnummer, where the day is the day of birth plus 60. The check digit is not required to be
right: a number with a slip of the finger is still about a person. The one exception is ten digits in a
row that begin with 0, which are more often a telephone number: there the check digit decides.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHAPE = re.compile(
    r"(?<![\d/])(?P<century>(?:18|19|20)?)(?P<year>\d{2})(?P<gap>[-\s.]?)(?P<month>\d{2})(?P=gap)(?P<day>\d{2})"
    r"\s?(?P<mark>[-+\u2010-\u2015\u2212]?)\s?(?P<last>\d{4})(?!\d|/\d)"
)
_COORDINATION_OFFSET = 60
_LEAP_CENTURY = 2000


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
    for match in _SHAPE.finditer(text):
        century = int(match["century"] or 0) * 100
        day = int(match["day"])
        if day > _COORDINATION_OFFSET:
            day -= _COORDINATION_OFFSET
        try:
            date((century or _LEAP_CENTURY) + int(match["year"]), int(match["month"]), day)
        except ValueError:
            continue
        if match.group().isdigit() and match.group().startswith("0") and not _check_digit_is_right(match.group()):
            continue
        yield match


def _check_digit_is_right(digits: str) -> bool:
    """The Luhn check of the ten digits (SKV 704): every other digit, from the first on, counts double."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(sum(divmod(number, 10)) for number in doubled) % 10 == 0
