"""The table of laws, which all authorities share."""

from __future__ import annotations

from data.fields.forms import Date
from data.fields.kinds import Flag, IdKind, Text
from data.fields.table import Field, Table
from data.laws import Law

LAW = Table(
    "lag",
    "laws",
    Law,
    "En lag som våra svar bygger på, och vilken lydelse av den som har lästs.",
    (
        Field("namn", "name", Text(), "Lagens namn, som det skrivs i en hänvisning till den.", required=True),
        Field("beteckning", "number", Text(), "Numret: `2017:725`, eller `2016/679` för EU:s.", required=True),
        Field("forkortning", "short", Text(), "Det som den annars skrivs som: `TF`."),
        Field("laget", "read_as_of", Date(), "Dagen vars lydelse har lästs. Utelämnad om lagtexten inte har lästs."),
        Field("last_i", "read_in", Text(), "Var den har lästs."),
        Field("kontrollerad", "verified", Flag(default=False), "Har våra texter jämförts med den lydelsen?"),
    ),
    defines=IdKind.OWN,
)
