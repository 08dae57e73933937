"""The report tells where each thing stands, and is nothing but words whatever the document holds."""

from __future__ import annotations

import re

import msgspec

from data.importing.blocks import Furniture
from data.importing.given import Given
from data.importing.outline import Basis, Outline, OutlinePassage, OutlineSection, PassageKind
from data.importing.proposal import AuthorityFacts, DocumentFacts, Proposal, Told, UnitFact, Warned
from data.importing.writing.report import report
from data.kinds import UnitKind
from tests.data.importing.imports import by_key, written

FILE = Given("beskrivning.docx", b"som den kom")
HOSTILE = "<script> | [länk](http://x) `kod` *fet* # rubrik\n\n2. 19890122-4538"


def _proposal() -> Proposal:
    passages = tuple(
        OutlinePassage(n, PassageKind.PARAGRAPH, text, 0, place=f"sida {n}")
        for n, text in enumerate(("Lindnämndens handlingar", "Lindnämnden har ett kansli i huset."), 1)
    )
    guessed = Basis("rule", (2,), guessed=True, why=f"Gissat därför att {HOSTILE}")
    return Proposal(
        Outline((OutlineSection(""),), passages, (Furniture("sidhuvud", HOSTILE),), notices=(HOSTILE,), format="docx"),
        AuthorityFacts(name=Told("Lindnämnden", Basis("rule", (1,)))),
        DocumentFacts(title=Told("Lindnämndens handlingar", Basis("rule", (1,)))),
        units=(UnitFact("Kansli", UnitKind.UNIT, "Lindnämnden", basis=guessed),),
        warnings=(Warned("rule", HOSTILE),),
    )


def test_each_guess_names_the_line_where_it_is_put_right() -> None:
    imported = written(_proposal(), FILE, "lind")
    rows = re.findall(r"^\| (\d+) \| `([\w.-]+)` \|", report(imported), re.MULTILINE)
    assert [path for _, path in rows] == ["enhet.kansli"]
    lines = imported.text.splitlines()
    assert all(lines[int(line) - 1].startswith((f"[{path}]", path.rpartition(".")[2])) for line, path in rows)


def test_everything_that_was_found_has_its_line_and_its_place() -> None:
    imported = by_key("tallmo-mbn")
    rows = re.findall(r"^\| (.+) \| (.+) \| (\d+) \|$", report(imported), re.MULTILINE)
    lines = imported.text.splitlines()
    assert len(rows) > 40
    assert all(lines[int(line) - 1].startswith("[") and place for _, place, line in rows)


def test_what_a_document_says_is_words_and_nobodys_number_in_it() -> None:
    told = report(written(_proposal(), FILE, "lind"))
    assert "4538" not in told
    assert not re.search(r"(?<!\\)<script|(?<!\\)\[länk", told)
    assert not re.search(r"^2\. 19|^# rubrik", told, re.MULTILINE)


def test_what_is_missing_is_said() -> None:
    proposal = msgspec.structs.replace(_proposal(), units=())
    told = report(written(proposal, FILE, "lind"))
    for sentence in ("Inget diarienummer hittades", "Ingen beslutsdag hittades", "Inget telefonnummer till en växel"):
        assert sentence in told
