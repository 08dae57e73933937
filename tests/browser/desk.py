"""What tests of the desk share: its kinds of pages, what is too small to be touched on them, and hands at its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = {
    "start": "/telefon/",
    "held": "/telefon/sok?q=protokoll",
    "elsewhere": "/telefon/sok?q=min+gamla+personalakt",
    "unstated": "/telefon/sok?q=faktura",
    "signposted": "/telefon/sok?q=betyg",
    "nothing": "/telefon/sok?q=qqxxzz",
    "browse-all": "/telefon/sok",
    "unit": "/telefon/sok?q=vem+är+chef+på+personalavdelningen",
    "entry": "/telefon/norrkoping-ks/handlingsslag/anstalldas-personalakter",
    "guide": "/telefon/begar-ut",
    "keys-off": "/telefon/sok?q=protokoll&tangenter=av",
    "arabic": "/telefon/ar/sok?q=protokoll",
    "not-found": "/telefon/finns-inte",
}
ANSWERS = ["held", "elsewhere", "unstated", "signposted", "nothing", "unit"]
CLIPBOARD = ["clipboard-read", "clipboard-write"]
SHOWN = "section.call:not([hidden])"
TOO_SMALL = """() => [...document.querySelectorAll(
    "header :is(a, button, input), .row, section.call :is(a, button, summary), .calls a, section.ask a, "
    + ".filters summary, #oral :is(summary, input:not([type=radio]), textarea, button, .more), "
    + "#oral label:has([type=radio]), dialog :is(a, button)"
)].filter(each => each.checkVisibility() && Math.min(each.offsetHeight, each.offsetWidth) < 44)
    .map(each => each.outerHTML.slice(0, 120))"""
WATCH = """() => {
    window.taken = false;
    window.watched ??= (addEventListener("keydown", event => { window.taken ||= event.defaultPrevented; }), true);
}"""


def too_small(page: Page) -> list[str]:
    """What one touches and is less than 44 pixels wide or high."""
    return [str(each) for each in page.evaluate(TOO_SMALL)]


def answers_with(page: Page, title: str) -> None:
    """Wait until this answer is the one that is shown."""
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(f"{SHOWN} h2")).to_have_text(title)


def leave_fields(page: Page) -> None:
    """Take focus to where single keys work."""
    page.locator("#main").focus()


def is_taken(page: Page, keys: str) -> bool:
    """Whether such keys do something of ours instead of what they do in the browser."""
    page.evaluate(WATCH)
    page.keyboard.press(keys)
    return bool(page.evaluate("window.taken"))
