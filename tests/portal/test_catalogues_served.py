"""From catalogues to a generation, and from there to a page; a broken one is told, and replaces nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import g

from data.problems import DataError
from index import generation
from index.build.builder import build
from portal.app import create_app
from portal.catalogues.compiled import compiled, untranslated
from portal.catalogues.files import catalogue_path
from portal.languages import LANGUAGES
from portal.services.catalogues import Catalogues
from portal.services.current import CurrentSearcher
from portal.services.services import services_of
from portal.settings import Settings
from portal.words.translations import gettext, ngettext, pgettext
from tests.portal.catalogues import FINNISH, TEXTS, small_checkout, translate
from tests.support import copy_example, run

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout of its own."""
    return small_checkout(tmp_path / "checkout")


@pytest.fixture
def served(checkout: Path, small: Description, tmp_path: Path) -> Path:
    """Generations with Finnish catalogues in them."""
    build(tmp_path / "generations", [small], attachments=compiled(translate(checkout, TEXTS)))
    return tmp_path / "generations"


def test_catalogues_are_part_of_the_manifest(served: Path) -> None:
    assert "catalogues/fi/LC_MESSAGES/data.mo" in generation.verify(served / "current").files


def test_a_changed_translation_gives_another_generation(served: Path, checkout: Path, small: Description) -> None:
    before = generation.current(served)
    folder = translate(checkout, {**TEXTS, "Protokoll": "Pöytäkirjat"})
    assert build(served, [small], attachments=compiled(folder)).resolve() != before


def test_the_interface_speaks_the_language_of_the_request(served: Path) -> None:
    with create_app(Settings(generations=served)).test_request_context():
        g.language = "fi"
        assert (gettext("Ett ord"), ngettext("{count} träff", "{count} träffar", 2), pgettext("arkiv", "Fil")) == (
            "Sana",
            "{count} osumaa",
            "Tiedosto",
        )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_without_a_catalogue_the_interface_is_swedish(served: Path, language: str) -> None:
    with create_app(Settings(generations=served)).test_request_context():
        g.language = language
        assert gettext("Ett ord") == "Ett ord"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fi", "Fråga oss.", "Kysy meiltä."),
        ("fi", "Fråga någon annan.", None),
        ("sv", "Fråga oss.", None),
        ("en", "Fråga oss.", None),
    ],
)
def test_a_text_of_the_data_is_looked_up_by_its_words(served: Path, code: str, text: str, expected: str | None) -> None:
    app = create_app(Settings(generations=served))
    with app.test_request_context():
        assert services_of(app).current.catalogues().texts(code).get(text) == expected


def test_only_a_language_with_a_catalogue_is_there(served: Path) -> None:
    app = create_app(Settings(generations=served))
    with app.test_request_context():
        assert [code for code in LANGUAGES if services_of(app).current.catalogues().has(code)] == ["fi"]


def test_a_running_server_takes_catalogues_up_with_their_generation(
    served: Path, checkout: Path, small: Description
) -> None:
    old, new = CurrentSearcher(served), CurrentSearcher(served)
    assert old.catalogues().texts("fi").get("Protokoll") == "Pöytäkirja"
    build(served, [small], attachments=compiled(translate(checkout, {"Protokoll": "Pöytäkirjat"})))
    assert new.catalogues().texts("fi").get("Protokoll") == "Pöytäkirjat"


def test_without_a_generation_everything_is_said_in_swedish(tmp_path: Path) -> None:
    with create_app(Settings(generations=tmp_path / "none")).test_request_context():
        g.language = "fi"
        assert gettext("Ett ord") == "Ett ord"


def test_what_is_not_translated_or_uncertain_is_left_to_swedish(checkout: Path, tmp_path: Path) -> None:
    folder = translate(checkout, {"Protokoll": "Pöytäkirja"})
    path = catalogue_path(folder, FINNISH, "data")
    content = path.read_text(encoding="utf-8").replace('msgctxt "protokoll.namn"', '#, fuzzy\nmsgctxt "protokoll.namn"')
    path.write_text(content, encoding="utf-8")
    for name, compiled_content in compiled(folder).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(compiled_content)
    catalogues = Catalogues(tmp_path / "catalogues")
    assert [catalogues.texts("fi").get(text) for text in ("Protokoll", "Fråga oss.")] == [None, None]


def test_a_broken_catalogue_is_not_compiled(checkout: Path) -> None:
    folder = translate(checkout, {**TEXTS, "{count} träff": ["{count} osuma", "osumaa"]})
    with pytest.raises(DataError, match=r"messages\.po:\d+: .*saknar \{count\}"):
        compiled(folder)


def test_texts_without_translation_are_counted_per_language(checkout: Path) -> None:
    (problem,) = untranslated(translate(checkout, {"Protokoll": "Pöytäkirja"}), checkout / "data")
    assert (problem.warning, "1 texter är inte översatta till Suomi" in problem.message) == (True, True)


def test_no_warning_while_nobody_has_begun_a_language(checkout: Path) -> None:
    assert untranslated(checkout / "translations", checkout / "data") == []


def test_check_warns_of_texts_without_translation_and_passes(checkout: Path, tmp_path: Path) -> None:
    data = copy_example(tmp_path / "example")
    done = run("check", data=data, generations=tmp_path / "none", translations=translate(checkout, TEXTS))
    assert (done.returncode, done.stderr) == (0, "")
    assert "data.po: varning: " in done.stdout


@pytest.fixture
def broken(checkout: Path) -> Path:
    """A folder with a catalogue whose last line lacks its closing quote."""
    folder = translate(checkout, TEXTS)
    path = catalogue_path(folder, FINNISH, "data")
    path.write_text(path.read_text(encoding="utf-8").rstrip().removesuffix('"'), encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["check", "index"])
def test_a_broken_catalogue_is_told_with_file_and_line(broken: Path, tmp_path: Path, command: str) -> None:
    data = copy_example(tmp_path / "example")
    done = run(command, data=data, translations=broken, generations=tmp_path / "generations")
    assert done.returncode == 1
    assert "translations/fi/LC_MESSAGES/data.po:" in done.stdout + done.stderr


def test_a_broken_catalogue_keeps_the_last_good_generation(served: Path, broken: Path) -> None:
    before = generation.current(served)
    run("index", translations=broken, generations=served)
    assert generation.current(served) == before
