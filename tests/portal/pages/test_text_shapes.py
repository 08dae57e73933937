"""What a description holds beside paragraphs, as its pages, its data and its search show it; and a preview's marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from data.checks import load_checked
from data.publication import Publication
from data.text import HIDDEN
from index.build.builder import build
from portal.app import create_app
from portal.languages import LANGUAGES, ORIGINAL
from portal.modes import MODES
from portal.settings import Settings
from portal.web.urls import prefixed
from tests.data.shapes import COURT, copy_court
from tests.in_turn import in_turn
from tests.portal.pages.reading import Node, read

if TYPE_CHECKING:
    from flask.testing import FlaskClient

TEXT = f"/{COURT}/beskrivning"
SHOWN_WITHOUT = "Stycket visas inte på webben."


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The court's description as a draft, as a preview shows it."""
    folder = tmp_path_factory.mktemp("preview")
    checked = load_checked(copy_court(folder)).preview
    drafts = [replace(each, publication=Publication()) for each in checked.descriptions]
    build(folder / "generations", drafts, place=checked.place)
    return create_app(Settings(generations=folder / "generations")).test_client()


@pytest.fixture(scope="module")
def text(preview: FlaskClient) -> Node:
    return read(preview.get(TEXT).text)


def asked(client: FlaskClient, path: str) -> dict[str, Any]:
    """What the API says."""
    reply: dict[str, Any] = client.get(path).get_json()
    return reply


def place(page: Node, id_: str) -> Node:
    (found,) = [node for node in page.walk() if node.get("id") == id_]
    return found


def test_a_table_is_one_with_its_columns_and_an_anchor_for_each_row(text: Node) -> None:
    first, after = text.all("table")
    assert [head.text for head in first.all("th")] == ["System", "Innehåll", "Sekretess", "Gallring"]
    assert {head.get("scope") for head in first.all("th")} == {"col"}
    assert [caption.text for caption in first.all("caption")] == ["System som innehåller allmänna handlingar"]
    assert after.all("caption") == []
    row = place(text, "register-1")
    assert row.tag == "tr"
    assert [cell.text for cell in row.all("td")][1:3] == [
        "Målregistret",
        "Mål och ärenden, med parter och förhandlingar",
    ]
    assert [link.get("href") for link in row.all("a")] == ["#register-1"]


def test_lists_definitions_captions_and_footnotes_are_what_they_are(text: Node) -> None:
    assert [place(text, f"organisation-{number}").tag for number in (1, 2, 3)] == ["div", "li", "li"]
    assert [term.text for term in text.all("dt") if term.within("blockquote")] == ["mål", "ärende"]
    assert "caption" in str(place(text, "register-5").get("class"))
    assert "footnote" in str(place(text, "sekretess-2").get("class"))


def test_headings_are_as_deep_as_in_the_text(text: Node) -> None:
    headings = [(node.tag, node.text) for node in text.walk() if node.tag in {"h2", "h3", "h4", "h5"}]
    assert headings[:4] == [
        ("h2", "1 Organisation"),
        ("h3", "1.1 Målenheten"),
        ("h4", "1.1.1 Beredning"),
        ("h5", "Arkivansvarig"),
    ]


def test_no_sign_between_cells_is_shown_and_none_of_ours_stands_within_a_quote(text: Node) -> None:
    assert "|" not in text.text
    quoted = " ".join(node.text for node in text.all("blockquote"))
    assert SHOWN_WITHOUT not in quoted
    assert not any(node.text.isdigit() for node in text.all("a", "anchor") if node.within("blockquote"))


def test_in_the_place_of_what_is_hidden_one_is_led_to_asking_for_it(preview: FlaskClient, text: Node) -> None:
    hidden = place(text, "kontakt-1")
    assert SHOWN_WITHOUT in hidden.text
    assert "/begar-ut" in [link.get("href") for link in hidden.all("a")]
    section = preview.get(f"/{COURT}/avsnitt/kontakt").text
    assert SHOWN_WITHOUT in section
    for reason in ("Stycket har ett personnummer", "Raden har uppgifter"):
        assert all(reason not in preview.get(path).text for path in (TEXT, "/oppna-data/poster.json", f"/{COURT}/"))


def test_the_api_gives_a_row_cell_by_cell_and_a_hidden_passage_as_such(preview: FlaskClient) -> None:
    passages = asked(preview, f"/api/v1/entries/{COURT}/register")["passages"]
    row, *_, hidden, _ = [each for each in passages if each["table"] == "system"]
    assert row["text"] == "Målregistret · Mål och ärenden, med parter och förhandlingar · 35 kap. · Gallras inte"
    assert (row["kind"], row["cells"][0], row["columns"][0]) == ("table_row", "Målregistret", "System")
    assert (hidden["text"], hidden["hidden"], hidden["cells"]) == (HIDDEN, True, [])


def test_a_search_finds_cells_and_shows_them_without_the_sign(preview: FlaskClient) -> None:
    reply = asked(preview, "/api/v1/search?q=domboken")
    assert reply["hits"][0]["id"] == "domboken"
    assert "|" not in str(reply)
    assert asked(preview, "/api/v1/search?q=webben")["total"] == 0


def test_a_chapter_alone_and_another_law_have_pages_and_only_ours_a_statute(preview: FlaskClient) -> None:
    chapter, ordinance, former = (
        preview.get(f"/{COURT}/sekretess/{id_}").text for id_ in ("osl-35", "osf-9", "sekretesslagen-1980-100-7-4")
    )
    assert "sfs-2009-400/#K35" in chapter
    assert "riksdagen.se" not in former
    assert "9 § OSF" in ordinance
    assert "7 kap. 4 § sekretesslagen (1980:100)" in former


@in_turn(
    "path",
    [
        "/",
        f"/{COURT}/",
        f"/{COURT}/avsnitt/malenhetens-arbete",
        f"/{COURT}/enhet/staben",
        "/om",
        "/begar-ut",
        "/oppna-data",
    ],
)
def test_pages_stand_without_number_and_organisation_in_every_mode(preview: FlaskClient, path: str) -> None:
    for mode in MODES:
        reply = preview.get(prefixed(path, ORIGINAL, mode))
        assert (reply.status_code, "None" in read(reply.text).text) == (200, False), mode


def test_the_source_of_a_passage_is_told_without_a_number(preview: FlaskClient) -> None:
    page = read(preview.get(f"/{COURT}/sokmedel/domboken").text)
    assert page.all("figcaption")[0].text == "Ur beskrivningen, avsnittet 2 Register, i hela texten"
    assert "Beskrivningen beslutades den 18 juni 2018" in page.text


def test_who_decided_it_and_who_tells_more_is_told(preview: FlaskClient) -> None:
    page = read(preview.get(f"/{COURT}/").text).text
    assert "Beslutad den 18 juni 2018 av lagmannen. Gäller från 1 juli 2018." in page
    assert "registrator@lillmotingsratt.example" in page
    assert "Rollen innehas av arkivarien." in page


@in_turn("language", LANGUAGES)
def test_every_page_of_a_preview_is_marked_and_kept_from_search_engines(preview: FlaskClient, language: str) -> None:
    for path in ("/", "/sok?q=dom", "/saknas"):
        for mode in MODES:
            reply = preview.get(prefixed(path, language, mode))
            page = read(reply.text)
            assert len(page.all("aside", "draft")) == 1, (mode, path)
            assert [node.get("content") for node in page.all("meta") if node.get("name") == "robots"] == ["noindex"]
            assert reply.headers["X-Robots-Tag"] == "noindex"


def test_hits_of_a_preview_say_that_they_are_drafts(preview: FlaskClient, client: FlaskClient) -> None:
    assert all(hit["draft"] for hit in asked(preview, "/api/v1/search?q=domboken")["hits"])
    assert not any(hit["draft"] for hit in asked(client, "/api/v1/search?q=protokoll")["hits"])
    assert "X-Robots-Tag" not in client.get("/").headers
