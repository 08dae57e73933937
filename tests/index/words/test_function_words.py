"""The data file of words without content."""

from __future__ import annotations

from collections import Counter

import pytest

from index.words.analysis import LANGUAGES, function_words, is_stopword, is_weak, normalise, stem
from tests.support import REPOSITORY

FILE = REPOSITORY / "index" / "words" / "language" / "function_words.tsv"
ROWS = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
HEADER, *WORDS = ROWS


def test_the_columns_are_language_word_kind_and_reason() -> None:
    assert HEADER == ["språk", "ord", "slag", "skäl"]


def test_each_row_has_a_reason() -> None:
    assert [row for row in WORDS if len(row) != len(HEADER) or not row[3].strip()] == []


def test_no_word_stands_twice_in_a_language() -> None:
    counted = Counter((row[0], normalise(row[1])) for row in WORDS)
    assert [word for word, count in counted.items() if count > 1] == []


def test_each_row_is_of_a_known_language_and_kind() -> None:
    assert {(row[0], row[2]) for row in WORDS} <= {(language, kind) for language in LANGUAGES for kind in KINDS}


def test_each_word_is_one_word_as_it_is_looked_up() -> None:
    assert [row[1] for row in WORDS if row[1] != normalise(row[1]).strip() or " " in row[1]] == []


KINDS = ("stopp", "svagt", "allmänt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_that_only_carry_the_question(language: str) -> None:
    assert function_words("stopp")[language]


@pytest.mark.parametrize("word", ["var", "jag", "hur", "i", "och"])
def test_a_swedish_question_word_carries_no_content(word: str) -> None:
    assert is_stopword(word, "sv")


@pytest.mark.parametrize("word", ["handling", "handlingar", "handlingarna"])
def test_a_weak_word_is_weak_in_every_inflection(word: str) -> None:
    assert is_weak(word, "sv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_both_without_content_and_weak(language: str) -> None:
    assert not {stem(word, language) for word in function_words("stopp")[language]} & function_words("svagt")[language]
