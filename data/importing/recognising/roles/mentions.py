"""Where a text names a role or an office: the title with what belongs to it, never a person's name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.recognising.roles.words import listed, pattern, says

if TYPE_CHECKING:
    from collections.abc import Iterable

_GENITIVE = r"[^\W\d_]{2,40}(?:ens|ets|nas|ans|ins|äns|rets|ngs|rks|rds|ts)"
_ENDING = r"(?:e?n|nen|et|a|ar|arna|er|erna|na|t)?s?"
_FOR = re.compile(
    r"\s(?:för|vid)\s(?!(?:att|den|det|de|frågor|mer|vidare|närmare|övriga|all|hela|fråga)\b)"
    r"(?:[^\W\d_]{3,30}a\s(?=[\w-]{2,40}(?:en|et|an)\b))?[^\W\d_][\w-]{2,40}"
)
_CHEF = re.compile(r"(?i)(?:chef|ansvarig|registrator|förvaltare)(?:e?n)?$")
_OURS = re.compile(r"(?i)v[åa]r(?:t|a)?\s")
_JOINS = frozenset(".@-_")
_ALONE = frozenset({"arkivet", "staben", "läsesalen"})
"""Units that a text calls by one word, which are no roles but where it says whom one asks."""


class Mention(msgspec.Struct, frozen=True):
    """A role, office or unit that a text names.

    Attributes:
        text: As it stands, with its modifiers.
        start: Where it begins.
        end: Where it ends.
        is_other: Whether it is another authority's, which no role of this one is made of.
        is_generic: Whether it is whoever it happens to be: *respektive enhetschef*.
        is_unit: Whether it is known by the document's units alone.
    """

    text: str
    start: int
    end: int
    is_other: bool = False
    is_generic: bool = False
    is_unit: bool = False


@functools.cache
def _titles() -> re.Pattern[str]:
    stems = "|".join(sorted((*listed("title"), *listed("office")), key=len, reverse=True))
    modifiers = "|".join(listed("modifier"))
    return re.compile(
        rf"(?<![\w-])(?:(?:{_GENITIVE}|(?:{modifiers}))\s){{0,3}}"
        rf"(?:(?:[^\W\d_]{{2,20}}-\s?och\s)?[\w-]{{0,40}}?(?:{stems}){_ENDING}|arkivet)(?![\w-]|@|\.\w)",
        re.IGNORECASE,
    )


def mentions(text: str, units: Iterable[str] = ()) -> list[Mention]:
    """The roles, offices and units that a text names, in order, none of them within another."""
    found = [_made(text, match) for match in _titles().finditer(text) if not says("no-role", match.group())]
    found += [Mention(m.group(), m.start(), m.end(), is_other=True) for m in pattern("other").finditer(text.lower())]
    low = text.lower()
    for unit in units:
        at = low.find(unit)
        if at >= 0 and _is_whole(low, at, at + len(unit)):
            found.append(Mention(text[at : at + len(unit)], at, at + len(unit), is_unit=True))
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Mention] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a word of its own, and no part of one or of an address."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    is_part = before.isalnum() or before in _JOINS or after[:1].isalnum() or after[:1] in _JOINS - {"."}
    return not is_part and not (after[:1] == "." and after[1:].isalnum())


def _made(text: str, match: re.Match[str]) -> Mention:
    end = match.end()
    more = _FOR.match(text, end) if _CHEF.search(match.group()) else None
    is_generic = says("generic", text[max(0, match.start() - 20) : match.start()]) or says(
        "generic-after", text[end : end + 30]
    )
    first = match.group().lower().split()[0]
    is_generic = is_generic or says("generic", f"{first} ")
    if more and not is_generic:
        end = more.end()
    is_unit = match.group().lower() in _ALONE
    own = _OURS.match(text, match.start(), end)
    start = own.end() if own else match.start()
    return Mention(text[start:end], start, end, is_generic=is_generic, is_unit=is_unit)
