"""From ``vagledning.toml`` to `Guidance`: the only place that knows that file's Swedish keys.

The same format serves the file that all authorities share, ``data/general/vagledning.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.front import Clarification, CommonQuestion, Tile, Word
from data.kinds import LANGUAGES_OF_WORDS, Access, EntryType, Secrecy, Verdict
from data.loader.front import clarification, common_question, tile, word
from data.loader.tables import records
from data.model import Guidance, GuideQuestion, Observation, Quote, Signpost, Theme

if TYPE_CHECKING:
    from data.loader.tables import TableReader, TomlFile

ENTRY_TABLES = {
    "handlingsslag": EntryType.RECORD_TYPE,
    "sokmedel": EntryType.FINDING_AID,
    "enhet": EntryType.UNIT,
    "lagrum": EntryType.PROVISION,
    "uppgift": EntryType.EXCHANGE,
    "avsnitt": EntryType.SECTION,
    "guide": EntryType.GUIDE,
}
VERDICTS = {"har": Verdict.HELD, "annan": Verdict.ELSEWHERE, "framgar-inte": Verdict.UNSTATED}
ACCESS = {"webb": Access.WEB, "begaran": Access.REQUEST}
SECRECY = {
    "oppet": Secrecy.PUBLISHED,
    "kan": Secrecy.MAY,
    "ofta": Secrecy.OFTEN,
    "framgar-inte": Secrecy.UNSTATED,
}


Words = dict[str, tuple[str, ...]]
"""Everyday words by language."""
Concepts = Mapping[str, Words]
"""Everyday words by concept: what any authority's entry on the same thing can share."""


@dataclass(slots=True)
class GuidanceFile:
    """All that one guidance file holds; `lines` gives each record's line for later checks."""

    name: str = ""
    guidance: dict[str, Guidance] = field(default_factory=dict)
    signposts: dict[str, Signpost] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    observations: dict[str, Observation] = field(default_factory=dict)
    questions: dict[str, CommonQuestion] = field(default_factory=dict)
    tiles: dict[str, Tile] = field(default_factory=dict)
    glossary: dict[str, Word] = field(default_factory=dict)
    clarifications: dict[str, Clarification] = field(default_factory=dict)


def concepts_file(file: TomlFile) -> Concepts:
    """Read the file of everyday words by concept; problems go to the file's report."""
    root = file.root
    concepts: dict[str, Words] = {}
    for table in root.tables("begrepp"):
        concepts[table.id] = _words_of(table)
        table.finish()
    root.finish()
    return concepts


def guidance_file(file: TomlFile, concepts: Concepts | None) -> GuidanceFile:
    """Read the whole file; problems go to the file's report.

    Args:
        file: The parsed file.
        concepts: Everyday words by concept, None where their file could not be read.
    """
    root = file.root
    read = GuidanceFile(file.name)
    for key, type_ in ENTRY_TABLES.items():
        for table in root.tables(key):
            if table.id in read.guidance:
                table.error(f"id {table.id} används redan för ett annat slags post i samma fil. Välj ett annat id.")
            read.guidance[table.id] = _guidance(table, type_, concepts)
            table.finish()
    read.signposts = records(root, "hanvisning", _signpost)
    read.themes = records(root, "tema", _theme)
    read.observations = records(root, "iakttagelse", _observation)
    read.questions = records(root, "vanlig_fraga", common_question)
    read.tiles = records(root, "ruta", tile)
    read.glossary = records(root, "ord", word)
    read.clarifications = records(root, "foljdfraga", clarification)
    root.finish()
    return read


def _guidance(table: TableReader, type_: EntryType, concepts: Concepts | None) -> Guidance:
    ours_alone = type_ in {EntryType.RECORD_TYPE, EntryType.GUIDE}
    is_record = type_ is EntryType.RECORD_TYPE
    is_provision = type_ is EntryType.PROVISION
    return Guidance(
        id=table.id,
        type=type_,
        title=table.string("namn", required=ours_alone or type_ is EntryType.EXCHANGE),
        answer=table.string("svar", required=True),
        scope=table.string("omfattning"),
        verdict=table.choice("verdikt", VERDICTS, Verdict.HELD, required=is_record),
        unit=table.string("fraga", required=is_record),
        unit_stated=table.boolean("enhet_framgar", default=True),
        finding_aids=table.strings("sokmedel"),
        section=table.string("avsnitt", required=is_record),
        access=table.choice("atkomst", ACCESS, Access.REQUEST, required=is_record),
        secrecy=table.choice("sekretess", SECRECY, Secrecy.UNSTATED, required=is_record),
        provisions=table.strings("lagrum"),
        steps=table.strings("steg", required=ours_alone),
        theme=table.string("tema", required=True),
        quotes=_quotes(table),
        aliases=table.strings("kallas_ocksa"),
        see_also=table.strings("se_aven"),
        words=_with_concepts(table, concepts),
        reviewed_by=table.string("granskad_av"),
        reviewed_on=table.string("granskad_den"),
        former_ids=table.strings("tidigare_id"),
        test=table.string("prov") if is_provision else "",
        longest=table.string("langst") if is_provision else "",
        law_source=table.string("kalla", required=True) if is_provision else "",
        questions=_questions(table) if type_ is EntryType.GUIDE else (),
    )


def _quotes(table: TableReader) -> tuple[Quote, ...]:
    quotes: list[Quote] = []
    for inline in table.inline_tables("citat"):
        quotes.append(Quote(inline.string("stycke", required=True), inline.string("text", required=True)))
        inline.finish()
    return tuple(quotes)


def _words(table: TableReader) -> Words:
    words = table.table("vardagsord")
    if words is None:
        return {}
    read = _words_of(words)
    words.finish()
    return read


def _words_of(table: TableReader) -> Words:
    read = {language: table.strings(language) for language in LANGUAGES_OF_WORDS}
    return {language: texts for language, texts in read.items() if texts}


def _with_concepts(table: TableReader, concepts: Concepts | None) -> Words:
    """The record's own words, and those of the concepts that it names."""
    merged = _words(table)
    for index, concept in enumerate(table.strings("begrepp")):
        if concepts is not None and concept not in concepts:
            table.error(
                f"begrepp pekar på {concept}, som inte finns i general/vardagsord.toml. Rätta id:t.", "begrepp", index
            )
        for language, texts in (concepts or {}).get(concept, {}).items():
            merged[language] = tuple(dict.fromkeys((*merged.get(language, ()), *texts)))
    return merged


def _questions(table: TableReader) -> tuple[GuideQuestion, ...]:
    questions: list[GuideQuestion] = []
    for question in table.tables("fragor"):
        questions.append(
            GuideQuestion(
                id=question.id,
                question=question.string("fraga", required=True),
                answer=question.string("svar", required=True),
                laws=question.strings("lagrum", required=True),
                words=_words(question),
            )
        )
        question.finish()
    return tuple(questions)


def _signpost(table: TableReader) -> Signpost:
    return Signpost(
        id=table.id,
        topic=table.string("amne", required=True),
        holder=table.string("innehas_av", required=True),
        note=table.string("upplysning", required=True),
        ground=table.string("kalla", required=True),
        words=_words(table),
    )


def _theme(table: TableReader) -> Theme:
    return Theme(table.id, table.string("namn", required=True), table.string("beskrivning", required=True))


def _observation(table: TableReader) -> Observation:
    return Observation(table.id, table.integer("punkt"), table.string("text", required=True), _quotes(table))
