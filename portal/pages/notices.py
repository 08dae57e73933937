"""What a visitor is told who wrote an identity number: which words it stood by, and never the number."""

from __future__ import annotations

from data.left_out import beside
from portal.words.translations import gettext as _

PARAMETER, IDENTITY_NUMBER = "notis", "personnummer"
"""What the address says that such a visitor is led to."""


def of_search(query: str) -> str:
    """Why a question is not searched as it was written.

    Args:
        query: What is left of it.
    """
    words = beside(query)
    if not words:
        return _(
            "Personnummer söks inte, och det du skrev har inte sparats. Sök på vilken sorts handling du letar efter."
        )
    return _(
        "Personnummer söks inte. Siffrorna vid ”{words}” ser ut som ett och har inte sparats. "
        "Resten av det du skrev står kvar."
    ).format(words=words)


def of_letter(*fields: str) -> str:
    """Why no letter was made.

    Args:
        fields: What is left of each field.
    """
    words = next(filter(None, map(beside, fields)), "")
    if not words:
        return _("Skriv inte personnummer här. Beskriv handlingen med andra ord, eller lämna numret muntligt.")
    return _(
        "Skriv inte personnummer här. Siffrorna vid ”{words}” ser ut som ett. Beskriv handlingen med andra ord, "
        "eller lämna numret muntligt. Resten av det du skrev står kvar."
    ).format(words=words)
