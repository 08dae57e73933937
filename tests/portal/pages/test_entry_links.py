"""Where an entry leads: to paragraphs, units, people to ask, and to itself as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.kinds import EntryType, UnitKind
from data.quotes import normalised
from tests.in_turn import in_turn
from tests.portal.pages.entry_parts import IN_EACH_CASE, RECORDS, Paths, main
from tests.portal.pages.reading import Node, outside

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from data.model import Description
    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get


def panel(page: Node, heading: str) -> Node:
    """The part of a page under a heading."""
    (found,) = [
        node
        for node in page.all("section")
        if [child.text for child in node.all("h2") if child.parent is node] == [heading]
    ]
    return found


@in_turn(
    ("id_", "anchor"),
    [
        ("osl-18-3", "K18P3"),
        ("osl-19-3", "K19P3"),
        ("osl-21-1", "K21P1"),
        ("osl-21-3", "K21P3"),
        ("osl-24-8", "K24P8"),
        ("osl-39-1", "K39P1"),
        ("osl-39-2", "K39P2"),
        ("osl-39-3", "K39P3"),
    ],
)
def test_a_provision_leads_to_its_paragraph(get: Get, id_: str, anchor: str) -> None:
    page = get(f"/norrkoping-ks/sekretess/{id_}")
    (law,) = [node.get("href") for node in outside(page)]
    assert law == (
        "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"
        f"offentlighets-och-sekretesslag-2009400_sfs-2009-400/#{anchor}"
    )
    assert IN_EACH_CASE in page.visible


def test_a_record_names_its_provisions_each_with_page_and_statute(
    site: dict[str, Node], searcher: Searcher, description: Description, entry_paths: Paths
) -> None:
    for key, entry in searcher.entries.items():
        if entry.type not in RECORDS:
            continue
        shown = panel(site[entry_paths[key]], "Sekretess")
        for id_ in entry.provisions:
            provision = description.source.provisions[id_]
            hrefs = [link.get("href") for link in shown.all("a")]
            assert f"/norrkoping-ks/sekretess/{id_}" in hrefs
            assert any(href.endswith(f"#K{provision.chapter}P{provision.paragraph.replace(' ', '')}") for href in hrefs)
            assert provision.citation in shown.text


def test_a_unit_tells_who_leads_it_or_that_the_text_does_not(get: Get, description: Description) -> None:
    for unit in description.source.units.values():
        (facts,) = get(f"/norrkoping-ks/enhet/{unit.id}").all("dl", "facts")
        titles, words = ([each.text for each in facts.all(tag)] for tag in ("dt", "dd"))
        told = dict(zip(titles, words, strict=True))
        assert told["Chef"] == (normalised(unit.head) or "Framgår inte av beskrivningen.")
        assert told["Uppgifter"] == (
            normalised(" ".join(unit.tasks)) if unit.tasks else "Framgår inte av beskrivningen."
        )


def test_a_unit_tells_its_telephone_and_e_mail_or_that_the_text_does_not(get: Get, description: Description) -> None:
    for unit in description.source.units.values():
        asked = panel(get(f"/norrkoping-ks/enhet/{unit.id}"), "Fråga")
        hrefs = [link.get("href") for link in asked.all("a")]
        if unit.kind is UnitKind.EXTERNAL:
            assert "Beskrivningen anger inga kontaktuppgifter dit" in asked.text
            continue
        assert "tel:011150000" in hrefs
        assert "växeln hos Norrköpings kommun" in asked.text
        if unit.email:
            assert f"mailto:{unit.email}" in hrefs
        else:
            assert any(href.startswith("mailto:") for href in hrefs) == (
                "E-postadress framgår inte av beskrivningen." not in asked.text
            )


def test_another_units_e_mail_is_told_to_be_another_units(get: Get) -> None:
    asked = panel(get("/norrkoping-ks/enhet/kollega-konsument"), "Fråga")
    mail = [link for link in asked.all("a") if link.get("href").startswith("mailto:")]
    assert not mail or "igitaliseringsavdelningen" in asked.text


def test_a_unit_leads_to_those_above_and_below_it(get: Get, description: Description) -> None:
    for unit in description.source.units.values():
        hrefs = {link.get("href") for link in main(get(f"/norrkoping-ks/enhet/{unit.id}")).all("a")}
        near = {each.id for each in description.source.units.values() if each.parent == unit.id}
        near |= {unit.parent} - {""}
        assert {f"/norrkoping-ks/enhet/{id_}" for id_ in near} <= hrefs


def test_an_exchange_tells_how_and_when_or_that_the_text_does_not(get: Get, description: Description) -> None:
    for exchange in description.source.exchanges.values():
        (facts,) = get(f"/norrkoping-ks/uppgifter/{exchange.id}").all("dl", "facts")
        told = dict(zip(*([each.text for each in facts.all(tag)] for tag in ("dt", "dd")), strict=True))
        assert told["Hur"] == (normalised(exchange.how) or "Framgår inte av beskrivningen.")
        assert told["När"] == (normalised(exchange.when) or "Framgår inte av beskrivningen.")


def test_every_record_has_somebody_to_ask(site: dict[str, Node], searcher: Searcher, entry_paths: Paths) -> None:
    for key, entry in searcher.entries.items():
        if entry.type in RECORDS:
            asked = panel(site[entry_paths[key]], "Fråga")
            assert "tel:011150000" in [link.get("href") for link in asked.all("a")] or (
                "fråga registratorn" in asked.text
            ), key


def test_every_entry_leads_to_itself_as_data(
    client: FlaskClient, site: dict[str, Node], searcher: Searcher, entry_paths: Paths
) -> None:
    for key, entry in searcher.entries.items():
        if entry.type is not EntryType.GUIDE:
            address = f"/api/v1/entries/{entry.authority}/{entry.id}"
            assert address in [link.get("href") for link in site[entry_paths[key]].all("a")]
            assert client.get(address).status_code == 200
