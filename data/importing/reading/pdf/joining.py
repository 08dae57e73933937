"""Lines joined to running text: what a hyphen at a line's end was, told by the document's own words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from data.importing.reading.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_AND = re.compile(r"(?:och|eller|samt|respektive|resp\.|och/eller)(?!\w)")
_SAMT = re.compile(r"(?:gemen|verk|lång|spar|råd|arbet|säll|till|all|nog|fog|hjälp|under|sed|fri|grann|lik)$")
"""What ”samt” may be the end of: gemensamt, verksamt."""
_SHORT = frozenset(["e", "it", "a", "u", "x", "tv", "sms", "pdf", "id", "hr", "eu", "ip", "gis", "cd", "dvd", "lss"])
"""What is written with a hyphen before a whole word: e-post, it-system, a-kassa."""
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Joiner:
    """Joins the lines of one document.

    Args:
        lines: All its lines, each by itself: words that a line's end cuts are not among the known ones.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: Counter[str] = Counter()
        for line in lines:
            self._known.update(each.casefold() for each in _TOKEN.findall(line.rstrip("-")))

    def joined(self, lines: Sequence[tuple[str, bool]]) -> str:
        """Lines as one text; each comes with whether the break before it was meant, which then stays."""
        text = ""
        for line, meant in lines:
            said = one_line(line)
            text = self._added(text, said, meant=meant) if text else said
        return text

    def _added(self, text: str, line: str, *, meant: bool) -> str:
        if re.search(r"[\w)]-$", text):
            return self._hyphened(text, line)
        if not meant and re.search(r"\w–$", text) and re.match(r"\w", line):
            return text + line
        if re.search(r"\S@(?:\S+\.)?$|(?:www\.|://)\S*[/.=_]$", text) and line[:1].islower():
            return text + line
        return f"{text}\n{line}" if meant else f"{text} {line}"

    def _hyphened(self, text: str, line: str) -> str:
        before = re.findall(r"[\w.]+(?:-[\w.]+)*$", text[:-1])
        last = before[-1] if before else ""
        first = (_TOKEN.match(line) or [""])[0]
        if not first or not first[0].islower():
            # ”RA-” and ”FS”, ”1-” and ”3 §§”; what a capital begins is a word of its own.
            return text + line
        whole, parted = (last + first).casefold(), f"{last}-{first}".casefold()
        if _AND.match(line) and whole not in self._known and not (line.startswith("samt") and _SAMT.search(last)):
            return f"{text} {line}"
        if self._known[parted] > self._known[whole] or self._keeps(last):
            return text + line
        return text[:-1] + line

    def _keeps(self, last: str) -> bool:
        """Whether a word before a hyphen has it anyway: a short one, letters that stand for words, a number."""
        part = last.rpartition("-")[2]
        return part.casefold() in _SHORT or part.isdecimal() or (len(part) > 1 and part.isupper())
