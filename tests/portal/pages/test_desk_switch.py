"""The desk's switch of single keys: it goes along in every link and form, and no other mode knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.in_turn import in_turn
from tests.portal.pages.desk_addresses import PAGES

if TYPE_CHECKING:
    from tests.portal.pages.conftest import Get
    from tests.portal.pages.reading import Node

KEYS_OFF = "tangenter=av"


def keys_off(path: str) -> str:
    """The same address with single keys switched off."""
    return f"{path}{'&' if '?' in path else '?'}{KEYS_OFF}"


def addresses(page: Node) -> list[str]:
    """The addresses of desk pages that a page's links lead to, whether followed by the browser or by htmx."""
    found = [node.get(name) for node in page.all("a") for name in ("href", "data-hx-get") if name in node.attributes]
    return [each for each in found if each.startswith("/telefon")]


@in_turn("path", PAGES)
def test_every_link_of_a_desk_page_carries_the_switch_along(get: Get, path: str) -> None:
    page = get(keys_off(f"/telefon{path}"))
    (toggle,) = [node for node in page.all("a") if node.text == "Slå på enstaka tangenter"]
    without = [each for each in addresses(page) if ("tangenter", "av") not in parse_qsl(urlsplit(each).query)]
    assert without == [toggle.get("href")]


@in_turn("path", PAGES)
def test_every_form_of_a_desk_page_carries_the_switch_along(get: Get, path: str) -> None:
    page = get(keys_off(f"/telefon{path}"))
    for form in page.all("form"):
        if form.get("action"):
            hidden = [(node.get("name"), node.get("value")) for node in form.all("input")]
            assert ("tangenter", "av") in hidden, form.get("action")


@in_turn("path", PAGES)
def test_the_switch_stands_in_no_address_where_it_was_not_asked_for(get: Get, path: str) -> None:
    page = get(f"/telefon{path}")
    (toggle,) = [node for node in page.all("a") if node.text == "Stäng av enstaka tangenter"]
    assert [each for each in addresses(page) if KEYS_OFF in each] == [toggle.get("href")]


@in_turn("path", PAGES)
@pytest.mark.parametrize("mode", ["", "/kiosk"])
def test_no_other_mode_knows_the_switch(get: Get, mode: str, path: str) -> None:
    page = get(keys_off(f"{mode}{path}"))
    languages = {node for nav in page.all("nav", "languages") for node in nav.walk()}  # this very page, as it is
    carried = [node.get("href") for node in page.all("a") if KEYS_OFF in node.get("href") and node not in languages]
    assert carried == []


def test_a_search_whose_filters_change_keeps_the_switch_and_the_filters(get: Get) -> None:
    page = get(keys_off("/telefon/sok?q=protokoll&type=record_type&access=web"))
    chip = page.all("ul", "chips")[0].all("a")[0].get("href")
    assert {name for name, _value in parse_qsl(urlsplit(chip).query)} > {"q", "tangenter"}
