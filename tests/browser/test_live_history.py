"""Live results in the history of the browser: which steps it has, and what back and forward bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.live import (
    RECORD_TYPES,
    ask_for_protokoll,
    box,
    history_length,
    shows,
    until,
    want_record_types,
    write,
)

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def asked(page: Page) -> Page:
    return ask_for_protokoll(page)


@pytest.fixture
def filtered(asked: Page) -> Page:
    return want_record_types(asked)


def test_typing_replaces_the_history_entry(asked: Page) -> None:
    before = history_length(asked)
    write(asked, "lön")
    shows(asked, "lön")
    assert history_length(asked) == before


def test_a_filter_adds_a_history_entry(asked: Page) -> None:
    before = history_length(asked)
    asked.check(box())
    shows(asked, "protokoll", RECORD_TYPES)
    assert history_length(asked) == before + 1


def test_enter_adds_a_history_entry(asked: Page) -> None:
    before = history_length(asked)
    write(asked, "lön")
    asked.keyboard.press("Enter")
    shows(asked, "lön")
    assert history_length(asked) == before + 1


def test_enter_right_after_typing_asks_once(visit: Visit) -> None:
    asked = visit()  # whose clock is its own
    asked.goto("/sok?q=protokoll")
    asked.locator("#q").focus()
    until(asked, "window.htmx")
    requests: list[str] = []
    asked.on("request", lambda request: requests.append(request.url) if "/sok" in request.url else None)
    asked.clock.install()  # stands still, so that typing is not asked for before Enter
    write(asked, "lön")
    asked.keyboard.press("Enter")
    asked.clock.run_for(1_000)  # now the field has waited long enough
    asked.clock.resume()
    shows(asked, "lön")
    assert len(requests) == 1


def test_enter_on_results_that_are_there_already_adds_no_history_entry(asked: Page) -> None:
    write(asked, "lön")
    shows(asked, "lön")
    before = history_length(asked)
    asked.evaluate("document.addEventListener('htmx:finally:request', () => { window.finished = true; })")
    asked.keyboard.press("Enter")
    until(asked, "window.finished")
    assert history_length(asked) == before


def test_back_restores_the_results(filtered: Page) -> None:
    filtered.go_back()
    shows(filtered, "protokoll")


def test_back_unchecks_a_filter_that_was_not_there(filtered: Page) -> None:
    filtered.go_back()
    shows(filtered, "protokoll")
    expect(filtered.locator("#filter input:checked")).to_have_count(0)


def test_back_restores_the_field_and_the_filters(filtered: Page) -> None:
    write(filtered, "lön")
    filtered.keyboard.press("Enter")
    shows(filtered, "lön", RECORD_TYPES)
    filtered.go_back()
    shows(filtered, "protokoll", RECORD_TYPES)
    expect(filtered.locator("#q")).to_have_value("protokoll")
    expect(filtered.locator(box())).to_be_checked()


def test_back_brings_back_a_filter_that_a_chip_removed(filtered: Page) -> None:
    filtered.locator(".chips a", has_text="Slag").click()
    shows(filtered, "protokoll")
    filtered.go_back()
    expect(filtered.locator(box())).to_be_checked()


def test_forward_restores_the_results_the_field_and_the_filters(filtered: Page) -> None:
    write(filtered, "lön")
    filtered.keyboard.press("Enter")
    shows(filtered, "lön", RECORD_TYPES)
    filtered.go_back()
    shows(filtered, "protokoll", RECORD_TYPES)
    filtered.go_forward()
    shows(filtered, "lön", RECORD_TYPES)
    expect(filtered.locator("#q")).to_have_value("lön")
    expect(filtered.locator(box())).to_be_checked()


def test_the_page_is_live_after_going_back(filtered: Page) -> None:
    filtered.go_back()
    shows(filtered, "protokoll")
    filtered.evaluate("window.same = true")
    write(filtered, "lön")
    shows(filtered, "lön")
    assert filtered.evaluate("window.same")


def test_back_from_an_answer_leads_to_the_results(filtered: Page) -> None:
    filtered.locator("#svar a").click()
    expect(filtered.locator("h1")).to_have_text("Protokoll")
    filtered.go_back()
    shows(filtered, "protokoll", RECORD_TYPES)
