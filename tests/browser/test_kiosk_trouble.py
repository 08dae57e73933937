"""A kiosk whose server, network or scripts fail: each failure at each moment has a sign, an end, and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.faults import violations
from tests.browser.kiosk import TALL, WIPE, ask, bar, started_anew

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

WRITTEN = "zebrafinkar"
NEXT = "hemligheter"
UNREACHABLE = "Det går inte att nå Vägvisaren just nu"
SHUT = "Vägvisaren startar."
TO_THE_SERVER = re.compile(r"/kiosk/")
SOUNDS = "Failed to load resource|violates the following Content Security Policy|Fetch API cannot load"
"""What Chromium's console says of such failures."""

LOG_IN = "<!doctype html><html><body><h1>Log in to the network</h1><form><input name=password></form></body></html>"


def half_a_reply(route: Route) -> None:
    page = route.fetch().text()
    route.fulfill(status=200, content_type="text/html", body=page[: page.index('id="idle"') + 200])


def an_error_of_ours(route: Route) -> None:
    route.fulfill(status=503, content_type="text/html", body=route.fetch().text())


FAILURES: dict[str, Callable[[Route], object]] = {
    "refused": lambda route: route.abort("connectionrefused"),
    "cut off": lambda route: route.abort("connectionreset"),
    "silent": lambda _route: None,
    "half a reply": half_a_reply,
    "nothing": lambda route: route.fulfill(status=200, content_type="text/html", body=""),
    "an error of a proxy": lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad Gateway"),
    "a network that asks for a password": lambda route: route.fulfill(
        status=401, headers={"WWW-Authenticate": 'Basic realm="net"'}, content_type="text/html", body=LOG_IN
    ),
    "a page of the network": lambda route: route.fulfill(status=200, content_type="text/html", body=LOG_IN),
    "led on to the network": lambda route: route.fulfill(status=302, headers={"Location": "http://127.0.0.1:9/in"}),
}
"""What may come where a page was asked for."""

STEPS: dict[str, Callable[[Page], object]] = {
    "a tile": lambda page: page.locator(".tiles a").first.tap(),
    "a search": lambda page: page.locator(".search button").tap(),
    "a language": lambda page: page.locator(".languages").get_by_text("Suomi").tap(),
    "the start": lambda page: bar(page, "Till start"),
}
"""What a visitor touches that asks the server for a page."""


def go_away(page: Page) -> None:
    page.clock.run_for(241_000)
    page.clock.run_for(31_000)


ENDS: dict[str, Callable[[Page], object]] = {
    "the end is touched": lambda page: bar(page, WIPE),
    "nobody is there": go_away,
}
"""How a visit ends."""


@pytest.fixture
def visitor(visit: Visit) -> Page:
    """Someone who has searched and is back at the start, with words in the field and a clock that the test sets."""
    page = visit(SOUNDS, viewport=TALL, has_touch=True)
    page.clock.install()
    return page


def begin(page: Page) -> None:
    """Let a visitor begin who looked at results and has written other words since, whatever befell the one before."""
    page.unroute_all(behavior="ignoreErrors")
    page.goto(f"/kiosk/sok?q={WRITTEN}")
    page.locator(".bar").get_by_text("Till start").tap()
    expect(page.locator(".tiles")).to_be_visible()
    page.locator("#q").fill(NEXT)


@pytest.mark.parametrize("step", STEPS)
def test_a_page_that_does_not_come_is_told_and_what_was_there_stays(
    visitor: Page, step: str, subtests: pytest.Subtests
) -> None:
    begin(visitor)
    for failure, fail in FAILURES.items():
        with subtests.test(msg=failure):
            visitor.unroute_all(behavior="ignoreErrors")
            visitor.route(TO_THE_SERVER, fail)
            STEPS[step](visitor)
            visitor.clock.run_for(10_000)
            expect(visitor.locator("#trouble")).to_contain_text(UNREACHABLE)
            expect(visitor.locator("#trouble")).to_be_in_viewport()
            expect(visitor.locator("#waiting")).to_be_hidden()
            expect(visitor.locator("#q")).to_have_value(NEXT)
            expect(visitor.locator(".bar")).to_be_in_viewport()


@pytest.mark.parametrize("end", ENDS)
def test_the_end_of_a_visit_needs_no_server(visitor: Page, end: str, subtests: pytest.Subtests) -> None:
    for failure, fail in {**FAILURES, "an error of ours": an_error_of_ours}.items():
        with subtests.test(msg=failure):
            begin(visitor)
            visitor.route(TO_THE_SERVER, fail)
            ENDS[end](visitor)
            expect(visitor.locator("#shut")).to_contain_text(SHUT)
            visitor.clock.run_for(10_000)
            expect(visitor.locator("#trouble")).to_contain_text(UNREACHABLE)
            left = visitor.content() + visitor.title() + visitor.url
            assert [written for written in (WRITTEN, NEXT) if written in left] == []
            expect(visitor.locator("a, button, input")).to_have_count(0)
            visitor.unroute_all(behavior="ignoreErrors")
            visitor.clock.run_for(10_500)  # a try has a limit on this clock too
            started_anew(visitor)


def test_a_wait_is_said_at_once(visitor: Page) -> None:
    visitor.goto("/kiosk/")
    visitor.route(TO_THE_SERVER, FAILURES["silent"])
    STEPS["a tile"](visitor)
    expect(visitor.get_by_role("status").filter(has_text="Hämtar sidan …")).to_be_visible()
    expect(visitor.locator("#waiting")).to_be_in_viewport(ratio=1)
    assert violations(visitor) == []


def test_a_visit_can_end_while_one_waits(visitor: Page) -> None:
    begin(visitor)
    visitor.route(TO_THE_SERVER, FAILURES["silent"])
    STEPS["a tile"](visitor)
    bar(visitor, WIPE)
    expect(visitor.locator("#shut")).to_contain_text(SHUT)
    assert NEXT not in visitor.content()


def test_a_server_that_falls_silent_between_two_replies_is_asked_again(visitor: Page) -> None:
    begin(visitor)
    asked: list[str] = []

    def answer_once(route: Route) -> None:
        asked.append(route.request.resource_type)
        if route.request.resource_type != "document" or asked.count("document") > 1:
            route.continue_()

    visitor.route(TO_THE_SERVER, answer_once)
    bar(visitor, WIPE)
    expect(visitor.locator("#shut")).to_be_visible()
    for _try in range(3):
        visitor.clock.run_for(11_000)
    started_anew(visitor)


SCRIPTS = ("kiosk", "suggest", "keyboard")
BROKEN: dict[str, Callable[[Route], object]] = {
    "refused": lambda route: route.abort("connectionrefused"),
    "an error status": lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad Gateway"),
    "a page of the network": lambda route: route.fulfill(status=200, content_type="text/html", body=LOG_IN),
    "half a script": lambda route: route.fulfill(content_type="text/javascript", body=route.fetch().text()[:1500]),
    "throws at its start": lambda route: route.fulfill(
        content_type="text/javascript", body=f"throw new Error('planted');{route.fetch().text()}"
    ),
    "throws at its end": lambda route: route.fulfill(
        content_type="text/javascript", body=f"{route.fetch().text()};throw new Error('planted')"
    ),
}
ENTERED = "a, button, input, textarea, summary, [tabindex]"


@pytest.fixture
def broken(browser: Browser, address: str) -> Iterator[Page]:
    """A screen whose scripts fail, which the console says and nobody is to hear of."""
    context = browser.new_context(base_url=address, viewport=TALL, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_page_without_one_of_its_scripts_stays_shut(broken: Page, script: str, subtests: pytest.Subtests) -> None:
    for failure, fail in BROKEN.items():
        with subtests.test(msg=failure):
            broken.unroute_all(behavior="ignoreErrors")
            broken.route(re.compile(rf"/static/{script}\."), fail)
            broken.goto(f"/kiosk/sok?q={WRITTEN}")
            expect(broken.locator("#shut")).to_be_visible()
            assert broken.locator(ENTERED).and_(broken.locator(":visible")).count() == 0
            assert WRITTEN not in broken.locator("body").inner_text()


def test_a_page_whose_scripts_never_come_stays_shut(broken: Page) -> None:
    broken.route(re.compile(r"/static/kiosk\.\w+\.js"), FAILURES["silent"])
    broken.goto("/kiosk/", wait_until="commit")
    expect(broken.locator("#shut")).to_be_visible()
    expect(broken.locator("#q")).to_be_hidden()


def test_without_javascript_a_kiosk_is_shut_and_says_so_in_every_language(visit: Visit) -> None:
    page = visit(java_script_enabled=False, viewport=TALL)
    page.goto("/kiosk/fi/")
    for words in (SHUT, "Kysy henkilökunnalta.", "Ask the staff.", "اسأل الموظفين."):
        expect(page.locator("#shut")).to_contain_text(words)
    assert page.locator(ENTERED).and_(page.locator(":visible")).count() == 0


def test_a_screen_whose_scripts_come_at_last_opens_by_itself(broken: Page) -> None:
    broken.clock.install()
    broken.route(re.compile(r"/static/keyboard\."), BROKEN["refused"])
    broken.goto(f"/kiosk/sok?q={WRITTEN}")
    expect(broken.locator("#shut")).to_be_visible()
    broken.unroute_all()
    broken.clock.run_for(11_000)
    started_anew(broken)


def test_a_script_that_fails_in_the_middle_of_a_visit_ends_it(broken: Page) -> None:
    broken.clock.install()
    ask(broken, WRITTEN)
    broken.evaluate("reportError(new Error('planted'))")
    expect(broken.locator("#shut")).to_be_visible()
    assert WRITTEN not in broken.content() + broken.title() + broken.url
    broken.clock.run_for(11_000)
    started_anew(broken)


def test_axe_finds_nothing_on_a_shut_page(visit: Visit) -> None:
    page = visit(SOUNDS, viewport=TALL, has_touch=True)
    page.clock.install()
    page.goto("/kiosk/")
    page.route(TO_THE_SERVER, FAILURES["silent"])
    bar(page, WIPE)
    expect(page.locator("#shut")).to_be_visible()
    assert violations(page) == []


OLD = """for (const name of ["showPopover", "hidePopover", "togglePopover", "popover", "popoverTargetElement"]) {
    delete HTMLElement.prototype[name]; delete HTMLButtonElement.prototype[name];
}"""


@pytest.fixture
def old(visit: Visit) -> Page:
    """A screen whose Chromium is older than 114 and knows no popover, with someone who has written."""
    page = visit(viewport=TALL, has_touch=True)
    page.add_init_script(OLD)
    page.clock.install()
    ask(page, WRITTEN)
    return page


def test_an_old_chromium_asks_and_clears(old: Page) -> None:
    old.clock.run_for(241_000)
    expect(old.get_by_role("alertdialog", name="Är du kvar?")).to_be_visible()
    old.clock.run_for(31_000)
    started_anew(old)


def test_an_old_chromium_shows_whom_to_ask(old: Page) -> None:
    expect(old.locator("#staff")).to_be_hidden()
    bar(old, "Fråga personalen")
    expect(old.get_by_role("dialog", name="Fråga personalen")).to_be_in_viewport(ratio=1)
    old.locator("#staff").get_by_role("button", name="Stäng").tap()
    expect(old.locator("#staff")).to_be_hidden()
    expect(old.locator("[data-act=staff]")).to_be_focused()


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: page.keyboard.press("Escape"),
        lambda page: bar(page, "Fråga personalen"),
        lambda page: page.locator(".poster").tap(position={"x": 500, "y": 100}),
    ],
    ids=["escape", "its button again", "a touch beside it"],
)
def test_whom_to_ask_is_put_away(old: Page, leave: Callable[[Page], object]) -> None:
    bar(old, "Fråga personalen")
    leave(old)
    expect(old.locator("#staff")).to_be_hidden()
