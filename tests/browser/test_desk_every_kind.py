"""Every kind of page at the desk: what axe-core finds, narrow and small windows, wide spacing, large targets, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.desk import ANSWERS, KINDS, SHOWN, too_small
from tests.browser.faults import clipped, out_of_reach, too_wide, violations, wrong_colours
from tests.browser.looking import MAGNIFIED, NARROW, SCREEN, Look, look

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TOUCHED = ("start", *ANSWERS, "entry")
PAGES_OF_PAPER = b"/Type /Page\n"
NAVIGATION = ("header > :not(.subject)", "footer", ".skip", ".rows", ".search", "#oral", ".actions", "#filter")


def to_be_scrolled_for(page: Page) -> list[str]:
    expect(page.locator(SHOWN)).to_be_in_viewport(ratio=1)
    return []


def both_ends_out_of_reach(page: Page) -> list[str]:
    return out_of_reach(page, page.locator("main :is(h1, h2):not(.hidden)").first, page.locator("footer nav a").last)


def clipped_but_for_what_scrolls(page: Page) -> list[str]:
    return [each for each in clipped(page) if not each.startswith('<div class="answers')] + too_wide(page)


def beside_the_answer(page: Page) -> list[str]:
    expect(page.locator("section.call").filter(visible=True)).to_have_count(1)
    return [around for around in NAVIGATION if page.locator(around).filter(visible=True).count()]


def more_than_one_sheet(page: Page) -> list[str]:
    sheets = page.pdf(format="A4").count(PAGES_OF_PAPER)
    return [] if sheets == 1 else [f"{sheets} sheets"]


AT_WORK = (
    Look("an answer is read without scrolling", to_be_scrolled_for, SCREEN, kinds=ANSWERS),
    Look("targets are 44 pixels at 1280 pixels", too_small, SCREEN, kinds=TOUCHED),
    Look("axe finds nothing in light", violations, SCREEN),
    Look("axe finds nothing in dark", wrong_colours, SCREEN, scheme="dark"),
    Look("wide text spacing clips nothing at 1280 pixels", clipped_but_for_what_scrolls, SCREEN, spaced=True),
    Look("on paper the answer stands alone", beside_the_answer, SCREEN, media="print", kinds=ANSWERS),
    Look("an answer is printed on one page", more_than_one_sheet, SCREEN, media="print", kinds=ANSWERS),
)
NARROWED = (
    Look("at 320 pixels nothing is beside the window", too_wide, NARROW),
    Look("targets are 44 pixels at 320 pixels", too_small, NARROW, kinds=TOUCHED),
    Look("wide text spacing clips nothing at 320 pixels", clipped_but_for_what_scrolls, NARROW, spaced=True),
    Look("1280 by 1024 pixels at 400 percent hide nothing", both_ends_out_of_reach, MAGNIFIED, kinds=TOUCHED),
)


@pytest.mark.parametrize("looks", [AT_WORK, NARROWED], ids=["wide", "narrow"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_sound_in_every_way_that_one_looks_at_it(
    reader: Page, kind: str, looks: tuple[Look, ...], subtests: pytest.Subtests
) -> None:
    reader.set_viewport_size(looks[0].window)  # the desk's script asks for it when the page loads
    reader.goto(KINDS[kind])
    look(reader, kind, looks, subtests)
