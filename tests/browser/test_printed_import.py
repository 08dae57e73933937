"""What a browser prints as a PDF is read back as what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.importing.given import Given
from tests.data.importing.printed import as_html
from tests.data.importing.scoring import given_back, table, too_low
from tests.data.norrkoping import DESCRIPTION

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.importing]


def test_a_description_made_by_hand_comes_back_from_a_printed_pdf(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(as_html(DESCRIPTION))
    data = page.pdf(format="A4")
    page.close()
    scores = given_back(Given("norrkoping.pdf", data), DESCRIPTION)
    assert scores["passages"].share >= 0.95, scores["passages"].missed
    assert too_low(scores) == {}, table({"pdf": scores}, misses=True)
