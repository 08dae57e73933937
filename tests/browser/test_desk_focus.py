"""Focus at the desk while results come and go, and what works where the clipboard or scripts do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.live import until, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page) -> Page:
    """Someone at the desk who has asked for protokoll."""
    page.goto("/telefon/sok?q=protokoll")
    return page


@pytest.fixture
def scriptless(again: Callable[..., Page]) -> Page:
    """Someone whose browser runs no scripts."""
    page = again(java_script_enabled=False)
    page.goto("/telefon/sok?q=betyg")
    return page


def test_the_field_keeps_focus_while_results_follow_typing(desk: Page) -> None:
    write(desk, "lön")
    expect(desk.locator("section.call:not([hidden]) h2")).to_have_text("Löneuppgifter")
    expect(desk.locator("#q")).to_be_focused()


@pytest.mark.parametrize("words", ["min gamla personalakt", "qqxxzz"])
def test_results_that_come_late_do_not_lose_the_focus_of_someone_among_the_rows(desk: Page, words: str) -> None:
    desk.locator("#q").focus()
    until(desk, "window.htmx")
    waiting: list[Route] = []
    desk.route("**/telefon/sok?*", lambda route: waiting.append(route))  # noqa: PLW0108  (Playwright wants a function)
    with desk.expect_request("**/telefon/sok?*"):
        desk.locator("#q").fill(words)
    for _row in range(4):
        desk.keyboard.press("ArrowDown")
    waiting[0].continue_()
    expect(desk).to_have_title(re.compile(f"^{words}"))
    expect(desk.locator(".row").first).to_be_focused()


def test_a_filter_keeps_focus_in_view_when_it_has_filtered(desk: Page) -> None:
    desk.locator("#filters > summary").click()
    box = desk.get_by_label("Handlingsslag")
    box.check()
    expect(desk.locator(".chips")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_be_in_viewport()


@pytest.mark.parametrize("path", ["/om", "/begar-ut", "/norrkoping-ks/beskrivning"])
def test_a_page_to_read_is_read_from_its_beginning(page: Page, path: str) -> None:
    page.goto(f"/telefon{path}")
    expect(page.locator("body")).to_be_focused()


def test_the_first_skip_link_leads_to_the_content(page: Page) -> None:
    page.goto("/telefon/om")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_second_skip_link_opens_the_oral_request(page: Page) -> None:
    page.goto("/telefon/om")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#oral-what")).to_be_focused()


def test_on_a_phone_the_answer_is_seen_first(again: Callable[..., Page]) -> None:
    page = again(viewport={"width": 390, "height": 844})
    page.goto("/telefon/sok?q=protokoll")
    expect(page.locator("section.call:not([hidden]) .to")).to_be_in_viewport()


def test_on_a_phone_a_touched_result_brings_its_answer_into_view(again: Callable[..., Page]) -> None:
    page = again(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto("/telefon/sok?q=protokoll")
    page.locator(".row").last.tap()
    expect(page.locator("section.call:not([hidden]) h2")).to_have_text(page.locator(".row strong").last.inner_text())
    expect(page.locator("section.call:not([hidden]) h2")).to_be_in_viewport()


def test_where_the_clipboard_is_closed_the_page_says_what_to_do(visit: Visit) -> None:
    page = visit("Permissions policy violation")
    page.route("**/telefon/sok?*", without_clipboard)
    page.goto("/telefon/sok?q=protokoll")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#told")).to_contain_text("Det gick inte att kopiera.")
    assert str(page.evaluate("getSelection().toString()")).startswith("Protokoll\n")


def without_clipboard(route: Route) -> None:
    """The reply as it would be where an administrator has closed the clipboard."""
    reply = route.fetch()
    policy = "clipboard-write=(), clipboard-read=()"
    route.fulfill(response=reply, headers={**reply.headers, "permissions-policy": policy})


def test_without_scripts_every_answer_is_shown(scriptless: Page) -> None:
    for call in scriptless.locator("section.call").all():
        expect(call).to_be_visible()


def test_without_scripts_a_signpost_leads_to_its_answer(scriptless: Page) -> None:
    scriptless.goto("/telefon/sok?q=bygglov+universitet")
    scriptless.locator(".row", has_text="universitet").click()
    expect(scriptless.locator("section.call", has_text="universitet").first).to_be_in_viewport()


def test_without_scripts_nothing_is_offered_that_needs_them(scriptless: Page) -> None:
    expect(scriptless.locator("button").filter(visible=True)).to_have_text(["Sök"])


def test_without_scripts_one_is_led_to_the_guide_for_an_oral_request(scriptless: Page) -> None:
    scriptless.locator("#oral > summary").click()
    scriptless.get_by_role("link", name="Gör texten utan JavaScript").click()
    expect(scriptless).to_have_url(re.compile("/telefon/begar-ut#begaran$"))
