"""The tables of ``aktuellt.toml``: what holds today beside the text of a description. The file may be left out."""

from __future__ import annotations

from data.fields.facts import Name
from data.fields.forms import ComingDate
from data.fields.kinds import Choice, IdKind, Reference, Text
from data.fields.stated import STATED_BY, STATED_ON
from data.fields.table import Field, Table
from data.today import CurrentFact, CurrentField, Ended, Removed

FACT = Table(
    "aktuellt",
    "current",
    CurrentFact,
    "Något om en post som är ett annat i dag än i beskrivningen.",
    (
        Field("post", "entry", Reference(IdKind.ENTRY), "Posten, oftast en enhet.", required=True),
        Field(
            "falt",
            "field",
            Choice(
                {
                    "epost": (CurrentField.EMAIL, ""),
                    "telefon": (CurrentField.PHONE, ""),
                    "namn": (CurrentField.NAME, ""),
                    "efterfoljare": (CurrentField.SUCCESSOR, "(den som har tagit över)"),
                },
                CurrentField.NONE,
            ),
            "Vad som har ändrats.",
            required=True,
        ),
        Field(
            "varde",
            "value",
            Name(),
            "Det som gäller i dag. Efterföljaren är ett id för en post hos samma myndighet, eller ett namn.",
            required=True,
        ),
        STATED_BY,
        STATED_ON,
    ),
    defines=IdKind.OWN,
)

ENDED = Table(
    "upphord",
    "ended",
    Ended,
    "Myndigheten har upphört, eller ska göra det.",
    (
        Field("den", "on", ComingDate(), "Dagen då den upphör. Den får vara framåt i tiden.", required=True),
        Field("efterfoljare", "successor", Name(), "Den som tar över: ett id för en myndighet här, eller ett namn."),
        Field(
            "handlingar_hos",
            "records_at",
            Name(),
            "Den som har handlingarna: ett id för en myndighet här, eller ett namn. Utelämnad betyder platsens "
            "`arkivmyndighet`.",
        ),
        STATED_BY,
        STATED_ON,
    ),
)

REMOVED = Table(
    "borttagen",
    "removed",
    Removed,
    "En post som har tagits bort för att den var fel. Dess adress svarar med skälet (410).",
    (
        Field(
            "skal",
            "reason",
            Text(),
            "Varför den är borta: en mening.",
            required=True,
            note="Varför en sida har tagits bort: en mening.",
            example='"Den byggde på en felläsning av beskrivningen."',
        ),
        STATED_ON,
    ),
    defines=IdKind.OWN,
)

TODAY_TABLES: tuple[Table[object], ...] = (FACT, ENDED, REMOVED)
"""Those of ``aktuellt.toml``."""

REMOVED_AUTHORITY = Table(
    REMOVED.key,
    REMOVED.attribute,
    Removed,
    "En myndighet som har tagits bort för att den var fel. Dess adresser svarar med skälet (410).",
    REMOVED.fields,
    defines=IdKind.OWN,
)
"""That of ``portal.toml``."""
