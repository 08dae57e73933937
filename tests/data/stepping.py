"""A regular expression tried step by step, so that a test can count what it costs: its work, not the clock."""

from __future__ import annotations

import re
import sys
from re import _constants as codes
from re import _parser as parser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Then = Callable[[int], bool]

_TOO_DEEP = 20_000


class Costly(Exception):  # noqa: N818  (it is no error of the program)
    """More steps than a pattern may take."""


class Stepper:
    """Tries a pattern at every place of a text, as `re` does when nothing is found, and counts."""

    def __init__(self, pattern: re.Pattern[str], text: str, most: int) -> None:
        """Prepare to try `pattern` on `text`, in at most `most` steps."""
        self._tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
        self._text, self._most = text, most
        self._fold = bool(pattern.flags & re.IGNORECASE)
        self._ends: dict[int, str] = {}
        self.steps = 0

    def run(self) -> int:
        """Try it everywhere; the steps that it took.

        Raises:
            Costly: They were more than allowed.
        """
        sys.setrecursionlimit(_TOO_DEEP)
        at = 0
        while at <= len(self._text):
            ends: list[int] = []
            matched = self._seq(list(self._tree), 0, at, lambda end, ends=ends: ends.append(end) or True)  # type: ignore[misc]  # append returns nothing
            at = max(ends[-1], at + 1) if matched else at + 1  # as finditer goes on
        return self.steps

    def _seq(self, items: list[Any], number: int, at: int, then: Then) -> bool:
        if number == len(items):
            return then(at)
        return self._one(items[number], at, lambda end: self._seq(items, number + 1, end, then))

    def _one(self, item: Any, at: int, then: Then) -> bool:  # noqa: ANN401  (as Python's parser makes them)
        self.steps += 1
        if self.steps > self._most:
            raise Costly
        code, value = item
        if code in {codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN}:
            return at < len(self._text) and self._fits(item, self._text[at]) and then(at + 1)
        if code is codes.BRANCH:
            return any(self._seq(list(branch), 0, at, then) for branch in value[1])
        if code is codes.SUBPATTERN:
            return self._seq(list(value[3]), 0, at, then)
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
            return self._repeat(value, at, then, 0, lazy=code is codes.MIN_REPEAT)
        if code in {codes.ASSERT, codes.ASSERT_NOT}:
            return self._look(value, at) is (code is codes.ASSERT) and then(at)
        return self._place(code, value, at) and then(at)

    def _repeat(self, value: Any, at: int, then: Then, done: int, *, lazy: bool) -> bool:  # noqa: ANN401
        least, most, inner = value

        def more() -> bool:
            return done < most and self._seq(
                list(inner), 0, at, lambda end: end > at and self._repeat(value, end, then, done + 1, lazy=lazy)
            )

        if done < least:
            return more()
        return (then(at) or more()) if lazy else (more() or then(at))

    def _look(self, value: Any, at: int) -> bool:  # noqa: ANN401
        direction, inner = value
        if direction > 0:
            return self._seq(list(inner), 0, at, lambda _: True)
        width = inner.getwidth()[0]
        return at >= width and self._seq(list(inner), 0, at - width, lambda end: end == at)

    def _place(self, code: Any, value: Any, at: int) -> bool:  # noqa: ANN401
        if code is not codes.AT:
            return True  # a reference back costs a step, and is followed for free: the work is what counts
        if value in {codes.AT_BOUNDARY, codes.AT_NON_BOUNDARY}:
            sides = [bool(re.fullmatch(r"\w", self._text[side : side + 1])) for side in (at - 1, at) if side >= 0]
            return (len(set(sides)) > 1 or sides == [True]) is (value is codes.AT_BOUNDARY)
        return at == 0 if value in {codes.AT_BEGINNING, codes.AT_BEGINNING_STRING} else at == len(self._text)

    def _fits(self, item: Any, char: str) -> bool:  # noqa: ANN401
        code, value = item
        if code is codes.ANY:
            return char != "\n"
        chars = {char, char.lower(), char.upper()} if self._fold else {char}
        if code is codes.IN:
            negated = value[0][0] is codes.NEGATE
            return any(self._member(part, one) for part in value for one in chars) is not negated
        return any(ord(one) == value for one in chars) is (code is codes.LITERAL)

    @staticmethod
    def _member(part: Any, char: str) -> bool:  # noqa: ANN401
        code, value = part
        if code is codes.RANGE:
            return bool(value[0] <= ord(char[0]) <= value[1])
        if code is codes.CATEGORY:
            classes = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
            name = str(value).removeprefix("CATEGORY_")
            is_not = name.startswith("NOT_")
            return bool(re.fullmatch(classes[name.removeprefix("NOT_")], char)) is not is_not
        return bool(code is codes.LITERAL and ord(char[0]) == value)
