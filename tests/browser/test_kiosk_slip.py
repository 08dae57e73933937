"""The slip that a visitor takes along: what it says, and that it fits the paper of a receipt printer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS
from tests.browser.kiosk import KIOSK_KINDS, SLIP_KINDS, TALL
from tests.browser.png import pixels
from tests.browser.test_shapes import TOO_WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAPER = 72
POINTS = 72 / 25.4
"""Points a millimetre."""
PIXELS = 96 / 25.4


def on_paper(page: Page, kind: str) -> Page:
    """The page as it is printed, as wide as the paper."""
    page.set_viewport_size({"width": int(PAPER * PIXELS), "height": 800})
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(KIOSK_KINDS[kind])
    return page


@pytest.fixture
def printed(reader: Page) -> Iterator[Page]:
    """A reader whose screen is a screen again after the test."""
    yield reader
    reader.emulate_media(media="screen", color_scheme="light")


@pytest.fixture
def slip(printed: Page) -> str:
    """The words on the slip of a record type whose unit, number, mail and register are stated."""
    on_paper(printed, "record-type").goto("/kiosk/norrkoping-ks/handlingsslag/protokoll")
    return str(printed.evaluate("document.body.innerText"))


@pytest.mark.parametrize(
    "words",
    [
        "Protokoll",
        "Kommunstyrelsens kansli",
        "011-150000",
        "kommunstyrelsenskansli@norrkoping.se",
        "Public 360",
        "Jag vill ta del av en allmän handling. Protokoll.",
        "KS 2019/0917",
        "/norrkoping-ks/handlingsslag/protokoll",
    ],
)
def test_the_slip_says_whom_to_ask_for_what(slip: str, words: str) -> None:
    assert words in slip


@pytest.mark.parametrize("words", ["Suomi", "Avsluta och rensa", "Hoppa till innehållet", "Så gör du", "Skriv ut"])
def test_the_slip_says_nothing_else(slip: str, words: str) -> None:
    assert words not in slip


@pytest.mark.parametrize("kind", SLIP_KINDS)
def test_nothing_but_the_slip_is_printed(printed: Page, kind: str) -> None:
    on_paper(printed, kind)
    outside = """() => [...document.body.querySelectorAll("*")].filter(each => each.checkVisibility()
        && !each.closest(".take") && !each.contains(document.querySelector(".take")))
        .map(each => each.outerHTML.slice(0, 120))"""
    assert printed.evaluate(outside) == []


@pytest.mark.parametrize("kind", [*SLIP_KINDS, "start", "full-answer", "guide-filled-in"])
def test_nothing_is_beside_the_paper(printed: Page, kind: str) -> None:
    assert on_paper(printed, kind).evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("kind", [*SLIP_KINDS, "start", "full-answer", "guide-filled-in"])
def test_the_code_on_paper_leads_to_the_public_page(printed: Page, address: str, kind: str) -> None:
    picture = on_paper(printed, kind).locator(".take").screenshot()
    assert [code.text for code in zxingcpp.read_barcodes(pixels(picture))] == [address + KINDS[kind]]


@pytest.fixture(scope="module", params=[*SLIP_KINDS, "start", "guide-filled-in"])
def paper(request: pytest.FixtureRequest, browser: Browser, address: str) -> bytes:
    """What is sent to the printer."""
    with browser.new_context(base_url=address, viewport=TALL) as context:
        page = context.new_page()
        page.goto(KIOSK_KINDS[request.param])
        return page.pdf(prefer_css_page_size=True)


def test_the_paper_is_72_millimetres_wide(paper: bytes) -> None:
    widths = [float(width) for width in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ", paper)]
    assert widths == [pytest.approx(PAPER * POINTS, abs=1)]


def test_it_is_one_piece_of_paper(paper: bytes) -> None:
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1


def test_the_button_prints(page: Page) -> None:
    page.goto(KIOSK_KINDS["record-type"])
    page.evaluate("addEventListener('beforeprint', () => { document.title = 'printed'; })")
    page.get_by_role("button", name="Skriv ut lappen").click()
    expect(page).to_have_title("printed")
