"""How and when, as a sentence says them: stretches of its text."""

from __future__ import annotations

from typing import NamedTuple

from data.importing.recognising.exchanges.vocabulary import Use, pattern


class Span(NamedTuple):
    """A stretch of a sentence."""

    start: int
    end: int
    text: str
    event: bool = False


class Manner(NamedTuple):
    """How and when, in order."""

    how: tuple[Span, ...]
    when: tuple[Span, ...]

    @property
    def first_how(self) -> str:
        """The first that says how; empty where none does."""
        return self.how[0].text if self.how else ""

    @property
    def first_when(self) -> str:
        """The first that says when."""
        return self.when[0].text if self.when else ""

    @property
    def all(self) -> tuple[Span, ...]:
        """Both, in order."""
        return tuple(sorted((*self.how, *self.when)))


_MASK = ";"
"""Stands where words have been taken, so that no phrase runs over them."""


def manner(sentence: str) -> Manner:
    """How and when a sentence says that something is done: first what can be nothing but a time, last events."""
    times, rest = _taken(sentence, Use.WHEN)
    ways, rest = _taken(rest, Use.HOW)
    events, _ = _taken(rest, Use.WHEN_EVENT)
    precise = tuple(span for span in (*times, *events) if not pattern(Use.WHEN_VAGUE).fullmatch(span.text))
    return Manner(ways, tuple(sorted(precise or times)))


def _taken(sentence: str, use: Use) -> tuple[tuple[Span, ...], str]:
    found: list[Span] = []
    for match in pattern(use).finditer(sentence):
        text = match.group().rstrip(" ,")
        if text:
            found.append(Span(match.start(), match.start() + len(text), text, use is Use.WHEN_EVENT))
    for span in found:
        sentence = sentence[: span.start] + _MASK * (span.end - span.start) + sentence[span.end :]
    return tuple(found), sentence


def nearest(found: tuple[Span, ...], window: tuple[int, int, int, int]) -> str:
    """What belongs to a party: what follows it before the next, else what stands before it after the last."""
    before, start, end, after = window
    follows = [span for span in found if end <= span.start < after]
    precedes = [span for span in found if before <= span.start < start]
    follows.sort(key=lambda span: span.event)
    chosen = follows[:1] or precedes[-1:]
    return chosen[0].text if chosen else ""
