"""Every kind of page at the kiosk: axe-core, targets low on the screen, magnified and spaced text, codes, slips."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.codes import read
from tests.browser.faults import clipped_or_too_wide, out_of_reach, small_controls, too_wide, violations
from tests.browser.kinds import kinds_for_axe
from tests.browser.kiosk import COVERED, FINGER, KIOSK_KINDS, PAPER, SLIP_KINDS, TALL, WIDE
from tests.browser.looking import MAGNIFIED, NARROW, Look, look

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TARGETS = (
    ":is(a[href], button, summary, textarea, fieldset label, [role=option],"
    " input:not([type=checkbox], [type=radio])):not(#keyboard *)"
)
HIGH = """() => [...document.querySelectorAll("a[href], button, input, textarea, summary")]
    .filter(each => each.checkVisibility() && !each.closest(".poster, .skip"))
    .filter(each => each.getBoundingClientRect().top < innerHeight / 3).map(each => each.outerHTML.slice(0, 120))"""
BESIDE_THE_SLIP = """() => [...document.body.querySelectorAll("*")].filter(each => each.checkVisibility()
    && !each.closest(".take") && !each.contains(document.querySelector(".take")))
    .map(each => each.outerHTML.slice(0, 120))"""

MOST_OF_A_HEAD = 320
REACHED = ("start", "full-answer", "record-type", "whole-text", "guide-filled-in")
BARRED = ("start", "full-answer", "whole-text", "not-found")
ENDED = ("full-answer", "record-type", "whole-text")
PRINTED = (*SLIP_KINDS, "start", "full-answer", "guide-filled-in")
CODED = (*PRINTED, "whole-text")


def high_up(page: Page) -> list[str]:
    """What one who sits cannot reach where the page is lowered, as the start page is by itself."""
    lower = page.locator("[data-act=lower]")
    if lower.is_enabled():
        lower.click()
    return [str(each) for each in page.evaluate(HIGH)]


def too_high(page: Page) -> list[str]:
    """A head that takes more than a sixth of a tall screen, or that begins with nothing."""
    box, name = page.locator("nav.languages").bounding_box(), page.locator(".brand").bounding_box()
    assert box is not None
    assert name is not None
    return [] if box["y"] + box["height"] <= MOST_OF_A_HEAD and name["y"] < name["height"] else [f"{box}, {name}"]


def gone_from_the_bar(page: Page) -> list[str]:
    for y in (0, 1_000_000):
        page.evaluate("y => scrollTo(0, y)", y)
        for name in ("Avsluta och rensa", "Fråga personalen"):
            expect(page.locator(".bar").get_by_text(name)).to_be_in_viewport(ratio=1)
    return []


def under_the_bar(page: Page) -> list[str]:
    page.evaluate("scrollTo(0, 1e6)")
    last = page.locator(".bottom a").last
    return [last.inner_text()] if last.evaluate(COVERED) else []


def both_ends_out_of_reach(page: Page) -> list[str]:
    return out_of_reach(page, page.locator("main :is(h1, h2):not(.hidden)").first, page.locator(".bar .end"))


def unread_codes(page: Page) -> list[str]:
    codes = page.locator("main .qr").all()
    return [code.evaluate("each => each.parentNode.innerText") for code in codes if len(read(code)) != 1]


def codes_to_elsewhere(page: Page) -> list[str]:
    """What the code of the page says beside, or instead of, the address of the page that everyone has."""
    return sorted(read(page.locator(".take")) ^ {page.url.replace("/kiosk/", "/", 1)})


def beside_the_slip(page: Page) -> list[str]:
    return [str(each) for each in page.evaluate(BESIDE_THE_SLIP)]


small = partial(small_controls, selector=TARGETS, least=FINGER)
LOOKS = (
    Look("axe finds nothing in light", violations, TALL, kinds=kinds_for_axe("kiosk", "light")),
    Look("the head is low", too_high, TALL, kinds=[kind for kind in KIOSK_KINDS if kind != "start"]),
    Look("nothing to touch is in the upper third of a lowered page", high_up, TALL),
    Look("the code leads to the public page in light", codes_to_elsewhere, TALL, kinds=CODED),
    Look("wiping and the staff are always in view on a tall screen", gone_from_the_bar, TALL, kinds=BARRED),
    Look("the end of the page is not under the bar on a tall screen", under_the_bar, TALL, kinds=ENDED),
    Look("every target is as large as a hand that shakes needs on a tall screen", small, TALL, unfolded=True),
    Look("wide text spacing clips nothing on a tall screen", clipped_or_too_wide, TALL, spaced=True),
    Look("axe finds nothing in dark", violations, TALL, scheme="dark", kinds=kinds_for_axe("kiosk", "dark")),
    Look("the code leads to the public page in dark", codes_to_elsewhere, TALL, scheme="dark", kinds=CODED),
    Look("every code can be read and stands beside its words", unread_codes, TALL, scheme="dark"),
    Look("wiping and the staff are always in view on a wide screen", gone_from_the_bar, WIDE, kinds=BARRED),
    Look("the end of the page is not under the bar on a wide screen", under_the_bar, WIDE, kinds=ENDED),
    Look("every target is as large as a hand that shakes needs on a wide screen", small, WIDE, unfolded=True),
    Look("wide text spacing clips nothing on a wide screen", clipped_or_too_wide, WIDE, spaced=True),
    Look("wide text spacing clips nothing at 320 pixels", clipped_or_too_wide, NARROW, spaced=True),
    Look("at 320 pixels nothing is beside the window", too_wide, MAGNIFIED),
    Look("at 400 percent everything can be reached", both_ends_out_of_reach, MAGNIFIED, kinds=REACHED),
    Look("nothing but the slip is printed", beside_the_slip, PAPER, "dark", "print", kinds=SLIP_KINDS),
    Look("nothing is beside the paper", too_wide, PAPER, "dark", "print", kinds=PRINTED),
    Look("the code on paper leads to the public page", codes_to_elsewhere, PAPER, "dark", "print", kinds=PRINTED),
)


@pytest.mark.parametrize("kind", KIOSK_KINDS)
def test_a_page_is_sound_in_every_way_that_one_looks_at_it(reader: Page, kind: str, subtests: pytest.Subtests) -> None:
    reader.goto(KIOSK_KINDS[kind])
    look(reader, kind, LOOKS, subtests)
