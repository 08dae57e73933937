"""The desk's keys and clipboard, with a caller waiting: the answer follows, and focus is never lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import CLIPBOARD, SHOWN, answers_with, is_taken, leave_fields
from tests.browser.live import write
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.browser

PASTED = "navigator.clipboard.readText()"
COPY = "Control+Shift+Enter"


@pytest.fixture
def desk(again: Callable[..., Page]) -> Page:
    """Someone at the desk who has asked for protokoll, and has gone on to the rows."""
    page = again(permissions=CLIPBOARD)
    page.goto("/telefon/sok?q=protokoll")
    page.keyboard.press("ArrowDown")
    return page


@pytest.fixture
def asked(again: Callable[..., Page]) -> Page:
    """Someone at the desk who has just asked for protokoll."""
    page = again(permissions=CLIPBOARD)
    page.goto("/telefon/sok?q=protokoll")
    return page


def test_one_can_type_at_once_on_the_start_page(page: Page) -> None:
    page.goto("/telefon/")
    page.keyboard.type("protokoll")
    expect(page.locator("#q")).to_have_value("protokoll")


def test_a_digit_opens_one_of_ten_calls(page: Page) -> None:
    page.goto("/telefon/")
    expect(page.locator("[data-digit]")).to_have_count(10)
    page.keyboard.press("8")
    expect(page).to_have_url(re.compile("/telefon/norrkoping-ks/handlingsslag/anstalldas-personalakter$"))


def test_in_the_field_a_digit_is_written_and_opens_a_call_with_enter(page: Page) -> None:
    page.goto("/telefon/")
    page.keyboard.press("/")
    page.keyboard.type("39 kap")
    expect(page.locator("#q")).to_have_value("39 kap")
    page.locator("#q").fill("1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/telefon/norrkoping-ks/handlingsslag/protokoll$"))


def test_the_next_question_takes_the_place_of_the_last(asked: Page) -> None:
    expect(asked.locator("#q")).to_be_focused()
    asked.keyboard.type("lön")
    asked.keyboard.press("Enter")
    answers_with(asked, "Löneuppgifter")
    asked.keyboard.type("betyg")
    expect(asked.locator("#q")).to_have_value("betyg")


def test_keys_that_no_browser_takes_copy_from_within_the_field(asked: Page) -> None:
    asked.keyboard.press(COPY)
    expect(asked.locator("#told")).to_have_text("Kopierat.")
    assert str(asked.evaluate(PASTED)).startswith("Protokoll\n")
    expect(asked.locator("#q")).to_be_focused()


def test_what_is_told_on_the_button_is_what_works_where_one_is(asked: Page) -> None:
    button = asked.get_by_role("button", name="Kopiera svaret")
    assert " ".join(button.inner_text().split()) == "Kopiera svaret Ctrl+Skift+Enter"
    asked.keyboard.press("ArrowDown")
    assert " ".join(button.inner_text().split()) == "Kopiera svaret c"


def test_what_is_copied_can_be_seen(asked: Page) -> None:
    asked.locator(f"{SHOWN} .copied > summary").click()
    asked.keyboard.press(COPY)
    expect(asked.locator("#told")).to_have_text("Kopierat.")
    assert asked.evaluate(PASTED) == asked.locator(f"{SHOWN} .copied pre").first.text_content()


def test_from_the_start_page_one_key_beyond_typing_gives_the_answer(page: Page) -> None:
    page.goto("/telefon/")
    page.keyboard.type("protokoll")
    page.keyboard.press("Enter")
    answers_with(page, "Protokoll")


def test_on_the_results_page_typing_alone_gives_the_answer(page: Page) -> None:
    page.goto("/telefon/sok")
    page.locator("#q").press_sequentially("min gamla personalakt")
    answers_with(page, "Personalakter för anställda vid kommunstyrelsens kontor")


def test_slash_goes_to_the_field_and_marks_the_words_so_that_the_next_question_replaces_them(desk: Page) -> None:
    leave_fields(desk)
    desk.keyboard.press("/")
    expect(desk.locator("#q")).to_be_focused()
    desk.keyboard.type("lön")
    expect(desk.locator("#q")).to_have_value("lön")


def test_arrows_and_tab_walk_from_answer_to_answer(desk: Page, subtests: pytest.Subtests) -> None:
    rows, press = desk.locator(".row"), desk.keyboard.press
    with subtests.test(msg="up from the first result goes to the field, and down from it to the first result"):
        press("ArrowUp")
        expect(desk.locator("#q")).to_be_focused()
        press("ArrowDown")
        expect(rows.first).to_be_focused()
    with subtests.test(msg="down shows the next answer, whose result is marked"):
        press("ArrowDown")
        answers_with(desk, "Public 360")
        expect(desk.locator(".row[aria-current=true]")).to_contain_text("Public 360")
    with subtests.test(msg="up shows the answer before"):
        press("ArrowUp")
        answers_with(desk, "Protokoll")
    with subtests.test(msg="tab shows the answer of the result it comes to"):
        press("Tab")
        answers_with(desk, "Public 360")
    with subtests.test(msg="down at the last result stays there"):
        rows.last.focus()
        press("ArrowDown")
        expect(rows.last).to_be_focused()


def test_down_works_after_a_button_of_the_answer_was_used(desk: Page) -> None:
    desk.get_by_role("button", name="Kopiera svaret").click()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".row").first).to_be_focused()


def test_enter_opens_the_answer(desk: Page) -> None:
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/telefon/norrkoping-ks/sokmedel/public-360$"))


def test_a_click_shows_the_answer_and_another_on_the_result_that_is_shown_opens_it(desk: Page) -> None:
    desk.locator(".row", has_text="Nämndhandlingar").click()
    answers_with(desk, "Nämndhandlingar")
    desk.locator(".row", has_text="Nämndhandlingar").click()
    expect(desk).to_have_url(re.compile("/handlingsslag/namndhandlingar$"))


def test_a_click_on_a_signpost_shows_what_to_say(desk: Page) -> None:
    desk.goto("/telefon/sok?q=bygglov+universitet")
    desk.locator(".row", has_text="universitet").first.click()
    expect(desk.locator(f"{SHOWN} .script")).to_contain_text("Det nämner kommunstyrelsen inte bland sina handlingar.")


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
        "Koppla till: registratorn (kommunstyrelsenskansli@norrkoping.se, 011-15 00 00)\n"
        "Fråga efter: huvudregistrator, registrator eller kommunsekreterare."
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


def test_question_mark_shows_the_keys_and_esc_closes_them_and_clears_nothing(
    desk: Page, subtests: pytest.Subtests
) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Tangenter")).to_be_visible()
    with subtests.test(msg="the help has focus on its button"):
        expect(desk.get_by_role("button", name="Stäng")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).not_to_be_visible()
    with subtests.test(msg="nothing is cleared"):
        expect(desk.locator("#q")).to_have_value("protokoll")
    with subtests.test(msg="focus goes back"):
        expect(desk.locator(".row").first).to_be_focused()


def test_esc_is_ready_for_another_call(desk: Page) -> None:
    desk.keyboard.press("Escape")
    expect(desk.locator(".ready")).to_be_visible()
    expect(desk.locator("#q")).to_have_value("")
    expect(desk.locator(SHOWN)).to_have_count(0)


def test_esc_keeps_a_request_that_is_being_taken_down(desk: Page) -> None:
    desk.locator("#oral > summary").click()
    desk.locator("#oral-what").fill("Avtalet")
    desk.locator("#q").focus()
    desk.keyboard.press("Escape")
    expect(desk.locator("#live")).to_be_hidden()
    expect(desk.locator("#oral-what")).to_have_value("Avtalet")
    write(desk, "lön")
    expect(desk.locator("#live")).to_be_visible()
    desk.get_by_role("button", name="Töm formuläret").click()


def test_in_the_field_single_keys_are_letters(desk: Page) -> None:
    desk.locator("#q").focus()
    desk.keyboard.press("End")
    desk.keyboard.type("ct?/")
    expect(desk.locator("#q")).to_have_value("protokollct?/")


@in_turn("keys", ["Control+k", "Control+c", "Control+/", "Meta+k", "Meta+c", "Alt+t", "Alt+ArrowDown"])
def test_keys_of_the_browser_are_never_taken(desk: Page, keys: str) -> None:
    assert not is_taken(desk, keys)


def test_a_reply_to_the_question_shows_its_answer(desk: Page) -> None:
    desk.locator(".ask a", has_text="Handlingarna till mötet").click()
    answers_with(desk, "Nämndhandlingar")


def test_a_reply_to_the_question_whose_answer_is_not_among_the_results_opens_it(desk: Page) -> None:
    desk.locator(".ask a", has_text="Ett visst ärende").click()
    expect(desk).to_have_url(re.compile("/telefon/norrkoping-ks/handlingsslag/diarieforda-arenden$"))
