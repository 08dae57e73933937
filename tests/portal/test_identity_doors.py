"""A personal identity number is known for one at every door, however it is written, and never said again."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from portal.cli import main
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


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS.keys())
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


def test_the_portal_asks_for_identity_numbers_in_one_way() -> None:
    asked = {
        alias.name
        for path in (REPOSITORY / "portal").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "data.identity_numbers"
        for alias in node.names
    }
    assert asked == {"holds_identity_number"}
