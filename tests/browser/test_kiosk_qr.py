"""QR codes of single pages; that all codes on all pages can be read is in test_kiosk_every_kind.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser.codes import read
from tests.browser.kinds import KINDS
from tests.browser.kiosk import KIOSK_KINDS, SCREENS, TALL, bar
from tests.browser.png import pixels

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
Scheme = Literal["light", "dark"]
WITH_MAIL = "/kiosk/norrkoping-ks/enhet/kommunstyrelsens-kansli"


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_telephone_and_mail_are_codes(reader: Page, scheme: Scheme, screen: str) -> None:
    reader.set_viewport_size(SCREENS[screen])
    reader.emulate_media(color_scheme=scheme)
    reader.goto(WITH_MAIL)
    expected = {"tel:011150000", "mailto:kommunstyrelsenskansli@norrkoping.se"}
    assert read(reader.locator(".aside")) == expected


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_staffs_number_is_a_code(again: Callable[..., Page], scheme: Scheme) -> None:
    page = again(viewport=TALL, has_touch=True, color_scheme=scheme)
    page.goto("/kiosk/")
    bar(page, "Fråga personalen")
    expect(page.locator("#staff")).to_be_visible()
    assert read(page.locator("#staff")) == {"tel:011150000"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_letter_that_was_made_is_a_code(reader: Page, scheme: Scheme) -> None:
    reader.set_viewport_size(TALL)
    reader.emulate_media(color_scheme=scheme)
    reader.goto(KIOSK_KINDS["guide-filled-in"])
    (letter,) = read(reader.locator(".made"))
    assert letter.startswith("mailto:kommunstyrelsenskansli@norrkoping.se?")
    assert "protokoll" in letter


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_website_is_a_code(reader: Page, scheme: Scheme) -> None:
    reader.set_viewport_size(TALL)
    reader.emulate_media(color_scheme=scheme)
    reader.goto(KIOSK_KINDS["provision"])
    (statute,) = read(reader.locator(".aside .panel", has_text="Lagtexten"))
    assert statute.startswith("https://www.riksdagen.se/")


def test_in_forced_colours_the_code_can_still_be_read(again: Callable[..., Page], address: str) -> None:
    page = again(viewport=TALL, forced_colors="active", color_scheme="dark")
    page.goto(KIOSK_KINDS["record-type"])
    assert read(page.locator(".take")) == {address + KINDS["record-type"]}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_code_has_four_modules_of_white_around_it(reader: Page, scheme: Scheme) -> None:
    reader.set_viewport_size(TALL)
    reader.emulate_media(color_scheme=scheme)
    reader.goto(KIOSK_KINDS["record-type"])
    code = reader.locator(".take .qr")
    code.evaluate("each => { each.style.borderRadius = 0; each.style.width = `${each.viewBox.baseVal.width * 4}px`; }")
    picture = pixels(code.screenshot())
    margin = 4 * 4 - 2  # its edges may lie between two pixels of the screen
    picture[margin:-margin, margin:-margin] = 255
    assert np.unique(picture[2:-2, 2:-2]).tolist() == [255]
