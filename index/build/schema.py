"""The Whoosh schema, and how an entry becomes a document of it.

Whoosh gets terms that `index.words.analyser` has made: what a word means is decided in one place, and Whoosh keeps the
postings.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from whoosh.fields import STORED, Schema

from index.build.postings import Terms
from index.engine.stored import write_entry
from index.fields import FACETS, TEXT_FIELDS, WORD_FIELDS, facet_field
from index.words.codes import code_terms, without_references
from index.words.intents import answered_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.entries import Entry
    from index.words.analyser import Analyser


def make_schema() -> Schema:
    """The schema: searched fields, one field per facet, and the entry itself as stored JSON."""
    return Schema(entry=STORED, **{name: Terms() for name in (*TEXT_FIELDS, *map(facet_field, FACETS))})


def document(
    entry: Entry,
    unit_path: Iterable[str],
    analyser: Analyser,
    passages: str,
    authorities: Iterable[str],
    asked: Mapping[str, Iterable[str]],
) -> dict[str, object]:
    """The fields of one entry.

    Args:
        entry: The entry.
        unit_path: Its unit and all that the unit belongs to, so that a department counts its sub-units.
        analyser: Makes the terms.
        passages: The whole of the passages that it rests on.
        authorities: Whose it is: its own, and others that have the very same (`index.shared`).
        asked: By language, whole questions that people put about it.
    """
    facets: dict[str, Iterable[str]] = {
        "unit": unit_path,
        "type": (entry.type.value,),
        "finding_aid": entry.finding_aids,
        "access": (entry.access.value,),
        "theme": (entry.theme,) if entry.theme else (),
        "authority": authorities,
    }
    fields = {
        "name": [
            term for name in entry.names if not entry.part_of for term in analyser.name_terms(without_references(name))
        ],
        "answer": analyser.terms(without_references(f"{entry.whole_answer} {entry.scope}"), "sv"),
        "source": analyser.terms(without_references(entry.own_words), "sv"),
        "context": analyser.terms(without_references(passages), "sv"),
        "label": analyser.terms(" ".join(entry.labels), "sv"),
        "code": code_terms(" . ".join((*entry.names, *entry.contacts))),
        "code_source": code_terms(entry.own_words),
        "intent": answered_by(entry.title, entry.names, is_question=bool(entry.part_of)),
        **_everyday(entry, analyser, asked),
    }
    return {
        "entry": write_entry(entry),
        **{name: Counter(terms) for name, terms in fields.items()},
        **{facet_field(name): Counter(values) for name, values in facets.items()},
    }


def _everyday(entry: Entry, analyser: Analyser, asked: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The terms of everyday words and of the questions that people put, by field.

    A guide's question is no name, most of whose words any question has (”kan jag få”, ”hur fort”): all of it together
    leads to it.
    """
    fields = {
        field: [
            *analyser.everyday_terms(entry.words.get(language, ()), language),
            *analyser.asked_terms(asked.get(language, ()), language),
        ]
        for language, field in WORD_FIELDS.items()
    }
    if entry.part_of:
        fields[WORD_FIELDS["sv"]] += analyser.phrase_of(entry.title, "sv")
    return fields
