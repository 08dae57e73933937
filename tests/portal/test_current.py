"""Whether the server can answer, and from which generation."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from index import generation
from index.build.builder import build
from portal.app import create_app
from portal.services.services import services_of
from portal.settings import Settings
from tests.support import with_everyday_word

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

    from data.model import Description

BETWEEN_LOOKS = 1.1
"""Seconds: a worker looks for a new generation at most once a second."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "generations"


@pytest.fixture
def visitor(root: Path) -> FlaskClient:
    """A visitor to a running portal whose generations a test changes."""
    return create_app(Settings(generations=root)).test_client()


def served(visitor: FlaskClient) -> str:
    """The digest of the generation that answers, or the status where none does."""
    response = visitor.get("/readyz")
    return str(response.get_json()["generation"]) if response.status_code == 200 else response.status


def damage(folder: Path) -> None:
    next((folder / "descriptions").iterdir()).write_bytes(b"{}")


def test_the_process_answers_before_there_is_an_index(visitor: FlaskClient) -> None:
    response = visitor.get("/healthz")
    assert (response.status_code, response.get_json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    "path",
    [
        "/readyz",
        "/api/v1/search?q=protokoll",
        "/api/v1/suggest?q=a",
        "/api/v1/entries",
        "/api/v1/entries/norrkoping-ks/heroma",
    ],
)
def test_without_an_index_the_answer_is_503_in_the_shape_of_an_error(visitor: FlaskClient, path: str) -> None:
    response = visitor.get(path)
    error = response.get_json()["error"]
    assert (response.status_code, error["status"], list(error)) == (503, 503, ["status", "title", "detail"])


def test_without_an_index_the_api_is_still_described(visitor: FlaskClient) -> None:
    assert visitor.get("/api/v1/openapi.json").status_code == 200


def test_ready_tells_the_generation_and_what_it_was_made_of(client: FlaskClient, generations: Path) -> None:
    manifest = generation.read_manifest(generations / "current")
    ready = client.get("/readyz").get_json()
    assert {key: ready[key] for key in ("status", "generation", "input", "entries")} == {
        "status": "ok",
        "generation": manifest.digest,
        "input": manifest.input,
        "entries": manifest.entries,
    }


def test_a_running_server_takes_up_the_first_generation(visitor: FlaskClient, root: Path, small: Description) -> None:
    assert served(visitor).startswith("503")
    first = build(root, [small])
    time.sleep(BETWEEN_LOOKS)
    assert served(visitor) == first.name


def test_a_running_server_takes_up_a_new_generation(visitor: FlaskClient, root: Path, small: Description) -> None:
    old = build(root, [small])
    assert served(visitor) == old.name
    visitor.get("/api/v1/suggest?q=o&lang=fi").close()
    new = build(root, [with_everyday_word(small, "ordklyveri")])
    time.sleep(BETWEEN_LOOKS)
    assert served(visitor) == new.name
    visitor.get("/readyz").close()
    opened = services_of(visitor.application).current._newest  # noqa: SLF001  (nobody else has to know)
    assert "fi" in (opened.suggesters if opened else ()), "made between requests: nobody has asked in Finnish yet"
    assert visitor.get("/api/v1/search?q=ordklyveri").get_json()["total"] == 1


def test_a_running_server_keeps_the_old_generation_when_the_new_one_is_damaged(
    visitor: FlaskClient, root: Path, small: Description
) -> None:
    old = build(root, [small])
    assert served(visitor) == old.name
    damage(build(root, [with_everyday_word(small, "ordklyveri")]))
    time.sleep(BETWEEN_LOOKS)
    assert served(visitor) == old.name


def test_a_server_whose_only_generation_is_damaged_takes_it_up_once_rebuilt(
    visitor: FlaskClient, root: Path, small: Description
) -> None:
    folder = build(root, [small])
    damage(folder)
    assert served(visitor).startswith("503")
    assert build(root, [small]) == folder
    time.sleep(BETWEEN_LOOKS)
    assert served(visitor) == folder.name


def test_one_request_stays_with_one_generation(root: Path, small: Description) -> None:
    app = create_app(Settings(generations=root))
    current = services_of(app).current
    build(root, [small])
    with app.test_request_context("/"):
        first = current.get()
        new = build(root, [with_everyday_word(small, "ordklyveri")])
        time.sleep(BETWEEN_LOOKS)
        assert current.get() is first
    with app.test_request_context("/"):
        assert current.get().folder == new.resolve()


def test_a_server_goes_on_when_its_generations_are_removed(
    visitor: FlaskClient, root: Path, small: Description
) -> None:
    folder = build(root, [small])
    assert served(visitor) == folder.name
    root.rename(root.with_name("away"))
    time.sleep(BETWEEN_LOOKS)
    assert served(visitor) == folder.name
