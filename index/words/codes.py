"""Numbers and references that are found whole: law, cases, telephone numbers, e-mail addresses.

Every spelling comes to one canonical term, ``c:`` and a kind: ``24:8``, ``24 kap. 8 §`` and
``OSL 24 kap 8 §`` are all ``c:lag/osl/24/8``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.terms import CODE
from index.words.analysis import is_stopword, normalise

_LAWS = {
    "osl": r"(?:offentlighets-?\s*och\s*)?sekretess\s*lag(?:ens?)?|osl",
    "arkivlagen": r"arkivlag(?:ens?)?",
    "tf": r"tryckfrihetsförordning(?:ens?)?|tf",
    "fl": r"förvaltningslag(?:ens?)?|fl",
}
_OTHER_LAW = r"\w+(?:lag|balk|förordning)(?:ens?)?|rf|sfs"
_LAW = "|".join(f"(?P<{name}{{i}}>{pattern})" for name, pattern in _LAWS.items())
_YEAR = r"(?:\s*\(?\d{4}:\d+\)?)?"
_BEFORE = rf"(?:(?:{_LAW.format(i=1)})\b{_YEAR}[\s,]*)?"
_AFTER = rf"(?:[\s,]*(?:{_LAW.format(i=2)})\b)?"
_CHAPTER = r"(?:kapitlet|kapitel|kap)\.?"
_PARAGRAPH = r"(?:§+|paragraferna|paragrafen|paragraf)"
_NUMBER = r"\d+(?:\s?[a-h]\b)?"
_LIST = rf"{_NUMBER}(?:\s*(?:-|–|,|och)\s*{_NUMBER})*"
_REFERENCE = re.compile(
    rf"\b{_BEFORE}(?:"
    rf"(?P<chapter>\d{{1,2}})\s*{_CHAPTER}\s*(?:{_PARAGRAPH}\s*)?(?P<paragraphs>{_LIST})\s*{_PARAGRAPH}?"
    rf"|(?P<chapter2>[1-9]\d?)\s?:\s?(?P<paragraphs2>[1-9]\d?(?:\s?[a-h]\b)?)(?![\d:])\s*{_PARAGRAPH}?"
    rf"|{_PARAGRAPH}\s*(?P<paragraphs3>{_LIST})"
    rf"|(?P<paragraphs4>{_LIST})\s*{_PARAGRAPH}"
    rf"|(?P<chapter5>\d{{1,2}})\s*{_CHAPTER}"
    rf"|{_CHAPTER}\s*(?P<chapter6>\d{{1,2}})(?:[\s,]*{_PARAGRAPH}\s*(?P<paragraphs6>{_LIST}))?){_AFTER}(?!\w)"
)
_OTHER_BEFORE = re.compile(rf"\b(?:{_OTHER_LAW}){_YEAR}[\s,]*$")
_OTHER_AFTER = re.compile(rf"[\s,]*(?:i\s+)?(?:{_OTHER_LAW})\b")
# Neither a date (möte 2019-05-06) nor a span of years (protokoll 2019-2020) is a case.
_CASE = re.compile(
    r"\b([a-zåäö]{2,5})\s?[-_]?\s?((?:19|20)\d{2})(?!-\d\d-\d\d\b|\s?-\s?(?:19|20)\d\d\b)"
    r"\s?[/:\-_]\s?0*(\d{1,6})\b"
)
_EMAIL = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")
_BETWEEN_DIGITS = r"[\s/)\-\u2010-\u2015\u2212]*"
_PHONE = re.compile(
    rf"(?:(?<![\w/:])|(?<=\btel:))\(?(?:\+46|0046|0){_BETWEEN_DIGITS}\(?0?{_BETWEEN_DIGITS}\d(?:{_BETWEEN_DIGITS}\d){{5,10}}(?![\w/:])"
)
_NO_REGISTERS = frozenset({"år", "året", "åren", "läsår", "lag", "sfs"})
"""Words before a year and a number that are no case: school years and statutes."""
_MAX_RANGE = 20
_MAX_PARAGRAPHS = 40
"""Paragraphs of law that one reference leads to: no chapter that concerns us has more, and each is looked up."""
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
    for pattern, read in ((_EMAIL, _email), (_CASE, _case), (_REFERENCE, _law), (_PHONE, _phone)):
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
    groups = match.groupdict()
    named = next((name for name in _LAWS if groups[f"{name}1"] or groups[f"{name}2"]), None)
    chapter = next((groups[name] for name in groups if name.startswith("chapter") and groups[name]), "")
    paragraphs = next((groups[name] for name in groups if name.startswith("paragraphs") and groups[name]), None)
    law = named or "osl"  # a bare reference, in a description that OSL demands, is to OSL
    if named is None and (not chapter or _names_another_law(match)):
        return ()
    if paragraphs is None:
        return (f"{CODE}lag/{law}/{chapter}",)
    return tuple(f"{CODE}lag/{law}/{chapter}/{paragraph}" for paragraph in _expand(paragraphs))


def _names_another_law(match: re.Match[str]) -> bool:
    """Whether the words beside a reference make it one to a law that is not ours: ”3 kap. 1 § kommunallagen”."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_OTHER_BEFORE.search(before) or _OTHER_AFTER.match(after))


def _expand(paragraphs: str) -> list[str]:
    numbers: list[str] = []
    for part in re.split(r"\s*(?:,|och)\s*", paragraphs):
        ends = re.findall(r"([0-9]+)\s?([a-h]?)", part)  # more than two where someone wrote 1-2-3
        if any(letter for _, letter in ends):  # which letters lie between two is the law's to say
            numbers += [f"{number}{letter}" for number, letter in ends]
            continue
        span = range(int(ends[0][0]), int(ends[-1][0]) + 1)
        numbers += [str(number) for number in span[:_MAX_RANGE]]
    return numbers[:_MAX_PARAGRAPHS]
