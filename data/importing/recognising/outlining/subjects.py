"""What headings, tables and lines of the law tell of, by their words."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from data.importing.outline import Subject
from data.importing.recognising.outlining.words import Rows, any_row, line_rule, standing, tokens
from data.importing.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_OF_LAW = 260
"""Characters: longer lines say more than the law's point."""
_NO = frozenset({"inte", "ingen", "inga", "inget", "ej", "saknar", "saknas", "aldrig"})
"""The law denies nothing: a line that does is an answer."""


class SubjectRule(Rule, frozen=True, kw_only=True):
    """A heading tells of subjects where all words of one row stand in it.

    Attributes:
        unless: Words that make it something else.
        claims: Words that no later rule may read, where this one holds.
        weak: Whether it holds only where no other does, or those of `beside` alone.
    """

    subjects: tuple[Subject, ...]
    words: Rows
    unless: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    weak: bool = False
    beside: tuple[Subject, ...] = ()


class ColumnRule(Rule, frozen=True, kw_only=True):
    """A table tells of subjects where a row of `words` stands among the names of its columns, and one of `beside`."""

    subjects: tuple[Subject, ...]
    words: Rows
    beside: Rows


class PointRule(Rule, frozen=True, kw_only=True):
    """A point of the law: words that recite it, and words that answers to it hold."""

    subject: Subject
    words: Rows
    answers: Rows


@functools.lru_cache(maxsize=4096)
def subjects_of(heading: str) -> tuple[Subject, ...]:
    """What a heading says that its section tells of, in the order of its words; empty where it says nothing."""
    words = tokens(heading)
    taken: set[int] = set()
    found: list[tuple[int, tuple[Subject, ...]]] = []
    for rule in rules("subjects", SubjectRule):
        if rule.weak and any(each not in rule.beside for _, subjects in found for each in subjects):
            continue
        free = _free(rule, words, taken)
        if free:
            found.append((min(free), rule.subjects))
            taken |= free | {at for word in rule.claims for at in standing((word,), words)}
    ordered = (subject for _, subjects in sorted(found, key=lambda each: each[0]) for subject in subjects)
    return tuple(dict.fromkeys(ordered))


def _free(rule: SubjectRule, words: Sequence[str], taken: set[int]) -> set[int]:
    """The words that a rule reads and that no other has read; none where it does not hold."""
    if any(standing((word,), words) for word in rule.unless):
        return set()
    free: set[int] = set()
    for row in rule.words:
        stands = standing(row, words)
        if stands and all(standing((word,), words) - taken for word in row):
            free |= stands - taken
    return free


def strong_subjects(text: str) -> tuple[Subject, ...]:
    """What a line tells of by words that few others have: none for what only says that it is about the document."""
    found = subjects_of(text)
    return tuple(each for each in found if each not in {Subject.ABOUT, Subject.RECORDS})


def column_subjects(columns: Sequence[str]) -> tuple[Subject, ...]:
    """What a table tells of by the names of its columns; empty where they say nothing."""
    words = tokens(" ".join(columns))
    for rule in rules("columns", ColumnRule):
        if any_row(rule.words, words) and any_row(rule.beside, words):
            return tuple(rule.subjects)
    return ()


def names_unit(heading: str) -> bool:
    """Whether a heading is the name of a unit."""
    return any_row(line_rule("unit").words, tokens(heading)[:3]) or any_row(
        line_rule("unit").words, tokens(heading)[-1:]
    )


@functools.lru_cache(maxsize=4096)
def point_of(text: str) -> Subject | None:
    """The point of OSL 4 kap. 2 § that a line recites in the law's words; none where it is anything else."""
    if len(text) > _LONGEST_OF_LAW:
        return None
    words = tokens(text)
    if not _NO.isdisjoint(words):
        return None
    return next((rule.subject for rule in rules("recital", PointRule) if any_row(rule.words, words)), None)


def points_in(text: str) -> tuple[Subject, ...]:
    """All points of the law that a paragraph recites."""
    words = tokens(text)
    return tuple(rule.subject for rule in rules("recital", PointRule) if any_row(rule.words, words))


def answered(text: str) -> tuple[Subject, ...]:
    """The points that a paragraph may answer, by its words."""
    words = tokens(text)
    return tuple(rule.subject for rule in rules("recital", PointRule) if any_row(rule.answers, words))
