"""Stämmer det inte? The foot of every page says whom to tell, with the page's address and nothing that was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.portal.pages.reading import read

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.portal.pages.conftest import Get

_EMAIL = "kommunstyrelsenskansli@norrkoping.se"


def told(page: str) -> tuple[str, str, str]:
    """The words of the link at a page's foot, whom it writes to, and the message that it begins."""
    (link,) = (a for a in read(page).all("footer")[0].all("a") if a.get("href").startswith("mailto:"))
    address = urlsplit(link.get("href"))
    return link.text, address.path, parse_qs(address.query).get("body", [""])[0].strip()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", "http://localhost/"),
        ("/sok?q=hemligt+ord&type=unit", "http://localhost/sok"),
        ("/begar-ut?vad=hemligt+ord", "http://localhost/begar-ut"),
        ("/telefon/norrkoping-ks/sokmedel/heroma", "http://localhost/norrkoping-ks/sokmedel/heroma"),
        ("/hemligt-ord", ""),
    ],
)
def test_one_writes_to_the_registrars_with_the_address_of_the_page_alone(
    client: FlaskClient, path: str, address: str
) -> None:
    assert told(client.get(path).text) == ("Skriv till registratorn", _EMAIL, address)


def test_a_kiosk_writes_no_mail_and_says_whom_to_tell(client: FlaskClient) -> None:
    (foot,) = read(client.get("/kiosk/om").text).all("footer")
    assert "Stämmer det inte? Säg till personalen." in foot.text
    assert "mailto:" not in client.get("/kiosk/om").text


def test_where_there_are_several_each_page_leads_to_its_own_and_to_the_common_contact_else(get_any_placed: Get) -> None:
    def foot(path: str) -> tuple[str, list[str]]:
        (found,) = get_any_placed(path).all("footer")
        links = [a.get("href") for a in found.all("a")]
        return found.text, [link.partition("?")[0] for link in links if link.startswith(("mailto:", "tel:"))]

    text, links = foot("/om")
    assert "Skriv till Tallmo kontaktcenter" in text
    assert links == ["mailto:kontaktcenter@tallmo.example"]
    text, links = foot("/tallmo-byggnadsnamnden/")
    assert "Skriv till registratorn" in text
    assert links == ["mailto:mbn@tallmo.example"]
    text, links = foot("/tallmo-utbildningsnamnden/")  # its text gives no address to write to
    assert "Stämmer det inte? Ring 031-390 06 30." in text
    assert links == ["tel:0313900630"]
