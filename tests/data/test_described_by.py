"""A unit of another organisation is one that another authority of the same organisation describes, by its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.checks import load_checked
from data.contact import described_by
from tests.portal.placed import BOARD, HOME, SCHOOLS, copy_places

if TYPE_CHECKING:
    from data.model import Description


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Description]:
    folder = copy_places(tmp_path_factory.mktemp("data"))
    return {description.id: description for description in load_checked(folder).descriptions}


def test_the_municipal_archive_is_the_executive_boards(described: dict[str, Description]) -> None:
    assert described_by(described, BOARD, "kommunarkivet") == (HOME, "kommunarkivet")


def test_its_own_units_and_what_nobody_describes_stay(described: dict[str, Description]) -> None:
    assert described_by(described, HOME, "kommunarkivet") is None
    assert described_by(described, BOARD, "loneenheten") is None
    assert described_by(described, BOARD, "") is None


def _of_another_organisation(description: Description) -> Description:
    source = description.source
    authority = replace(source.authority, organisation="Granviks kommun")
    return replace(description, source=replace(source, authority=authority))


def test_never_another_municipalitys(described: dict[str, Description]) -> None:
    moved = {**described, HOME: _of_another_organisation(described[HOME])}
    assert described_by(moved, BOARD, "kommunarkivet") is None


def test_none_of_several(described: dict[str, Description]) -> None:
    archive = described[HOME].source.units["kommunarkivet"]
    source = described[SCHOOLS].source
    schools = replace(described[SCHOOLS], source=replace(source, units={**source.units, archive.id: archive}))
    assert described_by({**described, SCHOOLS: schools}, BOARD, "kommunarkivet") is None
