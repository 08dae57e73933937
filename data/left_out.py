"""What a person wrote, without the numbers that are not to be searched, repeated or kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.identity_numbers import PlacedNumber, numbers_like_identities
from data.numbers.by_day import by_day
from data.numbers.labels import other_label
from data.numbers.reading import Reading, readings
from data.numbers.runs import is_of_birth
from data.numbers.tags import without_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = "…"
"""Stands where a number stood, so that one sees which words it belonged to."""
_UNFINISHED = re.compile(
    r"(?<!\d)(?:"
    r"(?P<marked>(?:18|19|20)?\d\d([-./ ]?)\d\d\2\d\d)\s?[-+]\s?\d{3}"
    r"|(?P<spaced>(?:18|19|20)\d{6})[\s./_]\d{3}"
    r"|(?P<long>(?:18|19|20)\d{6})\d{3}"
    r"|(?P<short>(?!0|46)\d{6})\d{3}"
    r")(?!\d|[-+./\s]\d)"
)
"""An identity number but for its last digit, which can be worked out of the others. Nine digits in a row that begin as
telephone numbers do are left to those."""
_FEWEST = 9
_NEAR = 3
"""Words that tell which number is meant."""


class Remainder(NamedTuple):
    """What is left of a text.

    Attributes:
        text: The text, with `PLACE` where each number stood; empty where nothing else is left.
        refused: Whether one of them was an identity number, or one but for its last digit.
        left_out: Whether there was one that is labelled as something else: a case, an invoice.
    """

    text: str
    refused: bool
    left_out: bool


def without_numbers(text: str, *, labelled: bool = True) -> Remainder:
    """Take every number out that has the form of an identity number, finished or not, and what only counts visitors.

    Args:
        text: What a person wrote.
        labelled: Whether those go too that are labelled as something else: a letter needs its case number.
    """
    text = without_tags(text) if labelled else text
    numbers = [number for number in numbers_like_identities(text) if labelled or not number.label]
    for number in _unfinished(text):  # one that is written with signs encoded is read twice
        numbers += [] if any(_meet(number, other) for other in numbers) else [number]
    if not numbers:
        return Remainder(text, refused=False, left_out=False)
    rest = text
    for number in sorted(numbers, key=PlacedNumber.start, reverse=True):
        rest = f"{rest[: number.start()]}{PLACE}{rest[number.end() :]}"
    labels = [number.label for number in numbers]
    return Remainder(rest if any(map(str.isalnum, rest)) else "", not all(labels), any(labels))


def beside(text: str) -> str:
    """The words before the first place where a number was left out, or where there are none, those after it."""
    before, place, after = text.partition(PLACE)
    return " ".join(before.split()[-_NEAR:] or after.replace(PLACE, " ").split()[:_NEAR]) if place else ""


def _unfinished(text: str) -> Iterator[PlacedNumber]:
    if sum(char.isnumeric() for char in text) < _FEWEST:
        return
    for reading in readings(text):
        for start, end in _unfinished_in(reading):
            if not other_label(reading.text, start):
                first, last = reading.start(start), reading.end(end)
                yield PlacedNumber(text[first:last], first)


def _unfinished_in(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in _UNFINISHED.finditer(reading.text):
        written = next(date for date in match.groupdict().values() if date)
        if is_of_birth(re.sub(r"\D", "", written)):
            yield match.span()
    yield from ((start, end) for start, end, is_certain in by_day(reading.text, finished=False) if is_certain)


def _meet(one: PlacedNumber, other: PlacedNumber) -> bool:
    return one.start() < other.end() and other.start() < one.end()
