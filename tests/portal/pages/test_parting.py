"""Long Swedish words may break between their parts, in what is shown and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.pages.parting import BREAK
from tests.portal.pages.reading import read

if TYPE_CHECKING:
    from flask.testing import FlaskClient

DEPARTMENT = "/norrkoping-ks/enhet/kommunikationsavdelningen"


def test_a_long_name_breaks_between_its_parts_and_stays_one_word_in_the_text(client: FlaskClient) -> None:
    page = client.get(DEPARTMENT).text
    assert f">Kommunikations{BREAK}avdelningen</span></h1>" in page
    assert read(page).all("h1")[0].text == "Kommunikationsavdelningen"
    assert f"Sekretess{BREAK}bestämmelser</h2>" in client.get("/norrkoping-ks/").text


def test_no_attribute_head_address_or_copied_text_has_a_break_and_none_a_soft_hyphen(client: FlaskClient) -> None:
    for path in (DEPARTMENT, f"/telefon{DEPARTMENT}", f"/kiosk{DEPARTMENT}", "/norrkoping-ks/beskrivning"):
        page = client.get(path).text
        assert page.count(BREAK) > 1, path
        assert "\u00ad" not in page
        assert "shy" not in page.partition("<body")[0]
        assert not re.search(r"=\"[^\"]*<span", page)
        assert f"kommunstyrelsens{BREAK}kansli@" not in page
    assert "shy" not in client.get(f"/api/v1/entries{DEPARTMENT.replace('/enhet', '')}").text


def test_words_of_other_languages_are_left_whole(client: FlaskClient) -> None:
    page = read(client.get("/fi/tillganglighet").text)
    assert page.all("h1")[0].all(css_class="shy") == []
    assert page.all("h1")[0].text == "Saavutettavuusseloste"
