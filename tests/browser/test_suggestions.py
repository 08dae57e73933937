"""Entries that are suggested while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import violations

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture(params=["/ #q", "/om #topq"])
def suggested(request: pytest.FixtureRequest, page: Page) -> Page:
    """Someone who began to type a name, on the start page or in the field at the top of another."""
    address, field = request.param.split()
    page.goto(address)
    page.locator(field).press_sequentially("hero")
    expect(page.get_by_role("option").first).to_contain_text("Heroma")
    return page


def test_a_suggestion_is_chosen_by_keyboard(suggested: Page) -> None:
    suggested.keyboard.press("ArrowDown")
    suggested.keyboard.press("Enter")
    expect(suggested.locator("h1")).to_have_text("Heroma")


def test_a_suggestion_is_chosen_by_pointer(suggested: Page) -> None:
    suggested.get_by_role("option").first.click()
    expect(suggested.locator("h1")).to_have_text("Heroma")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(suggested: Page) -> None:
    suggested.keyboard.press("Escape")
    expect(suggested.get_by_role("listbox")).to_have_count(0)
    expect(suggested.locator("input[type=search]")).to_have_value("hero")


def test_enter_alone_searches(suggested: Page) -> None:
    suggested.keyboard.press("Enter")
    expect(suggested).to_have_title("hero – sökresultat – Vägvisaren")


def test_axe_finds_nothing_where_suggestions_are_open(suggested: Page) -> None:
    assert violations(suggested) == []


def test_what_may_be_the_beginning_of_a_persons_number_is_not_sent_for_suggestions(visit: Visit) -> None:
    page = visit()  # whose clock is its own
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/" in request.url else None)
    page.goto("/")
    page.clock.install()
    for number in ("19121212", "121212-12", "19121212-1212"):
        page.locator("#q").fill(number)
        page.clock.run_for(1_000)
    assert asked == []


def test_without_suggestions_the_form_works(visit: Visit) -> None:
    page = visit("Failed to load resource")
    page.route("**/api/v1/suggest*", lambda route: route.abort())
    page.goto("/")
    page.locator("#q").fill("protokoll")
    page.keyboard.press("Enter")
    expect(page.locator("#svar")).to_have_text("Protokoll")
