"""The tables of ``beskrivning.toml`` for the text itself: whose it is, which document, its sections and passages."""

from __future__ import annotations

from functools import partial

from data.fields.facts import CaseNumber, Name, Phone, Quotation, Website
from data.fields.forms import Depth, StatedDate
from data.fields.kinds import Cells, Choice, IdKind, Reference, References, Text, Texts
from data.fields.table import Field, Table
from data.kinds import PassageKind
from data.model import HIDDEN, Authority, Document, Passage, Section, TextTable

PASSAGES = Field("stycken", "passages", References(IdKind.PASSAGE), "Styckena som det vilar på.", required=True)
"""What nearly every table of the file has."""

OUTSIDE_TEXT = Field(
    "utanfor_texten",
    "outside_text",
    Texts(),
    "De av tabellens nycklar vars ord inte står i styckena: de kommer ur ett sidhuvud, eller har angetts för hand.",
)
"""What must stand somewhere in the file, and stands in none of the text's passages."""

AUTHORITY = Table(
    "myndighet",
    "authority",
    Authority,
    "Myndigheten som beskrivningen gäller.",
    (
        Field("id", "id", Text(), "Mappens namn.", required=True),
        Field("namn", "name", Name(), "Myndighetens namn.", required=True, in_text=True, note="Myndighetens namn."),
        Field(
            "kortnamn",
            "short_name",
            Text(),
            "Namnet i korthet, om ett annat än `namn`.",
            note="Myndighetens namn, kort.",
        ),
        Field(
            "organisation",
            "organisation",
            Name(),
            "Organisationen som myndigheten hör till. Utelämnad för domstolar och statliga myndigheter.",
            in_text=True,
            note="Den organisation som myndigheten hör till.",
        ),
        Field("vaxel", "switchboard", Phone(), "Växelns telefonnummer.", in_text=True),
        Field("webbplats", "website", Website(), "Webbplatsen.", in_text=True),
        Field("enhet", "unit", Reference(IdKind.UNIT), "Enheten överst i trädet.", required=True),
        PASSAGES,
        OUTSIDE_TEXT,
    ),
    is_required=True,
)

DOCUMENT = Table(
    "beskrivning",
    "document",
    Document,
    "Beskrivningen som dokument.",
    (
        Field(
            "titel", "title", Text(), "Dokumentets titel.", required=True, in_text=True, note="Beskrivningens titel."
        ),
        Field("diarienummer", "number", CaseNumber(), "Dokumentets diarienummer.", in_text=True),
        Field("ersatter", "replaces", CaseNumber(), "Diarienumret på den beskrivning som ersätts.", in_text=True),
        Field("upprattad_av", "drawn_up_by", Reference(IdKind.UNIT), "Enheten som har upprättat den."),
        Field("beslutad_den", "decided_on", StatedDate(), "Dagen då den beslutades.", in_text=True),
        Field("galler_fran", "valid_from", StatedDate(), "Dagen som den gäller från.", in_text=True),
        Field("beslutad_av", "decided_by", Name(), "Den som beslutade den: en nämnd eller en roll.", in_text=True),
        PASSAGES,
        OUTSIDE_TEXT,
    ),
    is_required=True,
)

SECTION = Table(
    "avsnitt",
    "sections",
    Section,
    "Ett avsnitt i texten.",
    (
        Field(
            "rubrik",
            "heading",
            Text(),
            "Rubriken, ord för ord. Ingen för det som står före första rubriken.",
            note="Rubrik på ett avsnitt i beskrivningen.",
        ),
        Field("niva", "level", Depth(), "Rubrikens nivå: 1 är överst, 2 är en rubrik under en sådan."),
    ),
    defines=IdKind.SECTION,
    derived=frozenset({"passages"}),
)

TABLE = Table(
    "tabell",
    "tables",
    TextTable,
    "En tabell i texten. Raderna är stycken. I original.txt är varje rad en rad, med ` | ` mellan cellerna.",
    (
        Field(
            "kolumner",
            "columns",
            Cells(),
            "Vad kolumnerna heter, ord för ord, i ordning. I original.txt står de på raden före tabellens första.",
        ),
        Field("rubrik", "heading", Text(), "Rubriken över tabellen, ord för ord, om den inte är ett eget stycke."),
    ),
    defines=IdKind.TABLE,
)

PASSAGE = Table(
    "stycke",
    "passages",
    partial(Passage, number=0),
    "Ett stycke i texten. Det heter avsnittets id och ett nummer: `register-5`.",
    (
        Field("avsnitt", "section", Reference(IdKind.SECTION), "Avsnittet som stycket står i.", required=True),
        Field(
            "text",
            "text",
            Quotation(),
            "Stycket, ord för ord. Av en rad i en tabell, och av en definition: cellerna med ` | ` mellan. Krävs, utom "
            "där stycket döljs.",
        ),
        Field("underrubrik", "subheading", Text(), "Underrubriken som står över stycket."),
        Field(
            "slag",
            "kind",
            Choice(
                {
                    "tabellrad": (PassageKind.TABLE_ROW, ""),
                    "punkt": (PassageKind.LIST_ITEM, "(i en lista)"),
                    "definition": (PassageKind.DEFINITION, "(ett ord och vad det betyder)"),
                    "bildtext": (PassageKind.CAPTION, ""),
                    "fotnot": (PassageKind.FOOTNOTE, ""),
                },
                PassageKind.PARAGRAPH,
            ),
            "Vad stycket är på sidan. Utelämnad för löpande text.",
        ),
        Field("tabell", "table", Reference(IdKind.TABLE), "Tabellen som raden står i. Krävs för en rad."),
        Field("celler", "cells", Cells(), "Radens celler, eller ordet och vad det betyder."),
        Field(
            "dold",
            "hidden",
            Text(),
            "Varför stycket inte visas på webben, en mening. Då är `text` tom, och i original.txt står "
            f"”{HIDDEN}” i stället.",
        ),
    ),
    defines=IdKind.PASSAGE,
    derived=frozenset({"number"}),
)
