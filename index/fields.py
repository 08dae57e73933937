"""The fields of the index and the facets of the contract, by name: all that building, asking and showing share."""

from __future__ import annotations

from index.words.analysis import LANGUAGES

FACETS = ("unit", "type", "finding_aid", "access", "theme", "authority")
"""Facets in the order of the contract."""

ONE_AUTHORITYS = frozenset({"unit", "finding_aid"})
"""Facets whose values are ids of one authority: another's may be alike, and mean something else."""

WORD_FIELDS = {language: f"words_{language}" for language in LANGUAGES}
TEXT_FIELDS = ("name", *WORD_FIELDS.values(), "answer", "source", "context", "label", "code", "code_source", "intent")
"""Fields that are searched and scored; ``context`` is what stands around the entry in its passages,
``intent`` what somebody wants to know who gets the entry for an answer."""
RUNNING_TEXT = frozenset({"answer", "source", "label"})
"""Fields in which words stand by chance beside each other: no phrase is looked for there."""


def facet_field(facet: str) -> str:
    """The field of a facet's values."""
    return f"facet_{facet}"
