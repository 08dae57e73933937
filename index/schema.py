"""The Whoosh schema, and how an entry becomes a document of it.

Whoosh gets terms that `index.analyser` has made: what a word means is decided in one place, and Whoosh keeps the
postings.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
from whoosh.fields import STORED, Schema

from data.entries import Entry
from index.analysis import LANGUAGES
from index.codes import code_terms
from index.postings import Terms

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


def facet_field(facet: str) -> str:
    """The field of a facet's values."""
    return f"facet_{facet}"


def make_schema() -> Schema:
    """The schema: searched fields, one field per facet, and the entry itself as stored JSON."""
    return Schema(entry=STORED, **{name: Terms() for name in (*TEXT_FIELDS, *map(facet_field, FACETS))})


def document(entry: Entry, unit_path: Iterable[str], analyser: Analyser, passages: str) -> dict[str, object]:
    """The fields of one entry.

    Args:
        entry: The entry.
        unit_path: Its unit and all that the unit belongs to, so that a department counts its sub-units.
        analyser: Makes the terms.
        passages: The whole of the passages that it rests on.
    """
    facets: dict[str, Iterable[str]] = {
        "unit": unit_path,
        "type": (entry.type.value,),
        "finding_aid": entry.finding_aids,
        "access": (entry.access.value,),
        "theme": (entry.theme,) if entry.theme else (),
        "authority": (entry.authority,),
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
        **{name: Counter(terms) for name, terms in fields.items()},
        **{facet_field(name): Counter(values) for name, values in facets.items()},
    }


def read_entry(stored: bytes) -> Entry:
    """The entry of a document, as it was indexed."""
    return msgspec.json.decode(stored, type=Entry)
