"""Statements: whole sentences of the text, as they stand, on the points that the law asks about."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.outline import Basis, PassageKind, Subject
from data.importing.proposal import StatementFact
from data.importing.recognising.statements.sentences import sentences
from data.importing.rules import Rule, rules
from data.kinds import Topic, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.importing.outline import Outline, OutlinePassage
    from data.importing.proposal import UnitFact
    from data.importing.recognising.statements.sentences import Sentence

_MOST = {Topic.SALE: 4, Topic.ACCESS_AID: 6, Topic.ARCHIVE: 6, Topic.INFORMATION: 12}
"""Statements of a topic that say all there is to say; of others as many as `_OTHERWISE`."""
_OTHERWISE = 8
_FEWEST_LETTERS = 3


class StatementRule(Rule, frozen=True, kw_only=True):
    """A sentence states something of a topic where all expressions of one list match it, and none of another.

    Attributes:
        section: Only what tells of this.
        outside: Never what tells of one of these.
        after: Only where the passage, or the one before, has words that this expression matches.
        most: Sentences of one passage.
        once: Only where nothing else of the passage states anything of the topic.
        described: Only in a document that says that it is an archive description.
    """

    topic: Topic
    all: tuple[str, ...]
    none: tuple[str, ...] = ()
    section: Subject | None = None
    outside: tuple[Subject, ...] = ()
    after: str = ""
    most: int = 2
    once: bool = False
    described: bool = False


@functools.cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class _Told(msgspec.Struct, frozen=True):
    fact: StatementFact
    start: int
    cell: int


def statements(outline: Outline, units: Iterable[UnitFact] = ()) -> tuple[StatementFact, ...]:
    """The sentences of a document that answer a point of the law, in their order."""
    named = {
        name.casefold(): unit.name
        for unit in units
        if unit.kind is not UnitKind.EXTERNAL and unit.parent
        for name in (unit.name, *unit.aliases)
    }
    is_described = describes_archive(outline)
    told: list[StatementFact] = []
    for passage in outline.passages:
        if not _may_state(passage):
            continue
        of_units = _units_of(outline, passage, named)
        for fact in _of_passage(outline, passage, of_units, is_described=is_described):
            if fact.quote not in {each.quote for each in told if each.topic is fact.topic}:
                told.append(fact)
    return tuple(_few(told))


def describes_archive(outline: Outline) -> bool:
    """Whether a document says that it is an archive description: in its title, in a heading, or in a sentence."""
    declared = [
        rule for rule in rules("statements", StatementRule) if rule.topic is Topic.ARCHIVE and not rule.described
    ]
    title = [section.heading for section in outline.sections] + [each.text for each in outline.passages[:8]]
    if any(_names_itself(words) for words in title):
        return True
    return any(
        _states(rule, sentence.text, passage, before="")
        for rule in declared
        if not rule.after
        for passage in outline.passages
        if not passage.recited
        for sentence in sentences(passage.text)
    )


def _names_itself(words: str) -> bool:
    """Whether words are a title, or a line of particulars, that calls the document an archive description."""
    return any(
        re.search(r"(?i)\barkivbeskrivning(?:en)?\b", line) and not re.search(r"[.!?]\s|\bska(?:ll)?\b", line)
        for line in words.split("\n")
    )


def _may_state(passage: OutlinePassage) -> bool:
    """Whether a passage has sentences of the authority's: no rows of systems and records, no title."""
    is_list_of_things = passage.kind is PassageKind.TABLE_ROW and bool(passage.columns)
    return not (passage.recited or is_list_of_things or passage.kind is PassageKind.TITLE)


def _units_of(outline: Outline, passage: OutlinePassage, named: dict[str, str]) -> tuple[str, ...]:
    """The unit whose heading a passage stands under."""
    for at in outline.headings_over(passage.section):
        unit = named.get(outline.sections[at].heading.strip().casefold())
        if unit:
            return (unit,)
    return ()


def _of_passage(
    outline: Outline, passage: OutlinePassage, units: tuple[str, ...], *, is_described: bool
) -> Iterator[StatementFact]:
    before = outline.passages[passage.n - 2].text if passage.n > 1 else ""
    found: list[_Told] = []
    for at, cell in enumerate(passage.cells or (passage.text,)):
        parts = list(sentences(cell))
        for rule in rules("statements", StatementRule):
            if rule.described and not is_described:
                continue
            is_told = any(each.fact.topic is rule.topic for each in found)
            if not (rule.once and is_told):
                found += _by_rule(rule, parts, passage, units, at, f"{before} {cell}")
    found.sort(key=lambda each: (each.cell, each.start))
    yield from (each.fact for each in found)


def _by_rule(
    rule: StatementRule, parts: list[Sentence], passage: OutlinePassage, units: tuple[str, ...], cell: int, before: str
) -> list[_Told]:
    hits = [part for part in parts if _states(rule, part.text, passage, before)]
    basis = Basis(rule.id, (passage.n,))
    return [_Told(StatementFact(rule.topic, part.text, units, basis), part.start, cell) for part in hits[: rule.most]]


def _states(rule: StatementRule, sentence: str, passage: OutlinePassage, before: str) -> bool:
    if rule.section and rule.section not in passage.subjects:
        return False
    if (
        any(subject in rule.outside for subject in passage.subjects)
        or sum(map(str.isalpha, sentence)) < _FEWEST_LETTERS
    ):
        return False
    low = sentence.lower()
    if rule.after and not _expression(rule.after).search(before.lower()):
        return False
    return all(_expression(each).search(low) for each in rule.all) and not any(
        _expression(each).search(low) for each in rule.none
    )


def _few(told: list[StatementFact]) -> Iterator[StatementFact]:
    """No more of each topic than say what there is to say."""
    counted: dict[Topic, int] = {}
    for fact in told:
        counted[fact.topic] = counted.get(fact.topic, 0) + 1
        if counted[fact.topic] <= _MOST.get(fact.topic, _OTHERWISE):
            yield fact
