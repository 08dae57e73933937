"""Every fault of a catalogue is told in Swedish, with file and line."""

from __future__ import annotations

import shutil
from itertools import product
from typing import TYPE_CHECKING

import pytest

from data.problems import Report
from portal.catalogues.checks import check_all, usable
from portal.catalogues.files import DOMAINS, TRANSLATED, catalogue_path, update
from portal.languages import LANGUAGES
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
_("Ett ord")
_("Hej {name}")
_(" med luft ")
ngettext("{count} träff", "{count} träffar", n)
"""
TEMPLATE = "{{ _('%(year)s års text') }} {{ _('Läs mer') }}"
RECORDS = '[handlingsslag.a]\nnamn = "Lön"\nsvar = "Fråga."\n[handlingsslag.b]\nnamn = "Lön"\nkort = "Sök."\n'
FILLED = {
    "Ett ord": "Sana",
    "Hej {name}": "Hei {name}",
    " med luft ": " ilmava ",
    "%(year)s års text": "Vuoden %(year)s teksti",
    "Läs mer": "Lue lisää",
    "Lön": "Palkka",
    "Fråga.": "Kysy.",
    "Sök.": "Hae.",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout whose Finnish catalogues are whole."""
    folder = tmp_path / "translations"
    folder.mkdir()
    for name in ("babel.cfg", "data.cfg"):
        shutil.copy(REPOSITORY / "translations" / name, folder)
    for name, content in (
        ("portal/page.py", CODE),
        ("portal/templates/page.html", TEMPLATE),
        ("data/general/vagledning.toml", RECORDS),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    update(tmp_path, folder, ["fi"])
    for domain in ("messages", "data"):
        path = catalogue_path(folder, LANGUAGES["fi"], domain)
        content = path.read_text(encoding="utf-8")
        for swedish, finnish in FILLED.items():
            content = content.replace(f'msgid "{swedish}"\nmsgstr ""', f'msgid "{swedish}"\nmsgstr "{finnish}"')
        content = content.replace('msgstr[0] ""', 'msgstr[0] "{count} osuma"')
        path.write_text(content.replace('msgstr[1] ""', 'msgstr[1] "{count} osumaa"'), encoding="utf-8")
    return tmp_path


def problems(checkout: Path) -> list[str]:
    return [str(problem) for problem in check_all(checkout, checkout / "translations").errors]


def catalogue(checkout: Path, domain: str = "messages") -> Path:
    return catalogue_path(checkout / "translations", LANGUAGES["fi"], domain)


def test_a_whole_catalogue_has_no_problem(checkout: Path) -> None:
    assert problems(checkout) == []


def test_the_catalogues_that_are_delivered_have_no_fault() -> None:
    report = Report()
    for language, domain in product(TRANSLATED, DOMAINS):
        usable(REPOSITORY / "translations", language, domain, report)
    assert [str(problem) for problem in report.errors] == []


def test_without_catalogues_there_is_no_problem(checkout: Path) -> None:
    shutil.rmtree(checkout / "translations" / "fi")
    assert problems(checkout) == []


@pytest.mark.parametrize(
    ("domain", "old", "new", "message"),
    [
        ("messages", 'msgstr "Sana"', 'msgstr ""', "”Ett ord” är inte översatt"),
        ("messages", 'msgid "Ett ord"', '#, fuzzy\nmsgid "Ett ord"', "är märkt som osäker"),
        ("messages", '"Hei {name}"', '"Hei"', "saknar {name}"),
        ("messages", '"Hei {name}"', '"Hei {name} {nimi}"', "har {nimi}, som den svenska texten inte har"),
        ("messages", '"Hei {name}"', '"Hei {name"', "saknar {name}"),
        ("messages", '"Vuoden %(year)s teksti"', '"Vuoden teksti"', "saknar %(year)s"),
        ("messages", '"Lue lisää"', '"Lue 100 %"', "har %, som den svenska texten inte har"),
        ("messages", '"Lue lisää"', '"<b>Lue</b>"', "har </b>, <b>, som den svenska texten inte har"),
        ("messages", '" ilmava "', '"ilmava"', "mellanslag eller radbrytning"),
        ("messages", '"{count} osumaa"', '"osumaa"', "saknar {count}"),
        ("messages", '"{count} osumaa"', '""', "pluralform 1 av 2 är tom"),
        ("messages", '"{count} osumaa"', '"{count} osumaa"\nmsgstr[2] "x"', "hur många pluralformer"),
        ("messages", "nplurals=2", "nplurals=3", "pluralformer enligt CLDR"),
        ("messages", 'msgstr "Sana"', "msgstr Sana", "raden går inte att tolka"),
        ("messages", 'msgstr "Sana"', 'msgstr "Sana', "raden går inte att tolka"),
        ("messages", 'msgstr "Sana"', 'msgstr "Sana"\n<<<<<<< HEAD', "raden går inte att tolka"),
        ("messages", 'msgstr "Sana"\n', "", "msgstr finns"),
        ("messages", 'msgid "Ett ord"', 'msgid "Ett gammalt ord"', "finns inte längre i koden"),
        ("messages", 'msgid "Ett ord"', 'msgid "Ett gammalt ord"', "1 texter saknas, först ”Ett ord”"),
        ("data", 'msgstr "Palkka"', 'msgstr "Palkat"', "är översatt på ett annat sätt på rad"),
        ("data", 'msgstr "Hae."', f'msgstr "{"hae " * 12}nyt"', "översättningen av b.kort har 13 ord"),
        ("data", 'msgctxt "a.svar"', 'msgctxt "c.svar"', "”Fråga.” (c.svar) finns inte längre"),
    ],
)
def test_a_fault_is_found(checkout: Path, domain: str, old: str, new: str, message: str) -> None:
    path = catalogue(checkout, domain)
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    assert [problem for problem in problems(checkout) if message in problem] != []


def test_a_fault_is_told_with_its_file_and_line(checkout: Path) -> None:
    content = catalogue(checkout).read_text(encoding="utf-8").replace('"Sana"', '""')
    catalogue(checkout).write_text(content, encoding="utf-8")
    line = content.split("\n").index('msgid "Ett ord"') + 1
    (problem,) = problems(checkout)
    assert problem.startswith(f"translations/fi/LC_MESSAGES/messages.po:{line}: ")


def test_a_form_for_one_number_alone_may_leave_the_number_out(checkout: Path) -> None:
    content = catalogue(checkout).read_text(encoding="utf-8").replace('{count} osuma"', 'yksi osuma"')
    catalogue(checkout).write_text(content, encoding="utf-8")
    assert problems(checkout) == []


def test_a_plural_rule_in_other_words_is_as_good(checkout: Path) -> None:
    content = catalogue(checkout).read_text(encoding="utf-8")
    start, end = content.index('"Plural-Forms'), content.index('"MIME-Version')
    content = f'{content[:start]}"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n{content[end:]}'
    catalogue(checkout).write_text(content, encoding="utf-8")
    assert problems(checkout) == []


def test_babels_own_arabic_plural_forms_are_refused(checkout: Path) -> None:
    update(checkout, checkout / "translations", ["ar"])
    path = catalogue_path(checkout / "translations", LANGUAGES["ar"], "messages")
    content = path.read_text(encoding="utf-8")
    start, end = content.index('"Plural-Forms'), content.index('"MIME-Version')
    babels = "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5)"
    path.write_text(f'{content[:start]}"Plural-Forms: nplurals=6; plural={babels};\\n"\n{content[end:]}', "utf-8")
    assert [problem for problem in problems(checkout) if "pluralformer enligt CLDR" in problem] != []


def test_a_file_in_another_encoding_is_told(checkout: Path) -> None:
    catalogue(checkout).write_bytes(catalogue(checkout).read_bytes().replace("ä".encode(), b"\xe4"))
    assert "inte sparad som UTF-8" in problems(checkout)[0]


def test_one_catalogue_without_the_other_is_told(checkout: Path) -> None:
    catalogue(checkout, "data").unlink()
    assert problems(checkout) == ["translations/fi/LC_MESSAGES/data.po: filen saknas. Kör: make translations"]


def test_a_changed_text_makes_the_template_stale(checkout: Path) -> None:
    path = checkout / "portal" / "page.py"
    path.write_text(CODE.replace("Ett ord", "Ett annat ord"), encoding="utf-8")
    assert problems(checkout)[-1].startswith("translations/messages.pot:")


def test_a_moved_line_makes_nothing_stale(checkout: Path) -> None:
    (checkout / "portal" / "page.py").write_text(f"\n\n\n{CODE}", encoding="utf-8")
    assert problems(checkout) == []


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Kysy 800101-1239", "personnummer"),
        ("Kysy ８００１０１-１２３９", "personnummer"),
        ("Kysy \u202eeduts", "skrivriktningen"),
        ("Ky\u200bsy", "inte syns"),
        ("Kysy " * 5000, "tecken"),
    ],
)
def test_what_the_data_files_may_not_say_no_translation_may(checkout: Path, said: str, what: str) -> None:
    path = catalogue_path(checkout / "translations", LANGUAGES["fi"], "data")
    path.write_text(path.read_text(encoding="utf-8").replace('"Kysy."', f'"{said}"'), encoding="utf-8")
    report = Report()
    usable(checkout / "translations", LANGUAGES["fi"], "data", report)
    (error,) = report.errors
    assert what in error.message
    assert said not in error.message


def test_a_comment_of_a_translator_may_hold_no_number(checkout: Path) -> None:
    path = catalogue_path(checkout / "translations", LANGUAGES["fi"], "messages")
    content = path.read_text(encoding="utf-8").replace('msgid "Ett ord"', '# Soita 800101-1239\nmsgid "Ett ord"')
    path.write_text(content, encoding="utf-8")
    report = Report()
    usable(checkout / "translations", LANGUAGES["fi"], "messages", report)
    assert len(report.errors) == 1
