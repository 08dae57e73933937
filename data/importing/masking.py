"""Personal identity numbers in a document: it is refused, or the passage that has one is kept off the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.identity_numbers import numbers_to_refuse
from data.importing.blocks import CannotRead

if TYPE_CHECKING:
    from data.importing.outline import Outline, OutlinePassage

REASON = "Här står ett personnummer eller samordningsnummer."
_FOUND = "I dokumentet står ett personnummer eller samordningsnummer ({where}); "
_REMOVE = "ta bort det ur dokumentet och försök igen."
_OR_MASK = "ta bort det, eller importera med --maska, så visas stycket inte på webben."


def without_numbers(outline: Outline, *, mask: bool) -> Outline:
    """The document without the words of passages that have such a number.

    Args:
        outline: The document.
        mask: Whether someone has said that such passages are to be kept off the web.

    Raises:
        CannotRead: If there is one, and nobody has said so, or it stands where nothing can be kept off.
    """
    for section in outline.sections:
        if numbers_to_refuse(f"{section.number} {section.heading}"):
            raise CannotRead(_FOUND.format(where=f"i en rubrik, {section.place}".rstrip(", ")) + _REMOVE)
    for passage in outline.passages:
        if any(map(numbers_to_refuse, passage.columns)):
            raise CannotRead(_FOUND.format(where=f"i huvudet på {passage.place}") + _REMOVE)
    private = [passage for passage in outline.passages if _is_private(passage)]
    if private and not mask:
        more = f" och {len(private) - 1} ställen till" if len(private) > 1 else ""
        raise CannotRead(_FOUND.format(where=f"{_where(outline, private[0])}{more}") + _OR_MASK)
    if not private:
        return outline
    numbers = {passage.n for passage in private}
    told = f"{len(private)} stycken med personnummer visas inte på webben och lästes inte."
    return msgspec.structs.replace(
        outline,
        passages=tuple(_masked(passage) if passage.n in numbers else passage for passage in outline.passages),
        notices=(*outline.notices, told),
    )


def _is_private(passage: OutlinePassage) -> bool:
    return any(map(numbers_to_refuse, (passage.text, f"{passage.number} {passage.text}", *passage.cells)))


def _masked(passage: OutlinePassage) -> OutlinePassage:
    return msgspec.structs.replace(passage, text="", number="", bold_lead="", cells=(), masked=REASON)


def _where(outline: Outline, passage: OutlinePassage) -> str:
    heading = outline.sections[passage.section].heading
    place = passage.place or f"stycke {passage.n}"
    return f"{place}, under ”{heading}”" if heading else place
