"""How to ask for a record: the law's facts in the visitor's questions, each with its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.in_turn import in_turn
from tests.portal.pages.reading import Node, outside

if TYPE_CHECKING:
    from tests.portal.pages.conftest import Get


@pytest.fixture
def page(get: Get) -> Node:
    return get("/begar-ut")


def answer(page: Node, question: str) -> Node:
    (found,) = [node for node in page.all("section", "question") if [h.text for h in node.all("h3")] == [question]]
    return found


@in_turn(
    ("question", "words", "laws"),
    [
        ("Kostar det något?", ["på plats är gratis", "Kopior", "fastställd avgift"], ["TF 2:15", "TF, KL: läst i"]),
        ("Hur fort får jag svar?", ["Genast eller så snart", "skyndsamt"], ["TF 2:15", "TF 2:16"]),
        (
            "Måste jag säga vem jag är eller varför jag frågar?",
            ["Nej, normalt inte", "bara om sekretessprövningen kräver det"],
            ["TF 2:18"],
        ),
        ("Vad gör jag om jag får nej?", ["skriftligt beslut", "överklaga"], ["OSL 6:3"]),
        (
            "Hur överklagar jag ett nej till en handling?",
            ["kammarrätten", "tre veckor", "myndigheten som beslutade"],
            ["OSL 6:7", "OSL 6:8"],
        ),
        (
            "Hur överklagar jag kommunens beslut?",
            ["Läs i beslutet", "den som beslutade", "kommunens medlemmar", "förvaltningsrätten", "anslag"],
            ["KL 13:5", "läst i lydelsen 1 september 2025."],
        ),
        (
            "Vad får jag se i mitt eget ärende?",
            ["part", "inte allt"],
            ["OSL 10:3", "OSL: lydelsen har inte kunnat kontrolleras mot tryckt författning."],
        ),
        (
            "Kan jag få handlingen digitalt, till exempel per e-post?",
            ["utskrift i stället", "bara om en lag säger det"],
            ["TF 2:16"],
        ),
        ("Vem beslutar om jag får ta del av handlingen?", ["anställda som ansvarar", "skriftligt beslut"], ["OSL 6:3"]),
        ("Är allmän samma sak som offentlig?", ["Nej", "när någon ber att få se den"], ["TF 2:15"]),
        ("Kan jag komma och läsa handlingen på plats?", ["fotografera", "skriva av"], ["TF 2:15"]),
    ],
)
def test_the_laws_facts_answer_the_visitors_questions(
    page: Node, question: str, words: list[str], laws: list[str]
) -> None:
    found = answer(page, question)
    assert [each for each in words if each not in found.text] == []
    assert [each for each in laws if each not in found.text] == []


def test_every_rule_leads_to_its_paragraph(page: Node) -> None:
    for link in outside(page):
        match = re.fullmatch(r"(TF|OSL|FL|arkivlagen) (?:(\d+):)?(\d+).*", link.text, re.IGNORECASE)
        assert match, link.text
        chapter, paragraph = match[2], match[3]
        assert link.get("href").endswith(f"#K{chapter}P{paragraph}" if chapter else f"#P{paragraph}")
        assert link.get("href").startswith("https://www.riksdagen.se/")
