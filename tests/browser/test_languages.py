"""Pages in other languages as the browser has them, with whatever the scripts have added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import KINDS
from tests.portal.pages.swedish import OTHERS, names_of, swedish

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from data.model import Description

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("mode", ["", "/kiosk", "/telefon"])
@pytest.mark.parametrize("code", OTHERS)
def test_a_person_meets_no_swedish(reader: Page, description: Description, code: str, mode: str) -> None:
    found = {}
    for kind, path in KINDS.items():
        html = []
        for prefix in (f"{mode}/{code}", mode):
            reader.goto(prefix + path)
            html.append(reader.content())
        if texts := swedish(html[0], html[1], names_of(description), code):
            found[kind] = texts
    assert found == {}


@pytest.mark.parametrize("code", OTHERS)
def test_suggestions_are_in_the_language_of_the_page(page: Page, code: str) -> None:
    page.goto(f"/{code}/")
    with page.expect_response("**/api/v1/suggest?*") as asked:
        page.locator("#q").press_sequentially("hero")
    assert f"lang={code}" in asked.value.url
    expect(page.get_by_role("option").first).to_be_visible()


def test_the_menu_follows_results_that_followed_typing(page: Page) -> None:
    page.goto("/sok?q=protokoll")
    page.locator("#q").fill("lön")
    expect(page).to_have_url("/sok?q=l%C3%B6n")
    page.get_by_role("link", name="Suomi").click()
    expect(page).to_have_url("/fi/sok?q=l%C3%B6n")


def test_arabic_runs_from_right_to_left(page: Page) -> None:
    page.goto("/ar/sok?q=راتب")
    card, heading = page.locator(".answer"), page.locator(".answer h2 a")
    outer, inner = card.bounding_box(), heading.bounding_box()
    assert outer is not None
    assert inner is not None
    assert outer["x"] + outer["width"] - (inner["x"] + inner["width"]) < inner["x"] - outer["x"]


def test_a_telephone_number_in_arabic_keeps_its_order(page: Page) -> None:
    page.goto("/ar/norrkoping-ks/handlingsslag/anstalldas-personalakter")
    number = page.locator(".steps .fixed").first
    expect(number).to_have_text("011-15 00 00")
    assert number.evaluate("each => getComputedStyle(each).direction") == "ltr"
