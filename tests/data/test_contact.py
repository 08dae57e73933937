"""How a unit is reached: by its own details, by the nearest above it, and never by what nobody has stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.contact import Contact, contact_of

if TYPE_CHECKING:
    from data.model import Description

SWITCHBOARD = "08-465 004 00"


@pytest.mark.parametrize(
    ("unit", "contact"),
    [
        pytest.param("kansliet", Contact("kansli@exempel.se", "08-465 00 400", "kansliet"), id="its own"),
        pytest.param("exempelnamnden", Contact("", SWITCHBOARD, ""), id="the switchboard where the text has no more"),
        pytest.param("riksexemplet", Contact("", "", ""), id="nothing for another organisation"),
        pytest.param("", Contact("", SWITCHBOARD, ""), id="the switchboard where no unit is named"),
    ],
)
def test_a_unit_is_reached_as_the_description_says(small: Description, unit: str, contact: Contact) -> None:
    assert contact_of(small, unit) == contact


def test_a_unit_without_details_is_reached_through_the_one_above(description: Description) -> None:
    assert contact_of(description, "kollega-konsument").stated_by == "digitaliseringsavdelningen"
