"""A place of invented authorities, as tests/places describes them: three of one municipality, and one of another."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from data.place import CommonContact, Place
from tests.support import DATA, REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PLACES = REPOSITORY / "tests" / "places"
HOME, SCHOOLS, BOARD = "tallmo-kommunstyrelsen", "tallmo-utbildningsnamnden", "tallmo-byggnadsnamnden"
OTHER = "granvik-kommunstyrelsen"
PLACE = Place(
    name="Tallmo med grannar",
    authorities=(HOME, SCHOOLS, BOARD, OTHER),
    home=HOME,
    archive=HOME,
    contact=CommonContact(
        name="Tallmo kontaktcenter",
        phone="031-390 06 00",
        phone_name="kommunens växel",
        email="kontaktcenter@tallmo.example",
        stated_by="Kontaktcenter",
        stated_on="2026-10-12",
    ),
)


def copy_places(folder: Path) -> Path:
    """The authorities with what all share, as a folder of data."""
    for authority in PLACE.authorities:
        shutil.copytree(PLACES / authority, folder / "descriptions" / authority)
    shutil.copytree(DATA / "general", folder / "general")
    return folder
