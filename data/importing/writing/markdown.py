"""Texts of a document as lines of Markdown: none of them can be more than words there."""

from __future__ import annotations

import re

from data.identity_numbers import numbers_to_refuse

_SHOWN = 160
"""Characters of a text that are enough to find it by."""


def without_numbers(text: str) -> str:
    """A text without anybody's identity number."""
    for number in reversed(numbers_to_refuse(text)):
        text = f"{text[: number.start()]}[personnummer]{text[number.end() :]}"
    return text


def plain(text: str) -> str:
    """A text in one line, without what Markdown would take as its own, and without anybody's identity number."""
    text = without_numbers(text)
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def shortened(text: str) -> str:
    """The beginning of a text, as `plain`."""
    text = " ".join(text.split())
    return plain(text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …")
