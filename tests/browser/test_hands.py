"""The keyboard; how large what one touches is, is in test_every_kind.py."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the element has focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError("the keyboard does not lead there")


def test_the_first_tab_leads_past_the_top(page: Page) -> None:
    page.goto(KINDS["record-type"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_in_viewport(ratio=1)


def test_the_skip_link_leads_to_the_content(page: Page) -> None:
    page.goto(KINDS["record-type"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_keyboard_leads_from_question_to_answer(page: Page) -> None:
    page.goto("/")
    tab_to(page, page.locator("#q"))
    page.keyboard.type("var hittar jag protokoll")
    page.keyboard.press("Enter")
    expect(page).to_have_title("var hittar jag protokoll – sökresultat – Kommunstyrelsen i Norrköpings kommun")
    tab_to(page, page.locator("#svar a"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Protokoll")


def test_the_keyboard_reaches_every_filter(page: Page) -> None:
    page.goto("/sok?q=protokoll")
    tab_to(page, page.locator("#filter input").last)


@pytest.mark.parametrize("kind", ["start", "full-answer", "record-type", "guide"])
def test_focus_is_always_seen(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_be_in_viewport()
        if focused.evaluate("each => parseFloat(getComputedStyle(each).outlineWidth)") < 3:
            unseen.append(focused.evaluate("each => each.outerHTML.slice(0, 120)"))
    assert unseen == []
