"""Keyboard and fingers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

FINGER = 44
"""Pixels that a target has in each direction (DESIGN.md §7)."""

CONTROLS = (
    "button, summary, .brand, .top nav a, .bottom nav a, fieldset label, .chips a, .paging a, .more,"
    " input:not([type=checkbox], [type=radio]), textarea"
)
SMALL_CONTROLS = """([selector, least]) => [...document.querySelectorAll(selector)]
    .filter(each => each.checkVisibility() && !each.closest(".hidden"))
    .filter(each => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < least - .5)
    .map(each => `${each.outerHTML.slice(0, 100)} ${JSON.stringify(each.getBoundingClientRect())}`)"""

# WCAG 2.5.8: 24 pixels, unless the link stands in a sentence
SMALL_LINKS = """() => [...document.querySelectorAll("a[href]")].filter(each => {
    if (!each.checkVisibility() || each.closest(".skip")) return false;
    const around = [...each.parentNode.childNodes]
        .filter(node => node !== each && node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join("");
    const size = each.getBoundingClientRect();
    return !around && Math.min(size.width, size.height) < 24;
}).map(each => `${each.outerHTML.slice(0, 100)} in ${each.parentNode.outerHTML.slice(0, 60)}`)"""


def unfolded(page: Page, kind: str) -> None:
    """A page on a phone with all that folds unfolded."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(KINDS[kind])
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the element has focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError("the keyboard does not lead there")


@pytest.mark.parametrize("kind", KINDS)
def test_controls_are_as_large_as_a_finger(reader: Page, kind: str) -> None:
    unfolded(reader, kind)
    assert reader.evaluate(SMALL_CONTROLS, [CONTROLS, FINGER]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_links_that_stand_alone_can_be_hit(reader: Page, kind: str) -> None:
    unfolded(reader, kind)
    assert reader.evaluate(SMALL_LINKS) == []


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
    expect(page).to_have_title("var hittar jag protokoll – sökresultat – Vägvisaren")
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
