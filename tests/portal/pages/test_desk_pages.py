"""The desk's pages: an answer in the order of a call, someone to ask in every case, and nothing lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from data.kinds import EntryType, UnitKind
from data.wordcount import MOST_SPOKEN, words_of
from index.result import Coverage, SearchRequest
from tests.in_turn import in_turn
from tests.portal.pages.desk_addresses import PAGES
from tests.portal.pages.reading import Node, link_rel, meta

if TYPE_CHECKING:
    from data.model import Description
    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get

SAID_OF_SECRECY = "Om sekretess, och vad du inte ska lova"
ORDER = ["verdict", "title", "scope", "Koppla till", "email", "Att säga", SAID_OF_SECRECY, "Om ingen svarar", "number"]
ALWAYS = set(ORDER) - {"scope", "email"}
NUMBER = "noll elva, femton, noll noll, noll noll"
HELD = ["protokoll", "min gamla personalakt", "faktura", "vem är chef på personalavdelningen"]
SIGNPOSTED = ["betyg", "bygglov"]
TIED = {
    "protokoll": ["/protokoll", "/namndhandlingar", "/diarieforda-arenden"],
}
NOT_TIED = ["", "min gamla personalakt", "faktura", "betyg", "qqxxzz"]


def calls(page: Node) -> list[Node]:
    """The answers of a page, the best first."""
    return page.all("section", "call")


def rows(page: Node) -> list[Node]:
    """The results of a page, the best first."""
    return page.all("a", "row")


def search(get: Get, query: str) -> Node:
    """The desk's results."""
    return get(f"/telefon/sok?q={query}")


def part(node: Node) -> str:
    """Which part of an answer an element is; empty where it is none."""
    if "title" in node.get("class").split():
        return "title"
    if node.get("class") == "part":
        return node.text
    if node.tag == "p" and NUMBER in node.text:
        return "number"
    first = node.get("class").partition(" ")[0]
    return "email" if first == "spelled" else first


def parts(call: Node) -> list[str]:
    """The parts of an answer, in the order in which they stand."""
    return [name for node in call.walk() if (name := part(node)) in ORDER]


@pytest.fixture(scope="session")
def record_types(searcher: Searcher, entry_paths: dict[tuple[str, str], str]) -> dict[str, str]:
    """The address of every record type's page, by its id."""
    return {
        id_: entry_paths[authority, id_]
        for (authority, id_), entry in searcher.entries.items()
        if entry.type is EntryType.RECORD_TYPE
    }


def test_the_answer_of_every_record_type_goes_as_a_call_goes(get: Get, record_types: dict[str, str]) -> None:
    for path in record_types.values():
        (call,) = calls(get(f"/telefon{path}"))
        found = parts(call)
        assert found == [name for name in ORDER if name in found], path
        assert set(found) >= ALWAYS, path


def test_every_record_type_says_its_scope_where_it_has_one(
    get: Get, searcher: Searcher, description: Description, record_types: dict[str, str]
) -> None:
    for id_, path in record_types.items():
        (call,) = calls(get(f"/telefon{path}"))
        scope = searcher.entries[description.id, id_].scope
        assert [each.text for each in call.all("p", "scope")] == ([f"Gäller {scope}"] if scope else [])


@pytest.mark.parametrize("query", ["personalakt", "protokoll"])
def test_each_answer_among_the_results_says_its_scope(
    get: Get, searcher: Searcher, description: Description, query: str
) -> None:
    answers = [call for call in calls(search(get, query)) if call.get("id").startswith("svar-")]  # and no signposts
    scopes = [
        searcher.entries[description.id, call.get("id").removeprefix(f"svar-{description.id}-")].scope
        for call in answers
    ]
    assert any(scopes)
    told = [[scope.text for scope in call.all("p", "scope")] for call in answers]
    assert told == [[f"Gäller {scope}"] if scope else [] for scope in scopes]


def test_the_number_of_every_record_type_is_said_in_words(get: Get, record_types: dict[str, str]) -> None:
    for path in record_types.values():
        (call,) = calls(get(f"/telefon{path}"))
        assert call.text.count(NUMBER) == 1, path


def test_nobody_is_told_to_transfer_to_another_organisation(
    get: Get, description: Description, record_types: dict[str, str]
) -> None:
    others = {unit.name for unit in description.source.units.values() if unit.kind is UnitKind.EXTERNAL}
    for path in record_types.values():
        (call,) = calls(get(f"/telefon{path}"))
        assert not others & {node.text for node in call.all("p", "to")}, path


def test_where_another_organisation_holds_it_the_answer_says_so_before_whom_to_transfer_to(get: Get) -> None:
    (call,) = calls(get("/telefon/norrkoping-ks/handlingsslag/anstalldas-personalakter"))
    assert call.text.index("Lönecenter är en annan organisation") < call.text.index("registratorn Fråga efter")


def test_who_leads_a_unit_is_told_where_the_description_says(get: Get) -> None:
    (call,) = calls(get("/telefon/norrkoping-ks/enhet/personalavdelningen"))
    assert "Chef: personaldirektören." in [node.text for node in call.all("div", "script")[0].all("p")]


def test_nothing_is_said_of_who_leads_a_unit_where_the_description_does_not(get: Get) -> None:
    (call,) = calls(get("/telefon/norrkoping-ks/enhet/kontaktcenter"))
    assert "Chef:" not in call.text


@pytest.mark.parametrize("query", HELD)
def test_what_the_description_holds_comes_first(get: Get, query: str) -> None:
    assert rows(search(get, query))[0].get("href").startswith("/telefon/norrkoping-ks/")


@pytest.mark.parametrize("query", SIGNPOSTED)
def test_a_signpost_comes_first_where_the_description_does_not_hold_it(get: Get, query: str) -> None:
    assert "Hänvisning" in rows(search(get, query))[0].text


@pytest.mark.parametrize("query", SIGNPOSTED)
def test_a_signpost_is_marked_as_general_knowledge(get: Get, query: str) -> None:
    assert calls(search(get, query))[0].all("p", "ours")[0].text == "Allmän kunskap, inte ur beskrivningen."


@pytest.mark.parametrize("query", SIGNPOSTED)
def test_a_copied_signpost_is_marked_as_general_knowledge_too(get: Get, query: str) -> None:
    copied = [node.text for node in calls(search(get, query))[0].all("pre")]
    assert len(copied) == 2
    assert all("Allmän kunskap, inte ur beskrivningen." in each for each in copied)


def test_what_the_description_holds_is_not_marked_as_general_knowledge(get: Get) -> None:
    assert calls(search(get, "protokoll"))[0].all("p", "ours") == []


def test_what_two_entries_hold_between_them_is_not_called_unstated(get: Get, searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("protokoll fakturor"))
    assert (result.coverage, result.unknown) == (Coverage.PARTIAL, ())
    first, second = rows(search(get, result.request.query))[:2]
    assert {each.get("data-answer") for each in (first, second)} == {
        "svar-norrkoping-ks-protokoll",
        "svar-norrkoping-ks-fakturor",
    }


def test_two_needs_of_a_caller_are_two_rows_and_no_choice_between_them(get: Get) -> None:
    page = search(get, "fakturor och verifikationer")
    assert [(row.all("span", "need")[0].text, row.all("strong")[0].text) for row in rows(page)[:2]] == [
        ("Om fakturor:", "Fakturor"),
        ("Om verifikationer:", "Bokföring och ekonomihandlingar"),
    ]
    assert [call.all("p", "need")[0].text for call in calls(page)[:2]] == ["Om fakturor:", "Om verifikationer:"]
    assert page.all("section", "ask") == []


def test_where_nobody_has_an_answer_the_page_says_that_it_is_unstated(get: Get) -> None:
    assert [row.text for row in rows(search(get, "qqxxzz"))] == ["Inget svar i beskrivningen Står inte i beskrivningen"]


def test_where_nobody_has_an_answer_a_registrar_is_the_one_to_transfer_to(get: Get) -> None:
    (call,) = calls(search(get, "qqxxzz"))
    assert [node.text for node in call.all("p", "to")] == ["registratorn"]


def test_where_nobody_has_an_answer_nothing_of_the_record_is_promised(get: Get) -> None:
    assert "Lova inte att handlingen finns, eller att den inte finns." in search(get, "qqxxzz").text


@in_turn("query", [*HELD, *SIGNPOSTED])
def test_where_somebody_has_an_answer_no_row_says_that_there_is_none(get: Get, query: str) -> None:
    assert "svar-saknas" not in [row.get("data-answer") for row in rows(search(get, query))]


@in_turn("query", [*HELD, *SIGNPOSTED, "qqxxzz"])
def test_every_row_has_its_answer_in_the_same_order(get: Get, query: str) -> None:
    page = search(get, query)
    assert [row.get("data-answer") for row in rows(page)] == [call.get("id") for call in calls(page)]


@in_turn("query", [*HELD, *SIGNPOSTED, "qqxxzz"])
def test_the_first_answer_alone_is_shown(get: Get, query: str) -> None:
    assert ["hidden" in call.attributes for call in calls(search(get, query))].index(False) == 0


@pytest.mark.parametrize("query", TIED)
def test_where_two_answers_tie_the_page_has_a_question_for_the_caller(get: Get, query: str) -> None:
    (asked,) = search(get, query).all("section", "ask")
    assert [node.get("href").removeprefix("/telefon/norrkoping-ks/handlingsslag") for node in asked.all("a")] == TIED[
        query
    ]


def test_the_question_stands_before_the_answers(get: Get) -> None:
    page = search(get, "protokoll")
    order = list(page.walk())
    assert order.index(page.all("section", "ask")[0]) < order.index(calls(page)[0])


@in_turn("query", NOT_TIED)
def test_where_one_answer_stands_out_the_caller_is_asked_nothing(get: Get, query: str) -> None:
    assert search(get, query).all("section", "ask") == []


@pytest.mark.parametrize("mode", ["", "/kiosk"])
def test_other_modes_ask_nothing(get: Get, mode: str) -> None:
    assert get(f"{mode}/sok?q=protokoll").all("section", "ask") == []


@in_turn("path", PAGES)
def test_no_search_engine_lists_a_desk_page(get: Get, path: str) -> None:
    assert meta(get(f"/telefon{path}"), "robots") == "noindex"


@in_turn("path", PAGES)
def test_a_desk_page_names_the_plain_page_as_its_own(get: Get, path: str) -> None:
    assert urlsplit(link_rel(get(f"/telefon{path}"), "canonical")).path == urlsplit(path).path


@pytest.mark.parametrize("language", ["en", "ar", "latt"])
def test_a_desk_page_in_another_language_names_the_plain_page_in_that_language(get: Get, language: str) -> None:
    page = get(f"/telefon/{language}/norrkoping-ks/handlingsslag/protokoll")
    assert urlsplit(link_rel(page, "canonical")).path == f"/{language}/norrkoping-ks/handlingsslag/protokoll"


def test_what_is_said_has_one_offer_that_the_panel_has_too_and_each_line_is_one_breath(
    get: Get, record_types: dict[str, str]
) -> None:
    for path in record_types.values():
        (call,) = calls(get(f"/telefon{path}"))
        said = [line.text for line in call.all("div", "script")[0].all("p")]
        assert all(len(words_of(line)) <= MOST_SPOKEN for line in said), path
        (to,) = (node.text for node in call.all("p", "to"))
        assert [line for line in said if "koppla" in line] == [said[-1]]
        assert said[-1].casefold() == f"ska jag koppla dig till {to.casefold()}?", path
        assert f"Koppla till: {to}".casefold() in call.all("pre")[0].text.casefold()


@pytest.mark.parametrize(
    ("path", "verdict", "offered"),
    [
        ("anstalldas-personalakter", "Finns hos Lönecenter", "registratorn"),
        ("fakturor", "Fråga ekonomi- och styrningsavdelningen", "ekonomi- och styrningsavdelningen"),
        ("mal-och-riktlinjer", "Fråga registratorn", "registratorn"),
        ("protokoll", "Vi har det", "registratorn"),
        ("overlamnade-arkivhandlingar", "Vi har det", "stadsarkivet"),
        ("statistikrapporter", "Vi har det", "utvecklings- och utredningsenheten"),
    ],
)
def test_the_offer_agrees_with_the_verdict_and_the_written_answer(
    get: Get, record_types: dict[str, str], path: str, verdict: str, offered: str
) -> None:
    (call,) = calls(get(f"/telefon{record_types[path]}"))
    assert call.all("p", "verdict")[0].text == verdict
    assert call.all("div", "script")[0].all("p")[-1].text == f"Ska jag koppla dig till {offered}?"


@pytest.mark.parametrize("query", ["barnet blir slaget", "min sambon slår mig protokoll", "112"])
def test_where_somebody_may_be_in_danger_where_to_call_is_said_before_all_else(get: Get, query: str) -> None:
    call = calls(search(get, query))[0]
    said = [line.text for line in call.all("div", "script")[0].all("p")]
    assert "ring 112 nu" in said[0]
    assert (call.all("p", "verdict"), "registrator" in call.text) == ([], False)


@pytest.mark.parametrize(
    ("query", "offer"), [("bygglov", "Ska jag koppla dig dit?"), ("patientjournal", "Dit får du vända dig själv.")]
)
def test_only_to_a_board_of_the_municipality_does_one_offer_to_put_a_caller_through(
    get: Get, query: str, offer: str
) -> None:
    said = [line.text for line in calls(search(get, query))[0].all("div", "script")[0].all("p")]
    assert (said[0], said[-1]) == ("Det nämner kommunstyrelsen inte bland sina handlingar.", offer)
