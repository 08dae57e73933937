"""QR codes, read from the screen or from paper as a telephone would read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import zxingcpp

from tests.browser.png import pixels

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def read(place: Locator) -> set[str]:
    """What the codes say in a picture of a part of the screen."""
    return {code.text for code in zxingcpp.read_barcodes(pixels(place.screenshot()))}
