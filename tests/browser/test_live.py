"""Results that follow typing and filters, without leaving the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.live import RECORD_TYPES, ask_for_protokoll, box, shows, until, want_record_types, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
NOTHING = "qqxxzz"
"""A query without hits."""
SAID = """() => {
    window.announced = [];
    const count = document.getElementById("count");
    new MutationObserver(() => window.announced.push(count.textContent))
        .observe(count, {subtree: true, childList: true, characterData: true});
}"""
"""Keeps what the count says, each time it changes."""


@pytest.fixture
def asked(page: Page) -> Page:
    return ask_for_protokoll(page)


@pytest.fixture
def filtered(asked: Page) -> Page:
    return want_record_types(asked)


def test_results_follow_what_one_types(page: Page) -> None:
    page.goto("/sok")
    write(page, "protokoll")
    expect(page.locator("#svar")).to_have_text("Protokoll")


def test_the_count_follows_what_one_types(asked: Page) -> None:
    write(asked, NOTHING)
    expect(asked.locator("#count")).to_have_text(f"Inga träffar för {NOTHING}")


def test_the_title_follows_what_one_types(asked: Page) -> None:
    write(asked, "lön")
    expect(asked).to_have_title("lön – sökresultat – Kommunstyrelsen i Norrköpings kommun")


def test_the_address_follows_what_one_types(asked: Page) -> None:
    write(asked, "gamla handlingar")
    expect(asked).to_have_url(re.compile(r"/sok\?q=gamla\+handlingar$"))


def test_the_address_of_a_live_search_gives_the_same_page_when_loaded(asked: Page) -> None:
    write(asked, "lön")
    shows(asked, "lön")
    live = asked.locator("#live").inner_text()
    asked.reload()
    assert asked.locator("#live").inner_text() == live


def test_what_one_types_is_asked_with_the_filters(filtered: Page) -> None:
    write(filtered, "lön")
    expect(filtered).to_have_url(re.compile(r"q=l%C3%B6n&type=record_type$"))


def test_the_field_keeps_focus_while_one_types(asked: Page) -> None:
    write(asked, "lön")
    shows(asked, "lön")
    expect(asked.locator("#q")).to_be_focused()


def test_the_field_keeps_what_is_typed_while_results_come(asked: Page) -> None:
    write(asked, "lön")
    shows(asked, "lön")
    asked.keyboard.type("elista")
    expect(asked.locator("#q")).to_have_value("lönelista")


def test_a_check_box_keeps_focus_when_it_has_filtered(asked: Page) -> None:
    asked.locator(box()).focus()
    asked.keyboard.press("Space")
    shows(asked, "protokoll", RECORD_TYPES)
    expect(asked.locator(box())).to_be_focused()


def test_a_second_check_box_of_a_filter_keeps_focus_too(filtered: Page) -> None:
    filtered.locator(box("Sökmedel")).focus()
    filtered.keyboard.press("Space")
    shows(filtered, "protokoll", RECORD_TYPES, "Sökmedel")
    expect(filtered.locator(box("Sökmedel"))).to_be_focused()


def test_the_count_is_announced_by_one_region_that_lasts(asked: Page) -> None:
    count = asked.locator("#count").element_handle()
    assert count is not None
    write(asked, NOTHING)
    shows(asked, NOTHING)
    assert count.evaluate("each => each === document.getElementById('count') && each.getAttribute('role')") == "status"


def test_the_count_is_announced_once(asked: Page) -> None:
    asked.evaluate(SAID)
    asked.locator("#q").fill(NOTHING)
    shows(asked, NOTHING)
    assert asked.evaluate("window.announced") == [f"Inga träffar för {NOTHING}"]


def test_the_same_count_is_announced_for_another_question(asked: Page) -> None:
    write(asked, NOTHING)
    shows(asked, NOTHING)
    asked.evaluate(SAID)
    write(asked, f"{NOTHING}yy")
    shows(asked, f"{NOTHING}yy")
    until(asked, f"window.announced.at(-1) === 'Inga träffar för {NOTHING}yy'")


def test_a_chip_removes_its_filter(filtered: Page) -> None:
    filtered.locator(".chips a", has_text="Slag").click()
    shows(filtered, "protokoll")


def test_a_chip_unchecks_its_check_box(filtered: Page) -> None:
    filtered.locator(".chips a", has_text="Slag").click()
    expect(filtered.locator(box())).not_to_be_checked()


def test_a_removed_filter_does_not_come_back_when_one_types(filtered: Page) -> None:
    filtered.locator(".chips a", has_text="Slag").click()
    shows(filtered, "protokoll")
    write(filtered, "lön")
    expect(filtered).to_have_url(re.compile(r"/sok\?q=l%C3%B6n$"))


def test_a_chip_leaves_focus_at_the_count(filtered: Page) -> None:
    filtered.locator(".chips a", has_text="Slag").focus()
    filtered.keyboard.press("Enter")
    expect(filtered.locator("#count")).to_be_focused()


def test_clearing_removes_every_filter(filtered: Page) -> None:
    filtered.check(box("Kan sökas på webben"))
    shows(filtered, "protokoll", RECORD_TYPES, "Kan sökas på webben")
    filtered.get_by_text("Rensa filter").click()
    expect(filtered).to_have_url(re.compile(r"/sok\?q=protokoll$"))


def test_clearing_unchecks_every_check_box(filtered: Page) -> None:
    filtered.check(box("Kan sökas på webben"))
    shows(filtered, "protokoll", RECORD_TYPES, "Kan sökas på webben")
    filtered.get_by_text("Rensa filter").click()
    expect(filtered.locator("#filter input:checked")).to_have_count(0)


def test_filters_are_still_offered_when_they_leave_nothing(page: Page) -> None:
    page.goto("/sok?q=protokoll&unit=lonecenter")
    expect(page.locator(box("Lönecenter"))).to_be_checked()


def test_a_filter_that_leaves_nothing_can_be_dropped(page: Page) -> None:
    page.goto("/sok?q=protokoll&unit=lonecenter")
    page.locator(".relax a").first.click()
    shows(page, "protokoll")


def test_paging_shows_the_next_hits(page: Page) -> None:
    page.goto("/sok")
    page.get_by_role("link", name="Nästa").click()
    expect(page.locator(".paging span")).to_have_text(re.compile("^Sida 2 av "))


@pytest.mark.parametrize("left", [2, 1], ids=["to-one-of-many", "to-the-last"])
def test_paging_moves_focus_to_the_count(page: Page, left: int) -> None:
    page.goto("/sok")
    pages = int(page.locator(".paging span").inner_text().split()[-1])
    page.goto(f"/sok?offset={10 * (pages - left - 1)}")
    page.locator("#q").focus()
    until(page, "window.htmx")
    page.get_by_role("link", name="Nästa").click()
    expect(page).to_have_url(re.compile(f"offset={10 * (pages - left)}$"))
    expect(page.locator("#count")).to_be_focused()


def test_htmx_is_not_fetched_before_the_form_is_touched(page: Page) -> None:
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url) if "htmx" in request.url else None)
    page.goto("/sok?q=protokoll", wait_until="networkidle")
    assert scripts == []


@pytest.fixture
def held(page: Page) -> list[Route]:
    """The requests for htmx, which wait until a test lets them go."""
    waiting: list[Route] = []
    page.route("**/htmx*", lambda route: waiting.append(route))  # noqa: PLW0108  (Playwright wants a function)
    return waiting


def test_what_is_typed_before_htmx_has_come_is_not_lost(page: Page, held: list[Route]) -> None:
    page.goto("/sok")
    with page.expect_request("**/htmx*"):
        write(page, "protokoll")
    held[0].continue_()
    shows(page, "protokoll")


def test_a_box_that_is_checked_before_htmx_has_come_filters_when_it_has(asked: Page, held: list[Route]) -> None:
    with asked.expect_request("**/htmx*"):
        asked.check(box())
    held[0].continue_()
    shows(asked, "protokoll", RECORD_TYPES)


def test_enter_works_before_htmx_has_come(asked: Page, held: list[Route]) -> None:
    with asked.expect_request("**/htmx*"):
        write(asked, "lön")
    asked.keyboard.press("Enter")
    shows(asked, "lön")
    held[0].abort()


def test_a_check_box_works_where_htmx_never_comes(visit: Visit) -> None:
    page = visit("Failed to load resource")
    page.route("**/htmx*", lambda route: route.abort())
    page.goto("/sok?q=protokoll")
    page.check(box())
    shows(page, "protokoll", RECORD_TYPES)


@pytest.fixture
def phone(again: Callable[..., Page]) -> Page:
    """Someone with a phone, who asked for protokoll."""
    page = again(viewport={"width": 390, "height": 844})
    page.goto("/sok?q=protokoll")
    return page


def test_on_a_phone_the_filters_are_folded(phone: Page) -> None:
    expect(phone.locator(box())).not_to_be_visible()


def test_filters_do_not_fold_while_one_types(asked: Page) -> None:
    write(asked, "personalakt")
    shows(asked, "personalakt")
    expect(asked.locator("#count")).to_contain_text("3 träffar")
    expect(asked.locator(box())).to_be_visible()


def test_on_a_phone_unfolded_filters_stay_so(phone: Page) -> None:
    phone.locator("#filters > summary").click()
    phone.check(box())
    shows(phone, "protokoll", RECORD_TYPES)
    expect(phone.locator(box())).to_be_visible()


def test_more_values_of_a_filter_unfold(page: Page) -> None:
    page.goto("/sok")
    page.locator("#mer-unit > summary").click()
    expect(page.locator(box("Kontaktcenter"))).to_be_visible()
