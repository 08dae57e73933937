"""The tables of what stands ready before a search (``vagledning.toml``), and of service points (``platser.toml``)."""

from __future__ import annotations

from data.fields.forms import Date
from data.fields.kinds import IdKind, Reference, Text, Texts
from data.fields.table import Field, Listed, Table
from data.front import Choice, Clarification, CommonQuestion, ServicePoint, Tile, Word

COMMON_QUESTION = Table(
    "vanlig_fraga",
    "questions",
    CommonQuestion,
    "En vanlig fråga på startsidan.",
    (
        Field(
            "fraga",
            "question",
            Text(),
            "Frågan som besökaren ser.",
            required=True,
            note="En vanlig fråga på startsidan.",
        ),
        Field("post", "entry", Reference(IdKind.ENTRY), "Posten som svarar.", required=True),
    ),
    defines=IdKind.OWN,
)

TILE = Table(
    "ruta",
    "tiles",
    Tile,
    "En ruta på kioskens startsida. Den har antingen `post` eller `fraga`, aldrig båda.",
    (
        Field(
            "namn",
            "name",
            Text(),
            "Texten på rutan: ett eller några få ord.",
            required=True,
            note="Text på en ruta på kioskens startsida: ett eller några få ord.",
        ),
        Field("post", "entry", Reference(IdKind.ENTRY), "Posten som rutan leder till."),
        Field(
            "fraga",
            "query",
            Text(),
            "Orden som rutan söker på.",
            note="Ord som rutan söker på: sådana som sökningen förstår på språket.",
        ),
        Field(
            "hanvisning",
            "signpost",
            Reference(IdKind.SIGNPOST),
            "Begreppet vars hänvisning svarar. Bara tillsammans med `fraga`.",
        ),
    ),
    defines=IdKind.OWN,
)

WORD = Table(
    "ord",
    "glossary",
    Word,
    "Ett ord i ordlistan.",
    (
        Field("ord", "term", Text(), "Ordet.", required=True, note="Ett ord i ordlistan."),
        Field(
            "forklaring",
            "explanation",
            Text(),
            "Vad det betyder, i enkla ord.",
            required=True,
            note="Vad ordet betyder, i enkla ord.",
        ),
    ),
    defines=IdKind.OWN,
)

CHOICE = Table(
    "",
    "choices",
    Choice,
    "Ett svar att välja.",
    (
        Field(
            "ord",
            "answer",
            Text(),
            "Svaret, i ord som går att säga.",
            required=True,
            note="Ett svar att välja på en fråga tillbaka.",
        ),
        Field("post", "entry", Reference(IdKind.ENTRY), "Posten som svaret leder till.", required=True),
    ),
)

CLARIFICATION = Table(
    "foljdfraga",
    "clarifications",
    Clarification,
    "En fråga tillbaka till den som ringer, när två svar ligger lika nära.",
    (
        Field(
            "fraga",
            "question",
            Text(),
            "Frågan, som den sägs.",
            required=True,
            note="En fråga tillbaka till den som ringer, att läsa högt.",
        ),
        Field("svar", "choices", Listed(CHOICE), "Svaren att välja på, minst två.", required=True),
    ),
    defines=IdKind.OWN,
)

FRONT_TABLES: tuple[Table[object], ...] = (COMMON_QUESTION, TILE, CLARIFICATION, WORD)
"""Those of ``vagledning.toml``."""

SERVICE_POINT = Table(
    "plats",
    "service_points",
    ServicePoint,
    "En plats där besökare kan träffa personal.",
    (
        Field(
            "namn",
            "name",
            Text(),
            "Platsens namn, så som det står på skylten.",
            required=True,
            note="En plats där besökare kan träffa personal.",
        ),
        Field("besok", "address", Text(), "Besöksadressen, med egna ord. Utelämnad eller tom om den inte är känd."),
        Field(
            "oppettider", "opening_hours", Texts(), "När det är öppet: en text per rad.", note="Dagar och klockslag."
        ),
        Field("enhet", "unit", Reference(IdKind.UNIT), "Enheten som finns där."),
        Field(
            "uppgift_fran",
            "stated_by",
            Text(),
            "Vem hos myndigheten som har lämnat uppgiften: roll, inte namn.",
            required=True,
            note="Den som har lämnat uppgiften om platsen.",
        ),
        Field("uppgift_den", "stated_on", Date(), "Dagen då uppgiften lämnades.", required=True),
    ),
    defines=IdKind.OWN,
)

SERVICE_POINT_TABLES: tuple[Table[object], ...] = (SERVICE_POINT,)
"""Those of ``platser.toml``."""
