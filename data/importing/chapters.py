"""One chapter of a longer document: a description is often a part of a plan of ninety pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import CannotRead
from data.nearest import proposal

if TYPE_CHECKING:
    from data.importing.outline import Outline, OutlineSection

_NUMBER = re.compile(r"^(?:kapitel\s+)?\d{1,3}(?:\.\d{1,3})*\.?\s+", re.IGNORECASE)
_LISTED = 20


def only(outline: Outline, heading: str) -> Outline:
    """The chapter under a heading, with what precedes the first heading: title and number stand there.

    Args:
        outline: The whole document.
        heading: The chapter's heading, its number, or both.

    Raises:
        CannotRead: If there is no such heading, or there are several.
    """
    found = [at for at, section in enumerate(outline.sections) if at and _is_called(section, heading)]
    if not found:
        headings = [section.heading for section in outline.sections if section.heading]
        meant = proposal(heading, headings).strip()
        listed = ", ".join(f"”{each}”" for each in headings[:_LISTED])
        raise CannotRead(
            f"Rubriken ”{heading}” finns inte i filen{f' ({meant})' if meant else ''}; "
            + (f"skriv en av dess rubriker efter --avsnitt: {listed}." if headings else "importera den utan --avsnitt.")
        )
    if len(found) > 1:
        places = ", ".join(outline.sections[at].number or outline.sections[at].place for at in found)
        raise CannotRead(
            f"Rubriken ”{heading}” finns {len(found)} gånger i filen ({places}); skriv den med sitt nummer."
        )
    kept = [0, *(at for at in range(1, len(outline.sections)) if found[0] in outline.headings_over(at))]
    new = {old: at for at, old in enumerate(kept)}
    passages = [passage for passage in outline.passages if passage.section in new]
    left = len(outline.passages) - len(passages)
    told = f"Bara kapitlet ”{outline.sections[found[0]].heading}” lästes, och det som står före den första rubriken"
    numbers = {passage.n: number for number, passage in enumerate(passages, 1)}
    return msgspec.structs.replace(
        outline,
        sections=tuple(_moved(outline.sections[old], new, numbers) for old in kept),
        passages=tuple(
            msgspec.structs.replace(passage, n=numbers[passage.n], section=new[passage.section]) for passage in passages
        ),
        notices=(*outline.notices, f"{told}; {left} stycken under andra rubriker är inte med."),
    )


def _moved(section: OutlineSection, new: dict[int, int], numbers: dict[int, int]) -> OutlineSection:
    told = tuple(numbers[n] for n in section.basis.passages if n in numbers)
    basis = msgspec.structs.replace(section.basis, passages=told)
    return msgspec.structs.replace(section, above=new.get(section.above, -1), basis=basis)


def _is_called(section: OutlineSection, heading: str) -> bool:
    wanted, own = _plain(heading), _plain(section.heading)
    return wanted in {own, _plain(section.number), _plain(f"{section.number} {section.heading}"), _NUMBER.sub("", own)}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".:")
