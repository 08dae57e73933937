"""The words of the rules for finding aids, as patterns."""

from __future__ import annotations

import functools
import re
from enum import StrEnum

from data.importing.recognising.clauses import alternatives, folded
from data.importing.rules import Rule, rules


class Use(StrEnum):
    """What words of a rule do."""

    SYSTEM = "system"
    REGISTER = "register"
    LIST = "list"
    PLAN = "plan"
    PLAN_SHOWS = "plan-shows"
    DIARY = "diary"
    DIARY_SYSTEM = "diary-system"
    COLUMN_NAME = "column-name"
    COLUMN_WEAK_NAME = "column-weak-name"
    COLUMN_HOLDS = "column-holds"
    COLUMN_CAVEAT = "column-caveat"
    COLUMN_OWNER = "column-owner"
    COLUMN_OTHER = "column-other"
    EMPTY_CELL = "empty-cell"
    SECTION_WORD = "section-word"
    KEYS_LIST = "keys-list"
    BOUND = "bound"
    LISTED_IN = "listed-in"
    KEPT = "kept"
    USED = "used"
    SUBJECT_VERB = "subject-verb"
    DESCRIBES = "describes"
    OPENS = "opens"
    ORDERED = "ordered"
    NONE = "none"
    EXCEPT = "except"
    LAW = "law"
    ORDINARY = "ordinary"
    GENERIC = "generic"
    NO_NAME = "no-name"
    ORGANISATION = "organisation"
    PLACE_AFTER = "place-after"
    COMMON_ENDING = "common-ending"
    PROTOCOL = "protocol"
    PUBLISHED = "published"
    CAVEAT = "caveat"
    OWNED = "owned"
    OWNS = "owns"
    PART_OF = "part-of"
    AFTER_NAME = "after-name"
    OVER = "over"
    GOES_ON = "goes-on"
    FORM = "form"
    OPEN_END = "open-end"
    BUILD = "build"


class AidRule(Rule, frozen=True, kw_only=True):
    """Words and what they do; of a build, which grammar tells a fact, no words."""

    does: Use
    words: tuple[str, ...] = ()


@functools.cache
def words(use: Use) -> tuple[str, ...]:
    """The words of a use, in the order of the rules."""
    return tuple(word for rule in rules("aids", AidRule) if rule.does is use for word in rule.words)


@functools.cache
def folded_words(use: Use) -> frozenset[str]:
    """The same without case."""
    return frozenset(folded(word) for word in words(use))


@functools.cache
def anywhere(use: Use) -> re.Pattern[str]:
    """A pattern that finds one of the words as a whole word, without case."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words(use))})(?!\w)", re.IGNORECASE)


@functools.cache
def ending(*uses: Use) -> str:
    """A pattern, to be built into others, of a word that ends with one of the words; bounded."""
    listed = tuple(word for use in uses for word in words(use))
    return rf"(?<![\w-])(?:[\w-]{{0,40}}?)(?i:{alternatives(listed)})(?![\w-])"


def is_empty(cell: str) -> bool:
    """Whether a cell says nothing."""
    return folded(cell).strip(" .") in folded_words(Use.EMPTY_CELL)
