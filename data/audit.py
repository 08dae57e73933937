"""Audits a description against what the law asks of it: OSL 4 kap. 2 § points 1–7 and arkivlagen 6 § 2."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from data.kinds import Topic
from data.model import Observation, Quote

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
_EXCHANGES = 6


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
    archive = _stated(description, Topic.ARCHIVE)
    findings.append(
        Finding(0, "6 § 2 arkivlagen", ARCHIVE, Status.UNCLEAR if archive else Status.MISSING, tuple(archive), ())
    )
    rest = tuple(observation for observation in description.observations.values() if observation.point not in POINTS)
    return Audit(tuple(findings), rest)


def _finding(description: Description, point: int, rule: str, asks: str, evidence: list[Quote]) -> Finding:
    observations = tuple(observation for observation in description.observations.values() if observation.point == point)
    status = Status.MISSING if not evidence else Status.UNCLEAR if observations else Status.PRESENT
    if point == _EXCHANGES and evidence and _how_or_when_unstated(description):
        status = Status.UNCLEAR
    return Finding(point, rule, asks, status, tuple(evidence[:MAX_EVIDENCE]), observations)


def _how_or_when_unstated(description: Description) -> bool:
    return any(not (exchange.how and exchange.when) for exchange in description.source.exchanges.values())


def _stated(description: Description, topic: Topic) -> list[Quote]:
    statements = description.source.statements.values()
    return [Quote(statement.passage, statement.quote) for statement in statements if statement.topic is topic]


def _first_words(description: Description, passages: Iterable[tuple[str, ...]]) -> list[Quote]:
    ids = dict.fromkeys(id_ for group in passages for id_ in group)
    return [Quote(id_, description.source.passages[id_].shown) for id_ in ids]
