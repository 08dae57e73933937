"""The slip that a visitor takes along: what it says, and that it fits the paper of a receipt printer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kiosk import KIOSK_KINDS, MILLIMETRES, PAPER, SLIP_KINDS, TALL

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

POINTS = 72 / 25.4
"""Points a millimetre."""


@pytest.fixture(scope="module")
def slip(browser: Browser, address: str) -> str:
    """The words on the slip of a record type whose unit, number, mail and register are stated."""
    with browser.new_context(base_url=address, viewport=PAPER) as context:
        page = context.new_page()
        page.emulate_media(media="print", color_scheme="dark")
        page.goto("/kiosk/norrkoping-ks/handlingsslag/protokoll")
        return str(page.evaluate("document.body.innerText"))


@pytest.mark.parametrize(
    "words",
    [
        "Protokoll",
        "Kommunstyrelsens kansli",
        "011-15 00 00",
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


@pytest.fixture(scope="module", params=[*SLIP_KINDS, "start", "guide-filled-in"])
def paper(request: pytest.FixtureRequest, browser: Browser, address: str) -> bytes:
    """What is sent to the printer."""
    with browser.new_context(base_url=address, viewport=TALL) as context:
        page = context.new_page()
        page.goto(KIOSK_KINDS[request.param])
        return page.pdf(prefer_css_page_size=True)


def test_the_paper_is_72_millimetres_wide(paper: bytes) -> None:
    widths = [float(width) for width in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ", paper)]
    assert widths == [pytest.approx(MILLIMETRES * POINTS, abs=1)]


def test_it_is_one_piece_of_paper(paper: bytes) -> None:
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1


def test_the_button_prints(page: Page) -> None:
    page.goto(KIOSK_KINDS["record-type"])
    page.evaluate("addEventListener('beforeprint', () => { document.title = 'printed'; })")
    page.get_by_role("button", name="Skriv ut lappen").click()
    expect(page).to_have_title("printed")
