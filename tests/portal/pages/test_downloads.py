"""Files for machines: they parse, they are whole, and all that they name is there."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from portal.api.downloads import as_cell
from portal.app import create_app
from portal.settings import Settings
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from index.answer.search import Searcher

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
PUBLIC = "https://vagvisaren.example"
Keys = set[tuple[str, str]]


def xml(client: FlaskClient, path: str) -> ET.Element:
    response = client.get(path)
    assert response.status_code == 200
    return ET.fromstring(response.data)  # noqa: S314  (our own file)


@pytest.fixture
def public(settings: Settings) -> FlaskClient:
    """A visitor of the portal at its own address."""
    return create_app(Settings(generations=settings.generations, public_url=PUBLIC)).test_client()


def test_the_json_file_holds_every_entry_whole(client: FlaskClient, searcher: Searcher) -> None:
    response = client.get("/oppna-data/poster.json")
    assert response.mimetype == "application/json"
    assert response.headers["Content-Disposition"] == 'attachment; filename="vagvisaren-poster.json"'
    entries = json.loads(response.data)["entries"]
    assert {(each["authority"], each["id"]) for each in entries} == searcher.entries.keys()
    for each in entries[::10]:
        assert client.get(f"/api/v1/entries/{each['authority']}/{each['id']}").get_json() == each


def test_the_csv_file_holds_every_entry_as_a_row(client: FlaskClient, searcher: Searcher) -> None:
    response = client.get("/oppna-data/poster.csv")
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="vagvisaren-poster.csv"'
    assert response.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"), newline="")))
    assert {(row["authority"], row["id"]) for row in rows} == searcher.entries.keys()
    assert len(rows) == len(searcher.entries)
    for row in rows:
        entry = searcher.entries[row["authority"], row["id"]]
        assert row["type"] == entry.type.value
        assert (row["title"], row["answer"], row["scope"]) == (entry.title, entry.whole_answer, entry.scope)
        assert row["secrecy"] == entry.secrecy.value
        assert row["part_of"] == entry.part_of
        assert row["number"] == "KS 2019/0917"
        assert row["finding_aids"].split() == list(entry.finding_aids)


def test_no_cell_is_a_formula(client: FlaskClient) -> None:
    rows = csv.reader(io.StringIO(client.get("/oppna-data/poster.csv").data.decode("utf-8-sig"), newline=""))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_every_address_of_the_csv_file_is_there(client: FlaskClient) -> None:
    rows = csv.DictReader(io.StringIO(client.get("/oppna-data/poster.csv").data.decode("utf-8-sig"), newline=""))
    for row in rows:
        assert client.get(row["url"].removeprefix("http://localhost")).status_code == 200


def test_the_sitemap_names_every_page_and_each_is_there_and_indexed(
    client: FlaskClient, entry_paths: dict[tuple[str, str], str]
) -> None:
    root = xml(client, "/sitemap.xml")
    assert root.tag == f"{SITEMAP}urlset"
    found = [place.text or "" for place in root.iter(f"{SITEMAP}loc")]
    assert len(found) == len(set(found))
    paths = {place.removeprefix("http://localhost") for place in found}
    assert set(entry_paths.values()) <= paths
    assert {"/", "/norrkoping-ks/", "/norrkoping-ks/beskrivning", "/om", "/tillganglighet", "/oppna-data"} <= paths
    assert not [path for path in paths if path.startswith("/sok") or "?" in path or "#" in path]
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200
        assert "noindex" not in response.get_data(as_text=True)


def test_robots_may_read_all_since_what_they_must_not_list_says_so_itself(client: FlaskClient) -> None:
    response = client.get("/robots.txt")
    assert response.mimetype == "text/plain"
    rules = RobotFileParser()
    rules.parse(response.get_data(as_text=True).splitlines())
    assert rules.can_fetch("*", "http://localhost/norrkoping-ks/sokmedel/heroma")
    assert rules.can_fetch("*", "http://localhost/om")
    assert rules.can_fetch("*", "http://localhost/sok?q=protokoll")
    assert rules.can_fetch("*", "http://localhost/kiosk/")  # which says noindex itself
    assert rules.site_maps() == ["http://localhost/sitemap.xml"]


def test_a_browser_can_search_from_its_own_bar(client: FlaskClient) -> None:
    response = client.get("/opensearch.xml")
    assert response.mimetype == "application/opensearchdescription+xml"
    root = xml(client, "/opensearch.xml")
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    name, description = (root.findtext(f"{OPENSEARCH}{tag}") or "" for tag in ("ShortName", "Description"))
    assert 0 < len(name) <= 16
    assert description
    (url,) = root.findall(f"{OPENSEARCH}Url")
    template = url.attrib["template"]
    assert url.attrib["type"] == "text/html"
    assert (
        client.get(template.replace("{searchTerms}", "protokoll").removeprefix("http://localhost")).status_code == 200
    )


@in_turn("path", ["/robots.txt", "/sitemap.xml", "/opensearch.xml", "/oppna-data/poster.csv", "/", "/oppna-data"])
def test_whole_addresses_are_the_portals_own(public: FlaskClient, path: str) -> None:
    text = public.get(path, headers={"Host": "evil.example"}).get_data(as_text=True)
    assert PUBLIC in text
    assert "evil.example" not in text


@in_turn("host", ["a<b>", 'a"b', "a b", "a/b", "", "a" * 300, "å.example", "[::1", "a:x"])
@in_turn("path", ["/", "/robots.txt", "/sitemap.xml", "/opensearch.xml", "/oppna-data"])
def test_a_strange_host_is_no_failure_and_does_not_come_back_raw(client: FlaskClient, path: str, host: str) -> None:
    response = client.get(path, headers={"Host": host.encode().decode("latin-1")})
    assert response.status_code < 500
    assert not re.search(r"a<b>|a\"b", response.get_data(as_text=True))


def test_a_parameter_of_a_file_changes_nothing(client: FlaskClient) -> None:
    for path in ("/robots.txt", "/sitemap.xml", "/opensearch.xml", "/oppna-data/poster.csv", "/oppna-data/poster.json"):
        assert client.get(f"{path}?q=<b>&x=1").data == client.get(path).data


@in_turn("value", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "＝1"])
def test_a_cell_is_no_formula(value: str) -> None:
    assert as_cell(value) == f"'{value}"


@pytest.mark.parametrize("value", ["Protokoll", "", "a=b", "011-15 00 00"])
def test_other_cells_are_as_they_are(value: str) -> None:
    assert as_cell(value) == value
