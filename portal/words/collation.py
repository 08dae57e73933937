"""The order of words in a list, by the alphabet of the language that the list is in.

The orders are CLDR's (its collation charts): å, ä and ö are letters after z in Swedish and Finnish, and an a or an o
with a mark in English; in Arabic, the Arabic letters come before the Latin ones. They are a table here since Babel has
no collation, PyICU is compiled by whoever installs it, and what carries ICU weighs 16 MB: for twenty words or so.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ءآأٱؤإئابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LIKE = dict(zip("øđðłıةى", "oddliتي", strict=True)) | {"æ": "ae", "œ": "oe", "þ": "th", "ـ": ""}
"""Letters that stand in no alphabet here, and those that they are sorted as."""
_NORDIC = {"æ": "ä", "ø": "ö", "ő": "ö", "ü": "y", "ű": "y"}
_MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303"
"""Marks of one letter, in order: acute, grave, breve, circumflex, caron, ring, diaeresis, two acutes, tilde."""


@dataclass(frozen=True, slots=True)
class _Order:
    """A language's order.

    Attributes:
        letters: Every letter that is one of its own, in order, other scripts' after.
        like: Letters that are sorted as others.
    """

    letters: str
    like: dict[str, str]


_ORDERS = {
    "sv": _Order(f"{_LATIN}åäö{_ARABIC}", _LIKE | _NORDIC | {"œ": "ö"}),
    "fi": _Order(f"{_LATIN}åäö{_ARABIC}", _LIKE | _NORDIC),
    "en": _Order(_LATIN + _ARABIC, _LIKE),
    "ar": _Order(_ARABIC + _LATIN, _LIKE),
}
_SIGN, _DIGIT, _LETTER, _OTHER = range(4)
"""What comes first, whatever the language: blanks and punctuation, digits, letters, and letters that no order knows."""


def collation_key(word: str, language: str) -> tuple[object, ...]:
    """What a word is sorted by: first its letters, then their marks, then small letters before large ones.

    Args:
        word: As it is shown.
        language: The ``lang`` of the list: sv, fi, en or ar.
    """
    order = _ORDERS[language]
    composed = unicodedata.normalize("NFC", word)
    written = composed.casefold()
    places = tuple(_place(letter, order) for character in written for letter in _letters(character, order))
    return places, tuple(_mark(character, order) for character in written), composed.swapcase()


def _letters(character: str, order: _Order) -> str:
    """The letters that a written one is sorted as: itself, another, or itself without its mark."""
    if character in order.letters:
        return character
    if character in order.like:
        return order.like[character]
    base = unicodedata.normalize("NFD", character)[0]
    return order.like.get(base, base)


def _place(letter: str, order: _Order) -> tuple[int, int]:
    if letter in order.letters:
        return _LETTER, order.letters.index(letter)
    if letter.isdigit():
        return _DIGIT, unicodedata.digit(letter)
    return (_OTHER if letter.isalpha() else _SIGN), ord(letter)


def _mark(character: str, order: _Order) -> int:
    """Where a letter comes among those that are sorted as the same one: first the one without a mark."""
    if _letters(character, order) == character:
        return 0
    mark = unicodedata.normalize("NFD", character)[-1]
    return 1 + (_MARKS.index(mark) if mark in _MARKS else len(_MARKS))
