"""How long an answer may be, and how its words and sentences are counted.

A line that answers is read at a glance, on a phone and aloud: twelve words, and a sentence of fifteen, are what
plain-language guides ask for (klarspråk, Språkrådet: one thought a sentence). What is said on the telephone is said in
one breath.
"""

from __future__ import annotations

import re

MOST_SHORT = 12
MOST_SENTENCES = 2
MOST_IN_SENTENCE = 15
MOST_ANSWER = MOST_SENTENCES * MOST_IN_SENTENCE
MOST_SPOKEN = 25

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
"""Marks on letters, of Latin and of Arabic writing."""
_WORD = re.compile(rf"[^\W_](?:[\w{_MARKS}.,:/@’'´-]*[^\W_][{_MARKS}]*)?")
"""A word has a letter or a digit; a number, an address, an e-mail and a name with a hyphen are one each."""

_ABBREVIATIONS = re.compile(r"\b(?:kap|bl\.a|t\.ex|m\.m|dvs|nr|st|kl|ch|no|luk|esim|ns)\.(?=\s)", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?؟])[”\"')]*\s+")


def words_of(text: str) -> list[str]:
    """The words of a text, as a reader counts them; a phone number in groups is one."""
    return _WORD.findall(_grouped(text))


def sentences_of(text: str) -> list[str]:
    """The sentences of a text: a full stop after an abbreviation ends none."""
    whole = _ABBREVIATIONS.sub(lambda found: found.group().replace(".", "\u2024"), text.strip())
    return [part.replace("\u2024", ".") for part in _END.split(whole) if part]


def _grouped(text: str) -> str:
    """The text with the spaces inside numbers taken away: ”011-15 00 00” is one word."""
    return re.sub(r"(?<=\d)[ \u00a0](?=\d)", "", text)
