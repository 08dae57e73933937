"""A window of an entry's text with the found words marked, safe to put into a page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from index.analysis import entry_tokens

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from index.analysis import Token

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
    found = {token: marks[token.text] for token in words if token.text in marks}
    start, end = _window(text, words, found)
    parts: list[str] = ["… " if start else ""]
    at = start
    for token in found:
        if start <= token.start and token.end <= end:
            parts += [
                escape(text[at : token.start]),
                "<mark>",
                escape(text[token.start : token.end]),
                "</mark>",
            ]
            at = token.end
    parts += [escape(text[at:end]), " …" if end < len(text) else ""]
    return "".join(parts)


def _window(text: str, words: tuple[Token, ...], found: dict[Token, Hashable]) -> tuple[int, int]:
    """From a word's start to a word's end, at most `WINDOW` characters, richest in found words."""
    best, best_count = 0, 0
    for token in found:
        count = len(
            {hit for other, hit in found.items() if token.start <= other.start and other.end <= token.start + WINDOW}
        )
        if count > best_count:
            best, best_count = token.start, count
    lead = max(0, best - WINDOW // 3) if len(text) > WINDOW else 0
    start = 0 if not lead else next((token.start for token in words if token.start >= lead), 0)
    last = max((token.end for token in words if token.end <= start + WINDOW), default=min(len(text), WINDOW))
    return start, len(text) if last == (words[-1].end if words else 0) else last
