"""Who tells more about the records, told from texts of many authorities; nobody's name is taken."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.importing.recognising.roles import contact_roles
from tests.data.importing.sketched import sketched

if TYPE_CHECKING:
    from data.importing.proposal import RoleFact

CASES = tomllib.loads(Path(__file__).with_name("roles_cases.toml").read_text("utf-8"))["case"]


def _said(role: RoleFact) -> str:
    return f"{role.name}|{role.phone}|{role.email}|{role.about}"


@pytest.mark.parametrize("case", CASES, ids=[str(at) for at in range(1, len(CASES) + 1)])
def test_roles_of_many_texts(case: dict[str, str | list[str]]) -> None:
    assert [_said(role) for role in contact_roles(sketched(str(case["text"])))] == case["says"]
