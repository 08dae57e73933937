"""What axe-core finds where something was unfolded, typed or went wrong; test_every_kind.py has pages as they come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import violations, wrong_colours

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_on_a_phone_with_filters_unfolded(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 844})
    page.goto("/sok?q=protokoll&type=record_type")
    page.locator("#filters > summary").click()
    assert violations(page) == []


def test_axe_finds_nothing_in_results_that_followed_typing_and_a_filter(page: Page) -> None:
    page.goto("/sok")
    page.locator("#q").press_sequentially("protokoll")
    expect(page).to_have_title(re.compile("^protokoll "))
    page.get_by_label("Handlingsslag").check()
    expect(page.locator(".chips")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_where_an_error_is_told(visit: Visit) -> None:
    page = visit("Failed to load resource")
    page.route("**/sok?q=l*", lambda route: route.fulfill(status=502, body=""))
    page.goto("/sok?q=protokoll")
    page.locator("#q").fill("lön")
    expect(page.locator("#trouble")).to_be_visible()
    assert violations(page) == []


def test_axe_would_find_a_field_without_a_label_and_a_target_that_is_too_small(page: Page) -> None:
    page.set_content("<input><p><button>a</button><button>b</button></p>")
    page.evaluate("for (const each of document.querySelectorAll('button')) each.style = 'padding:0;border:0;width:9px'")
    rules = {each.partition(":")[0] for each in violations(page)}
    assert {"label", "target-size"} <= rules


def test_axe_would_find_grey_on_grey_among_other_colours(page: Page) -> None:
    page.set_content("<input><p>grey words</p>")
    page.evaluate("document.body.style = 'color: #888; background: #999'")
    assert {each.partition(":")[0] for each in wrong_colours(page)} == {"color-contrast"}
