"""Suggestions while someone types: real entries only, by the beginning of a name or of a word in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.kinds import EntryType
from index.words import keeping
from index.words.analysis import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.entries import Entry

MAX_SUGGESTIONS = 8
"""As many as fit above a phone's keyboard without scrolling."""
_LOOKED_AT = 64


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that the typed text begins."""

    authority: str
    type: EntryType
    id: str
    title: str
    part_of: str = ""


class Suggester:
    """Names in sorted order, found by bisection."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Sort every name, and every name from each of its words on."""
        keys: list[tuple[str, int, int, Suggestion]] = []
        for entry in entries:
            suggestion = Suggestion(entry.authority, entry.type, entry.id, entry.title, entry.part_of)
            for rank, name in enumerate(entry.names):
                words = [fold(token.text) for token in tokens(name)]
                # The beginning of a title comes before a word inside it, and that before an alias.
                keys += [
                    (" ".join(words[at:]), 2 * min(rank, 1) + min(at, 1), len(name), suggestion)
                    for at in range(len(words))
                ]
        self._keys = sorted(keys, key=lambda key: key[:3])
        self._names = [key[0] for key in self._keys]

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """The entries whose name, or a word of it, begins with the text; none for an empty text."""
        try:
            return self._suggest(text)
        finally:
            keeping.forget()

    def _suggest(self, text: str) -> tuple[Suggestion, ...]:
        wanted = " ".join(fold(token.text) for token in tokens(text))
        if not wanted:
            return ()
        start = bisect_left(self._names, wanted)
        candidates = []
        for at in range(start, min(start + _LOOKED_AT, len(self._names))):
            if not self._names[at].startswith(wanted):
                break
            candidates.append(self._keys[at])
        best = sorted(candidates, key=lambda key: (key[1], key[2], key[0]))
        unique = {(key[3].authority, key[3].id): key[3] for key in reversed(best)}
        return tuple(dict.fromkeys(unique[key[3].authority, key[3].id] for key in best))[:MAX_SUGGESTIONS]
