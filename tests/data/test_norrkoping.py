"""The first real authority: its description is whole, true and as the contract has it (docs/contract.md)."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest

from data.kinds import Direction, EntryType, Topic, UnitKind
from tests.data.norrkoping import DATA, DESCRIPTION, ENTRIES, REPORT, id_of
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.model import Description, Unit
    from data.problems import Report

FOLDER = DATA / "descriptions" / "norrkoping-ks"
ORIGINAL_SHA256 = "59ecd423be53c622f2ddb762de601e85fdd51bde5643685d2898523eea526679"
CONTRACT = {
    EntryType.UNIT: """
        kommunstyrelsen krisledningsutskottet personalutskottet kommunstyrelsens-kontor kommunstyrelsens-kansli
        stadsarkivet utvecklings-och-utredningsenheten sakerhetsenheten ekonomi-och-styrningsavdelningen
        finans-och-bolag personalavdelningen naringslivsavdelningen digitaliseringsavdelningen systemforvaltning
        kollega-konsument projekt stab teknik inkassoverksamheten kommunikationsavdelningen kontaktcenter lonecenter
    """,
    EntryType.FINDING_AID: """
        public-360 h-diarium troman heroma reachmee telefonkatalogen personalakter webfocus visma raindance e-post
        elektroniska-formular e-postlogg intranatet statistik sociala-medier visual-arkiv nad arkivforteckningar
        kommuninvanardata
    """,
    EntryType.SECTION: """
        om-beskrivningen inledning diarium kontaktpersoner organisation register sekretess uppgifter-hamtas
        uppgifter-lamnas forsaljning bevarande-och-gallring tekniska-hjalpmedel
    """,
    EntryType.PROVISION: "osl-18-3 osl-19-3 osl-21-1 osl-21-3 osl-24-8 osl-39-1 osl-39-2 osl-39-3",
    EntryType.GUIDE: """
        begar-ut begar-ut-vad-ar-allman-handling begar-ut-allman-ar-inte-offentlig begar-ut-kostar-det
        begar-ut-hur-fort begar-ut-vem-ar-jag begar-ut-se-pa-plats begar-ut-kopia begar-ut-elektroniskt
        begar-ut-vem-beslutar begar-ut-nej begar-ut-overklaga begar-ut-muntlig-upplysning begar-ut-maskning
        begar-ut-anvanda-datorn begar-ut-var-begar-jag begar-ut-lagras-hos-annan begar-ut-diarium
        begar-ut-hjalp-att-soka begar-ut-arkiverat begar-ut-egna-uppgifter begar-ut-registerutdrag begar-ut-partsinsyn
        begar-ut-annat-beslut begar-ut-forbehall begar-ut-tolk begar-ut-finska begar-ut-ratta-radera
        begar-ut-eget-arende-drojer
    """,
}
CONTRACT_IDS = [(type_, id_) for type_, ids in CONTRACT.items() for id_ in ids.split()]
PARENTS = {
    "kommunstyrelsen": "",
    "krisledningsutskottet": "kommunstyrelsen",
    "personalutskottet": "kommunstyrelsen",
    "kommunstyrelsens-kontor": "kommunstyrelsen",
    "kommunstyrelsens-kansli": "kommunstyrelsens-kontor",
    "stadsarkivet": "kommunstyrelsens-kansli",
    "utvecklings-och-utredningsenheten": "kommunstyrelsens-kansli",
    "sakerhetsenheten": "kommunstyrelsens-kansli",
    "ekonomi-och-styrningsavdelningen": "kommunstyrelsens-kontor",
    "finans-och-bolag": "ekonomi-och-styrningsavdelningen",
    "personalavdelningen": "kommunstyrelsens-kontor",
    "naringslivsavdelningen": "kommunstyrelsens-kontor",
    "digitaliseringsavdelningen": "kommunstyrelsens-kontor",
    "systemforvaltning": "digitaliseringsavdelningen",
    "kollega-konsument": "digitaliseringsavdelningen",
    "projekt": "digitaliseringsavdelningen",
    "stab": "digitaliseringsavdelningen",
    "teknik": "digitaliseringsavdelningen",
    "inkassoverksamheten": "digitaliseringsavdelningen",
    "kommunikationsavdelningen": "kommunstyrelsens-kontor",
    "kontaktcenter": "kommunikationsavdelningen",
    "lonecenter": "",
}
HEADS = {
    "kommunstyrelsens-kontor": "kommundirektören",
    "kommunstyrelsens-kansli": "kanslichefen",
    "ekonomi-och-styrningsavdelningen": "ekonomidirektören",
    "personalavdelningen": "personaldirektören",
    "naringslivsavdelningen": "näringslivsdirektören",
    "digitaliseringsavdelningen": "digitaliseringsdirektören",
    "kommunikationsavdelningen": "kommunikationsdirektören",
}
EMAILS = {
    "kommunstyrelsens-kansli": "kommunstyrelsenskansli@norrkoping.se",
    "stadsarkivet": "stadsarkivet@norrkoping.se",
    "ekonomi-och-styrningsavdelningen": "ekonomistyrning@norrkoping.se",
    "personalavdelningen": "personalkontoret@norrkoping.se",
    "naringslivsavdelningen": "naringslivskontoret@norrkoping.se",
    "digitaliseringsavdelningen": "digitalisering@norrkoping.se",
    "kommunikationsavdelningen": "kommunikation@norrkoping.se",
}
HEROMA_PARTIES = {
    "Försäkringskassan",
    "skatteverket",
    "polismyndigheten",
    "statistiska centralbyrån",
    "tjänstepensionsförvaltaren",
    "företagshälsovården (inklusive aktör för friskvårdsportal)",
    "bank för löneutbetalning",
    "systemförvaltare",
    "systemleverantör",
    "anställda",
    "allmänhet",
}
UNITS = list(DESCRIPTION.source.units.values())


def _words(text: str) -> list[str]:
    return text.replace("*", "").split()


@pytest.fixture
def report() -> Report:
    return REPORT


def test_the_data_has_no_problems(report: Report) -> None:
    assert [str(problem) for problem in (*report.errors, *report.warnings)] == []


def test_the_original_is_the_text_that_was_received() -> None:
    assert hashlib.sha256((FOLDER / "original.txt").read_bytes()).hexdigest() == ORIGINAL_SHA256


# All of the text, computed without the loader and the checks


def _pieces() -> list[str]:
    """Headings, subheadings and passages as the TOML file has them, in its order."""
    file = tomllib.loads((FOLDER / "beskrivning.toml").read_text(encoding="utf-8"))
    texts: list[str] = []
    for id_, section in file["avsnitt"].items():
        passages = [passage for passage in file["stycke"].values() if passage["avsnitt"] == id_]
        texts += [section.get("rubrik", "")]
        texts += [text for passage in passages for text in (passage.get("underrubrik", ""), passage["text"])]
    return [text for text in texts if text]


def _original() -> str:
    return (FOLDER / "original.txt").read_text(encoding="utf-8")


def test_the_pieces_together_are_the_original_word_for_word() -> None:
    assert [word for piece in _pieces() for word in _words(piece)] == _words(_original())


def test_every_piece_begins_and_ends_where_a_paragraph_does() -> None:
    paragraphs = re.split(r"\n\s*\n", _original())
    ends = set(accumulate(len(_words(paragraph)) for paragraph in paragraphs))
    assert set(accumulate(len(_words(piece)) for piece in _pieces())) <= ends


def test_only_the_two_sentences_cut_by_page_breaks_are_joined() -> None:
    paragraphs = {" ".join(_words(paragraph)) for paragraph in re.split(r"\n\s*\n", _original())}
    joined = [piece for piece in _pieces() if " ".join(_words(piece)) not in paragraphs]
    assert ["nyföretagande samt" in piece or "kommunens hemsida" in piece for piece in joined] == [True, True]


def test_no_piece_is_used_twice() -> None:
    assert max(Counter(_pieces()).values()) == 1


# The contract


@in_turn(("type_", "id_"), CONTRACT_IDS, ids=str)
def test_every_id_of_the_contract_is_an_entry_of_its_kind(type_: EntryType, id_: str) -> None:
    assert ENTRIES[id_].type is type_


@in_turn("type_", CONTRACT, ids=lambda type_: type_.value)
def test_the_contract_names_every_entry_of_the_kind(type_: EntryType) -> None:
    assert {entry.id for entry in ENTRIES.values() if entry.type is type_} == set(CONTRACT[type_].split())


def test_there_are_twenty_finding_aids_twelve_sections_and_eight_provisions(description: Description) -> None:
    source = description.source
    assert (len(source.finding_aids), len(source.sections), len(source.provisions)) == (20, 12, 8)


@in_turn("unit", UNITS, ids=id_of)
def test_a_unit_hangs_where_the_text_puts_it(unit: Unit) -> None:
    assert unit.parent == PARENTS[unit.id]


@in_turn("unit", UNITS, ids=id_of)
def test_a_unit_has_the_head_that_the_text_gives_it_or_none(unit: Unit) -> None:
    assert unit.head == HEADS.get(unit.id, "")


@in_turn("unit", UNITS, ids=id_of)
def test_a_unit_has_the_e_mail_address_that_the_text_gives_it_or_none(unit: Unit) -> None:
    assert unit.email == EMAILS.get(unit.id, "")


@in_turn("unit", UNITS, ids=id_of)
def test_every_phone_number_is_the_switchboard_s(unit: Unit) -> None:
    assert unit.phone.replace(" ", "") in {"", "011-150000"}


def test_lonecenter_alone_is_another_organisation() -> None:
    assert [unit.id for unit in UNITS if unit.kind is UnitKind.EXTERNAL] == ["lonecenter"]


def test_kommunstyrelsen_is_the_archive_authority() -> None:
    assert "Kommunstyrelsen är också kommunens arkivmyndighet." in DESCRIPTION.source.units["kommunstyrelsen"].tasks


def test_the_description_replaces_an_older_one(description: Description) -> None:
    assert (description.source.document.number, description.source.document.replaces) == (
        "KS 2019/0917",
        "KS 2014/0809",
    )


def test_the_diary_is_searched_by_its_path_on_the_web_site(description: Description) -> None:
    assert description.source.case_register is not None
    assert description.source.case_register.path == ("Organisation", "Beslut och dokument")


def test_24_8_alone_is_missing_from_the_text_s_list_of_usual_provisions(description: Description) -> None:
    assert [id_ for id_, provision in description.source.provisions.items() if not provision.usual] == ["osl-24-8"]


def test_heroma_communicates_with_every_party_that_the_text_names(description: Description) -> None:
    exchanges = description.source.exchanges.values()
    parties = {exchange.party for exchange in exchanges if exchange.direction is Direction.COMMUNICATES}
    assert parties == HEROMA_PARTIES


@in_turn("topic", Topic)
def test_the_text_says_something_on_every_topic(topic: Topic, description: Description) -> None:
    assert any(statement.topic is topic for statement in description.source.statements.values())


@in_turn(
    ("finding_aid", "qualifier"),
    [
        ("public-360", "personuppgifter i form av namn och kontaktuppgifter"),
        ("h-diarium", "hos Kommunstyrelsens kansli"),
        ("troman", "har och haft"),
        ("heroma", "vissa bolag"),
        ("personalakter", "för kommunstyrelsens kontor"),
        ("e-post", "som inte är privata"),
        ("statistik", "24 kap. 8 §"),
        ("sociala-medier", "förs detta in i ärendehanteringssystemet"),
        ("nad", "De flesta"),
        ("kommuninvanardata", "ej avidentifierade"),
    ],
)
def test_a_finding_aid_keeps_the_text_s_qualifier(finding_aid: str, qualifier: str) -> None:
    aid = DESCRIPTION.source.finding_aids[finding_aid]
    assert qualifier in " ".join((*aid.holds, *aid.caveats))
