"""The place: how its file is read, and each kind of thing that it may not say."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all, load_checked
from data.checks.place import check_place
from data.kinds import LANGUAGES_OF_PAGES
from data.loader import load
from data.loader.place import read_place
from data.place import CommonContact, Fee, Hours, Place, PlaceQuestion, PlaceTile
from data.problems import Report
from portal.languages import LANGUAGES
from tests.support import DATA, REPOSITORY

if TYPE_CHECKING:
    from data.loader import Loaded

PLACES = REPOSITORY / "tests" / "places"
TODAY = date(2026, 11, 27)
HOME = 'hemmyndighet = "tallmo-kommunstyrelsen"\n'
WHOLE = """
[portal]
namn = "Tallmo kommun"
kortnamn = "Tallmo"
webbplats = "www.tallmo.example"
logotyp = "logotyp.svg"
farg = "#0B5563"
farg_mork = "#7FD1DE"
myndigheter = ["tallmo-utbildningsnamnden", "tallmo-byggnadsnamnden"]
hemmyndighet = "tallmo-kommunstyrelsen"
arkivmyndighet = "tallmo-kommunstyrelsen"
sprak = ["fi", "latt"]
utgivare = "Tallmo kommun"
personuppgiftsansvarig = "Kommunstyrelsen"
dataskyddsombud = "dataskyddsombud@tallmo.example"
tillganglighetskontakt = "kontaktcenter@tallmo.example"

[kontakt]
namn = "Kontaktcenter"
telefon = "010-000 00 00"
telefon_namn = "kommunens växel"
epost = "kontaktcenter@tallmo.example"
uppgift_fran = "Kontaktcenters chef"
uppgift_den = "2026-11-01"

[vanlig_fraga.protokoll]
fraga = "Var hittar jag protokollen?"
myndighet = "tallmo-kommunstyrelsen"
post = "protokoll"

[ruta.protokoll]
namn = "Protokoll"
myndighet = "tallmo-kommunstyrelsen"
post = "protokoll"

[ruta.ritningar]
namn = "Ritningar"
fraga = "bygglovsritningar"
hanvisning = "bygglov"

[oppettider.vaxeln]
namn = "Växeln"
oppettider = ["Måndag–fredag 8–16"]
uppgift_fran = "Kontaktcenters chef"
uppgift_den = "2026-11-01"

[avgift.kopior]
organisation = "Tallmo kommun"
text = "Nio sidor är utan avgift."
uppgift_fran = "Registratorn"
uppgift_den = "2026-11-01"
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def tallmo(tmp_path: Path) -> Path:
    """A place's folder with three authorities, and nothing of what comes with the code."""
    for folder in PLACES.glob("tallmo-*"):
        shutil.copytree(folder, tmp_path / "descriptions" / folder.name)
    (tmp_path / "logotyp.svg").write_text(LOGO, encoding="utf-8")
    return tmp_path


@cache
def _authorities() -> tuple[Loaded, ...]:
    """The three authorities, read once: what is tried is the file of the place beside them."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PLACES, Path(folder) / "descriptions")
        return tuple(load(Path(folder), path.name) for path in sorted(PLACES.glob("tallmo-*")))


def _told(root: Path, text: str) -> list[str]:
    """What is said of the file of the place."""
    (root / "portal.toml").write_text(text, encoding="utf-8")
    report = Report()
    check_place(read_place(root, report), _authorities(), TODAY)
    return [str(problem) for problem in (*report.errors, *report.warnings) if problem.file == "portal.toml"]


def _told_by_check(root: Path, text: str | None) -> list[str]:
    """The same of everything that lies there; of no such file where there is no text."""
    if text is not None:
        (root / "portal.toml").write_text(text, encoding="utf-8")
    report = check_all(root, TODAY).report
    return [str(problem) for problem in (*report.errors, *report.warnings) if problem.file == "portal.toml"]


def test_every_key_is_read(tallmo: Path) -> None:
    assert _told_by_check(tallmo, WHOLE) == []
    place = read_place(tallmo, Report()).place
    assert place == Place(
        name="Tallmo kommun",
        short_name="Tallmo",
        website="www.tallmo.example",
        logo="logotyp.svg",
        accent="#0b5563",
        accent_dark="#7fd1de",
        authorities=("tallmo-utbildningsnamnden", "tallmo-byggnadsnamnden"),
        home="tallmo-kommunstyrelsen",
        archive="tallmo-kommunstyrelsen",
        languages=("fi", "latt"),
        publisher="Tallmo kommun",
        controller="Kommunstyrelsen",
        protection_officer="dataskyddsombud@tallmo.example",
        accessibility_contact="kontaktcenter@tallmo.example",
        contact=CommonContact(
            "Kontaktcenter",
            "010-000 00 00",
            "kommunens växel",
            "kontaktcenter@tallmo.example",
            "Kontaktcenters chef",
            "2026-11-01",
        ),
        questions={
            "protokoll": PlaceQuestion(
                "protokoll", "Var hittar jag protokollen?", "tallmo-kommunstyrelsen", "protokoll"
            )
        },
        tiles={
            "protokoll": PlaceTile("protokoll", "Protokoll", "tallmo-kommunstyrelsen", "protokoll", "", ""),
            "ritningar": PlaceTile("ritningar", "Ritningar", "", "", "bygglovsritningar", "bygglov"),
        },
        hours={"vaxeln": Hours("vaxeln", "Växeln", ("Måndag–fredag 8–16",), "Kontaktcenters chef", "2026-11-01")},
        fees={"kopior": Fee("kopior", "Tallmo kommun", "Nio sidor är utan avgift.", "Registratorn", "2026-11-01")},
    )
    assert place.answers_for_itself


def test_a_folder_needs_no_file_of_its_place(example: Path) -> None:
    checked = check_all(example)
    assert (checked.place, checked.report.problems) == (Place(), [])


def test_descriptions_come_in_the_place_s_order(tallmo: Path) -> None:
    (tallmo / "portal.toml").write_text(WHOLE, encoding="utf-8")
    assert [each.id for each in load_checked(tallmo).descriptions] == [
        "tallmo-kommunstyrelsen",
        "tallmo-utbildningsnamnden",
        "tallmo-byggnadsnamnden",
    ]


def test_languages_are_those_that_pages_are_shown_in() -> None:
    assert set(LANGUAGES_OF_PAGES) == {code for code, language in LANGUAGES.items() if not language.is_original}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('nmn = "Tallmo"\n', "4: okänd nyckel nmn i [portal]. Menade du namn?"),
        ("namn = 1\n", "4: namn i [portal] ska vara en text"),
        ('webbplats = "https://www.tallmo.example"\n', "4: webbplats ”https://www.tallmo.example” är ingen"),
        ('webbplats = "tallmo"\n', "4: webbplats ”tallmo” är ingen webbadress utan https://. Skriv den som"),
        ('farg = "blå"\n', "4: farg ”blå” är ingen färg. Skriv den som #0B5563"),
        ('farg = "#06c"\n', "4: farg ”#06c” är ingen färg"),
        (
            'farg = "#FFCC00"\n',
            "4: farg #ffcc00 har kontrasten 1,44:1 mot sidan, men minst 4,5:1 krävs (WCAG AA). Välj en mörk",
        ),
        ('farg = "#777777"\n', "4: farg #777777 har kontrasten 4,29:1 mot sidan"),
        ('farg_mork = "#0B5563"\n', "4: farg_mork #0b5563 har kontrasten 1,89:1 mot rutor, men minst"),
        ('logotyp = "../logotyp.svg"\n', "4: logotyp ”../logotyp.svg” är inget filnamn för en logotyp. Lägg filen"),
        ('logotyp = "logotyp.jpg"\n', "4: logotyp ”logotyp.jpg” är inget filnamn"),
        ('logotyp = "borta.png"\n', "4: logotyp ”borta.png”: filen finns inte. Lägg den bredvid portal.toml"),
        (
            'myndigheter = ["tallmo-byggnadsnamden"]\n',
            "4: myndigheter pekar på myndigheten tallmo-byggnadsnamden, som inte",
        ),
        ('arkivmyndighet = "arkivet"\n', "4: arkivmyndighet pekar på myndigheten arkivet, som inte finns. Rätta id:t."),
        ('sprak = ["fi", "sv"]\n', "4: sprak har ”sv”, som inte är ett av fi, en, ar, latt."),
        ("sprak = []\n", "4: sprak i [portal] är tom. Fyll i minst ett värde."),
        ('utgivare = "900101-2399"\n', "4: här står ett personnummer"),
        ('namn = "Tall\\u202Emo"\n', "4: här står ett tecken som vänder skrivriktningen"),
        ('namn = "…"\n', "4: texten har varken bokstäver eller siffror"),
        (
            'utgivare = "Tallmo kommun"\n',
            "2: varning: [portal] saknar personuppgiftsansvarig och dataskyddsombud och till",
        ),
        ('[kontkat]\nnamn = "K"\n', "4: okänd nyckel kontkat i [portal.toml]. Menade du kontakt?"),
        ('[kontakt]\ntelefon = "010-000 00 00"\nuppgift_fran = "C"\n', "4: [kontakt] saknar nyckeln uppgift_den"),
        (
            '[kontakt]\nepost = "kontakt"\nuppgift_fran = "C"\nuppgift_den = "2026-11-01"\n',
            "5: ”kontakt” är ingen e-post",
        ),
        ('[kontakt]\nuppgift_fran = "C"\nuppgift_den = "2026-11-28"\n', "6: uppgift_den 2026-11-28 har inte varit än"),
        (
            '[vanlig_fraga.a]\nfraga = "F?"\nmyndighet = "x"\npost = "y"\n',
            "6: myndighet pekar på myndigheten x, som inte",
        ),
        (
            '[vanlig_fraga.a]\nfraga = "F?"\nmyndighet = "tallmo-kommunstyrelsen"\npost = "protokol"\n',
            "7: post pekar på posten protokol, som inte finns hos tallmo-kommunstyrelsen. Menade du protokoll?",
        ),
        (
            '[vanlig_fraga."Å b"]\nfraga = "F?"\nmyndighet = "tallmo-kommunstyrelsen"\npost = "protokoll"\n',
            "4: id ”Å b” får",
        ),
        ('kopiera_med = "c"\n', "4: kopiera_med ”c” går inte att använda"),
        ('kopiera_med = "Ctrl+Skift+C"\n', "4: kopiera_med ”Ctrl+Skift+C” är webbläsarens egna tangenter"),
        ('[ruta.a]\nnamn = "A"\n', "4: [ruta.a] leder ingenstans. Ange post"),
        (
            '[ruta.a]\nnamn = "A"\nmyndighet = "tallmo-kommunstyrelsen"\npost = "protokoll"\nfraga = "ord"\n',
            "4: [ruta.a] har både post och fraga. Ta bort en av dem.",
        ),
        ('[ruta.a]\nnamn = "A"\npost = "protokoll"\n', "6: [ruta.a] har post men inte myndighet. Ange vilken"),
        (
            '[ruta.a]\nnamn = "A"\nmyndighet = "tallmo-kommunstyrelsen"\nfraga = "ord"\n',
            "6: myndighet i [ruta.a] hör inte",
        ),
        (
            '[ruta.a]\nnamn = "A"\nfraga = "ord"\nhanvisning = "bygglof"\n',
            "7: hanvisning pekar på hänvisningen bygglof, som inte finns. Menade du bygglov?",
        ),
        (
            '[oppettider.a]\nnamn = "A"\nuppgift_fran = "C"\nuppgift_den = "2026-11-01"\n',
            "4: [oppettider.a] saknar nyckeln oppett",
        ),
        (
            '[avgift.a]\norganisation = "Talmo kommun"\ntext = "T."\nuppgift_fran = "C"\nuppgift_den = "2026-11-01"\n',
            "5: organisation ”Talmo kommun” är ingen av beskrivningarnas organisationer. Menade du Tallmo kommun?",
        ),
        (
            '[avgift.a]\norganisation = "X"\ntext = "T."\nuppgift_fran = "C"\nuppgift_den = "2026-11-01"\n',
            "5: organisation ”X” är ingen av beskrivningarnas organisationer. Välj bland: Tallmo kommun.",
        ),
    ],
)
def test_what_a_place_may_not_say_is_told_with_its_line(tallmo: Path, text: str, expected: str) -> None:
    told = _told(tallmo, f"\n[portal]\n{HOME}{text}")
    assert len([line for line in told if line.startswith(f"portal.toml:{expected}")]) == 1, told


def test_a_home_that_is_no_authority_is_told(tallmo: Path) -> None:
    assert _told(tallmo, '[portal]\nhemmyndighet = "tallmo-kommunstyrelse"\n') == [
        (
            "portal.toml:2: hemmyndighet pekar på myndigheten tallmo-kommunstyrelse, som inte finns. "
            "Menade du tallmo-kommunstyrelsen?"
        )
    ]


@pytest.mark.parametrize("text", [None, "[portal]\n"], ids=["no file", "none in it"])
def test_several_authorities_without_a_home_are_warned_of(tallmo: Path, text: str | None) -> None:
    assert _told_by_check(tallmo, text) == [
        (
            "portal.toml: varning: här finns 3 myndigheter, och ingen av dem är hemmyndighet. "
            "Skriv i [portal] vilken som svarar där ingen har valts."
        )
    ]


def test_one_authority_needs_no_home(example: Path) -> None:
    assert _told_by_check(example, "[portal]\n") == []


def test_a_file_that_cannot_be_read_is_told_once(tallmo: Path) -> None:
    assert len(_told(tallmo, '[portal\nnamn = "x"\n')) == 1


def test_an_entry_of_a_description_that_cannot_be_read_is_not_missed(tallmo: Path) -> None:
    (tallmo / "descriptions" / "tallmo-kommunstyrelsen" / "beskrivning.toml").write_text("[", encoding="utf-8")
    assert _told_by_check(tallmo, WHOLE) == []


def test_the_code_s_own_place_says_what_its_description_says() -> None:
    checked = load_checked(DATA)
    (description,) = checked.descriptions
    authority = description.source.authority
    assert checked.place == Place(
        name=authority.organisation, short_name="Norrköping", website=authority.website, home=authority.id
    )
    assert not checked.place.answers_for_itself
