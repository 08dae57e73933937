"""The whole text: every paragraph of the original, in its order, each with an address of its own."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.quotes import blocks, normalised
from index.build.builder import build
from portal.app import create_app
from portal.settings import Settings
from tests.portal.pages.reading import Node, ids
from tests.support import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description
    from tests.portal.pages.conftest import Get

ORIGINAL = DATA / "descriptions" / "norrkoping-ks" / "original.txt"


@pytest.fixture
def page(get: Get) -> Node:
    return get("/norrkoping-ks/beskrivning")


def shown(page: Node) -> list[str]:
    """The text as one reads it down the page: headings, subheadings and paragraphs."""
    (article,) = page.all("article", "whole")
    return [node.text for node in article.walk() if node.tag in {"h2", "h3", "blockquote"}]


def test_every_paragraph_of_the_original_stands_in_its_order(page: Node) -> None:
    original = normalised(" ".join(blocks(ORIGINAL.read_text(encoding="utf-8"))))
    whole = normalised(" ".join(shown(page)))
    assert whole == original


def test_every_passage_has_one_anchor_with_its_own_text(page: Node, description: Description) -> None:
    for passage in description.source.passages.values():
        (place,) = [node for node in page.walk() if node.get("id") == passage.id]
        (quote,) = place.all("blockquote")
        assert quote.text == normalised(passage.text)
        assert quote.get("lang") == "sv"
        assert [link.get("href") for link in place.all("a")] == [f"#{passage.id}"]


def test_every_section_has_an_anchor_and_a_place_in_the_contents(page: Node, description: Description) -> None:
    (contents,) = page.all("nav", "contents")
    assert [link.get("href") for link in contents.all("a")] == [f"#{id_}" for id_ in description.source.sections]
    assert set(description.source.sections) <= set(ids(page))


def test_nothing_of_ours_stands_within_the_quotes(page: Node, description: Description) -> None:
    quotes = [quote.text for quote in page.all("blockquote")]
    assert quotes == [normalised(passage.text) for passage in description.source.passages.values()]


def test_the_checksum_is_the_originals(page: Node) -> None:
    assert hashlib.sha256(ORIGINAL.read_bytes()).hexdigest() in page.text


def test_the_original_is_the_users_own_text() -> None:
    kept = ORIGINAL.with_name("original.txt.sha256").read_text(encoding="utf-8").split()[0]
    assert hashlib.sha256(ORIGINAL.read_bytes()).hexdigest() == kept


def test_asterisks_of_the_source_become_emphasis(page: Node, description: Description) -> None:
    assert "*" not in "".join(node.raw for node in page.all("blockquote"))
    starred = sum(passage.text.count("*") for passage in description.source.passages.values()) // 2
    assert len([node for node in page.all("em") if node.within("blockquote")]) == starred


def test_a_heading_below_another_is_a_heading_of_its_own_level(small: Description, tmp_path: Path) -> None:
    sections = small.source.sections
    deeper = {**sections, "register": replace(sections["register"], level=2)}
    build(tmp_path, [replace(small, source=replace(small.source, sections=deeper))])
    page = create_app(Settings(generations=tmp_path)).test_client().get("/exempel-namnd/beskrivning").text
    assert '<h3 id="rubrik-register"' in page
    assert '<h2 id="rubrik-organisation"' in page
