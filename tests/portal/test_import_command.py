"""``vagvisaren importera``: a folder that `check` passes, or one Swedish sentence and nothing written."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.data.importing.made import docx, packed, paragraph
from tests.data.importing.made_pdf import Page, pdf
from tests.data.importing.measuring import EXAMPLES
from tests.in_turn import in_turn
from tests.support import REPOSITORY, environment, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.importing

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (0) /P -4 >>"
HEADING = '<w:pStyle w:val="Heading1"/>'
TITLE = "Beskrivning av lindnämndens i Lindviks kommun allmänna handlingar"
TEXT = f"{TITLE}\n\nDiarienummer LN 2024/1\n\nLindnämnden i Lindviks kommun svarar på frågor. Växel 0990-00 00 00.\n"
NUMBER = "890122-4538"


@pytest.fixture
def place(tmp_path: Path) -> dict[str, Path]:
    """Settings for a place without descriptions."""
    return {"data": tmp_path / "plats", "generations": tmp_path / "index", "translations": tmp_path / "none"}


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder for files to import."""
    folder = tmp_path / "filer"
    folder.mkdir()
    return folder


def _file(folder: Path, name: str, data: bytes | str) -> str:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(file)


def _refused(done: subprocess.CompletedProcess[str], place: dict[str, Path]) -> str:
    """The sentence of an import that wrote nothing."""
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".\n")
    assert not re.search(r"(?<!\(\.doc)[.!?] [A-ZÅÄÖ]", done.stderr), done.stderr
    assert [path for path in place["data"].rglob("*") if path.is_file()] == []
    return done.stderr


def _words(place: dict[str, Path]) -> str:
    """All that was written, but for the files as they came."""
    files = (path for path in place["data"].rglob("*") if path.is_file() and path.parent.name != "inkommet")
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@in_turn(
    ("name", "data", "says"),
    [
        (
            "gammal.doc",
            OLE + "WordDocument".encode("utf-16-le"),
            "Filen är i det gamla Word-formatet (.doc); öppna den",
        ),
        ("last.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "Filen är skyddad med lösenord"),
        ("last.pdf", pdf(Page().text(60, 80, "Hemligt"), trailer=LOCK), "PDF-filen är skyddad med lösenord"),
        ("avbruten.docx", docx(paragraph("Ord"))[:200], "Filen är skadad eller inte hel"),
        ("bilder.pdf", pdf(Page(picture=True)), "PDF-filen är bilder av text"),
        ("bomb.docx", packed({"word/document.xml": b" " * 30 * 2**20}), "Filen blir orimligt stor när den packas upp"),
        (
            "utanfor.docx",
            docx("", head='<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
            "Filen hänvisar till",
        ),
        ("paket.docx", packed({"a.txt": b"ord"}), "Filen är packad (zip) men är inget Word"),
        ("sida.docx", "<!DOCTYPE html><html><p>Nämnden</p></html>", "Filen heter .docx men är en webbsida"),
        ("tom.txt", "", "Filen är tom"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_one_sentence(
    place: dict[str, Path], beside: Path, name: str, data: bytes | str, says: str
) -> None:
    assert _refused(run("importera", _file(beside, name, data), "--id", "x", **place), place).startswith(says)


def test_what_is_no_file_is_one_sentence(place: dict[str, Path], beside: Path) -> None:
    assert "finns inte" in _refused(run("importera", str(beside / "borta.docx"), **place), place)
    assert "är en mapp" in _refused(run("importera", str(beside), **place), place)


def test_a_text_is_imported_as_a_draft_that_check_passes(place: dict[str, Path], beside: Path) -> None:
    done = run("importera", _file(beside, "beskrivning.txt", TEXT.encode("latin-1")), **place)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^Importerat: Lindnämnden i Lindviks kommun$", done.stdout, re.MULTILINE)
    assert "Latin-1" in done.stdout
    folder = place["data"] / "descriptions" / "lindvik-lindnamnden"
    assert sorted(path.name for path in folder.iterdir()) == [
        "beskrivning.toml",
        "import.md",
        "inkommet",
        "original.txt",
        "original.txt.sha256",
        "publicering.toml",
        "vagledning.toml",
    ]
    assert "Lindnämnden i Lindviks kommun svarar" in (folder / "original.txt").read_text(encoding="utf-8")
    checked = run("check", **place)
    assert checked.returncode == 0, checked.stdout


def test_one_that_exists_is_left_alone(place: dict[str, Path], beside: Path) -> None:
    file = _file(beside, "beskrivning.txt", TEXT)
    assert run("importera", file, **place).returncode == 0
    before = _words(place)
    done = run("importera", file, **place)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Det finns redan en beskrivning som heter lindvik-lindnamnden; välj ett annat id med --id.\n"
    assert _words(place) == before


def test_a_dry_run_shows_the_report_and_writes_nothing(place: dict[str, Path], beside: Path) -> None:
    done = run("importera", _file(beside, "beskrivning.txt", TEXT), "--torr", **place)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Importen av Lindnämnden i Lindviks kommun\n")
    assert not place["data"].exists()


@in_turn(
    ("id_", "says"),
    [
        ("Lind Vik", "Id:t ”Lind Vik” går inte att använda"),
        ("sok", "Id:t ”sok” är en av portalens egna adresser"),
    ],
)
def test_an_id_that_no_address_can_have_is_refused(place: dict[str, Path], beside: Path, id_: str, says: str) -> None:
    done = run("importera", _file(beside, "beskrivning.txt", TEXT), "--id", id_, **place)
    assert _refused(done, place).startswith(says)


def test_without_an_authority_it_is_refused_and_with_an_id_it_is_a_guess(place: dict[str, Path], beside: Path) -> None:
    file = _file(beside, "beskrivning.txt", "Beskrivning av allmänna handlingar\n\nHär finns ett register.\n")
    assert "inte vilken myndighet" in _refused(run("importera", file, **place), place)
    assert run("importera", file, "--id", "okand", **place).returncode == 0
    report = (place["data"] / "descriptions" / "okand" / "import.md").read_text(encoding="utf-8")
    assert re.search(r"\| `myndighet\.namn` \| Texten säger inte vilken myndighet det är; namnet är id:t\.", report)
    assert run("check", **place).returncode == 0


def test_two_authorities_are_asked_about_and_one_of_them_may_be_named(place: dict[str, Path], beside: Path) -> None:
    text = "Beskrivning av Lindviks tingsrätts och Ekviks tingsrätts allmänna handlingar\n\nHär finns ett register.\n"
    file = _file(beside, "beskrivning.txt", text)
    told = _refused(run("importera", file, "--id", "lind", **place), place)
    assert told.startswith("Texten gäller flera myndigheter (Lindviks tingsrätt, Ekviks tingsrätt)")
    done = run("importera", file, "--id", "ek", "--myndighet", "Ekviks tingsrätt", **place)
    assert (done.returncode, done.stdout.splitlines()[:1]) == (0, ["Importerat: Ekviks tingsrätt"])


def test_at_a_terminal_the_name_is_asked_for(place: dict[str, Path], beside: Path) -> None:
    file = _file(beside, "beskrivning.txt", "Beskrivning av allmänna handlingar\n\nHär finns ett register.\n")
    ours, theirs = pty.openpty()
    os.write(ours, "Lindnämnden i Lindviks kommun\n".encode())
    command = [sys.executable, "-m", "portal", "importera", file]
    done = subprocess.run(  # noqa: S603 (our own command)
        command, stdin=theirs, capture_output=True, text=True, check=False, cwd=REPOSITORY, env=environment(**place)
    )
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Vilken är det? Importerat: Lindnämnden i Lindviks kommun" in done.stdout


def test_one_chapter_of_a_plan_is_imported_alone_and_said_to_be(place: dict[str, Path]) -> None:
    file = str(EXAMPLES / "lindvik-sn.docx")
    refused = _refused(run("importera", file, "--avsnitt", "Kapitel som saknas", **place), place)
    assert "”Arkivbeskrivning”" in refused
    done = run("importera", file, "--avsnitt", "2 arkivbeskrivning", **place)
    assert done.returncode == 0
    assert re.search(r"Bara kapitlet ”2 arkivbeskrivning” lästes.*; \d+ stycken under andra rubriker", done.stdout)
    original = (place["data"] / "descriptions" / "lindvik-socialnamnden" / "original.txt").read_text(encoding="utf-8")
    assert "\n\n2 Arkivbeskrivning\n\n" in original
    assert "Om planen" not in original


def test_a_second_file_follows_the_first_under_its_own_title(place: dict[str, Path], beside: Path) -> None:
    first = _file(beside, "beskrivning.txt", TEXT)
    system = docx(paragraph("IT-system", HEADING) + paragraph("Eken innehåller ärenden."))
    done = run("importera", first, _file(beside, "systemlista.docx", system), **place)
    assert (done.returncode, done.stderr) == (0, "")
    folder = place["data"] / "descriptions" / "lindvik-lindnamnden"
    assert sorted(path.name for path in (folder / "inkommet").iterdir()) == [
        "SHA256SUMS",
        "beskrivning.txt",
        "systemlista.docx",
    ]
    original = (folder / "original.txt").read_text(encoding="utf-8")
    assert original.endswith("\n\nIT-system\n\nEken innehåller ärenden.\n")
    assert run("check", **place).returncode == 0
    refused = run("importera", first, _file(beside, "tom.txt", ""), "--id", "b", **place)
    assert refused.stderr.startswith("tom.txt: Filen är tom")


def test_a_passage_with_an_identity_number_is_refused_or_kept_off_the_web(place: dict[str, Path], beside: Path) -> None:
    file = _file(beside, "beskrivning.txt", f"{TEXT}\nÄrendet gäller Viveka, {NUMBER}.\n\nArkivet finns i huset.\n")
    refused = _refused(run("importera", file, **place), place)
    assert "rad 7" in refused
    assert "--maska" in refused
    assert NUMBER not in refused
    done = run("importera", file, "--maska", **place)
    assert (done.returncode, done.stderr) == (0, "")
    words = _words(place)
    assert "Stycket visas inte på webben. Begär ut det." in words
    assert not re.search("Viveka|890122|4538", words + done.stdout)
    assert run("check", **place).returncode == 0


def test_nothing_of_the_file_as_it_came_and_of_the_report_is_served(place: dict[str, Path], beside: Path) -> None:
    """What stands in a comment, in a page head or in the report is in no generation: pages are made of that alone."""
    author = "<w:comment>" + paragraph("Viskningen till kollegan") + "</w:comment>"
    head = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    body = "".join(map(paragraph, filter(None, TEXT.splitlines()))) + head
    parts = {"comments": author, "header1": paragraph("Sidhuvudets egna ord")}
    file = _file(beside, "beskrivning.docx", docx(body, parts))
    assert run("importera", file, "--publicera", "registrator", **place).returncode == 0
    assert "Sidhuvudets egna ord" in _words(place)  # the report tells of it
    assert run("index", **place).returncode == 0
    built = [path.read_bytes() for path in place["generations"].rglob("*") if path.is_file()]
    assert any(b"svarar p" in data for data in built)
    for secret in ("Viskningen", "Sidhuvudets egna ord", "Att se över", "inkommet", "SHA256SUMS"):
        assert not any(secret.encode() in data for data in built), secret


def test_a_role_publishes_it_at_once_and_a_name_does_not(place: dict[str, Path], beside: Path) -> None:
    file = _file(beside, "beskrivning.txt", TEXT)
    assert "namn" in _refused(run("importera", file, "--publicera", "Anna Lind", **place), place)
    done = run("importera", file, "--publicera", "registrator", **place)
    assert (done.returncode, done.stderr) == (0, "")
    assert "är publicerad av registrator" in done.stdout
    mark = place["data"] / "descriptions" / "lindvik-lindnamnden" / "publicering.toml"
    assert 'publicerad_av = "registrator"' in mark.read_text(encoding="utf-8")
