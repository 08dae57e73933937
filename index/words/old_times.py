"""Words that say that what is asked for is old: years and decades long past, and municipalities that are no more."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from index.words.analysis import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_OLDEST_YEAR, _NEWEST_OLD_YEAR = 1200, 1999
"""Years whose records have most likely been handed over to an archive: the last century and before."""
_LAST_REFORM = 1974
"""The year when the last municipalities were merged into those of today: one that is asked for with a later year is
another municipality, which has its records itself."""

_TENS = "trettio|fyrtio|femtio|sextio|sjuttio|attio|nittio"
_SPOKEN_TENS = _TENS.replace("io", "io?")
_HUNDREDS = "tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton"
_OLD = re.compile(
    # ”Ett femtiotal” is some fifty of something: a decade by its last two digits has an ending.
    rf"(?P<year>\d{{4}})(?:tal|talet|talets|tals|s|luku|luvu\w{{1,9}})?|[3-9]0(?:talet|talets|tals|s|luku|luvu\w{{1,9}})"
    rf"|(?:{_SPOKEN_TENS})tal(?:et|ets|s)|(?:{_HUNDREDS})hundra(?:{_SPOKEN_TENS}|tjugo|tio)?tal(?:et|ets|s)?"
    r"|(?:thir|for|fif|six|seven|eigh|nine)ties"
    r"|(?:kolme|nelja|viisi|kuusi|seitseman|kahdeksan|yhdeksan)kymmenta(?:luku|luvu\w{1,9})"
    r"|(?:ال)?(?:ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)ين(?:ي)?ات"
)
"""A year, decade or century without diacritics. The 10s and 20s are not there: of which century, nobody knows."""
_MODIFIER = re.compile(r"(.{2,20}?tals)(.{4,60})")

_GONE = re.compile(
    r"sock(?:en|nen)s?|socken(?:stamm|namnd)\w{0,9}|landskommun(?:en|s|ens)?|municipalsamhalle(?:t|n|na)?"
)
"""What no longer is: its records can only be old."""
_TOWN_OF_OLD = re.compile(r"kopings?")
"""A kind of municipality until 1971, where a name stands before it; Köping itself is a municipality of today."""
_MAY_BE_GONE = re.compile(r"(?:kommun|stad)s?")
_MAY_END_ONE = re.compile("|".join(f"(?:{each.pattern})" for each in (_GONE, _TOWN_OF_OLD, _MAY_BE_GONE)))
_SAID_TO_BE_GONE = frozenset({("före", "detta"), ("f", "d")})
_OLD_WORDS = frozenset({"gamla", "forna", "fd", "dåvarande"})
_LONG_AGO = frozenset({"förr", "fordom"})


def is_old_time(word: str) -> bool:
    """Whether a normalised word is a year, or a decade or century, of old times: ``1956``, ``1800talet``."""
    match = _OLD.fullmatch(fold(word))
    return match is not None and (not match["year"] or _OLDEST_YEAR <= int(match["year"]) <= _NEWEST_OLD_YEAR)


def apart(word: str) -> tuple[str, ...]:
    """A decade and what is of it, as two words: ``60talsprotokoll``. Empty for any other word."""
    match = _MODIFIER.fullmatch(word)
    return (match[1], match[2]) if match and is_old_time(match[1]) else ()


def former_bodies(words: Sequence[str], is_name: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where municipalities and parishes that are no more stand among words, each by its first and its last place.

    Args:
        words: Normalised words.
        is_name: Whether a word may be the name of one: a word that nothing else knows.
    """
    is_long_ago = any(word in _LONG_AGO or _is_before_reform(word) for word in words)
    for at, word in enumerate(words):
        folded = fold(word)
        if not _MAY_END_ONE.fullmatch(folded):
            continue  # to ask of every word whether it is a name costs much, in a long question
        has_name = at > 0 and is_name(words[at - 1])
        if _GONE.fullmatch(folded):
            yield at - has_name, at
        elif has_name and (
            _TOWN_OF_OLD.fullmatch(folded)
            or (_MAY_BE_GONE.fullmatch(folded) and (is_long_ago or _is_said_to_be_gone(words[: at - 1])))
        ):
            yield at - 1, at


def _is_said_to_be_gone(before: Sequence[str]) -> bool:
    return bool(before) and (
        before[-1] in _OLD_WORDS or any(pair in _SAID_TO_BE_GONE for pair in pairwise(before[-2:]))
    )


def _is_before_reform(word: str) -> bool:
    match = _OLD.fullmatch(fold(word))
    if match is None or not match["year"]:
        return match is not None and not fold(word).startswith(("attio", "atti", "nittio", "nitti", "80", "90"))
    return _OLDEST_YEAR <= int(match["year"]) <= _LAST_REFORM
