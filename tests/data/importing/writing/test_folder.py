"""A proposal becomes a folder that `check` passes, with every word of the document, or nothing at all."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
import pytest

from data.checks import check_all
from data.importing.blocks import CannotRead
from data.importing.given import Given
from data.importing.outline import Basis, Outline, OutlinePassage, OutlineSection, PassageKind
from data.importing.proposal import (
    AuthorityFacts,
    DocumentFacts,
    ExchangeFact,
    FindingAidFact,
    Proposal,
    ProvisionFact,
    RoleFact,
    StatementFact,
    Told,
    UnitFact,
)
from data.importing.writing.folder import write
from data.kinds import Direction, Topic, UnitKind
from tests.data.importing.imports import DAY, EVERY, by_key, written
from tests.data.importing.keyed import key_of, keyed
from tests.data.importing.scoring import scored
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from pathlib import Path

    from data.importing.writing.report import Imported

FILE = Given("Beskrivning 2024.docx", b"som den kom")
OF_RECOGNITION = {"passages", "headings", "audit"}
"""Parts that writing alone cannot make right."""


def _on(*numbers: int, why: str = "") -> Basis:
    return Basis("rule", numbers, bool(why), why)


def _proposal(*texts: str, **facts: object) -> Proposal:
    """A proposal of paragraphs, with a title over them."""
    listed = ("Beskrivning av Lindnämndens handlingar, LN 2024/1", *texts)
    passages = tuple(OutlinePassage(n, PassageKind.PARAGRAPH, text, 0) for n, text in enumerate(listed, 1))
    authority = AuthorityFacts(name=Told("Lindnämnden", _on(1)), root="Lindnämnden")
    document = DocumentFacts(title=Told(listed[0], _on(1)), number=Told("LN 2024/1", _on(1)))
    whole = Proposal(Outline((OutlineSection(""),), passages, format="docx"), authority, document)
    return msgspec.structs.replace(whole, **facts)


def _left_out(imported: Imported) -> list[str]:
    return [one.what for one in imported.described.left_out]


@pytest.mark.parametrize("name", EVERY)
def test_all_that_a_key_has_is_written_and_read_back(name: str) -> None:
    scores = scored(by_key(name).description, key_of(name))
    assert {part: score.missed + score.extra for part, score in scores.items() if part not in OF_RECOGNITION} == {
        part: [] for part in scores if part not in OF_RECOGNITION
    }


def test_the_same_document_gives_the_same_files() -> None:
    again = written(keyed("tallmo-mbn"), Given("tallmo-mbn.docx", b""), "tallmo-mbn")
    assert again.text == by_key("tallmo-mbn").text
    assert again.described.original == by_key("tallmo-mbn").described.original


def test_the_folder_has_the_file_as_it_came_with_its_sum_and_check_passes(tmp_path: Path) -> None:
    write(keyed("tallmo-mbn"), "tallmo-mbn", [FILE, FILE], tmp_path, DAY)
    folder = tmp_path / "descriptions" / "tallmo-mbn"
    received = folder / "inkommet"
    sum_ = hashlib.sha256(FILE.data).hexdigest()
    assert (received / FILE.name).read_bytes() == FILE.data
    assert (received / "SHA256SUMS").read_text() == f"{sum_}  {FILE.name}\n{sum_}  2-{FILE.name}\n"
    assert check_all(tmp_path, DAY).report.errors == []
    assert [path.name for path in folder.parent.iterdir()] == ["tallmo-mbn"]  # nothing is left beside it


def test_a_description_that_exists_is_left_alone(tmp_path: Path) -> None:
    proposal = _proposal()
    write(proposal, "lind", [FILE], tmp_path, DAY)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(CannotRead, match="Det finns redan en beskrivning som heter lind"):
        write(proposal, "lind", [FILE], tmp_path, DAY)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_nothing_is_written_of_what_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="kan inte skrivas så att den går att kontrollera"):
        write(_proposal("ord " * 6_000), "lind", [FILE], tmp_path, DAY)
    assert list((tmp_path / "descriptions").iterdir()) == []


def test_what_does_not_stand_in_the_text_is_told_and_not_written() -> None:
    imported = written(
        _proposal(
            "Lindnämnden har ett kansli. Chef för kansliet är Anna Lind. Kansliet nås på 010-1.",
            "Registret Eken innehåller ärenden. Uppgifter lämnas till Skogsrådet varje år.",
            units=(
                UnitFact("Lindnämnden", UnitKind.BOARD, basis=_on(2)),
                UnitFact("Kansliet", UnitKind.UNIT, "Roten", head="Anna Lind", email="kansli@lind", basis=_on(2)),
                UnitFact("Skogsenheten", UnitKind.UNIT, "Kansliet", basis=_on(2)),
            ),
            finding_aids=(FindingAidFact("Eken", holds=("ärenden", "påhitt"), unit="Skogsenheten", basis=_on(2)),),
            provisions=(ProvisionFact("OSL", 21, "1", basis=_on(2)),),
            exchanges=(ExchangeFact(Direction.SUPPLIED, "Skogsrådet", when="varje dag", basis=_on(3)),),
            contact_roles=(RoleFact("Anna Lind", basis=_on(2)),),
            statements=(StatementFact(Topic.SALE, "Ingen säljer.", basis=_on(2)),),
        ),
        FILE,
        "lind",
    )
    source = imported.description.source
    assert {unit.name: unit.parent for unit in source.units.values()} == {"Lindnämnden": "", "Kansliet": "lindnamnden"}
    assert [(aid.holds, aid.unit, aid.passages) for aid in source.finding_aids.values()] == [
        (("ärenden",), "", ("om-beskrivningen-2", "om-beskrivningen-3"))
    ]
    assert [exchange.when for exchange in source.exchanges.values()] == [""]
    assert (source.provisions, source.contact_roles, source.statements) == ({}, {}, {})
    assert _left_out(imported) == [
        "Enheten ”Kansliet”: chef ”Anna Lind”",
        "Enheten ”Kansliet”: epost ”kansli@lind”",
        "Enheten ”Skogsenheten”: namn ”Skogsenheten”",
        "Sökmedlet ”Eken”: innehaller ”påhitt”",
        "Lagrummet 21 kap. 1 § OSL",
        "Utbytet med ”Skogsrådet”: nar ”varje dag”",
        "Rollen ”Anna Lind”",
        "Utsagan ”Ingen säljer.”",
    ]


def test_a_name_that_a_page_head_or_a_person_gave_is_marked_as_outside_the_text() -> None:
    proposal = _proposal("Nämnden svarar.")
    outline = msgspec.structs.replace(proposal.outline, furniture=(), properties={"title": "Arkivet, dnr LN 7"})
    document = msgspec.structs.replace(proposal.document, number=Told("LN 7"), replaces=Told("LN 3"))
    authority = AuthorityFacts(name=Told("Skogsnämnden", _on(why="Namnet är gissat.")))
    imported = written(
        msgspec.structs.replace(proposal, outline=outline, document=document, authority=authority), FILE, "skog"
    )
    source = imported.description.source
    assert (source.authority.name, source.authority.outside_text) == ("Skogsnämnden", ("namn",))
    assert (source.document.number, source.document.outside_text) == ("LN 7", ("diarienummer",))
    assert source.document.replaces == ""
    assert _left_out(imported) == ["”LN 3”"]
    assert source.units[source.authority.unit].outside_text == ("namn",)
    assert "# Gissat: Namnet är gissat.\n[myndighet]" in imported.text


def test_units_that_stand_under_each_other_are_put_under_the_topmost() -> None:
    imported = written(
        _proposal(
            "Lindnämnden har Ekgruppen och Algruppen.",
            units=(
                UnitFact("Ekgruppen", UnitKind.UNIT, "Algruppen", basis=_on(2)),
                UnitFact("Algruppen", UnitKind.UNIT, "Ekgruppen", basis=_on(2)),
            ),
        ),
        FILE,
        "lind",
    )
    units = imported.description.source.units
    assert {id_: unit.parent for id_, unit in units.items()} == {
        "lindnamnden": "",
        "ekgruppen": "lindnamnden",
        "algruppen": "lindnamnden",
    }
    assert "# Gissat: Enheten stod under sig själv; den står nu under Lindnämnden.\n[enhet.ekgruppen]" in imported.text


@in_turn("text", ['"""', "\\", "a\u202eb", "x\x07y", "[enhet.x]", "ett | två", "a\n\nb", "å\u0308", "*fet*", "# ord"])
def test_a_passage_with_any_words_is_written_so_that_it_can_be_checked(text: str) -> None:
    imported = written(_proposal(f"Nämnden {text} svarar.", f"{text} a"), FILE, "lind")
    assert len(imported.description.source.passages) == 3


def test_lines_without_words_are_left_out_and_told() -> None:
    imported = written(_proposal("* * *", "– – –", "Ord."), FILE, "lind")
    assert [passage.text for passage in imported.description.source.passages.values()][1:] == ["Ord."]
    assert imported.described.unsaid == (2, 3)


def test_the_rows_of_a_table_stand_under_the_heads_of_its_columns() -> None:
    rows = [("Lex", "ärenden", "–"), ("Eken", "", "papper")]
    passages = tuple(
        OutlinePassage(
            n, PassageKind.TABLE_ROW, " | ".join(cells), 1, table=1, cells=cells, columns=("Namn", "Innehåll", "Form")
        )
        for n, cells in enumerate(rows, 2)
    )
    proposal = _proposal()
    sections = (OutlineSection(""), OutlineSection("Register", number="2.1", level=2))
    outline = Outline(sections, (*proposal.outline.passages, *passages))
    imported = written(msgspec.structs.replace(proposal, outline=outline), FILE, "lind")
    assert imported.described.original.endswith(
        "\n\n2.1 Register\n\nNamn | Innehåll | Form\nLex | ärenden | –\nEken |  | papper\n"
    )
    assert [passage.cells for passage in imported.description.source.passages.values()][1:] == rows


def test_repeated_headings_have_what_they_stand_in_in_their_ids() -> None:
    sections = (
        OutlineSection(""),
        OutlineSection("Kansliet"),
        OutlineSection("Uppdrag", 2, above=1),
        OutlineSection("Arkivet"),
        OutlineSection("Uppdrag", 2, above=3),
        OutlineSection("Sekretess"),
        OutlineSection("Bilaga 1"),
    )
    passages = tuple(OutlinePassage(at + 1, PassageKind.PARAGRAPH, f"Ord {at}.", at) for at in range(len(sections)))
    proposal = msgspec.structs.replace(
        _proposal(), outline=Outline(sections, passages), units=(UnitFact("Arkivet", UnitKind.UNIT, basis=_on(4)),)
    )
    source = written(proposal, FILE, "lind").description.source
    assert list(source.sections) == [
        "om-beskrivningen",
        "kansliet",
        "kansliet-uppdrag",
        "om-arkivet",
        "arkivet-uppdrag",
        "om-sekretess",
        "bilaga1",
    ]
    assert "arkivet" in source.units
