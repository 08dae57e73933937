"""How numbers and addresses are said aloud on the telephone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from portal.languages import Language

_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")

_SHORT = 3


def _digits() -> tuple[str, ...]:
    return (_("noll"), _("ett"), _("två"), _("tre"), _("fyra"), _("fem"), _("sex"), _("sju"), _("åtta"), _("nio"))


def spoken_number(number: str, language: Language) -> str:
    """A telephone number in words: ``011-15 00 00`` is ”noll elva, femton, noll noll, noll noll”.

    Swedes say a telephone number in the groups that it is written in, two digits at a time, but a short number
    like 112 digit by digit. In other languages the digits are said one by one, with the same pauses.

    Args:
        number: As it is written, with blanks and hyphens between the groups.
        language: The page's.

    Returns:
        Groups with commas between them.
    """
    groups = re.findall(r"[0-9]+", number)
    if len("".join(groups)) <= _SHORT:
        return language.comma.join(_each(group) for group in groups)
    say = _two if language.html == "sv" else _each
    phrases = (phrase for place, group in enumerate(groups) for phrase in _phrases(group, is_area=place == 0))
    return language.comma.join(" ".join(say(part) for part in phrase) for phrase in phrases)


def _each(group: str) -> str:
    return " ".join(_digits()[int(digit)] for digit in group)


def _phrases(group: str, *, is_area: bool) -> list[list[str]]:
    """A group in twos from its end: an area code or three digits as one phrase (”noll elva”), else a phrase each."""
    first = len(group) % 2
    parts = [part for part in (group[:first], *(group[at : at + 2] for at in range(first, len(group), 2))) if part]
    return [parts] if is_area or len(group) <= _SHORT else [[part] for part in parts]


def _two(part: str) -> str:
    if len(part) == 1 or part.startswith("0"):
        return _each(part)
    tens, ones = int(part[0]), int(part[1])
    if tens == 1:
        return _TEENS[ones]
    return _TENS[tens] + (_digits()[ones] if ones else "")


def spoken_email(address: str) -> str:
    """An e-mail address as it is spelled out: ``arkiv@ort.se`` is ”arkiv snabel-a ort punkt se”.

    Names stay whole: they are words that the listener knows, and the page says that they have no dots and rings.
    """
    words = {"@": _("snabel-a"), ".": _("punkt"), "-": _("bindestreck"), "_": _("understreck")}
    parts = re.split(r"([@._-])", address)
    return " ".join(words.get(part, part) for part in parts if part)
