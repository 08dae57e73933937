"""The words of the rules for exchanges, as patterns."""

from __future__ import annotations

import functools
import re
from enum import StrEnum

from data.importing.recognising.clauses import alternatives, folded
from data.importing.rules import Rule, rules


class Use(StrEnum):
    """What words of a rule do."""

    FETCH = "fetch"
    SUPPLY = "supply"
    NEUTRAL = "neutral"
    COMMUNICATE = "communicate"
    ACCESS = "access"
    LOOK_UP = "look-up"
    US = "us"
    MAY_BE_US = "may-be-us"
    TELL = "tell"
    POINTING = "pointing"
    SAYS_FETCHED = "says-fetched"
    SAYS_SUPPLIED = "says-supplied"
    SAYS_BOTH = "says-both"
    COLUMN_PARTY = "column-party"
    COLUMN_SOURCE = "column-source"
    COLUMN_RECIPIENT = "column-recipient"
    COLUMN_WHAT = "column-what"
    COLUMN_DIRECTION = "column-direction"
    COLUMN_HOW = "column-how"
    COLUMN_WHEN = "column-when"
    COLUMN_BOTH = "column-both"
    COLUMN_SYSTEM = "column-system"
    PARTY = "party"
    PARTY_ENDING = "party-ending"
    PARTY_WITH_FOR = "party-with-for"
    NO_PARTY_ENDING = "no-party-ending"
    FIRM = "firm"
    NATIONAL = "national"
    ARCHIVE = "archive"
    NO_PARTY = "no-party"
    DETERMINER = "determiner"
    TELLING_DETERMINER = "telling-determiner"
    NO_THING = "no-thing"
    COLUMN_FETCHED = "column-fetched"
    COLUMN_SUPPLIED = "column-supplied"
    THING_OF_THEIRS = "thing-of-theirs"
    REGISTER_PARTY = "register-party"
    HOW = "how"
    MEANS = "means"
    WHEN = "when"
    WHEN_VAGUE = "when-vague"
    WHEN_EVENT = "when-event"
    NEGATED = "negated"
    HISTORY = "history"
    RECITED = "recited"
    HANDED_OUT = "handed-out"
    REFERS_BACK = "refers-back"
    BOTH_WAYS_WORD = "both-ways-word"
    ADDRESS = "address"
    BUILD = "build"


class ExchangeRule(Rule, frozen=True, kw_only=True):
    """Words and what they do: whole words, or patterns that say how long they may be; a build has none."""

    does: Use
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@functools.cache
def words(use: Use) -> tuple[str, ...]:
    """The whole words of a use."""
    return tuple(word for rule in rules("exchanges", ExchangeRule) if rule.does is use for word in rule.words)


@functools.cache
def folded_words(use: Use) -> frozenset[str]:
    """The same without case."""
    return frozenset(folded(word) for word in words(use))


@functools.cache
def pattern(*uses: Use) -> re.Pattern[str]:
    """A pattern that finds words or patterns of uses, without case."""
    listed = [rule for rule in rules("exchanges", ExchangeRule) if rule.does in uses]
    phrases = [phrase for rule in listed for phrase in rule.patterns]
    whole = tuple(word for rule in listed for word in rule.words)
    if whole:
        phrases.append(rf"(?<![\w-])(?:{alternatives(whole)})(?![\w-])")
    return re.compile("|".join(rf"(?:{phrase})" for phrase in phrases), re.IGNORECASE)


@functools.cache
def loose(use: Use) -> re.Pattern[str]:
    """How the names of columns of a use are made, apart from the whole words."""
    phrases = [phrase for rule in rules("exchanges", ExchangeRule) if rule.does is use for phrase in rule.patterns]
    return re.compile("|".join(rf"(?:{phrase})" for phrase in phrases) or r"(?!)", re.IGNORECASE)
