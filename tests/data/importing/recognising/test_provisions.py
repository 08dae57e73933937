"""Provisions of secrecy, told from texts of many authorities: every one, and none that the text does not apply."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.importing.recognising.provisions import provisions
from tests.data.importing.sketched import sketched

if TYPE_CHECKING:
    from data.importing.proposal import ProvisionFact

CASES = tomllib.loads(Path(__file__).with_name("provisions_cases.toml").read_text("utf-8"))["case"]


def _said(fact: ProvisionFact) -> str:
    return f"{fact.law} {fact.chapter}:{fact.paragraph}{'' if fact.usual else '*'}"


@pytest.mark.parametrize("case", CASES, ids=[str(at) for at in range(1, len(CASES) + 1)])
def test_provisions_of_many_texts(case: dict[str, str | list[str]]) -> None:
    assert [_said(fact) for fact in provisions(sketched(str(case["text"])))] == case["says"]
