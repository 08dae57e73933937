"""Pages whose browser could run scripts but was not given them, or waits for them in vain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.live import RECORD_TYPES, box, shows, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

FAILURES: dict[str, Callable[[Route], object]] = {
    "refused": lambda route: route.abort(),
    "an error status": lambda route: route.fulfill(status=502, body="Bad Gateway"),
    "half a script": lambda route: route.fulfill(content_type="text/javascript", body=route.fetch().text()[:900]),
    "throws at its start": lambda route: route.fulfill(
        content_type="text/javascript", body=f"throw new Error('planted');{route.fetch().text()}"
    ),
}


@pytest.fixture
def undelivered(browser: Browser, address: str) -> Iterator[Page]:
    """Someone whose scripts fail, which the console says and nobody is to hear of."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("mode", ["", "/telefon"])
def test_filters_work_by_their_button_where_their_script_fails(
    undelivered: Page, mode: str, subtests: pytest.Subtests
) -> None:
    for failure, fail in FAILURES.items():
        with subtests.test(msg=failure):
            undelivered.unroute_all()
            undelivered.route(re.compile(r"/static/live\."), fail)
            undelivered.goto(f"{mode}/sok?q=protokoll")
            undelivered.locator("#filters").evaluate("filters => { filters.open = true; }")
            undelivered.check(box())
            undelivered.get_by_role("button", name="Visa valda").click()
            shows(undelivered, "protokoll", RECORD_TYPES)


def test_the_button_for_filters_is_not_there_where_they_filter_by_themselves(page: Page) -> None:
    page.goto("/sok?q=protokoll")
    expect(page.locator("#filter input").first).to_be_visible()
    expect(page.locator(".apply")).to_be_hidden()


def test_the_desk_shows_every_answer_and_no_dead_button_where_its_script_fails(
    undelivered: Page, subtests: pytest.Subtests
) -> None:
    for failure, fail in FAILURES.items():
        with subtests.test(msg=failure):
            undelivered.unroute_all()
            undelivered.route(re.compile(r"/static/desk\.\w+\.js"), fail)
            undelivered.goto("/telefon/sok?q=protokoll")
            answers = undelivered.locator(".call").count()
            assert answers > 1
            expect(undelivered.locator(".call:visible")).to_have_count(answers)
            expect(undelivered.locator("[data-copy]:visible, [data-act=help]:visible")).to_have_count(0)


@pytest.fixture
def waiting(visit: Visit) -> Page:
    """Someone on results, with a clock that the test sets."""
    page = visit("htmx:error: timeout")
    page.clock.install()
    page.goto("/sok?q=protokoll")
    return page


def test_a_box_filters_where_htmx_is_never_answered(waiting: Page) -> None:
    waiting.route("**/htmx*", lambda _route: None)
    waiting.check(box())
    waiting.clock.run_for(5_000)
    shows(waiting, "protokoll", RECORD_TYPES)


def test_a_server_that_is_silent_is_said_to_be_waited_for_and_then_told_of(waiting: Page) -> None:
    write(waiting, "protokol")
    expect(waiting).to_have_title(re.compile("^protokol "))
    waiting.route(re.compile("/sok"), lambda _route: None)
    with waiting.expect_request(re.compile("/sok")):
        write(waiting, "bygglov")
    waiting.clock.run_for(1_000)
    expect(waiting.get_by_role("status").filter(has_text="Hämtar träffar …")).to_be_visible()
    waiting.clock.run_for(10_000)
    expect(waiting.get_by_role("alert")).to_contain_text("Det gick inte att hämta nya träffar.")
    expect(waiting.locator("#waiting")).to_be_hidden()
    expect(waiting.locator("#q")).to_have_value("bygglov")
