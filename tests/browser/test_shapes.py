"""Forced colours and paper: nothing is lost in either. Narrow windows and wide spacing are in test_every_kind.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.browser

BOTTOM = "each => each.getBoundingClientRect().bottom"


@pytest.fixture
def forced(again: Callable[..., Page]) -> Page:
    """A visitor whose system sets all colours."""
    return again(forced_colors="active")


def test_in_forced_colours_one_can_search_and_filter(forced: Page) -> None:
    forced.goto("/sok?q=protokoll")
    forced.get_by_label("Handlingsslag").check()
    expect(forced.locator(".chips")).to_contain_text("Handlingsslag")


def test_in_forced_colours_focus_is_seen(forced: Page) -> None:
    forced.goto("/")
    forced.keyboard.press("Tab")
    style = forced.locator(":focus").evaluate("each => getComputedStyle(each).outlineStyle")
    assert style == "solid"


@pytest.mark.parametrize(
    "question",
    [
        "gammal personalakt",
        "vad tjänar borgmästaren",
        "är min e-post offentlig",
        "överklaga ett nej",
        "vad kostar en kopia",
    ],
)
def test_on_a_phone_the_number_and_the_first_step_are_in_view(again: Callable[..., Page], question: str) -> None:
    phone = again(viewport={"width": 390, "height": 844})
    phone.goto(f"/sok?q={question}")
    first = phone.locator(".answer .steps > li").or_(phone.locator(".answer:not(:has(.steps)) .rest")).first
    ends = [each.evaluate(BOTTOM) for each in (phone.locator(".answer .call a"), first)]
    assert max(ends) <= 844


@pytest.mark.parametrize("selector", [".mark", ".chips a", ".answer", "#q", ".search button"])
def test_in_forced_colours_what_colour_sets_apart_has_a_frame(forced: Page, selector: str) -> None:
    forced.goto("/sok?q=protokoll&type=record_type")
    width = forced.locator(selector).first.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)")
    assert width >= 1


def test_in_forced_colours_a_checked_box_is_seen(forced: Page) -> None:
    forced.goto("/sok?q=protokoll&type=record_type")
    boxes = forced.locator("#filter input[type=checkbox]")
    looks = {str(boxes.nth(place).is_checked()): boxes.nth(place).screenshot() for place in range(boxes.count())}
    assert looks["True"] != looks["False"]


@pytest.mark.parametrize("kind", ["record-type", "whole-text"])
def test_on_paper_the_text_stands_without_the_navigation(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    page.emulate_media(media="print")
    expect(page.locator("blockquote").first).to_be_visible()
    for around in ("header nav", ".brand", "header form", "footer", ".skip"):
        expect(page.locator(around).first).not_to_be_visible()


@pytest.mark.parametrize("kind", ["record-type", "whole-text"])
def test_printing_gives_pages(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert b"/Type /Page\n" in paper


def test_on_paper_a_link_to_the_law_shows_its_address(page: Page) -> None:
    page.goto(KINDS["provision"])
    page.emulate_media(media="print")
    shown = page.locator("main a[rel=external]").first.evaluate("each => getComputedStyle(each, '::after').content")
    assert "riksdagen.se" in shown
