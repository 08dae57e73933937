"""What opens at the kiosk, magnified, spaced out and by axe-core's rules; forced colours; nothing that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import clipped_or_too_wide, too_wide, violations
from tests.browser.kiosk import KIOSK_KINDS, TALL, bar
from tests.browser.looking import MAGNIFIED, SPACE_OUT

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["Tangentbord", "Fråga personalen"])
@pytest.mark.parametrize("language", ["", "ar/"])
def test_axe_finds_nothing_where_something_is_open(again: Callable[..., Page], language: str, name: str) -> None:
    page = again(viewport=TALL, has_touch=True)
    page.goto(f"/kiosk/{language}")
    page.locator(".bar > *").nth(["Tangentbord", "Fråga personalen"].index(name) + 3).tap()
    expect(page.locator("#keyboard, #staff").filter(visible=True)).to_have_count(1)
    assert violations(page) == []


@pytest.mark.parametrize("language", ["", "ar/"])
def test_at_400_percent_the_keyboard_is_not_beside_the_window(again: Callable[..., Page], language: str) -> None:
    page = again(viewport=MAGNIFIED, has_touch=True)
    page.goto(f"/kiosk/{language}")
    page.locator("#q").tap()
    expect(page.locator("#keyboard")).to_be_visible()
    assert too_wide(page) == []


@pytest.mark.parametrize("opened", ["staff", "idle"])
def test_at_400_percent_what_opens_can_be_answered(reader: Page, opened: str) -> None:
    reader.set_viewport_size(MAGNIFIED)
    reader.goto("/kiosk/")
    reader.evaluate(
        "id => { const it = document.getElementById(id); it.showModal ? it.showModal() : it.showPopover(); }", opened
    )
    for button in reader.locator(f"#{opened} button").all():
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("width", [320, 1080, 1280])
def test_wide_text_spacing_clips_no_key(again: Callable[..., Page], width: int) -> None:
    page = again(viewport={"width": width, "height": 1024}, has_touch=True)
    page.goto("/kiosk/")
    page.locator("#q").tap()
    page.evaluate(SPACE_OUT)
    assert clipped_or_too_wide(page) == []


@pytest.mark.parametrize("selector", [".tiles a", ".bar > *", ".languages a", "#q"])
def test_in_forced_colours_what_one_touches_has_a_frame(again: Callable[..., Page], selector: str) -> None:
    page = again(viewport=TALL, forced_colors="active")
    page.goto("/kiosk/")
    width = page.locator(selector).first.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)")
    assert width >= 1


def test_in_forced_colours_the_chosen_language_is_seen(again: Callable[..., Page]) -> None:
    page = again(viewport=TALL, forced_colors="active")
    page.goto("/kiosk/")
    styles = page.locator(".languages a").evaluate_all("all => all.map(each => getComputedStyle(each).outlineStyle)")
    assert styles == ["solid", "none", "none", "none", "none"]


def test_in_forced_colours_one_can_search_by_touch(again: Callable[..., Page]) -> None:
    page = again(viewport=TALL, forced_colors="active", has_touch=True)
    page.goto("/kiosk/")
    page.locator("#q").tap()
    page.locator("[data-key=a]").tap()
    expect(page.locator("#q")).to_have_value("a")


def test_nothing_moves_by_itself_for_whoever_wants_no_motion(again: Callable[..., Page]) -> None:
    page = again(viewport=TALL, reduced_motion="reduce", has_touch=True)
    page.goto("/kiosk/")
    bar(page, "Fråga personalen")
    bar(page, "Tangentbord")
    assert page.evaluate("document.getAnimations().length") == 0


def test_focus_is_always_seen_and_never_under_the_bar(again: Callable[..., Page]) -> None:
    page = again(viewport=TALL)
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
