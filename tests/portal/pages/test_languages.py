"""In another language no Swedish is left but the description's words, names and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from portal.languages import ORIGINAL
from portal.modes import MODES
from portal.web import urls
from tests.browser.kinds import KINDS
from tests.in_turn import in_turn
from tests.portal.pages.reading import read
from tests.portal.pages.swedish import OTHERS, names_of, swedish

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.testing import FlaskClient

    from data.model import Description
    from index.answer.search import Searcher


def left(
    client: FlaskClient, description: Description, mode: str, paths: Iterable[str], *, by_turns: bool = False
) -> dict[tuple[str, str], set[str]]:
    """What is left of Swedish, by page and language; the Swedish page is asked for once.

    Args:
        client: Who asks.
        description: Whose names may be left.
        mode: The mode of the pages.
        paths: Their addresses.
        by_turns: Whether each page is asked for in one language, and not in all.
    """
    names = names_of(description)
    found = {}
    for number, path in enumerate(paths):
        there = client.get(urls.prefixed(path, ORIGINAL, mode)).get_data(as_text=True)
        for code in [OTHERS[number % len(OTHERS)]] if by_turns else OTHERS:
            here = client.get(urls.prefixed(path, code, mode)).get_data(as_text=True)
            if texts := swedish(here, there, names, code):
                found[path, code] = texts
    return found


@pytest.mark.parametrize("mode", MODES)
def test_no_kind_of_page_has_swedish_left(client: FlaskClient, description: Description, mode: str) -> None:
    assert left(client, description, mode, KINDS.values()) == {}


@pytest.mark.parametrize("by_turns", [True, pytest.param(False, marks=pytest.mark.long)])
def test_no_entry_has_swedish_left(
    client: FlaskClient, searcher: Searcher, description: Description, *, by_turns: bool
) -> None:
    paths = [urls.url_of(entry) for entry in searcher.entries.values() if not entry.part_of]
    assert left(client, description, "", paths, by_turns=by_turns) == {}


def test_what_would_be_left_is_found(description: Description) -> None:
    page = '<p>{}</p><p lang="sv">Protokollet</p><p translate="no">Heroma</p><button aria-label="{}">x</button>'
    here, there = page.format("Tervetuloa", "Stäng fönstret"), page.format("Välkommen", "Stäng fönstret")
    assert swedish(here, there, names_of(description), "fi") == {"Stäng fönstret"}


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize(("path", "fewest"), [("beskrivning", 50), ("sokmedel/heroma", 1)])
def test_the_description_is_shown_in_its_own_language(client: FlaskClient, code: str, path: str, fewest: int) -> None:
    page = read(client.get(f"/{code}/norrkoping-ks/{path}").get_data(as_text=True))
    assert len(page.all("blockquote")) >= fewest
    assert {node.get("lang") for node in page.all("blockquote")} == {"sv"}


@pytest.mark.parametrize("code", OTHERS)
def test_a_unit_has_its_swedish_name_beside_the_translated_one(client: FlaskClient, code: str) -> None:
    page = read(client.get(f"/{code}/norrkoping-ks/enhet/stadsarkivet").get_data(as_text=True))
    (heading,) = page.all("h1")
    (beside,) = heading.all(css_class="original")
    assert (beside.text.strip(), beside.get("lang"), beside.get("translate")) == ("(Stadsarkivet)", "sv", "no")


@pytest.mark.parametrize("code", OTHERS)
def test_a_swedish_question_is_answered_in_the_language_of_the_page(client: FlaskClient, code: str) -> None:
    found = client.get(f"/api/v1/search?q=protokoll&lang={code}").get_json()["hits"][0]
    assert found["id"] == "protokoll"
    assert found["title"] != "Protokoll"


def test_lattlast_says_one_thing_a_line(client: FlaskClient) -> None:
    page = read(client.get("/latt/norrkoping-ks/handlingsslag/protokoll").get_data(as_text=True))
    (short,), (rest,) = page.all("p", "short"), page.all("p", "rest")
    assert short.all("br") or rest.all("br")


@in_turn(
    ("asked", "offered"),
    [("fi", "fi"), ("ar-SY,ar;q=0.9", "ar"), ("en-GB,en;q=0.8,sv;q=0.5", "en"), ("sv", ""), ("de", ""), ("", "")],
)
def test_a_swedish_page_offers_itself_in_the_language_of_the_browser(
    client: FlaskClient, asked: str, offered: str
) -> None:
    response = client.get("/sok?q=protokoll", headers={"Accept-Language": asked})
    links = read(response.get_data(as_text=True)).all("a", "offer")
    expected = [(f"/{offered}/sok?q=protokoll", offered)] if offered else []
    assert [(link.get("href"), link.get("hreflang")) for link in links] == expected


def test_no_language_is_forced_on_anyone(client: FlaskClient) -> None:
    response = client.get("/", headers={"Accept-Language": "fi"})
    assert response.status_code == 200
    assert read(response.get_data(as_text=True)).all("html")[0].get("lang") == "sv"


def test_the_menu_of_languages_keeps_query_and_filters(client: FlaskClient) -> None:
    page = read(client.get("/fi/sok?q=palkka&type=record_type&unit=personalavdelningen").get_data(as_text=True))
    (menu,) = page.all("nav", "languages")
    assert [link.get("href") for link in menu.all("a")] == [
        f"{prefix}/sok?q=palkka&type=record_type&unit=personalavdelningen"
        for prefix in ("", "/fi", "/en", "/ar", "/latt")
    ]


def test_search_engines_learn_of_the_page_in_each_language(client: FlaskClient) -> None:
    page = read(client.get("/fi/om").get_data(as_text=True))
    found = {link.get("hreflang"): link.get("href") for link in page.all("link") if link.get("rel") == "alternate"}
    root = "http://localhost"
    expected = {"sv": "/om", "fi": "/fi/om", "en": "/en/om", "ar": "/ar/om", "x-default": "/om"}
    assert found == {code: root + path for code, path in expected.items()}
