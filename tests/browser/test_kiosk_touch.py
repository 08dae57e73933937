"""The kiosk under a finger: large targets, low on the screen, and a keyboard of the page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import small_controls
from tests.browser.kiosk import COVERED, FINGER, SCREENS, TALL, WIDE, bar, keys
from tests.browser.live import until
from tests.browser.test_hands import tab_to

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser

KEY = 64


@pytest.fixture
def touched(again: Callable[..., Page]) -> Page:
    """Someone who touched the search field of a tall screen."""
    page = again(viewport=TALL, has_touch=True)
    page.goto("/kiosk/")
    page.locator("#q").tap()
    return page


@pytest.mark.parametrize("opened", ["staff", "idle"])
def test_targets_that_are_shown_on_request_are_as_large(reader: Page, opened: str) -> None:
    reader.set_viewport_size(WIDE)
    reader.goto("/kiosk/")
    reader.evaluate(
        "id => { const it = document.getElementById(id); it.showModal ? it.showModal() : it.showPopover(); }", opened
    )
    expect(reader.locator(f"#{opened} button").first).to_be_visible()
    assert small_controls(reader, f"#{opened} :is(a, button)", FINGER) == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("layout", ["abc åäö", "عربي", "123 ?/§"])
def test_every_key_is_a_native_button_as_large_as_a_key(again: Callable[..., Page], layout: str, screen: str) -> None:
    page = again(viewport=SCREENS[screen], has_touch=True)
    page.goto("/kiosk/")
    bar(page, "Tangentbord")
    page.locator("#keyboard").get_by_text(layout, exact=True).tap()
    assert page.locator("#keyboard button:visible").count() > 20
    assert small_controls(page, "#keyboard button", KEY) == []


@pytest.mark.parametrize("opened", ["staff", "idle"])
def test_what_opens_has_its_buttons_in_the_lower_half(reader: Page, opened: str) -> None:
    reader.set_viewport_size(TALL)
    reader.goto("/kiosk/")
    reader.evaluate(
        "id => { const it = document.getElementById(id); it.showModal ? it.showModal() : it.showPopover(); }", opened
    )
    box = reader.locator(f"#{opened} button").first.bounding_box()
    assert box is not None
    assert box["y"] > TALL["height"] / 2


def test_touching_a_field_brings_the_keyboard(touched: Page) -> None:
    expect(touched.locator("#keyboard")).to_be_visible()


@pytest.mark.parametrize("language", ["", "fi/", "ar/"])
def test_the_system_is_asked_for_no_keyboard(reader: Page, language: str) -> None:
    reader.goto(f"/kiosk/{language}begar-ut")
    fields = reader.locator("textarea, input:not([type=radio], [type=hidden])")
    assert fields.evaluate_all("all => all.map(each => each.inputMode)") == ["none"] * fields.count()


def test_the_keyboard_comes_on_request(again: Callable[..., Page]) -> None:
    page = again(viewport=WIDE, has_touch=True)
    page.goto("/kiosk/")
    bar(page, "Tangentbord")
    expect(page.locator("#q")).to_be_focused()
    expect(page.get_by_role("button", name="Tangentbord", expanded=True)).to_be_visible()


def test_the_keyboard_goes_on_request(touched: Page) -> None:
    bar(touched, "Tangentbord")
    expect(touched.locator("#keyboard")).to_be_hidden()


def test_escape_puts_the_keyboard_away_and_stays_in_the_field(touched: Page) -> None:
    touched.keyboard.press("Escape")
    expect(touched.locator("#keyboard")).to_be_hidden()
    expect(touched.locator("#q")).to_be_focused()


def test_coming_to_a_field_by_a_real_keyboard_brings_none(page: Page) -> None:
    page.goto("/kiosk/")
    tab_to(page, page.locator("#q"))
    expect(page.locator("#keyboard")).to_be_hidden()


def test_where_there_is_nothing_to_write_in_there_is_no_keyboard_to_ask_for(page: Page) -> None:
    page.goto("/kiosk/om")
    expect(page.get_by_role("button", name="Tangentbord")).to_be_disabled()


def test_the_keys_write_in_swedish_and_finnish(touched: Page) -> None:
    keys(touched, "åäö-é")
    expect(touched.locator("#q")).to_have_value("åäö-é")


def test_the_keys_write_in_arabic(touched: Page) -> None:
    touched.get_by_role("button", name="Arabiska bokstäver").tap()
    keys(touched, "سجل")
    expect(touched.locator("#q")).to_have_value("سجل")


def test_the_keys_write_digits_and_signs(touched: Page) -> None:
    touched.get_by_role("button", name="Siffror och tecken").tap()
    keys(touched, "24:8 §")
    expect(touched.locator("#q")).to_have_value("24:8 §")


def test_on_an_arabic_page_the_arabic_keys_come_first(again: Callable[..., Page]) -> None:
    page = again(viewport=TALL, has_touch=True)
    page.goto("/kiosk/ar/")
    page.locator("#q").tap()
    keys(page, "سجل")
    expect(page.locator("#q")).to_have_value("سجل")


def test_a_key_writes_where_the_caret_stands(touched: Page) -> None:
    keys(touched, "akt")
    touched.keyboard.press("Home")
    keys(touched, "f")
    expect(touched.locator("#q")).to_have_value("fakt")


def test_a_key_takes_away_a_character(touched: Page) -> None:
    keys(touched, "akten")
    touched.get_by_role("button", name="Radera ett tecken").tap()
    expect(touched.locator("#q")).to_have_value("akte")


def test_a_key_empties_the_field(touched: Page) -> None:
    keys(touched, "akten")
    touched.get_by_role("button", name="Töm").tap()
    expect(touched.locator("#q")).to_have_value("")


def test_the_field_keeps_the_focus_while_one_touches_keys(touched: Page) -> None:
    keys(touched, "akt")
    expect(touched.locator("#q")).to_be_focused()


def test_a_key_beyond_what_a_search_may_hold_writes_and_it_is_said(touched: Page) -> None:
    touched.locator("#q").fill("a" * 500)
    keys(touched, "b")
    expect(touched.locator("#q")).to_have_value("a" * 500 + "b")
    expect(touched.locator(".cut[role=status]")).to_have_text("Bara de första 500 tecknen söks. Det här söks inte: b")


def test_the_last_key_searches(touched: Page) -> None:
    keys(touched, "protokoll")
    touched.get_by_role("button", name="Klar").tap()
    expect(touched.locator("#svar")).to_have_text("Protokoll")


def test_the_keys_work_from_a_real_keyboard_too(touched: Page) -> None:
    touched.locator("[data-key=å]").focus()
    touched.keyboard.press("Enter")
    expect(touched.locator("#q")).to_have_value("å")


def test_the_keys_write_in_the_field_that_was_touched_last(again: Callable[..., Page]) -> None:
    page = again(viewport=TALL, has_touch=True)
    page.goto("/kiosk/begar-ut")
    page.locator("#vad").tap()
    page.locator("#period").tap()
    keys(page, "i fjol")
    expect(page.locator("#period")).to_have_value("i fjol")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", ["/kiosk/", "/kiosk/sok", "/kiosk/begar-ut"])
def test_the_keyboard_does_not_cover_the_field(again: Callable[..., Page], path: str, screen: str) -> None:
    page = again(viewport=SCREENS[screen], has_touch=True)
    page.goto(path)
    field = page.locator("[data-own-keyboard]").last
    field.tap()
    expect(page.locator("#keyboard")).to_be_visible()
    assert not field.evaluate(COVERED)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", ["/kiosk/", "/kiosk/sok"])
def test_the_keyboard_does_not_cover_what_is_suggested(again: Callable[..., Page], path: str, screen: str) -> None:
    page = again(viewport=SCREENS[screen], has_touch=True)
    page.goto(path)
    page.locator("#q").tap()
    keys(page, "pers")
    expect(page.get_by_role("option")).to_have_count(4)
    until(page, f"![...document.querySelectorAll('[role=option]')].some({COVERED})")


def test_a_touched_suggestion_leads_to_its_page_in_the_kiosk(touched: Page) -> None:
    keys(touched, "hero")
    touched.get_by_role("option").first.tap()
    expect(touched.locator("h1")).to_have_text("Heroma")
    expect(touched.locator(".bar")).to_be_visible()
