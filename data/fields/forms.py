"""The kinds of value that have a form of their own: addresses, dates, numbers, paragraphs of law."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from data.exact import has_email
from data.fields.kinds import Kind, Text
from data.quotes import normalised
from data.written_days import has_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.fields.reader import TableReader
    from data.positions import Path

MAX_DEPTH = 6
"""HTML has headings to this depth."""
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}")
_LETTERED = re.compile(r"([1-9][0-9]{0,3}) ?([a-zåäö])")


class Email(Text):
    """An e-mail address."""

    form = "e-postadress"
    longest = 254  # RFC 5321

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read it; say so where it has not the form of one, and leave it out."""
        address = super().read(table, key, required=required)
        if address and not _EMAIL.fullmatch(address):
            table.error(f"”{address}” är ingen e-postadress. Skriv den som namn@exempel.se.", key)
            return ""
        return address

    def stands_in(self, text: str, words: str) -> bool:
        """As an address of its own, not as the end of a longer one."""
        return has_email(normalised(text), words)


class Date(Text):
    """A day of the calendar in the one form that we use, ``2026-01-31``."""

    form = 'datum, `"2026-01-31"`'

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read it, and say so where it is no day."""
        text = super().read(table, key, required=required)
        if text and not is_date(text):
            table.error(f"{key} ”{text}” är inget datum. Skriv det som 2026-01-31.", key)
        return text


class StatedDate(Date):
    """A day that the text gives, in whatever form it writes days."""

    def stands_in(self, text: str, words: str) -> bool:
        """As a day: ``2018-06-18`` stands in *den 18 juni 2018*."""
        return has_day(normalised(text), words)


class ComingDate(Date):
    """A day that something is decided for, which may be to come."""


def is_email(text: str) -> bool:
    """Whether a text has the form of an e-mail address."""
    return len(text) <= Email.longest and _EMAIL.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar in our form."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class Number(Kind[int]):
    """A whole number; 0 is none."""

    form = "ett heltal"

    @property
    def absent(self) -> int:
        """No number."""
        return 0

    def read(self, table: TableReader, key: str, *, required: bool) -> int:
        """Read it."""
        return table.integer(key, required=required)


class Depth(Number):
    """How deep a heading stands, 1 to `MAX_DEPTH`."""

    form = f"1–{MAX_DEPTH}, utelämnad betyder 1"

    @property
    def absent(self) -> int:
        """A heading of the first level."""
        return 1

    def read(self, table: TableReader, key: str, *, required: bool) -> int:
        """Read it, and say so where there is no heading so deep."""
        return table.integer(key, required=required, among=range(1, MAX_DEPTH + 1)) or self.absent


class Citation(Text):
    """A paragraph of law: a number, or a number and a letter as in ``5 b``.

    It stands in a text with its chapter and law: `data.checks.facts` looks for all three together.
    """

    form = '`2` eller `"5 b"`'

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read it, with one space before the letter."""
        if not table.is_text(key):
            number = table.integer(key, required=required)
            return str(number) if number else ""
        text = super().read(table, key, required=required)
        lettered = _LETTERED.fullmatch(text.casefold())
        if lettered:
            return f"{lettered[1]} {lettered[2]}"
        if text:
            table.error(f'{key} i [{table.header}] är ”{text}”. Skriv paragrafens nummer, som 2 eller "5 b".', key)
        return ""

    def words(self, value: str) -> Iterator[tuple[Path, str]]:
        """None by itself."""
        del value
        yield from ()
