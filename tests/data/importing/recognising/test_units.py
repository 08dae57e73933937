"""Units told from bits of descriptions: names, parents, heads, addresses and numbers, and nothing that is none."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data.importing.recognising.units import units
from data.importing.recognising.units.vocabulary import STAGE, UnitRule
from data.importing.rules import rules
from data.kinds import UnitKind
from tests.data.importing.recognising import written

if TYPE_CHECKING:
    from data.importing.proposal import UnitFact

CASES = tomllib.loads(Path(__file__).with_name("units_cases.toml").read_text("utf-8"))["case"]


def names(unit: UnitFact) -> set[str]:
    """Every name of a unit, without case."""
    return {unit.name.casefold(), *map(str.casefold, unit.aliases)}


@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{case['root']}" for at, case in enumerate(CASES)])
def test_case(case: dict[str, Any]) -> None:
    """The units of a case are those it lists, each with what it lists, and no others but those it may have."""
    found = list(units(written.outline(case["text"]), written.authority(case)))
    by_name = {unit.name: unit for unit in found}
    for wanted in map(written.expected, case["units"]):
        unit = next((unit for unit in found if names(unit) & set(map(str.casefold, wanted["names"]))), None)
        assert unit is not None, wanted["names"]
        found.remove(unit)
        assert (unit.kind is UnitKind.EXTERNAL) == wanted["ext"]
        if wanted["parent"]:
            assert names(by_name[unit.parent]) & set(map(str.casefold, wanted["parent"])), (unit.name, unit.parent)
        _has(unit, wanted, case)
    allowed = {name.removeprefix("! ").casefold() for name in case.get("may", [])}
    assert [unit.name for unit in found if not names(unit) & allowed] == []


def _has(unit: UnitFact, wanted: dict[str, Any], case: dict[str, Any]) -> None:
    if wanted["head"] or not case.get("may_head"):
        assert unit.head.casefold() == wanted["head"].casefold() or wanted["ext"], (unit.name, unit.head)
    if wanted["email"] or not case.get("may_phone"):
        assert unit.email in wanted["email"].split("|"), (unit.name, unit.email)
    if wanted["phone"] or not case.get("may_phone"):
        assert re.sub(r"\D", "", unit.phone) == re.sub(r"\D", "", wanted["phone"]), (unit.name, unit.phone)


def test_facts_tell_what_they_rest_on() -> None:
    """A unit has the passages that tell of it, what it does as it stands, and says so where it was guessed."""
    outline = written.outline(
        """
        # Organisation
        Rättsenheten (RE) prövar ärenden. Enheten leds av chefsjuristen.
        Expeditionen har telefon 0999-10 10 10.
        """.replace("        ", "")
    )
    _, law, desk = units(outline, written.authority({"root": "Djurnämnden"}))
    assert (law.aliases, law.tasks, law.basis.passages) == (("RE",), ("Rättsenheten (RE) prövar ärenden.",), (1,))
    assert law.fields["head"].passages == (1,)
    assert desk.basis.guessed
    assert desk.basis.why.endswith(".")


def test_every_word_is_one_rules() -> None:
    """No word has the same role twice, and every noun has its four forms: else a form is silently lost."""
    for role in {rule.role for rule in rules(STAGE, UnitRule) if rule.role}:
        listed = [word for rule in rules(STAGE, UnitRule) if rule.role is role for word in rule.words]
        assert sorted(set(listed)) == sorted(listed), role
    assert all(len(noun.split()) == 4 for rule in rules(STAGE, UnitRule) for noun in rule.nouns)
