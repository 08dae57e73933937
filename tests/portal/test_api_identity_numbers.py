"""A person's number in a request to the API is refused, and never said again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.in_turn import in_turn
from tests.portal.errors import error_of

if TYPE_CHECKING:
    from flask.testing import FlaskClient

NUMBERS = (
    "19800101-1234",
    "198001011234",
    "800101-1234",
    "8001011234",
    "800101+1234",
    "800101 1234",
    "19800101 1234",
    "800101 - 1234",
    "800101–1234",
    "800101\u20111234",
    "800101−1234",
    "800161-1234",
    "19800161-1234",
    "１９８００１０１-１２３４",
    "８００１０１－１２３４",
    "١٩٨٠٠١٠١١٢٣٤",
    "٨٠٠١٠١-١٢٣٤",
    "800101\u200b-\u200b1234",
    "8001\u00ad01-1234",
    "800101\u00a01234",
    "akt för 800101-1234, tack",
    "personnummer:800101-1234",
    "1980-01-01-1234",
    "1980 01 01 1234",
    "(800101-1234)",
    "protokoll" + " ord" * 100 + " 800101-1234",
)


@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/suggest"])
@in_turn("text", NUMBERS)
def test_a_personal_identity_number_is_refused_and_not_repeated(client: FlaskClient, path: str, text: str) -> None:
    response = client.get(path, query_string={"q": text})
    error = error_of(response)
    assert (response.status_code, error["title"]) == (400, "Personnummer söks inte")
    told = response.get_data(as_text=True) + str(response.headers)
    assert not any(part in told for part in (text, "1234", "800101", "１２３４", "١٢٣٤", "1980"))


@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/suggest"])
@in_turn("name", ["unit", "type", "lang", "limit", "offset", "8001011234"])
def test_a_personal_identity_number_anywhere_else_is_not_repeated_either(
    client: FlaskClient, path: str, name: str
) -> None:
    response = client.get(f"{path}?{name}=800101-1234")
    assert (response.status_code, error_of(response)["title"]) == (400, "Personnummer söks inte")
    assert "1234" not in response.get_data(as_text=True) + str(response.headers)


def test_a_personal_identity_number_in_a_path_is_not_repeated(client: FlaskClient) -> None:
    response = client.get("/api/v1/entries/norrkoping-ks/800101-1234")
    assert response.status_code == 404
    assert "1234" not in response.get_data(as_text=True) + str(response.headers)


@pytest.mark.parametrize("path", ["//api/v1/search", "/api//v1/search", "/api/v1//search"])
def test_an_address_with_a_doubled_slash_does_not_repeat_the_query(client: FlaskClient, path: str) -> None:
    response = client.get(f"http://localhost{path}?q=800101-1234")
    assert response.status_code in {400, 404}
    assert "1234" not in response.get_data(as_text=True) + str(response.headers)


@in_turn("text", ["011-15 00 00", "KS 2019/0917", "24:8", "1956", "20190917", "9913311234"])
def test_another_number_is_searched(client: FlaskClient, text: str) -> None:
    assert client.get("/api/v1/search", query_string={"q": text}).status_code == 200
