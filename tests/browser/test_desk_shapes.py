"""The desk's help and oral request in narrow windows and by axe-core's rules, and all of it in forced colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.desk import KINDS, SHOWN, too_small
from tests.browser.faults import too_wide, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


pytestmark = pytest.mark.browser


def look(page: Page, kind: str, width: int, height: int = 800) -> None:
    """Load a page in a window of this size."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(KINDS[kind])


def unfold(page: Page) -> None:
    """Open what can be opened, and write a request down."""
    page.locator("#oral > summary").click()
    page.locator("#oral-what").fill("Protokollet")


def fold(page: Page) -> None:
    """Take the request away again, so that the page can be left."""
    page.get_by_role("button", name="Töm formuläret").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_help(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    look(page, "held", 1280)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("?")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_oral_request(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    look(page, "held", 1280)
    unfold(page)
    assert violations(page) == []
    fold(page)


def test_at_320_pixels_an_oral_request_is_within_the_window(page: Page) -> None:
    look(page, "held", 320)
    unfold(page)
    assert too_wide(page) == []
    fold(page)


def test_targets_of_an_oral_request_are_44_pixels(page: Page) -> None:
    look(page, "held", 1280)
    unfold(page)
    assert too_small(page) == []
    fold(page)


def test_targets_of_the_help_are_44_pixels(page: Page) -> None:
    look(page, "held", 1280)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("?")
    assert too_small(page) == []


def test_in_forced_colours_the_result_that_is_shown_has_a_frame_of_its_own(again: Callable[..., Page]) -> None:
    page = again(forced_colors="active")
    look(page, "held", 1280)
    page.locator("#q").focus()
    styles = [row.evaluate("each => getComputedStyle(each).outlineStyle") for row in page.locator(".row").all()]
    assert (styles[0], set(styles[1:])) == ("solid", {"none"})


@pytest.mark.parametrize("part", [SHOWN, f"{SHOWN} button", "section.ask", ".row", "#told"])
def test_in_forced_colours_what_colour_sets_apart_has_a_frame(again: Callable[..., Page], part: str) -> None:
    page = again(forced_colors="active")
    look(page, "held", 1280)
    width = page.locator(part).first.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)")
    assert width >= 1


def test_nothing_moves_where_motion_is_unwanted(again: Callable[..., Page]) -> None:
    page = again(reduced_motion="reduce")
    look(page, "held", 1280)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("?")
    assert page.evaluate("document.getAnimations().length") == 0
