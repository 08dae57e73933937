"""What holds for every page: links lead somewhere, ids are unique, nothing is inline, and search engines see it."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest

from portal.languages import LANGUAGES, ORIGINAL
from tests.portal.pages.reading import Node, ids, link_rel, links, meta, outside, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from tests.portal.pages.conftest import Get

PUBLIC_IS_NOT_OPEN = "Allmän handling betyder inte att allt i den är offentligt"
ASKED = (
    "/sok",
    "/sok?q=",
    "/sok?q=protokoll",
    "/sok?q=zebra",
    "/sok?q=bygglov",
    "/sok?q=zebra+protokoll",
    "/sok?q=l%C3%B6nespec",
    "/sok?q=protokoll&type=unit&theme=it",
    "/sok?unit=saknas&limit=x&unknown=1",
    "/sok?notis=personnummer",
    "/sok?q=arkiv&offset=10",
    "/sok?offset=9990",
    "/begar-ut?vad=protokoll&period=2019&form=kopia",
    "/begar-ut?vad=",
    "/saknas",
    "/saknas/",
    "/norrkoping-ks/sokmedel/saknas",
)


@pytest.fixture(scope="module")
def pages(site: dict[str, Node], app_client: FlaskClient) -> dict[str, Node]:
    """The pages that links lead to, and those that only a form or a mistake leads to."""
    return site | {path: read(app_client.get(path).get_data(as_text=True)) for path in ASKED}


@pytest.fixture(scope="module")
def app_client(request: pytest.FixtureRequest) -> FlaskClient:
    """A visitor that stays for the whole module."""
    return cast("FlaskClient", request.getfixturevalue("app").test_client())


def test_every_kind_of_page_was_reached(site: dict[str, Node]) -> None:
    assert len(site) > 140
    assert {"/", "/begar-ut", "/om", "/tillganglighet", "/oppna-data", "/norrkoping-ks/beskrivning"} <= site.keys()


def test_every_link_leads_to_a_page_and_every_fragment_to_a_place(
    site: dict[str, Node], pages: dict[str, Node], app_client: FlaskClient
) -> None:
    dead = []
    places = {path: set(ids(page)) for path, page in pages.items()}
    files: dict[str, int] = {}
    for path, page in pages.items():
        for target, fragment in links(page, path):
            if target not in places:
                files.setdefault(target, app_client.get(target).status_code)
            if (target not in places and files[target] != 200) or (fragment and fragment not in places[target]):
                dead.append(f"{path} → {target}#{fragment}")
    assert dead == []
    assert len(site) <= len(places)


def test_every_form_leads_to_a_page_and_its_fragment_to_a_place(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        for form in page.all("form"):
            action = urlsplit(form.get("action"))
            assert action.path in {"/sok", "/begar-ut"}
            assert form.get("method") in {"", "get"}, path
            assert not action.fragment or action.fragment in ids(pages[action.path])


def test_every_file_that_a_page_loads_is_there(pages: dict[str, Node], app_client: FlaskClient) -> None:
    loaded = set()
    for page in pages.values():
        loaded |= {node.get("src") for node in page.all("script") if node.get("src")}
        loaded |= {node.get("href") for node in page.all("link") if node.get("rel") not in {"canonical", "alternate"}}
        loaded |= {node.get("data-htmx") for node in page.all("form") if node.get("data-htmx")}
    assert len(loaded) >= 5
    for address in loaded:
        assert address.startswith("/")
        assert app_client.get(address).status_code == 200


def test_ids_are_unique_on_every_page(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        assert [id_ for id_, count in Counter(ids(page)).items() if count > 1 or not id_] == [], path


def test_every_reference_to_an_id_finds_it(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        known = set(ids(page))
        for node in page.walk():
            for name in ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls"):
                assert set(node.get(name).split()) <= known, f"{path}: {name}={node.get(name)}"


def test_every_field_has_a_label(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        labelled = {node.get("for") for node in page.all("label")}
        for node in page.walk():
            if node.tag in {"input", "select", "textarea"}:
                assert node.within("label") or node.get("id") in labelled, f"{path}: {node.attributes}"


def test_there_is_one_h1_and_no_level_is_skipped(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        levels = [int(node.tag[1]) for node in page.walk() if re.fullmatch("h[1-6]", node.tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_every_page_has_its_landmarks(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        assert [len(page.all(tag)) for tag in ("html", "main", "title")] == [1, 1, 1], path
        named = [node.get("aria-label") for node in page.all("nav")]
        assert all(named), path
        assert len(set(named)) == len(named), path
        first = next(node for node in page.all("a"))
        assert first.get("href") == "#main"


def test_every_article_and_section_has_a_heading_or_a_label(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        for node in (*page.all("article"), *page.all("section")):
            has_heading = any(re.fullmatch("h[1-6]", each.tag) for each in node.walk())
            assert has_heading or node.get("aria-label"), f"{path}: {node.attributes}"


def test_links_to_other_sites_open_in_the_same_window_and_are_told(pages: dict[str, Node]) -> None:
    hosts = set()
    for page in pages.values():
        for node in outside(page):
            assert "target" not in node.attributes
            assert node.get("rel") == "external"
            hosts.add(urlsplit(node.get("href")).netloc)
    assert hosts == {"www.riksdagen.se", "www.norrkoping.se"}


def test_every_link_has_words(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        assert [node.attributes for node in page.all("a") if not (node.text or node.get("aria-label"))] == [], path


def test_nothing_is_inline(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        assert page.all("style") == [], path
        for node in page.walk():
            assert "style" not in node.attributes, path
            assert not [name for name in node.attributes if name.startswith(("on", "hx-", "data-hx-on"))], path
            assert not node.get("href").lower().startswith(("javascript:", "data:")), path
        for script in page.all("script"):
            assert script.get("type") == "application/ld+json" or (script.get("src") and not script.raw.strip()), path
            assert "async" not in script.attributes


def test_no_page_names_another_host_but_in_links(pages: dict[str, Node]) -> None:
    for page in pages.values():
        for node in page.walk():
            if node.tag != "a":
                for name in ("src", "href", "action", "srcset", "poster", "data"):
                    assert urlsplit(node.get(name)).netloc in {"", "localhost"}


def test_every_page_has_a_title_and_a_description(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        (title,) = page.all("title")
        whose = " – " + page.all(css_class="subject")[0].text
        assert len(whose) > len(" – kommun"), path
        of_authority = whose.removeprefix(" – ") + " – Vägvisaren"
        assert title.text == of_authority or title.text.endswith(whose), path
        assert len(title.text.removesuffix(whose)) > 1, path
        assert meta(page, "description").strip(), path


def test_titles_and_descriptions_tell_pages_apart(site: dict[str, Node]) -> None:
    indexed = {path: page for path, page in site.items() if not path.startswith("/sok")}
    titles = Counter(page.all("title")[0].text for page in indexed.values())
    descriptions = Counter(meta(page, "description") for page in indexed.values())
    assert sum(count - 1 for count in titles.values()) <= len(indexed) // 20, titles.most_common(5)
    assert sum(count - 1 for count in descriptions.values()) <= len(indexed) // 20, descriptions.most_common(5)


def test_the_canonical_address_is_whole_and_without_parameters(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        expected = "" if "saknas" in path.partition("?")[0] else f"http://localhost{path.partition('?')[0]}"
        assert link_rel(page, "canonical") == expected


def test_results_and_errors_are_not_indexed(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        hidden = path.startswith(("/sok", "/saknas")) or path.endswith("/saknas")
        assert meta(page, "robots") == ("noindex" if hidden else ""), path


def test_every_page_that_speaks_of_allman_says_that_it_is_not_offentlig(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        if re.search(r"allmän(?:na|t|)\s+handling", page.visible, re.IGNORECASE):
            assert PUBLIC_IS_NOT_OPEN in page.visible, path


def test_every_page_is_in_the_language_it_says(pages: dict[str, Node]) -> None:
    known = {language.html for language in LANGUAGES.values()}
    for page in pages.values():
        (root,) = page.all("html")
        assert root.get("lang") == ORIGINAL
        assert root.get("dir") == "ltr"
        assert {node.get("lang") for node in page.walk()} - {""} <= known


def test_names_and_numbers_are_not_translated(pages: dict[str, Node]) -> None:
    for path, page in pages.items():
        for node in page.all("a"):
            if node.get("href").startswith(("tel:", "mailto:")) and "?" not in node.get("href"):
                assert "no" in {each.get("translate") for each in node.walk()}, path  # it, or the number in it


def json_ld(page: Node) -> Iterator[dict[str, Any]]:
    for script in page.all("script"):
        if script.get("type") == "application/ld+json":
            yield cast("dict[str, Any]", json.loads(script.raw))


def types_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from ([value["@type"]] if "@type" in value else [])
        for inner in value.values():
            yield from types_of(inner)
    if isinstance(value, list):
        for inner in value:
            yield from types_of(inner)


def test_structured_data_parses_and_names_its_context(pages: dict[str, Node]) -> None:
    found = [data for page in pages.values() for data in json_ld(page)]
    assert found
    assert {data["@context"] for data in found} == {"https://schema.org"}


def test_the_authority_is_told_to_machines(get: Get) -> None:
    (data,) = json_ld(get("/norrkoping-ks/"))
    assert {"GovernmentOrganization", "ContactPoint", "Dataset"} <= set(types_of(data))
    assert data["name"] == "kommunstyrelsen i Norrköping" or "ommunstyrelsen" in data["name"]
    assert data["contactPoint"]["telephone"].startswith("011")
    assert data["subjectOf"]["identifier"] == "KS 2019/0917"


def test_the_data_set_is_told_with_its_files(get: Get, client: FlaskClient) -> None:
    (data,) = json_ld(get("/oppna-data"))
    assert data["@type"] == "Dataset"
    assert {each["encodingFormat"] for each in data["distribution"]} == {"application/json", "text/csv"}
    for each in data["distribution"]:
        assert client.get(each["contentUrl"].removeprefix("http://localhost")).status_code == 200


def test_the_start_page_tells_machines_how_to_search(get: Get) -> None:
    (data,) = json_ld(get("/"))
    assert data["potentialAction"]["target"] == "http://localhost/sok?q={q}"


def test_no_page_is_heavy(site: dict[str, Node], client: FlaskClient) -> None:
    """The first view, with all that it loads, weighs at most 20 kB compressed."""
    for path in ("/", "/sok?q=protokoll", "/norrkoping-ks/handlingsslag/anstalldas-personalakter"):
        page = read(client.get(path).get_data(as_text=True))
        loaded = {node.get("src") for node in page.all("script") if node.get("src")}
        loaded |= {node.get("href") for node in page.all("link") if node.get("rel") in {"stylesheet", "icon"}}
        weight = sum(len(client.get(each, headers={"Accept-Encoding": "gzip"}).data) for each in {path, *loaded})
        assert weight <= 20_000, f"{path}: {weight}"
    assert site
