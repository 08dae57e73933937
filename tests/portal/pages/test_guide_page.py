"""How to ask for a record: whom, and a request text that is kept nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.in_turn import in_turn
from tests.portal.pages.hostile import NUMBERS
from tests.portal.pages.reading import Node, read

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.portal.pages.conftest import Get

WHAT, PERIOD = "avtal om snöröjning & halka", "hösten 2018"


@pytest.fixture
def page(get: Get) -> Node:
    return get("/begar-ut")


def field(page: Node, id_: str) -> Node:
    (found,) = [node for node in page.walk() if node.get("id") == id_]
    return found


def ask(client: FlaskClient, **filled: str) -> Node:
    response = client.get("/begar-ut", query_string=filled)
    assert response.status_code == 200
    return read(response.get_data(as_text=True))


def request_text(page: Node) -> str:
    return field(page, "fardig").raw.strip()


def test_the_page_says_whom_to_turn_to(page: Node) -> None:
    hrefs = [link.get("href") for link in page.all("main")[0].all("a")]
    assert "tel:011150000" in hrefs
    assert any(href.startswith("mailto:") for href in hrefs)
    assert "KS 2019/0917" in page.text


def test_one_may_ask_orally_and_an_e_mail_shows_its_sender(page: Node) -> None:
    assert "Du får fråga muntligt" in page.text
    assert "Inget sparas" in page.text
    assert "Ett e-postmeddelande visar vem som skickar det" in page.text


def test_there_is_no_text_before_anything_is_filled_in(page: Node) -> None:
    assert "fardig" not in [node.get("id") for node in page.walk()]


def test_the_text_is_built_from_what_period_and_form(client: FlaskClient) -> None:
    text = request_text(ask(client, vad=WHAT, period=PERIOD, form="kopia"))
    assert f"allmänna handling: {WHAT}." in text
    assert f"tiden: {PERIOD}." in text
    assert "få en kopia på papper" in text
    assert "skriftligt beslut som kan överklagas" in text


def test_the_text_is_built_from_what_alone(client: FlaskClient) -> None:
    text = request_text(ask(client, vad=WHAT))
    assert WHAT in text
    assert "tiden" not in text
    assert "helst" not in text


@pytest.mark.parametrize(("form", "words"), [("las", "på plats"), ("kopia", "på papper"), ("epost", "per e-post")])
def test_every_form_is_in_the_text_and_stays_chosen(client: FlaskClient, form: str, words: str) -> None:
    page = ask(client, vad=WHAT, form=form)
    assert words in request_text(page)
    assert [each.get("value") for each in page.all("input") if "checked" in each.attributes] == [form]


def test_an_unknown_form_is_ignored(client: FlaskClient) -> None:
    page = ask(client, vad=WHAT, form="<b>fax</b>")
    assert "fax" not in page.raw
    assert [each for each in page.all("input") if "checked" in each.attributes] == []


def test_what_was_filled_in_stays_in_the_form(client: FlaskClient) -> None:
    page = ask(client, vad=WHAT, period=PERIOD)
    assert field(page, "vad").raw.strip() == WHAT
    assert field(page, "period").get("value") == PERIOD


def test_the_mail_link_carries_the_same_text(client: FlaskClient) -> None:
    page = ask(client, vad=WHAT, period=PERIOD, form="las")
    (link,) = [
        each.get("href")
        for each in page.all("main")[0].all("a")
        if each.get("href").startswith("mailto:") and "?" in each.get("href")
    ]
    assert not re.search(r"[\s<>\"&+](?!body=)", link)
    parts = urlsplit(link)
    assert "@" in unquote(parts.path)
    body = request_text(page).replace("\n", "\r\n")
    assert parse_qs(parts.query) == {"subject": ["Begäran om allmän handling"], "body": [body]}


@in_turn("header", ["\r\nBcc: a@example.org", "%0d%0aBcc:a", "&bcc=a@example.org", "?cc=a", "#x"])
def test_the_mail_link_has_no_header_of_the_visitors(client: FlaskClient, header: str) -> None:
    page = ask(client, vad=WHAT + header)
    (link,) = [
        each.get("href")
        for each in page.all("main")[0].all("a")
        if each.get("href").startswith("mailto:") and "?" in each.get("href")
    ]
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
    assert urlsplit(link).fragment == ""
    assert "\n" not in link


@in_turn("query", ["vad=protokoll", "vad=", "period=2019", "form=las", "annat=1"])
def test_a_page_with_what_somebody_filled_in_is_not_stored(client: FlaskClient, query: str) -> None:
    response = client.get(f"/begar-ut?{query}")
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_nothing_filled_in_is_asked_for_in_words(client: FlaskClient) -> None:
    page = ask(client, vad="  ", period="2019")
    assert field(page, "fel").text.startswith("Skriv vad du vill ta del av")
    assert field(page, "vad").get("aria-invalid") == "true"
    assert field(page, "vad").get("aria-describedby") == "fel"
    assert field(page, "period").get("value") == "2019"


@pytest.mark.parametrize("name", ["vad", "period"])
@in_turn("number", NUMBERS)
def test_a_personal_identity_number_is_refused_not_repeated_and_taken_from_the_address(
    client: FlaskClient, name: str, number: str
) -> None:
    response = client.get("/begar-ut", query_string={"vad": "akt", name: number})
    assert response.status_code == 303
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers
    assert not any(part in response.get_data(as_text=True) + str(response.headers) for part in (number, "1234", "8001"))
    page = client.get(response.location)
    assert page.status_code == 200
    assert "Skriv inte personnummer här" in page.get_data(as_text=True)
    assert "1234" not in page.get_data(as_text=True)


def test_the_language_is_kept_when_a_number_is_refused(client: FlaskClient) -> None:
    response = client.get("/fi/begar-ut?vad=800101-1234")
    assert response.location.startswith("/fi/begar-ut?")


def test_a_number_that_two_fields_make_together_is_none(client: FlaskClient) -> None:
    assert client.get("/begar-ut?vad=800101&period=1234").status_code == 200


@pytest.mark.parametrize("name", ["vad", "period"])
def test_a_value_that_is_too_long_stays_and_is_said_to_be(client: FlaskClient, name: str) -> None:
    page = ask(client, **{"vad": "akt", name: "å" * 5000})
    value = field(page, "vad").raw.strip() if name == "vad" else field(page, "period").get("value")
    assert value == "å" * 5000
    assert field(page, name).get("maxlength") == ""
    assert "Skriv högst 500 tecken i varje fält. Du har skrivit 5000." in page.visible
    assert not [node for node in page.walk() if node.get("id") == "fardig"]


@pytest.mark.parametrize("name", ["vad", "period"])
@pytest.mark.parametrize(
    "text", ["</textarea><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'&<b>\"", "{{7*7}}"]
)
def test_what_was_filled_in_is_shown_as_text(client: FlaskClient, name: str, text: str) -> None:
    response = client.get("/begar-ut", query_string={"vad": "akt", name: text})
    page = read(response.get_data(as_text=True))
    assert "<script>alert" not in response.get_data(as_text=True)
    assert "<img" not in response.get_data(as_text=True)
    value = field(page, "vad").raw.strip() if name == "vad" else field(page, "period").get("value")
    assert value == text
    assert text.rstrip(".?!") in request_text(page)


@in_turn("text", ["a\u0000b", "\u202eabc", "\ud800", "\u0007", "a\r\n\r\nb", "😀" * 600, "%", "%00", "\u2028"])
def test_odd_text_is_no_failure(client: FlaskClient, text: str) -> None:
    for name in ("vad", "period", "form"):
        encoded = text.encode("utf-8", "surrogatepass")
        response = client.get("/begar-ut", query_string={"vad": "akt", name: encoded})
        assert response.status_code == 200
        read(response.get_data(as_text=True))


def test_repeated_fields_are_no_failure(client: FlaskClient) -> None:
    assert client.get("/begar-ut?vad=a&vad=b&period=1&period=2&form=las&form=kopia").status_code == 200


LONG = "avtal om snöröjning och halkbekämpning på kommunens gång- och cykelvägar " * 6


def mail_links(page: Node) -> list[str]:
    links = [each.get("href") for each in page.all("main")[0].all("a")]
    return [link for link in links if link.startswith("mailto:") and "?" in link]


@in_turn("prefix", ["", "/fi", "/en", "/latt", "/telefon"])
def test_lines_of_the_mail_end_as_mail_s_do(client: FlaskClient, prefix: str) -> None:
    page = read(client.get(f"{prefix}/begar-ut?vad=avtal").get_data(as_text=True))
    (link,) = mail_links(page)
    assert "%0D%0A%0D%0A" in link
    assert "%0A" not in link.replace("%0D%0A", "")


@in_turn("prefix", ["", "/fi", "/en", "/ar", "/latt", "/telefon", "/telefon/ar"])
@pytest.mark.parametrize("what", ["avtal", LONG])
def test_a_mail_link_is_never_longer_than_mail_programs_take(client: FlaskClient, prefix: str, what: str) -> None:
    page = read(client.get(f"{prefix}/begar-ut", query_string={"vad": what, "form": "las"}).get_data(as_text=True))
    assert [link for link in mail_links(page) if len(link.encode()) > 1800] == []
    (button,) = [each for each in page.all("button") if each.get("data-copy-letter")]
    assert "hidden" in button.attributes  # until the script that answers it has come
    assert what.strip() in request_text(page)


def test_past_that_the_page_says_to_copy_and_where_to(client: FlaskClient) -> None:
    page = ask(client, vad=LONG, period=LONG)
    assert mail_links(page) == []
    assert "Texten är för lång för att följa med till ett e-postprogram. Kopiera den" in page.text


def test_on_a_shared_screen_nothing_is_copied(client: FlaskClient) -> None:
    page = read(client.get("/kiosk/begar-ut", query_string={"vad": LONG}).get_data(as_text=True))
    assert "Kopiera" not in field(page, "begaran").text
    assert mail_links(page) == []


@pytest.mark.parametrize(
    ("prefix", "language", "direction"), [("/ar", "ar", "rtl"), ("/fi", "fi", "ltr"), ("/kiosk/ar", "ar", "rtl")]
)
def test_the_swedish_half_is_marked_as_swedish_and_runs_from_left_to_right(
    client: FlaskClient, prefix: str, language: str, direction: str
) -> None:
    page = read(client.get(f"{prefix}/begar-ut?vad=avtal&period=2018-09-01").get_data(as_text=True))
    own, swedish = field(page, "fardig").all("span")
    assert (page.all("html")[0].get("lang"), own.get("lang"), own.get("dir")) == (language, "", direction)
    assert (swedish.get("lang"), swedish.get("dir")) == ("sv", "ltr")
    assert "allmänna handling: avtal." in swedish.text
    assert "allmänna handling" not in own.text


@in_turn("period", ["2018-09-01", "1/9 2018", "2018–2019", "hösten 2018", "خريف 2018"])
def test_in_a_sentence_from_right_to_left_a_date_keeps_its_own_direction(client: FlaskClient, period: str) -> None:
    page = read(client.get("/ar/begar-ut", query_string={"vad": "avtal", "period": period}).get_data(as_text=True))
    own, swedish = (half.raw for half in field(page, "fardig").all("span"))
    assert f"\u2068{period}\u2069" in own
    assert not {"\u2068", "\u2069"} & set(swedish)


def test_a_text_in_swedish_alone_has_one_half(client: FlaskClient) -> None:
    assert len(field(ask(client, vad="avtal"), "fardig").all("span")) == 1
