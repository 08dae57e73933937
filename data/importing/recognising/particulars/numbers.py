"""Numbers of cases as authorities write them: ``KS 2019/0917``, ``BTN-1802/2015-4``, ``286-09``, ``2017/32:5``."""

from __future__ import annotations

import re

from data.importing.recognising.particulars.dates import is_date
from data.importing.recognising.particulars.phrases import pattern

_PREFIX = r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,9}[ /.-]{0,2}){0,2}"
_DIGITS = r"\d{1,6}(?:[./:-]\d{1,7}){1,5}(?:[-/][A-ZÅÄÖ]{1,6})?"
_NUMBER = re.compile(rf"(?<![\w/.:-]){_PREFIX}{_DIGITS}(?![\w§@])")
_LETTERED = re.compile(rf"(?<![\w/.:-])[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{0,9}}[ /.-]{{0,2}}{_DIGITS}(?![\w§@])")
_LAW = re.compile(r"(?:[A-Z]+-[A-Z]+ )?(?:17|18|19|20)\d\d:\d{1,4}")
_ORGANISATION = re.compile(r"\d{6}-\d{4}")
_TELEPHONE = re.compile(r"0\d{1,3}-\d{2,8}")
_YEARS = re.compile(r"(?:1[6-9]|20)\d\d-(?:1[6-9]|20)\d\d|\d{1,2}\.\d{1,2}")
_SINGLE = re.compile(rf"{_PREFIX}\d{{3,10}}(?!\w)|[^\s,;()]{{1,30}}")
_LABEL = re.compile(
    r"(?<![\w-])(?:d(?:iarie)?nr|diarienummer|dnr|beteckning|ärendenummer)\b\.?:?\s{0,3}", re.IGNORECASE
)


def number_in(value: str) -> str:
    """The number that a label's value begins with; empty where it is none."""
    value = re.sub(r"^(?:dnr|diarienummer|nr)\b\.?:?\s{0,3}", "", value.strip(), flags=re.IGNORECASE)
    found = _NUMBER.match(value)
    if found:
        return "" if is_date(found[0]) else found[0]
    single = _SINGLE.match(value)
    return (
        single[0].rstrip(".")
        if single and sum(letter.isdigit() for letter in single[0]) > 1 and not is_date(value)
        else ""
    )


def bare_number(line: str) -> str:
    """A line that is a number of a case and nothing else."""
    found = _NUMBER.fullmatch(line.strip())
    is_whole = found is not None and _without_word(found[0]) == found[0]
    return found[0] if found and is_whole and not _is_other(found[0], line) else ""


def labelled(text: str) -> str:
    """The number after a label within a text: ``… dnr KS 2019/0917``."""
    for label in _LABEL.finditer(text):
        number = number_in(text[label.end() :])
        if number:
            return number
    return ""


def numbers_in(text: str) -> list[str]:
    """All that may be numbers of cases in a text, in order: with letters before them, or after a label."""
    found = [(match.start(), match[0]) for match in _LETTERED.finditer(text) if not _is_other(match[0], text)]
    for label in _LABEL.finditer(text):
        number = number_in(text[label.end() :])
        if number:
            found.append((label.end(), number))
    return list(dict.fromkeys(number for _, number in sorted(found)))


def in_page_head(line: str) -> str:
    """The number in a line of a page's head: labelled, with letters before it, or alone but for date and page."""
    said = labelled(line)
    if said or pattern("not-money").search(line):
        return said
    with_letters = [_without_word(each[0]) for each in _LETTERED.finditer(line) if not _is_other(each[0], line)]
    with_letters = [each for each in with_letters if not _is_other(each, line)]
    if with_letters:
        return with_letters[0]
    alone = [each[0] for each in _NUMBER.finditer(line) if not _is_other(each[0], line)]
    return (
        alone[0]
        if len(alone) == 1 and not any(letter.isalpha() for letter in line.replace("Sida", "").replace("sid", ""))
        else ""
    )


def _without_word(number: str) -> str:
    """A number without a common word before it: ``Beskrivning SN 2023/0418``."""
    first, _, rest = number.partition(" ")
    is_word = len(first) > 4 and first[1:].islower()  # noqa: PLR2004
    return rest if is_word and rest else number


def _is_other(number: str, text: str) -> bool:
    """Whether what looks like a number of a case is a date, a law, a telephone, years, or an organisation's number."""
    bare = number.strip()
    return bool(
        is_date(bare)
        or is_date(bare.split(" ")[-1])
        or _LAW.fullmatch(bare)
        or _ORGANISATION.search(bare)
        or _TELEPHONE.search(bare)
        or _YEARS.fullmatch(bare)
        or pattern("not-money").search(text[: text.find(number)][-20:])
        or bare.split("-")[0].rstrip() in {"RA", "SFS", "Prop"}
        or bare.startswith(("RA-", "SFS", "SOU", "OSL", "OSF", "TF ", "Kl", "kl"))
    )
