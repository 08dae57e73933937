"""The tables of ``beskrivning.toml``: what the text says of each thing."""

from __future__ import annotations

from data.fields.facts import Law, Name, Names, Phone, Quotation, Website
from data.fields.forms import Citation, Email, Number
from data.fields.kinds import (
    Choice,
    Flag,
    IdKind,
    Reference,
    References,
    Text,
    Texts,
)
from data.fields.table import Field, Table
from data.fields.text import AUTHORITY, DOCUMENT, OUTSIDE_TEXT, PASSAGE, PASSAGES, SECTION, TABLE
from data.kinds import Direction, Topic, UnitKind
from data.model import (
    CaseRegister,
    ContactRole,
    DataExchange,
    FindingAid,
    SecrecyProvision,
    Statement,
    Unit,
)

_NAME_NOTE = "Postens namn: rubrik på dess sida och i träfflistan."
_FINDING_AID = Field("sokmedel", "finding_aid", Reference(IdKind.FINDING_AID), "Sökmedlet som det gäller.")
_UNIT = Field("enhet", "unit", Reference(IdKind.UNIT), "Enheten, om texten namnger den.")
_ALIASES = Field("kallas_ocksa", "aliases", Names(), "Andra namn i texten.", in_text=True)

UNIT = Table(
    "enhet",
    "units",
    Unit,
    "En enhet, ett utskott eller en annan organisation.",
    (
        Field("namn", "name", Name(), "Enhetens namn.", required=True, in_text=True, note=_NAME_NOTE),
        Field(
            "slag",
            "kind",
            Choice(
                {
                    "styrelse": (UnitKind.BOARD, ""),
                    "namnd": (UnitKind.BOARD, ""),
                    "utskott": (UnitKind.COMMITTEE, ""),
                    "kontor": (UnitKind.OFFICE, ""),
                    "avdelning": (UnitKind.DEPARTMENT, ""),
                    "enhet": (UnitKind.UNIT, ""),
                    "verksamhet": (UnitKind.ACTIVITY, ""),
                    "forvaltning": (UnitKind.ADMINISTRATION, ""),
                    "stab": (UnitKind.STAFF, ""),
                    "grupp": (UnitKind.GROUP, ""),
                    "funktion": (UnitKind.FUNCTION, ""),
                    "skola": (UnitKind.SCHOOL, ""),
                    "verksamhetsomrade": (UnitKind.AREA, ""),
                    "rad": (UnitKind.COUNCIL, "(råd)"),
                    "domstol": (UnitKind.COURT, ""),
                    "statlig-myndighet": (UnitKind.AGENCY, ""),
                    "museum": (UnitKind.MUSEUM, ""),
                    "annan-organisation": (UnitKind.EXTERNAL, ""),
                },
                UnitKind.UNIT,
            ),
            "Vad för slags enhet det är.",
            required=True,
        ),
        Field(
            "under",
            "parent",
            Reference(IdKind.UNIT),
            "Enheten över. Krävs, utom för den översta och för andra organisationer.",
        ),
        Field("uppgifter", "tasks", Texts(), "Vad enheten gör.", in_text=True),
        Field("chef", "head", Name(), "Chefens titel, aldrig namn.", in_text=True),
        Field("epost", "email", Email(), "E-postadressen.", in_text=True),
        Field("telefon", "phone", Phone(), "Telefonnumret.", in_text=True),
        _ALIASES,
        PASSAGES,
        OUTSIDE_TEXT,
    ),
    defines=IdKind.UNIT,
)

FINDING_AID = Table(
    "sokmedel",
    "finding_aids",
    FindingAid,
    "Ett register, en förteckning eller ett system.",
    (
        Field("namn", "name", Name(), "Sökmedlets namn.", required=True, in_text=True, note=_NAME_NOTE),
        _ALIASES,
        Field("innehaller", "holds", Texts(), "Vad det innehåller.", required=True, in_text=True),
        Field("forbehall", "caveats", Texts(), "Det som begränsar eller preciserar.", in_text=True),
        _UNIT,
        PASSAGES,
    ),
    defines=IdKind.FINDING_AID,
)

PROVISION = Table(
    "lagrum",
    "provisions",
    SecrecyProvision,
    "En bestämmelse om sekretess, eller ett helt kapitel. Id:t görs av lag, kapitel och paragraf: `osl-39-2`, "
    "`osl-39-5b`, `osl-21`, `osf-9`.",
    (
        Field("lag", "law", Law(), 'Lagens namn i korthet, till exempel `"OSL"`.', required=True, in_text=True),
        Field("kapitel", "chapter", Number(), "Kapitlets nummer. Utelämnad för en lag utan kapitel.", in_text=True),
        Field(
            "paragraf",
            "paragraph",
            Citation(),
            "Paragrafens nummer. Utelämnad där texten bara säger kapitlet.",
            in_text=True,
        ),
        Field("vanlig", "usual", Flag(default=True), "Om bestämmelsen står i textens lista över de vanligaste."),
        PASSAGES,
    ),
    defines=IdKind.PROVISION,
)

EXCHANGE = Table(
    "uppgift",
    "exchanges",
    DataExchange,
    "Uppgifter som hämtas från eller lämnas till någon annan.",
    (
        Field(
            "riktning",
            "direction",
            Choice(
                {
                    "hamtas": (Direction.FETCHED, ""),
                    "lamnas": (Direction.SUPPLIED, ""),
                    "kommunikation": (Direction.COMMUNICATES, "(när texten inte säger vilket)"),
                },
                Direction.COMMUNICATES,
            ),
            "Åt vilket håll.",
            required=True,
        ),
        Field(
            "part",
            "party",
            Name(),
            "Den andra parten.",
            required=True,
            in_text=True,
            note="Den som uppgifter hämtas från eller lämnas till.",
        ),
        Field("vad", "what", Texts(), "Vilka uppgifter.", in_text=True),
        Field("hur", "how", Text(), "På vilket sätt.", in_text=True),
        Field("nar", "when", Text(), "Hur ofta, eller när.", in_text=True),
        _FINDING_AID,
        _UNIT,
        PASSAGES,
    ),
    defines=IdKind.EXCHANGE,
)

CASE_REGISTER = Table(
    "diarium",
    "case_register",
    CaseRegister,
    "Var diariet söks.",
    (
        Field("webbplats", "website", Website(), "Webbplatsen där det söks.", in_text=True),
        Field("sokvag", "path", Texts(), "Menyvalen dit, i ordning.", in_text=True),
        Field("sokmedel", "finding_aid", Reference(IdKind.FINDING_AID), "Sökmedlet som är diariet."),
        PASSAGES,
    ),
)

CONTACT_ROLE = Table(
    "kontaktroll",
    "contact_roles",
    ContactRole,
    "En roll som lämnar upplysningar.",
    (
        Field("namn", "name", Name(), "Rollen.", required=True, in_text=True, note="Roll att fråga efter i växeln."),
        Field("telefon", "phone", Phone(), "Telefonnumret.", in_text=True),
        Field("epost", "email", Email(), "E-postadressen.", in_text=True),
        Field("om", "about", Text(), "Vem som har rollen, eller för vad, som det står.", in_text=True),
        PASSAGES,
    ),
    defines=IdKind.OWN,
)

STATEMENT = Table(
    "utsaga",
    "statements",
    Statement,
    "En mening i texten. Det är bland annat ur dessa som `audit` hämtar sina svar.",
    (
        Field(
            "amne",
            "topic",
            Choice(
                {
                    "diarieforing": (Topic.REGISTRATION, ""),
                    "sekretess": (Topic.SECRECY, ""),
                    "forsaljning": (Topic.SALE, ""),
                    "bevarande": (Topic.RETENTION, ""),
                    "hjalpmedel": (Topic.ACCESS_AID, ""),
                    "upplysningar": (Topic.INFORMATION, ""),
                    "arkiv": (Topic.ARCHIVE, ""),
                },
                Topic.INFORMATION,
            ),
            "Vad meningen handlar om.",
            required=True,
        ),
        Field("citat", "quote", Quotation(), "Meningen.", required=True, in_text=True),
        Field("stycke", "passage", Reference(IdKind.PASSAGE), "Stycket där den står.", required=True),
        Field("enheter", "units", References(IdKind.UNIT), "Enheterna som den gäller."),
    ),
    defines=IdKind.OWN,
)

SOURCE_TABLES: tuple[Table[object], ...] = (
    AUTHORITY,
    DOCUMENT,
    SECTION,
    TABLE,
    PASSAGE,
    UNIT,
    FINDING_AID,
    PROVISION,
    EXCHANGE,
    CONTACT_ROLE,
    CASE_REGISTER,
    STATEMENT,
)
"""All of them, in the order that a description is written in."""
