"""What a place in the text says of a finding aid, before all places are brought together."""

from __future__ import annotations

import re
from typing import NamedTuple

from data.importing.recognising.aids.vocabulary import Use, folded_words, words
from data.importing.recognising.clauses import alternatives, folded

_PAREN = re.compile(r"(?P<head>[^()]{2,80}?)\s?\((?P<inner>[^()]{2,40})\)(?P<rest>.{0,200})", re.DOTALL)
_INNER_CAPITAL = re.compile(r"\w[A-ZÅÄÖ]|\d|^[A-ZÅÄÖ]{2,}$")


class Found(NamedTuple):
    """One place's words on one finding aid.

    Attributes:
        name: As it stands, with a capital first.
        n: The passage.
        rule: What told it.
        aliases: Other names, as they stand.
        holds: What it holds, as it stands.
        caveats: What limits it, as it stands.
        owner: Words that may say whose it is.
        guessed: Whether it may be none.
        why: Swedish: why it is only a guess.
    """

    name: str
    n: int
    rule: str
    aliases: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    owner: str = ""
    guessed: bool = False
    why: str = ""


_NO_PROPER = re.compile(
    rf"(?:{alternatives(words(Use.ORGANISATION))}|{alternatives(words(Use.COMMON_ENDING))})s?$", re.IGNORECASE
)
_NO_ORGANISATION = re.compile(rf"(?:{alternatives(words(Use.ORGANISATION))})s?$", re.IGNORECASE)


def is_name(name: str, *, marked: bool = False) -> bool:
    """Whether words with capitals may be a system's name: no organisation, law or country, and no common noun.

    Where the word before says that a system's name follows (`marked`), it may end as common nouns do.
    """
    first, _, rest = name.partition(" ")
    if first in words(Use.NO_NAME) or folded(name) in folded_words(Use.NO_NAME) or len(name) < 2:  # noqa: PLR2004
        return False
    if re.search(r"\d{4}[/-]\d|\d[/-]\d{4}", name):  # a number of a case
        return False
    if (_NO_ORGANISATION if marked else _NO_PROPER).search(name):
        return False
    return bool(rest) or not is_kind(name) or bool(_INNER_CAPITAL.search(first))


def is_compound(name: str) -> bool:
    """Whether a kind's word with a capital inside a sentence is a name: *Bildbanken*, and not *Registret*."""
    long = len(name) > _COMPOUND and " " not in name and not name.isupper()
    return long and folded(name) not in folded_words(Use.ORDINARY) | folded_words(Use.DIARY)


_COMPOUND = 8
"""Letters: kinds of no more are seldom compounds."""


def is_distinct(name: str) -> bool:
    """Whether letters alone show that it is a name: figures or capitals inside, or several words with capitals."""
    return " " in name or bool(_INNER_CAPITAL.search(name))


_KIND = re.compile(
    rf"(?:{alternatives((*words(Use.SYSTEM), *words(Use.REGISTER), *words(Use.LIST), *words(Use.PLAN)))})$",
    re.IGNORECASE,
)


def is_kind(word: str) -> bool:
    """Whether a word's end says what kind of thing it is, as names of registers do."""
    return bool(_KIND.search(word))


def in_brackets(name: str) -> tuple[str, str, str]:
    """A name with brackets as what stands before, in and after them; the last two empty where there are none."""
    match = _PAREN.fullmatch(name.strip())
    return (match["head"].strip(), match["inner"].strip(), match["rest"].strip()) if match else (name.strip(), "", "")
