"""Numbers in words: ”trettionionde kapitlet andra paragrafen” is read as ”39 kapitlet 2 paragrafen”.

The numbers to 99 are made by rule, as each language makes them. Only those beside a word for chapter or section are
read, and those that together are what something is called: anywhere else ”andra” is *other* and ”ett” an article.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from index.words.analysis import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class _Language(NamedTuple):
    """How a language makes its numbers, folded: what stands first in a list is for the first number of its kind.

    Attributes:
        units: One to nine.
        teens: Ten to nineteen.
        tens: Twenty to ninety.
        ordinal_units: First to ninth.
        ordinal_teens: Tenth to nineteenth.
        ordinal_tens: Twentieth to ninetieth.
        is_ordinal_throughout: Whether the tens before the unit of an ordinal are ordinals too.
    """

    units: str
    teens: str
    tens: str
    ordinal_units: str
    ordinal_teens: str
    ordinal_tens: str
    is_ordinal_throughout: bool = False


_LANGUAGES = (
    _Language(
        "ett tva tre fyra fem sex sju atta nio",
        "tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
        "tjugo trettio fyrtio femtio sextio sjuttio attio nittio",
        "forsta andra tredje fjarde femte sjatte sjunde attonde nionde",
        "tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde",
        "tjugonde trettionde fyrtionde femtionde sextionde sjuttionde attionde nittionde",
    ),
    _Language(
        "one two three four five six seven eight nine",
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "first second third fourth fifth sixth seventh eighth ninth",
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    ),
    _Language(
        "yksi kaksi kolme nelja viisi kuusi seitseman kahdeksan yhdeksan",
        "kymmenen yksitoista kaksitoista kolmetoista neljatoista viisitoista kuusitoista seitsemantoista"
        " kahdeksantoista yhdeksantoista",
        "kaksikymmenta kolmekymmenta neljakymmenta viisikymmenta kuusikymmenta seitsemankymmenta kahdeksankymmenta"
        " yhdeksankymmenta",
        "ensimmainen toinen kolmas neljas viides kuudes seitsemas kahdeksas yhdeksas",
        "kymmenes yhdestoista kahdestoista kolmastoista neljastoista viidestoista kuudestoista seitsemastoista"
        " kahdeksastoista yhdeksastoista",
        "kahdeskymmenes kolmaskymmenes neljaskymmenes viideskymmenes kuudeskymmenes seitsemaskymmenes"
        " kahdeksaskymmenes yhdeksaskymmenes",
        is_ordinal_throughout=True,
    ),
)
_SPOKEN_TENS = re.compile(r"(?<=t)io$")
"""Swedish tens end in *-io* in writing alone: ”tretti”, ”tretti-nio”."""
_FIRST_TEEN = 10
_MOST_SAID = 4
"""Words that a number is said in: four digits at most, or pairs of them."""
_LONGEST_COUNT = 2
"""Digits of a number that counts things: ”två tre fakturor”."""


@cache
def cardinals() -> dict[str, int]:
    """The numbers from one to 99 in every language, folded and written as one word."""
    numbers: dict[str, int] = {"en": 1}
    for language in _LANGUAGES:
        numbers |= _all(language.units, language.teens, language.tens, language.tens)
    return numbers


@cache
def ordinals() -> dict[str, int]:
    """Those that count in order, in the same way."""
    numbers: dict[str, int] = {"forste": 1, "andre": 2}
    for language in _LANGUAGES:
        before = language.ordinal_tens if language.is_ordinal_throughout else language.tens
        numbers |= _all(language.ordinal_units, language.ordinal_teens, language.ordinal_tens, before)
    return numbers


def said_numbers(words: Sequence[str], knows: Callable[[str], bool]) -> dict[int, tuple[int, str]]:
    """What is called by a number, where it is said: ”ett ett två” and ”elva sjuttiosju”.

    Args:
        words: Normalised words in a row.
        knows: Whether something is called by a number.

    Returns:
        By the place of the first word of each number, that of its last, and its digits.
    """
    digits = [str(cardinals().get(fold(word), "")) for word in words]
    found: dict[int, tuple[int, str]] = {}
    for first in range(len(digits) - 1):
        for last in range(first + 1, min(first + _MOST_SAID, len(digits))):
            said = digits[first : last + 1]
            if all(said) and len("".join(said)) > _LONGEST_COUNT and knows("".join(said)):
                found[first] = last, "".join(said)
    return found


def _all(units: str, teens: str, tens: str, before_unit: str) -> dict[str, int]:
    numbers = {unit: at for at, unit in enumerate(units.split(), start=1)}
    numbers |= {teen: at for at, teen in enumerate(teens.split(), start=_FIRST_TEEN)}
    for at, (ten, before) in enumerate(zip(tens.split(), before_unit.split(), strict=True), start=2):
        for form in {before, _SPOKEN_TENS.sub("i", before)}:
            numbers |= {f"{form}{unit}": at * 10 + one for one, unit in enumerate(units.split(), start=1)}
        numbers |= {ten: at * 10, _SPOKEN_TENS.sub("i", ten): at * 10}
    return numbers
