"""Files that would take away what is served are refused until someone says that it is meant."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from index import generation, refusal
from portal.app import create_app
from portal.settings import Settings
from tests.support import REPOSITORY, copy_example, run

if TYPE_CHECKING:
    from pathlib import Path

GUIDANCE = "descriptions/exempel-namnd/vagledning.toml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short description, two languages and their index, to be copied."""
    folder = tmp_path_factory.mktemp("built")
    copy_example(folder / "data")
    (folder / "data" / "portal.toml").write_text(PLACE, encoding="utf-8")
    shutil.copytree(REPOSITORY / "translations" / "fi", folder / "translations" / "fi")
    shutil.copytree(REPOSITORY / "translations" / "en", folder / "translations" / "en")
    done = run("index", **settings_in(folder))
    assert "det första" in done.stdout, done.stderr
    return folder


def settings_in(folder: Path) -> dict[str, str | Path]:
    return {name: folder / name for name in ("data", "generations", "translations")}


@pytest.fixture
def folder(tmp_path: Path, built: Path) -> Path:
    return shutil.copytree(built, tmp_path / "copy", symlinks=True)


def ready(folder: Path) -> dict[str, object]:
    client = create_app(Settings(generations=folder / "generations")).test_client()
    reply: dict[str, object] = client.get("/readyz").get_json()
    return reply


PLACE = """[portal]
namn = "Exempels kommun"
kortnamn = "Exempel"
webbplats = "www.exempel.se"
hemmyndighet = "exempel-namnd"
"""


@pytest.mark.parametrize("emptied", [f"data/{GUIDANCE}", "translations/fi/LC_MESSAGES/messages.po", "data/portal.toml"])
def test_an_emptied_file_is_refused_until_it_is_confirmed(folder: Path, emptied: str) -> None:
    served = generation.current(folder / "generations")
    (folder / emptied).write_text("")
    checked = run("check", **settings_in(folder))
    assert checked.returncode == 1
    assert "--anda" in checked.stdout
    refused = run("index", **settings_in(folder))
    assert (refused.returncode, generation.current(folder / "generations")) == (1, served)
    assert "Inget nytt index byggdes" in refused.stderr
    assert "vagvisaren index --anda" in refused.stderr
    assert "Datafilerna byggs inte" in str(ready(folder)["reason"])
    confirmed = run("index", "--anda", **settings_in(folder))
    assert confirmed.returncode == 0
    assert generation.current(folder / "generations") != served
    assert refusal.reason(folder / "generations") == ""


def test_files_that_are_back_are_well_again(folder: Path) -> None:
    guidance = folder / "data" / GUIDANCE
    whole = guidance.read_bytes()
    guidance.write_text("")
    assert run("index", **settings_in(folder)).returncode == 1
    guidance.write_bytes(whole)
    assert run("index", **settings_in(folder)).returncode == 0
    assert refusal.reason(folder / "generations") == ""


def test_a_language_without_texts_is_told_by_readyz(folder: Path) -> None:
    (folder / "translations/fi/LC_MESSAGES/messages.po").write_text("")
    assert run("index", "--anda", **settings_in(folder)).returncode == 0
    assert "Suomi" in str(ready(folder)["reason"])
