"""What holds today beside an older text, an authority that has ended, and what is gone: on pages and by the API."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest

from data.checks import load_checked
from data.today import Removed
from index.build.builder import build
from index.result import SearchRequest
from portal.app import create_app
from portal.catalogues.compiled import compiled
from portal.languages import LANGUAGES
from portal.modes import MODES
from portal.services.services import services_of
from portal.settings import Settings
from portal.web import urls
from tests.portal.pages.reading import Node, read
from tests.portal.placed import BOARD, HOME, OTHER, PLACE, SCHOOLS, copy_places

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.testing import FlaskClient

    from index.answer.search import Searcher

STATED = 'uppgift_fran = "Kanslichefen"\nuppgift_den = "2026-10-20"\n'
WHO_AND_WHEN = "Uppgift från Kanslichefen, 20 oktober 2026."
EMAIL, PHONE, NAME = "registrator@tallmo.example", "031-390 06 77", "Stadsstaben"
OLD_EMAIL = "kansliet@tallmo.example"
INHERITED = "omsorg@tallmo.example"
REASON = "Posten byggde på en felläsning av beskrivningen."
GONE = "tallmo-fritidsnamnden"
ENDED = "Myndigheten upphörde den 1 januari 2020."


def fact(entry: str, field: str, value: str) -> str:
    return f'[aktuellt.{entry}-{field}]\npost = "{entry}"\nfalt = "{field}"\nvarde = "{value}"\n{STATED}'


FILES = {
    HOME: fact("kansliet", "epost", EMAIL)
    + fact("kansliet", "telefon", PHONE)
    + fact("kansliet", "namn", NAME)
    + fact("loneenheten", "efterfoljare", "kansliet")
    + fact("vard-och-omsorgsforvaltningen", "epost", INHERITED)
    + f'[borttagen.brevregistret]\nskal = "{REASON}"\nuppgift_den = "2026-10-20"\n',
    BOARD: '[upphord]\nden = "2020-01-01"\nefterfoljare = "Samhällsbyggnadsnämnden"\n'
    f'handlingar_hos = "{HOME}"\n{STATED}',
    SCHOOLS: f'[upphord]\nden = "2999-01-01"\n{STATED}',
}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A visitor of a place in which some things are not as the descriptions say."""
    folder = tmp_path_factory.mktemp("today")
    copy_places(folder / "data")
    for authority, text in FILES.items():
        (folder / "data" / "descriptions" / authority / "aktuellt.toml").write_text(text, encoding="utf-8")
    place = replace(PLACE, removed={GONE: Removed(GONE, REASON, "2026-10-20")})
    descriptions = load_checked(folder / "data").descriptions
    build(folder / "generations", descriptions, place=place, attachments=compiled(Settings().translations))
    return create_app(Settings(generations=folder / "generations")).test_client()


@pytest.fixture(scope="module")
def ask(visitor: FlaskClient) -> Callable[[str], Node]:
    """Asks for a page that there is, as a tree."""

    def page(path: str) -> Node:
        response = visitor.get(path)
        assert response.status_code == HTTPStatus.OK, path
        return read(response.get_data(as_text=True))

    return page


@pytest.fixture(scope="module")
def place_searcher(visitor: FlaskClient) -> Searcher:
    """What is served."""
    return services_of(visitor.application).current.get()


def main(page: Node) -> str:
    return page.all("main")[0].text


def mails(page: Node) -> set[str]:
    hrefs = [link.get("href") for link in page.all("main")[0].all("a")]
    return {href.removeprefix("mailto:").partition("?")[0] for href in hrefs if href.startswith("mailto:")}


# What has changed


def test_a_page_says_what_holds_today_and_then_what_the_description_says(ask: Callable[[str], Node]) -> None:
    (now,) = ask(f"/{HOME}/enhet/kansliet").all("div", "now")
    lines = [line.text for line in now.all("p")]
    assert lines[:2] == [f"I dag: E-post {EMAIL}. {WHO_AND_WHEN}", f"I beskrivningen: {OLD_EMAIL}"]
    assert f"I dag: Telefon {PHONE}. {WHO_AND_WHEN}" in lines
    assert f"I dag: Namn {NAME}. {WHO_AND_WHEN}" in lines


def test_whom_to_ask_is_reached_as_today(ask: Callable[[str], Node]) -> None:
    page = ask(f"/{HOME}/enhet/kansliet")
    panel = page.all("section", "panel")[0].text
    assert mails(page) == {EMAIL}
    assert PHONE in panel
    assert WHO_AND_WHEN in panel
    assert OLD_EMAIL not in panel


def test_a_unit_below_is_reached_as_the_one_above_is_today(ask: Callable[[str], Node]) -> None:
    page = ask(f"/{HOME}/enhet/ekliden")
    assert mails(page) == {INHERITED}
    assert WHO_AND_WHEN in page.all("section", "panel")[0].text
    assert page.all("div", "now") == []


def test_a_record_of_the_unit_leads_to_it_as_today(ask: Callable[[str], Node]) -> None:
    page = ask(f"/{HOME}/handlingsslag/protokoll")
    assert f"(i dag: {NAME})" in page.all("p", "unit")[0].text
    assert mails(page) == {EMAIL}


def test_the_description_s_own_text_is_not_touched(ask: Callable[[str], Node]) -> None:
    text = main(ask(f"/{HOME}/beskrivning"))
    assert OLD_EMAIL in text
    assert EMAIL not in text
    assert NAME not in text


def test_a_successor_is_led_to(ask: Callable[[str], Node]) -> None:
    (now,) = ask(f"/{HOME}/enhet/loneenheten").all("div", "now")
    assert [link.get("href") for link in now.all("a")] == [f"/{HOME}/enhet/kansliet"]


@pytest.mark.parametrize("query", [NAME, EMAIL, PHONE])
def test_what_holds_today_is_searched(place_searcher: Searcher, query: str) -> None:
    first = place_searcher.search(SearchRequest(query)).hits[0].entry
    assert (first.authority, first.id) == (HOME, "kansliet")


def test_the_slip_has_what_holds_today(ask: Callable[[str], Node]) -> None:
    (slip,) = ask(f"/kiosk/{HOME}/handlingsslag/protokoll").all("div", "slip")
    assert EMAIL in slip.text
    assert PHONE in slip.text
    assert WHO_AND_WHEN in slip.text
    assert OLD_EMAIL not in slip.text


def test_the_desk_spells_and_says_what_holds_today(ask: Callable[[str], Node]) -> None:
    page = ask(f"/telefon/{HOME}/handlingsslag/protokoll")
    (call,) = page.all("section", "call")
    assert EMAIL in call.all("p", "spelled")[0].text
    assert f"Ska jag koppla dig till {NAME}?" in call.all("div", "script")[0].text
    assert WHO_AND_WHEN in call.text
    copied = call.all("pre")[0].text
    assert f"{EMAIL}, {PHONE}" in copied
    assert OLD_EMAIL not in copied


def test_the_desk_says_who_has_taken_over(ask: Callable[[str], Node]) -> None:
    (script,) = ask(f"/telefon/{HOME}/enhet/loneenheten").all("div", "script")
    assert "har tagit över." in script.text


def test_a_request_goes_to_the_address_of_today(ask: Callable[[str], Node]) -> None:
    page = ask(f"/begar-ut?authority={HOME}&vad=avtal")
    panel = page.all("section", "panel")[0].text
    assert mails(page) == {EMAIL}
    assert WHO_AND_WHEN in panel
    assert "står i beskrivningen" not in panel
    form = ask(f"/telefon/sok?q=protokoll&authority={HOME}").all("form", "build")[0]
    assert form.get("data-email") == EMAIL


def test_arabic_says_what_holds_today_and_marks_the_swedish_name(ask: Callable[[str], Node]) -> None:
    page = ask(f"/ar/{HOME}/enhet/kansliet")
    (now,) = page.all("div", "now")
    assert "اليوم:" in now.text
    assert "في الوصف:" in now.text
    (name,) = page.all("h1")[0].all("bdi")
    assert (name.text, name.get("lang"), name.get("translate")) == (NAME, "sv", "no")


def test_the_api_reaches_a_unit_as_today_and_says_who_says_so(visitor: FlaskClient) -> None:
    reply = visitor.get(f"/api/v1/entries/{HOME}/kansliet").get_json()
    contact = reply["as_unit"]["contact"]
    assert (contact["email"], contact["phone"]) == (EMAIL, PHONE)
    assert NAME in reply["names"]
    assert reply["today"][0] == {
        "field": "email",
        "value": EMAIL,
        "stated_by": "Kanslichefen",
        "stated_on": "2026-10-20",
    }
    assert reply["authority_ended"] is None


# An authority that ends


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", ["", "handlingsslag/bygglov", "enhet/kansliet", "beskrivning"])
def test_its_pages_say_first_that_it_has_ended_and_who_has_its_records(
    ask: Callable[[str], Node], mode: str, path: str
) -> None:
    page = ask(urls.prefixed(f"/{BOARD}/{path}", "sv", mode)).all("main")[0]
    (notice,) = page.all("div", "ending")
    assert page.text.startswith(ENDED)
    assert "Samhällsbyggnadsnämnden" in notice.text
    assert WHO_AND_WHEN in notice.text
    assert [link.get("href") for link in notice.all("a")] == [urls.prefixed(f"/{HOME}/", "sv", mode)]


def test_its_slip_says_so_before_what_is_asked_for(ask: Callable[[str], Node]) -> None:
    (slip,) = ask(f"/kiosk/{BOARD}/handlingsslag/bygglov").all("div", "slip")
    said = f"{ENDED} Samhällsbyggnadsnämnden har tagit över. Handlingarna finns hos Kommunstyrelsen i Tallmo kommun."
    assert said in slip.text.partition("Bygglov")[0]


def test_what_it_had_is_not_said_to_be_there_still(ask: Callable[[str], Node]) -> None:
    verdicts = {
        authority: ask(f"/{authority}/handlingsslag/protokoll").all("p", "verdict")[0].text
        for authority in (BOARD, SCHOOLS)
    }
    assert verdicts == {
        BOARD: "Fanns hos Miljö- och byggnadsnämnden i Tallmo kommun",
        SCHOOLS: "Finns hos Barn- och utbildningsnämnden i Tallmo kommun",
    }


def test_an_end_to_come_is_said_to_come(ask: Callable[[str], Node]) -> None:
    page = ask(f"/{SCHOOLS}/")
    assert main(page).startswith("Myndigheten upphör den 1 januari 2999.")
    # Who has said nothing else: the place's archive has what others have handed over.
    assert [link.get("href") for link in page.all("div", "ending")[0].all("a")] == [f"/{HOME}/"]


def test_an_authority_that_lives_says_nothing(ask: Callable[[str], Node]) -> None:
    assert ask(f"/{HOME}/").all("div", "ending") == []


def test_arabic_says_that_it_has_ended(ask: Callable[[str], Node]) -> None:
    (notice,) = ask(f"/ar/{BOARD}/handlingsslag/bygglov").all("div", "ending")
    assert notice.text.startswith("انتهى عمل هذه السلطة في")


@pytest.mark.parametrize("path", ["/sok?q=strandskydd", "/kiosk/sok?q=strandskydd", "/telefon/sok?q=strandskydd"])
def test_its_hits_say_with_its_name_that_it_has_ended(ask: Callable[[str], Node], path: str) -> None:
    whose = [each.text for each in ask(path).all("main")[0].all(css_class="whose")]
    told = [text for text in whose if "upphörde den 1 januari 2020" in text]
    assert told
    assert [text for text in whose if "ygg" in text and text not in told] == []
    assert [text for text in told if "ygg" not in text] == []


def test_the_start_page_says_with_its_name_that_it_has_ended(ask: Callable[[str], Node]) -> None:
    names = [each.text for each in ask("/").all("section", "authorities")[0].all("h3")]
    assert [name for name in names if "upphörde" in name] == [names[-1]]
    assert "upphörde den 1 januari 2020" in names[-1]


def test_the_desk_says_so_aloud_and_transfers_to_who_has_the_records(ask: Callable[[str], Node]) -> None:
    (call,) = ask(f"/telefon/{BOARD}/handlingsslag/bygglov").all("section", "call")
    said = [each.text for each in call.all("div", "script")[0].all("p")]
    assert said[1:4] == [
        ENDED,
        "Samhällsbyggnadsnämnden har tagit över.",
        "Handlingarna finns hos Kommunstyrelsen i Tallmo kommun.",
    ]
    assert EMAIL in call.all("p", "spelled")[0].text
    assert "mbn@tallmo.example" not in call.text


def test_the_living_come_first(place_searcher: Searcher) -> None:
    assert list(place_searcher.descriptions) == [HOME, OTHER, SCHOOLS, BOARD]


def test_it_cannot_be_chosen_as_a_receiver(ask: Callable[[str], Node]) -> None:
    choices = ask("/begar-ut").all("select")[0].all("option")
    assert [choice.get("value") for choice in choices] == [HOME, OTHER, SCHOOLS, ""]


def test_a_request_to_it_goes_to_who_has_its_records(ask: Callable[[str], Node]) -> None:
    page = ask(f"/begar-ut?authority={BOARD}&vad=bygglov")
    assert mails(page) == {EMAIL}
    chosen = [each.get("value") for each in page.all("option") if "selected" in each.attributes]
    assert chosen == [HOME]
    assert "MBN 2023/0142" not in main(page)


def test_the_api_says_that_it_has_ended(visitor: FlaskClient) -> None:
    assert visitor.get(f"/api/v1/entries/{BOARD}/bygglov").get_json()["authority_ended"] == {
        "on": "2020-01-01",
        "successor": "Samhällsbyggnadsnämnden",
        "records_at": HOME,
        "stated_by": "Kanslichefen",
        "stated_on": "2026-10-20",
    }


# What is gone


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [f"/{HOME}/sokmedel/brevregistret", f"/{GONE}/", f"/{GONE}/enhet/kansliet"])
def test_its_address_says_that_it_is_gone_why_and_whom_to_ask(
    visitor: FlaskClient, path: str, language: str, mode: str
) -> None:
    response = visitor.get(urls.prefixed(path, language, mode))
    assert response.status_code == HTTPStatus.GONE
    page = read(response.get_data(as_text=True))
    (reason,) = page.all("p", "reason")
    assert reason.text == REASON
    assert bool(reason.all("span")) == (language not in {"sv", "latt"})
    assert page.all("p", "way")


def test_whoever_looks_for_an_entry_that_is_gone_is_led_to_its_authority(visitor: FlaskClient) -> None:
    page = read(visitor.get(f"/{HOME}/sokmedel/brevregistret").get_data(as_text=True))
    assert page.all("p", "whose")[0].text == "Kommunstyrelsen i Tallmo kommun"
    other = read(visitor.get(f"/{GONE}/").get_data(as_text=True))
    assert other.all("p", "whose")[0].text == "Tallmo kontaktcenter"


@pytest.mark.parametrize("path", [f"{HOME}/brevregistret", f"{GONE}/protokoll"])
def test_the_api_says_that_it_is_gone_and_why(visitor: FlaskClient, path: str) -> None:
    response = visitor.get(f"/api/v1/entries/{path}")
    assert response.status_code == HTTPStatus.GONE
    assert response.get_json() == {
        "error": {
            "status": 410,
            "title": "Sidan är borttagen",
            "detail": f"Det som stod här var fel och är borttaget. Uppgiften lämnades 20 oktober 2026. {REASON}",
        }
    }


@pytest.mark.parametrize("path", [f"/{BOARD}/sokmedel/brevregistret", "/tallmo-fritid/", "/api/v1/entries/x/y"])
def test_what_never_was_is_not_found(visitor: FlaskClient, path: str) -> None:
    assert visitor.get(path).status_code == HTTPStatus.NOT_FOUND
