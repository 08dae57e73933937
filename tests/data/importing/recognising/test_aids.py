"""Finding aids that texts of other authorities name, and no more than they name."""

from __future__ import annotations

from typing import Any

import pytest

from data.importing.recognising.aids import finding_aids
from data.importing.recognising.aids.vocabulary import AidRule
from data.importing.recognising.clauses import folded
from data.importing.rules import rules
from tests.data.importing.recognising.drawn import cases, drawn


@pytest.mark.parametrize("case", cases("aids"), ids=lambda case: case["text"].split("\n")[2][:40])
def test_a_text_names_its_finding_aids_and_no_other(case: dict[str, Any]) -> None:
    found = finding_aids(drawn(case["text"]), ())
    wanted = [{folded(name) for name in names.split(" = ")} for names in case["expect"]]
    said = [{folded(name) for name in (aid.name, *aid.aliases)} for aid in found]
    known = case.get("known", 0)
    missing = [names for names in wanted if not any(names & one for one in said)]
    surplus = [one for one in said if not any(names & one for names in wanted)]
    assert (missing, len(surplus)) == ([], known), surplus


def test_a_row_says_what_a_system_holds_what_limits_it_and_whose_it_is() -> None:
    text = """
    ## [finding-aids] System
    |! System | Innehåll | Sökbegrepp | Sekretess | Ansvarig
    | Castor | Ärenden | Diarienummer | Kan förekomma | Staben
    """
    (aid,) = finding_aids(drawn(text), ())
    assert (aid.name, aid.holds, aid.caveats) == ("Castor", ("Ärenden",), ("Diarienummer", "Kan förekomma"))
    assert aid.basis.passages == (1,)


def test_all_passages_that_name_a_system_tell_of_it_and_make_one_fact() -> None:
    text = """
    ## [finding-aids] System
    Nämndens diarium förs i ärendehanteringssystemet Castor.
    ## [retention] Gallring
    Ärenden i Castor bevaras.
    """
    (aid,) = finding_aids(drawn(text), ())
    assert aid.basis.passages == (1, 2)
    assert "ärendehanteringssystemet" in aid.aliases


def test_every_fact_rests_on_a_rule_that_gives_its_reason() -> None:
    known = {rule.id for rule in rules("aids", AidRule)}
    said = {fact.basis.rule for case in cases("aids") for fact in finding_aids(drawn(case["text"]), ())}
    assert said <= known
