"""The ids of the contract (docs/contract.md): each is an entry, and its title finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.result import Coverage, SearchRequest
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from index.answer.search import Searcher

AUTHORITY = "norrkoping-ks"

IDS = {
    "unit": """
        kommunstyrelsen krisledningsutskottet personalutskottet kommunstyrelsens-kontor kommunstyrelsens-kansli
        stadsarkivet utvecklings-och-utredningsenheten sakerhetsenheten ekonomi-och-styrningsavdelningen
        finans-och-bolag personalavdelningen naringslivsavdelningen digitaliseringsavdelningen systemforvaltning
        kollega-konsument projekt stab teknik inkassoverksamheten kommunikationsavdelningen kontaktcenter lonecenter
    """,
    "finding_aid": """
        public-360 h-diarium troman heroma reachmee telefonkatalogen personalakter webfocus visma raindance e-post
        elektroniska-formular e-postlogg intranatet statistik sociala-medier visual-arkiv nad arkivforteckningar
        kommuninvanardata
    """,
    "section": """
        om-beskrivningen inledning diarium kontaktpersoner organisation register sekretess uppgifter-hamtas
        uppgifter-lamnas forsaljning bevarande-och-gallring tekniska-hjalpmedel
    """,
    "provision": "osl-18-3 osl-19-3 osl-21-1 osl-21-3 osl-24-8 osl-39-1 osl-39-2 osl-39-3",
    "guide": "begar-ut",
}
PAIRS = [(kind, id_) for kind, ids in IDS.items() for id_ in ids.split()]
NEAR_THE_TOP = 2
"""Not 1: the finding aid Personalakter shares its name with the records in it."""


@in_turn(("kind", "id_"), PAIRS)
def test_each_id_is_an_entry_of_its_kind(searcher: Searcher, kind: str, id_: str) -> None:
    assert searcher.entries[AUTHORITY, id_].type == kind


@in_turn(("kind", "id_"), PAIRS)
def test_each_is_found_by_its_title(searcher: Searcher, kind: str, id_: str) -> None:
    title = searcher.entries[AUTHORITY, id_].title
    result = searcher.search(SearchRequest(title, limit=NEAR_THE_TOP))
    assert (kind, id_) in [(hit.entry.type.value, hit.entry.id) for hit in result.hits]


@in_turn(("kind", "id_"), PAIRS)
def test_each_title_is_fully_answered(searcher: Searcher, kind: str, id_: str) -> None:
    title = searcher.entries[AUTHORITY, id_].title
    assert searcher.search(SearchRequest(title)).coverage is Coverage.FULL, kind


def test_units_of_the_description_are_those_of_the_contract(searcher: Searcher) -> None:
    found = {entry.id for entry in searcher.entries.values() if entry.type == "unit" and entry.authority == AUTHORITY}
    assert found == set(IDS["unit"].split())


def test_every_entry_is_found_by_its_title(searcher: Searcher) -> None:
    lost = {
        entry.id
        for entry in searcher.entries.values()
        if not entry.part_of
        and entry not in [hit.entry for hit in searcher.search(SearchRequest(entry.title, limit=10)).hits]
    }
    assert lost == set()


def test_every_question_of_the_guide_comes_first_for_words_of_its_own(searcher: Searcher) -> None:
    """By its title it need not: ”Vad gör jag om jag får nej?” has no word that says what it is about."""
    questions = [entry for entry in searcher.entries.values() if entry.part_of]
    for entry in questions:
        found = [searcher.search(SearchRequest(words, limit=1)).hits for words in entry.words["sv"]]
        assert entry in [hit.entry for hits in found for hit in hits], entry.id
