"""The kiosk's pages: nothing of them is kept, nothing leads out, and a visitor can take each along."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from portal.app import create_app
from portal.pages.keyboard import layouts
from portal.pages.qr import MOST_BYTES, qr_code
from portal.settings import Settings, SettingsError
from tests.in_turn import in_turn
from tests.portal.pages.reading import Node, link_rel, meta, read

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from tests.portal.pages.conftest import Get

HTML = [
    "/",
    "/sok",
    "/sok?q=protokoll",
    "/sok?q=zebra",
    "/norrkoping-ks/",
    "/norrkoping-ks/beskrivning",
    "/norrkoping-ks/handlingsslag/protokoll",
    "/norrkoping-ks/sokmedel/heroma",
    "/norrkoping-ks/enhet/kommunstyrelsens-kansli",
    "/norrkoping-ks/sekretess/osl-39-2",
    "/begar-ut",
    "/begar-ut?vad=protokoll",
    "/om",
    "/tillganglighet",
    "/oppna-data",
]
PAGES = [f"/kiosk{language}{path}" for language in ("", "/ar") for path in HTML]
ERRORS = [
    "/kiosk/saknas",
    "/kiosk/fi/saknas",
    "/kiosk/norrkoping-ks/sokmedel/saknas",
    "/kiosk/kiosk/",
    "/kiosk/xx/",
    "/kiosk/sv/",
    "/kiosk/telefon/",
    "/kiosk/api/v1/search?q=protokoll",
    "/kiosk/oppna-data/poster.json",
    "/kiosk/static/kiosk.css",
]
REDIRECTS = [
    "/kiosk",
    "/kiosk/fi",
    "/kiosk/norrkoping-ks",
    "/kiosk/sok?q=800101-1234",
    "/kiosk/begar-ut?vad=8001011234",
]


def forms(page: Node) -> list[Node]:
    """All that one can write in."""
    return [
        each
        for each in [*page.all("input"), *page.all("textarea")]
        if each.get("type") not in {"radio", "checkbox", "hidden"}
    ]


@pytest.fixture(scope="module")
def opened(app: Flask) -> dict[str, Node]:
    """Every page, and every one that tells of an error, by its path: asked for once, and looked at in many ways."""
    replies = {path: app.test_client().get(path) for path in [*PAGES, *ERRORS]}
    assert [path for path in PAGES if (replies[path].status_code, replies[path].mimetype) != (200, "text/html")] == []
    return {path: read(reply.get_data(as_text=True)) for path, reply in replies.items()}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@in_turn("path", [*PAGES, *ERRORS, *REDIRECTS])
def test_no_reply_may_be_kept(client: FlaskClient, path: str, method: str) -> None:
    assert client.open(path, method=method).headers["Cache-Control"] == "no-store"


@in_turn("path", [*PAGES, *ERRORS, *REDIRECTS])
def test_no_reply_can_be_asked_for_again_by_a_tag(client: FlaskClient, path: str) -> None:
    headers = client.get(path, headers={"If-None-Match": "*"}).headers
    assert "ETag" not in headers
    assert "Last-Modified" not in headers


def test_a_failure_may_not_be_kept_either(settings: Settings) -> None:
    app = create_app(settings)

    @app.get("/kiosk/fel")
    def fail() -> str:
        raise ValueError

    reply = app.test_client().get("/kiosk/fel")
    assert (reply.status_code, reply.headers["Cache-Control"]) == (500, "no-store")


def test_a_kiosk_without_an_index_says_so_and_is_not_kept(own_generations: Path) -> None:
    reply = create_app(Settings(generations=own_generations)).test_client().get("/kiosk/")
    assert (reply.status_code, reply.headers["Cache-Control"]) == (503, "no-store")
    assert "Avsluta och rensa" in reply.get_data(as_text=True)


@in_turn("path", ERRORS)
def test_what_is_no_page_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@in_turn("path", REDIRECTS)
def test_a_redirect_stays_in_the_kiosk(client: FlaskClient, path: str) -> None:
    location = client.get(path).headers["Location"]
    assert location.startswith("/kiosk/")
    assert "1234" not in location


@in_turn("limit", ["", "&limit=1000", "&limit=100", "&limit=6", "&limit=x", "&limit=0"])
@in_turn("query", ["", "q=protokoll", "q=arkiv", "q=personal", "q=avtal+zebra"])
def test_a_page_has_at_most_five_cards(get: Get, query: str, limit: str) -> None:
    assert len(get(f"/kiosk/sok?{query}{limit}").all(css_class="card")) <= 5


def test_browsing_all_gives_five_cards(get: Get) -> None:
    assert len(get("/kiosk/sok").all(css_class="card")) == 5


@in_turn("path", PAGES)
def test_search_engines_are_led_to_the_plain_page(opened: dict[str, Node], path: str) -> None:
    page = opened[path]
    assert meta(page, "robots") == "noindex"
    plain = re.sub(r"\?.*", "", path.removeprefix("/kiosk"))
    assert link_rel(page, "canonical") == f"http://localhost{plain}"


@in_turn("path", [*PAGES, *ERRORS])
def test_no_link_leads_out_of_the_kiosk(opened: dict[str, Node], path: str) -> None:
    page = opened[path]
    ways = [node.get("href") for node in page.all("a")] + [node.get("action") for node in page.all("form")]
    assert [way for way in ways if not way.startswith(("/kiosk/", "#"))] == []


def test_no_link_of_any_entry_leads_out_of_the_kiosk(get: Get, entry_paths: dict[tuple[str, str], str]) -> None:
    astray = [
        (path, node.get("href"))
        for path in entry_paths.values()
        for node in get(f"/kiosk{path}").all("a")
        if not node.get("href").startswith(("/kiosk/", "#"))
    ]
    assert astray == []


@pytest.mark.parametrize("path", ["/kiosk/", "/kiosk/sok?q=protokoll", "/kiosk/begar-ut?vad=protokoll"])
def test_no_field_is_filled_in_by_the_browser(get: Get, path: str) -> None:
    page = get(path)
    assert {form.get("autocomplete") for form in page.all("form")} == {"off"}
    kept = [
        each.get("id")
        for each in forms(page)
        if each.get("autocomplete") != "off" and "readonly" not in each.attributes
    ]
    assert kept == []


@in_turn("path", [*PAGES, *ERRORS])
def test_help_and_the_end_are_on_every_page(opened: dict[str, Node], path: str) -> None:
    page = opened[path]
    assert [each.get("href") for each in page.all("a") if each.get("data-act") == "wipe"] == ["/kiosk/"]
    assert next(each.tag for each in page.walk() if each.get("data-act") == "staff") == "button"


@in_turn("path", PAGES)
def test_languages_come_first(opened: dict[str, Node], path: str) -> None:
    page = opened[path]
    main = next(each for each in page.walk() if each.tag == "main")
    before = list(page.walk())
    languages = page.all(css_class="languages")[0]
    assert before.index(languages) < before.index(main)
    assert len(languages.all("a")) == 5


@in_turn("path", PAGES)
def test_a_page_names_its_public_address(opened: dict[str, Node], path: str) -> None:
    shown = [each.text for each in opened[path].all(css_class="address")]
    assert f"http://localhost{path.removeprefix('/kiosk')}" in shown


def test_the_public_address_is_the_one_that_is_set(settings: Settings) -> None:
    app = create_app(replace(settings, public_url="https://vagvisaren.example"))
    page = app.test_client().get("/kiosk/om").get_data(as_text=True)
    assert "https://vagvisaren.example/om" in page
    assert "localhost" not in page


def test_an_address_that_is_too_long_for_a_code_says_so(get: Get) -> None:
    page = get(f"/kiosk/sok?q={'%C3%A5' * 200}")
    assert "Adressen är för lång för en QR-kod." in page.visible
    (take,) = page.all(css_class="take")
    assert take.all("svg") == []


@pytest.mark.parametrize("character", ["a", "å"])
def test_a_code_is_made_up_to_what_a_telephone_reads(character: str) -> None:
    most = MOST_BYTES // len(character.encode())
    assert qr_code(character * most).startswith('<svg aria-hidden="true"')
    assert qr_code(character * (most + 1)) == ""


def test_a_code_is_black_on_white_with_a_margin_of_four_modules() -> None:
    code = str(qr_code("https://vagvisaren.example/"))
    side = int(re.findall(r'viewBox="0 0 (\d+) ', code)[0])
    assert f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>' in code
    assert '<path stroke="#000" d="M4 4.5h7' in code
    assert (side - 8 - 17) % 4 == 0


@pytest.fixture
def with_hosts(settings: Settings) -> Flask:
    """A kiosk that may lead to one site."""
    return create_app(replace(settings, kiosk_hosts=frozenset({"www.riksdagen.se"})))


def outward(app: Flask, path: str) -> list[str]:
    """The links of a page that lead out of the portal."""
    page = read(app.test_client().get(path).get_data(as_text=True))
    return [node.get("href") for node in page.all("a") if ":" in node.get("href")]


def test_a_host_that_is_set_becomes_a_link(with_hosts: Flask) -> None:
    assert [each[:25] for each in outward(with_hosts, "/kiosk/norrkoping-ks/sekretess/osl-39-2")] == [
        "https://www.riksdagen.se/"
    ]


@pytest.mark.parametrize("path", ["/kiosk/norrkoping-ks/enhet/kommunstyrelsens-kansli", "/kiosk/norrkoping-ks/"])
def test_other_hosts_mail_and_telephone_do_not(with_hosts: Flask, path: str) -> None:
    assert outward(with_hosts, path) == []


@in_turn("language", ["sv", "fi", "en", "ar", "latt"])
def test_every_keyboard_has_swedish_finnish_and_arabic_letters(language: str) -> None:
    every = {key for layout in layouts(language) for row in layout.rows for key in row}
    assert set("abcdefghijklmnopqrstuvwxyzåäö0123456789 ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي") - every == {" "}


@in_turn("language", ["sv", "fi", "en", "ar", "latt"])
def test_no_row_of_keys_is_wider_than_a_standing_screen(language: str) -> None:
    assert max(len(row) for layout in layouts(language) for row in layout.rows) <= 14


@in_turn(
    ("name", "text", "field", "value"),
    [
        ("VAGVISAREN_KIOSK_IDLE", "1", "kiosk_idle", 1),
        ("VAGVISAREN_KIOSK_IDLE", "3600", "kiosk_idle", 3600),
        ("VAGVISAREN_KIOSK_WARNING", "10", "kiosk_warning", 10),
        ("VAGVISAREN_KIOSK_HOSTS", "www.norrkoping.se", "kiosk_hosts", {"www.norrkoping.se"}),
        ("VAGVISAREN_KIOSK_HOSTS", " A.se , b.se,", "kiosk_hosts", {"a.se", "b.se"}),
    ],
)
def test_a_setting_of_the_kiosk_is_read(name: str, text: str, field: str, value: object) -> None:
    assert getattr(Settings.read({name: text}), field) == value


def test_what_is_not_set_is_four_minutes_half_a_minute_and_no_host() -> None:
    settings = Settings.read({})
    assert (settings.kiosk_idle, settings.kiosk_warning, settings.kiosk_hosts) == (240, 30, frozenset())


@pytest.mark.parametrize("name", ["VAGVISAREN_KIOSK_IDLE", "VAGVISAREN_KIOSK_WARNING"])
@in_turn("text", ["0", "-1", "3601", "4 min", "2.5", "٢", "1e3"])
def test_an_impossible_time_is_refused(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=rf"{name} är ”.*” men ska vara ett heltal från 1 till 3600"):
        Settings.read({name: text})


@in_turn(
    "text",
    ["https://www.norrkoping.se", "norrkoping.se/", "*.norrkoping.se", "a b", "-a.se", "a..se", ".", "a.se;b.se"],
)
def test_an_impossible_host_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"VAGVISAREN_KIOSK_HOSTS har värdet .* ska vara värdnamn"):
        Settings.read({"VAGVISAREN_KIOSK_HOSTS": text})


def test_a_public_address_that_no_code_can_carry_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"VAGVISAREN_PUBLIC_URL är 121 tecken lång\. Välj en adress på högst 120"):
        Settings.read({"VAGVISAREN_PUBLIC_URL": "https://" + "a" * 50 + "." + "a" * 62})
    assert Settings.read({"VAGVISAREN_PUBLIC_URL": "https://" + "a" * 50 + "." + "a" * 61}).public_url
