"""What a line is by its shape: a citation, a label, an address, a date, a sentence. None of them is a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.outlining.subjects import point_of
from data.importing.recognising.outlining.words import begins, line_rule, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 160
_MOST_WORDS = 12
_NUMBERED = re.compile(
    r"(?:kapitel |kap\. |avsnitt )?([A-Z]\.\d{1,2}|\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,4}\.|[A-Z]\.)"
    r"\.?\s{1,5}(?=[A-ZÅÄÖ])"
)
"""A number typed before a heading: ”2.1 Diarium”, ”IV. Sekretess”."""
_PAGE = re.compile(
    r"(?:sid(?:a|an|\.)?\s?)?\d{1,3}\s?(?:\(\d{1,3}\)|/\s?\d{1,3}|av \d{1,3})|sid(?:a|\.)? ?\d{1,3}|- ?\d{1,3} ?-",
    re.IGNORECASE,
)
_CITED = re.compile(r"(?:\w{2,4}\s)?\d{1,3}(?::\d|\s?kap\b|\s?[a-z]?\s?§)|§|kap\. ?\d|\d{1,3}\s?kap", re.IGNORECASE)
_ADDRESS = re.compile(r"@|\[at\]|www\.|https?:|\b\d{3}\s?\d\d\s[A-ZÅÄÖ]|\b0\d{1,3}[- –]\d{2,3}")
_LABEL = re.compile(r"([^:.!?\n]{2,40}):\s*\S")
_DATE = re.compile(
    r"(?:den )?\d{1,2} (?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,7}\.? (?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)
_CASE_NUMBER = re.compile(r"(?:dnr\.?\s)?[A-ZÅÄÖa-zåäö]{0,6}[ -]?(?:19|20)?\d\d[-/:]\d{1,6}", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÅÄÖ][\w-]{1,30} (?:[A-ZÅÄÖ][\w-]{1,30} ?){1,2}, [a-zåäö]")
_CAPTION = re.compile(r"(?:tabell|figur|bild|diagram|karta) \d", re.IGNORECASE)
_FILLED = re.compile(r"[_.…]{4}")
_ABBREVIATED = ("m.m.", "m.fl.", "m. m.", "m. fl.", "mm.", "etc.", "osv.", "o.d.", "dyl.", "o.s.v.")
_ENDS = (".", ",", ";", "!", "…")


def number_apart(text: str) -> tuple[str, str]:
    """The number that a heading begins with, and its words."""
    found = _NUMBERED.match(text)
    return (found[1].rstrip("."), text[found.end() :]) if found else ("", text)


def is_page_number(text: str) -> bool:
    """Whether a line is a page's number and nothing else: ``Sida 3 (9)``."""
    return bool(_PAGE.fullmatch(text.strip()))


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return bool(_DATE.fullmatch(text.strip()))


def is_label(text: str) -> bool:
    """Whether a line is a label and its value: ``Telefon: 0990-00 00 00``."""
    return bool(_LABEL.match(text)) and not begins("annex", text)


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence or a part of one, by its end and its length."""
    if text.endswith(_ENDS):
        return not text.endswith(_ABBREVIATED)
    words = tokens(text)
    is_long = len(words) > _MOST_WORDS and point_of(text) is None
    return is_long or (not text.endswith("?") and _has_main_verb(words))


def _has_main_verb(words: Sequence[str]) -> bool:
    """Whether words are a sentence without its stop: a verb, and before it no word that asks or joins."""
    verbs = {row[0] for row in line_rule("main-verb").words}
    joins = {row[0] for row in line_rule("subordinating").words}
    at = next((at for at, word in enumerate(words) if word in verbs), 0)
    return 0 < at < len(words) - 1 and joins.isdisjoint(words[: at + 1])


def is_no_heading(text: str) -> bool:
    """Whether a line cannot be a heading, however it looks."""
    text = text.strip()
    return (
        not any(letter.isalpha() for letter in text)
        or (len(text) > _LONGEST and point_of(text) is None)
        or "\n" in text
        or _names_what_is_none(text)
        or is_sentence(text)
    )


def _names_what_is_none(text: str) -> bool:
    return (
        is_label(text)
        or bool(_CAPTION.match(text))
        or is_page_number(text)
        or is_date(text)
        or bool(_CITED.match(text) or _ADDRESS.search(text) or _CASE_NUMBER.fullmatch(text) or _PERSON.match(text))
        or bool(_FILLED.search(text))
        or _tells_of_document(text)
    )


def _tells_of_document(text: str) -> bool:
    """Whether a line begins as those on a first page do: ”Fastställd av …”, ”Version 2”."""
    return (
        begins("decision", text)
        and (len(tokens(text)) > 1 or any(letter.isdigit() for letter in text))
        and not _is_plain(text)
    )


def _is_plain(text: str) -> bool:
    """Whether a line that begins with such a word goes on as a heading: ”Version och historik”."""
    words = tokens(text)
    return len(words) > 1 and words[1] in {"och", "samt", "till"} and not any(letter.isdigit() for letter in text)
