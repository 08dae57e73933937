"""The desk's keys and clipboard, with a caller waiting: the answer follows, and focus is never lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.live import write

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.browser

CLIPBOARD = ["clipboard-read", "clipboard-write"]
OFF = "tangenter=av"
PASTED = "navigator.clipboard.readText()"
SHOWN = ".call:not([hidden])"


@pytest.fixture
def desk(again: Callable[..., Page]) -> Page:
    """Someone at the desk who has asked for protokoll."""
    page = again(permissions=CLIPBOARD)
    page.goto("/telefon/sok?q=protokoll")
    return page


@pytest.fixture
def quiet(again: Callable[..., Page]) -> Page:
    """The same with single keys switched off."""
    page = again(permissions=CLIPBOARD)
    page.goto(f"/telefon/sok?q=protokoll&{OFF}")
    return page


def answers_with(page: Page, title: str) -> None:
    """Wait until this answer is the one that is shown."""
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(f"{SHOWN} h2")).to_have_text(title)


def leave_fields(page: Page) -> None:
    """Take focus to where single keys work."""
    page.locator("#main").focus()


def test_one_can_type_at_once_on_the_start_page(page: Page) -> None:
    page.goto("/telefon/")
    expect(page.locator("#q")).to_be_focused()


def test_from_the_start_page_one_key_beyond_typing_gives_the_answer(page: Page) -> None:
    page.goto("/telefon/")
    page.keyboard.type("protokoll")
    page.keyboard.press("Enter")
    answers_with(page, "Protokoll")


def test_on_the_results_page_typing_alone_gives_the_answer(page: Page) -> None:
    page.goto("/telefon/sok")
    page.locator("#q").press_sequentially("min gamla personalakt")
    answers_with(page, "Personalakter för anställda vid kommunstyrelsens kontor")


def test_slash_goes_to_the_field(desk: Page) -> None:
    leave_fields(desk)
    desk.keyboard.press("/")
    expect(desk.locator("#q")).to_be_focused()


def test_slash_marks_the_words_so_that_the_next_question_replaces_them(desk: Page) -> None:
    leave_fields(desk)
    desk.keyboard.press("/")
    desk.keyboard.type("lön")
    expect(desk.locator("#q")).to_have_value("lön")


def test_down_from_the_field_goes_to_the_first_result(desk: Page) -> None:
    desk.locator("#q").focus()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".row").first).to_be_focused()


def test_down_shows_the_next_answer(desk: Page) -> None:
    desk.keyboard.press("ArrowDown")
    answers_with(desk, "Public 360")


def test_up_shows_the_answer_before(desk: Page) -> None:
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowUp")
    answers_with(desk, "Protokoll")


def test_up_from_the_first_result_goes_to_the_field(desk: Page) -> None:
    desk.keyboard.press("ArrowUp")
    expect(desk.locator("#q")).to_be_focused()


def test_down_at_the_last_result_stays_there(desk: Page) -> None:
    desk.locator(".row").last.focus()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".row").last).to_be_focused()


def test_tab_shows_the_answer_of_the_result_it_comes_to(desk: Page) -> None:
    desk.keyboard.press("Tab")
    answers_with(desk, "Public 360")


def test_the_result_whose_answer_is_shown_is_marked(desk: Page) -> None:
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".row[aria-current=true]")).to_contain_text("Public 360")


def test_down_works_after_a_button_of_the_answer_was_used(desk: Page) -> None:
    desk.get_by_role("button", name="Kopiera svaret").click()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".row").first).to_be_focused()


def test_enter_opens_the_answer(desk: Page) -> None:
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/telefon/norrkoping-ks/sokmedel/public-360$"))


def test_a_click_shows_the_answer(desk: Page) -> None:
    desk.locator(".row", has_text="Nämndhandlingar").click()
    answers_with(desk, "Nämndhandlingar")


def test_a_click_on_the_result_that_is_shown_opens_it(desk: Page) -> None:
    desk.locator(".row", has_text="Nämndhandlingar").click()
    desk.locator(".row", has_text="Nämndhandlingar").click()
    expect(desk).to_have_url(re.compile("/handlingsslag/namndhandlingar$"))


def test_a_click_on_a_signpost_shows_what_to_say(desk: Page) -> None:
    desk.goto("/telefon/sok?q=protokoll+fakturor")  # what is held comes first
    desk.locator(".row", has_text="Hänvisning").first.click()
    expect(desk.locator(f"{SHOWN} .script")).to_contain_text("Det framgår inte av vår beskrivning att vi har det.")


def test_c_copies_the_answer(desk: Page) -> None:
    desk.keyboard.press("c")
    expect(desk.locator("#told")).to_have_text("Kopierat.")
    assert str(desk.evaluate(PASTED)).splitlines()[:2] == ["Protokoll", "Vi har det"]


def test_a_copied_answer_tells_its_source(desk: Page) -> None:
    desk.keyboard.press("c")
    expect(desk.locator("#told")).to_have_text("Kopierat.")
    assert str(desk.evaluate(PASTED)).splitlines()[-1] == "Källa: KS 2019/0917"


def test_c_copies_the_answer_that_is_shown(desk: Page) -> None:
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("c")
    expect(desk.locator("#told")).to_have_text("Kopierat.")
    assert str(desk.evaluate(PASTED)).startswith("Public 360\n")


def test_t_copies_whom_to_transfer_to(desk: Page) -> None:
    desk.keyboard.press("t")
    expect(desk.locator("#told")).to_have_text("Kopierat.")
    assert desk.evaluate(PASTED) == (
        "Koppla till: Kommunstyrelsens kansli (kommunstyrelsenskansli@norrkoping.se, 011-150000)\n"
        "Om handlingarna och hur man söker: huvudregistrator, registrator eller kommunsekreterare."
    )


def test_c_copies_on_an_entrys_own_page_too(again: Callable[..., Page]) -> None:
    page = again(permissions=CLIPBOARD)
    page.goto("/telefon/norrkoping-ks/handlingsslag/protokoll")
    page.keyboard.press("c")
    expect(page.locator("#told")).to_have_text("Kopierat.")
    assert str(page.evaluate(PASTED)).startswith("Protokoll\n")


def test_copying_leaves_focus_where_it_was(desk: Page) -> None:
    desk.keyboard.press("c")
    expect(desk.locator("#told")).to_have_text("Kopierat.")
    expect(desk.locator(".row").first).to_be_focused()


def test_question_mark_shows_the_keys(desk: Page) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Tangenter")).to_be_visible()


def test_the_help_has_focus_on_its_button(desk: Page) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("button", name="Stäng")).to_be_focused()


def test_esc_closes_the_help_and_clears_nothing(desk: Page) -> None:
    desk.keyboard.press("?")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).not_to_be_visible()
    expect(desk.locator("#q")).to_have_value("protokoll")


def test_focus_goes_back_when_the_help_closes(desk: Page) -> None:
    desk.keyboard.press("?")
    desk.keyboard.press("Escape")
    expect(desk.locator(".row").first).to_be_focused()


def test_esc_clears_the_field_and_goes_there(desk: Page) -> None:
    desk.keyboard.press("Escape")
    expect(desk.locator("#q")).to_have_value("")
    expect(desk.locator("#q")).to_be_focused()


@pytest.mark.parametrize("keys", ["c", "t", "?", "/"])
def test_in_the_field_single_keys_are_letters(desk: Page, keys: str) -> None:
    desk.locator("#q").focus()
    desk.keyboard.press("End")
    desk.keyboard.type(keys)
    expect(desk.locator("#q")).to_have_value(f"protokoll{keys}")


@pytest.mark.parametrize("keys", ["Control+k", "Control+c", "Control+/", "Meta+k", "Meta+c", "Alt+t", "Alt+ArrowDown"])
def test_keys_of_the_browser_are_never_taken(desk: Page, keys: str) -> None:
    desk.evaluate("addEventListener('keydown', event => { window.taken ||= event.defaultPrevented; })")
    desk.keyboard.press(keys)
    assert not desk.evaluate("window.taken")


@pytest.mark.parametrize("key", ["/", "c", "t", "?"])
def test_a_parameter_switches_single_keys_off(quiet: Page, key: str) -> None:
    quiet.evaluate("addEventListener('keydown', event => { window.taken ||= event.defaultPrevented; })")
    quiet.keyboard.press(key)
    assert not quiet.evaluate("window.taken")


def test_arrows_work_where_single_keys_are_off(quiet: Page) -> None:
    quiet.keyboard.press("ArrowDown")
    answers_with(quiet, "Public 360")


def test_buttons_work_where_single_keys_are_off(quiet: Page) -> None:
    quiet.get_by_role("button", name="Kopiera svaret").click()
    expect(quiet.locator("#told")).to_have_text("Kopierat.")


def test_single_keys_stay_off_when_results_follow_typing(quiet: Page) -> None:
    write(quiet, "lön")
    expect(quiet).to_have_url(re.compile(f"{OFF}.*q=l%C3%B6n|q=l%C3%B6n.*{OFF}"))


def test_the_help_switches_single_keys_off(desk: Page) -> None:
    desk.keyboard.press("?")
    desk.get_by_role("link", name="Stäng av enstaka tangenter").click()
    expect(desk).to_have_url(re.compile(f"/telefon/sok\\?q=protokoll&{OFF}$"))


def test_the_help_switches_single_keys_on_again(quiet: Page) -> None:
    quiet.get_by_role("button", name="Tangenter").click()
    quiet.get_by_role("link", name="Slå på enstaka tangenter").click()
    expect(quiet).to_have_url(re.compile(r"/telefon/sok\?q=protokoll$"))


def test_a_reply_to_the_question_shows_its_answer(desk: Page) -> None:
    desk.locator(".ask a", has_text="Handlingarna till mötet").click()
    answers_with(desk, "Nämndhandlingar")


def test_a_reply_to_the_question_whose_answer_is_not_among_the_results_opens_it(desk: Page) -> None:
    desk.locator(".ask a", has_text="Ett visst ärende").click()
    expect(desk).to_have_url(re.compile("/telefon/norrkoping-ks/handlingsslag/diarieforda-arenden$"))
