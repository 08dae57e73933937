"""The end of a visit: when it comes, and who puts it off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import violations
from tests.browser.kiosk import TALL, WIPE, ask, bar, hold, keys, started_anew
from tests.browser.live import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

WRITTEN = "zebrafinkar"


def turn_the_wheel(page: Page) -> None:
    page.mouse.wheel(0, 50)
    until(page, "scrollY > 0")


PRESENT: dict[str, Callable[[Page], object]] = {
    "a touch": lambda page: page.locator("h1").tap(),
    "a click": lambda page: page.locator("h1").click(),
    "a key": lambda page: page.keyboard.press("ArrowDown"),
    "the wheel": turn_the_wheel,
    "the keyboard on the screen": lambda page: keys(page, "a"),
    "a click without a pointer, as assistive technology makes it": lambda page: page.evaluate(
        "document.querySelector('.bar [data-act=staff]').click()"
    ),
}


@pytest.fixture
def timed(visit: Visit) -> Page:
    """Someone on the start page, with a clock that the test sets forward."""
    page = visit(viewport=TALL, has_touch=True)
    page.clock.install()
    page.goto("/kiosk/")
    return page


@pytest.fixture
def writing(timed: Page) -> Page:
    """And with the keyboard on the screen."""
    timed.locator("#q").tap()
    keys(timed, WRITTEN)
    return timed


@pytest.fixture
def asked(writing: Page) -> Page:
    """Who then did nothing, so that the kiosk asks."""
    writing.clock.run_for(241_000)
    expect(writing.get_by_role("alertdialog", name="Är du kvar?")).to_be_visible()
    return writing


def test_the_question_comes_in_its_time_and_can_be_answered(writing: Page, subtests: pytest.Subtests) -> None:
    question = writing.get_by_role("alertdialog", name="Är du kvar?")
    expect(writing.get_by_role("alertdialog")).to_have_count(0)
    writing.clock.run_for(241_000)
    expect(question).to_be_visible()
    with subtests.test(msg="it has the focus on staying"):
        expect(writing.get_by_role("button", name="Jag är kvar")).to_be_focused()
    with subtests.test(msg="it says what will happen"):
        expect(question).to_have_accessible_description(
            "Om du inte svarar rensas skärmen, så att nästa besökare inte ser vad du har gjort."
        )
    with subtests.test(msg="axe finds nothing"):
        assert violations(writing) == []
    with subtests.test(msg="the time that is left is read aloud now and then"):
        writing.clock.run_for(11_000)
        expect(writing.locator("#idle-said")).to_have_text("20 sekunder kvar")


def stay(page: Page) -> None:
    page.get_by_role("button", name="Jag är kvar").tap()


@pytest.mark.parametrize("answer", [stay, lambda page: page.keyboard.press("Escape")], ids=["the button", "Escape"])
def test_who_stays_keeps_everything_and_is_asked_again(
    asked: Page, answer: Callable[[Page], object], subtests: pytest.Subtests
) -> None:
    answer(asked)
    with subtests.test(msg="focus comes back to where it was"):
        expect(asked.locator("#q")).to_be_focused()
    with subtests.test(msg="what was written stays"):
        asked.clock.run_for(100_000)
        expect(asked.locator("#q")).to_have_value(WRITTEN)
    with subtests.test(msg="who stays is asked again"):
        asked.clock.run_for(141_000)
        expect(asked.get_by_role("alertdialog")).to_be_visible()
    with subtests.test(msg="nobody answering for half a minute ends the visit"):
        asked.clock.run_for(31_000)
        started_anew(asked)


def test_the_question_is_asked_above_what_the_staff_is_asked(writing: Page) -> None:
    bar(writing, "Fråga personalen")
    writing.clock.run_for(241_000)
    expect(writing.get_by_role("alertdialog")).to_be_visible()
    expect(writing.locator("#staff")).to_be_hidden()


def test_whoever_does_something_is_there(writing: Page, subtests: pytest.Subtests) -> None:
    for how, act in PRESENT.items():
        with subtests.test(msg=how):
            writing.keyboard.press("Shift")  # the time begins here
            writing.clock.run_for(200_000)
            act(writing)
            writing.clock.run_for(60_000)  # together longer than it waits, and shorter than until it has wiped
            expect(writing.get_by_role("alertdialog")).to_have_count(0)


def test_a_start_page_that_nobody_has_touched_asks_nobody(timed: Page) -> None:
    timed.clock.run_for(1_000_000)
    expect(timed.get_by_role("alertdialog")).to_have_count(0)


def test_a_page_that_was_loaded_anew_is_wiped_too(timed: Page) -> None:
    timed.goto(f"/kiosk/sok?q={WRITTEN}")
    timed.clock.run_for(241_000)
    timed.clock.run_for(31_000)
    started_anew(timed)


def test_a_reply_that_comes_after_the_question_takes_it_away(writing: Page) -> None:
    writing.evaluate("document.body.dataset.idle = 5")  # sooner than one gives up the reply
    held = hold(writing, "**/kiosk/sok*")
    writing.get_by_role("button", name="Klar").tap()
    writing.clock.run_for(6_000)
    expect(writing.get_by_role("alertdialog")).to_be_visible()
    held[0].continue_()
    expect(writing).to_have_title(f"{WRITTEN} – sökresultat – Kommunstyrelsen i Norrköpings kommun")
    writing.clock.run_for(31_000)
    expect(writing.locator("#q")).to_have_value(WRITTEN)


def test_a_reply_that_comes_after_the_wipe_is_not_shown(writing: Page) -> None:
    held = hold(writing, "**/kiosk/sok*")
    writing.get_by_role("button", name="Klar").tap()
    until(writing, "document.querySelector('#keyboard').hidden")
    bar(writing, WIPE)
    started_anew(writing)
    assert held
    expect(writing).to_have_url(re.compile("/kiosk/$"))


@pytest.fixture
def unreachable(visit: Visit) -> Page:
    """Someone who leaves while the server does not answer."""
    page = visit("Failed to load resource", viewport=TALL, has_touch=True)
    page.clock.install()
    ask(page, WRITTEN)
    page.context.set_offline(True)
    bar(page, WIPE)
    expect(page.get_by_role("alert")).to_contain_text("Det går inte att nå Vägvisaren just nu")
    return page


def test_without_a_server_the_screen_is_wiped_and_the_start_page_comes_once_it_answers(unreachable: Page) -> None:
    assert WRITTEN not in unreachable.content() + unreachable.title() + unreachable.url
    unreachable.context.set_offline(False)
    unreachable.clock.run_for(11_000)
    started_anew(unreachable)
