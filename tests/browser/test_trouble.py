"""What a visitor sees when the server fails: the results that were there, what happened, and a form that works."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support import GUNICORN, free_port, serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

FAILED = re.compile("q=bygglov")
BYGGLOV = "bygglov – sökresultat – Kommunstyrelsen i Norrköpings kommun"


def write(page: Page, text: str) -> None:
    """Put a query in the place of what the field holds, at once: on a slow machine half a word would be asked for."""
    page.locator("#q").fill(text)


@pytest.fixture(params=["page-of-ours", "bare"])
def failed(request: pytest.FixtureRequest, visit: Visit, address: str) -> Page:
    """Someone who typed, and was answered by an error: one of our pages, or a proxy's few words."""

    def fail(route: Route) -> None:
        if request.param == "bare":
            route.fulfill(status=502, content_type="text/plain", body="Bad Gateway")
        else:
            route.continue_(url=f"{address}/finns-inte")

    page = visit(expected="Failed to load resource")
    page.route(FAILED, fail)
    page.goto("/sok?q=protokoll")
    write(page, "bygglov")
    expect(page.locator("#trouble")).to_be_visible()
    return page


def test_an_error_is_told_and_the_page_works_on(failed: Page, subtests: pytest.Subtests) -> None:
    with subtests.test(msg="it is told in words"):
        expect(failed.get_by_role("alert")).to_contain_text("Träffarna nedan är de förra.")
    with subtests.test(msg="it leaves the results"):
        expect(failed.locator("#svar")).to_have_text("Protokoll")
    with subtests.test(msg="it leaves the address"):
        assert failed.url.endswith("/sok?q=protokoll")
    with subtests.test(msg="it leaves what was typed"):
        expect(failed.locator("#q")).to_have_value("bygglov")
    write(failed, "lön")
    with subtests.test(msg="the page works after it"):
        expect(failed).to_have_title(re.compile("^lön"))
    with subtests.test(msg="the message goes when results come"):
        expect(failed.locator("#trouble")).not_to_be_visible()


def test_the_same_question_can_be_asked_again_after_an_error(failed: Page) -> None:
    failed.unroute(FAILED)
    failed.keyboard.press("Enter")
    expect(failed).to_have_title(BYGGLOV)


def test_the_error_says_what_the_server_said(visit: Visit, address: str) -> None:
    page = visit(expected="Failed to load resource")
    page.route(FAILED, lambda route: route.continue_(url=f"{address}/finns-inte"))
    page.goto("/sok?q=protokoll")
    write(page, "bygglov")
    expect(page.locator("#trouble")).to_contain_text("Sidan finns inte.")


def test_a_server_that_dies_and_comes_back_leaves_the_page_usable(
    visit: Visit, generations: Path, tmp_path: Path
) -> None:
    port = free_port()
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    page = visit(expected="Failed to load resource|Failed to fetch", base_url=f"http://127.0.0.1:{port}")
    with serving(arguments, port, tmp_path / "first", generations=generations) as first:
        page.goto("/sok?q=protokoll")
        write(page, "protokol")
        expect(page).to_have_title(re.compile("^protokol "))
        first.process.send_signal(signal.SIGINT)  # at once: it finishes nothing
        first.process.wait()
    results = page.locator("#live").inner_text()
    write(page, "bygglov")
    expect(page.locator("#trouble")).to_contain_text("Det gick inte att hämta nya träffar.")
    assert page.locator("#live").inner_text() == results
    with serving(arguments, port, tmp_path / "second", generations=generations) as second:
        page.keyboard.press("Enter")
        expect(page).to_have_title(BYGGLOV)
        second.process.send_signal(signal.SIGINT)
