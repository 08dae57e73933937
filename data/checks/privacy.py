"""Privacy: nothing in the files may point out a private person (docs/contract.md#privacy)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from data.fields.front import SERVICE_POINT
from data.identity_numbers import numbers_to_refuse
from data.loader import SERVICE_POINTS
from data.loader.today import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.identity_numbers import PlacedNumber
    from data.loader import Loaded
    from data.loader.files import TomlFile
    from data.problems import Report

_PHONE = re.compile(r"(?<![\d/:])(?:\+46[\s-]?|0)\d{1,3}[\s-]?\d{2,3}(?:[\s-]?\d{2,3}){1,2}(?![\d/:])")
_STREET = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]+(?:gatan|vägen|gränd|stigen|torget|allén)\s+\d+")
_PERSON = re.compile(
    r"\b(?i:heter|handläggaren?|registratorn?|sekreteraren?|chefen|direktören|kontakta|fråga)[:,]?\s+"
    r"[A-ZÅÄÖ][a-zåäöé]+\s+[A-ZÅÄÖ][a-zåäöé]+\b"
)
_PERSONAL_EMAIL = re.compile(r"(?<![\w.-])[a-z-]{1,64}\.[a-z-]{1,64}@\w", re.IGNORECASE)
_ADDRESS = "en adress"
_REFUSAL = "här står ett personnummer eller samordningsnummer. Ta bort det."
"""The number itself is not repeated: the message may end up in a log."""


def check_privacy(loaded: Loaded) -> None:
    """Refuse identity numbers; warn of what looks like a private person's name, address or phone."""
    original = loaded.original or ""
    _refuse_in(loaded.report, f"{loaded.directory}/original.txt", original)
    known_phones = {_digits(match.group()) for match in _PHONE.finditer(original)} if original else None
    for file in loaded.files:
        # What a unit is reached by today is new to the text: that is why it is written.
        check_file(file, None if file.name.endswith(f"/{TODAY}") else known_phones)


def check_file(file: TomlFile, known_phones: set[str] | None = None) -> None:
    """Refuse identity numbers in one file; warn of what looks private.

    Args:
        file: The file.
        known_phones: The digits of telephone numbers that are no private person's; None where any may be right.
    """
    plain = _refuse_in(file.report, file.name, file.text)
    is_escaped = "\\" in file.text
    for path, text in file.texts():
        number = next(iter(_refused(text)), None) if is_escaped else None
        if number and number.text not in plain:  # some of it is written with escapes
            file.tell(path, _REFUSAL)
        for what in _looks_private(text, known_phones):
            if what == _ADDRESS and _is_visiting_address(file, path):
                continue
            message = f"detta liknar {what} för en privatperson. Ta bort det om det är så."
            file.tell(path, message, warning=True)


def _refuse_in(report: Report, name: str, text: str) -> set[str]:
    """Refuse what stands anywhere in a file, in keys and comments too; the numbers, as they stand there."""
    numbers = _refused(text)
    for number in numbers:
        report.error(name, text.count("\n", 0, number.start()) + 1, _REFUSAL)
    return {number.text for number in numbers}


@lru_cache(maxsize=16)
def _refused(text: str) -> tuple[PlacedNumber, ...]:
    """Kept, since authorities of one place share the longest files."""
    return numbers_to_refuse(text)


def _looks_private(text: str, known_phones: set[str] | None) -> Iterator[str]:
    if known_phones is not None and any(_digits(match.group()) not in known_phones for match in _PHONE.finditer(text)):
        yield "ett telefonnummer"
    if _STREET.search(text):
        yield _ADDRESS
    if _PERSON.search(text):
        yield "ett namn"
    if _PERSONAL_EMAIL.search(text):
        yield "en e-postadress"


def _is_visiting_address(file: TomlFile, path: tuple[str | int, ...]) -> bool:
    """Whether the text is where the authority receives visitors, which is nobody's home."""
    is_of_service_points = file.name.endswith(f"/{SERVICE_POINTS}") and len(path) > 1
    return is_of_service_points and path == SERVICE_POINT.path(str(path[1]), "address")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
