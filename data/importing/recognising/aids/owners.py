"""Whose a finding aid is, where the text says so: a column, a sentence, the chapter of a unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Basis, Outline
from data.importing.recognising.aids.vocabulary import Use, words
from data.importing.recognising.clauses import alternatives, folded, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.importing.proposal import UnitFact
    from data.importing.recognising.aids.found import Found


def owner_of(group: Sequence[Found], outline: Outline, units: tuple[UnitFact, ...]) -> tuple[str, Basis | None]:
    """The unit that has it, and what says so; empty where nothing does, or where several chapters have it."""
    for one in group:
        if one.rule in {"table", "form"}:
            name = _whole(one.owner, units) or _said(one.owner, units)
            if name:
                return name, Basis("owner-column", (one.n,))
    for one in group:
        for n, sentence in _sentences_on(group, outline, one):
            if name := _said(sentence, units):
                return name, Basis("owner-said", (n,))
    chapters = {_chapter(outline, outline.passages[one.n - 1].section, units) for one in group}
    return (
        (chapters.pop(), Basis("owner-chapter", (group[0].n,)))
        if len(chapters) == 1 and "" not in chapters
        else ("", None)
    )


def _sentences_on(group: Sequence[Found], outline: Outline, one: Found) -> Iterator[tuple[int, str]]:
    if one.rule in {"definition", "list-item", "item-in-system"}:
        yield one.n, one.owner
    names = {found.name for found in group}
    for passage in outline.passages:
        if passage.n == one.n or any(name in passage.text for name in names):
            parts = sentences(passage.text)
            for at, part in enumerate(parts):
                if any(name in part for name in names):
                    yield passage.n, part
                    if at + 1 < len(parts) and _GOES_ON.search(parts[at + 1]):
                        yield passage.n, parts[at + 1]


_GOES_ON = re.compile(r"\b(?:[Ss]ystemen|[Ss]ystemet|[Rr]egistret|[Dd]atabasen|[Dd]iariet|[Rr]egistren)\b")


def _names(unit: UnitFact) -> tuple[str, ...]:
    return tuple(folded(name) for name in (unit.name, *unit.aliases))


def _whole(text: str, units: tuple[UnitFact, ...]) -> str:
    said = folded(text).strip(" .")
    return next((unit.name for unit in units if said in _names(unit)), "")


def _said(text: str, units: tuple[UnitFact, ...]) -> str:
    """The unit after (or before) words that say whose something is."""
    verbs, said = alternatives(words(Use.OWNED)), folded(text)
    for unit in units:
        for name in _names(unit):
            if name not in said:
                continue
            after = rf"\b(?:{verbs})\s(?:[a-zåäö]{{1,20}}\s){{0,2}}?{re.escape(name)}(?!\w)"
            called = rf"(?<!\w){re.escape(name)}"
            before = rf"{called}\s(?:{alternatives(words(Use.OWNS))})\b|{called}s\s(?:databas|system|register)\b"
            if re.search(rf"{after}|{before}", said):
                return unit.name
    return ""


def _chapter(outline: Outline, section: int, units: tuple[UnitFact, ...]) -> str:
    for at in outline.headings_over(section):
        heading = outline.sections[at].heading
        name = _whole(heading, units) or next((unit.name for unit in units if _is_theirs(heading, unit)), "")
        if name:
            return name
    return ""


def _is_theirs(heading: str, unit: UnitFact) -> bool:
    """Whether a heading begins with a unit in the genitive: *Elevhälsans journaler*."""
    return any(re.match(rf"{re.escape(name)}(?:n|en|et|na)?s\s", folded(heading)) for name in _names(unit) if name)
