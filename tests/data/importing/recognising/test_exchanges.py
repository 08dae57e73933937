"""Exchanges that texts of other authorities state, and no more than they state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from data.importing.recognising.clauses import folded
from data.importing.recognising.exchanges import exchanges
from data.importing.recognising.exchanges.vocabulary import ExchangeRule
from data.importing.rules import rules
from tests.data.importing.recognising.drawn import cases, drawn

if TYPE_CHECKING:
    from data.importing.proposal import ExchangeFact


def _is(fact: ExchangeFact, wanted: str) -> bool:
    direction, party, how, when = [part.strip() for part in (wanted + " | | |").split("|")][:4]
    same = folded(party) in folded(fact.party) or folded(fact.party) in folded(party)
    return fact.direction == direction and same and _agree(how, fact.how) and _agree(when, fact.when)


def _agree(wanted: str, said: str) -> bool:
    if wanted == "-":  # the text says nothing of it for this party
        return not said
    return not wanted or bool(said and (folded(wanted) in folded(said) or folded(said) in folded(wanted)))


@pytest.mark.parametrize("case", cases("exchanges"), ids=lambda case: case["text"].split("\n")[2][:40])
def test_a_text_states_its_exchanges_and_no_other(case: dict[str, Any]) -> None:
    found = exchanges(drawn(case["text"]), (), ())
    missing = [wanted for wanted in case["expect"] if not any(_is(fact, wanted) for fact in found)]
    surplus = [fact for fact in found if not any(_is(fact, wanted) for wanted in case["expect"])]
    assert (missing, surplus) == (case.get("known", []), [])


def test_what_is_said_outside_a_section_on_exchanges_is_a_guess() -> None:
    text = """
    ## [finding-aids] System
    Löneuppgifter lämnas varje månad till Skatteverket.
    """
    (fact,) = exchanges(drawn(text), (), ())
    assert fact.basis.guessed
    assert fact.what == ("Löneuppgifter",)


def test_every_fact_rests_on_a_rule_that_gives_its_reason() -> None:
    known = {rule.id for rule in rules("exchanges", ExchangeRule)}
    said = {fact.basis.rule for case in cases("exchanges") for fact in exchanges(drawn(case["text"]), (), ())}
    assert said <= known
