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
    expect(suggested).to_have_title("hero – sökresultat – Kommunstyrelsen i Norrköpings kommun")


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


@pytest.mark.parametrize("window", [(640, 400), (320, 256), (390, 500)])
@pytest.mark.parametrize("place", ["/ #q", "/om #topq", "/fi/ #q"])
def test_suggestions_come_into_sight_in_a_small_or_magnified_window(
    page: Page, window: tuple[int, int], place: str
) -> None:
    path, field = place.split()
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.goto(path)
    page.locator(field).press_sequentially("p")
    page.keyboard.type("r")
    expect(page.get_by_role("option").first).to_be_in_viewport(ratio=1)
    expect(page.locator(field)).to_be_in_viewport(ratio=1)
    last = page.get_by_role("option").count()
    for _option in range(last):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").nth(last - 1)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("option").nth(last - 1)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("path", "one", "none"),
    [
        ("/", "1 förslag", "Inga förslag"),
        ("/fi/", "1 ehdotus", "Ei ehdotuksia"),
        ("/en/", "1 suggestion", "No suggestions"),
        ("/ar/", "اقتراح واحد", "لا اقتراحات"),
        ("/latt/", "1 förslag", "Inga förslag"),
        ("/kiosk/", "1 förslag", "Inga förslag"),
    ],
)
def test_the_number_of_suggestions_is_spoken(page: Page, path: str, one: str, none: str) -> None:
    page.goto(path)
    said = page.locator("#q ~ [role=status]")
    page.locator("#q").fill("personalavd")
    expect(said).to_have_text(one)
    page.locator("#q").fill("qqxxzz")
    expect(said).to_have_text(none)


def test_the_same_number_of_suggestions_is_said_anew(page: Page) -> None:
    page.goto("/")
    page.locator("#q").fill("qqxx")
    said = page.locator("#q ~ [role=status]")
    expect(said).to_have_text("Inga förslag")
    page.locator("#q").fill("qqxxzz")
    assert said.text_content() == ""
    expect(said).to_have_text("Inga förslag")
