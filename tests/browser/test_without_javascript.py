"""All of it with JavaScript switched off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import visiting
from tests.browser.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """A visitor without JavaScript."""
    with visiting(browser, address) as open_page:
        yield open_page("status of 404", java_script_enabled=False)


def test_one_can_search(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_role("searchbox").fill("protokoll")
    plain.get_by_role("button", name="Sök").click()
    expect(plain.locator("#svar")).to_have_text("Protokoll")


def test_one_can_filter_by_check_box_and_button(plain: Page) -> None:
    plain.goto("/sok?q=protokoll")
    plain.get_by_label("Handlingsslag").check()
    plain.get_by_role("button", name="Visa valda").click()
    expect(plain.locator(".chips")).to_contain_text("Slag: Handlingsslag")


def test_filters_hold_when_one_searches_again(plain: Page) -> None:
    plain.goto("/sok?q=protokoll&type=record_type")
    plain.get_by_role("searchbox").fill("lön")
    plain.get_by_role("button", name="Sök").click()
    expect(plain).to_have_url(re.compile(r"q=l%C3%B6n&type=record_type$"))


def test_a_chip_removes_its_filter(plain: Page) -> None:
    plain.goto("/sok?q=protokoll&type=record_type")
    plain.locator(".chips a", has_text="Slag").click()
    expect(plain).to_have_url(re.compile(r"/sok\?q=protokoll$"))


def test_one_can_page(plain: Page) -> None:
    plain.goto("/sok")
    plain.get_by_role("link", name="Nästa").click()
    expect(plain.locator(".paging span")).to_have_text(re.compile("^Sida 2 av "))


def test_on_a_phone_one_can_unfold_the_filters(visit: Visit) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto("/sok?q=protokoll")
    page.locator("#filters > summary").click()
    expect(page.get_by_label("Handlingsslag")).to_be_visible()


def test_one_can_make_a_request_text(plain: Page) -> None:
    plain.goto("/begar-ut")
    plain.get_by_label("Vad vill du ta del av?").fill("protokollet från mars")
    plain.get_by_role("button", name="Gör texten").click()
    expect(plain.get_by_label("Din text")).to_contain_text("protokollet från mars")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_stands(plain: Page, kind: str) -> None:
    plain.goto(KINDS[kind])
    expect(plain.locator("h1")).to_have_count(1)
    expect(plain.locator("main")).to_be_visible()
