"""The desk in narrow and small windows, wide spacing, forced colours, on paper, and by axe-core's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_shapes import CLIPPED, SPACE_OUT, TOO_WIDE

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

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
SHOWN = ".call:not([hidden])"
TOO_SMALL = """() => [...document.querySelectorAll(
    "header :is(a, button, input), .row, .call :is(a, button, summary), .ask a, .filters summary, #oral :is(summary, "
    + "input:not([type=radio]), textarea, button, .more, label:has([type=radio])), dialog :is(a, button)"
)].filter(each => each.checkVisibility() && Math.min(each.offsetHeight, each.offsetWidth) < 44)
    .map(each => each.outerHTML.slice(0, 120))"""
PAGES_OF_PAPER = b"/Type /Page\n"


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
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(reader: Page, kind: str, scheme: Literal["light", "dark"]) -> None:
    reader.emulate_media(color_scheme=scheme)
    look(reader, kind, 1280)
    assert violations(reader) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_help(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    look(page, "held", 1280)
    page.keyboard.press("?")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_oral_request(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    look(page, "held", 1280)
    unfold(page)
    assert violations(page) == []
    fold(page)


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_is_read_without_scrolling(reader: Page, kind: str) -> None:
    look(reader, kind, 1280)
    expect(reader.locator(SHOWN)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("kind", KINDS)
def test_at_320_pixels_nothing_is_beside_the_window(reader: Page, kind: str) -> None:
    look(reader, kind, 320)
    assert reader.evaluate(TOO_WIDE) == []


def test_at_320_pixels_an_oral_request_is_within_the_window(page: Page) -> None:
    look(page, "held", 320)
    unfold(page)
    assert page.evaluate(TOO_WIDE) == []
    fold(page)


@pytest.mark.parametrize("kind", ["start", *ANSWERS, "entry"])
def test_1280_by_1024_pixels_at_400_percent_hide_nothing(reader: Page, kind: str) -> None:
    look(reader, kind, 320, 256)
    for end in (reader.locator("main :is(h1, h2):not(.hidden)").first, reader.locator("footer nav a").last):
        end.scroll_into_view_if_needed()
        expect(end).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_wide_text_spacing_clips_nothing(reader: Page, kind: str, width: int) -> None:
    look(reader, kind, width)
    reader.evaluate(SPACE_OUT)
    clipped = [each for each in reader.evaluate(CLIPPED) if not each.startswith('<div class="answers')]  # it scrolls
    assert clipped + reader.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["start", *ANSWERS, "entry"])
def test_targets_are_44_pixels(reader: Page, kind: str, width: int) -> None:
    look(reader, kind, width)
    assert reader.evaluate(TOO_SMALL) == []


def test_targets_of_an_oral_request_are_44_pixels(page: Page) -> None:
    look(page, "held", 1280)
    unfold(page)
    assert page.evaluate(TOO_SMALL) == []
    fold(page)


def test_targets_of_the_help_are_44_pixels(page: Page) -> None:
    look(page, "held", 1280)
    page.keyboard.press("?")
    assert page.evaluate(TOO_SMALL) == []


def test_in_forced_colours_the_result_that_is_shown_has_a_frame_of_its_own(visit: Visit) -> None:
    page = visit(forced_colors="active")
    look(page, "held", 1280)
    page.locator("#q").focus()
    styles = [row.evaluate("each => getComputedStyle(each).outlineStyle") for row in page.locator(".row").all()]
    assert (styles[0], set(styles[1:])) == ("solid", {"none"})


@pytest.mark.parametrize("part", [SHOWN, f"{SHOWN} button", ".ask", ".row", "#told"])
def test_in_forced_colours_what_colour_sets_apart_has_a_frame(visit: Visit, part: str) -> None:
    page = visit(forced_colors="active")
    look(page, "held", 1280)
    width = page.locator(part).first.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)")
    assert width >= 1


def test_nothing_moves_where_motion_is_unwanted(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    look(page, "held", 1280)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("?")
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_is_printed_on_one_page(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    paper = page.pdf(format="A4")
    assert paper.count(PAGES_OF_PAPER) == 1


@pytest.mark.parametrize("kind", ANSWERS)
def test_on_paper_the_answer_stands_alone(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    page.emulate_media(media="print")
    expect(page.locator(".call").filter(visible=True)).to_have_count(1)
    for around in ("header", "footer", ".skip", ".rows", ".search", "#oral", ".actions", "#filter"):
        expect(page.locator(around).filter(visible=True)).to_have_count(0)
