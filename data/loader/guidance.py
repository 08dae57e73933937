"""From ``vagledning.toml``, and from the file of shared concepts, to guidance.

The same format serves an authority's own file and the one that all share, ``data/general/vagledning.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from data.asked import together
from data.concepts import Concept
from data.fields import front
from data.fields.concepts import CONCEPT, CONCEPT_TABLES
from data.fields.guidance import ENTRIES, OBSERVATION, THEME
from data.fields.laws import LAW
from data.fields.tables import GUIDANCE_TABLES
from data.front import Clarification, CommonQuestion, Tile, Word
from data.laws import Law
from data.loader.tables import records
from data.model import Guidance, Observation, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.loader.files import TomlFile


@dataclass(slots=True)
class GuidanceFile:
    """All that one guidance file holds; `name` is what messages call it."""

    name: str = ""
    guidance: dict[str, Guidance] = field(default_factory=dict)
    concepts: dict[str, Concept] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    observations: dict[str, Observation] = field(default_factory=dict)
    questions: dict[str, CommonQuestion] = field(default_factory=dict)
    tiles: dict[str, Tile] = field(default_factory=dict)
    glossary: dict[str, Word] = field(default_factory=dict)
    clarifications: dict[str, Clarification] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)


def concepts_file(file: TomlFile) -> GuidanceFile:
    """Read the file of shared concepts; problems go to the file's report."""
    root = file.root
    read = GuidanceFile(file.name, concepts=records(root, CONCEPT))
    root.finish([table.key for table in CONCEPT_TABLES])
    return read


def guidance_file(file: TomlFile) -> GuidanceFile:
    """Read a whole file of guidance; problems go to the file's report."""
    root = file.root
    read = GuidanceFile(
        file.name,
        concepts=records(root, CONCEPT),
        themes=records(root, THEME),
        observations=records(root, OBSERVATION),
        questions=records(root, front.COMMON_QUESTION),
        tiles=records(root, front.TILE),
        glossary=records(root, front.WORD),
        clarifications=records(root, front.CLARIFICATION),
        laws=records(root, LAW),
    )
    for table in ENTRIES.values():
        for reader in root.tables(table.key):
            if reader.id in read.guidance:
                reader.error(f"id {reader.id} används redan för ett annat slags post i samma fil. Välj ett annat id.")
            read.guidance[reader.id] = table.read(reader)
    root.finish([table.key for table in GUIDANCE_TABLES])
    return read


def with_words_of(guidance: Guidance, concepts: Mapping[str, Concept]) -> Guidance:
    """The record with the everyday words, and the questions, of the concepts that it names after its own."""
    named = [concepts[concept] for concept in guidance.concepts if concept in concepts]
    words = together(guidance.words, *(concept.words for concept in named))
    return replace(guidance, words=words, asked=together(guidance.asked, *(concept.asked for concept in named)))
