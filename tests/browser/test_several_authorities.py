"""Several authorities in a real browser: whose it is changes with the filter, and axe-core finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import visiting
from tests.browser.faults import too_wide, violations, wrong_colours
from tests.browser.kiosk import TALL
from tests.portal.placed import BOARD
from tests.support import GUNICORN, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

NAME = "Miljö- och byggnadsnämnden i Tallmo kommun"
PAGES = (
    "/",
    "/sok?q=protokoll",
    f"/sok?q=bygglov&authority={BOARD}",
    "/begar-ut",
    "/kiosk/sok?q=protokoll",
    "/telefon/sok?q=protokoll",
)


@pytest.fixture(scope="module")
def placed(browser: Browser, placed_generations: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Visitors of a place with four authorities."""
    port, output = free_port(), tmp_path_factory.mktemp("placed") / "output"
    command = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    with (
        serving(command, port, output, generations=placed_generations),
        visiting(browser, f"http://127.0.0.1:{port}") as visit,
    ):
        yield visit


def test_a_filter_that_changes_whose_it_is_changes_the_head_and_every_link(placed: Visit) -> None:
    page = placed()
    page.goto("/sok?q=bygglov")
    page.get_by_label(NAME).check()
    expect(page.locator(".subject")).to_have_text(NAME)
    expect(page).to_have_title(f"bygglov – sökresultat – {NAME}")
    for link in page.locator("header a, footer a:not([href^=mailto])").all():
        assert f"authority={BOARD}" in (link.get_attribute("href") or "")
    page.locator(".chips a").first.click()
    expect(page.locator(".subject")).to_have_text("Tallmo med grannar")


def test_axe_finds_nothing_and_nothing_is_beside_the_window(placed: Visit) -> None:
    page = placed(has_touch=True)
    for path in PAGES:
        page.set_viewport_size(TALL if "kiosk" in path else {"width": 390, "height": 844})
        page.goto(path)
        assert too_wide(page) == [], path
        assert violations(page) == [], path
        page.emulate_media(color_scheme="dark")
        assert wrong_colours(page) == [], path
        page.emulate_media(color_scheme="light")
