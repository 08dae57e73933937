"""Publishing by role, and a preview beside the public server: the command as people run it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from data.publication import Publication
from data.publishing import PUBLICATION_FILE, publication_text
from index import generation
from portal.cli.listening import why_not_of_preview
from portal.cli.preview import environment_of, settings_of
from portal.settings import Settings
from tests.data.shapes import COURT, copy_court
from tests.support import copy_example, free_port, run, serving

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A public authority, and a draft."""
    copy_example(copy_court(tmp_path / "data"))
    mark = tmp_path / "data" / "descriptions" / COURT / PUBLICATION_FILE
    mark.write_text(publication_text(Publication()), encoding="utf-8")
    return tmp_path


def test_a_draft_is_in_the_preview_alone_until_a_role_has_published_it(folder: Path) -> None:
    where = {"data": folder / "data", "generations": folder / "generations"}
    assert run("index", **where).returncode == 0
    before = (folder / "generations" / "current").resolve()
    assert generation.read_manifest(before).authorities == ("exempel-namnd",)
    port = free_port()
    with serving(("portal", "serve", "--utkast", "--port", str(port)), port, folder / "output", **where) as server:
        status, page = server.get(f"/{COURT}/", {"Host": "127.0.0.1"})
        assert (status, 'class="draft"' in page) == (200, True)
        assert server.get("/", {"Host": "portalen.example"})[0] == 400
        hits = json.loads(server.get("/api/v1/search?q=domboken", {"Host": "localhost"})[1])["hits"]
        assert {hit["draft"] for hit in hits} == {True}
        assert (folder / "generations" / "current").resolve() == before
        assert generation.read_manifest(before).authorities == ("exempel-namnd",)
    done = run("publicera", COURT, "--roll", "registrator", **where)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert run("index", "--anda", **where).returncode == 0
    manifest = generation.read_manifest((folder / "generations" / "current").resolve())
    assert set(manifest.authorities) == {"exempel-namnd", COURT}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((COURT, "--roll", "Lisa Lindgren"), "ett namn på en person"),
        ((COURT, "--roll", "0701234567"), "ingen roll"),
        (("lillmo-tingsrat", "--roll", "registrator"), f"Menade du {COURT}?"),
    ],
)
def test_what_cannot_publish_writes_nothing(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    mark = folder / "data" / "descriptions" / COURT / PUBLICATION_FILE
    before = mark.read_text(encoding="utf-8")
    done = run("publicera", *arguments, data=folder / "data")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert told in done.stderr
    assert mark.read_text(encoding="utf-8") == before


def test_a_place_of_drafts_alone_says_how_to_see_them(tmp_path: Path) -> None:
    folder = copy_court(tmp_path / "data")
    mark = folder / "descriptions" / COURT / PUBLICATION_FILE
    mark.write_text(publication_text(Publication()), encoding="utf-8")
    done = run("index", data=folder, generations=tmp_path / "generations")
    assert done.returncode == 1
    assert "serve --utkast" in done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "portalen.example"])  # noqa: S104  (what may not be)
def test_a_preview_answers_nobody_else(host: str) -> None:
    assert why_not_of_preview(host) == "Förhandsvisningen svarar bara på den här datorn. Ta bort --host."


def test_a_preview_is_no_public_server_by_its_settings(tmp_path: Path) -> None:
    public = {"VAGVISAREN_GENERATIONS": str(tmp_path), "VAGVISAREN_PUBLIC_URL": "https://portalen.example"}
    settings = Settings.read(public)
    served = Settings.read(environment_of(settings, public))
    assert served.generations == settings_of(settings).generations != settings.generations
    assert (served.public_url, served.hosts) == ("", frozenset({"localhost", "127.0.0.1"}))
