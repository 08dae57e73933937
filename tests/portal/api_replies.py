"""Searches of every kind for the API, and its replies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from flask.testing import FlaskClient


Json = dict[str, Any]
SEARCHES = (
    "",
    "?q=",
    "?q=protokoll",
    "?q=var+hittar+jag+kommunstyrelsens+protokoll%3F",
    "?q=naringsliv",
    "?q=l%C3%B6nespec",
    "?q=bygglov",
    "?q=zebra",
    "?q=fakturor+och+protokoll",
    "?q=39+kap+2+%C2%A7",
    "?q=salary&lang=en",
    "?q=palkka&lang=fi",
    "?q=%D8%B1%D8%A7%D8%AA%D8%A8&lang=ar",
    "?q=l%C3%B6n&lang=latt",
    "?type=unit&type=section&access=request&limit=100",
    "?unit=digitaliseringsavdelningen&theme=it",
    "?finding_aid=heroma&authority=norrkoping-ks&offset=1",
    "?limit=1&offset=10000",
    "?q=%3Cscript%3E",
)


def get(client: FlaskClient, path: str) -> Json:
    response = client.get(path)
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    return cast("Json", response.get_json())
