"""Every kind of page: axe-core in light and dark, narrow windows, magnified and widely spaced text, and fingers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.browser.faults import (
    broken_words,
    clipped_or_too_wide,
    out_of_reach,
    small_controls,
    small_links,
    too_wide,
    violations,
)
from tests.browser.kinds import KINDS, kinds_for_axe
from tests.browser.looking import MAGNIFIED, NARROW, PHONE, SCREEN, Look, look

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FINGER = 44
"""Pixels that a target has in each direction."""

CONTROLS = (
    "button, summary, .brand, .top nav a, .bottom nav a, fieldset label, .chips a, .paging a, .more,"
    " input:not([type=checkbox], [type=radio]), textarea"
)


def both_ends_out_of_reach(page: Page) -> list[str]:
    return out_of_reach(page, page.locator("main :is(h1, h2):not(.hidden)").first, page.locator("footer nav a").last)


LOOKS = (
    Look("axe finds nothing in light", violations, SCREEN, kinds=kinds_for_axe("", "light")),
    Look("axe finds nothing in dark", violations, SCREEN, scheme="dark", kinds=kinds_for_axe("", "dark")),
    Look("wide text spacing clips nothing at 1280 pixels", clipped_or_too_wide, SCREEN, spaced=True),
    Look("wide text spacing clips nothing at 320 pixels", clipped_or_too_wide, NARROW, spaced=True),
    Look("at 320 pixels nothing is beside the window", too_wide, NARROW),
    Look("at 320 pixels no word breaks without a hyphen", broken_words, NARROW),
    Look(
        "1280 by 1024 pixels at 400 percent hide nothing",
        both_ends_out_of_reach,
        MAGNIFIED,
        kinds=("start", "full-answer", "record-type", "whole-text", "guide-filled-in"),
    ),
    Look("1280 by 1024 pixels at 400 percent have room for the width", too_wide, MAGNIFIED),
    Look(
        "controls are as large as a finger",
        partial(small_controls, selector=CONTROLS, least=FINGER),
        PHONE,
        unfolded=True,
    ),
    Look("links that stand alone can be hit", small_links, PHONE, unfolded=True),
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_sound_in_every_way_that_one_looks_at_it(reader: Page, kind: str, subtests: pytest.Subtests) -> None:
    reader.goto(KINDS[kind])
    look(reader, kind, LOOKS, subtests)
