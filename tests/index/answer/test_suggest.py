"""Suggestions while someone types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.answer.suggest import MAX_SUGGESTIONS, Suggester

if TYPE_CHECKING:
    from index.answer.search import Searcher


def ids(searcher: Searcher, text: str) -> list[str]:
    return [suggestion.id for suggestion in Suggester(searcher.entries.values()).suggest(text)]


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
def test_the_beginning_of_a_name_or_of_a_word_in_it_suggests_the_entry(searcher: Searcher, text: str, id_: str) -> None:
    assert id_ in ids(searcher, text)


@pytest.mark.parametrize("text", ["", " ", "?", "zebra", "\x00", "*"])
def test_what_begins_no_name_suggests_nothing(searcher: Searcher, text: str) -> None:
    assert ids(searcher, text) == []


@pytest.mark.parametrize("text", ["a", "k", "p", "s"])
def test_no_more_are_suggested_than_fit_above_a_keyboard(searcher: Searcher, text: str) -> None:
    assert 0 < len(ids(searcher, text)) <= MAX_SUGGESTIONS


@pytest.mark.parametrize("text", ["a", "arkiv", "pe", "stat"])
def test_each_entry_is_suggested_once(searcher: Searcher, text: str) -> None:
    found = ids(searcher, text)
    assert len(found) == len(set(found))


def test_a_suggestion_is_a_real_entry(searcher: Searcher) -> None:
    for suggestion in Suggester(searcher.entries.values()).suggest("ar"):
        entry = searcher.entries[suggestion.authority, suggestion.id]
        assert (suggestion.title, suggestion.type) == (entry.title, entry.type)


def test_every_entry_is_suggested_by_its_whole_title(searcher: Searcher) -> None:
    assert [entry.id for entry in searcher.entries.values() if entry.id not in ids(searcher, entry.title)] == []


def test_the_beginning_of_a_title_comes_first_then_a_word_in_it_and_then_another_name(searcher: Searcher) -> None:
    names = {"heroma": ("Annat", "Zebraregister"), "troman": ("Gamla zebror",), "reachmee": ("Zebrornas register",)}
    entries = [replace(searcher.entries["norrkoping-ks", id_], names=names[id_]) for id_ in names]
    assert [suggestion.id for suggestion in Suggester(entries).suggest("zebr")] == ["reachmee", "troman", "heroma"]
