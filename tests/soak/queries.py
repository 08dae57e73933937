"""Hostile queries, made from a seed: each kind tries to make one part of the search work hard."""

from __future__ import annotations

import random
import string
from itertools import cycle, islice
from typing import TYPE_CHECKING

from index.result import MAX_QUERY_LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LETTERS = string.ascii_lowercase + "åäö"
_MARKS = "\u0301\u0308\u030a\u0327\u0323\u0489\u20dd\u064b\u0651"
_INVISIBLE = "\u202e\u202d\u2066\u2069\u200b\u200d\u00ad\u200e\ufeff"
_SCRIPTS = (
    (0x0600, 0x06FF),
    (0x0400, 0x04FF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0x1F300, 0x1FAFF),
    (0xFB50, 0xFDFF),
)
_WHOLE = (0x20, 0x10FFFF)
_SIGNS = "*?\"'()[]{}~^:+-&|!/\\<>=%§.,;@#_"


class Maker:
    """Makes queries out of real words and a seed."""

    def __init__(self, seed: int, words: Sequence[str]) -> None:
        """Use these words where a kind of query wants real ones."""
        self._random = random.Random(seed)  # noqa: S311  (the same queries every time is the point)
        self._words = words

    def make(self, count: int) -> Iterator[tuple[str, str]]:
        """So many queries, each with its kind."""
        kinds: list[tuple[str, Callable[[], str]]] = [
            ("letters", self._letters),
            ("one letter", self._one_letter),
            ("compounds", self._compounds),
            ("longest compounds", self._longest_compounds),
            ("slips", self._slips),
            ("real words", lambda: self._many(self._word)),
            ("words in two", self._in_two),
            ("hyphens", self._hyphens),
            ("one long word", self._one_long_word),
            ("combining marks", lambda: self._many(lambda: self._marked(self._word(), _MARKS, 3))),
            ("invisible", lambda: self._many(lambda: self._marked(self._word(), _INVISIBLE, 2))),
            ("marks alone", lambda: self._letter() + "".join(self._random.choices(_MARKS, k=MAX_QUERY_LENGTH))),
            ("scripts", self._scripts),
            ("any character", lambda: "".join(self._character(*_WHOLE) for _ in range(MAX_QUERY_LENGTH))),
            ("expanding", lambda: self._random.choice("ﷺ㍿ﬃ½①Ⅷ") * MAX_QUERY_LENGTH),
            ("signs", lambda: self._many(lambda: self._random.choice(_SIGNS) + self._word() + "*")),
            ("signs alone", lambda: "".join(self._random.choices(_SIGNS, k=MAX_QUERY_LENGTH))),
            ("numbers", self._numbers),
            ("references", self._references),
            ("blanks", lambda: "".join(self._random.choices("  \t0/-)(", k=MAX_QUERY_LENGTH))),
        ]
        for kind, maker in islice(cycle(kinds), count):
            yield kind, maker()[:MAX_QUERY_LENGTH]

    def _letter(self) -> str:
        return self._random.choice(_LETTERS)

    def _word(self) -> str:
        return self._random.choice(self._words)

    def _many(self, maker: Callable[[], str]) -> str:
        return " ".join(maker() for _ in range(self._random.randint(8, 60)))

    def _letters(self) -> str:
        return self._many(lambda: "".join(self._random.choices(_LETTERS, k=self._random.randint(4, 14))))

    def _one_letter(self) -> str:
        return (self._letter() + self._random.choice(["", " ", "-"])) * self._random.randint(1, MAX_QUERY_LENGTH)

    def _compounds(self) -> str:
        return self._many(lambda: self._word() + self._word())

    def _longest_compounds(self) -> str:
        """As long as a word may be and still be taken apart."""
        return self._many(lambda: "".join(self._word() for _ in range(5))[:40])

    def _slips(self) -> str:
        """Real words, a letter wrong in each: candidates for correction."""
        return self._many(lambda: (word := self._word())[: (at := len(word) // 2)] + self._letter() + word[at + 1 :])

    def _in_two(self) -> str:
        return self._many(lambda: (word := self._word())[: len(word) // 2] + " " + word[len(word) // 2 :])

    def _hyphens(self) -> str:
        return "-".join(self._word() for _ in range(60))

    def _one_long_word(self) -> str:
        return "".join(self._word() for _ in range(80))

    def _marked(self, word: str, marks: str, most: int) -> str:
        return "".join(char + "".join(self._random.choices(marks, k=self._random.randint(0, most))) for char in word)

    def _scripts(self) -> str:
        script = self._random.choice(_SCRIPTS)
        return self._many(lambda: "".join(self._character(*script) for _ in range(self._random.randint(2, 12))))

    def _character(self, first: int, last: int) -> str:
        return chr(self._random.randint(first, last)).encode("utf-8", "replace").decode()

    def _numbers(self) -> str:
        return self._many(lambda: str(self._random.randrange(10 ** self._random.randint(1, 12))))

    def _references(self) -> str:
        """All but a reference, over and over."""
        parts = (
            "ks 2019/",
            "24 kap ",
            "1-",
            "§ ",
            "1,2,3,",
            "och 4",
            "osl ",
            "a@",
            "b.c",
            "+46 ",
            "011-",
            "(2009:400)",
            "kap. kap.",
        )
        return "".join(self._random.choices(parts, k=120))
