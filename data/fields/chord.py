"""The kind of value that is keys pressed together, which a place may choose for what works inside a field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fields.kinds import Text

if TYPE_CHECKING:
    from data.fields.reader import TableReader

_CHORD = re.compile(r"(Ctrl|Alt)\+Skift\+(Enter|Mellanslag|F(?:[2-9]|1[0-2])|[A-Z0-9])")
_BROWSERS = {"Ctrl": frozenset("ABCDEGHIJKMNOPQRSTVWXYZ"), "Alt": frozenset("ABIT")}
"""Letters that Chromium or Firefox takes with such keys before a page hears of them."""


class Chord(Text):
    """Keys held together: two that hold, so that no text is written and no browser opens a menu, and one more."""

    form = "tangenter, till exempel `Ctrl+Skift+Enter`"
    longest = 30

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read them; say so where they are none, or the browser's, and leave them out."""
        chord = super().read(table, key, required=required)
        if not chord:
            return ""
        found = _CHORD.fullmatch(chord)
        if found is None:
            table.error(
                f"{key} ”{chord}” går inte att använda. Skriv Ctrl+Skift+ eller Alt+Skift+ och sedan Enter, "
                "Mellanslag, F2–F12, en siffra eller en stor bokstav A–Z.",
                key,
            )
            return ""
        if found[2] in _BROWSERS[found[1]]:
            table.error(f"{key} ”{chord}” är webbläsarens egna tangenter. Välj andra, som Ctrl+Skift+Enter.", key)
            return ""
        return chord
