"""The Whoosh schema, and how an entry becomes a document of it.

Whoosh gets terms that `index.analyser` has made, parted by blanks: what a word means is decided in one
place, and Whoosh keeps the postings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import KEYWORD, STORED, TEXT, Schema

from data.entries import Entry
from index.analysis import LANGUAGES
from index.codes import code_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.analyser import Analyser

FACETS = ("unit", "type", "finding_aid", "access", "theme", "authority")
"""Facets in the order of the contract."""

WORD_FIELDS = {language: f"words_{language}" for language in LANGUAGES}
TEXT_FIELDS = ("name", *WORD_FIELDS.values(), "answer", "source", "context", "label", "code", "code_source")
"""Fields that are searched and scored; ``context`` is what stands around the entry in its passages."""
RUNNING_TEXT = frozenset({"answer", "source", "label"})
"""Fields in which words stand by chance beside each other: no phrase is looked for there."""


def make_schema() -> Schema:
    """The schema: scored text fields, one keyword field per facet, and the entry itself as stored JSON."""
    texts = {name: TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False, stored=False) for name in TEXT_FIELDS}
    facets = {f"facet_{name}": KEYWORD(stored=False, lowercase=False, commas=False, scorable=False) for name in FACETS}
    return Schema(entry=STORED, **texts, **facets)


def document(entry: Entry, unit_path: Iterable[str], analyser: Analyser, passages: str) -> dict[str, object]:
    """The fields of one entry.

    Args:
        entry: The entry.
        unit_path: Its unit and all that the unit belongs to, so that a department counts its sub-units.
        analyser: Makes the terms.
        passages: The whole of the passages that it rests on.
    """
    facets = {
        "unit": " ".join(unit_path),
        "type": entry.type.value,
        "finding_aid": " ".join(entry.finding_aids),
        "access": entry.access.value,
        "theme": entry.theme,
        "authority": entry.authority,
    }
    fields = {
        "name": [term for name in entry.names for term in analyser.name_terms(name)],
        "answer": analyser.terms(f"{entry.answer} {entry.scope}", "sv"),
        "source": analyser.terms(entry.source, "sv"),
        "context": analyser.terms(passages, "sv"),
        "label": analyser.terms(" ".join(entry.labels), "sv"),
        "code": code_terms(" . ".join((*entry.names, *entry.contacts))),
        "code_source": code_terms(entry.source),
        **{WORD_FIELDS[language]: analyser.everyday_terms(words, language) for language, words in entry.words.items()},
    }
    return {
        "entry": msgspec.json.encode(entry),
        **{name: " ".join(terms) for name, terms in fields.items() if terms},
        **{f"facet_{name}": value for name, value in facets.items() if value},
    }


def read_entry(stored: bytes) -> Entry:
    """The entry of a document, as it was indexed."""
    return msgspec.json.decode(stored, type=Entry)
