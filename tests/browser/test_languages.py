"""Pages in other languages as the browser has them; that no Swedish is left in them is in test_everywhere.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from portal.languages import LANGUAGES, ORIGINAL
from portal.modes import MODES
from portal.web.urls import prefixed
from tests.browser.faults import violations
from tests.browser.kinds import KINDS
from tests.pairs import pairs
from tests.portal.pages.swedish import OTHERS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


AXE_KINDS = ("start", "full-answer", "outside-the-description", "record-type", "guide", "words")


@pytest.mark.parametrize(
    ("mode", "code", "kind"), pairs(tuple(MODES), [code for code in LANGUAGES if code != ORIGINAL], AXE_KINDS)
)
def test_axe_finds_nothing_in_another_language(reader: Page, mode: str, code: str, kind: str) -> None:
    reader.goto(prefixed(KINDS[kind], code, mode))
    assert violations(reader) == []


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
