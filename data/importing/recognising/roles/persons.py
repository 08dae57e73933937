"""Persons' names that stand beside a title: told to the registrator, never taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.roles.mentions import mentions
from data.importing.recognising.roles.words import says

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"(?:[A-ZÅÄÖÉ][a-zåäöéèü]{1,20}(?:-[A-ZÅÄÖ][a-zåäöé]{1,20})?|[A-ZÅÄÖ]\.)"
_LAST = r"(?:(?:von|af|de|van|der)\s)?[A-ZÅÄÖÉ][a-zåäöéèü]{1,25}(?:-[A-ZÅÄÖ][a-zåäöé]{1,25})?"
_AFTER = re.compile(rf"[,(:]?\s(?:\(?)({_NAME}(?:\s{_NAME})?\s{_LAST})(?![\w-])")
_BEFORE = re.compile(rf"(?<![\w-])({_NAME}(?:\s{_NAME})?\s{_LAST}),\s(?:\w{{1,20}}\s)?$")
_REACH = 60


def persons(text: str) -> Iterator[str]:
    """The names of persons that a text gives with their titles."""
    for one in mentions(text):
        after = _AFTER.match(text, one.end)
        before = _BEFORE.search(text, max(0, one.start - _REACH), one.start)
        for match in (after, before):
            if match and not says("no-name", match[1]) and not mentions(match[1]):
                yield match[1]
