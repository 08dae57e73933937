"""The Nu Html Checker finds nothing on any kind of page, in any mode and language: `make test-html`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, TypedDict

import pytest

from portal.app import create_app
from portal.languages import LANGUAGES, ORIGINAL
from portal.modes import MODES
from portal.settings import Settings
from tests.browser.kinds import KINDS
from tests.pairs import pairs
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.testing import FlaskClient

pytestmark = pytest.mark.html

JAR = REPOSITORY / ".venv" / "html" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OF_SEVERAL = ("/", "/sok?q=protokoll", "/begar-ut", "/tallmo-kommunstyrelsen/", "/telefon/sok?q=protokoll", "/kiosk/")
"""Addresses whose pages are other ones where there are several authorities."""
FAULTY = """<!doctype html><html lang="sv"><title>Fel</title><article hx-get="/"><p>Ingen rubrik</p></article></html>"""


class Message(TypedDict):
    """What the checker says of a place in a file."""

    url: str
    message: str


def found(files: Sequence[Path]) -> list[str]:
    """What the checker says of files, a line each; warnings and hints count as errors do."""
    java = which("java")
    assert java, "Java is missing (Debian: apt-get install default-jre-headless)"
    assert JAR.is_file(), "The checker is missing: make test-html installs it"
    told = subprocess.run(  # noqa: S603  (our own words)
        [java, "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", *map(str, files)],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    messages: list[Message] = json.loads(told)["messages"]
    return [f"{Path(each['url']).stem}: {each['message']}" for each in messages]


def test_the_checker_finds_nothing_on_any_kind_of_page(
    client: FlaskClient, placed_generations: Path, tmp_path: Path
) -> None:
    several = create_app(Settings(generations=placed_generations)).test_client()
    pages = {f"several-{number}": several.get(address).data for number, address in enumerate(OF_SEVERAL)}
    for mode, code, kind in pairs(tuple(MODES), tuple(LANGUAGES), tuple(KINDS)):
        prefix = "".join(f"/{each}" for each in (mode, code) if each not in {"", ORIGINAL})
        pages[f"{mode or 'web'}-{code}-{kind}"] = client.get(prefix + KINDS[kind]).data
    files = [tmp_path / f"{name}.html" for name in pages]
    for file, page in zip(files, pages.values(), strict=True):
        file.write_bytes(page)
    assert len(files) > 100
    assert found(files) == []


def test_the_checker_would_find_an_attribute_that_is_none_and_an_article_without_a_heading(tmp_path: Path) -> None:
    page = tmp_path / "fel.html"
    page.write_text(FAULTY, "utf-8")
    told = "\n".join(found([page]))
    assert "hx-get" in told
    assert "lacks heading" in told
