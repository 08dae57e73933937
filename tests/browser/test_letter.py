"""The letter of a request in a real browser: whole on paper, in each half's own direction, and on the clipboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ASKED = "begar-ut?vad=avtal+om+sn%C3%B6r%C3%B6jning&period=2018-09-01&form=las"
VISIBLE = """letter => {
  const box = letter.getBoundingClientRect();
  return [...letter.querySelectorAll("span")].map(half => {
    const range = document.createRange();
    range.selectNodeContents(half);
    const lines = [...range.getClientRects()];
    return lines.length > 4 && lines.every(line => line.height > 0 && line.bottom <= box.bottom + 1);
  });
}"""
# Where the digits of the date stand, from left to right.
DATE = """letter => [...letter.querySelectorAll("span")].map(half => {
  const node = half.firstChild, at = node.data.indexOf("2018-09-01"), places = [];
  for (let place = at; place < at + 10; place++) {
    const range = document.createRange();
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    places.push([range.getBoundingClientRect().left, node.data[place]]);
  }
  return places.sort((one, other) => one[0] - other[0]).map(place => place[1]).join("");
})"""


@pytest.mark.parametrize("language", ["fi", "ar"])
def test_both_halves_are_whole_on_paper(page: Page, language: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"/{language}/{ASKED}")
    expect(page.locator("#fardig")).to_be_visible()
    assert page.locator("#fardig").evaluate(VISIBLE) == [True, True]


def test_in_arabic_a_date_is_not_turned_round_and_swedish_runs_from_the_left(page: Page) -> None:
    page.goto(f"/ar/{ASKED}")
    assert page.locator("#fardig").evaluate(DATE) == ["2018-09-01", "2018-09-01"]
    halves = page.locator("#fardig span")
    directions = [halves.nth(place).evaluate("half => getComputedStyle(half).direction") for place in (0, 1)]
    assert directions == ["rtl", "ltr"]


def test_the_button_copies_the_letter_as_it_stands(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/fi/{ASKED}")
    page.locator("[data-copy-letter]").click()
    expect(page.locator("[data-copy-letter] + [role=status]")).not_to_be_empty()
    letter = page.locator("#fardig").evaluate("letter => letter.textContent")
    assert page.evaluate("navigator.clipboard.readText()") == letter


def test_where_a_page_may_not_copy_the_letter_is_selected(page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"/{ASKED}")
    page.locator("[data-copy-letter]").click()
    expect(page.locator("[data-copy-letter] + [role=status]")).to_contain_text("Markera texten")
    assert page.evaluate("getSelection().toString()").startswith("Hej!")
