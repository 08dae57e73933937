"""From code and data to catalogues, from catalogues to a generation, and from there to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.audit import audit
from data.kinds import EntryType
from data.loader import load
from portal.catalogues.compiled import compiled
from portal.catalogues.extractor import texts
from portal.catalogues.files import catalogue_path, extracted, fresh, plural_forms, read, update
from portal.languages import LANGUAGES
from tests.in_turn import in_turn
from tests.portal.catalogues import FINNISH, TEXTS, TRANSLATIONS, small_checkout, translate, write_data
from tests.support import DATA, REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog

    from data.model import Description


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout of its own."""
    return small_checkout(tmp_path / "checkout")


def finnish(folder: Path, domain: str) -> Catalog:
    return read(catalogue_path(folder, FINNISH, domain).read_text(encoding="utf-8"), FINNISH)


def found(catalog: Catalog) -> set[tuple[str | None, object]]:
    return {(message.context, message.id) for message in catalog if message.id}


@pytest.mark.parametrize("domain", ["messages", "data"])
def test_no_text_is_two_sentences_parted_by_a_semicolon(domain: str) -> None:
    template = read((TRANSLATIONS / f"{domain}.pot").read_text(encoding="utf-8"), FINNISH)
    assert [message.id for message in template if message.id and ";" in str(message.id)] == []


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


@in_turn(
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


def test_entry_titles_of_the_real_data_can_be_translated(description: Description) -> None:
    template = {message.id for message in extracted(REPOSITORY, TRANSLATIONS, "data")}
    titles = {each.title for each in description.guidance.values() if each.type is EntryType.RECORD_TYPE}
    assert titles <= template
