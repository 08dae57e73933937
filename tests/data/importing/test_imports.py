"""Whole documents imported as the command imports them: how much of their keys is found, all together.

The floors are what is reached and no less; `python -m tests.data.importing.scoring --misses` tells what is missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.checks import check_all
from data.importing.given import Given
from data.importing.intake import id_of
from data.importing.writing.folder import write
from tests.data.importing.imports import DAY, EVERY, imported
from tests.data.importing.keyed import example, key_of
from tests.data.importing.printed import as_docx
from tests.data.importing.scoring import given_back, pooled, scored, table, too_low
from tests.data.norrkoping import DESCRIPTION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.data.importing.parts import Score

FLOORS: Mapping[str, float] = {
    "passages": 0.98,
    "order": 0.99,
    "headings": 0.97,
    "units": 0.95,
    "external_bodies": 0.95,
    "under": 0.92,
    "head": 0.92,
    "email": 0.92,
    "phone": 0.92,
    "finding_aids": 0.92,
    "provisions": 0.98,
    "exchanges": 0.85,
    "contact_roles": 0.9,
    "says": 0.95,
    "number": 1.0,
    "replaces": 1.0,
    "switchboard": 1.0,
    "audit": 0.95,
}
"""Of each part, the least share of all examples together."""
MOST_SURPLUS = 0.05
OF_SURPLUS = ("units", "finding_aids", "provisions", "exchanges", "passages", "headings")


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Score]]:
    """Every example's."""
    return {name: scored(imported(name).description, key_of(name)) for name in EVERY}


def test_the_examples_together_reach_the_floors(scores: dict[str, dict[str, Score]]) -> None:
    whole = pooled(scores.values())
    low = {part: str(whole[part]) for part, floor in FLOORS.items() if whole[part].share < floor}
    assert low == {}, table(scores, misses=True)


def test_little_is_found_that_is_not_there(scores: dict[str, dict[str, Score]]) -> None:
    whole = pooled(scores.values())
    much = {part: str(whole[part]) for part in OF_SURPLUS if whole[part].surplus > MOST_SURPLUS * whole[part].expected}
    assert much == {}, table(scores, misses=True)


def test_what_is_proposed_stands_in_the_text() -> None:
    """What the checks would refuse is left out, and told: recognition proposes next to nothing of the kind."""
    left_out = {name: [one.what for one in imported(name).described.left_out] for name in EVERY}
    assert sum(map(len, left_out.values())) <= 10, left_out


def test_all_examples_stand_side_by_side_and_pass_the_check(tmp_path: Path) -> None:
    for name in EVERY:
        proposal = imported(name).proposal
        file = example(name)
        write(proposal, id_of(proposal.authority), [Given(file.name, file.read_bytes())], tmp_path, DAY)
    checked = check_all(tmp_path, DAY)
    assert checked.report.errors == []
    assert len(checked.descriptions) == len(EVERY)


def test_a_description_made_by_hand_comes_back_from_word() -> None:
    scores = given_back(Given("norrkoping.docx", as_docx(DESCRIPTION)), DESCRIPTION)
    assert (scores["passages"].missed, scores["headings"].missed) == ([], [])
    assert too_low(scores) == {}, table({"docx": scores}, misses=True)
