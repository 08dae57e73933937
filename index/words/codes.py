"""Numbers and references that are found whole: law, cases, telephone numbers, e-mail addresses.

Every spelling comes to one canonical term, ``c:`` and a kind: ``24:8``, ``24 kap. 8 §`` and
``OSL 24 kap 8 §`` are all ``c:lag/osl/24/8``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.citations import DEFAULT_LAW, FORMER_SECRECY_ACT, MAX_PARAGRAPHS, REFERENCE, Reference, paragraphs_of
from data.cited import law_called
from index.terms import CODE
from index.words.analysis import is_stopword, normalise
from index.words.said_law import as_written

if TYPE_CHECKING:
    from collections.abc import Iterator

_DNR = f"{CODE}dnr/"
_LABEL = (
    r"(?:\b(?:dnr|diarienr|diarienummer|diarienumret|nr|nummer|ref|referens|referensnr|referensnummer|mål|målnr|målnummer"
    r"|målet|ärende|ärendet|ärendenr|ärendenummer|case|file|matter|no|number|reference|asia|asianro|asianumero|diaarinro"
    r"|diaarinumero|nro|numero)\b[\s.:#]{0,3})"
)
"""What a number is said to be, and no part of it: ”dnr 2019/0917” is 2019/0917."""
_REGISTER = rf"\b(?P<register>[a-zåäö]{{2,5}})[\s_:-]{{0,3}}(?P<label2>{_LABEL}{{0,2}})"
# Neither a date (möte 2019-05-06) nor a span of years (protokoll 2019-2020) is a case.
_CASE = re.compile(
    rf"(?:(?P<label>{_LABEL}{{1,3}})?{_REGISTER}|(?P<label3>{_LABEL}{{1,3}})|(?<![\w/.:@-]))"
    r"(?P<year>(?:19|20)\d{2})(?!-\d\d-\d\d\b|\s?-\s?(?:19|20)\d\d\b)\s?(?P<between>[/:\-_])\s?(?P<number>\d{1,9})\b(?!/\d)"
)
_MAY_BE_A_CASE = re.compile(r"(?:19|20)\d{2}\s?[/:\-_]\s?\d")
_IS_LABEL = re.compile(_LABEL)
_ONLY_NUMBERS = re.compile(r"(?:(?:nr|nummer|no|number|nro|numero)[\s.:#]{0,5})+")
_OF_A_REGISTER = re.compile(r"dnr|diari|diaari")
_LEAST_BARE = 3
"""Digits of a number that nothing says is a case: 2019/20 is a year of school, 2019/05 a month."""
_YEARS = re.compile(r"(?:19|20)\d\d")
_EMAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_BETWEEN_DIGITS = r"[\s/)\-\u2010-\u2015\u2212]{0,5}"
_PHONE = re.compile(
    rf"(?:(?<![\w/:])|(?<=\btel:))\(?(?:\+46|0046|0){_BETWEEN_DIGITS}\(?0?{_BETWEEN_DIGITS}\d(?:{_BETWEEN_DIGITS}\d){{5,10}}(?![\w/:])"
)
_NO_REGISTERS = frozenset({"år", "året", "åren", "läsår", "lag", "sfs"})
"""Words before a year and a number that are no case: school years and statutes."""
_MAX_RANGE = 20
_LAW_PARTS = 3
_SOME_LAW = rf"(?:{FORMER_SECRECY_ACT}|\w{{1,60}}(?:lag|balk|förordning)(?:ens?)?|gdpr|kl|lss|mb|pbl|pdl|rf|sol)"
"""A law that is not ours, by its name or in short."""
_LAW_BEFORE = re.compile(rf"\b(?P<law>{_SOME_LAW})(?:\s{{0,3}}\(?\d{{4}}:\d{{1,6}}\)?)?[\s,]{{1,9}}$")
_LAW_AFTER = re.compile(rf"[\s,]{{1,9}}(?:i\s{{1,9}})?(?P<law>{_SOME_LAW})\b")
_TIME_OF_DAY = "kl"
"""Kommunallagen in short, but before ”8:30” no law."""
_WINDOW = 90
"""Characters before a reference that may name its law."""
OF_LAW = f"{CODE}lag/"
"""How the term of a provision begins, whichever law it is of."""
LAW_OF_SECRECY = f"{OF_LAW}{DEFAULT_LAW}/"
"""How the term of a provision on secrecy begins."""
_REGISTERS_LETTERS = re.compile(rf"{_DNR}[a-zåäö]+(?=\d)")
_DIGITS = re.compile(r"\d+(?:\s?[a-h]\b)?")


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
    for start, end, terms in _read(text):
        if terms and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            codes.append(Code(terms, start, end))
    return sorted(codes, key=lambda code: code.start)


def code_terms(text: str) -> list[str]:
    """The canonical terms of everything found in a text, a law's chapters along with its paragraphs.

    A case is also its year and number: who asks for 2019/0917 may not know the register's letters.
    """
    terms = [term for code in find_codes(normalise(text)) for term in code.terms]
    chapters = {term.rpartition("/")[0] for term in terms if term.count("/") == _LAW_PARTS and "//" not in term}
    numbers = {_REGISTERS_LETTERS.sub(_DNR, term) for term in terms if _REGISTERS_LETTERS.match(term)}
    return [*terms, *sorted(chapters), *sorted(numbers)]


def is_case(term: str) -> bool:
    """Whether a term is the number of a case."""
    return term.startswith(_DNR)


def without_references(text: str) -> str:
    """A text without the digits of its references to law: ”3 fakturor” does not ask for 18 kap. 3 §."""
    text = normalise(text)
    for code in reversed(find_codes(text)):
        if code.terms[0].startswith(OF_LAW):
            text = text[: code.start] + _DIGITS.sub(" ", text[code.start : code.end]) + text[code.end :]
    return text


def _read(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """What each pattern finds, where it stands, and its terms; what is found first is right."""
    for match in _EMAIL.finditer(text):
        yield *match.span(), _email(match)
    if _MAY_BE_A_CASE.search(text):
        for match in _CASE.finditer(text):
            yield *match.span(), _case(match)
    said = as_written(text)
    for match in REFERENCE.finditer(said.text):
        start, end, law = _another_law(match)
        yield *said.span(start, end), _law(match, law)
    for match in _PHONE.finditer(text):
        yield *match.span(), _phone(match)


def _email(match: re.Match[str]) -> tuple[str, ...]:
    return (f"{CODE}epost/{match.group().rstrip('.')}",)


def _case(match: re.Match[str]) -> tuple[str, ...]:
    register = match["register"] or ""
    labels = " ".join(filter(None, (match["label"], match["label2"], match["label3"])))
    if register in _NO_REGISTERS:
        return ()
    if is_label := bool(_IS_LABEL.fullmatch(register)):
        labels = f"{labels} {register}".strip()
    if not register or is_label or is_stopword(register, "sv"):
        register = ""
        if not _is_case_by_itself(match, labels):
            return ()
    return (f"{_DNR}{register}{match['year']}/{match['number'].lstrip('0') or '0'}",)


def _is_case_by_itself(match: re.Match[str], labels: str) -> bool:
    """Whether a year and a number are a case though no register is named: the words before say so, or their form."""
    if _YEARS.fullmatch(match["number"]):
        return bool(_OF_A_REGISTER.search(labels))
    if labels:
        return match["between"] != ":" or not _ONLY_NUMBERS.fullmatch(labels)  # SFS nr 2009:400
    return match["between"] == "/" and len(match["number"]) >= _LEAST_BARE


def _phone(match: re.Match[str]) -> tuple[str, ...]:
    digits = re.sub(r"\D", "", match.group())
    national = (
        re.sub(r"^(?:0046|46)0?", "0", digits) if not digits.startswith("0") or digits.startswith("0046") else digits
    )
    return (f"{CODE}tel/{national}",)


def _another_law(match: re.Match[str]) -> tuple[int, int, str]:
    """Where a reference stands together with the name of its law, and that name where the law is not ours."""
    start, end = match.span()
    if Reference.of(match).law:
        return start, end, ""
    if after := _LAW_AFTER.match(match.string, end):
        return start, after.end(), law_called(after["law"])
    begin = max(0, start - _WINDOW)
    before = _LAW_BEFORE.search(match.string[begin:start])
    if not before or (match["chapter2"] and before["law"] == _TIME_OF_DAY):
        return start, end, ""
    return begin + before.start(), end, law_called(before["law"])


def _law(match: re.Match[str], another: str) -> tuple[str, ...]:
    reference = Reference.of(match)
    if not (reference.law or another or reference.chapter):
        return ()
    law = reference.law or another or DEFAULT_LAW
    if not reference.paragraphs:
        return (f"{OF_LAW}{law}/{reference.chapter}",)
    paragraphs = paragraphs_of(reference.paragraphs, _MAX_RANGE)[:MAX_PARAGRAPHS]
    return tuple(f"{OF_LAW}{law}/{reference.chapter}/{paragraph}" for paragraph in paragraphs)
