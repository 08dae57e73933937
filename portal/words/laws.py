"""Addresses of statutes at riksdagen.se, the parliament's own site, and which wording of each was read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from data.laws import law_of, parts_of
from portal.words.translations import shown_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.laws import Law

_ROOT = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"
_STATUTES = {
    "OSL": "offentlighets-och-sekretesslag-2009400_sfs-2009-400/",
    "TF": "tryckfrihetsforordning-1949105_sfs-1949-105/",
    "FL": "forvaltningslag-2017900_sfs-2017-900/",
    "ARKIVLAGEN": "arkivlag-1990782_sfs-1990-782/",
}


def statute_url(law: str, chapter: int = 0, paragraph: str = "") -> str:
    """The address of a statute, at its paragraph or chapter where one is given; empty for a law not known here.

    Args:
        law: Short name as it is cited: OSL, TF, FL or arkivlagen.
        chapter: 0 for a law without chapters.
        paragraph: As it is cited, ``2`` or ``5 b``; empty for the law as a whole.
    """
    statute = _STATUTES.get(law.upper())
    if statute is None:
        return ""
    number = paragraph.replace(" ", "")
    anchor = (f"K{chapter}" if chapter else "") + (f"P{number}" if number else "")
    return f"{_ROOT}{statute}{'#' if anchor else ''}{anchor}"


@dataclass(frozen=True, slots=True)
class Wording:
    """Laws by their Swedish names, and the day as of which they were read; empty where they could not be checked."""

    laws: str
    day: str


def wordings(citations: Iterable[str], laws: Iterable[Law]) -> tuple[Wording, ...]:
    """Which wording our texts were held against, all laws that were read as of one day together.

    Args:
        citations: What the texts rest on.
        laws: Those that we know; a citation of another is said nothing of.
    """
    known = list(laws)
    named = (law_of(part, known) for citation in citations for part in parts_of(citation))
    cited = dict.fromkeys(law for law in named if law)
    by_day = groupby(sorted(cited, key=_day, reverse=True), _day)
    return tuple(
        Wording(", ".join(law.called for law in group), shown_date(day) if day else "") for day, group in by_day
    )


def _day(law: Law) -> str:
    return law.read_as_of if law.verified else ""
