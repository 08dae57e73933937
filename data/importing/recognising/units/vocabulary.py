"""The words that tell units, from the rules: nouns that their names end in, and words about them by what they do."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import NamedTuple

from data.importing.rules import Rule, rules
from data.kinds import UnitKind  # noqa: TC001 (a rule's field: read when the rules are)

STAGE = "units"


class Strength(StrEnum):
    """How much a noun says by itself."""

    STRONG = "strong"
    WEAK = "weak"
    BOARD = "board"


class Role(StrEnum):
    """What a list of words is for; the rule of each in the file says why."""

    ROOT = "root"
    ALONE = "alone"
    INDEFINITE = "indefinite"
    NEVER = "never"
    ADJECTIVE = "adjective"
    ADJECTIVE_ENDING = "adjective-ending"
    NO_ADJECTIVE = "no-adjective"
    VERB = "verb"
    PAST = "past"
    NOW = "now"
    DIVIDE = "divide"
    COLUMN = "column"
    HEAD_COLUMN = "head-column"
    TASK_COLUMN = "task-column"
    TITLE = "title"
    TITLE_FORM = "title-form"
    TITLE_ADJECTIVE = "title-adjective"
    ANSWERER = "answerer"
    ARCHIVE = "archive"
    BODY = "body"
    RUN_BY = "run-by"
    HELD_AT = "held-at"
    SENT = "sent"
    THEY_DO = "they-do"
    RUN_THING = "run-thing"
    HISTORY = "history"
    ORGANISATION = "organisation"
    OWN = "own"
    NO_ROW = "no-row"
    LIST = "list"
    ARTICLE = "article"
    PREPOSED = "preposed"
    GOES_ON = "goes-on"
    TITLE_END = "title-end"
    NO_LIST = "no-list"
    OWNER = "owner"
    UNIT_COLUMN = "unit-column"
    PARENT_COLUMN = "parent-column"
    OUTER_BOARD = "outer-board"
    RUNS = "runs"
    OWN_ARCHIVE = "own-archive"
    DECIDED_BY = "decided-by"
    DETERMINER = "determiner"
    GOVERNS = "governs"
    COMPANY = "company"
    FEDERATION = "federation"
    KEPT = "kept"
    KEPT_BY = "kept-by"
    OWNER_COLUMN = "owner-column"


class UnitRule(Rule, frozen=True, kw_only=True):
    """Words with one role, or nouns (four forms each) that names of units of a kind end in."""

    role: Role | None = None
    words: tuple[str, ...] = ()
    kind: UnitKind | None = None
    strength: Strength = Strength.WEAK
    nouns: tuple[str, ...] = ()


class Noun(NamedTuple):
    """A noun for a kind of unit, in its forms."""

    base: str
    definite: str
    plural: str
    plurals: str
    kind: UnitKind
    strength: Strength


class Form(StrEnum):
    """Which form of a noun a word is."""

    BASE = "base"
    DEFINITE = "definite"
    PLURAL = "plural"
    PLURALS = "plurals"


@functools.cache
def words(role: Role) -> frozenset[str]:
    """The words of a role."""
    return frozenset(word for rule in rules(STAGE, UnitRule) if rule.role is role for word in rule.words)


@functools.cache
def _forms() -> dict[str, tuple[Noun, Form]]:
    found: dict[str, tuple[Noun, Form]] = {}
    for rule in rules(STAGE, UnitRule):
        for line in rule.nouns:
            forms = line.split()
            if rule.kind is not None:
                noun = Noun(forms[0], forms[1], forms[2], forms[3], rule.kind, rule.strength)
                for form, word in zip((Form.DEFINITE, Form.BASE, Form.PLURALS, Form.PLURAL), (1, 0, 3, 2), strict=True):
                    found.setdefault(forms[word], (noun, form))
    return found


def noun_of(word: str) -> tuple[Noun, Form, bool] | None:
    """The noun that a word is or ends in, its form, and whether it is that word alone."""
    word = word.casefold()
    for at in range(len(word) - 2):
        known = _forms().get(word[at:])
        if known is not None:
            return None if _never(word, at, known[0]) else (*known, at == 0)
    return None


def _never(word: str, at: int, noun: Noun) -> bool:
    return at == 1 or (word[:at] + noun.base) in words(Role.NEVER)


@functools.cache
def bare_nouns() -> dict[str, tuple[Noun, Form]]:
    """Every form of every noun."""
    return _forms()


@functools.cache
def _adjective(word: str) -> bool:
    return word in words(Role.ADJECTIVE) or any(word.endswith(end) for end in words(Role.ADJECTIVE_ENDING))


def qualifies(word: str) -> bool:
    """Whether an adjective belongs to a unit's name: *administrativa*, *publikt*."""
    word = word.casefold()
    stems = {word, word[:-1]} if word[-1:] in "ate" else {word}
    return not stems & words(Role.NO_ADJECTIVE) and any(_adjective(stem) for stem in stems)
