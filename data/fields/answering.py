"""The keys of an answer: the line, the rest, how it is said aloud, whom else one asks, and what is not said."""

from __future__ import annotations

from data.fields.kinds import Text, Texts
from data.fields.table import Field
from data.wordcount import MOST_ANSWER, MOST_IN_SENTENCE, MOST_SENTENCES, MOST_SHORT, MOST_SPOKEN

ANSWER_ROWS: tuple[Field, ...] = (
    Field(
        "kort",
        "short",
        Text(),
        f"Svaret på en rad, överst: högst {MOST_SHORT} ord, sant när det står ensamt, med sin omfattning.",
        note=f"Svaret på en rad, överst på postens sida: högst {MOST_SHORT} ord, sant när det läses ensamt.",
    ),
    Field(
        "svar",
        "answer",
        Text(),
        f"Resten av svaret: högst {MOST_SENTENCES} meningar om högst {MOST_IN_SENTENCE} ord.",
        note=f"Resten av svaret, under den korta raden: högst {MOST_ANSWER} ord.",
    ),
    Field(
        "i_telefon",
        "spoken",
        Text(),
        f"Det som sägs i telefon, i ett andetag: högst {MOST_SPOKEN} ord, du-tilltal, utan att lova att koppla.",
        note=f"Sägs högt i telefon av kommunens personal, till ”du”: högst {MOST_SPOKEN} ord.",
    ),
    Field(
        "annars",
        "otherwise",
        Texts(),
        "Vart den vänder sig som söker något äldre, något hos en annan nämnd eller något liknande. En mening var.",
        note="Till den som söker något äldre, något hos någon annan eller något liknande.",
    ),
    Field(
        "allmant",
        "general",
        Text(),
        "Allmän kunskap som hjälper men inte står i beskrivningen. Märks som det.",
        note="Allmän kunskap som inte står i beskrivningen; märks som det på sidan.",
    ),
    Field(
        "sags_inte",
        "unsaid",
        Text(),
        "Vad beskrivningen inte säger. Står vid citaten, aldrig i svaret.",
        note="Vad beskrivningen inte säger; står bredvid dess egna ord.",
    ),
)
"""In the order that a person would write them."""
