"""Numbers and references that are found whole: law, cases, telephone numbers, e-mail addresses.

Every spelling comes to one canonical term, ``c:`` and a kind: ``24:8``, ``24 kap. 8 §`` and
``OSL 24 kap 8 §`` are all ``c:lag/osl/24/8``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.citations import DEFAULT_LAW, MAX_PARAGRAPHS, REFERENCE, Reference, names_another_law, paragraphs_of
from index.terms import CODE
from index.words.analysis import is_stopword, normalise

# Neither a date (möte 2019-05-06) nor a span of years (protokoll 2019-2020) is a case.
_CASE = re.compile(
    r"\b([a-zåäö]{2,5})\s?[-_]?\s?((?:19|20)\d{2})(?!-\d\d-\d\d\b|\s?-\s?(?:19|20)\d\d\b)"
    r"\s?[/:\-_]\s?0*(\d{1,6})\b"
)
_EMAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_BETWEEN_DIGITS = r"[\s/)\-\u2010-\u2015\u2212]{0,5}"
_PHONE = re.compile(
    rf"(?:(?<![\w/:])|(?<=\btel:))\(?(?:\+46|0046|0){_BETWEEN_DIGITS}\(?0?{_BETWEEN_DIGITS}\d(?:{_BETWEEN_DIGITS}\d){{5,10}}(?![\w/:])"
)
_NO_REGISTERS = frozenset({"år", "året", "åren", "läsår", "lag", "sfs"})
"""Words before a year and a number that are no case: school years and statutes."""
_MAX_RANGE = 20
_LAW_PARTS = 3


@dataclass(frozen=True, slots=True)
class Code:
    """A number or reference: its canonical terms, and where it stands in the normalised text."""

    terms: tuple[str, ...]
    start: int
    end: int


def find_codes(text: str) -> list[Code]:
    """Find all numbers and references, none overlapping another.

    Args:
        text: Text that `index.words.analysis.normalise` has been over.
    """
    codes: list[Code] = []
    taken = bytearray(len(text))
    for pattern, read in ((_EMAIL, _email), (_CASE, _case), (REFERENCE, _law), (_PHONE, _phone)):
        for match in pattern.finditer(text):
            terms = () if any(taken[match.start() : match.end()]) else read(match)
            if terms:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                codes.append(Code(terms, match.start(), match.end()))
    return sorted(codes, key=lambda code: code.start)


def code_terms(text: str) -> list[str]:
    """The canonical terms of everything found in a text, a law's chapters along with its paragraphs."""
    terms = [term for code in find_codes(normalise(text)) for term in code.terms]
    chapters = {term.rpartition("/")[0] for term in terms if term.count("/") == _LAW_PARTS and "//" not in term}
    return [*terms, *sorted(chapters)]


def _email(match: re.Match[str]) -> tuple[str, ...]:
    return (f"{CODE}epost/{match.group().rstrip('.')}",)


def _case(match: re.Match[str]) -> tuple[str, ...]:
    if is_stopword(match[1], "sv") or match[1] in _NO_REGISTERS:
        return ()
    return (f"{CODE}dnr/{match[1]}{match[2]}/{match[3]}",)


def _phone(match: re.Match[str]) -> tuple[str, ...]:
    digits = re.sub(r"\D", "", match.group())
    national = (
        re.sub(r"^(?:0046|46)0?", "0", digits) if not digits.startswith("0") or digits.startswith("0046") else digits
    )
    return (f"{CODE}tel/{national}",)


def _law(match: re.Match[str]) -> tuple[str, ...]:
    reference = Reference.of(match)
    if not reference.law and (not reference.chapter or names_another_law(match)):
        return ()
    law = reference.law or DEFAULT_LAW
    if not reference.paragraphs:
        return (f"{CODE}lag/{law}/{reference.chapter}",)
    paragraphs = paragraphs_of(reference.paragraphs, _MAX_RANGE)[:MAX_PARAGRAPHS]
    return tuple(f"{CODE}lag/{law}/{reference.chapter}/{paragraph}" for paragraph in paragraphs)
