"""The answer card: what helps first, a way to ask and one to write, what is of one matter, and filters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.kinds import EntryType
from data.quotes import normalised
from portal.pages.entry import reviewed
from tests.in_turn import in_turn
from tests.portal.pages.entry_parts import RECORDS, Paths, main
from tests.portal.pages.reading import Node

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from data.model import Description
    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get

FILES = "anstalldas-personalakter"


def addresses(node: Node) -> list[str]:
    return [link.get("href") for link in node.all("a")]


def count(page: Node) -> str:
    (found,) = [node for node in page.all("p") if node.get("id") == "count"]
    return found.text


def card_titles(page: Node) -> list[str]:
    """The addresses of the cards, the answer's first."""
    return [
        heading.all("a")[0].get("href") for heading in page.all() if heading.tag in {"h2", "h3"} and heading.all("a")
    ]


def test_what_helps_comes_first_then_how_to_ask_then_law_and_source(get: Get, description: Description) -> None:
    (card,) = get("/sok?q=personalakter").all("article", "answer")
    said = description.guidance[FILES]
    order = [node.get("class").split()[0] for node in card.walk() if "class" in node.attributes]
    wanted = ["verdict", "short", "scope", "rest", "ways", "steps", "otherwise", "facts"]
    assert [name for name in dict.fromkeys(order) if name in wanted] == wanted
    assert card.all("p", "short")[0].text == normalised(said.short)
    assert [step.text for step in card.all("ol", "steps")[0].all("li")] == [normalised(step) for step in said.steps]
    assert card.all("li", "call")[0].all("a")[0].get("href") == "tel:011150000"
    assert card.all("dt")[-1].text == "Källa"


def test_what_is_general_knowledge_is_marked_as_such(
    site: dict[str, Node], description: Description, entry_paths: Paths
) -> None:
    told = [each for each in description.guidance.values() if each.general and each.type is not EntryType.GUIDE]
    assert told
    for each in told:
        (shown,) = site[entry_paths[description.id, each.id]].all("div", "general")
        assert shown.text == normalised(f"{each.general} Allmän kunskap, inte ur beskrivningen.")


def test_whoever_cannot_ring_can_write_on_every_page_that_says_whom_to_ask(
    site: dict[str, Node], entry_paths: Paths
) -> None:
    pages = [site[path] for path in entry_paths.values() if site[path].all("ul", "ways")]
    assert len(pages) > 80
    for page in pages:
        (way,) = page.all("li", "write")
        assert addresses(way)[0].startswith(("mailto:", "/begar-ut"))


def test_a_request_is_begun_by_the_name_of_the_record(get: Get) -> None:
    (way,) = get("/en/sok?q=personalakter").all("li", "write")[:1]
    assert addresses(way)[0].startswith(("mailto:", "/en/begar-ut?vad=Personalakter"))


def test_what_the_text_does_not_say_stands_by_its_words(
    site: dict[str, Node], description: Description, entry_paths: Paths
) -> None:
    told = [each for each in description.guidance.values() if each.unsaid and each.type in RECORDS]
    assert told
    for each in told:
        (shown,) = site[entry_paths[description.id, each.id]].all("p", "unsaid")
        assert shown.text == normalised(f"Det säger inte beskrivningen: {each.unsaid}")
        assert shown.parent is not None
        assert shown.parent.all("blockquote")


def test_hits_on_one_matter_share_a_card_and_all_are_counted(client: FlaskClient, get: Get) -> None:
    page, reply = get("/sok?q=e-post"), client.get("/api/v1/search?q=e-post&limit=10").get_json()
    record, register = "/norrkoping-ks/handlingsslag/inkommen-e-post", "/norrkoping-ks/sokmedel/e-post"
    assert {record, register} <= {hit["url"] for hit in reply["hits"]}
    assert card_titles(page)[0] == record
    assert register not in card_titles(page)
    assert register in addresses(page.all("article", "answer")[0])
    assert count(page) == f"{reply['total']} träffar för e-post"


def test_filters_come_after_the_first_card_and_only_such_as_leave_something_out(get: Get) -> None:
    page = get("/sok?q=arkiv")
    nodes = list(page.walk())
    (answer,) = page.all("article", "answer")
    (filters,) = [node for node in nodes if node.get("id") == "filters"]
    assert nodes.index(answer) < nodes.index(filters) < nodes.index(page.all("li", "card")[0])
    total = count(page).split()[0]
    shown = [[number.text for number in box.all("span", "count")] for box in filters.all("fieldset")]
    assert shown
    assert not [counts for counts in shown if total in counts or not counts]


@in_turn("query", ["q=personalakt", "q=heroma&type=record_type", "q=zebra"])
def test_few_hits_leave_the_filters_folded_but_never_a_chosen_one(get: Get, query: str) -> None:
    page = get(f"/sok?{query}")
    (filters,) = page.all("details")[:1]
    assert ("data-few" in filters.attributes) == ("type=" not in query)
    assert bool(page.all("ul", "chips")) == ("type=" in query)


def test_units_stand_as_a_tree(get: Get, description: Description) -> None:
    boxes = {box.all("legend")[0].text: box for box in get("/sok").all("fieldset")}
    (shown,) = [node for node in boxes["Enhet att fråga"].children if isinstance(node, Node) and node.tag == "ul"]
    options = [(item.all("input")[0].get("value"), item.get("class")) for item in shown.all("li")]
    assert len(options) <= 8
    at = {id_: place for place, (id_, _) in enumerate(options)}
    for id_, indented in options:
        above = [unit.id for unit in description.source.unit_and_above(id_)][1:]
        assert indented == ("" if not at.keys() & above else f"below-{len(at.keys() & above)}")
        assert all(at[each] < at[id_] for each in at.keys() & above)


def test_what_does_not_answer_is_followed_by_three_at_most_and_the_rest_on_the_next_page(get: Get) -> None:
    page = get("/sok?q=arkiv+zebra")
    assert len(page.all("li", "card")) == 3
    (following,) = [link.get("href") for link in page.all("a") if link.get("rel") == "next"]
    after = get(following)
    assert not set(card_titles(page)) & set(card_titles(after))
    assert "Sida 2 av" in after.text


def test_who_reviewed_is_said_by_role_and_never_by_name(description: Description) -> None:
    guidance = replace(description.guidance[FILES], reviewed_on="2026-11-01")
    assert reviewed(replace(guidance, reviewed_by="registrator, kommunstyrelsens kansli")) == (
        "Granskad av registrator, kommunstyrelsens kansli den 1 november 2026."
    )
    assert reviewed(replace(guidance, reviewed_by="Anna-Karin Exempelsson")) == (
        "Granskad av myndigheten den 1 november 2026."
    )


def test_secrecy_is_said_to_be_tried_in_each_case_once_on_a_page(
    site: dict[str, Node], searcher: Searcher, entry_paths: Paths
) -> None:
    for key, entry in searcher.entries.items():
        if entry.type in RECORDS:
            page = site[entry_paths[key]]
            assert page.visible.count("prövas i varje enskilt fall") == 1, key
            assert len(page.all("p", "unmarked")) + len(main(page).all("span", "mark")) == 1, key


def test_another_language_has_the_swedish_word_to_say(get: Get) -> None:
    (said,) = get("/ar/sok?q=protokoll").all("p", "reached")
    (word,) = said.all("strong")
    assert (word.text, word.get("lang"), word.get("translate")) == ("registrator", "sv", "no")
    assert get("/sok?q=protokoll").all("p", "reached")[0].all("strong") == []


def test_a_theme_has_its_name_as_the_heading_of_its_page_until_something_is_asked(get: Get) -> None:
    (link,) = get("/").all("ul", "themes")[0].all("a")[:1]
    page = get(link.get("href"))
    assert [each.text for each in page.all("h1")] == [link.text]
    assert page.all("p", "lead")[0].text
    assert [each.get("class") for each in get(f"{link.get('href')}&q=protokoll").all("h1")] == ["hidden"]


def test_a_provision_is_told_beside_a_record_by_the_line_that_is_true_alone(get: Get, searcher: Searcher) -> None:
    told = get("/norrkoping-ks/handlingsslag/protokoll").all("ul", "provisions")[0].text
    for id_ in searcher.entries["norrkoping-ks", "protokoll"].provisions:
        assert searcher.entries["norrkoping-ks", id_].short in told
