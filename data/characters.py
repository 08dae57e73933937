"""Characters that a text may not have: what controls instead of saying, turns the words round, or cannot be seen."""

from __future__ import annotations

import re
import unicodedata

_DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Bidirectional classes of what turns the words after it: a page would show other words than the file has."""
_BREAKS = frozenset("\n\t\r\f\v")
"""White space that editors and programs for printing leave in plain text."""
_OF_ARABIC = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""What tells how Arabic letters join, and on which side a sign stands: right beside such letters."""
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5\u180b\u180c\u180d\u180e")
"""Letters and marks by their category that have no look."""
_UNSEEN = frozenset({"Cf", "Zl", "Zp", "Cs", "Co", "Cn"})


_PLAIN = re.compile(r"[ -~åäöÅÄÖéÉ§–—”’…\n]*")
"""What most texts are written in: all of it has a look, and none of it turns what stands after it."""


def fault_of(text: str, allowed: frozenset[str] = frozenset()) -> str:
    """What is wrong with the characters of a text, as a Swedish phrase; empty where nothing is.

    Args:
        text: Any text.
        allowed: Characters without a look that stand in the description's own text, which is never changed.
    """
    if _PLAIN.fullmatch(text):
        return ""
    characters = dict.fromkeys(text)  # each once, the first first
    is_arabic = any("\u0600" <= char <= "\u06ff" for char in characters)
    for char in characters:
        category = unicodedata.category(char)
        if category == "Cc" and char not in _BREAKS:
            return f"ett styrtecken (U+{ord(char):04X})"
        if unicodedata.bidirectional(char) in _DIRECTIONS:
            return f"ett tecken som vänder skrivriktningen (U+{ord(char):04X})"
        is_unseen = category in _UNSEEN or char in _BLANK_LETTERS
        if is_unseen and char not in allowed and not (is_arabic and char in _OF_ARABIC):
            return f"ett tecken som inte syns (U+{ord(char):04X})"
    return ""


def says_nothing(text: str) -> bool:
    """Whether a text has no letter or digit that can be seen."""
    return not any(char.isalnum() and char not in _BLANK_LETTERS for char in text)


def unseen_in(text: str) -> frozenset[str]:
    """The characters of a text that have no look."""
    return frozenset(char for char in set(text) if unicodedata.category(char) in _UNSEEN or char in _BLANK_LETTERS)
