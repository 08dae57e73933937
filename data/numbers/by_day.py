"""Identity numbers whose date is written as dates are said: ”01.01.1980-1234”, ”1 januari 1980 1234”, ”1980-1-1-1234”.

In a row of ten or twelve digits (`data.numbers.runs`) the year comes first and the day has two digits. Whoever comes
from elsewhere, or copies out of a letter, writes the date in another order and the last four behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.numbers.runs import check_digit_is_right, is_of_birth

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = (
    (r"jan(?:uari|uary)?|tammikuu(?:ta)?", "01"),
    (r"feb(?:ruari|ruary)?|helmikuu(?:ta)?", "02"),
    (r"mar(?:s|ch)?|maaliskuu(?:ta)?", "03"),
    (r"apr(?:il)?|huhtikuu(?:ta)?", "04"),
    (r"maj|may|toukokuu(?:ta)?", "05"),
    (r"june?|juni|kesakuu(?:ta)?", "06"),
    (r"july?|juli|heinakuu(?:ta)?", "07"),
    (r"aug(?:usti|ust)?|elokuu(?:ta)?", "08"),
    (r"sept?(?:ember)?|syyskuu(?:ta)?", "09"),
    (r"o[ck]t(?:ober)?|lokakuu(?:ta)?", "10"),
    (r"nov(?:ember)?|marraskuu(?:ta)?", "11"),
    (r"de[ck](?:ember)?|joulukuu(?:ta)?", "12"),
)
"""The names of months as they are read, without marks: Swedish, English and Finnish."""
_NAMED = "|".join(names for names, _ in _MONTHS)
_MONTH = rf"(?P<month>\d{{1,2}}|(?<![a-z])(?:{_NAMED})(?![a-z]))"
_NAME = rf"(?P<month>(?<![a-z])(?:{_NAMED})(?![a-z]))"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_BETWEEN = r"(?:\s?[-./,]\s?|\s)"
_ORDINAL = r"(?::?[ae]|st|nd|rd|th)?\.?"
_LAST = r"(?P<border>\s?[-+]{1,2}\s?|\s?[./_*,]\s?|\s{1,2})(?P<last>\d{4}|\d{3}(?!\s?\d)|\d\d\s\d\d)(?!\d|[-./:]\d)"
_START = r"(?<![\d§])(?<!\d[-./:,+])"
DATES = (
    rf"{_DAY}{_ORDINAL}{_BETWEEN}{_MONTH}\.?{_BETWEEN}{_YEAR}",
    rf"(?P<day>\d\d)(?P<month>\d\d){_YEAR}",
    r"(?P<day>\d\d)(?P<parted>[-./])(?P<month>\d\d)(?P=parted)(?P<year>\d\d)",
    rf"{_YEAR}(?P<parted>[-./ ]){_MONTH}(?P=parted){_DAY}",
    rf"{_NAME}\.?\s{_DAY}{_ORDINAL},?\s{_YEAR}",
)
_NUMBERS = tuple(re.compile(_START + date + _LAST, re.IGNORECASE) for date in DATES)
_WORTH_IT = re.compile(r"(?:18|19|20)\d\d|\d\d([-./])\d\d\1\d\d\s?[-+]")
"""Without a year or two there is no such date, and most texts need not be gone through."""
_ROW = re.compile(r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:18|19|20)\d\d)(?P<last>\d{4})(?!\d)")
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_LIKE_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_WHOLE = 4


def by_day(text: str, *, finished: bool) -> Iterator[tuple[int, int, bool]]:
    """Find numbers with such a date, as they are read.

    Args:
        text: What is read.
        finished: Whether all of the last four are there, or one is missing, which can be worked out.

    Yields:
        From where to where, and whether the form alone makes it one: else only words that say so do.
    """
    for pattern in (*_NUMBERS, _ROW) if _WORTH_IT.search(text) else ():
        for match in pattern.finditer(text):
            last = re.sub(r"\s", "", match["last"])
            date = birth_date(match)
            if date and (len(last) == _WHOLE) is finished:
                border = match.groupdict().get("border")
                yield match.start(), match.end(), _is_certain(date, border, last)


def birth_date(match: re.Match[str]) -> str:
    """The date of a match, year first; empty where it is none of birth. A month before its day is American."""
    year, month, day = match["year"], _number(match["month"]), match["day"].zfill(2)
    return next((date for date in (year + month + day, year + day + month) if is_of_birth(date, date)), "")


def _number(month: str) -> str:
    return next((number for names, number in _MONTHS if re.fullmatch(names, month, re.IGNORECASE)), month.zfill(2))


def _is_certain(date: str, border: str | None, last: str) -> bool:
    """A dash makes it certain; without one the last four may be a time, and then the check digit decides."""
    is_marked = bool(border and re.search(r"[-+]", border))
    if len(last) < _WHOLE:
        return is_marked
    if _LIKE_YEAR.fullmatch(last):
        return False  # from a day to a year
    if check_digit_is_right(date[-6:] + last):
        return True
    if border is None or "," in border:
        return False
    may_be_time = date.startswith("20") and _TIME.fullmatch(last)
    return is_marked or (len(date) > len("800101") and not may_be_time)
