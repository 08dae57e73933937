"""What a translation may not say, as the data files may not: a person's number, what cannot be seen, a whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.characters import fault_of
from data.identity_numbers import holds_identity_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

    from data.problems import Report

_LONGEST = 20_000
"""Characters: as many as the longest text of the data files may have."""


def check_said(name: str, catalog: Catalog, report: Report) -> None:
    """Report what no page may show, nor anyone read who is sent the file: uncertain and former texts count too.

    Args:
        name: What messages call the catalogue.
        catalog: The catalogue.
        report: Where problems are collected; the texts themselves are not repeated.
    """
    for message in (*catalog, *catalog.obsolete.values()):
        line = message.lineno or 0
        if any(map(holds_identity_number, (*_texts(message), *message.user_comments))):
            report.error(name, line, "här står ett personnummer eller samordningsnummer. Ta bort det.")
        for text in _texts(message) if message.id else ():
            if fault := fault_of(text):
                report.error(name, line, f"här står {fault}. Ta bort det.")
            if len(text) > _LONGEST:
                report.error(name, line, f"texten har {len(text)} tecken men får ha högst {_LONGEST}. Korta den.")


def _texts(message: Message) -> Iterator[str]:
    """The forms of a translation; of the header, which holds dates, nothing."""
    if message.id:
        yield from message.string if isinstance(message.string, (list, tuple)) else (message.string or "",)
