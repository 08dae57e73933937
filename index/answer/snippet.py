"""A window of an entry's text with the found words marked, safe to put into a page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from html import escape
from operator import attrgetter
from typing import TYPE_CHECKING

from index.words.analysis import entry_tokens

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from index.words.analysis import Token

_START, _END = attrgetter("start"), attrgetter("end")

_MARKUP = re.compile(r"[&<>\"']")

WINDOW = 200
"""Characters shown: two lines on a phone, one on a desk."""


def snippet(text: str, marks: Mapping[str, Hashable]) -> str:
    """Cut the window with the most different found words and mark them.

    Args:
        text: Plain text.
        marks: The normalised words to mark; words with the same value count as one.

    Returns:
        HTML in which only ``<mark>`` is markup; the rest is escaped.
    """
    words = entry_tokens(text)
    marked = {token: marks[token.text] for token in words if token.text in marks}
    start, end = _window(text, words, marked)
    parts: list[str] = ["… " if start else ""]
    at = start
    for token in marked:
        if start <= token.start and token.end <= end:
            parts += [
                _escaped(text[at : token.start]),
                "<mark>",
                _escaped(text[token.start : token.end]),
                "</mark>",
            ]
            at = token.end
    parts += [_escaped(text[at:end]), " …" if end < len(text) else ""]
    return "".join(parts)


def _escaped(text: str) -> str:
    """Most texts have nothing to escape, which is faster to see than to do."""
    return escape(text) if _MARKUP.search(text) else text


def _window(text: str, words: Sequence[Token], marked: dict[Token, Hashable]) -> tuple[int, int]:
    """From a word's start to a word's end, at most `WINDOW` characters, richest in found words."""
    if len(text) <= WINDOW:
        return 0, len(text)
    best, best_count = 0, 0
    for token in marked:
        within = (other for other in marked if token.start <= other.start and other.end <= token.start + WINDOW)
        count = len({marked[other] for other in within})
        if count > best_count:
            best, best_count = token.start, count
    lead = max(0, best - WINDOW // 3)
    first = bisect_left(words, lead, key=_START) if lead else 0
    start = words[first].start if 0 < first < len(words) else 0
    after = bisect_right(words, start + WINDOW, key=_END)
    if after == len(words):
        return start, len(text)
    return start, words[after - 1].end if after else WINDOW
