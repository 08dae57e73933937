"""Ids of what a document tells of, made of its names: the same document gives the same ids."""

from __future__ import annotations

import re
import unicodedata
from itertools import count, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from data.checks.slugs import MAX_SLUG_LENGTH, RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 60
"""Letters of an id before what tells it from others: an address that can be read aloud, and passages add a number."""
_FOR_MORE = 8
"""Characters for the letters that tell an id from others, and hyphens."""
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "þ": "th", "&": " och "})
_NUMBERED = re.compile(r"-(?=\d+$)")


def slug(text: str, longest: int = _LONGEST) -> str:
    """A text as an id: small letters and digits with hyphens between, cut at a word; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char)))
    whole = ""
    for word in words:
        longer = f"{whole}-{word}" if whole else word[:longest]
        if len(longer) > longest:
            break
        whole = longer
    return whole


class Ids:
    """The ids of one authority, each given once, whatever it is the id of."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with those that are taken already, and the portal's own addresses."""
        self._taken = {*taken, *RESERVED}

    def free(self, *proposed: str, passages: int = 0) -> str:
        """The first of some ids that is free, else the last of them with a letter after it; it is taken from now on.

        Args:
            proposed: In the order that they are wished for; empty ones are passed over.
            passages: How many passages are numbered after it.
        """
        room = MAX_SLUG_LENGTH - _FOR_MORE - len(str(passages))
        wished = [one[:room].rstrip("-") for one in proposed if one] or ["utan-namn"]
        found = next(id_ for id_ in _lengthened(wished) if self._is_free(id_, passages))
        self._taken |= {found, *(f"{found}-{number}" for number in range(1, passages + 1))}
        return found

    def _is_free(self, id_: str, passages: int) -> bool:
        if id_ in self._taken:
            return False
        return self._taken.isdisjoint(f"{id_}-{number}" for number in range(1, passages + 1))


def of_section(heading: str) -> str:
    """The id that a heading makes, without a hyphen before a last number: that is how passages are numbered."""
    return _NUMBERED.sub("", slug(heading))


def _lengthened(wished: list[str]) -> Iterator[str]:
    yield from wished
    for letters in count(1):
        for ending in product(ascii_lowercase, repeat=letters):
            if ending != ("a",):  # the first of them has none
                yield f"{wished[-1]}-{''.join(ending)}"
