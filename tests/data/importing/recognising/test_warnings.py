"""What the registrator is told of a proposal: what is missing, what is unclear, whose names stand in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.audit import Status
from data.importing.outline import Basis
from data.importing.proposal import DocumentFacts, ExchangeFact, FindingAidFact, Proposal, Told, UnitFact
from data.importing.recognising.provisions import provisions
from data.importing.recognising.roles import contact_roles
from data.importing.recognising.statements import statements
from data.importing.recognising.warnings import points, warnings
from data.kinds import Direction, UnitKind
from tests.data.importing.sketched import sketched

if TYPE_CHECKING:
    from data.importing.proposal import Warned

TEXT = """
# Inledning
Detta dokument är också nämndens arkivbeskrivning. Arbetsfördelningen framgår av arbetsordningen.
# Register
Diariet förs i W3D3, som leds av registrator Vega Blomstrand. Frågor: arkiv[at]ek.example.
# Sekretess
Vanligast är 21 kap. 1 § OSL och 25 kap. OSL. I enstaka fall gäller 15 kap. 2 § OSL.
# Försäljning
{sale}
"""


def _proposal(sale: str, how: str = "") -> Proposal:
    outline = sketched(TEXT.format(sale=sale))
    return Proposal(
        outline,
        document=DocumentFacts(decided_on=Told("2012-03-01")),
        units=(
            UnitFact("Kulturnämnden", UnitKind.BOARD, email="kultur@ek.example"),
            UnitFact("Kulturkontoret", UnitKind.OFFICE, "Kulturnämnden", email="kultur@ek.example"),
        ),
        finding_aids=(FindingAidFact("W3D3"),),
        exchanges=(ExchangeFact(Direction.FETCHED, "Skatteverket", how=how, when=how, basis=Basis("", (3,))),),
        provisions=provisions(outline),
        contact_roles=contact_roles(outline),
        statements=statements(outline),
    )


@pytest.mark.parametrize(
    ("sale", "status"),
    [
        ("Nämnden har ingen rätt att sälja personuppgifter.", Status.PRESENT),
        ("Nämnden säljer inga personuppgifter.", Status.UNCLEAR),
        ("", Status.MISSING),
    ],
)
def test_points_as_the_text_answers_them(sale: str, status: Status) -> None:
    told = points(_proposal(sale))
    assert told[7] is status
    assert {point: told[point] for point in (0, 1, 2, 3, 4, 5, 6)} == {
        0: Status.PRESENT,
        1: Status.PRESENT,
        2: Status.PRESENT,
        3: Status.MISSING,
        4: Status.MISSING,
        5: Status.PRESENT,
        6: Status.UNCLEAR,
    }
    assert points(_proposal(sale, how="genom filöverföring varje natt"))[6] is Status.PRESENT


def test_warnings_are_few_and_name_what_they_are_about() -> None:
    told = {each.kind: each for each in warnings(_proposal("Nämnden säljer inga personuppgifter."), 2025)}
    assert list(told) == [
        "point-3",
        "point-4",
        "right-not-told",
        "how-or-when",
        "elsewhere",
        "hidden-address",
        "names",
        "provisions-of-systems",
        "chapter-alone",
        "shared-address",
        "no-number",
        "old",
    ]
    assert _says(told["names"], "Vega Blomstrand")
    assert _says(told["how-or-when"], "Skatteverket")
    assert _says(told["provisions-of-systems"], "15 kap. 2 § OSL")
    assert _says(told["elsewhere"], "arbetsordningen")
    assert told["names"].passages == (2,)


def _says(warned: Warned, words: str) -> bool:
    return words in warned.text
