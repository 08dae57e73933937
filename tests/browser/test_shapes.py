"""Narrow windows, magnified text, wide spacing, forced colours, paper: nothing is lost in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll("*")]
        .filter(each => each.getBoundingClientRect().right > room + 1).map(each => each.outerHTML.slice(0, 120));
}"""

CLIPPED = """() => [...document.body.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each);
    if (style.position === "absolute" || !each.checkVisibility()) return false;
    if (each.closest("svg, input, textarea, .hidden") || each.clientWidth === 0) return false;
    const over = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
    return over && (style.overflowX !== "visible" || each.matches("button, a"));
}).map(each => each.outerHTML.slice(0, 120))"""

# WCAG 1.4.12, set as a visitor's own style sheet is: past the page's policy
SPACE_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; "
        + "word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


def look(page: Page, kind: str, width: int, height: int = 800) -> None:
    """Load a page in a window of this size."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(KINDS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_at_320_pixels_nothing_is_beside_the_window(reader: Page, kind: str) -> None:
    look(reader, kind, 320)
    assert reader.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("kind", ["start", "full-answer", "record-type", "whole-text", "guide-filled-in"])
def test_1280_by_1024_pixels_at_400_percent_hide_nothing(reader: Page, kind: str) -> None:
    look(reader, kind, 320, 256)
    for end in (reader.locator("main :is(h1, h2):not(.hidden)").first, reader.locator("footer nav a").last):
        end.scroll_into_view_if_needed()
        expect(end).to_be_in_viewport()
    assert reader.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_wide_text_spacing_clips_nothing(reader: Page, kind: str, width: int) -> None:
    look(reader, kind, width)
    reader.evaluate(SPACE_OUT)
    assert reader.evaluate(CLIPPED) + reader.evaluate(TOO_WIDE) == []


@pytest.fixture
def forced(visit: Visit) -> Page:
    """A visitor whose system sets all colours."""
    return visit(forced_colors="active")


def test_in_forced_colours_one_can_search_and_filter(forced: Page) -> None:
    forced.goto("/sok?q=protokoll")
    forced.get_by_label("Handlingsslag").check()
    expect(forced.locator(".chips")).to_contain_text("Handlingsslag")


def test_in_forced_colours_focus_is_seen(forced: Page) -> None:
    forced.goto("/")
    forced.keyboard.press("Tab")
    style = forced.locator(":focus").evaluate("each => getComputedStyle(each).outlineStyle")
    assert style == "solid"


@pytest.mark.parametrize("selector", [".mark", ".chips a", ".answer", "#q", ".search button"])
def test_in_forced_colours_what_colour_sets_apart_has_a_frame(forced: Page, selector: str) -> None:
    forced.goto("/sok?q=protokoll&type=record_type")
    width = forced.locator(selector).first.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)")
    assert width >= 1


def test_in_forced_colours_a_checked_box_is_seen(forced: Page) -> None:
    forced.goto("/sok?q=protokoll&type=record_type")
    boxes = forced.locator("#filter input[type=checkbox]")
    looks = {str(boxes.nth(place).is_checked()): boxes.nth(place).screenshot() for place in range(boxes.count())}
    assert looks["True"] != looks["False"]


@pytest.mark.parametrize("kind", ["record-type", "whole-text"])
def test_on_paper_the_text_stands_without_the_navigation(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    page.emulate_media(media="print")
    expect(page.locator("blockquote").first).to_be_visible()
    for around in ("header", "footer", ".skip"):
        expect(page.locator(around).first).not_to_be_visible()


@pytest.mark.parametrize("kind", ["record-type", "whole-text"])
def test_printing_gives_pages(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert b"/Type /Page\n" in paper


def test_on_paper_a_link_to_the_law_shows_its_address(page: Page) -> None:
    page.goto(KINDS["provision"])
    page.emulate_media(media="print")
    shown = page.locator("main a[rel=external]").first.evaluate("each => getComputedStyle(each, '::after').content")
    assert "riksdagen.se" in shown
