"""Single keys at the desk, switched off by whom they disturb: what still works, and the way there and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import CLIPBOARD, answers_with, is_taken, leave_fields
from tests.browser.live import write
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser

OFF = "tangenter=av"


@pytest.fixture
def quiet(again: Callable[..., Page]) -> Page:
    """Someone at the desk who has asked for protokoll with single keys switched off, and has gone on to the rows."""
    page = again(permissions=CLIPBOARD)
    page.goto(f"/telefon/sok?q=protokoll&{OFF}")
    page.keyboard.press("ArrowDown")
    return page


def test_where_single_keys_are_off_digits_and_letters_are_the_fields_alone(page: Page) -> None:
    page.goto(f"/telefon/?{OFF}")
    expect(page.locator("#q")).to_be_focused()
    leave_fields(page)
    page.keyboard.type("1p")
    expect(page.locator("#q")).to_have_value("")
    expect(page).to_have_url(re.compile(f"/telefon/\\?{OFF}$"))


@in_turn("key", ["/", "c", "t", "?"])
def test_a_parameter_switches_single_keys_off(quiet: Page, key: str) -> None:
    assert not is_taken(quiet, key)


def test_arrows_and_buttons_work_where_single_keys_are_off(quiet: Page) -> None:
    quiet.keyboard.press("ArrowDown")
    answers_with(quiet, "Public 360")
    quiet.get_by_role("button", name="Kopiera svaret").click()
    expect(quiet.locator("#told")).to_have_text("Kopierat.")


def test_single_keys_stay_off_when_results_follow_typing(quiet: Page) -> None:
    write(quiet, "lön")
    expect(quiet).to_have_url(re.compile(f"{OFF}.*q=l%C3%B6n|q=l%C3%B6n.*{OFF}"))


def test_the_help_switches_single_keys_off(again: Callable[..., Page]) -> None:
    desk = again(permissions=CLIPBOARD)
    desk.goto("/telefon/sok?q=protokoll")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("?")
    desk.get_by_role("link", name="Stäng av enstaka tangenter").click()
    expect(desk).to_have_url(re.compile(f"/telefon/sok\\?q=protokoll&{OFF}$"))


def test_the_help_switches_single_keys_on_again(quiet: Page) -> None:
    quiet.get_by_role("button", name="Tangenter").click()
    quiet.get_by_role("link", name="Slå på enstaka tangenter").click()
    expect(quiet).to_have_url(re.compile(r"/telefon/sok\?q=protokoll$"))
