"""The tables of ``portal.toml``: the place that a portal is for. The file, and each table of it, may be left out."""

from __future__ import annotations

from data.fields.chord import Chord
from data.fields.facts import Name, Phone
from data.fields.forms import Email
from data.fields.front import COMMON_QUESTION, TILE
from data.fields.kinds import IdKind, Reference, References, Text, Texts
from data.fields.look import BareWebsite, Colour, LogoFile, PageLanguages
from data.fields.stated import STATED_BY, STATED_ON
from data.fields.table import Field, Table
from data.fields.today import REMOVED_AUTHORITY
from data.place import CommonContact, Fee, Hours, Place, PlaceQuestion, PlaceTile

PORTAL = Table(
    "portal",
    "portal",
    Place,
    "Platsen: kommunen, regionen eller myndigheten som portalen är för.",
    (
        Field(
            "namn",
            "name",
            Name(),
            "Namnet på kommunen, regionen eller myndigheten.",
            note="Namnet på kommunen, regionen eller myndigheten som portalen är för.",
            example='"Tallmo kommun"',
        ),
        Field(
            "kortnamn",
            "short_name",
            Name(),
            "Samma namn i ett ord, där det är ont om plats.",
            note="Namnet på kommunen, regionen eller myndigheten, i ett ord.",
            example='"Tallmo"',
        ),
        Field("webbplats", "website", BareWebsite(), "Webbplatsen.", example='"www.tallmo.example"'),
        Field(
            "logotyp",
            "logo",
            LogoFile(),
            "Filen med logotypen, i samma mapp som `portal.toml`; högst 100 kB.",
            example='"logotyp.svg"',
        ),
        Field(
            "farg",
            "accent",
            Colour(),
            "Färgen på länkar och knappar på ljusa sidor; mörk nog att läsas mot vitt, minst 4,5:1.",
            example='"#0B5563"',
        ),
        Field(
            "farg_mork",
            "accent_dark",
            Colour(),
            "Samma på mörka sidor; ljus nog att läsas mot mörkt, minst 4,5:1.",
            example='"#7FD1DE"',
        ),
        Field(
            "myndigheter",
            "authorities",
            References(IdKind.AUTHORITY),
            "Ordningen som myndigheterna visas i. De som inte nämns kommer efter.",
            example='["tallmo-kommunstyrelsen", "tallmo-byggnadsnamnden"]',
        ),
        Field(
            "hemmyndighet",
            "home",
            Reference(IdKind.AUTHORITY),
            "Myndigheten som svarar där ingen har valts.",
            example='"tallmo-kommunstyrelsen"',
        ),
        Field(
            "arkivmyndighet",
            "archive",
            Reference(IdKind.AUTHORITY),
            "Myndigheten som har det som de andra har lämnat till arkivet.",
            example='"tallmo-kommunstyrelsen"',
        ),
        Field(
            "sprak",
            "languages",
            PageLanguages(),
            "Språken som erbjuds vid sidan av svenska. Utelämnad betyder alla.",
            example='["fi", "en", "ar", "latt"]',
        ),
        Field(
            "utgivare",
            "publisher",
            Text(),
            "Vem som ger ut portalen och svarar för den.",
            note="Vem som ger ut portalen och svarar för den.",
            example='"Tallmo kommun"',
        ),
        Field(
            "personuppgiftsansvarig",
            "controller",
            Text(),
            "Vem som är personuppgiftsansvarig för portalen.",
            note="Vem som är personuppgiftsansvarig för portalen.",
            example='"Kommunstyrelsen i Tallmo kommun"',
        ),
        Field(
            "dataskyddsombud",
            "protection_officer",
            Text(),
            "Hur man når dataskyddsombudet: funktion, inte namn.",
            note="Hur man når dataskyddsombudet.",
            example='"dataskyddsombud@tallmo.example"',
        ),
        Field(
            "tillganglighetskontakt",
            "accessibility_contact",
            Text(),
            "Vart man vänder sig när något i portalen inte går att använda.",
            note="Vart man vänder sig när något i portalen inte går att använda.",
            example='"kontaktcenter@tallmo.example"',
        ),
        Field(
            "kopiera_med",
            "copy_keys",
            Chord(),
            "Tangenter som kopierar svaret i telefonläget, också i sökfältet. Utelämnad betyder `Ctrl+Skift+Enter`.",
            example='"Ctrl+Skift+Enter"',
        ),
    ),
    derived=frozenset({"contact", "questions", "tiles", "hours", "fees", "removed", "is_preview"}),
)

CONTACT = Table(
    "kontakt",
    "contact",
    CommonContact,
    "Hur man når den som svarar för alla myndigheterna: en växel eller ett kontaktcenter.",
    (
        Field(
            "namn",
            "name",
            Text(),
            "Vem man möter där.",
            note="Den som svarar för alla myndigheterna.",
            example='"Kontaktcenter"',
        ),
        Field("telefon", "phone", Phone(), "Telefonnumret.", example='"010-000 00 00"'),
        Field(
            "telefon_namn",
            "phone_name",
            Text(),
            "Vad telefonnumret kallas.",
            note="Vad ett telefonnummer kallas.",
            example='"kommunens växel"',
        ),
        Field("epost", "email", Email(), "E-postadressen.", example='"kontaktcenter@tallmo.example"'),
        STATED_BY,
        STATED_ON,
    ),
)

_AUTHORITY = Field(
    "myndighet",
    "authority",
    Reference(IdKind.AUTHORITY),
    "Myndigheten som posten hör till.",
    required=True,
    example='"tallmo-kommunstyrelsen"',
)

PLACE_QUESTION = Table(
    COMMON_QUESTION.key,
    "questions",
    PlaceQuestion,
    "En vanlig fråga på startsidan.",
    (
        Field(
            "fraga",
            "question",
            Text(),
            "Frågan som besökaren ser.",
            required=True,
            note=COMMON_QUESTION.row("question").note,
            example='"Var hittar jag protokollen?"',
        ),
        _AUTHORITY,
        Field("post", "entry", Reference(IdKind.ENTRY), "Posten som svarar.", required=True, example='"protokoll"'),
    ),
    defines=IdKind.OWN,
)

PLACE_TILE = Table(
    TILE.key,
    "tiles",
    PlaceTile,
    "En ruta på kioskens startsida. Den har antingen `myndighet` och `post`, eller `fraga`.",
    (
        Field(
            "namn",
            "name",
            Text(),
            "Texten på rutan: ett eller några få ord.",
            required=True,
            note=TILE.row("name").note,
            example='"Protokoll"',
        ),
        Field(
            "myndighet",
            "authority",
            Reference(IdKind.AUTHORITY),
            "Myndigheten som posten hör till.",
            example='"tallmo-kommunstyrelsen"',
        ),
        Field("post", "entry", Reference(IdKind.ENTRY), "Posten som rutan leder till.", example='"protokoll"'),
        Field(
            "fraga",
            "query",
            Text(),
            "Orden som rutan söker på, i stället för `myndighet` och `post`.",
            note=TILE.row("query").note,
            example='"bygglovsritningar"',
        ),
        Field(
            "hanvisning",
            "signpost",
            Reference(IdKind.SIGNPOST),
            "Begreppet vars hänvisning svarar. Bara tillsammans med `fraga`.",
            example='"bygglov"',
        ),
    ),
    defines=IdKind.OWN,
)

HOURS = Table(
    "oppettider",
    "hours",
    Hours,
    "När telefonen besvaras, eller när ett rum är öppet.",
    (
        Field(
            "namn",
            "name",
            Text(),
            "Vad det är som har öppet.",
            required=True,
            note="Det som har öppet: en växel eller ett rum.",
            example='"Kommunens växel"',
        ),
        Field(
            "oppettider",
            "opening_hours",
            Texts(),
            "När det är öppet: en text per rad.",
            required=True,
            note="Dagar och klockslag.",
            example='["Måndag–torsdag 8–16.30", "Fredag 8–15"]',
        ),
        STATED_BY,
        STATED_ON,
    ),
    defines=IdKind.OWN,
)

FEE = Table(
    "avgift",
    "fees",
    Fee,
    "Vad en organisation tar betalt för kopior, med dess egna ord.",
    (
        Field(
            "organisation",
            "organisation",
            Name(),
            "Organisationen, så som den heter i sin beskrivning.",
            required=True,
            example='"Tallmo kommun"',
        ),
        Field(
            "text",
            "text",
            Text(),
            "Vad det kostar. Portalen räknar aldrig ut något.",
            required=True,
            note="Vad en organisation tar betalt, med dess egna ord.",
            example='"Tio sidor eller fler kostar 50 kronor för de tio första och 2 kronor för varje sida därefter."',
        ),
        STATED_BY,
        STATED_ON,
    ),
    defines=IdKind.OWN,
)

PLACE_TABLES: tuple[Table[object], ...] = (PORTAL, CONTACT, PLACE_QUESTION, PLACE_TILE, HOURS, FEE, REMOVED_AUTHORITY)
"""All of them, in the order that the file is written in."""
