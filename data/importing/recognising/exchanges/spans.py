"""How and when, as a sentence says them: stretches of its text."""

from __future__ import annotations

from typing import NamedTuple

from data.importing.recognising.exchanges.vocabulary import Use, pattern


class Span(NamedTuple):
    """A stretch of a sentence."""

    start: int
    end: int
    text: str


def spans(sentence: str, use: Use) -> tuple[Span, ...]:
    """The stretches of a sentence that say how, or when."""
    found = []
    for match in pattern(use).finditer(sentence):
        text = match.group().rstrip(" ,")
        if text:
            found.append(Span(match.start(), match.start() + len(text), text))
    return tuple(found)


def nearest(found: tuple[Span, ...], window: tuple[int, int, int, int]) -> str:
    """What belongs to a party: what follows it before the next, else what stands before it after the last."""
    before, start, end, after = window
    follows = [span for span in found if end <= span.start < after]
    precedes = [span for span in found if before <= span.start < start]
    chosen = follows[:1] or precedes[-1:]
    return chosen[0].text if chosen else ""


def without(spans_: tuple[Span, ...], others: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those that lie in none of the others."""
    return tuple(one for one in spans_ if not any(other.start <= one.start < other.end for other in others))
