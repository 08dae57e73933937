"""The laws that our answers rest on: as of which day each was read, and which of them a citation names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMON_KNOWLEDGE = "allmän kunskap"
"""What a signpost may rest on instead of a law."""
_NUMBER = re.compile(r"\b\d{4}:\d{1,5}\b|\b\d{2,4}/\d{2,4}\b")


@dataclass(frozen=True, slots=True)
class Law:
    """A law, and which wording of it our texts were held against.

    Attributes:
        short: What it is cited as, where that is not its name; may be empty.
        number: In the official collection: ``2017:725``, or ``2016/679`` for one of the EU's.
        read_as_of: The day (ISO) whose wording was read; empty where the wording has not been read.
        read_in: Where it was read.
        verified: Whether our texts have been held against that wording.
    """

    id: str
    name: str
    number: str
    short: str = ""
    read_as_of: str = ""
    read_in: str = ""
    verified: bool = False

    @property
    def called(self) -> str:
        """What it is called in a line."""
        return self.short or self.name


def parts_of(citation: str) -> list[str]:
    """The citations of a text that may have several, apart by semicolons."""
    return [part for each in citation.split(";") if (part := each.strip())]


def law_of(citation: str, laws: Iterable[Law]) -> Law | None:
    """The law that a citation is to; None where it names none of them, or one by another's number."""
    numbers = set(_NUMBER.findall(citation))
    for law in laws:
        if (law.number in numbers) if numbers else _is_named(law, citation):
            return law
    return None


def _is_named(law: Law, citation: str) -> bool:
    names = (re.escape(name) for name in (law.short, law.name) if name)
    return re.search(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", citation) is not None
