"""What first pages say of a document and its authority, and where it has to be asked which authority it is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from data.importing.recognising.outlining import outlined
from data.importing.recognising.particulars import AuthorityAsked, authority_told, document_facts
from tests.data.importing.outlines import document

_CASES = tomllib.loads(Path(__file__).with_name("particulars_cases.toml").read_text(encoding="utf-8"))


def _value(told: Any) -> str:  # noqa: ANN401
    return str(getattr(told, "value", told))


@pytest.mark.parametrize("case", _CASES["document"], ids=lambda case: case["lines"][0])
def test_a_first_page_tells_of_the_document(case: dict[str, Any]) -> None:
    lines = (line.replace("# ", "^ ", 1) for line in case["lines"])
    facts = document_facts(outlined(document(*lines, furniture=tuple(case.get("furniture", ())))))
    expected = {field: value for field, value in case.items() if field not in {"lines", "furniture"}}
    assert {field: _value(getattr(facts, field)) for field in expected} == expected


@pytest.mark.parametrize("case", _CASES["authority"], ids=lambda case: case["title"])
def test_an_authority_is_told_or_asked_for(case: dict[str, Any]) -> None:
    furniture = tuple(case.get("furniture", ()))
    told = authority_told(outlined(document(f"^ {case['title']}", *case.get("texts", ()), furniture=furniture)))
    expected = {field: value for field, value in case.items() if field not in {"title", "texts", "furniture", "asked"}}
    if isinstance(told, AuthorityAsked):
        assert (list(told.names), expected) == (case.get("asked"), {})
    else:
        assert {field: _value(getattr(told, field)) for field in expected} == expected
        assert "asked" not in case


def test_an_authority_that_was_given_is_not_asked_for() -> None:
    outline = outlined(document("^ Beskrivning av Kommunstyrelsens och Valnämndens allmänna handlingar", "Åby kommun"))
    assert isinstance(authority_told(outline), AuthorityAsked)
    told = authority_told(outline, "Valnämnden i Åby kommun")
    assert not isinstance(told, AuthorityAsked)
    assert (told.name.value, told.root, told.kind) == ("Valnämnden i Åby kommun", "Valnämnden", "kommunal nämnd")
