"""What a visit leaves behind on a shared screen: nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import visiting
from tests.browser.kept import KEPT, NOTHING
from tests.browser.kiosk import BACK, FORWARD, SOON, TALL, keys, started_anew
from tests.support import GUNICORN, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.support import Server

pytestmark = pytest.mark.browser

WRITTEN = "zebrafinkar"
ALSO_WRITTEN = "hemligheter"


@pytest.fixture(scope="module")
def impatient(generations: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A portal whose kiosk asks after two seconds, and waits three for the answer."""
    port, output = free_port(), tmp_path_factory.mktemp("impatient") / "output"
    settings: dict[str, str | Path] = {"generations": generations, "kiosk_idle": "2", "kiosk_warning": "3"}
    with serving((*GUNICORN, "--bind", f"127.0.0.1:{port}"), port, output, **settings) as running:
        yield running


def press_the_bar(page: Page) -> None:
    page.locator(".bar [data-act=wipe]").tap()  # whatever language it is in


def answer_that_one_leaves(page: Page) -> None:
    page.locator("#idle [data-act=wipe]").tap(timeout=SOON)


def go_away(_page: Page) -> None:
    """Nobody answers."""


@pytest.fixture(scope="module", params=[press_the_bar, answer_that_one_leaves, go_away])
def left(request: pytest.FixtureRequest, browser: Browser, server: Server, impatient: Server) -> Iterator[Page]:
    """What one who searched, changed language and wrote a letter leaves to the next visitor: to be looked at."""
    running = server if request.param is press_the_bar else impatient
    with visiting(browser, f"http://127.0.0.1:{running.port}") as visit:
        page = visit(viewport=TALL, has_touch=True)
        page.clock.install()
        page.goto("/kiosk/")
        page.clock.pause_at(page.evaluate("Date.now()") + 1000)  # a slow machine does not make the visitor slow
        page.context.new_cdp_session(page).send("Page.resetNavigationHistory")
        page.locator("#q").tap()
        keys(page, WRITTEN)
        page.get_by_role("button", name="Klar").tap()
        expect(page).to_have_title(f"{WRITTEN} – sökresultat – Kommunstyrelsen i Norrköpings kommun")
        page.locator(".languages").get_by_text("Suomi").tap()
        expect(page.locator(".languages [aria-current]")).to_have_text("Suomi")
        page.locator(".bottom a[href$='begar-ut']").tap()
        page.locator("#vad").fill(ALSO_WRITTEN)
        page.locator(".build button").tap()
        expect(page.locator("#fardig")).to_be_visible()
        page.clock.resume()
        request.param(page)
        started_anew(page)
        yield page


def test_the_next_visitor_meets_an_empty_field(left: Page) -> None:
    expect(left.locator("#q")).to_have_value("")


def test_the_next_visitor_meets_swedish(left: Page) -> None:
    expect(left.locator(".languages [aria-current]")).to_have_text("Svenska")


def test_the_next_visitor_has_no_way_back_to_what_was_seen(left: Page) -> None:
    for name in (BACK, FORWARD):
        expect(left.get_by_role("button", name=name)).to_be_disabled()


@pytest.mark.parametrize("written", [WRITTEN, ALSO_WRITTEN])
def test_the_page_holds_nothing_of_what_was_written(left: Page, written: str) -> None:
    assert written not in left.content() + left.title() + left.url


def test_no_storage_holds_anything(left: Page) -> None:
    assert left.evaluate(KEPT) == NOTHING
    assert left.context.cookies() == []
    assert left.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}


def test_the_history_has_one_entry(left: Page) -> None:
    assert left.evaluate("[history.length, history.state, navigation.entries().length]") == [1, None, 1]


def test_the_browsers_own_history_has_one_entry_and_it_is_the_start_page(left: Page) -> None:
    found = left.context.new_cdp_session(left).send("Page.getNavigationHistory")
    assert [entry["url"].partition("/kiosk")[2] for entry in found["entries"]] == ["/"]


@pytest.mark.parametrize("keys_of_the_browser", ["Alt+ArrowLeft", "Alt+ArrowRight"])
def test_the_browsers_own_keys_lead_nowhere(left: Page, keys_of_the_browser: str) -> None:
    left.keyboard.press(keys_of_the_browser)
    assert left.go_back() is None
    expect(left.locator(".tiles")).to_be_visible()


@pytest.mark.parametrize("written", [WRITTEN, ALSO_WRITTEN, "sok?", "vad="])
def test_the_servers_output_holds_nothing_of_what_was_written(
    left: Page, server: Server, impatient: Server, written: str
) -> None:
    assert left.url.endswith("/kiosk/")
    assert written not in server.written() + impatient.written()


def test_nothing_is_suggested_of_what_an_earlier_visitor_wrote(left: Page) -> None:
    left.locator("#q").tap()
    keys(left, WRITTEN[:4])
    assert left.locator("datalist").count() == 0
    expect(left.get_by_role("option")).to_have_count(0)
    left.get_by_role("button", name="Töm").tap()
