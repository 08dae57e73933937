"""Every entry's page stands, quotes what it rests on word for word, and leads to the whole text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.kinds import EntryType
from data.quotes import normalised
from portal.web import urls
from tests.portal.pages.entry_parts import RECORDS, Paths, main

if TYPE_CHECKING:
    from data.model import Description
    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get
    from tests.portal.pages.reading import Node

NUMBER = "KS 2019/0917"


def passages_of(searcher: Searcher, description: Description, id_: str) -> tuple[str, ...]:
    entry = searcher.entries[description.id, id_]
    return description.source.sections[id_].passages if entry.type is EntryType.SECTION else entry.passages


def test_every_entry_but_a_question_has_a_page_of_its_own(searcher: Searcher, entry_paths: Paths) -> None:
    whole = [key for key, entry in searcher.entries.items() if not entry.part_of]
    assert len(set(entry_paths.values())) == len(whole) > 100


def test_a_question_stands_on_its_guide_s_page_at_its_address(
    site: dict[str, Node], searcher: Searcher, entry_paths: Paths
) -> None:
    asked = [(key, entry) for key, entry in searcher.entries.items() if entry.part_of]
    assert len(asked) == len(site["/begar-ut"].all("section", "question")) > 10
    for key, entry in asked:
        assert entry_paths[key] == "/begar-ut"
        anchor = urls.url_of(entry).partition("#")[2]
        (section,) = [each for each in site["/begar-ut"].walk() if each.get("id") == anchor]
        assert section.all("h3")[0].text == normalised(entry.title)


def test_every_entry_has_its_page_with_its_title(site: dict[str, Node], searcher: Searcher, entry_paths: Paths) -> None:
    for key, entry in searcher.entries.items():
        if not entry.part_of:
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
    without = [entry for entry in searcher.entries.values() if not passages_of(searcher, description, entry.id)]
    assert {entry.part_of or entry.id for entry in without} == {"begar-ut"}


def test_every_page_about_the_authority_names_the_case(site: dict[str, Node]) -> None:
    assert [path for path, page in site.items() if path.startswith("/norrkoping-ks/") and NUMBER not in page.text] == []


def test_the_page_says_no_more_of_the_date_than_the_year_of_the_case(site: dict[str, Node], entry_paths: Paths) -> None:
    for path in entry_paths.values():
        assert not re.search(r"(?:antag|beslut)\w* (?:den )?\d", site[path].visible)
        if site[path].all("figure", "passage"):
            assert "Numret KS 2019/0917 visar att ärendet är från 2019" in site[path].text


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
    begins = {
        "held": "Finns hos ",
        "elsewhere": "Finns hos ",
        "ask": "Fråga ",
        "unstated": "Står inte i beskrivningen",
    }
    for key, entry in searcher.entries.items():
        shown = site[entry_paths[key]].all("p", "verdict")
        assert len(shown) == (entry.type in RECORDS)
        for mark in shown:
            assert mark.text.startswith(begins[entry.verdict])
            assert entry.verdict in mark.get("class").split()


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
    assert "Finns hos Lönecenter" in page.text
    assert "kommunstyrelsens kontor" in get("/norrkoping-ks/sokmedel/personalakter").text


def test_the_answer_is_whole(site: dict[str, Node], searcher: Searcher, entry_paths: Paths) -> None:
    for key, entry in searcher.entries.items():
        for text in (entry.short, entry.answer):
            assert normalised(text) in main(site[entry_paths[key]]).text, key


def test_what_the_guidance_says_to_do_stands_step_by_step(
    site: dict[str, Node], searcher: Searcher, description: Description, entry_paths: Paths
) -> None:
    for key, entry in searcher.entries.items():
        guidance = description.guidance.get(entry.id)
        if guidance and guidance.type is entry.type and guidance.steps:
            (steps,) = site[entry_paths[key]].all("ol", "steps")
            assert [step.text for step in steps.all("li")] == [normalised(step) for step in guidance.steps]


def test_a_unit_that_is_our_suggestion_is_said_to_be(
    get: Get, searcher: Searcher, description: Description, entry_paths: Paths
) -> None:
    suggested = [each.id for each in description.guidance.values() if each.unit and not each.unit_stated]
    assert suggested
    for id_ in suggested:
        if searcher.entries[description.id, id_].type in RECORDS:
            assert (
                "Beskrivningen anger ingen enhet. Detta är vårt förslag" in get(entry_paths[description.id, id_]).text
            )
