"""What axe-core finds, in light and dark, on every kind of page."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => {
    const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
    return found.violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.html} ${node.failureSummary}`));
}"""


def violations(page: Page) -> list[str]:
    """What is wrong with the page as it stands."""
    page.evaluate(AXE)
    found: Any = page.evaluate(RUN, TAGS)
    return [str(each) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(reader: Page, kind: str, scheme: Literal["light", "dark"]) -> None:
    reader.emulate_media(color_scheme=scheme)
    reader.goto(KINDS[kind])
    assert violations(reader) == []


@pytest.mark.parametrize("kind", ["start", "full-answer", "outside-the-description", "record-type", "guide", "words"])
@pytest.mark.parametrize("prefix", ["/fi", "/en", "/ar", "/latt", "/kiosk/ar", "/telefon/ar", "/kiosk/fi"])
def test_axe_finds_nothing_in_another_language(reader: Page, prefix: str, kind: str) -> None:
    reader.emulate_media(color_scheme="light")
    reader.goto(prefix + KINDS[kind])
    assert violations(reader) == []


def test_axe_finds_nothing_on_a_phone_with_filters_unfolded(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 844})
    page.goto("/sok?q=protokoll&type=record_type")
    page.locator("#filters > summary").click()
    assert violations(page) == []


def test_axe_finds_nothing_in_results_that_followed_typing_and_a_filter(page: Page) -> None:
    page.goto("/sok")
    page.locator("#q").press_sequentially("protokoll")
    expect(page).to_have_title(re.compile("^protokoll "))
    page.get_by_label("Handlingsslag").check()
    expect(page.locator(".chips")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_where_an_error_is_told(visit: Visit) -> None:
    page = visit("Failed to load resource")
    page.route("**/sok?q=l*", lambda route: route.fulfill(status=502, body=""))
    page.goto("/sok?q=protokoll")
    page.locator("#q").fill("lön")
    expect(page.locator("#trouble")).to_be_visible()
    assert violations(page) == []


def test_axe_would_find_a_field_without_a_label_and_a_target_that_is_too_small(page: Page) -> None:
    page.set_content("<input><p><button>a</button><button>b</button></p>")
    page.evaluate("for (const each of document.querySelectorAll('button')) each.style = 'padding:0;border:0;width:9px'")
    rules = {each.partition(":")[0] for each in violations(page)}
    assert {"label", "target-size"} <= rules
