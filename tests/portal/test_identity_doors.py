"""A personal identity number is known for one at every door, however it is written, and never said again."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from portal.cli import main
from tests.identity_cases import LABELLED, OTHERS, SAID, UNFINISHED
from tests.in_turn import in_turn
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from flask.testing import FlaskClient

# One number of the Tax Agency's examples; what is told of it is how it is written.
SPELLINGS = {
    "plain": "19121212-1212",
    "a mark over a digit": "191212\u030512-1212",
    "a mark around a digit": "191212\u20dd12-1212",
    "an emoji's mark": "191212\ufe0f12-1212",
    "full-width digits": "１９１２１２１２-１２１２",
    "arabic digits": "١٩١٢١٢١٢-١٢١٢",
    "a soft hyphen": "1912\u00ad1212-1212",
    "a space of no width": "1912\u200b1212-1212",
    "a direction's mark": "1912\u200f1212-1212",
    "a tab": "121212\t1212",
    "a null": "121212\x001212",
}
DOORS = ["/sok?q={}", "/fi/sok?q={}", "/kiosk/sok?q={}", "/telefon/sok?q={}", "/begar-ut?vad={}", "/begar-ut?period={}"]
DOORS += ["/api/v1/search?q={}", "/api/v1/suggest?q={}", "/api/v1/search?q=x&unit={}", "/sok?q=x&{}=1"]
LAST = ("1212", "１２１２", "١٢١٢")


@in_turn("door", DOORS)
@in_turn("spelling", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_no_door_lets_an_identity_number_in_or_says_it_again(client: FlaskClient, spelling: str, door: str) -> None:
    response = client.get(door.format(quote(f"min akt {spelling}")))
    assert response.status_code in {303, 400}
    told = f"{response.get_data(as_text=True)} {response.headers}"
    assert [digits for digits in LAST if digits in told or quote(digits) in told] == []


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_the_command_does_not_search_for_one_nor_say_it_again(
    spelling: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", f"min akt {spelling}"]) == 1
    told = "".join(capsys.readouterr())
    assert "personnummer" in told
    assert [digits for digits in LAST if digits in told] == []


@in_turn("door", DOORS[:6])
@in_turn("text", UNFINISHED.values(), ids=UNFINISHED)
def test_no_door_lets_a_number_in_whose_last_digit_can_be_worked_out(client: FlaskClient, text: str, door: str) -> None:
    response = client.get(door.format(quote(f"min akt {text}")))
    assert response.status_code in {303, 400}
    assert text not in f"{response.get_data(as_text=True)} {response.headers}"


@in_turn("text", SAID.values(), ids=SAID)
def test_words_that_say_that_a_number_is_a_persons_are_heard_at_the_door(client: FlaskClient, text: str) -> None:
    assert client.get(f"/sok?q={quote(text)}").status_code == 303


@pytest.mark.parametrize("door", ["/sok?q={}", "/begar-ut?vad={}", "/api/v1/suggest?q={}"])
@in_turn("text", [text for text in OTHERS.values() if len(text) > 8], ids=str)
def test_what_is_no_identity_number_comes_in(client: FlaskClient, text: str, door: str) -> None:
    if text in UNFINISHED.values():
        return
    assert client.get(door.format(quote(text))).status_code == 200


@in_turn("text", LABELLED.values(), ids=LABELLED)
def test_a_number_with_another_label_is_left_out_and_the_rest_searched(client: FlaskClient, text: str) -> None:
    response = client.get(f"/sok?q={quote(text)}")
    page = response.get_data(as_text=True)
    number = next(word for word in text.split() if sum(map(str.isdigit, word)) > 4)
    assert response.status_code == 200
    assert "är inte med i sökningen" in page
    assert number not in page


def test_the_api_searches_the_rest_too(client: FlaskClient) -> None:
    reply = client.get(f"/api/v1/search?q={quote('protokoll dnr 20240117-1234')}").get_json()
    assert reply["query"] == "protokoll dnr …"
    assert reply["hits"] == client.get("/api/v1/search?q=protokoll+dnr").get_json()["hits"]


def test_a_letter_keeps_its_case_number(client: FlaskClient) -> None:
    page = client.get(f"/begar-ut?vad={quote('brevet dnr 20240117-1234')}").get_data(as_text=True)
    assert "brevet dnr 20240117-1234." in page


@pytest.mark.parametrize("tag", ["utm_campaign=20240117-1230", "mtm_campaign=nytt-240117-0930", "id=202401171230"])
def test_a_campaigns_tag_stops_nobody(client: FlaskClient, tag: str) -> None:
    assert client.get(f"/sok?q=protokoll&{tag}").status_code == 200


def test_a_campaigns_words_are_neither_searched_nor_said_again(client: FlaskClient) -> None:
    link = quote("protokoll?utm_campaign=personalakter&utm_source=facebook")
    page = client.get(f"/sok?q={link}").get_data(as_text=True)
    assert [word for word in ("utm_", "personalakter&", "facebook") if word in page] == []
    reply, plain = (client.get(f"/api/v1/search?q={q}").get_json() for q in (link, "protokoll"))
    assert (reply["query"], reply["hits"]) == ("protokoll", plain["hits"])


def test_a_refused_search_keeps_words_and_filters_and_says_which_words_are_meant(client: FlaskClient) -> None:
    response = client.get(f"/sok?q={quote('akten om Tolvan 19121212-1212')}&type=unit&offset=10")
    assert response.location == f"/sok?q={quote('akten om Tolvan …').replace('%20', '+')}&type=unit&notis=personnummer"
    page = client.get(response.location).get_data(as_text=True)
    assert "Siffrorna vid ”akten om Tolvan” ser ut som ett" in page


def test_a_refused_letter_keeps_the_other_fields_and_says_which_words_are_meant(client: FlaskClient) -> None:
    response = client.get(f"/begar-ut?vad={quote('akten om 121212-1212')}&period=2018&form=kopia")
    page = client.get(response.location).get_data(as_text=True)
    assert "Siffrorna vid ”akten om” ser ut som ett" in page
    assert 'value="2018"' in page
    assert 'value="kopia" checked' in page
    assert "Hej!" not in page


def test_the_portal_asks_for_identity_numbers_in_one_way() -> None:
    asked = {
        alias.name
        for path in (REPOSITORY / "portal").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "data.identity_numbers"
        for alias in node.names
    }
    assert asked == {"holds_identity_number"}
