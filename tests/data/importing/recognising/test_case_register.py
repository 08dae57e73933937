"""Where the register of cases is searched: the address and the menus, where the text says so."""

from __future__ import annotations

import pytest

from data.importing.recognising.case_register import case_register
from tests.data.importing.sketched import sketched

SAID = {
    "Diariet kan sökas på www.ek.example under Kommun och politik > Insyn > Diarium.": (
        "www.ek.example",
        ("Kommun och politik", "Insyn", "Diarium"),
    ),
    "Webbdiariet finns på ek.example, under rubriken ”Sök i diariet”.": ("ek.example", ("Sök i diariet",)),
    "Ett urval ur diariet publiceras på https://www.ek.example/diarium, dock inte personärenden.": (
        "www.ek.example/diarium",
        (),
    ),
    "Diariet hittar du på kommunens webbplats under Kommun och politik / Protokoll och diarium.": (
        "kommunens webbplats",
        ("Kommun och politik", "Protokoll och diarium"),
    ),
    "Diariet finns på www.ek.example via menyvalen Om oss och sedan Handlingar.": (
        "www.ek.example",
        ("Om oss", "Handlingar"),
    ),
}
UNSAID = (
    "Diariet är inte sökbart på www.ek.example.",
    "Diariet förs i W3D3, bl.a. för kallelser.",
    "Protokoll finns på www.ek.example. Diariet söks av registrator, diariet@ek.example.",
    "Diariet kan sökas på kommunens webbplats.",
)


@pytest.mark.parametrize("text", SAID)
def test_where_the_register_is_searched(text: str) -> None:
    told = case_register(sketched(f"# Diarium\n{text}"))
    assert told
    assert (told.website, told.path) == SAID[text]


@pytest.mark.parametrize("text", UNSAID)
def test_what_says_no_place_gives_none(text: str) -> None:
    assert case_register(sketched(f"# Diarium\n{text}")) is None
