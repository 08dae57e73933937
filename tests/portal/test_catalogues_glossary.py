"""Central terms are translated as ``translations/ordlista.tsv`` says, in every catalogue that there is."""

from __future__ import annotations

import re
from functools import cache

import pytest

from portal.catalogues.files import DOMAINS, catalogue_path, is_empty, read
from portal.languages import LANGUAGES
from tests.in_turn import in_turn
from tests.support import REPOSITORY

TRANSLATIONS = REPOSITORY / "translations"
_HEADER, *_ROWS = (
    line.split("\t") for line in (TRANSLATIONS / "ordlista.tsv").read_text(encoding="utf-8").splitlines()
)
TERMS = [(code, row[0], accepted) for row in _ROWS for code, accepted in zip(_HEADER[1:], row[1:], strict=True)]


@cache
def translated(code: str) -> list[tuple[str, str]]:
    """Every Swedish text that a language has, and its translation."""
    pairs: list[tuple[str, str]] = []
    for domain in DOMAINS:
        path = catalogue_path(TRANSLATIONS, LANGUAGES[code], domain)
        for message in read(path.read_text(encoding="utf-8"), LANGUAGES[code]) if path.exists() else ():
            if message.id and not message.fuzzy and not is_empty(message.string):
                swedish = message.id if isinstance(message.id, str) else " ".join(message.id)
                other = message.string if isinstance(message.string, str) else " ".join(message.string or ())
                pairs.append((swedish, other))
    return pairs


def lacking(pairs: list[tuple[str, str]], term: str, accepted: str) -> list[tuple[str, str]]:
    """The texts that hold a term whose translation does not."""
    word = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
    forms = [form.casefold() for form in accepted.split("|")]
    return [
        (swedish, other)
        for swedish, other in pairs
        if word.search(swedish) and not any(form in other.casefold() for form in forms)
    ]


@in_turn(("code", "term", "accepted"), TERMS)
def test_a_term_is_translated_as_the_glossary_says(code: str, term: str, accepted: str) -> None:
    assert lacking(translated(code), term, accepted) == []


def test_the_glossary_has_a_word_in_every_cell() -> None:
    assert [row for row in _ROWS if len(row) != len(_HEADER) or not all(all(cell.split("|")) for cell in row)] == []


def test_no_term_stands_twice() -> None:
    assert len({row[0] for row in _ROWS}) == len(_ROWS)


@pytest.mark.parametrize(
    ("swedish", "other", "lacks"),
    [
        ("Så begär du en Allmän handling", "Yleisen asiakirjan pyytäminen", False),
        ("Så begär du en allmän handling", "Paperin pyytäminen", True),
        ("Om lönespecifikationer", "Tilinauhat", False),
    ],
)
def test_a_term_is_a_whole_word_and_its_translation_any_accepted_form(swedish: str, other: str, *, lacks: bool) -> None:
    terms = [(term, accepted) for code, term, accepted in TERMS if code == "fi" and term in {"allmän handling", "lön"}]
    assert any(lacking([(swedish, other)], term, accepted) for term, accepted in terms) is lacks
