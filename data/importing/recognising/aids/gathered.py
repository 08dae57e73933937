"""Bringing places together: one finding aid however often and under whatever name the text has it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from data.importing.outline import Basis, Outline, OutlinePassage, PassageKind
from data.importing.proposal import FindingAidFact, UnitFact
from data.importing.recognising.aids.owners import owner_of
from data.importing.recognising.aids.vocabulary import Use, anywhere, folded_words
from data.importing.recognising.clauses import folded, sentences
from data.wording import is_form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.importing.recognising.aids.found import Found

_NAMED_BY_KIND = {"register-noun", "register-over", "heading", "ordered"}
_RUNS_DIARY = re.compile(
    r"\b(?:diarium|diariet|diarieför|diarieförs|diarieföring)\b|\b(?:handlingar|ärenden)\sregistreras\b", re.IGNORECASE
)
_DIARY_SYSTEM = re.compile(r"(?:diarie|ärende|dokument)[\w-]{0,30}system(?:et)?$")
_LONG_ENOUGH = 11
"""Letters: shorter words in small letters are what any text may have, and not this one's name."""
_STRUCTURED = {"table", "definition", "form"}
_CASED = {"table", "definition", "kind-and-name", "list-item"}


def gathered(found: Sequence[Found], outline: Outline, units: tuple[UnitFact, ...]) -> tuple[FindingAidFact, ...]:
    """All that was found, brought together by name."""
    groups: list[list[Found]] = []
    ordered = sorted(found, key=lambda one: (one.rule in _NAMED_BY_KIND, one.guessed))
    taken = {folded(unit.name) for unit in units} | {folded(alias) for unit in units for alias in unit.aliases}
    for one in ordered:
        if one.rule in {"kept-in", "subject", "bold-lead"} and _is_taken(folded(one.name), taken):
            continue
        group = next((group for group in groups if _same(group, one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    sole = _sole(groups)
    facts = (_fact(group, outline, units, sole) for group in groups)
    return tuple(sorted(facts, key=lambda fact: min(fact.basis.passages)))


def _is_taken(name: str, units: set[str]) -> bool:
    """Whether a name is a unit's, or where one begins: *Avfall* of *Avfall och återvinning*."""
    return name in units or any(unit.startswith((f"{name} och ", f"{name}, ")) for unit in units)


def _sole(groups: Sequence[Sequence[Found]]) -> frozenset[int]:
    """Passages that tell of one finding aid alone, so that all their sentences are about it."""
    counted = Counter(n for group in groups for n in {one.n for one in group})
    return frozenset(n for n, count in counted.items() if count == 1)


def _names(group: Iterable[Found]) -> set[str]:
    return {folded(name) for one in group for name in (one.name, *one.aliases)}


def _same(group: Sequence[Found], one: Found) -> bool:
    name = group[0].name
    if one.name == name or (folded(one.name) == folded(name) and not {one.rule, group[0].rule} <= _CASED):
        return True
    others = _names(group)
    if folded(one.name) in others - {folded(name)} or (
        one.rule not in _NAMED_BY_KIND and folded(name) in map(folded, one.aliases)
    ):
        return True
    if one.rule in _NAMED_BY_KIND and not _over(one.name):
        if any(is_form_of(folded(one.name), other) for other in others if " " not in other):
            return True
        return folded(one.name) in folded_words(Use.DIARY) and _is_diary(group)
    protocols = one.rule == "protocols" and folded(name).startswith(folded(one.name))
    if protocols or (_over(one.name) and _over(one.name) == _over(name)):
        return True
    short, long = sorted((one.name, name), key=len)
    return (
        long.startswith(short + " ") and len(long.split()) - len(short.split()) == 1 and _is_mention(group, one, short)
    )


def _over(name: str) -> str:
    """What a register is over, whatever form its kind stands in."""
    match = re.fullmatch(
        r"(?:register|registret|förteckning|förteckningen|liggare|liggaren)\s(över .{3,100})", folded(name)
    )
    return match[1] if match else ""


def _is_mention(group: Sequence[Found], one: Found, short: str) -> bool:
    """Whether the shorter name only repeats the longer: both in running text."""
    shorter = one if one.name == short else group[0]
    return shorter.rule in {"kept-in", "subject"} and short[-1:].isalpha()


def _is_diary(group: Sequence[Found]) -> bool:
    words = {word for name in _names(group) for word in name.split()}
    if (
        words & folded_words(Use.DIARY)
        or words & folded_words(Use.DIARY_SYSTEM)
        or any(_DIARY_SYSTEM.match(word) for word in words)
    ):
        return True
    holds = " ".join(hold for one in group if one.rule not in _NAMED_BY_KIND for hold in one.holds[:1])
    return bool(
        re.search(
            r"\b(?:diarium|diariet|diarieför|diarieförs|diarieföring)\b|\b(?:handlingar|ärenden)\sregistreras\b",
            holds,
            re.IGNORECASE,
        )
    )


def _fact(
    group: Sequence[Found], outline: Outline, units: tuple[UnitFact, ...], sole: frozenset[int]
) -> FindingAidFact:
    first = group[0]
    aliases = _distinct(
        alias for one in group for alias in (one.name, *one.aliases) if folded(alias) != folded(first.name)
    )
    passages = tuple(sorted({one.n for one in group} | _mentions(outline, (first.name, *aliases))))
    unit, unit_basis = owner_of(group, outline, units)
    near = [one for one in group if one.rule in _STRUCTURED] or group
    holds = _distinct(hold for one in near for hold in one.holds) or (outline.passages[first.n - 1].text,)
    limits = [] if near[0].rule in _STRUCTURED else _limits(group, outline, sole)
    caveats = _distinct([*(caveat for one in near for caveat in one.caveats), *limits])
    holds = tuple(hold for hold in holds if hold not in caveats) or holds
    guessed = all(one.guessed for one in group)
    basis = Basis(first.rule, passages, guessed, first.why if guessed else "")
    return FindingAidFact(first.name, aliases, holds, caveats, unit, basis, {"unit": unit_basis} if unit_basis else {})


def _limits(group: Sequence[Found], outline: Outline, sole: frozenset[int]) -> list[str]:
    """Sentences on how it is searched and what limits it, of passages that tell of nothing else."""
    told = sorted({one.n for one in group} & sole)
    return [part for n in told for part in sentences(outline.passages[n - 1].text) if anywhere(Use.CAVEAT).search(part)]


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple({folded(word): word for word in reversed(list(words)) if word}.values())[::-1]


def _mentions(outline: Outline, names: Sequence[str]) -> set[int]:
    """Passages that name it; rows of plans and captions do not tell of it."""
    telling = [name for name in names if " " in name or not name.islower() or len(name) > _LONG_ENOUGH]
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])" for name in telling) or r"(?!)")
    return {passage.n for passage in outline.passages if _tells(passage) and pattern.search(passage.text)}


def _tells(passage: OutlinePassage) -> bool:
    return passage.kind not in {PassageKind.TABLE_ROW, PassageKind.CAPTION, PassageKind.TITLE} and not passage.recited
