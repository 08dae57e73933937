"""Every entry's page stands, quotes what it rests on word for word, and leads to the whole text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.kinds import EntryType, UnitKind
from data.quotes import normalised
from tests.in_turn import in_turn
from tests.portal.pages.reading import Node, outside

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from data.model import Description
    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get

NUMBER = "KS 2019/0917"
RECORDS = {EntryType.RECORD_TYPE, EntryType.FINDING_AID}
IN_EACH_CASE = "prövas i varje enskilt fall"
Paths = dict[tuple[str, str], str]


def main(page: Node) -> Node:
    (found,) = page.all("main")
    return found


def panel(page: Node, heading: str) -> Node:
    """The part of a page under a heading."""
    (found,) = [
        node
        for node in page.all("section")
        if [child.text for child in node.all("h2") if child.parent is node] == [heading]
    ]
    return found


def passages_of(searcher: Searcher, description: Description, id_: str) -> tuple[str, ...]:
    entry = searcher.entries[description.id, id_]
    return description.source.sections[id_].passages if entry.type is EntryType.SECTION else entry.passages


def test_there_are_as_many_pages_as_entries(searcher: Searcher, entry_paths: Paths) -> None:
    assert len(set(entry_paths.values())) == len(searcher.entries) > 100


def test_every_entry_has_its_page_with_its_title(site: dict[str, Node], searcher: Searcher, entry_paths: Paths) -> None:
    for key, entry in searcher.entries.items():
        (heading,) = site[entry_paths[key]].all("h1")
        assert heading.text == normalised(entry.title)


def test_every_entry_quotes_its_passages_word_for_word_with_their_place(
    site: dict[str, Node], searcher: Searcher, description: Description, entry_paths: Paths
) -> None:
    checked = 0
    for (authority, id_), path in entry_paths.items():
        page = site[path]
        figures = page.all("figure", "passage")
        for passage_id in passages_of(searcher, description, id_):
            passage = description.source.passages[passage_id]
            place = f"/{authority}/beskrivning#{passage_id}"
            (figure,) = [each for each in figures if place in [link.get("href") for link in each.all("a")]]
            (quote,) = figure.all("blockquote")
            assert quote.text == normalised(passage.whole)
            assert quote.get("lang") == "sv"
            assert quote.get("cite") == place
            assert NUMBER in figure.text
            checked += 1
    assert checked > len(entry_paths)


def test_a_blockquote_holds_the_descriptions_words_and_no_others(
    site: dict[str, Node], description: Description
) -> None:
    whole = {normalised(passage.whole) for passage in description.source.passages.values()}
    texts = {normalised(passage.text) for passage in description.source.passages.values()}
    for path, page in site.items():
        allowed = texts if path.endswith("/beskrivning") else whole
        assert {quote.text for quote in page.all("blockquote")} <= allowed, path


def test_short_quotes_too_stand_in_the_description(site: dict[str, Node], description: Description) -> None:
    source = " ".join(normalised(passage.whole) for passage in description.source.passages.values())
    source += " ".join(normalised(section.heading) for section in description.source.sections.values())
    wrong = {quote.text for page in site.values() for quote in page.all("q") if quote.text not in source}
    assert wrong == set()


def test_only_the_guide_rests_on_no_passage(searcher: Searcher, description: Description) -> None:
    without = [entry.id for entry in searcher.entries.values() if not passages_of(searcher, description, entry.id)]
    assert without == ["begar-ut"]


def test_every_page_about_the_authority_names_the_case(site: dict[str, Node]) -> None:
    assert [path for path, page in site.items() if path.startswith("/norrkoping-ks/") and NUMBER not in page.text] == []


def test_the_page_says_no_more_of_the_date_than_the_year_of_the_case(site: dict[str, Node], entry_paths: Paths) -> None:
    for path in entry_paths.values():
        assert not re.search(r"(?:antag|beslut)\w* (?:den )?\d", site[path].visible)
        if site[path].all("figure", "passage"):
            assert "Beskrivningen saknar datum. Numret KS 2019/0917 visar att ärendet är från 2019" in site[path].text


def test_every_page_of_a_record_says_that_secrecy_is_tried_in_each_case(
    site: dict[str, Node], searcher: Searcher, entry_paths: Paths
) -> None:
    for key, entry in searcher.entries.items():
        if entry.type in RECORDS:
            assert IN_EACH_CASE in site[entry_paths[key]].visible, key


def test_what_is_published_openly_is_said_to_be_because_the_text_says_so(
    get: Get, searcher: Searcher, entry_paths: Paths
) -> None:
    published = [key for key, entry in searcher.entries.items() if entry.secrecy == "published"]
    assert published
    for key in published:
        if searcher.entries[key].type in RECORDS:
            assert "Beskrivningen säger att detta publiceras öppet." in get(entry_paths[key]).visible


def test_every_page_of_a_record_begins_with_its_verdict(
    site: dict[str, Node], searcher: Searcher, entry_paths: Paths
) -> None:
    labels = {
        "held": "Finns hos kommunstyrelsen",
        "elsewhere": "Finns hos en annan organisation",
        "unstated": "Framgår inte av beskrivningen",
    }
    for key, entry in searcher.entries.items():
        shown = [each.text for each in site[entry_paths[key]].all("p", "verdict")]
        assert shown == ([labels[entry.verdict]] if entry.type in RECORDS else [])


def test_ours_is_marked_as_ours(site: dict[str, Node], searcher: Searcher, entry_paths: Paths) -> None:
    for key, entry in searcher.entries.items():
        if entry.type is EntryType.GUIDE:
            continue
        marked = any("våra ord, inte beskrivningens" in each.text for each in site[entry_paths[key]].all("p", "ours"))
        assert marked == entry.ours, key


def test_what_nobody_has_reviewed_is_said_to_be_so(
    site: dict[str, Node], searcher: Searcher, description: Description, entry_paths: Paths
) -> None:
    for key, entry in searcher.entries.items():
        guidance = description.guidance.get(entry.id)
        if guidance and guidance.type is entry.type is EntryType.RECORD_TYPE and not guidance.reviewed_on:
            assert "Inte granskad av myndigheten än." in site[entry_paths[key]].text


def test_an_answer_stands_with_its_scope(site: dict[str, Node], searcher: Searcher, entry_paths: Paths) -> None:
    for key, entry in searcher.entries.items():
        if entry.type is EntryType.GUIDE:
            continue
        shown = [each.text for each in main(site[entry_paths[key]]).all("p", "scope")]
        assert shown == ([normalised(f"Gäller {entry.scope}")] if entry.scope else []), key


def test_the_personnel_files_are_those_of_the_office_and_no_others(get: Get) -> None:
    page = get("/norrkoping-ks/handlingsslag/anstalldas-personalakter")
    (scope,) = page.all("p", "scope")
    assert scope.text == "Gäller bara för kommunstyrelsens kontor"
    assert "andra anställdas akter, till exempel lärares, nämns inte i beskrivningen" in page.text
    assert "Finns hos en annan organisation" in page.text
    assert "kommunstyrelsens kontor" in get("/norrkoping-ks/sokmedel/personalakter").text


def test_the_answer_is_whole(site: dict[str, Node], searcher: Searcher, entry_paths: Paths) -> None:
    for key, entry in searcher.entries.items():
        assert normalised(entry.answer) in main(site[entry_paths[key]]).text, key


def test_what_the_guidance_says_to_do_stands_step_by_step(
    site: dict[str, Node], searcher: Searcher, description: Description, entry_paths: Paths
) -> None:
    for key, entry in searcher.entries.items():
        guidance = description.guidance.get(entry.id)
        if guidance and guidance.type is entry.type and guidance.steps:
            (steps,) = site[entry_paths[key]].all("ol", "steps")
            assert [step.text for step in steps.all("li")] == [normalised(step) for step in guidance.steps]


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
        assert "kommunens växel" in asked.text
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


def test_a_unit_that_is_our_suggestion_is_said_to_be(
    get: Get, searcher: Searcher, description: Description, entry_paths: Paths
) -> None:
    suggested = [each.id for each in description.guidance.values() if each.unit and not each.unit_stated]
    assert suggested
    for id_ in suggested:
        if searcher.entries[description.id, id_].type in RECORDS:
            assert (
                "Beskrivningen anger ingen enhet; detta är vårt förslag" in get(entry_paths[description.id, id_]).text
            )


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
