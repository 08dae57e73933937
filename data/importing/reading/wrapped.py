"""Lines of plain text that belong together: a program broke them at a width, and nobody ended them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.importing.reading.words import mark_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDEST = 120
"""Programs break lines at 60 to 100 characters: where many are longer, a line is a paragraph."""
_SOME_LONG = 0.02
_NEARLY = 0.92
"""How near to the width a line ends that was broken: words were changed in it afterwards."""
_LABEL = re.compile(r"[A-ZÅÄÖ][\w åäöÅÄÖé/.()-]{1,35}:(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STEM = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-\Z")
_LONGEST_WORD = 80
_GOES_ON = frozenset({"och", "eller", "samt", "respektive", "till", "som"})
_ENTRY = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zA-Z]\)|§)\s+\S")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its number in the file, from 1."""

    text: str
    number: int


class Joiner:
    """Joins the lines of one file."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Learn the file's width and words.

        Args:
            lines: All its lines that are not blank.
        """
        long = sum(len(line.text) > _WIDEST for line in lines)
        self._width = (
            0
            if long > _SOME_LONG * len(lines)
            else max((len(line.text) for line in lines if len(line.text) <= _WIDEST), default=0)
        )
        self._words = {word.lower() for line in lines for word in _WORD.findall(line.text)[:-1]}

    def joined(self, group: Iterable[Line]) -> list[Line]:
        """Lines without a blank one between them, as paragraphs; a line break that somebody made inside one is kept.

        Args:
            group: The lines.
        """
        made: list[tuple[int, list[str]]] = []
        last = ""
        for line in group:
            text = line.text.strip()
            if made and self._is_broken(last, text):
                self._go_on(made[-1][1], text)
            elif made and self._width and _LABEL.match(text) and not mark_apart(text)[0]:
                made[-1][1].extend(("\n", text))
            else:
                made.append((line.number, [text]))
            last = line.text.rstrip()
        return [Line("".join(parts), number) for number, parts in made]

    def _is_broken(self, last: str, text: str) -> bool:
        """Whether a line was broken before a word that had no room on it, or inside a sentence."""
        if not self._width or mark_apart(text)[0] or _ENTRY.match(text):
            return False
        word = text.split(maxsplit=1)[0]
        full = len(last) + 1 + len(word) > self._width * _NEARLY
        return full or (text[0].islower() and not last.endswith((".", ":", "!", "?")))

    def _go_on(self, parts: list[str], text: str) -> None:
        """Add a line to those before, with the hyphen at their end gone where it only says that the word goes on."""
        word = _WORD.match(text)
        stem = _STEM.search(parts[-1][-_LONGEST_WORD:])
        if stem is None or word is None or word[0].lower() in _GOES_ON:
            parts.extend((" ", text))
            return
        if word[0][0].islower() and f"{stem[1]}-{word[0]}".lower() not in self._words:
            parts[-1] = parts[-1][:-1]
        parts.append(text)
