"""In another language no Swedish is left but the description's words, names and citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from portal import urls
from portal.languages import LANGUAGES, SOURCE
from portal.modes import MODES
from tests.browser.kinds import KINDS
from tests.portal.pages.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from data.model import Description
    from index.search import Searcher
    from tests.portal.pages.reading import Node

OTHERS = [code for code, language in LANGUAGES.items() if language.html != LANGUAGES[SOURCE].html]
UNSAID = frozenset({"script", "style", "blockquote", "bdi", "kbd", "svg", "textarea"})
SPOKEN = ("aria-label", "title", "placeholder", "alt", "content", "data-what", "data-then", "data-said", "data-label")
BESIDE = re.compile(r"\([^)]*\)|[“”\"«][^“”\"»]*[“”\"»]")
"""A Swedish name beside its translation, or words to look for on a Swedish site."""
ALIKE = frozenset({"API", "JSON", "CSV", "Enter", "Esc", "registrator", "Registrator", "Register"})


def said(node: Node) -> Iterator[str]:
    """What a page says in its own language: to the eye, and to a screen reader."""
    if node.tag in UNSAID or node.get("translate") == "no" or (node.get("lang") == "sv" and node.tag != "html"):
        return
    if node.tag == "meta" and node.get("name") != "description":
        return
    for name in SPOKEN:
        if words(node.get(name)):
            yield words(node.get(name))
    for child in node.children:
        if not isinstance(child, str):
            yield from said(child)
        elif words(child):
            yield words(child)


def words(text: str) -> str:
    """A text without blanks; empty where it has no word of four letters."""
    found = " ".join(text.split())
    return found if re.search(r"[^\W\d_]{4}", found) and "@" not in found and "://" not in found else ""


def swedish(client: FlaskClient, names: re.Pattern[str], code: str, mode: str, path: str) -> set[str]:
    """What a page in a language says as the Swedish page does, or with letters that its language has not."""
    pages = [read(client.get(urls.prefixed(path, each, mode)).get_data(as_text=True)) for each in (code, SOURCE)]
    here, there = ({text.removesuffix(" – Vägvisaren") for text in said(page)} for page in pages)
    foreign = "å" if code == "fi" else "åäö"  # Finnish has å in names alone
    strange = {text for text in here if set(names.sub("", BESIDE.sub("", text)).lower()) & set(foreign)}
    return {text for text in here & there if words(names.sub("", text))} - ALIKE | strange


@pytest.fixture(scope="module")
def names(description: Description) -> re.Pattern[str]:
    """Names that stand in every language as the description has them, with the endings that Finnish gives them."""
    source = description.source
    found = {"Vägvisaren", "Norrköping", "Fjärde storstadsregionen", "näringslivskontoret", "å:n"}  # the letter itself
    for unit in source.units.values():
        found |= {unit.name, *unit.aliases}
    for aid in source.finding_aids.values():
        found |= {aid.name, *aid.aliases}
    return re.compile("|".join(rf"{re.escape(name)}\w*" for name in sorted(found, key=len, reverse=True)), re.IGNORECASE)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("code", OTHERS)
def test_no_kind_of_page_has_swedish_left(
    client: FlaskClient, names: re.Pattern[str], code: str, mode: str
) -> None:
    left = {path: found for path in KINDS.values() if (found := swedish(client, names, code, mode, path))}
    assert left == {}


@pytest.mark.parametrize("code", OTHERS)
def test_no_entry_has_swedish_left(
    client: FlaskClient, searcher: Searcher, names: re.Pattern[str], code: str
) -> None:
    paths = [urls.entry_url(entry.authority, entry.type, entry.id) for entry in searcher.entries.values()]
    left = {path: found for path in paths if (found := swedish(client, names, code, "", path))}
    assert left == {}


@pytest.mark.parametrize("code", OTHERS)
def test_the_description_is_shown_in_its_own_language(client: FlaskClient, code: str) -> None:
    page = read(client.get(f"/{code}/norrkoping-ks/beskrivning").get_data(as_text=True))
    assert len(page.all("blockquote")) > 50
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
    (answer,) = page.all("p", "said")
    assert len(answer.all("br")) >= 1


@pytest.mark.parametrize(
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
