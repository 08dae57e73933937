"""A text that is longer than what is searched: it stands, and what is left out is said at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kiosk import TALL

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser

SEARCHED = "protokoll " * 50
"""As many characters as are searched."""
PASTE = """([field, text]) => {
    document.querySelector(field).focus();
    document.execCommand("insertText", false, text);
}"""
"""Puts text in a field as a paste does: within what the field takes."""


@pytest.mark.parametrize("place", ["/ #q", "/om #topq", "/telefon/om #q", "/kiosk/ #q", "/fi/ #q", "/ar/ #q"])
def test_a_paste_stands_and_says_what_is_not_searched(again: Callable[..., Page], place: str) -> None:
    path, field = place.split()
    page = again(viewport=TALL, has_touch=True)
    page.goto(path)
    page.evaluate(PASTE, [field, f"{SEARCHED}och resten"])
    expect(page.locator(field)).to_have_value(f"{SEARCHED}och resten")
    said = page.locator(".cut[role=status]")
    expect(said).to_contain_text("och resten")
    expect(said).to_contain_text("500")
    page.locator(field).fill("protokoll")
    expect(said).to_have_text("")


def test_a_text_that_fits_says_nothing(page: Page) -> None:
    page.goto("/")
    page.evaluate(PASTE, ["#q", SEARCHED])
    expect(page.locator(".cut[role=status]")).to_have_text("")


def test_of_a_very_long_text_the_beginning_of_the_rest_is_shown(page: Page) -> None:
    page.goto("/")
    page.evaluate(PASTE, ["#q", SEARCHED + "a" * 300])
    expect(page.locator(".cut[role=status]")).to_contain_text("a" * 200 + "…")


@pytest.mark.parametrize("mode", ["", "/telefon"])
def test_results_that_follow_typing_say_what_was_not_searched(page: Page, mode: str) -> None:
    page.goto(f"{mode}/sok")
    page.locator("#q").focus()
    page.evaluate(PASTE, ["#q", f"{SEARCHED}och resten"])
    expect(page.locator("#left-out")).to_contain_text("Det här söktes inte: och resten")
    expect(page.locator("#q")).to_have_value(f"{SEARCHED}och resten")
