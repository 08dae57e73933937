"""The table of concepts: what people ask for by one word or another, and who usually holds it."""

from __future__ import annotations

from data.concepts import Concept
from data.fields.kinds import AskedQuestions, EverydayWords, Flag, IdKind, Text
from data.fields.table import Field, Table
from data.kinds import LANGUAGES_OF_WORDS
from data.wordcount import MOST_SHORT, MOST_SPOKEN

_WORDS_KEY = "vardagsord"
_GROUND_KEY = "grund"

CONCEPT = Table(
    "begrepp",
    "concepts",
    Concept,
    "Något som människor frågar efter. Med `innehas_av` blir det en hänvisning: det finns vanligen hos någon annan.",
    (
        Field(
            "amne",
            "topic",
            Text(),
            "Vad det gäller. I en hänvisning leder orden också hit.",
            note="Vad frågan gäller, när svaret finns någon annanstans.",
        ),
        Field(
            "innehas_av",
            "holder",
            Text(),
            "Vem som brukar ha det, om det är någon annan.",
            note="Den som brukar ha handlingarna.",
        ),
        Field(
            "kort",
            "short",
            Text(),
            f"Hänvisningen på en rad: högst {MOST_SHORT} ord, sann när den står ensam.",
            note=f"Hänvisningen på en rad: högst {MOST_SHORT} ord.",
        ),
        Field(
            "i_telefon",
            "spoken",
            Text(),
            f"Vem som brukar ha det, som man säger det i telefon: högst {MOST_SPOKEN} ord.",
            note=f"Sägs högt i telefon av kommunens personal, till ”du”: högst {MOST_SPOKEN} ord.",
        ),
        Field(
            "kopplas",
            "is_of_the_place",
            Flag(default=False),
            "Är det en av kommunens egna nämnder, som växeln kan koppla till?",
        ),
        Field("akut", "is_urgent", Flag(default=False), "Gäller det fara? Då sägs först vart man ringer."),
        Field("upplysning", "note", Text(), "Upplysning till den som frågar.", note="Upplysning till den som frågar."),
        Field(_GROUND_KEY, "ground", Text(), 'Lagen som det bygger på, eller `"allmän kunskap"`.'),
        Field(_WORDS_KEY, "words", EverydayWords(), "Ord som människor skriver."),
        Field("fragas", "asked", AskedQuestions(), "Hela frågor som människor ställer om det."),
    ),
    defines=IdKind.CONCEPT,
    replaced={"kalla": (_GROUND_KEY,), **{language: (_WORDS_KEY, language) for language in LANGUAGES_OF_WORDS}},
    replaced_names=("hanvisning",),
)

CONCEPT_TABLES: tuple[Table[object], ...] = (CONCEPT,)
"""Those of the file of shared concepts."""
