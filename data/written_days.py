"""Days as Swedish texts write them: ``2018-06-18``, *den 18 juni 2018*, *18/6 2018*, *20180618*, *18.6.2018*."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_NUMBER = r"(?P<month>\d{1,2})"
_FORMS = tuple(
    re.compile(rf"(?<![\d.:/-]){form}(?!\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s?[-\u2010-\u2013./\s]\s?{_NUMBER}\s?[-\u2010-\u2013./\s]\s?{_DAY}",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_DAY}(?::?[ea]|\.)?\s{{1,3}}(?:i\s)?{_MONTH}(?:\smånad)?[\s,]{{1,3}}(?:år(?:et)?\s)?{_YEAR}",
        rf"{_DAY}\s?[-./]\s?{_NUMBER}\s?[-./\s]\s?(?P<year>(?:(?:19|20)\d\d|\d\d))",
    )
)


def has_day(text: str, day: str) -> bool:
    """Whether a text gives a day.

    Args:
        text: Words, white space as single blanks.
        day: The day, ``2018-06-18``.
    """
    return any(written == day for written in days_in(text))


def days_in(text: str) -> Iterator[str]:
    """The days that a text gives, as ``2018-06-18``; what is no day of the calendar is none."""
    for form in _FORMS:
        for match in form.finditer(text):
            year, month = match["year"], match["month"].casefold()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            try:
                yield date(int(year) + (2000 if len(year) == 2 else 0), number, int(match["day"])).isoformat()  # noqa: PLR2004  (digits)
            except ValueError:
                continue
