"""Sentences of a passage, and what stands in them as a name: the grammar that several stages share."""

from __future__ import annotations

import re

_ABBREVIATED = (
    r"(?<!\bkap\.)(?<!\bbl\.a\.)(?<!\bt\.ex\.)(?<!\bdnr\.)(?<!\bDnr\.)(?<!nr\.)(?<!\bkl\.)(?<!\btfn\.)(?<!\bTfn\.)"
    r"(?<!\bresp\.)(?<!\bs\.k\.)(?<!\bfr\.o\.m\.)(?<!\bt\.o\.m\.)(?<!\bca\.)(?<!\bd\.v\.s\.)(?<!\bf\.d\.)"
    r"(?<!\bbl\. a\.)(?<!\bt\. ex\.)(?<!\bs\. k\.)"
)
_END = re.compile(rf"(?<=[.!?]){_ABBREVIATED}\s{{1,9}}(?=[A-ZÅÄÖ”\"»(])|\n")

_WORD_OF_NAME = r"(?:[A-ZÅÄÖ][\w&+]{0,40}(?:[-./][\w&+]{1,40}){0,4}|e-[A-ZÅÄÖ]\w{1,40}|[a-zåäö]{1,3}[A-ZÅÄÖ]\w{0,40})"
NAME = (
    rf"(?<![\w.@/-]){_WORD_OF_NAME}(?:\s(?:{_WORD_OF_NAME}|\d{{1,4}}(?:\.\d{{1,2}})?(?![\w–-]|\.\d))){{0,3}}(?![\w@])"
)
"""A name as it stands inside a sentence: words with capitals, with numbers after them."""
NAMES = rf"{NAME}(?:(?:,\s|\s(?:och|samt|eller|respektive|resp\.)\s){NAME}){{0,12}}"
"""Several of them."""
_BETWEEN = re.compile(r",\s|\s(?:och|samt|eller|respektive|resp\.)\s")


def sentences(text: str) -> tuple[str, ...]:
    """A passage's sentences as they stand, a line that was broken on purpose as one of its own."""
    return tuple(part for part in (piece.strip() for piece in _END.split(text)) if part)


def names_in(listed: str) -> tuple[str, ...]:
    """The names of a list of names."""
    return tuple(part.strip() for part in _BETWEEN.split(listed) if part.strip())


def capital(name: str) -> str:
    """A name with a capital first."""
    return name[:1].upper() + name[1:]


def folded(name: str) -> str:
    """A name as names are compared: without case, white space and hyphens as one."""
    return " ".join(name.replace("\u2011", "-").split()).casefold()


def alternatives(words: tuple[str, ...]) -> str:
    """Words as a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
