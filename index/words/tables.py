"""Tables of words that are data of the code: what offices write short, and what words do in a question."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from index.words.analysis import LANGUAGES, normalise


@cache
def abbreviations() -> dict[str, str]:
    """What offices write short, with what it stands for, both normalised."""
    return {normalise(row["kort"]): normalise(row["ord"]) for row in _rows("abbreviations.tsv")}


@cache
def of_role(role: str) -> dict[str, frozenset[str]]:
    """By language, the normalised words that play a part in questions: ``länk``, ``person`` or ``kontakt``."""
    rows = _rows("roles.tsv")
    return {
        language: frozenset(normalise(row["ord"]) for row in rows if (row["slag"], row["språk"]) == (role, language))
        for language in LANGUAGES
    }


def intent_rows(kind: str, language: str) -> list[tuple[str, str]]:
    """The intents of a kind (``fråga`` or ``namn``) in a language, each with an expression of it."""
    rows = _rows("intents.tsv")
    return [(row["avsikt"], row["uttryck"]) for row in rows if (row["slag"], row["språk"]) == (kind, language)]


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("index.words.language").joinpath(name).read_text("utf-8")
    return list(csv.DictReader((line for line in text.splitlines() if line and line[0] != "#"), delimiter="\t"))
