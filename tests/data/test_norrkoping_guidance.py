"""What is ours of the first real authority, and every entry: guidance, signposts, and what they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from data.entries import Entry, entries
from data.kinds import Access, EntryType, Secrecy, Verdict
from tests.data.norrkoping import DESCRIPTION, ENTRIES, id_of
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.model import Description, Guidance

MIN_SIGNPOSTS = 40
RECORD_TYPES = [record for record in DESCRIPTION.guidance.values() if record.type is EntryType.RECORD_TYPE]


# Guidance


@in_turn("record", RECORD_TYPES, ids=id_of)
@in_turn("part", ["short", "spoken", "unit", "steps", "quotes", "section", "theme"])
def test_a_record_type_has_every_part(record: Guidance, part: str) -> None:
    assert getattr(record, part)


@in_turn("record", RECORD_TYPES, ids=id_of)
@pytest.mark.parametrize("language", ["sv", "en", "fi", "ar"])
def test_a_record_type_has_everyday_words_in_four_languages(record: Guidance, language: str) -> None:
    assert record.words[language]


@in_turn("record", RECORD_TYPES, ids=id_of)
def test_a_record_type_is_marked_published_only_where_it_is_on_the_web(record: Guidance) -> None:
    assert record.secrecy is not Secrecy.PUBLISHED or record.access is Access.WEB


def test_there_are_at_least_forty_record_types() -> None:
    assert len(RECORD_TYPES) >= 40


@in_turn("record", DESCRIPTION.guidance.values(), ids=id_of)
def test_every_answer_begins_with_a_line(record: Guidance) -> None:
    assert record.short
    assert all(question.short for question in record.questions)


@in_turn("record", RECORD_TYPES, ids=id_of)
def test_no_record_type_says_what_the_text_does_not_say_before_it_answers(record: Guidance) -> None:
    said = f"{record.short} {record.answer} {record.spoken}"
    assert not re.search(r"beskrivningen|framgår inte|varje enskilt fall", said, re.IGNORECASE)


@in_turn("record", DESCRIPTION.guidance.values(), ids=id_of)
def test_nothing_claims_a_review_that_has_not_been(record: Guidance) -> None:
    assert (record.reviewed_by, record.reviewed_on) == ("", "")


@pytest.mark.parametrize("id_", ["personalakter", "anstalldas-personalakter"])
def test_staff_files_are_said_to_be_those_of_kommunstyrelsens_kontor(id_: str) -> None:
    assert "kommunstyrelsens kontor" in DESCRIPTION.guidance[id_].short


def test_staff_files_are_said_to_be_kept_by_another_organisation() -> None:
    assert DESCRIPTION.guidance["personalakter"].verdict is Verdict.ELSEWHERE


def test_there_are_signposts_to_what_others_hold(description: Description) -> None:
    assert len(description.signposts) >= MIN_SIGNPOSTS


def test_every_signpost_tells_holder_note_and_ground_in_a_line_and_aloud(description: Description) -> None:
    assert all(
        post.holder and post.note and post.ground and post.short and post.spoken
        for post in description.signposts.values()
    )


@pytest.mark.parametrize("language", ["sv", "en", "fi", "ar"])
def test_every_signpost_has_everyday_words(language: str, description: Description) -> None:
    assert [post.id for post in description.signposts.values() if not post.words.get(language)] == []


@in_turn("topic", ["bygglov", "patientjournal", "folkbokforing", "vigsel", "skatt", "adoption"])
def test_a_thing_that_the_authority_does_not_hold_has_a_signpost(topic: str, description: Description) -> None:
    assert topic in description.signposts


# Entries


def test_no_two_entries_share_an_authority_and_an_id() -> None:
    keys = [(entry.authority, entry.id) for entry in entries(DESCRIPTION)]
    assert len(keys) == len(set(keys))


@in_turn("entry", ENTRIES.values(), ids=id_of)
def test_an_entry_has_a_title_and_an_answer(entry: Entry) -> None:
    assert entry.title.strip()
    assert entry.whole_answer


@in_turn("entry", ENTRIES.values(), ids=id_of)
def test_what_an_entry_names_exists(entry: Entry, description: Description) -> None:
    source = description.source
    assert {entry.unit} <= {"", *source.units}
    assert {entry.section} <= {"", *source.sections}
    assert {entry.theme} <= {"", *description.themes}
    assert set(entry.finding_aids) <= set(source.finding_aids)
    assert set(entry.provisions) <= set(source.provisions)
    assert set(entry.passages) <= set(source.passages)


@in_turn("entry", ENTRIES.values(), ids=id_of)
def test_an_entry_of_the_description_rests_on_a_section(entry: Entry) -> None:
    assert bool(entry.section) is not bool(entry.part_of)  # a guide's question rests on the law


@in_turn("id_", DESCRIPTION.source.finding_aids)
def test_a_finding_aid_s_entry_carries_its_own_id(id_: str) -> None:
    assert ENTRIES[id_].finding_aids == (id_,)


@in_turn("id_", DESCRIPTION.source.units)
def test_a_unit_s_entry_carries_its_own_id(id_: str) -> None:
    assert ENTRIES[id_].unit == id_


@in_turn("id_", DESCRIPTION.source.provisions)
def test_a_provision_s_entry_carries_its_own_id(id_: str) -> None:
    assert ENTRIES[id_].provisions == (id_,)


@in_turn("entry", ENTRIES.values(), ids=id_of)
def test_only_finding_aids_and_record_types_name_finding_aids(entry: Entry) -> None:
    assert not entry.finding_aids or entry.type in {EntryType.FINDING_AID, EntryType.RECORD_TYPE}
