"""A place's own catalogues hold what its folder says beside the code's texts, and are laid over the code's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.mofile import read_mo

from data.problems import DataError
from portal.catalogues.checks import check_own
from portal.catalogues.compiled import compiled, untranslated
from portal.catalogues.files import OWN, catalogue_path, read
from portal.catalogues.own import extracted_own, has_own, update_own
from portal.languages import LANGUAGES
from tests.support import DATA, REPOSITORY, environment, run

if TYPE_CHECKING:
    from pathlib import Path

FINNISH = LANGUAGES["fi"]
TRANSLATIONS = REPOSITORY / "translations"
PLACE = '[portal]\nnamn = "Tallmo kommun"\n[oppettider.vaxeln]\nnamn = "Växeln"\noppettider = ["Alltid"]\n'
STATED = 'uppgift_fran = "Registratorn"\nuppgift_den = "2026-11-01"\n'
MADE = "catalogues/fi/LC_MESSAGES/data.mo"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A place's folder with a short description, whose texts are in no catalogue of the code."""
    folder = tmp_path / "plats"
    shutil.copytree(REPOSITORY / "tests" / "valid" / "exempel-namnd", folder / "descriptions" / "exempel-namnd")
    (folder / "portal.toml").write_text(PLACE + STATED, encoding="utf-8")
    return folder


def _own(data: Path) -> Path:
    return catalogue_path(data / OWN, FINNISH, "data")


def _translate(data: Path, text: str, translation: str) -> None:
    """Write a translation as someone does who has no tool for it."""
    content = _own(data).read_text(encoding="utf-8")
    assert f'msgid "{text}"\nmsgstr ""\n' in content
    changed = content.replace(f'msgid "{text}"\nmsgstr ""\n', f'msgid "{text}"\nmsgstr "{translation}"\n')
    _own(data).write_text(changed, encoding="utf-8")


def _texts(files: dict[str, bytes]) -> dict[object, object]:
    return {message.id: message.string for message in read_mo(BytesIO(files[MADE])) if message.id}


def test_the_code_s_folder_is_no_place_s(data: Path) -> None:
    assert (has_own(DATA), has_own(data)) == (False, True)


def test_only_what_is_not_among_the_code_s_texts_is_the_place_s(data: Path) -> None:
    found = {message.id for message in extracted_own(TRANSLATIONS, data) if message.id}
    assert {"Tallmo kommun", "Växeln", "Alltid", "Exempelnämnden"} <= found
    (data / "portal.toml").write_text('[portal]\nnamn = "Norrköpings kommun"\n', encoding="utf-8")
    assert not {"Norrköpings kommun"} & {message.id for message in extracted_own(TRANSLATIONS, data)}


def test_a_copy_of_the_code_s_folder_has_nothing_to_translate(tmp_path: Path) -> None:
    for name in ("descriptions", "general"):
        shutil.copytree(DATA / name, tmp_path / name)
    shutil.copy(DATA / "portal.toml", tmp_path)
    assert update_own(TRANSLATIONS, tmp_path, ["fi"]) == []


def test_a_language_is_begun_and_then_kept_up_to_date(data: Path) -> None:
    assert [path.name for path in update_own(TRANSLATIONS, data)] == ["data.pot"]
    assert [path.name for path in update_own(TRANSLATIONS, data, ["fi"])] == ["data.po"]
    _translate(data, "Växeln", "Vaihde")
    (data / "portal.toml").write_text((PLACE + STATED).replace("Alltid", "Aldrig"), encoding="utf-8")
    assert len(update_own(TRANSLATIONS, data)) == 2
    texts = {message.id: message.string for message in read(_own(data).read_text(encoding="utf-8"), FINNISH)}
    assert (texts["Växeln"], texts["Aldrig"]) == ("Vaihde", "")
    assert update_own(TRANSLATIONS, data) == []


def test_they_are_laid_over_the_code_s(data: Path) -> None:
    update_own(TRANSLATIONS, data, ["fi"])
    _translate(data, "Växeln", "Vaihde")
    of_the_code = _texts(compiled(TRANSLATIONS))
    assert _texts(compiled(TRANSLATIONS, own=data / OWN)) == {**of_the_code, "Växeln": "Vaihde"}


def test_a_place_may_translate_a_text_of_the_code_in_another_way(data: Path) -> None:
    update_own(TRANSLATIONS, data, ["fi"])
    with _own(data).open("a", encoding="utf-8") as file:
        file.write('\nmsgctxt "portal.namn"\nmsgid "Norrköpings kommun"\nmsgstr "Norrköping"\n')
    assert _texts(compiled(TRANSLATIONS))["Norrköpings kommun"] == "Norrköpingin kunta"
    assert _texts(compiled(TRANSLATIONS, own=data / OWN))["Norrköpings kommun"] == "Norrköping"


def test_a_changed_translation_of_the_place_is_compiled_anew(data: Path, tmp_path: Path) -> None:
    update_own(TRANSLATIONS, data, ["fi"])
    built = tmp_path / "built"
    for name, content in compiled(TRANSLATIONS, own=data / OWN).items():
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_bytes(content)
    _translate(data, "Växeln", "Vaihde")
    assert _texts(compiled(TRANSLATIONS, built, data / OWN))["Växeln"] == "Vaihde"


def test_a_broken_one_is_not_compiled_and_told_by_the_place_s_name(data: Path) -> None:
    update_own(TRANSLATIONS, data, ["fi"])
    _own(data).write_text(_own(data).read_text(encoding="utf-8").rstrip().removesuffix('"'), encoding="utf-8")
    with pytest.raises(DataError, match=r"plats/translations/fi/LC_MESSAGES/data\.po:\d+: raden går inte att tolka"):
        compiled(TRANSLATIONS, own=data / OWN)


def test_what_is_not_translated_is_counted_in_the_place_s_file(data: Path) -> None:
    update_own(TRANSLATIONS, data, ["fi"])
    before = {problem.file: problem.message for problem in untranslated(TRANSLATIONS, data)}
    _translate(data, "Växeln", "Vaihde")
    after = {problem.file: problem.message for problem in untranslated(TRANSLATIONS, data)}
    name = "plats/translations/fi/LC_MESSAGES/data.po"
    assert int(after[name].split()[0]) == int(before[name].split()[0]) - 1


def test_a_place_that_has_begun_none_has_no_fault(data: Path) -> None:
    assert check_own(TRANSLATIONS, data).errors == []


def test_what_is_left_to_do_is_told(data: Path) -> None:
    update_own(TRANSLATIONS, data, ["fi"])
    told = [str(problem) for problem in check_own(TRANSLATIONS, data).errors]
    assert any("”Växeln” (oppettider.vaxeln.namn) är inte översatt" in line for line in told)
    (data / "portal.toml").write_text(PLACE.replace("Växeln", "Entrén") + STATED, encoding="utf-8")
    told = [str(problem) for problem in check_own(TRANSLATIONS, data).errors]
    assert any(line.startswith("plats/translations/data.pot:") and "stämmer inte" in line for line in told)


def test_an_index_of_the_place_speaks_its_translations(data: Path, tmp_path: Path) -> None:
    update_own(TRANSLATIONS, data, ["fi"])
    _translate(data, "Växeln", "Vaihde")
    generations = tmp_path / "generations"
    done = run("index", data=data, generations=generations)
    assert done.returncode == 0, done.stderr
    assert _texts({MADE: (generations / "current" / MADE).read_bytes()})["Växeln"] == "Vaihde"


def _catalogues(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command of ``make translations``, on the place's folder."""
    command = [sys.executable, "-m", "portal.catalogues", *arguments]
    kept = {**environment(data=data), "PYTHONPATH": str(REPOSITORY)}
    return subprocess.run(command, cwd=REPOSITORY, env=kept, capture_output=True, text=True, check=False)  # noqa: S603  (our own words)


def test_the_command_works_on_the_place_s_folder(data: Path) -> None:
    assert _catalogues(data, "update", "fi").stdout.splitlines() == [
        "Ändrade plats/translations/data.pot.",
        "Ändrade plats/translations/fi/LC_MESSAGES/data.po.",
    ]
    done = _catalogues(data, "check")
    assert (done.returncode, "fel i översättningarna" in done.stdout) == (1, True)


def test_the_command_says_so_where_the_data_files_have_faults(data: Path) -> None:
    (data / "portal.toml").write_text("[", encoding="utf-8")
    done = _catalogues(data, "update", "fi")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Datafilerna i {data} har fel. Kör vagvisaren check, och rätta dem först.\n"
