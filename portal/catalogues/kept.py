"""What a translation has to keep as it is: numbers, addresses, and the names that no language translates."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from portal.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from babel.messages.catalog import Message

    from data.problems import Report
    from portal.languages import Language

NAMES = Path(__file__).resolve().parents[2] / "translations" / "egennamn.txt"
"""A name a line: systems, and units whose name is one."""
_DIGITS = re.compile(r"\d+")
_TO_BE_DIALLED = re.compile(r"\d[\d \u00a0-]{4,}\d")
"""A telephone's number: what one needs whole, however easily the rest reads."""
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,253}\w")
_EASY = LANGUAGES["latt"]
"""It leaves out what a reader can do without, a paragraph of law or a case's number, but adds none."""
_LONGEST = 50


def check_kept(name: str, language: Language, messages: Iterable[Message], report: Report) -> None:
    """Report translations that lose or change a number, an e-mail address or a proper name.

    Args:
        name: What the catalogue is called.
        language: Its language.
        messages: Its messages; those with plural forms may say a number in words.
        report: Where problems go.
    """
    for message in messages:
        swedish, translated = message.id, message.string
        if message.fuzzy or not (isinstance(swedish, str) and isinstance(translated, str) and swedish and translated):
            continue
        for fault in _faults(_plain(swedish), _plain(translated), language):
            report.error(name, message.lineno or 0, f"”{swedish[:_LONGEST]}”: {fault}")


def _faults(swedish: str, translated: str, language: Language) -> Iterator[str]:
    kept = Counter(_DIGITS.findall(translated))
    needed = " ".join(_TO_BE_DIALLED.findall(swedish)) if language is _EASY else swedish
    if gone := Counter(_DIGITS.findall(needed)) - kept:  # as often: 15 00 is not 15 00 00
        yield f"översättningen saknar {_listed(gone)}. Skriv talen som i den svenska texten."
    in_names = _DIGITS.findall(" ".join(proper_names()))  # a translation may name what the Swedish text only means
    if added := set(kept) - set(_DIGITS.findall(swedish)) - set(in_names):
        yield f"översättningen har {_listed(added)}, som inte står i den svenska texten. Rätta talet."
    if lost := set(_EMAIL.findall(swedish)) - set(_EMAIL.findall(translated)):
        yield f"översättningen saknar adressen {_listed(lost)}. Skriv den som i den svenska texten."
    held = {each for each in proper_names() if _holds(each, swedish)}
    if lost := {each for each in held if each.casefold() not in translated.casefold()}:
        yield f"översättningen saknar namnet {_listed(lost)}. Namn i {NAMES.name} översätts inte."


@cache
def proper_names() -> tuple[str, ...]:
    """The names that stand as they are in every language."""
    return tuple(NAMES.read_text(encoding="utf-8").split("\n")[:-1])


def _holds(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _plain(text: str) -> str:
    """The text with the digits of every script as those of Swedish."""
    return "".join(str(unicodedata.digit(letter)) if letter.isdigit() else letter for letter in text)


def _listed(found: Iterable[str]) -> str:
    return ", ".join(sorted(found))
