"""Audits a description against what the law asks of it: OSL 4 kap. 2 § points 1–7 and arkivlagen 6 § 2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from data.kinds import Topic
from data.model import Observation, Quote
from data.quotes import contains

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.model import Description

MAX_EVIDENCE = 3
"""Quotes shown per point: enough to see what it rests on; the pages show the rest."""


class Status(StrEnum):
    """How well the description answers a point."""

    PRESENT = "present"
    UNCLEAR = "unclear"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One point of the law, how well the description answers it, and the words it was judged by.

    Attributes:
        point: 1 to 7 for OSL 4 kap. 2 §, 0 for arkivlagen 6 § 2.
        rule: The rule as it is cited.
        asks: What the point asks for.
        observations: What makes the point unclear.
    """

    point: int
    rule: str
    asks: str
    status: Status
    evidence: tuple[Quote, ...]
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings point by point, and the gaps and contradictions that belong to no point."""

    findings: tuple[Finding, ...]
    observations: tuple[Observation, ...]


POINTS = {
    1: "myndighetens organisation och verksamhet, så att handlingar kan hittas",
    2: "register, förteckningar och andra sökmedel till handlingarna",
    3: "tekniska hjälpmedel som enskilda själva kan få använda",
    4: "vem som kan lämna närmare upplysningar om handlingarna, deras användning och sökmöjligheter",
    5: "vilka bestämmelser om sekretess som vanligen tillämpas",
    6: "uppgifter som regelbundet hämtas från eller lämnas till andra, samt hur och när",
    7: "rätten att sälja personuppgifter",
}
"""What each point of OSL 4 kap. 2 § asks for."""
ARCHIVE = "arkivbeskrivning: vilka slags handlingar som finns i arkivet och hur arkivet är organiserat"
"""What arkivlagen 6 § 2 asks for."""
_EXCHANGES, _SALE = 6, 7
_RIGHT = re.compile(r"\b(?:rätt|rätten|rättighet\w*|får)\b", re.IGNORECASE)
_CALLED = re.compile(r"\barkivbeskrivning", re.IGNORECASE)
_IS_ONE = re.compile(
    r"\b(?:är|utgör|utgörs|fungerar|tjänar|gäller|innehåller|omfattar)\b[^.!?]{0,150}\barkivbeskrivning", re.IGNORECASE
)
_IS_IN_IT = re.compile(
    r"\barkivbeskrivning\w*[^.!?]{0,60}\b(?:ingår|samlade?|finns|tagits in|sammanförd\w*)\b[^.!?]{0,40}"
    r"\b(?:detta|denna|det här|den här|dokumentet|beskrivningen)\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(r"\b(?:ska|skall|måste|bör|inte|ej|ingen)\b", re.IGNORECASE)
_ARCHIVE_WORD = re.compile(r"arkiv(?!beskrivning|lag|förordning)\w*", re.IGNORECASE)
"""What tells of an archive: *arkivet*, *e-arkiv*, *närarkiv*, *arkivförteckning*; the law's own words do not."""


def audit(description: Description) -> Audit:
    """Judge every point by what the description says; what is unclear is told, never smoothed over."""
    source = description.source
    evidence: dict[int, list[Quote]] = {
        1: _first_words(description, (unit.passages[:1] for unit in source.units.values() if unit.tasks)),
        2: _first_words(description, (aid.passages[:1] for aid in source.finding_aids.values())),
        3: _stated(description, Topic.ACCESS_AID),
        4: _stated(description, Topic.INFORMATION),
        5: _first_words(description, (provision.passages[-1:] for provision in source.provisions.values())),
        6: _first_words(description, (exchange.passages[:1] for exchange in source.exchanges.values())),
        7: _stated(description, Topic.SALE),
    }
    findings = [
        _finding(description, point, f"4 kap. 2 § {point} OSL", asks, evidence[point]) for point, asks in POINTS.items()
    ]
    findings.append(_archive(description))
    rest = tuple(observation for observation in description.observations.values() if observation.point not in POINTS)
    return Audit(tuple(findings), rest)


def _archive(description: Description) -> Finding:
    """Whether the text is the archive description: it says so, and tells of the archive.

    That an archive description must exist, or that there is an archive, is not enough: then it is unclear which text is
    meant, or what is kept.
    """
    document, passages = description.source.document, description.source.passages
    stated = [*_stated(description, Topic.ARCHIVE)]
    titles = [Quote(id_, document.title) for id_ in document.passages if contains(passages[id_].text, document.title)]
    in_title = titles[:1] if _CALLED.search(document.title) else []
    says = bool(in_title) or any(_is_said(quote.text) for quote in stated)
    tells = any(_ARCHIVE_WORD.search(passage.whole) for passage in passages.values() if not passage.hidden)
    status = Status.PRESENT if says and tells else Status.UNCLEAR if says or stated else Status.MISSING
    evidence = (*in_title, *stated)[:MAX_EVIDENCE]
    return Finding(0, "6 § 2 arkivlagen", ARCHIVE, status, evidence, ())


def _is_said(sentence: str) -> bool:
    """Whether a sentence says that this text is the archive description; a duty or a denial says no such thing."""
    return any(
        not _NOT_SAID.search(sentence[: match.end()])
        for pattern in (_IS_ONE, _IS_IN_IT)
        for match in pattern.finditer(sentence)
    )


def _finding(description: Description, point: int, rule: str, asks: str, evidence: list[Quote]) -> Finding:
    observations = tuple(observation for observation in description.observations.values() if observation.point == point)
    status = Status.MISSING if not evidence else Status.UNCLEAR if observations else Status.PRESENT
    if point == _EXCHANGES and evidence and _how_or_when_unstated(description):
        status = Status.UNCLEAR
    if point == _SALE and evidence and not any(_RIGHT.search(quote.text) for quote in evidence):
        status = Status.UNCLEAR  # the law asks about the right, not about what is done
    return Finding(point, rule, asks, status, tuple(evidence[:MAX_EVIDENCE]), observations)


def _how_or_when_unstated(description: Description) -> bool:
    return any(not (exchange.how and exchange.when) for exchange in description.source.exchanges.values())


def _stated(description: Description, topic: Topic) -> list[Quote]:
    statements = description.source.statements.values()
    return [Quote(statement.passage, statement.quote) for statement in statements if statement.topic is topic]


def _first_words(description: Description, passages: Iterable[tuple[str, ...]]) -> list[Quote]:
    ids = dict.fromkeys(id_ for group in passages for id_ in group)
    return [Quote(id_, description.source.passages[id_].shown) for id_ in ids]
