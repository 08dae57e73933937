"""A request by word of mouth: taken down while the caller speaks, copied or mailed, and kept nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser

TEXT = """Muntlig begäran om allmän handling, mottagen 2026-03-02 14:05.
Den som ringer vill ta del av: Personalakten
Tid: 1987–1990
Önskemål: Jag vill helst få en kopia på papper.
Svar lämnas till: 011-00 00 00
Den som ringer har inte uppgett sitt namn och behöver inte göra det."""
AT = "2026-03-02T13:05:00Z"
LATER = "2026-03-02T13:25:00Z"


@pytest.fixture
def desk(again: Callable[..., Page]) -> Page:
    """Someone at the desk in Sweden, with an empty request open."""
    page = again(permissions=["clipboard-read", "clipboard-write"], timezone_id="Europe/Stockholm")
    page.clock.set_fixed_time(AT)
    page.goto("/telefon/sok?q=personalakt")
    page.locator("#oral > summary").click()
    return page


@pytest.fixture
def taken(desk: Page) -> Page:
    """And a request taken down."""
    desk.get_by_label("Vad vill den som ringer ta del av?").fill("Personalakten")
    desk.get_by_label("Vilken tid gäller det?").fill("1987–1990")
    desk.get_by_label("få en kopia på papper").check()
    desk.get_by_label("Hur ska vi svara?").fill("011-00 00 00")
    return desk


def test_the_text_says_what_was_asked_for_when_and_how_to_answer(taken: Page) -> None:
    expect(taken.locator("#oral-text")).to_have_value(TEXT)


def test_a_name_stands_in_the_text_where_one_was_given(taken: Page) -> None:
    taken.get_by_label("Namn (frivilligt").fill("Kim")
    expect(taken.locator("#oral-text")).to_have_value(re.compile("Namn: Kim$"))


def test_what_the_caller_wants_is_enough(desk: Page) -> None:
    desk.get_by_label("Vad vill den som ringer ta del av?").fill("Personalakten")
    expect(desk.locator("#oral-text")).to_have_value("\n".join(TEXT.splitlines()[place] for place in (0, 1, 5)))


def test_there_is_no_text_before_one_knows_what_the_caller_wants(desk: Page) -> None:
    desk.get_by_label("Hur ska vi svara?").fill("011-00 00 00")
    expect(desk.locator("#oral-text")).to_have_value("")


def test_the_time_is_when_the_request_began(taken: Page) -> None:
    taken.clock.set_fixed_time(LATER)
    taken.get_by_label("Vilken tid gäller det?").fill("1990")
    expect(taken.locator("#oral-text")).to_have_value(re.compile(r"mottagen 2026-03-02 14:05\."))


def test_the_next_request_has_a_time_of_its_own(taken: Page) -> None:
    taken.get_by_role("button", name="Töm formuläret").click()
    taken.clock.set_fixed_time(LATER)
    taken.get_by_label("Vad vill den som ringer ta del av?").fill("Protokollet")
    expect(taken.locator("#oral-text")).to_have_value(re.compile(r"mottagen 2026-03-02 14:25\."))


def test_words_that_look_like_markup_or_patterns_stand_as_they_are(desk: Page) -> None:
    desk.get_by_label("Vad vill den som ringer ta del av?").fill("<b>$& $1 {value}</b>")
    expect(desk.locator("#oral-text")).to_have_value(re.compile(re.escape("ta del av: <b>$& $1 {value}</b>\n")))


def test_the_text_can_be_copied(taken: Page) -> None:
    taken.get_by_role("button", name="Kopiera texten").click()
    expect(taken.locator("#told")).to_have_text("Kopierat.")
    assert taken.evaluate("navigator.clipboard.readText()") == TEXT


def test_an_empty_text_cannot_be_copied(desk: Page) -> None:
    expect(desk.get_by_role("button", name="Kopiera texten")).to_be_disabled()


def test_the_text_can_be_mailed_to_where_requests_go(taken: Page) -> None:
    mail = urlsplit(taken.get_by_role("link", name="Öppna i e-post").get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "kommunstyrelsenskansli@norrkoping.se")


def test_the_mail_holds_the_text_line_by_line(taken: Page) -> None:
    mail = urlsplit(taken.get_by_role("link", name="Öppna i e-post").get_attribute("href") or "")
    assert parse_qs(mail.query)["body"] == [TEXT.replace("\n", "\r\n")]


def test_clearing_leaves_nothing(taken: Page) -> None:
    taken.get_by_role("button", name="Töm formuläret").click()
    for field in taken.locator("#oral :is(input:not([type=radio]), textarea)").all():
        expect(field).to_have_value("")


def test_nothing_is_sent(desk: Page) -> None:
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.get_by_label("Vad vill den som ringer ta del av?").press_sequentially("Personalakten")
    desk.get_by_role("button", name="Kopiera texten").click()
    expect(desk.locator("#told")).to_have_text("Kopierat.")
    assert asked == []


def test_nothing_is_kept_in_the_browser(taken: Page) -> None:
    kept = taken.evaluate("[document.cookie, localStorage.length, sessionStorage.length, history.state]")
    assert kept == ["", 0, 0, None]


def test_a_page_that_is_loaded_anew_has_forgotten_the_request(taken: Page) -> None:
    taken.get_by_role("button", name="Kopiera texten").click()
    expect(taken.locator("#told")).to_have_text("Kopierat.")
    taken.reload()
    expect(taken.locator("#oral-what")).to_have_value("")


def test_a_search_in_the_meantime_leaves_the_request(taken: Page) -> None:
    taken.locator("#q").fill("protokoll")
    expect(taken.locator(".call:not([hidden]) h2")).to_have_text("Protokoll")
    expect(taken.locator("#oral-text")).to_have_value(TEXT)


def test_one_is_asked_before_a_request_that_was_not_copied_is_lost(taken: Page) -> None:
    with taken.expect_event("dialog") as found:
        taken.close(run_before_unload=True)
    assert found.value.type == "beforeunload"
    found.value.accept()


def test_one_is_not_asked_when_the_request_was_copied(taken: Page) -> None:
    taken.get_by_role("button", name="Kopiera texten").click()
    expect(taken.locator("#told")).to_have_text("Kopierat.")
    with taken.expect_event("close"):
        taken.close(run_before_unload=True)


def test_esc_among_the_fields_leaves_the_search_alone(taken: Page) -> None:
    taken.get_by_label("få en kopia på papper").focus()
    taken.keyboard.press("Escape")
    expect(taken.locator("#q")).to_have_value("personalakt")


@pytest.mark.parametrize("key", ["c", "t", "?", "/"])
def test_among_the_fields_single_keys_do_nothing_else(taken: Page, key: str) -> None:
    taken.evaluate("addEventListener('keydown', event => { window.taken ||= event.defaultPrevented; })")
    taken.get_by_label("få en kopia på papper").focus()
    taken.keyboard.press(key)
    assert not taken.evaluate("window.taken")


def test_the_link_at_the_top_opens_the_request(page: Page) -> None:
    page.goto("/telefon/sok?q=protokoll")
    page.locator("header").get_by_role("link", name="Ta emot en muntlig begäran").click()
    expect(page.get_by_label("Vad vill den som ringer ta del av?")).to_be_focused()


def test_what_is_on_the_screen_is_proposed(desk: Page) -> None:
    title = desk.locator(".call:not([hidden]) h2").inner_text()
    expect(desk.locator("#oral-what")).to_have_attribute("placeholder", title)
