"""Whom a unit stands under, where a bracket or a cell says it without a subject: *(under A)*, *Hör till A*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.units import tree
from data.importing.recognising.units.naming import mentions, tokens
from data.importing.recognising.units.sentences import sentences
from data.importing.recognising.units.vocabulary import Role, Strength, noun_of, words

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft

_PLACED = (
    r"(?:under|inom|hör (?:organisatoriskt )?till|ingår i|tillhör|(?:är )?en del av|del av|sorterar under|lyder under|"
    r"underställ[dt]|organiserad (?:under|i|inom)|placerad (?:på|i|inom|vid|under)|redovisas under|finns (?:inom|i|på))"
)
_SAYS = re.compile(
    rf"(?:(?:och|men|den|det|enheten|gruppen) )?(?:{_PLACED}|"
    r"(?:en |ett )?(?P<kind>\w{3,20}) (?:av|inom|i|under|vid|hos|på)) "
    r"(?P<whom>\S[^.;()]{1,80})$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]{3,90})\)")
_UNDER = re.compile(r" (?=under \w)|, (?=(?:under|inom|del av|en del av|som hör till|som ingår i|hör till|ingår i) \w)")
_CLAUSE = re.compile(r"[;,] | – ")
_FEW = 5
_ARTICLE = re.compile(r"^(?:den|det|hela) ")


def says_parent(text: str) -> str:
    """The words for whom a clause without a subject says that its unit stands under; empty where it does not.

    Args:
        text: *under driftavdelningen*, *enhet inom A*, *Hör till A*.
    """
    said = _SAYS.match(text.strip(" .,;"))
    if said is None:
        return ""
    known = noun_of(said["kind"]) if said["kind"] else None
    if said["kind"] and not (known and known[2]) and said["kind"].casefold() != "del":
        return ""
    return said["whom"].removeprefix("som ")


def without_parent(text: str) -> str:
    """A name without words after it that say whom it stands under: *Driftlaget under gatuavdelningen*."""
    return _UNDER.split(text, maxsplit=1)[0].strip(" ,")


def parent_of(text: str, book: Book) -> Draft | None:
    """The unit that a text says its own stands under: in brackets, after the name, or in a clause of its own."""
    pieces = [bracket[1] for bracket in _BRACKET.finditer(text)]
    for sentence in sentences(_BRACKET.sub("", text)):
        pieces += _CLAUSE.split(sentence)
        pieces += _UNDER.split(sentence)[1:]
    return next((over for piece in pieces if (whom := says_parent(piece)) and (over := named(whom, book))), None)


def named(whom: str, book: Book) -> Draft | None:
    """The unit of a name as it stands in a clause, with more words after it or none."""
    whom = _ARTICLE.sub("", whom.strip(" .,"))
    if book.is_root(whom):
        return book.root
    found = book.named(whom) or book.begins(whom)
    if found is None:
        first = next((m for m in mentions(tokens(whom)) if m.start == 0), None)
        found = book.meant(first, None) if first is not None else None
    return found


def place(unit: Draft, texts: tuple[str, ...], book: Book) -> None:
    """Put a unit under whom the texts about it say."""
    for text in texts:
        over = parent_of(text, book)
        if over is not None:
            tree.put(unit, over)
            return


def is_unit_column(column: str) -> bool:
    """Whether a column by its name holds units, and never what they do."""
    known = noun_of(column.strip())
    return bool(known and known[2]) and column.casefold().strip() in words(Role.UNIT_COLUMN)


def balanced(cut: str) -> str:
    """A name without a bracket that was cut inside it."""
    return cut.rsplit("(", 1)[0] if cut.count("(") > cut.count(")") else cut


def is_noun_phrase(cut: str) -> bool:
    """Whether what stands before an item's first comma may be a name, and is no clause."""
    parts = cut.casefold().split()
    return len(parts) <= _FEW and not any(part in words(Role.VERB) for part in parts)


def is_of_two(name: str) -> bool:
    """Whether a heading speaks of kinds of units, and names none: *Nämnd och förvaltning*."""
    last = name.rsplit(" och ", 1)[-1]
    known = noun_of(last) if last != name else None
    return bool(known and known[2] and known[0].strength is Strength.STRONG)
