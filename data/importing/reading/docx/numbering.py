"""Word's numbers: what it puts before headings and items, which stands nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.importing.reading.counting import formatted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_NONE = "0"
_LONGEST = 50
"""Characters of what is put before an item, with the places for its numbers."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    arabic: bool = False
    restarts: bool = True
    style: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph: a number as words, or a list mark, which has none."""

    text: str
    bullet: bool


class Numbering:
    """The numberings of a file, and how far each has come."""

    def __init__(self, root: Element | None) -> None:
        """Read the numberings.

        Args:
            root: The part with the numberings; None where the file has none.
        """
        abstract = root.findall("w:abstractNum") if root is not None else []
        self._abstract = {one.get("w:abstractNumId", ""): one for one in abstract}
        self._numbers = {one.get("w:numId", ""): one for one in (root.findall("w:num") if root is not None else [])}
        self._links = {_value(one, "w:styleLink"): ident for ident, one in self._abstract.items()}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._reached: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def next(self, number: str, level: str, style: str) -> Mark | None:
        """What stands before the next paragraph of a numbering; None where nothing does.

        Args:
            number: The numbering's id; empty or ``0`` for none.
            level: Its level, from 0; empty for the one of the paragraph's style.
            style: The id of the paragraph's style.
        """
        levels = self._of(number)
        if not levels:
            return None
        deep = int(level) if level.isascii() and level.isdigit() else _of_style(levels, style)
        deep = min(deep, _LEVELS - 1)
        own = levels.get(deep, _Level())
        reached = self._counted(number, deep, levels)
        if own.form == "bullet":
            return Mark("", bullet=True)
        text = _PLACE.sub(lambda place: _at(int(place[1]) - 1, levels, reached, arabic=own.arabic), own.text).strip()
        return Mark(text.removesuffix("."), bullet=False) if text else None

    def _counted(self, number: str, deep: int, levels: Mapping[int, _Level]) -> list[int | None]:
        reached = self._reached.setdefault(self._abstract_of(number), [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for one in self._numbers[number].findall("w:lvlOverride"):
                if one.find("w:startOverride") is not None and (at := _whole(one.get("w:ilvl", ""), 0)) < _LEVELS:
                    reached[at] = None
        for above in range(deep):
            if reached[above] is None:
                reached[above] = levels.get(above, _Level()).start
        before = reached[deep]
        reached[deep] = levels.get(deep, _Level()).start if before is None else before + 1
        for below in range(deep + 1, _LEVELS):
            if levels.get(below, _Level()).restarts:
                reached[below] = None
        return reached

    def _of(self, number: str) -> dict[int, _Level]:
        if number == _NONE or number not in self._numbers:
            return {}
        if number not in self._levels:
            levels = _levels(self._abstract.get(self._abstract_of(number)))
            for one in self._numbers[number].findall("w:lvlOverride"):
                at = _whole(one.get("w:ilvl", ""), 0)
                own = one.find("w:lvl")
                level = _level(own) if own is not None else levels.get(at, _Level())
                levels[at] = _started(level, _value(one, "w:startOverride"))
            self._levels[number] = levels
        return self._levels[number]

    def _abstract_of(self, number: str) -> str:
        """The numbering that one is made from; where that refers to a style for lists, the one that the style is."""
        ident = _value(self._numbers[number], "w:abstractNumId")
        element = self._abstract.get(ident)
        link = _value(element, "w:numStyleLink") if element is not None else ""
        return self._links.get(link, ident) if link else ident


def _levels(abstract: Element | None) -> dict[int, _Level]:
    found = abstract.findall("w:lvl") if abstract is not None else []
    return {_whole(one.get("w:ilvl", ""), 0): _level(one) for one in found}


def _level(element: Element) -> _Level:
    return _Level(
        start=_whole(_value(element, "w:start"), 1),
        form=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText")[:_LONGEST],
        arabic=element.find("w:isLgl") is not None,
        restarts=_value(element, "w:lvlRestart") != _NONE,
        style=_value(element, "w:pStyle"),
    )


def _started(level: _Level, start: str) -> _Level:
    return _Level(_whole(start, level.start), level.form, level.text, level.arabic, level.restarts, level.style)


def _of_style(levels: Mapping[int, _Level], style: str) -> int:
    return next((deep for deep, level in levels.items() if level.style and level.style == style), 0)


def _at(deep: int, levels: Mapping[int, _Level], reached: list[int | None], *, arabic: bool) -> str:
    level = levels.get(deep, _Level())
    count = reached[deep]
    return formatted(level.start if count is None else count, "decimal" if arabic else level.form)


def _whole(text: str, usual: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LEVELS else usual


def _value(element: Element, name: str) -> str:
    found = element.find(name)
    return "" if found is None else found.get("w:val", "")
