"""The kiosk magnified, spaced out, in forced colours, without motion; and what axe-core finds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kiosk import KIOSK_KINDS, TALL, bar
from tests.browser.test_axe import violations
from tests.browser.test_shapes import CLIPPED, SPACE_OUT, TOO_WIDE

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

LARGE: ViewportSize = {"width": 320, "height": 256}
"""1280 × 1024 pixels at 400 %."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KIOSK_KINDS)
def test_axe_finds_nothing(reader: Page, kind: str, scheme: Literal["light", "dark"]) -> None:
    reader.set_viewport_size(TALL)
    reader.emulate_media(color_scheme=scheme)
    reader.goto(KIOSK_KINDS[kind])
    assert violations(reader) == []


@pytest.mark.parametrize("name", ["Tangentbord", "Fråga personalen"])
@pytest.mark.parametrize("language", ["", "ar/"])
def test_axe_finds_nothing_where_something_is_open(visit: Visit, language: str, name: str) -> None:
    page = visit(viewport=TALL, has_touch=True)
    page.goto(f"/kiosk/{language}")
    page.locator(".bar > *").nth(["Tangentbord", "Fråga personalen"].index(name) + 3).tap()
    expect(page.locator("#keyboard, #staff").filter(visible=True)).to_have_count(1)
    assert violations(page) == []


@pytest.mark.parametrize("kind", KIOSK_KINDS)
def test_at_320_pixels_nothing_is_beside_the_window(reader: Page, kind: str) -> None:
    reader.set_viewport_size(LARGE)
    reader.goto(KIOSK_KINDS[kind])
    assert reader.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("language", ["", "ar/"])
def test_at_400_percent_the_keyboard_is_not_beside_the_window(visit: Visit, language: str) -> None:
    page = visit(viewport=LARGE, has_touch=True)
    page.goto(f"/kiosk/{language}")
    page.locator("#q").tap()
    expect(page.locator("#keyboard")).to_be_visible()
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("kind", ["start", "full-answer", "record-type", "whole-text", "guide-filled-in"])
def test_at_400_percent_everything_can_be_reached(reader: Page, kind: str) -> None:
    reader.set_viewport_size(LARGE)
    reader.goto(KIOSK_KINDS[kind])
    for end in (reader.locator("main :is(h1, h2):not(.hidden)").first, reader.locator(".bar .end")):
        end.scroll_into_view_if_needed()
        expect(end).to_be_in_viewport()


@pytest.mark.parametrize("opened", ["staff", "idle"])
def test_at_400_percent_what_opens_can_be_answered(reader: Page, opened: str) -> None:
    reader.set_viewport_size(LARGE)
    reader.goto("/kiosk/")
    reader.evaluate(
        "id => { const it = document.getElementById(id); it.showModal ? it.showModal() : it.showPopover(); }", opened
    )
    for button in reader.locator(f"#{opened} button").all():
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("width", [320, 1080, 1280])
@pytest.mark.parametrize("kind", KIOSK_KINDS)
def test_wide_text_spacing_clips_nothing(reader: Page, kind: str, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": {320: 800, 1080: 1920}.get(width, 1024)})
    reader.goto(KIOSK_KINDS[kind])
    reader.evaluate(SPACE_OUT)
    assert reader.evaluate(CLIPPED) + reader.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("width", [320, 1080, 1280])
def test_wide_text_spacing_clips_no_key(visit: Visit, width: int) -> None:
    page = visit(viewport={"width": width, "height": 1024}, has_touch=True)
    page.goto("/kiosk/")
    page.locator("#q").tap()
    page.evaluate(SPACE_OUT)
    assert page.evaluate(CLIPPED) + page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("selector", [".tiles a", ".bar > *", ".languages a", "#q"])
def test_in_forced_colours_what_one_touches_has_a_frame(visit: Visit, selector: str) -> None:
    page = visit(viewport=TALL, forced_colors="active")
    page.goto("/kiosk/")
    width = page.locator(selector).first.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)")
    assert width >= 1


def test_in_forced_colours_the_chosen_language_is_seen(visit: Visit) -> None:
    page = visit(viewport=TALL, forced_colors="active")
    page.goto("/kiosk/")
    styles = page.locator(".languages a").evaluate_all("all => all.map(each => getComputedStyle(each).outlineStyle)")
    assert styles == ["solid", "none", "none", "none", "none"]


def test_in_forced_colours_one_can_search_by_touch(visit: Visit) -> None:
    page = visit(viewport=TALL, forced_colors="active", has_touch=True)
    page.goto("/kiosk/")
    page.locator("#q").tap()
    page.locator("[data-key=a]").tap()
    expect(page.locator("#q")).to_have_value("a")


def test_nothing_moves_by_itself_for_whoever_wants_no_motion(visit: Visit) -> None:
    page = visit(viewport=TALL, reduced_motion="reduce", has_touch=True)
    page.goto("/kiosk/")
    bar(page, "Fråga personalen")
    bar(page, "Tangentbord")
    assert page.evaluate("document.getAnimations().length") == 0


def test_focus_is_always_seen_and_never_under_the_bar(visit: Visit) -> None:
    page = visit(viewport=TALL)
    page.goto(KIOSK_KINDS["record-type"])
    covered = """each => {
        const at = each.getBoundingClientRect();
        const over = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
        return parseFloat(getComputedStyle(each).outlineWidth) < 3 || !(over && each.contains(over));
    }"""
    unseen = []
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    while focused.count():  # past the last there is the browser's own
        expect(focused).to_be_in_viewport()
        if focused.evaluate(covered):
            unseen.append(focused.evaluate("each => each.outerHTML.slice(0, 120)"))
        page.keyboard.press("Tab")
    assert unseen == []
