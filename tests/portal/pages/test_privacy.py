"""What a visitor writes is in no log of the application's."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from portal.app import create_app

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from portal.settings import Settings

WRITTEN = "zebrafink"
ASKED = [
    f"/sok?q={WRITTEN}",
    f"/sok?{WRITTEN}=1&unit={WRITTEN}&limit={WRITTEN}",
    f"/{WRITTEN}",
    f"/norrkoping-ks/sokmedel/{WRITTEN}",
    f"/begar-ut?vad={WRITTEN}&period={WRITTEN}&form={WRITTEN}",
    f"/static/{WRITTEN}.css",
    f"/oppna-data/poster.csv?{WRITTEN}",
    "/sok?q=800101-1234",
]


@pytest.mark.parametrize("path", ASKED)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Current-URL": f"http://localhost/sok?q={WRITTEN}"}])
def test_nothing_that_was_asked_is_logged(
    client: FlaskClient,
    path: str,
    headers: dict[str, str],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    client.get(path, headers=headers | {"User-Agent": WRITTEN, "Referer": f"http://localhost/{WRITTEN}"})
    out, err = capfd.readouterr()
    told = caplog.text + out + err
    assert WRITTEN not in told
    assert "1234" not in told


@pytest.fixture
def failing(settings: Settings) -> Flask:
    """The application with a page that fails and quotes the visitor while it does."""
    app = create_app(settings)

    @app.get("/fel/<text>")
    def fail(text: str) -> str:
        raise ValueError(text)

    return app


def test_a_failure_is_a_page_that_helps_and_a_log_that_quotes_nobody(
    failing: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    response = failing.test_client().get(f"/fel/{WRITTEN}?q={WRITTEN}")
    assert response.status_code == 500
    assert "Något gick fel hos oss" in response.get_data(as_text=True)
    assert "tel:011150000" in response.get_data(as_text=True)
    assert "ValueError" in caplog.text
    assert WRITTEN not in caplog.text + response.get_data(as_text=True) + str(response.headers)


def test_a_failing_part_for_htmx_is_a_part(failing: Flask) -> None:
    response = failing.test_client().get("/fel/x", headers={"HX-Request": "true"})
    assert response.status_code == 500
    assert "<html" not in response.get_data(as_text=True)
