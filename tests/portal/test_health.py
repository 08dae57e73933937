"""What is damaged does not serve, what is whole does, and /readyz says which and why."""

from __future__ import annotations

import json
import shutil
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from index import generation
from index.build.builder import build
from portal.app import create_app
from portal.services.services import services_of
from portal.settings import Settings
from tests.support import with_everyday_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask.testing import FlaskClient

    from data.model import Description


def segment(folder: Path) -> Path:
    return next((folder / "whoosh").glob("*.seg"))


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def other_format(folder: Path, number: int) -> None:
    manifest = folder / generation.MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": number}))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut off": lambda folder: segment(folder).write_bytes(segment(folder).read_bytes()[:-1]),
    "bit flipped": lambda folder: flip(segment(folder)),
    "lexicon's bit flipped": lambda folder: flip(folder / "lexicon.marisa"),
    "array's bit flipped": lambda folder: flip(folder / "arrays" / "scores.npy"),
    "vocabulary's bit flipped": lambda folder: flip(folder / "vocabulary.json"),
    "file missing": lambda folder: segment(folder).unlink(),
    "manifest missing": lambda folder: (folder / generation.MANIFEST).unlink(),
    "older format": lambda folder: other_format(folder, 1),
    "newer format": lambda folder: other_format(folder, generation.FORMAT + 1),
    "open to others": lambda folder: folder.chmod(0o777),
    "gone": lambda folder: folder.rename(folder.with_name(".away")),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "generations"


@pytest.fixture(scope="module")
def one(small_generations: Path) -> Path:
    """A generation, in a folder to be copied."""
    return (small_generations / "current").resolve()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, small: Description, one: Path) -> Path:
    """A folder with that generation and a newer one, to be copied."""
    root = tmp_path_factory.mktemp("two") / "generations"
    shutil.copytree(one.parent, root, symlinks=True)
    return build(root, [with_everyday_word(small, "ordklyveri")])


@pytest.fixture
def older(root: Path, one: Path) -> Path:
    shutil.copytree(one.parent, root, symlinks=True)
    return root / one.name


@pytest.fixture
def newer(root: Path, older: Path, two: Path) -> Path:
    assert older.exists()
    shutil.rmtree(root)
    shutil.copytree(two.parent, root, symlinks=True)
    return root / two.name


@pytest.fixture
def visitor(root: Path) -> FlaskClient:
    """A visitor to a worker that has just been started, and that looks anew at every request: nobody has to wait."""
    app = create_app(Settings(generations=root))
    services_of(app).current.look_every = services_of(app).current.try_every = 0
    return app.test_client()


def ready(visitor: FlaskClient) -> dict[str, Any]:
    reply: dict[str, Any] = visitor.get("/readyz").get_json()
    return reply


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_worker_that_starts_beside_a_damaged_generation_serves_the_one_before(
    visitor: FlaskClient, older: Path, newer: Path, damage: str
) -> None:
    DAMAGES[damage](newer)
    reply = ready(visitor)
    assert (reply["status"], reply["generation"]) == ("degraded", older.name)
    assert visitor.get("/api/v1/search?q=var+finns+ärenden").get_json()["total"]


@pytest.mark.parametrize(("damage", "word"), [("cut off", "skadad"), ("older format", "äldre"), ("gone", "current")])
def test_degraded_says_what_is_wrong_what_to_run_and_what_serves(
    visitor: FlaskClient, older: Path, newer: Path, damage: str, word: str
) -> None:
    DAMAGES[damage](newer)
    reason = ready(visitor)["reason"]
    assert [part for part in (word, "Kör: vagvisaren index", older.name) if part not in reason] == []


def test_a_damaged_generation_is_one_line_in_the_log(
    visitor: FlaskClient, newer: Path, caplog: pytest.LogCaptureFixture
) -> None:
    DAMAGES["cut off"](newer)
    ready(visitor)
    ready(visitor)
    assert [record.getMessage() for record in caplog.records] == [ready(visitor)["reason"]]


def test_a_worker_that_runs_keeps_what_it_has_when_the_new_one_is_damaged(
    visitor: FlaskClient, root: Path, small: Description, older: Path
) -> None:
    assert ready(visitor)["generation"] == older.name
    DAMAGES["bit flipped"](build(root, [with_everyday_word(small, "ordklyveri")]))
    reply = ready(visitor)
    assert (reply["status"], reply["generation"]) == ("degraded", older.name)


def test_once_it_is_built_again_nothing_is_degraded(
    visitor: FlaskClient, root: Path, small: Description, newer: Path
) -> None:
    DAMAGES["cut off"](newer)
    assert "skadad" in ready(visitor)["reason"]
    build(root, [with_everyday_word(small, "ordklyveri")])
    assert "skadad" not in ready(visitor)["reason"]


def test_what_is_mended_where_it_lies_is_taken_up_without_a_build(
    visitor: FlaskClient, older: Path, newer: Path
) -> None:
    newer.chmod(0o777)
    assert ready(visitor)["generation"] == older.name
    newer.chmod(0o700)
    assert ready(visitor)["generation"] == newer.name


@pytest.mark.usefixtures("older")
def test_where_no_generation_is_whole_it_is_503_with_what_to_run(visitor: FlaskClient, newer: Path) -> None:
    for folder in (newer, *generation.others(newer.parent)):
        DAMAGES["cut off"](folder)
    response = visitor.get("/readyz")
    assert response.status_code == 503
    assert "Kör: vagvisaren index" in response.get_json()["error"]["detail"]


def test_a_folder_that_others_may_write_in_is_503_with_what_to_run(visitor: FlaskClient, older: Path) -> None:
    older.parent.chmod(0o777)
    response = visitor.get("/readyz")
    assert response.status_code == 503
    assert "chmod 700" in response.get_json()["error"]["detail"]


@pytest.mark.usefixtures("older")
def test_a_generation_without_translations_is_degraded_and_says_which(visitor: FlaskClient) -> None:
    reply = ready(visitor)
    assert reply["status"] == "degraded"
    assert "Suomi, English, العربية, Lättläst" in reply["reason"]


def test_a_whole_generation_is_not_degraded(client: FlaskClient) -> None:
    reply = ready(client)
    assert (reply["status"], reply["reason"]) == ("ok", None)


def test_ready_tells_when_the_generation_was_made(client: FlaskClient, generations: Path) -> None:
    made = (generations / "current" / generation.MANIFEST).stat().st_mtime
    assert ready(client)["made"] == datetime.fromtimestamp(int(made), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_ready_tells_the_age_in_whole_seconds(visitor: FlaskClient, older: Path) -> None:
    manifest = older / generation.MANIFEST
    generation_made = manifest.stat().st_mtime
    reply = ready(visitor)
    assert 0 <= reply["age"] <= time.time() - generation_made
