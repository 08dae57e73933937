"""Settings: read from the environment once, and refused in Swedish where they cannot be used."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path

import pytest

from portal.settings import Settings, SettingsError
from tests.in_turn import in_turn
from tests.support import REPOSITORY


@pytest.mark.parametrize("variables", [{}, {"PATH": "/bin"}, {"VAGVISAREN_WORKERS": "", "VAGVISAREN_DATA": ""}])
def test_what_is_not_set_has_its_default(variables: dict[str, str]) -> None:
    assert Settings.read(variables) == Settings()


def test_by_default_everything_lies_in_the_checkout() -> None:
    settings = Settings()
    assert (settings.data, settings.translations, settings.generations) == (
        REPOSITORY / "data",
        REPOSITORY / "translations",
        REPOSITORY / "var" / "generations",
    )


@in_turn(
    ("name", "text", "field", "value"),
    [
        ("VAGVISAREN_DATA", "/srv/data", "data", Path("/srv/data")),
        ("VAGVISAREN_DATA", "/srv/../srv/data", "data", Path("/srv/data")),
        ("VAGVISAREN_TRANSLATIONS", "/srv/po", "translations", Path("/srv/po")),
        ("VAGVISAREN_GENERATIONS", "/var/lib/v", "generations", Path("/var/lib/v")),
        ("VAGVISAREN_WORKERS", "1", "workers", 1),
        ("VAGVISAREN_WORKERS", "64", "workers", 64),
        ("VAGVISAREN_PUBLIC_URL", "https://vagvisaren.example", "public_url", "https://vagvisaren.example"),
        ("VAGVISAREN_PUBLIC_URL", "https://vagvisaren.example/", "public_url", "https://vagvisaren.example"),
        ("VAGVISAREN_PUBLIC_URL", "http://localhost:8000", "public_url", "http://localhost:8000"),
    ],
)
def test_a_setting_is_read_with_its_type(name: str, text: str, field: str, value: object) -> None:
    assert getattr(Settings.read({name: text}), field) == value


def test_a_path_is_made_whole_from_where_the_program_started() -> None:
    assert Settings.read({"VAGVISAREN_DATA": "data"}).data == Path.cwd() / "data"


@in_turn("text", ["0", "-1", "65", "två", "2.0", " 2", "2 ", "٢", "２", "1e1", "9999999999", "0x2"])
def test_an_impossible_number_of_workers_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"VAGVISAREN_WORKERS är .* ska vara ett heltal från 1 till 64"):
        Settings.read({"VAGVISAREN_WORKERS": text})


@in_turn(
    "text",
    [
        "vagvisaren.example",
        "ftp://vagvisaren.example",
        "https://",
        "https://vagvisaren.example/sok",
        "https://vagvisaren.example?q=1",
        "https://user:word@vagvisaren.example",
        "javascript:alert(1)",
        "https://a b",
    ],
)
def test_an_impossible_public_address_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"VAGVISAREN_PUBLIC_URL är .* ska vara en adress utan sökväg"):
        Settings.read({"VAGVISAREN_PUBLIC_URL": text})


@in_turn(
    ("text", "expected"),
    [
        ("0", 0),
        ("1", 1),
        ("10", 10),
        ("127.0.0.1", (ip_network("127.0.0.1"),)),
        ("127.0.0.1, ::1", (ip_network("127.0.0.1"), ip_network("::1"))),
        ("10.0.0.0/8", (ip_network("10.0.0.0/8"),)),
    ],
)
def test_trusted_proxies_are_a_number_or_addresses(text: str, expected: object) -> None:
    assert Settings.read({"VAGVISAREN_PROXIES": text}).proxies == expected


@in_turn("text", ["-1", "11", "*", "nginx", "127.0.0.1,", "10.0.0.1/8", "1,2", "127.0.0.256", "١"])
def test_proxies_that_cannot_be_told_are_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"VAGVISAREN_PROXIES är .* ska vara ett antal från 0 till 10 eller adr"):
        Settings.read({"VAGVISAREN_PROXIES": text})


def test_hosts_are_names_with_commas_between() -> None:
    found = Settings.read({"VAGVISAREN_HOSTS": "Vagvisaren.example, 127.0.0.1"}).hosts
    assert found == {"vagvisaren.example", "127.0.0.1"}


@in_turn("text", ["https://a.example", "a b", "a.example/x", "*", "a.example:443"])
def test_hosts_that_are_no_names_are_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"VAGVISAREN_HOSTS har värdet .* ska vara värdnamn med komma emellan"):
        Settings.read({"VAGVISAREN_HOSTS": text})


@pytest.mark.parametrize("name", ["VAGVISAREN_WORKER", "VAGVISAREN_", "VAGVISAREN_SECRET", "VAGVISAREN_workers"])
def test_a_setting_that_there_is_not_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(SettingsError, match=rf"Inställningen {name} finns inte\. Välj bland: VAGVISAREN_DATA, "):
        Settings.read({name: "1"})
