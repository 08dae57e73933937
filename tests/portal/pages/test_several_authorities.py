"""Four authorities of two municipalities side by side: each page says whose it is, and has nothing of another's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import cycle
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest

from data.contact import contact_of, described_by, own_email, receiving_unit
from index.result import SearchRequest
from portal.languages import LANGUAGES, ORIGINAL
from portal.modes import MODES
from portal.web import urls
from tests.portal.pages.reading import Node
from tests.portal.placed import BOARD, HOME, OTHER, SCHOOLS

if TYPE_CHECKING:
    from data.model import Description
    from index.answer.search import Searcher
    from tests.portal.pages.conftest import Get

ASKED = "protokoll"
ADDRESSES = {HOME: "kansliet@tallmo.example", SCHOOLS: "", BOARD: "mbn@tallmo.example", OTHER: "kommun@granvik.example"}
"""Where each is written to: one text gives no address for it."""


def of(description: Description) -> set[str]:
    """What an authority is reached by, and its name: what must not stand on another's page."""
    source = description.source
    ways = {each for unit in source.units.values() for each in (unit.email, unit.phone)}
    ways |= {
        source.authority.switchboard,
        source.authority.name,
        *(role.phone for role in source.contact_roles.values()),
    }
    return {way for way in ways if way}


@pytest.fixture(scope="module")
def foreign(placed: Searcher) -> dict[str, set[str]]:
    """By authority, what belongs to others and is not in its own text."""
    texts = {
        id_: " ".join(passage.whole for passage in each.source.passages.values())
        for id_, each in placed.descriptions.items()
    }
    return {
        id_: {way for other, each in placed.descriptions.items() if other != id_ for way in of(each) if way not in text}
        for id_, text in texts.items()
    }


@pytest.fixture(scope="module")
def led_on(placed: Searcher) -> dict[str, set[str]]:
    """By the page of an entry that another authority's unit keeps: whose that is, how it and its office are reached."""
    led: dict[str, set[str]] = {}
    for entry in placed.entries.values():
        if kept := described_by(placed.descriptions, entry.authority, entry.unit):
            keeper, unit = placed.descriptions[kept[0]], kept[1]
            reached, office = contact_of(keeper, unit), own_email(keeper, receiving_unit(keeper))
            led[urls.url_of(entry)] = {reached.email, reached.phone, office, keeper.source.authority.name, keeper.id}
    return led


@dataclass(frozen=True, slots=True)
class Walked:
    """A page of an authority: its mode and language, its address, and whether others can be chosen on it."""

    authority: str
    language: str
    path: str
    has_choice: bool
    page: Node


@pytest.fixture(scope="module")
def walked(placed: Searcher, get_placed: Get) -> list[Walked]:
    """Every page of every authority, in the modes and languages by turns, so that each kind is met in many."""
    paths = {urls.url_of(entry): entry.authority for entry in placed.entries.values() if entry.type != "guide"}
    for id_ in placed.descriptions:
        paths |= dict.fromkeys((f"/{id_}/", f"/{id_}/beskrivning", f"/?authority={id_}"), id_)
        paths |= dict.fromkeys((f"/begar-ut?authority={id_}&vad=avtal", f"/sok?q={ASKED}&authority={id_}"), id_)
    turns = zip(
        paths.items(), cycle(LANGUAGES), cycle(MODES), strict=False
    )  # five and three: every pair comes by turns
    return [
        Walked(authority, language, at, "?" in path, get_placed(at))
        for (path, authority), language, mode in turns
        for at in [urls.prefixed(path, language, mode)]
    ]


def test_no_page_of_an_authority_has_anything_of_another_but_who_keeps_its_records(
    placed: Searcher, walked: list[Walked], foreign: dict[str, set[str]], led_on: dict[str, set[str]]
) -> None:
    names = "|".join(re.escape(each.source.authority.name) for each in placed.descriptions.values())
    found: dict[str, set[str]] = {}
    for each in walked:
        main = each.page.all("main")[0]
        text = f"{main.text} {each.page.all('header')[0].text} {' '.join(link.get('href') for link in main.all('a'))}"
        if each.has_choice:
            text = re.sub(names, "", text)
        strange = [way for way in foreign[each.authority] if way in text]
        others = [id_ for id_ in placed.descriptions if id_ != each.authority and not each.has_choice]
        strange += [id_ for id_ in others if f"/{id_}/" in text]
        answered = [each.path, *(row.get("href").partition("?")[0] for row in each.page.all("a", "row"))]
        expected = set().union(*(led_on.get(urls.unprefixed(path).path, set()) for path in answered))
        if unwanted := set(strange) - expected:
            found[each.path] = unwanted
    assert len(walked) > 100
    assert found == {}


def test_every_page_of_an_authority_is_named_after_it(placed: Searcher, walked: list[Walked]) -> None:
    for each in walked:
        name = placed.descriptions[each.authority].source.authority.name
        assert name in each.page.all("title")[0].text, each.path
        assert each.page.all(css_class="subject")[0].text == name, each.path


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", ["/", "/sok?q=protokoll", "/sok", "/begar-ut", "/om", "/finns-inte", f"/{BOARD}/"])
def test_no_id_stands_twice(get_any_placed: Get, mode: str, path: str) -> None:
    page = get_any_placed(urls.prefixed(path, ORIGINAL, mode))
    ids = Counter(node.get("id") for node in page.walk() if node.get("id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert ids


@pytest.mark.parametrize("mode", ["", "kiosk"])
def test_a_kind_of_record_that_several_have_is_one_card_that_asks_whose(get_placed: Get, mode: str) -> None:
    page = get_placed(urls.prefixed(f"/sok?q={ASKED}", ORIGINAL, mode))
    (lines,) = page.all("ul", "alike")
    assert {urlsplit(link.get("href")).path for link in lines.all("a")} == {
        urls.prefixed(f"/{authority}/handlingsslag/protokoll", ORIGINAL, mode)
        for authority in (HOME, BOARD, SCHOOLS, OTHER)
    }
    assert "Vilken myndighet?" in page.all("main")[0].text


def test_the_desk_asks_the_caller_whose(get_placed: Get) -> None:
    page = get_placed(f"/telefon/sok?q={ASKED}")
    assert "Vilken myndighet gäller det?" in page.all("section", "ask")[0].text
    rows = page.all("a", "row")
    assert len({row.get("data-answer") for row in rows}) == len(rows)
    assert all(row.all("span", "whose") for row in rows if row.get("data-answer").startswith("svar-"))


def test_each_card_says_first_whose_it_is(get_placed: Get, placed: Searcher) -> None:
    names = {each.source.authority.name for each in placed.descriptions.values()}
    cards = [card for card in get_placed("/sok?q=heroma").all("li", "card") if not card.all("ul", "alike")]
    assert len(cards) > 1
    for card in cards:
        assert card.all("p")[0].text.removeprefix("Gäller ") in names


def test_spoken_answers_say_first_whose_they_are(get_placed: Get, placed: Searcher) -> None:
    page = get_placed("/telefon/sok?q=heroma")
    names = {each.source.authority.name for each in placed.descriptions.values()}
    scripts = page.all("div", "script")
    assert scripts
    assert {script.all("p")[0].text for script in scripts} <= {f"Det här gäller {name}." for name in names}


def test_registers_of_two_authorities_are_not_one_value(placed: Searcher) -> None:
    everything = placed.search(SearchRequest(ASKED))
    assert everything.facets["finding_aid"] == everything.facets["unit"] == ()
    within = placed.search(SearchRequest("bygglov", filters={"authority": frozenset({BOARD})}))
    assert {hit.entry.authority for hit in within.hits} == {BOARD}
    assert within.facets["finding_aid"]


def test_the_guide_and_the_signposts_come_once(placed: Searcher) -> None:
    asked = SearchRequest("hur begär jag ut en allmän handling")
    assert [hit.entry.authority for hit in placed.search(asked).hits if hit.entry.id == "begar-ut"] == [HOME]
    for authority in placed.descriptions:
        within = placed.search(replace(asked, filters={"authority": frozenset({authority})}))
        assert [hit.entry.authority for hit in within.hits if hit.entry.id == "begar-ut"] == [authority]
        signposts = placed.search(SearchRequest("pass", filters={"authority": frozenset({authority})})).signposts
        assert len({signpost.topic for signpost in signposts}) == len(signposts) > 0
        assert {signpost.authority for signpost in signposts} == {authority}
    assert {signpost.authority for signpost in placed.search(SearchRequest("pass")).signposts} == {HOME}


def test_ties_fall_by_the_order_of_the_place(placed: Searcher) -> None:
    assert list(placed.descriptions) == [HOME, SCHOOLS, BOARD, OTHER]
    assert placed.home == HOME


@pytest.mark.parametrize(
    ("query", "authority", "leads_to", "never"),
    [
        ("bygglov", SCHOOLS, f"/{BOARD}/handlingsslag/bygglov", OTHER),
        ("bygglov", BOARD, f"/{BOARD}/handlingsslag/bygglov", OTHER),
        ("betyg", HOME, f"/{SCHOOLS}/handlingsslag/betyg", OTHER),
        ("skolskjuts", OTHER, "", HOME),
    ],
)
def test_a_signpost_leads_on_within_the_municipality_and_to_no_other(
    get_placed: Get, query: str, authority: str, leads_to: str, never: str
) -> None:
    page = get_placed(f"/sok?q={query}&authority={authority}")
    links = [urlsplit(link.get("href")).path for part in page.all("div", "found") for link in part.all("a")]
    assert not leads_to or leads_to in links
    assert [link for link in links if link.startswith(f"/{never}/")] == []


def test_a_signpost_that_nobody_of_the_municipality_holds_stays_general_knowledge(get_placed: Get) -> None:
    page = get_placed(f"/sok?q=betyg&authority={OTHER}")
    (signposts,) = page.all("section", "signposts")
    assert "Allmän kunskap" in signposts.text
    assert not signposts.all("a")


def test_who_is_asked_stays_in_every_address(get_placed: Get) -> None:
    page = get_placed(f"/sok?q={ASKED}&authority={BOARD}")
    inside = [link.get("href") for link in page.all("a") if link.get("href").startswith("/")]
    lost = [href for href in inside if ("authority", BOARD) not in parse_qsl(urlsplit(href).query)]
    # Taking the filter away is what two of them are for: the chip, and all filters at once.
    assert Counter(lost).keys() <= {f"/sok?q={ASKED}", "/sok?q=protokoll"}
    assert len(inside) > 20


def test_the_start_page_has_each_question_and_tile_once_and_names_the_authorities(
    get_placed: Get, placed: Searcher
) -> None:
    start, kiosk = get_placed("/"), get_placed("/kiosk/")
    for listed in (start.all("ul", "questions")[0].all("a"), kiosk.all("ul", "tiles")[0].all("strong")):
        texts = [each.text for each in listed]
        assert len(set(texts)) == len(texts) > 4
    names = [each.source.authority.name for each in placed.descriptions.values()]
    assert [heading.text for heading in start.all("section", "authorities")[0].all("h3")] == names


def test_a_request_goes_to_whom_one_chooses_or_to_the_place(get_placed: Get, placed: Searcher) -> None:
    choices = get_placed("/begar-ut").all("select")[0].all("option")
    assert [choice.get("value") for choice in choices] == [*placed.descriptions, ""]
    for authority, email in ADDRESSES.items():
        page = get_placed(f"/begar-ut?authority={authority}&vad=avtal")
        mails = {link.get("href").partition("?")[0] for link in page.all("a") if link.get("href").startswith("mailto:")}
        assert mails == ({f"mailto:{email}"} if email else set())
        assert ("anger ingen e-postadress för en begäran" in page.text) == (not email)
        name = placed.descriptions[authority].source.authority.name
        assert page.all("pre", "letter")[0].text.startswith(f"Till {name}. Hej!")
    unknown = get_placed("/begar-ut?authority=&vad=avtal")
    mails = {link.get("href").partition("?")[0] for link in unknown.all("a") if link.get("href").startswith("mailto:")}
    assert mails == {"mailto:kontaktcenter@tallmo.example"}


def test_pages_about_no_authority_have_the_common_contact(get_any_placed: Get) -> None:
    for path in ("/om", "/tillganglighet", "/finns-inte", "/sok?q=zzqqxx"):
        text = get_any_placed(path).all("main")[0].text
        assert "kontaktcenter@tallmo.example" in text, path
        assert "Tallmo kontaktcenter" in text, path


def test_a_number_of_a_role_is_given_where_there_is_no_switchboard(get_placed: Get) -> None:
    text = get_placed(f"/{SCHOOLS}/").all("div", "aside")[0].text
    assert "031-390 06 30 registratorn" in text
    assert "framgår inte" not in text


def test_a_page_of_another_authority_ends_the_scope(get_placed: Get) -> None:
    page = get_placed(f"/{HOME}/?authority={OTHER}")
    assert [link.get("href") for link in page.all("a") if f"authority={OTHER}" in link.get("href")] == []


def test_a_card_of_several_is_named_by_what_they_have_in_common(get_placed: Get) -> None:
    card = get_placed("/sok?q=ritning").all("article", "answer")[0]
    assert card.all("h2")[0].text == "Bygglov och ritningar på hus"
    names = [link.text for link in card.all("a")]
    assert names[0] == "Kommunstyrelsen i Tallmo kommun"  # as the place has them


def test_staff_are_met_where_the_screen_stands(get_placed: Get) -> None:
    for path in ("/kiosk/", f"/kiosk/sok?q={ASKED}&authority={OTHER}"):
        (staff,) = [dialog for dialog in get_placed(path).all("dialog") if dialog.get("id") == "staff"]
        assert "Tallmo" in staff.text
        assert "Granvik" not in staff.text


def test_the_place_is_named_where_no_authority_is(get_placed: Get) -> None:
    assert get_placed("/om").all(css_class="subject")[0].text == "Tallmo med grannar"
    assert "Fristående tjänst, inte myndighetens egen." in get_placed("/").text


def test_old_drawings_lead_to_the_archive_with_its_hours_and_a_slip(get_placed: Get, placed: Searcher) -> None:
    first = placed.search(SearchRequest("ritning hus 1934")).hits[0].entry
    assert (first.authority, first.id) == (HOME, "ritningar")
    page = get_placed(f"/kiosk/{HOME}/handlingsslag/ritningar")
    assert "Tisdag och torsdag 10–15" in page.all("div", "aside")[0].text
    (slip,) = page.all("div", "slip")
    assert "Tisdag och torsdag 10–15" in slip.text
    assert "Kommunstyrelsen i Tallmo kommun" in slip.text


def test_a_board_that_has_handed_its_drawings_over_leads_to_the_archive(get_placed: Get) -> None:
    page = get_placed(f"/kiosk/{BOARD}/handlingsslag/aldre-ritningar")
    aside = page.all("div", "aside")[0]
    assert "kommunarkivet@tallmo.example" in aside.text
    assert "Kommunstyrelsen i Tallmo kommun" in aside.text
    assert "Tisdag och torsdag 10–15" in aside.text
    assert f"/kiosk/{HOME}/enhet/kommunarkivet" in [link.get("href") for link in aside.all("a")]
    (slip,) = page.all("div", "slip")
    assert "kommunarkivet@tallmo.example" in slip.text
    assert "Tisdag och torsdag 10–15" in slip.text


def test_a_caller_about_old_drawings_is_transferred_to_the_archive(get_placed: Get) -> None:
    page = get_placed(f"/telefon/{BOARD}/handlingsslag/aldre-ritningar")
    assert "kommunarkivet@tallmo.example" in page.text
    assert "kommunstyrelsens löneenhet" not in page.text


def test_a_care_worker_finds_who_has_her_certificate_by_her_workplace(get_placed: Get) -> None:
    page = get_placed("/kiosk/sok?q=tjänstgöringsintyg+Strandgården")
    links = [urlsplit(link.get("href")).path for link in page.all("div", "found")[0].all("a")]
    records = [link for link in links if "/handlingsslag/" in link]
    assert records[0] == f"/kiosk/{HOME}/handlingsslag/tjanstgoringsintyg"


def test_suggestions_know_the_names_of_the_authorities(get_placed: Get, get: Get) -> None:
    assert BOARD in get_placed("/").all("input")[0].get("data-authorities")
    assert get("/").all("input")[0].get("data-authorities") == ""
