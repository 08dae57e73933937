"""From page to page on a shared screen: one document and one entry of the history, and focus that is never lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kiosk import BACK, FORWARD, TALL, WIPE, ask, bar, hold
from tests.browser.live import history_length
from tests.browser.test_hands import tab_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

UNREACHABLE = "Det går inte att nå Vägvisaren just nu"


@pytest.fixture
def kiosk(again: Callable[..., Page]) -> Page:
    """Someone at a tall screen, who sees the start page."""
    page = again(viewport=TALL, has_touch=True)
    page.goto("/kiosk/")
    return page


@pytest.fixture
def walked(kiosk: Page) -> Page:
    """Someone who looked at two pages after the start page."""
    for name in ("Om Vägvisaren", "Tillgänglighet"):
        kiosk.locator(".bottom").get_by_text(name, exact=True).tap()
        expect(kiosk).to_have_title(re.compile(f"^{name}"))
    return kiosk


def test_a_walk_adds_nothing_to_the_history(kiosk: Page) -> None:
    before = history_length(kiosk)
    ask(kiosk, "protokoll")
    kiosk.locator("#svar a").tap()
    expect(kiosk.locator("h1")).to_have_text("Protokoll")
    assert history_length(kiosk) == before


def test_the_address_follows_the_page(walked: Page, address: str) -> None:
    assert walked.url == f"{address}/kiosk/tillganglighet"


def test_the_first_page_has_no_way_back_or_ahead(kiosk: Page) -> None:
    for name in (BACK, FORWARD):
        expect(kiosk.get_by_role("button", name=name)).to_be_disabled()


def test_back_leads_to_the_page_before(walked: Page) -> None:
    bar(walked, BACK)
    expect(walked).to_have_title(re.compile("^Om Vägvisaren"))


def test_back_twice_leads_to_the_first_page(walked: Page) -> None:
    bar(walked, BACK)
    expect(walked).to_have_title(re.compile("^Om Vägvisaren"))
    bar(walked, BACK)
    expect(walked.locator(".tiles")).to_be_visible()
    expect(walked.get_by_role("button", name=BACK)).to_be_disabled()


def test_forward_leads_on_again(walked: Page) -> None:
    bar(walked, BACK)
    expect(walked).to_have_title(re.compile("^Om Vägvisaren"))
    bar(walked, FORWARD)
    expect(walked).to_have_title(re.compile("^Tillgänglighet"))


def test_going_elsewhere_forgets_the_way_ahead(walked: Page) -> None:
    bar(walked, BACK)
    expect(walked).to_have_title(re.compile("^Om Vägvisaren"))
    walked.locator(".bottom").get_by_text("Öppna data").tap()
    expect(walked).to_have_title(re.compile("^Öppna data"))
    expect(walked.get_by_role("button", name=FORWARD)).to_be_disabled()


def test_back_leads_to_the_place_one_left(kiosk: Page) -> None:
    ask(kiosk, "protokoll")
    kiosk.evaluate("scrollTo(0, 1500)")
    kiosk.locator(".hits a", has_text="Nämndhandlingar").first.evaluate("each => each.click()")
    expect(kiosk.locator("h1")).to_have_text("Nämndhandlingar")
    bar(kiosk, BACK)
    expect(kiosk.locator("#svar")).to_be_visible()
    assert kiosk.evaluate("scrollY") == 1500


def test_touching_a_link_twice_leaves_one_step_back(kiosk: Page) -> None:
    kiosk.locator(".tiles a").first.dblclick()
    expect(kiosk.locator("h1")).to_have_text("Protokoll")
    bar(kiosk, BACK)
    expect(kiosk.locator(".tiles")).to_be_visible()
    expect(kiosk.get_by_role("button", name=BACK)).to_be_disabled()


def test_the_page_one_is_on_is_no_step(kiosk: Page) -> None:
    with kiosk.expect_response("**/kiosk/"):
        bar(kiosk, "Till start")
    expect(kiosk.locator("#main")).to_be_focused()
    expect(kiosk.get_by_role("button", name=BACK)).to_be_disabled()


def test_the_later_of_two_touches_decides(kiosk: Page) -> None:
    hold(kiosk, "**/kiosk/om")
    kiosk.locator(".bottom").get_by_text("Om Vägvisaren", exact=True).tap()
    kiosk.locator(".bottom").get_by_text("Tillgänglighet").tap()
    expect(kiosk).to_have_title(re.compile("^Tillgänglighet"))
    bar(kiosk, BACK)
    expect(kiosk.locator(".tiles")).to_be_visible()


@pytest.mark.parametrize("modifiers", [["Control"], ["Shift"]])
def test_a_link_opens_no_window(kiosk: Page, modifiers: list[str]) -> None:
    kiosk.keyboard.down(modifiers[0])
    kiosk.locator(".tiles a").first.click()
    kiosk.keyboard.up(modifiers[0])
    expect(kiosk.locator("h1")).to_have_text("Protokoll")
    assert len(kiosk.context.pages) == 1


def test_the_middle_button_opens_no_window(kiosk: Page) -> None:
    kiosk.locator(".tiles a").first.click(button="middle")
    kiosk.locator(".tiles a").first.click()
    expect(kiosk.locator("h1")).to_have_text("Protokoll")
    assert len(kiosk.context.pages) == 1


def test_no_menu_of_the_browser_opens(kiosk: Page) -> None:
    kiosk.evaluate("addEventListener('contextmenu', event => { window.stopped = event.defaultPrevented; })")
    kiosk.locator(".tiles a").first.click(button="right")
    assert kiosk.evaluate("window.stopped")


def test_a_language_turns_the_page_and_marks_it(kiosk: Page) -> None:
    kiosk.locator(".languages").get_by_text("Suomi").tap()
    expect(kiosk.locator(".languages [aria-current]")).to_have_text("Suomi")
    expect(kiosk).to_have_url(re.compile("/kiosk/fi/$"))


@pytest.mark.parametrize("language", ["Suomi", "العربية"])
def test_a_swapped_page_has_the_language_and_direction_of_a_loaded_one(kiosk: Page, language: str) -> None:
    told = "[document.documentElement.lang, document.documentElement.dir, document.title]"
    kiosk.locator(".languages").get_by_text(language).tap()
    expect(kiosk.locator(".languages [aria-current]")).to_have_text(language)
    swapped = kiosk.evaluate(told)
    kiosk.reload()
    assert kiosk.evaluate(told) == swapped


def test_focus_comes_to_the_content_of_a_new_page(walked: Page) -> None:
    expect(walked.locator("#main")).to_be_focused()


def test_focus_comes_to_what_was_wrong(kiosk: Page) -> None:
    kiosk.goto("/kiosk/begar-ut")
    kiosk.locator("#vad").fill("   ")
    kiosk.get_by_role("button", name="Gör texten").tap()
    expect(kiosk.locator("#fel")).to_be_focused()


def test_focus_comes_to_the_text_that_was_made(kiosk: Page) -> None:
    kiosk.goto("/kiosk/begar-ut")
    kiosk.locator("#vad").fill("protokoll")
    kiosk.get_by_role("button", name="Gör texten").tap()
    expect(kiosk.locator("#begaran")).to_be_focused()
    expect(kiosk.locator("#begaran h2")).to_be_in_viewport()


def test_focus_comes_to_the_place_that_a_link_names(kiosk: Page) -> None:
    kiosk.goto("/kiosk/norrkoping-ks/handlingsslag/protokoll")
    kiosk.locator("figcaption a").first.tap()
    expect(kiosk.locator(".numbered:target")).to_be_focused()
    expect(kiosk.locator(".numbered:target")).to_be_in_viewport()


def test_the_skip_link_leads_to_the_content(kiosk: Page) -> None:
    kiosk.keyboard.press("Tab")
    kiosk.keyboard.press("Enter")
    expect(kiosk.locator("#main")).to_be_focused()


def test_the_keyboard_leads_from_question_to_answer_and_to_the_end(kiosk: Page) -> None:
    tab_to(kiosk, kiosk.locator("#q"))
    kiosk.keyboard.type("var hittar jag protokoll")
    kiosk.keyboard.press("Enter")
    expect(kiosk).to_have_title("var hittar jag protokoll – sökresultat – Kommunstyrelsen i Norrköpings kommun")
    tab_to(kiosk, kiosk.locator("#svar a"))
    kiosk.keyboard.press("Enter")
    expect(kiosk.locator("h1")).to_have_text("Protokoll")
    tab_to(kiosk, kiosk.locator(".bar").get_by_text(WIPE))
    kiosk.keyboard.press("Enter")
    expect(kiosk.locator(".tiles")).to_be_visible()


def test_where_the_server_does_not_answer_the_page_says_so_and_stays(visit: Visit) -> None:
    page = visit("Failed to load resource", viewport=TALL, has_touch=True)
    page.goto("/kiosk/")
    page.context.set_offline(True)
    page.locator(".tiles a").first.tap()
    expect(page.get_by_role("alert")).to_contain_text(UNREACHABLE)
    expect(page.get_by_role("button", name=BACK)).to_be_disabled()


@pytest.mark.parametrize("body", ["<html><body><h1>502 Bad Gateway</h1></body></html>", "", "id;titel\r\n1;a"])
def test_a_reply_that_is_no_page_of_the_kiosk_is_not_shown(visit: Visit, body: str) -> None:
    page = visit("Failed to load resource", viewport=TALL, has_touch=True)
    page.goto("/kiosk/")
    page.route("**/kiosk/norrkoping-ks/**", lambda route: route.fulfill(status=502, body=body))
    page.locator(".tiles a").first.tap()
    expect(page.get_by_role("alert")).to_contain_text(UNREACHABLE)
    expect(page.locator(".bar")).to_be_visible()


def test_an_error_page_has_its_bar_and_the_way_back(visit: Visit) -> None:
    page = visit("status of 404", viewport=TALL, has_touch=True)
    page.goto("/kiosk/")
    page.evaluate("document.querySelector('.tiles a').href = '/kiosk/finns-inte'")
    page.locator(".tiles a").first.tap()
    expect(page.locator("h1")).to_have_text("Sidan finns inte")
    bar(page, BACK)
    expect(page.locator(".tiles")).to_be_visible()
