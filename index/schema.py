"""The Whoosh schema, and how an entry becomes a document of it.

Whoosh gets terms that `index.analysis` has made, parted by blanks: what a word means is decided in one
place, and Whoosh keeps the postings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import KEYWORD, STORED, TEXT, Schema

from data.entries import Entry
from index.analysis import LANGUAGES, content_words, phrase_term, terms
from index.codes import code_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

FACETS = ("unit", "type", "finding_aid", "access", "theme", "authority")
"""Facets in the order of the contract."""

WORD_FIELDS = {language: f"words_{language}" for language in LANGUAGES}
TEXT_FIELDS = ("name", *WORD_FIELDS.values(), "answer", "source", "code", "code_source")
"""Fields that are searched and scored."""

MAX_PHRASE_WORDS = 4


def make_schema() -> Schema:
    """The schema: scored text fields, one keyword field per facet, and the entry itself as stored JSON."""
    texts = {name: TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False, stored=False) for name in TEXT_FIELDS}
    facets = {f"facet_{name}": KEYWORD(stored=False, lowercase=False, commas=False, scorable=False) for name in FACETS}
    return Schema(entry=STORED, **texts, **facets)


def document(entry: Entry, unit_path: Iterable[str]) -> dict[str, object]:
    """The fields of one entry.

    Args:
        entry: The entry.
        unit_path: Its unit and all that the unit belongs to, so that a department counts its sub-units.
    """
    own_codes = code_terms(" . ".join(entry.names))
    facets = {
        "unit": " ".join(unit_path),
        "type": entry.type.value,
        "finding_aid": " ".join(entry.finding_aids),
        "access": entry.access.value,
        "theme": entry.theme,
        "authority": entry.authority,
    }
    fields = {
        "name": " ".join(term for name in entry.names for term in _name_terms(name)),
        "answer": " ".join(terms(" ".join((entry.answer, entry.scope, *entry.extras)))),
        "source": " ".join(terms(entry.source)),
        "code": " ".join(own_codes),
        "code_source": " ".join(code_terms(entry.source)),
        **{
            WORD_FIELDS[language]: " ".join(_everyday_terms(words, language)) for language, words in entry.words.items()
        },
        **{f"facet_{name}": value for name, value in facets.items()},
    }
    return {"entry": msgspec.json.encode(entry), **{name: value for name, value in fields.items() if value}}


def read_entry(stored: bytes) -> Entry:
    """The entry of a document, as it was indexed."""
    return msgspec.json.decode(stored, type=Entry)


def _name_terms(name: str) -> list[str]:
    return [*terms(name), *_phrase(name, "sv")]


def _everyday_terms(words: Iterable[str], language: str) -> list[str]:
    """One word counts by itself; of several, all are needed, in whatever form."""
    found: list[str] = []
    for text in words:
        found += _phrase(text, language) or terms(text, language)
    return found


def _phrase(text: str, language: str) -> list[str]:
    words = content_words(text, language)
    return [phrase_term(words, language)] if 1 < len(words) <= MAX_PHRASE_WORDS else []
