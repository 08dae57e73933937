"""A visitor may send anything as ``Host``: it is a host, or it is refused on a page that does without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from portal.app import create_app
from portal.hosts import split_host
from portal.settings import Settings, SettingsError
from tests.in_turn import in_turn
from tests.portal.hosts import HOSTS, NO_HOSTS

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

PATHS = (
    "/sok?q=protokoll",
    "/kiosk/ar/begar-ut",
    "/telefon/saknas",
    "/api/v1/search",
    "/sitemap.xml",
    "/norrkoping-ks",
)


def ask(app: Flask, path: str, host: str | None) -> tuple[int, str]:
    """The status, headers and text of a reply; past the test client, which takes a host apart itself."""
    environ = EnvironBuilder(path).get_environ()
    del environ["HTTP_HOST"]
    if host is not None:
        environ["HTTP_HOST"] = host.encode().decode("latin-1")
    chunks, status, headers = run_wsgi_app(app, environ)
    return int(status.split()[0]), str(headers) + b"".join(chunks).decode()


@in_turn("host", HOSTS)
def test_a_host_is_answered(app: Flask, host: str) -> None:
    assert [ask(app, path, host)[0] for path in PATHS] == [200, 200, 404, 200, 200, 308]


@in_turn("host", NO_HOSTS)
def test_what_is_no_host_is_refused_and_not_repeated(app: Flask, host: str) -> None:
    for path in PATHS:
        status, reply = ask(app, path, host)
        assert status == 400
        assert f"//{host or '/'}" not in reply


@in_turn("host", NO_HOSTS)
def test_a_watcher_is_answered_whatever_the_host(app: Flask, host: str) -> None:
    assert ask(app, "/healthz", host)[0] in {200, 400}


@pytest.mark.parametrize("path", ["/om", "/sitemap.xml", "/opensearch.xml"])
@in_turn(
    ("host", "root"),
    [
        ("srv_vag:8000", "http://srv_vag:8000"),
        ("localhost:", "http://localhost"),
        ("localhost:80", "http://localhost"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("XN--VGVISAREN-V2A.example.", "http://xn--vgvisaren-v2a.example"),
        (None, "http://localhost"),
    ],
)
def test_links_that_are_whole_lead_to_the_host_that_was_asked(
    app: Flask, path: str, host: str | None, root: str
) -> None:
    assert f"{root}/" in ask(app, path, host)[1]


@in_turn("host", NO_HOSTS)
def test_what_is_no_host_is_no_setting(host: str) -> None:
    if host:
        with pytest.raises(SettingsError):
            Settings.read({"VAGVISAREN_PUBLIC_URL": f"https://{host}"})


def test_a_host_with_an_underscore_can_be_set_and_asked(small_generations: Path) -> None:
    names = Settings.read({"VAGVISAREN_HOSTS": "srv_vag", "VAGVISAREN_KIOSK_HOSTS": "srv_vag"})
    assert names.kiosk_hosts == {"srv_vag"}
    app = create_app(Settings(generations=small_generations, hosts=names.hosts))
    assert [ask(app, "/om", host)[0] for host in ("srv_vag", "SRV_VAG:8000", "srv-vag", None)] == [200, 200, 400, 400]


@pytest.mark.parametrize(
    ("host", "parts"),
    [
        ("Example.SE:8000", ("example.se", "8000")),
        ("a.", ("a", "")),
        ("a.:", ("a", "")),
        ("[2001:DB8::A]:1", ("[2001:db8::a]", "1")),
    ],
)
def test_a_host_is_a_name_and_a_port(host: str, parts: tuple[str, str]) -> None:
    assert split_host(host) == parts
