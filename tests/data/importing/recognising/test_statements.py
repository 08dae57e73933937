"""Sentences that answer a point of the law, told from texts of many authorities, and those that only seem to."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data.importing.recognising.statements import statements
from tests.data.importing.sketched import sketched

CASES = tomllib.loads(Path(__file__).with_name("statements_cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[str(at) for at in range(1, len(CASES) + 1)])
def test_statements_of_many_texts(case: dict[str, str | list[str]]) -> None:
    said = [f"{fact.topic}={fact.quote}" for fact in statements(sketched(str(case["text"])))]
    assert len(said) == len(case["says"]), said
    assert all(one.startswith(begin) for one, begin in zip(said, case["says"], strict=True)), said
