"""The invented authorities of two municipalities: sound beside one another and beside the real one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from data.checks import check_all
from tests.support import REPOSITORY, copy_data

if TYPE_CHECKING:
    from pathlib import Path

PLACES = REPOSITORY / "tests" / "places"


def test_authorities_of_two_municipalities_stand_beside_one_another(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    invented = sorted(folder for folder in PLACES.iterdir() if folder.is_dir())
    for folder in invented:
        shutil.copytree(folder, data / "descriptions" / folder.name)
    checked = check_all(data)
    descriptions = checked.descriptions
    assert checked.report.errors == []
    assert {each.id for each in descriptions} == {"norrkoping-ks", *(folder.name for folder in invented)}
    shared = set.intersection(*(set(each.guidance) for each in descriptions))
    assert {"protokoll", "om-beskrivningen"} <= shared
