"""Digits that stand together, in the groups that they are written in, and which of them may be one number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT, LONG = 10, 12
"""Digits without and with the century."""
LAST = 4
"""The digits after the date."""
_MANY = 6
"""Groups of a number that may stand among other digits: every pair by itself, with the century."""
_TABLE = 24
"""Groups in a row from which they are a table, in which only a number in one group or two is one."""
_GROUP = re.compile(r"\d+")
_RUN = re.compile(r"\d+(?:(?:[^\w§]|_){1,8}\d+)*")
"""A letter, or a sign that no number has inside, parts digits; past eight signs nobody reads on."""
_COORDINATION = 60
"""What is added to the day in a coordination number; the day itself may be unknown there, and the month too."""
_LEAP_YEAR = 2000
_IN_YEAR, _IN_MONTH = 12, 31


@dataclass(frozen=True, slots=True)
class Run:
    """Digits with at most a few signs between them.

    Attributes:
        text: The text that it stands in.
        spans: Where each of its groups of digits stands.
    """

    text: str
    spans: tuple[tuple[int, int], ...]

    def gap(self, at: int) -> str:
        """What stands before a group: of another group, or of the whole run nothing."""
        return self.text[self.spans[at - 1][1] : self.spans[at][0]] if 0 < at < len(self.spans) else ""


@dataclass(frozen=True)
class Window:
    """Ten or twelve digits of a run, from a group to a group."""

    run: Run
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.run.spans[self.first][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.run.spans[self.last][1]

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Its digits as they are grouped."""
        return tuple(self.run.text[start:end] for start, end in self.run.spans[self.first : self.last + 1])

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """What stands between the groups."""
        return tuple(self.run.gap(at) for at in range(self.first + 1, self.last + 1))

    @cached_property
    def digits(self) -> str:
        """All its digits."""
        return "".join(self.groups)

    @property
    def cuts(self) -> frozenset[int]:
        """After how many digits, counted from the last, there is a gap."""
        sizes = [len(group) for group in self.groups]
        return frozenset(sum(sizes) - cut for cut in accumulate(sizes[:-1]))

    @property
    def border(self) -> str:
        """What stands between the date and the last four; nothing where they stand together."""
        sizes = list(accumulate(len(group) for group in self.groups))
        at = len(self.digits) - LAST
        return self.gaps[sizes.index(at)] if at in sizes else ""

    @property
    def before(self) -> str:
        """What parts it from digits before it."""
        return self.run.gap(self.first)

    @property
    def after(self) -> str:
        """What parts it from digits after it."""
        return self.run.gap(self.last + 1)


def windows(text: str) -> Iterator[Window]:
    """All runs of ten or twelve digits, whole groups of them, that have a date of birth first."""
    for match in _RUN.finditer(text):
        run = Run(text, tuple(group.span() for group in _GROUP.finditer(text, *match.span())))
        sizes = [end - start for start, end in run.spans]
        for first, last in _of_length(sizes):
            window = Window(run, first, last)
            if is_of_birth(window.digits[:-LAST], window.digits):
                yield window


def _of_length(sizes: list[int]) -> Iterator[tuple[int, int]]:
    """From which group to which there are ten or twelve digits; many small groups count only by themselves."""
    most = _MANY if len(sizes) <= _TABLE else 2
    for first in range(len(sizes)):
        total = 0
        for last in range(first, min(first + LONG, len(sizes))):
            total += sizes[last]
            if total in {SHORT, LONG} and (last - first < most or last - first + 1 == len(sizes)):
                yield first, last
            if total >= LONG:
                break


def is_of_birth(written: str, whole: str = "") -> bool:
    """Whether six or eight digits are a date of birth, as identity and coordination numbers have it.

    Args:
        written: The date.
        whole: The whole number: a day or a month that is not known is believed where its check digit is right.
    """
    century = int(written[:-6] or _LEAP_YEAR // 100)
    year, month, day = int(written[-6:-4]), int(written[-4:-2]), int(written[-2:])
    if written[:-6] not in {"", "18", "19", "20"}:
        return False
    is_coordination = day >= _COORDINATION
    day -= _COORDINATION if is_coordination else 0
    if is_coordination and (day == 0 or month == 0):
        return month <= _IN_YEAR and day <= _IN_MONTH and check_digit_is_right(whole[-SHORT:])
    try:
        date(century * 100 + year, month, day)
    except ValueError:
        return False
    return True


def check_digit_is_right(digits: str) -> bool:
    """The Luhn check of the ten digits (SKV 704): every other digit, from the first on, counts double."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return len(digits) == SHORT and sum(sum(divmod(number, 10)) for number in doubled) % 10 == 0
