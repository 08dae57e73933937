"""Dates as Swedish texts write them, as ISO."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    r"(?<![\d-])(?:(?P<y>(?:19|20)\d\d)[-./ ](?P<m>\d\d)[-./ ](?P<d>\d\d)"
    rf"|(?P<day>\d{{1,2}})(?: |:e |:a )?(?P<month>{_MONTH})[a-z]{{0,6}}\.? (?P<year>(?:19|20)\d\d)"
    r"|(?P<dd>\d{1,2})/(?P<mm>\d{1,2})[ -](?P<yy>(?:19|20)\d\d))(?![\d-])",
    re.IGNORECASE,
)


def dates(text: str) -> list[tuple[str, int, int]]:
    """Dates of a text in order, each as ISO with its place and end."""
    found = []
    for match in _DATE.finditer(text):
        parts = match.groupdict()
        if parts["month"]:
            year, month, day = parts["year"], str(_MONTHS.index(parts["month"].casefold()) + 1), parts["day"]
        elif parts["y"]:
            year, month, day = parts["y"], parts["m"], parts["d"]
        else:
            year, month, day = parts["yy"], parts["mm"], parts["dd"]
        iso = _iso(int(year), int(month), int(day))
        if iso:
            found.append((iso, match.start(), match.end()))
    return found


def first_date(text: str) -> str:
    """The first date of a text as ISO; empty where it has none."""
    found = dates(text)
    return found[0][0] if found else ""


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    bare = text.strip().removeprefix("den ").removeprefix("Den ")
    return any(start == 0 and end == len(bare) for _, start, end in dates(bare))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
