"""OpenDocument's lists and numbers of headings: what the program puts before them, which stands nowhere in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.importing.reading.counting import formatted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_LEVELS = 10
_LONGEST = 20
"""Characters before or after a number."""
_LIST_LEVELS = frozenset({"text:list-level-style-number", "text:outline-level-style"})
OUTLINE = " outline"
"""What the numbers of headings are kept under: no style's name begins with a blank."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


class Lists:
    """The styles of lists, and how far each has come."""

    def __init__(self, *roots: Element | None) -> None:
        """Read the styles.

        Args:
            roots: The parts that hold styles.
        """
        self._styles: dict[str, dict[int, _Level]] = {}
        self._reached: dict[str, list[int | None]] = {}
        for root in roots:
            for group in root if root is not None else ():
                for one in group:
                    if one.tag == "text:list-style":
                        self._styles[one.get("style:name", "")] = _levels(one)
                    elif one.tag == "text:outline-style":
                        self._styles[OUTLINE] = _levels(one)

    def restart(self, style: str) -> None:
        """Begin a list anew.

        Args:
            style: Its style.
        """
        self._reached.pop(style, None)

    def next(self, style: str, deep: int, start: str = "") -> str:
        """What stands before the next item; empty for a list mark, or where nothing does.

        Args:
            style: The list's style.
            deep: Its level, from 1.
            start: What the item says that it begins at.
        """
        levels = self._styles.get(style, {})
        deep = min(max(deep, 1), _LEVELS)
        reached = self._reached.setdefault(style, [None] * (_LEVELS + 1))
        own = levels.get(deep, _Level())
        before = reached[deep]
        reached[deep] = int(start) if _is_whole(start) else own.start if before is None else before + 1
        reached[deep + 1 :] = [None] * (_LEVELS - deep)
        if not own.form:
            return ""
        return f"{own.before}{_joined(levels, reached, deep)}{own.after}".strip().removesuffix(".")


def _joined(levels: Mapping[int, _Level], reached: list[int | None], deep: int) -> str:
    """The numbers of a level and of those above it that it shows."""
    written = []
    for at in range(max(1, deep - levels[deep].shown + 1), deep + 1):
        level = levels.get(at, _Level())
        count = reached[at]
        written.append(formatted(level.start if count is None else count, level.form))
    return ".".join(filter(None, written))


def _levels(element: Element) -> dict[int, _Level]:
    found = {}
    for one in element:
        if one.tag in _LIST_LEVELS:
            found[_whole(one.get("text:level", ""), 1)] = _Level(
                form=one.get("style:num-format", ""),
                before=one.get("style:num-prefix", "")[:_LONGEST],
                after=one.get("style:num-suffix", "")[:_LONGEST],
                start=_whole(one.get("text:start-value", ""), 1),
                shown=_whole(one.get("text:display-levels", ""), 1),
            )
    return found


def _whole(text: str, usual: int) -> int:
    return int(text) if _is_whole(text) else usual


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len("100000")
