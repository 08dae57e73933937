"""Nothing is kept of a visitor, least of all an identity number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import visiting
from tests.browser.kept import KEPT, NOTHING
from tests.identity_cases import LABELLED, OTHERS, UNFINISHED, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

NUMBER = "19121212-1212"
"""Tolvan Tolvansson, the Tax Agency's own example."""


def test_results_that_follow_typing_leave_nothing_in_the_browser(page: Page) -> None:
    page.goto("/sok?q=protokoll")
    page.get_by_label("Handlingsslag").check()
    expect(page.locator(".chips")).to_be_visible()
    page.locator("#q").fill("lön")
    expect(page).to_have_title(re.compile("^lön"))
    page.go_back()
    expect(page).to_have_title(re.compile("^protokoll"))
    assert page.context.cookies() == []
    assert page.evaluate(KEPT) == NOTHING


def visited(page: Page) -> list[str]:
    """The addresses and titles of the visitor's history."""
    found = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
    return [unquote(f"{entry['url']} {entry['title']}") for entry in found["entries"]]


@pytest.fixture(scope="module", params=["live", "without-javascript", "from-the-start-page", "before-htmx-has-come"])
def refused(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Someone who wrote an identity number in the search field, and what came of it: to be looked at."""
    with visiting(browser, address) as visit:
        page = visit(java_script_enabled=request.param != "without-javascript")
        if request.param == "before-htmx-has-come":
            page.route("**/htmx*", lambda _route: None)
        page.goto("/" if request.param == "from-the-start-page" else "/sok?q=protokoll")
        page.locator("#q").fill(f"akten om {NUMBER}")
        if request.param != "live":
            page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("notis="))
        yield page


def test_the_page_says_why_an_identity_number_is_refused(refused: Page) -> None:
    expect(refused.get_by_role("alert").first).to_contain_text("Personnummer söks inte")


def test_the_address_does_not_hold_the_identity_number(refused: Page) -> None:
    assert NUMBER not in unquote(refused.url)


def test_the_history_does_not_hold_the_identity_number(refused: Page) -> None:
    assert [entry for entry in visited(refused) if NUMBER in entry] == []


def test_the_field_does_not_hold_the_identity_number(refused: Page) -> None:
    expect(refused.locator("#q")).to_have_value("akten om …")


def test_the_page_does_not_hold_the_identity_number(refused: Page) -> None:
    assert NUMBER not in refused.content()


def test_going_back_does_not_bring_the_identity_number_back(page: Page) -> None:
    page.goto("/")
    page.goto("/sok?q=protokoll")
    page.locator("#q").fill(f"akten om {NUMBER}")
    expect(page).to_have_url(re.compile("notis="))
    page.go_back()
    expect(page.locator("#q")).to_have_value("")


def test_the_guide_refuses_an_identity_number_too(page: Page) -> None:
    page.goto("/begar-ut")
    page.get_by_label("Vad vill du ta del av?").fill(f"akten om {NUMBER}")
    page.get_by_role("button", name="Gör texten").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv inte personnummer")
    assert NUMBER not in page.content()


@pytest.fixture(scope="module", params=["/sok", "/telefon/sok", "/", "/kiosk/"])
def typed(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """Someone who writes a number letter by letter, slower than the page waits, and all that was sent."""
    with visiting(browser, address) as visit:
        page = visit()
        sent: list[str] = []
        page.on("request", lambda asked: sent.append(unquote(asked.url)))
        page.goto(request.param)
        page.locator("#q").press_sequentially(f"akt {NUMBER[:-1]}", delay=350)
        page.wait_for_timeout(400)
        yield page, sent


def test_no_beginning_of_a_number_is_sent_while_one_types(typed: tuple[Page, list[str]]) -> None:
    page, sent = typed
    assert [asked for asked in (*sent, *visited(page)) if NUMBER[:5] in asked] == []


def test_pressing_enter_sends_no_number_whose_last_digit_can_be_worked_out(typed: tuple[Page, list[str]]) -> None:
    page, sent = typed
    page.keyboard.press("Enter")
    expect(page.locator(".notice", has_text="Personnummer söks inte")).to_be_visible()
    assert [asked for asked in (*sent, *visited(page)) if NUMBER[:5] in asked] == []


def test_the_scripts_hold_back_all_that_the_server_refuses(page: Page) -> None:
    page.goto("/om")
    numbers = [*WRITTEN.values(), *UNFINISHED.values()]
    assert page.evaluate("numbers => numbers.filter((text) => !window.numbers.mayBecome(text))", numbers) == []


def test_a_number_as_people_write_it_does_not_leave_the_browser(page: Page) -> None:
    page.goto("/om")
    written = ["121212-1212", "1212121212", "191212121212", "19121212 1212", "01.01.1980-1234", "1 januari 1980-1234"]
    numbers = [f"akt {number} tack" for number in written]
    assert page.evaluate("numbers => numbers.map((text) => window.numbers.without(text))", numbers) == [
        "akt … tack" for _ in numbers
    ]


def test_the_scripts_take_nothing_for_a_number_that_the_server_searches(page: Page) -> None:
    page.goto("/om")
    others = [text for text in (*OTHERS.values(), *LABELLED.values()) if text not in UNFINISHED.values()]
    assert page.evaluate("texts => texts.filter((text) => window.numbers.without(text) !== null)", others) == []


def test_what_cannot_become_a_number_is_searched_while_one_types(page: Page) -> None:
    page.goto("/om")
    free = ["protokoll 2019", "011-15 00 00", "+4611150000", "KS 2019/0917", "39 kap 2 §", "24:8", "2009:400"]
    assert page.evaluate("texts => texts.filter((text) => window.numbers.mayBecome(text))", free) == []
