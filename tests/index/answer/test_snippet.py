"""Snippets: safe to put into a page, and showing what was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from index.answer.snippet import WINDOW, snippet
from index.words.analysis import entry_tokens

if TYPE_CHECKING:
    from index.words.analyser import Analyser

LONG = " ".join(f"ord{number}" for number in range(200))


def marks(analyser: Analyser, text: str, *words: str) -> dict[str, str]:
    """The words of a text that have a form of the wanted ones."""
    wanted = {form: word for word in words for form in analyser.forms(word, "sv")}
    return {
        token.text: wanted[term]
        for token in entry_tokens(text)
        for term in analyser.word_terms(token.text, "sv")
        if term in wanted
    }


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Protokoll finns här.", ["protokoll"], "<mark>Protokoll</mark> finns här."),
        ("Protokollen finns här.", ["protokoll"], "<mark>Protokollen</mark> finns här."),
        ("Här finns inget.", ["protokoll"], "Här finns inget."),
        ("", ["protokoll"], ""),
        ("a & b", ["b"], "a &amp; <mark>b</mark>"),
        ("<script>alert(1)</script>", ["alert"], "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;"),
        ("<mark>x</mark>", [], "&lt;mark&gt;x&lt;/mark&gt;"),
        ("<mark>", ["mark"], "&lt;<mark>mark</mark>&gt;"),
        ("\"x\" 'y'", ["x"], "&quot;<mark>x</mark>&quot; &#x27;y&#x27;"),
        ("&lt;", ["lt"], "&amp;<mark>lt</mark>;"),
        ("e-post", ["epost"], "<mark>e-post</mark>"),
        ("fo\u0308r alla", ["för"], "<mark>fo\u0308r</mark> alla"),
        ("lön och lön", ["lön"], "<mark>lön</mark> och <mark>lön</mark>"),
    ],
)
def test_found_words_are_marked_and_all_else_is_escaped(
    analyser: Analyser, text: str, words: list[str], expected: str
) -> None:
    assert snippet(text, marks(analyser, text, *words)) == expected


@pytest.mark.parametrize("word", ["ord0", "ord50", "ord120", "ord199", "saknas"])
def test_a_snippet_is_no_longer_than_its_window(analyser: Analyser, word: str) -> None:
    plain = re.sub(r"</?mark>|^… | …$", "", snippet(LONG, marks(analyser, LONG, word)))
    assert len(plain) <= WINDOW
    assert plain in LONG


@pytest.mark.parametrize("word", ["ord0", "ord50", "ord120", "ord199"])
def test_the_window_lies_where_the_word_was_found(analyser: Analyser, word: str) -> None:
    assert f"<mark>{word}</mark>" in snippet(LONG, marks(analyser, LONG, word))


def test_the_window_lies_where_most_different_words_were_found(analyser: Analyser) -> None:
    text = f"lön lön lön {LONG} lön och arkiv"
    assert "<mark>arkiv</mark>" in snippet(text, marks(analyser, text, "lön", "arkiv"))


@pytest.mark.parametrize(
    ("word", "before", "after"), [("ord0", False, True), ("ord100", True, True), ("ord199", True, False)]
)
def test_dots_tell_what_was_left_out(analyser: Analyser, word: str, before: bool, after: bool) -> None:  # noqa: FBT001
    found = snippet(LONG, marks(analyser, LONG, word))
    assert (found.startswith("… "), found.endswith(" …")) == (before, after)


def test_a_text_of_one_endless_word_is_cut() -> None:
    assert len(snippet("a" * 1000, {})) <= WINDOW + len("… ") + len(" …")
