"""Suggestions while someone types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.concepts import Signpost
from data.kinds import EntryType
from index.answer.suggest import MAX_SUGGESTIONS, SuggestedType, Suggester, Suggestion
from index.words.analysis import LANGUAGES

if TYPE_CHECKING:
    from data.entries import Entry
    from index.answer.search import Searcher


@pytest.fixture(scope="module")
def suggesters(searcher: Searcher) -> dict[str, Suggester]:
    """Suggestions in each language, without translated names."""
    return {
        language: Suggester(searcher.entries.values(), language, signposts=searcher.signposts())
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def suggester(suggesters: dict[str, Suggester]) -> Suggester:
    """Suggestions in Swedish."""
    return suggesters["sv"]


def ids(suggester: Suggester, text: str) -> list[str]:
    return [suggestion.id for suggestion in suggester.suggest(text)]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("hero", "heroma"),
        ("HERO", "heroma"),
        ("stadsark", "stadsarkivet"),
        ("360", "public-360"),
        ("närings", "naringslivsavdelningen"),
        ("narings", "naringslivsavdelningen"),
        ("na\u0308rings", "naringslivsavdelningen"),
        ("e-post", "e-post"),
        ("  troman ", "troman"),
    ],
)
def test_the_beginning_of_a_name_or_of_a_word_in_it_suggests_the_entry(
    suggester: Suggester, text: str, id_: str
) -> None:
    assert id_ in ids(suggester, text)


@pytest.mark.parametrize("text", ["", " ", "?", "zebra", "\x00", "*", "\n"])
def test_what_begins_no_name_suggests_nothing(suggester: Suggester, text: str) -> None:
    assert ids(suggester, text) == []


@pytest.mark.parametrize("text", ["a", "k", "p", "s", "arkiv", "pe", "stat"])
def test_no_more_are_suggested_than_fit_above_a_keyboard_and_each_once(suggester: Suggester, text: str) -> None:
    found = ids(suggester, text)
    assert 0 < len(found) <= MAX_SUGGESTIONS
    assert len(found) == len(set(found))


def test_a_suggestion_is_a_real_entry_or_signpost(searcher: Searcher, suggester: Suggester) -> None:
    signposts = {(authority, each.id): each for authority, each in searcher.signposts()}
    found = suggester.suggest("by")
    assert {suggestion.type for suggestion in found} > {SuggestedType.SIGNPOST}
    for suggestion in found:
        key = suggestion.authority, suggestion.id
        if suggestion.type is SuggestedType.SIGNPOST:
            assert (suggestion.title, suggestion.holder) == (signposts[key].topic, signposts[key].holder)
        else:
            entry = searcher.entries[key]
            assert (suggestion.title, suggestion.type.value, suggestion.holder) == (entry.title, entry.type.value, "")


def test_every_entry_and_signpost_is_suggested_by_its_whole_title(searcher: Searcher, suggester: Suggester) -> None:
    titles = {entry.id: entry.title for entry in searcher.entries.values()}
    titles |= {each.id: each.topic for _authority, each in searcher.signposts()}
    assert [id_ for id_, title in titles.items() if id_ not in ids(suggester, title)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_everyday_word_suggests_something_in_its_language(
    searcher: Searcher, suggesters: dict[str, Suggester], language: str
) -> None:
    words = {word for entry in searcher.entries.values() for word in entry.words.get(language, ())[:3]}
    assert [word for word in words if not suggesters[language].suggest(word)] == []


def test_everything_that_can_be_suggested_has_a_type() -> None:
    assert {each.value for each in SuggestedType} == {*(each.value for each in EntryType), "signpost"}


@pytest.fixture(scope="module")
def entry(searcher: Searcher) -> Entry:
    """An entry to make others of."""
    return replace(searcher.entries["norrkoping-ks", "heroma"], words={})


def called(
    entry: Entry, id_: str, *names: str, type_: EntryType = EntryType.UNIT, words: tuple[str, ...] = ()
) -> Entry:
    return replace(entry, id=id_, type=type_, title=names[0], names=names, words={"sv": words})


def test_a_title_comes_before_another_name_and_both_before_everyday_words_and_words_within(entry: Entry) -> None:
    entries = [
        called(entry, "within a word", "E", words=("gamla zebror",)),
        called(entry, "within a name", "Gamla zebror"),
        called(entry, "everyday", "D", words=("zebrahäst",)),
        called(entry, "alias", "C", "Zebraregister"),
        called(entry, "title", "Zebrornas register"),
    ]
    assert ids(Suggester(entries), "zebr") == ["title", "alias", "everyday", "within a name", "within a word"]


def test_a_whole_word_comes_before_a_mere_beginning(entry: Entry) -> None:
    entries = [
        called(entry, "begun everyday", "C", words=("lönsamt",)),
        called(entry, "begun", "Lönearbete"),
        called(entry, "in a name", "Utbetald lön"),
        called(entry, "everyday", "B", words=("lön",)),
        called(entry, "first word", "Lön och pension"),
        called(entry, "all", "Lön"),
    ]
    found = ids(Suggester(entries), "lön")
    assert found == ["all", "first word", "everyday", "begun", "in a name", "begun everyday"]


def test_kinds_take_turns_where_they_match_equally_well(entry: Entry) -> None:
    of_type = {"r": EntryType.RECORD_TYPE, "f": EntryType.FINDING_AID, "u": EntryType.UNIT, "s": EntryType.SECTION}
    names = ("s1", "u1", "f1", "r1", "r2", "r3", "f2")
    entries = [called(entry, name, f"Zebra {name}", type_=of_type[name[0]]) for name in names]
    assert ids(Suggester(entries), "zeb") == ["r1", "f1", "u1", "r2", "f2", "r3", "s1"]


def test_one_kind_does_not_fill_the_list_and_neither_does_what_is_called_alike(entry: Entry) -> None:
    units = [called(entry, f"u{number}", f"Zebra {number}") for number in range(8)]
    stall = called(entry, "stall", "Zebrastall", type_=EntryType.RECORD_TYPE)
    alike = [replace(stall, authority=f"a{number}") for number in range(8)]
    late = called(entry, "late", "Gamla zebror", type_=EntryType.FINDING_AID)
    for many, before in ((units, 5), (alike, 3)):
        found = ids(Suggester([*many, late]), "zebr")
        assert (len(found), found.index("late")) == (MAX_SUGGESTIONS, before)


def test_a_suggestion_says_which_word_matched_unless_it_is_the_title(entry: Entry) -> None:
    suggester = Suggester([called(entry, "f", "Fakturor", "Leverantörsfakturor", words=("räkning", "fakturor"))])
    matched = {text: suggester.suggest(text)[0].matched for text in ("faktu", "räkn", "lever")}
    assert matched == {"faktu": "", "räkn": "räkning", "lever": "Leverantörsfakturor"}


def test_names_and_words_are_of_the_language_and_swedish(entry: Entry) -> None:
    words: dict[str, tuple[str, ...]] = {"sv": ("räkning",), "en": ("invoice",), "fi": ("lasku",)}
    suggester = Suggester([replace(called(entry, "f", "Fakturor"), words=words)], "en", {"Fakturor": "Bills"}.get)
    matched = {text: [each.matched for each in suggester.suggest(text)] for text in ("bi", "fakt", "inv", "räk", "las")}
    assert matched == {"bi": [""], "fakt": ["Fakturor"], "inv": ["invoice"], "räk": ["räkning"], "las": []}


def test_a_signpost_is_suggested_with_who_has_it() -> None:
    signpost = Signpost("bygglov", "Bygglov", "Byggnadsnämnden", "", "", {"sv": ("altan",)})
    suggester = Suggester((), signposts=[("a", signpost)])
    found = Suggestion("a", SuggestedType.SIGNPOST, "bygglov", "Bygglov", "altan", "Byggnadsnämnden")
    assert suggester.suggest("alt") == (found,)
