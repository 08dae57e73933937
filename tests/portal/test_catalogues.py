"""From code and data to catalogues, from catalogues to a generation, and from there to a page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from flask import g

from data.audit import audit
from data.kinds import EntryType
from data.loader import load
from data.problems import DataError
from index import generation
from index.build.builder import build
from portal.app import create_app
from portal.catalogues.compiled import compiled, untranslated
from portal.catalogues.extractor import texts
from portal.catalogues.files import DOMAINS, catalogue_path, extracted, fresh, plural_forms, read, update, write
from portal.languages import LANGUAGES
from portal.services.catalogues import Catalogues
from portal.services.current import CurrentSearcher
from portal.services.services import services_of
from portal.settings import Settings
from portal.words.translations import gettext, ngettext, pgettext
from tests.support import DATA, REPOSITORY, copy_example, run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from babel.messages.catalog import Catalog

    from data.model import Description

FINNISH = LANGUAGES["fi"]
TRANSLATIONS = REPOSITORY / "translations"
TEXTS = {
    "Ett ord": "Sana",
    "{count} träff": ["{count} osuma", "{count} osumaa"],
    "Fil": "Tiedosto",
    "Protokoll": "Pöytäkirja",
    "Fråga oss.": "Kysy meiltä.",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout: a few texts in code and data, and the real mapping files."""
    root = tmp_path / "checkout"
    shutil.copytree(TRANSLATIONS, root / "translations", ignore=shutil.ignore_patterns("*.po", "*.pot"))
    for name in ("portal/templates", "data/descriptions/x"):
        (root / name).mkdir(parents=True)
    shutil.copy(DATA / "audit.py", root / "data")
    code = '_("Ett ord")\nngettext("{count} träff", "{count} träffar", n)\npgettext("arkiv", "Fil")\n'
    (root / "portal" / "page.py").write_text(code, encoding="utf-8")
    write_data(root, 'namn = "Protokoll"\nsvar = " Fråga oss. "')
    return root


def write_data(checkout: Path, record: str) -> None:
    path = checkout / "data" / "descriptions" / "x" / "vagledning.toml"
    path.write_text(f"[handlingsslag.protokoll]\n{record}\n", encoding="utf-8")


def translate(checkout: Path, translations: Mapping[str, object]) -> Path:
    """Finnish catalogues, filled by the Swedish words; the folder with the catalogues."""
    folder = checkout / "translations"
    update(checkout, folder, ["fi"])
    for domain in DOMAINS:
        path = catalogue_path(folder, FINNISH, domain)
        catalog = read(path.read_text(encoding="utf-8"), FINNISH)
        for message in catalog:
            key = message.id if isinstance(message.id, str) else message.id[0]
            if message.id and key in translations:
                message.string = translations[key]  # type: ignore[assignment]  # a text, or a list of forms
        write(path, catalog)
    return folder


def finnish(folder: Path, domain: str) -> Catalog:
    return read(catalogue_path(folder, FINNISH, domain).read_text(encoding="utf-8"), FINNISH)


def found(catalog: Catalog) -> set[tuple[str | None, object]]:
    return {(message.context, message.id) for message in catalog if message.id}


def test_texts_of_the_code_are_extracted_with_their_context(checkout: Path) -> None:
    assert found(extracted(checkout, checkout / "translations", "messages")) == {
        (None, "Ett ord"),
        (None, ("{count} träff", "{count} träffar")),
        ("arkiv", "Fil"),
    }


def test_texts_of_the_data_are_extracted_as_the_loader_gives_them(checkout: Path) -> None:
    assert {("protokoll.namn", "Protokoll"), ("protokoll.svar", "Fråga oss.")} <= found(
        extracted(checkout, checkout / "translations", "data")
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('[lagrum.a]\nprov = "P"\nlangst = "L"\nkalla = "K"\n', [("a.prov", "P"), ("a.langst", "L")]),
        ('[handlingsslag.a]\nfraga = "enhet"\nsteg = ["S", "T"]\n', [("a.steg", "S"), ("a.steg", "T")]),
        ('[enhet.a]\nnamn = "E"\nuppgifter = ["U"]\nkallas_ocksa = ["K"]\nchef = "C"\n', [("a.namn", "E")]),
        ('[avsnitt.a]\nrubrik = "R"\n[stycke.b]\ntext = "T"\n', [("a.rubrik", "R")]),
        ('[uppgift.a]\npart = "P"\nvad = ["V"]\nhur = "H"\n', [("a.part", "P")]),
        ('[tema.a]\nnamn = "N"\nbeskrivning = "B"\n', [("tema.a.namn", "N"), ("tema.a.beskrivning", "B")]),
        ('[iakttagelse.a]\ntext = "T"\ncitat = [{stycke = "s", text = "C"}]\n', [("iakttagelse.a.text", "T")]),
        ('[guide.g.fragor.a]\nfraga = "F"\nsvar = "S"\n', [("g.fragor.a.fraga", "F"), ("g.fragor.a.svar", "S")]),
        ('[foljdfraga.a]\nfraga = "F"\nsvar = [{ord = "O", post = "p"}]\n',
         [("foljdfraga.a.fraga", "F"), ("foljdfraga.a.svar.ord", "O")]),
        ('[ruta.a]\nnamn = "R"\nfraga = "F"\n', [("ruta.a.namn", "R"), ("ruta.a.fraga", "F")]),
        ('[plats.a]\nnamn = "P"\nbesok = "B"\noppettider = ["O"]\n',
         [("plats.a.namn", "P"), ("plats.a.oppettider", "O")]),
        ('[borttagen.a]\nskal = "S"\n', [("borttagen.a.skal", "S")]),
        ('[aktuellt.a]\nvarde = "V"\nuppgift_fran = "R"\n', [("aktuellt.a.uppgift_fran", "R")]),
        ('[begrepp.a]\nsv = ["lön"]\n', []),
        ('[enhet.a]\nnamn = ""\n', []),
    ],
)  # fmt: skip
def test_ours_and_names_are_extracted_and_nothing_else(content: str, expected: list[tuple[str, str]]) -> None:
    assert [(text.context, text.text) for text in texts(content)] == expected


def test_every_answer_of_the_real_guidance_is_extracted(description: Description) -> None:
    template = {message.id for message in extracted(REPOSITORY, TRANSLATIONS, "data")}
    wanted = {text for each in description.guidance.values() for text in (each.answer, *each.steps, each.scope) if text}
    assert wanted <= template


def test_what_the_law_asks_for_is_extracted(description: Description) -> None:
    template = {message.id for message in extracted(REPOSITORY, TRANSLATIONS, "data")}
    assert {finding.asks for finding in audit(description).findings} <= template


def test_no_passage_of_the_description_is_extracted(description: Description) -> None:
    template = {message.id for message in extracted(REPOSITORY, TRANSLATIONS, "data")}
    passages = {passage.text for passage in description.source.passages.values()}
    names = {each.heading for each in description.source.sections.values()} | {description.source.document.title}
    assert template & passages <= names


def test_texts_stand_in_the_order_of_the_file() -> None:
    content = (DATA / "descriptions" / "norrkoping-ks" / "vagledning.toml").read_text(encoding="utf-8")
    lines = [text.line for text in texts(content)]
    assert lines == sorted(lines)


def test_names_of_finding_aids_are_extracted_where_they_stand() -> None:
    loaded = load(DATA, "norrkoping-ks")
    assert loaded.description
    content = (DATA / "descriptions" / "norrkoping-ks" / "beskrivning.toml").read_text(encoding="utf-8")
    wanted = {aid.name for aid in loaded.description.source.finding_aids.values()}
    assert wanted <= {text.text for text in texts(content)}


def test_arabic_has_the_six_plural_forms_of_cldr_in_their_order() -> None:
    catalog = fresh(LANGUAGES["ar"], "messages")
    assert (catalog.num_plurals, catalog.plural_forms) == (6, plural_forms(LANGUAGES["ar"]))


def test_updating_twice_changes_nothing(checkout: Path) -> None:
    translate(checkout, TEXTS)
    assert update(checkout, checkout / "translations") == []


def test_a_language_that_nobody_has_begun_gets_no_catalogue(checkout: Path) -> None:
    update(checkout, checkout / "translations")
    assert list((checkout / "translations").glob("*/LC_MESSAGES/*.po")) == []


def test_a_language_is_begun_with_both_catalogues(checkout: Path) -> None:
    update(checkout, checkout / "translations", ["latt"])
    found_names = {path.name for path in (checkout / "translations" / "sv@latt" / "LC_MESSAGES").iterdir()}
    assert found_names == {"messages.po", "data.po"}


def test_updating_keeps_translations(checkout: Path) -> None:
    folder = translate(checkout, TEXTS)
    write_data(checkout, 'namn = "Protokoll"\nsvar = "Fråga oss."\nomfattning = "alla"')
    update(checkout, folder)
    assert {message.string for message in finnish(folder, "data") if message.id == "Fråga oss."} == {"Kysy meiltä."}


def test_a_text_that_turns_up_elsewhere_has_its_translation_already(checkout: Path) -> None:
    folder = translate(checkout, TEXTS)
    write_data(checkout, 'namn = "Protokoll"\nsvar = "Fråga oss."\nsteg = ["Fråga oss."]')
    update(checkout, folder)
    catalog = finnish(folder, "data")
    assert {m.context: m.string for m in catalog if m.id == "Fråga oss."}["protokoll.steg"] == "Kysy meiltä."


def test_a_text_that_turns_up_elsewhere_has_no_other_language_s_translation(checkout: Path) -> None:
    folder = translate(checkout, TEXTS)
    update(checkout, folder, ["en"])
    write_data(checkout, 'namn = "Protokoll"\nsvar = "Fråga oss."\nsteg = ["Fråga oss."]')
    update(checkout, folder)
    for language in ("fi", "en"):
        path = catalogue_path(folder, LANGUAGES[language], "data")
        catalog = read(path.read_text(encoding="utf-8"), LANGUAGES[language])
        wanted = {"Kysy meiltä."} if language == "fi" else {""}
        assert {message.string for message in catalog if message.id == "Fråga oss."} == wanted


def test_an_edited_text_keeps_its_former_translation_as_a_comment(checkout: Path) -> None:
    folder = translate(checkout, TEXTS)
    write_data(checkout, 'namn = "Protokoll"\nsvar = "Fråga registratorn."')
    update(checkout, folder)
    assert [message.string for message in finnish(folder, "data").obsolete.values()] == ["Kysy meiltä."]


def test_nothing_is_compiled_where_there_are_no_catalogues(checkout: Path) -> None:
    assert compiled(checkout / "translations") == {}


def test_compiled_catalogues_lie_where_gettext_looks_for_them(checkout: Path) -> None:
    assert set(compiled(translate(checkout, TEXTS))) == {
        "catalogues/fi/LC_MESSAGES/messages.mo",
        "catalogues/fi/LC_MESSAGES/data.mo",
        "catalogues/made-from",
    }


def lay(files: dict[str, bytes], folder: Path) -> Path:
    """Files as a generation holds them."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_catalogues_that_a_generation_was_made_from_are_taken_over(checkout: Path, tmp_path: Path) -> None:
    translations = translate(checkout, TEXTS)
    files = compiled(translations)
    built = lay({**files, "catalogues/fi/LC_MESSAGES/data.mo": b"taken over"}, tmp_path / "built")
    assert compiled(translations, built) == {**files, "catalogues/fi/LC_MESSAGES/data.mo": b"taken over"}


def test_catalogues_that_have_changed_since_are_compiled_anew(checkout: Path, tmp_path: Path) -> None:
    built = lay(compiled(translate(checkout, TEXTS)), tmp_path / "built")
    path = catalogue_path(checkout / "translations", FINNISH, "data")
    path.write_text(path.read_text("utf-8").replace("Pöytäkirja", "Muu sana"), "utf-8")
    again = compiled(checkout / "translations", built)
    assert again == compiled(checkout / "translations")
    assert again["catalogues/made-from"] != (built / "catalogues" / "made-from").read_bytes()


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


def test_entry_titles_of_the_real_data_can_be_translated(description: Description) -> None:
    template = {message.id for message in extracted(REPOSITORY, TRANSLATIONS, "data")}
    titles = {each.title for each in description.guidance.values() if each.type is EntryType.RECORD_TYPE}
    assert titles <= template
