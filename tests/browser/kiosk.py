"""What the tests of the kiosk share: its screens, its pages, and hands that use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Route, ViewportSize

TALL: ViewportSize = {"width": 1080, "height": 1920}
WIDE: ViewportSize = {"width": 1280, "height": 1024}
SCREENS = {"tall": TALL, "wide": WIDE}

FINGER = 84
"""Pixels that a target has in each direction: a hand may shake."""

MILLIMETRES = 72
"""How wide the paper of a receipt printer is."""

PAPER: ViewportSize = {"width": int(MILLIMETRES * 96 / 25.4), "height": 800}

COVERED = """each => {
    const at = each.getBoundingClientRect();
    return !each.contains(document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2));
}"""

KIOSK_KINDS = {kind: f"/kiosk{path}" for kind, path in KINDS.items()}
"""The kinds of pages as they stand on a shared screen."""

SLIP_KINDS = ("record-type", "finding-aid", "unit", "external-unit", "provision", "exchange", "section")
"""The kinds of pages that have a slip of their own."""

SOON = 60_000
"""Milliseconds for what comes after seconds of nobody doing anything, on a slow machine."""

WIPE = "Avsluta och rensa"
BACK, FORWARD = "Tillbaka", "Framåt"


def bar(page: Page, name: str) -> None:
    """Touch a button of the bar that is always there."""
    page.locator(".bar").get_by_text(name).tap()


def keys(page: Page, text: str) -> None:
    """Write with the keyboard of the page, letter by letter."""
    for character in text:
        page.locator("#keyboard button:visible").and_(page.locator(f'[data-key="{character}"]')).tap()


def ask(page: Page, words: str) -> None:
    """Touch the field of the start page, write, and search, all on the screen."""
    page.goto("/kiosk/")
    page.locator("#q").tap()
    keys(page, words)
    page.get_by_role("button", name="Klar").tap()
    expect(page).to_have_title(f"{words} – sökresultat – Kommunstyrelsen i Norrköpings kommun")


def hold(page: Page, pattern: str) -> list[Route]:
    """Let requests to such addresses wait; the list grows with them, and the test lets them go on."""
    held: list[Route] = []

    def wait(route: Route) -> None:
        held.append(route)

    page.route(pattern, wait)
    return held


def started_anew(page: Page) -> None:
    """Wait for the start page of the next visitor."""
    expect(page.locator("#q")).to_have_value("", timeout=SOON)
    expect(page.locator(".tiles")).to_be_visible(timeout=SOON)
