"""Whether a text cites a paragraph of law: the law, the chapter and the paragraph, in whatever spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from data.citations import DEFAULT_LAW, FORMER_SECRECY_ACT, LAWS, REFERENCE, Reference, paragraphs_of

_SHORT = {
    "gdpr": "dataskyddsförordning",
    "kl": "kommunallag",
    "mb": "miljöbalk",
    "osf": "sekretessförordning",
    "pbl": "bygglag",
    "pdl": "patientdatalag",
    "sol": "socialtjänstlag",
}
"""What some other laws are called in short, and the word that their names end in."""
FORMER = "1980:100"
"""What the former act on secrecy is called here."""
_NUMBER_OF_LAW = re.compile(r"\s?\(?\d{4}:\d{1,5}\)?$")
_NO_LAW = r"[^\W\d_]{0,60}(?:bo|under|(?:an|av|be|för|in|ned|om|till|upp|ut|över)s)lag(?:en|ens|et|ets|s)?\b"
"""Words that end as names of laws do: *bolag*, *förslag*."""
_ORDINANCE = r"offentlighets-?\s{0,9}och\s{0,9}sekretess\s{0,9}förordning(?:ens?)?"
_WHOLE_NAME = rf"(?!{_NO_LAW})[^\W\d_]{{1,60}}(?:lag|balk|förordning)(?:ens?)?"
_LONG = "|".join(f"(?:{pattern})" for pattern in (FORMER_SECRECY_ACT, _ORDINANCE, *LAWS.values(), _WHOLE_NAME))
_FINER_WORDS = (
    r"(?:\s{0,3}(?:och\s)?(?:(?:första|andra|tredje|fjärde|femte|sista)\s(?:och\s)?(?:stycket|styckena|meningen|punkten)?"
    r"|\d{1,2}\s?st\b\.?|(?:p\.?|punkten|punkterna|punkt)\s?\d{1,2}|\d{1,2}\sp\b\.?)){0,6}"
)
"""What says which part of a paragraph is meant, between it and the name of its law."""
_FINER = re.compile(_FINER_WORDS)
_AND = re.compile(rf"{_FINER_WORDS}[\s,;]{{0,9}}(?:(?:och|samt|eller|respektive|resp\.?|jämte)\s{{1,9}})?(?:i\s)?")
_MORE = re.compile(r"(?:\s?(?:-|,|och)\s?\d{1,3}(?:\s?[a-h]\b)?){1,40}(?![\d:])")
"""What goes on after ``39:1``: ``-3``."""
_WORDS_FOR_AND = re.compile(r"(?<=[\da-h§])\s{1,9}(?:samt|eller|respektive|resp\.?)\s{1,9}(?=\d)")
_WORDS_FOR_TO = re.compile(
    r"(?<=[\da-h])\s{0,9}(?:t\.?\s?o\.?\s?m\.?|till(?:\soch\smed)?|[\u2010-\u2015\u2212])\s{0,9}(?=\d)"
)
_END_OF_SENTENCE = re.compile(r"(?<!kap)[.!?]\s(?=[^\W\d])")
_BLANKS = re.compile(r"[\s,]{0,9}(?:i\s)?")
_YEAR_AND_BLANKS = re.compile(r"(?:\s{0,3}\(?\d{4}:\d{1,6}\)?)?[\s,]{0,9}")
_WINDOW = 300
"""Characters before a reference where its sentence may name the law: as much as one reads at a time."""
_MOST_IN_A_SPAN = 200
"""Paragraphs from one to another: the longest chapters have not as many."""


@dataclass(slots=True)
class _Cited:
    """A reference where it stands.

    Attributes:
        chapter: Its number.
        paragraphs: The list of paragraphs as written; empty for a whole chapter.
        law: The law that it is to, as `law_called` has it; empty until something tells.
        is_after: Whether its law stands after it, and so may be that of those before it in a list too.
        is_clear: Whether it can be nothing but law: ``8:30`` may be a time of day.
    """

    chapter: str
    paragraphs: str
    start: int
    end: int
    law: str
    is_after: bool
    is_clear: bool


def cites(text: str, law: str, chapter: int, paragraph: str = "") -> bool:
    """Whether a text refers to a paragraph of a law, or to a chapter of it.

    Args:
        text: Words of a description.
        law: The law's name, whole or in short: ``OSL``.
        chapter: The chapter's number; 0 for a law without chapters.
        paragraph: The paragraph's, with a letter where it has one: ``5 b``. Empty for any of the chapter.
    """
    wanted = paragraph.replace(" ", "").casefold()
    wanted_in = (law_called(law), str(chapter or ""))
    there = [cited for cited in _all_cited(text, law) if (cited.law, cited.chapter) == wanted_in]
    lists = [cited.paragraphs for cited in there if cited.paragraphs]
    return bool(there) if not wanted else any(wanted in paragraphs_of(written, _MOST_IN_A_SPAN) for written in lists)


def law_called(name: str) -> str:
    """One word for a law, however it is called: ``osl`` for *offentlighets- och sekretesslagens*.

    A law is the same with or without its number, but for the former act on secrecy.
    """
    name = " ".join(name.casefold().split())
    if re.fullmatch(FORMER_SECRECY_ACT, name):
        return FORMER
    name = _NUMBER_OF_LAW.sub("", name)
    known = next((key for key, pattern in LAWS.items() if re.fullmatch(pattern, name)), "")
    last = name.rpartition(" ")[2]
    return known or _SHORT.get(last) or re.sub(r"(lag|balk|förordning)(?:ens?)?$", r"\1", last)


def _all_cited(text: str, law: str) -> list[_Cited]:
    """Every reference of a text, each with its law; `law` is a name that may stand beside one."""
    text = _WORDS_FOR_TO.sub("-", _WORDS_FOR_AND.sub(" och ", text.lower()))
    long = f"{_LONG}|{re.escape(law.lower())}"
    name = re.compile(rf"(?<!\w)(?:{long}|{'|'.join(_SHORT)})(?!\w)")
    found = [_read(text, match, name) for match in REFERENCE.finditer(text)]
    for cited, after in reversed(list(pairwise(found))):
        if not cited.law and after.is_after and _is_list(text, cited, after) and _may_have(cited, after.law):
            cited.law, cited.is_after = after.law, True
    for before, cited in pairwise(found):
        if not cited.law and before.law and _is_list(text, before, cited) and _may_have(cited, before.law):
            cited.law = before.law
    for before, cited in pairwise(found):
        if _goes_on_in_its_chapter(text, before, cited):
            cited.chapter = before.chapter
    for cited in found:
        in_sentence = _law_of_sentence(text, cited.start, re.compile(rf"(?<!\w)(?:{long})(?!\w)"))
        cited.law = cited.law or in_sentence or (DEFAULT_LAW if cited.is_clear else "")
    return found


def _read(text: str, match: re.Match[str], name: re.Pattern[str]) -> _Cited:
    reference = Reference.of(match)
    is_short = bool(match["chapter2"])
    more = _MORE.match(text, match.end()) if is_short else None
    end = more.end() if more else match.end()
    before = [*name.finditer(text, max(0, match.start() - _WINDOW), match.start())][-1:]
    beside = [named for named in before if _YEAR_AND_BLANKS.fullmatch(text, named.end(), match.start())]
    after = name.match(text, _end(_BLANKS, text, _end(_FINER, text, end)))
    law = reference.law or next((law_called(named.group()) for named in ([after] if after else beside)), "")
    is_after = bool(after or any(match[f"{key}2"] for key in LAWS))
    paragraphs = reference.paragraphs + (more.group() if more else "")
    return _Cited(reference.chapter, paragraphs, match.start(), end, law, is_after, not is_short)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a text goes on after what a pattern may match there."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _is_list(text: str, one: _Cited, other: _Cited) -> bool:
    """Whether two references follow on each other as in a list, and so are to the same law."""
    return bool(_AND.fullmatch(text, one.end, other.start))


def _may_have(cited: _Cited, law: str) -> bool:
    """Whether a reference may be to a law: one with a chapter is not to a law without."""
    return not (cited.chapter and law == _SHORT["osf"])


def _goes_on_in_its_chapter(text: str, before: _Cited, cited: _Cited) -> bool:
    """Whether a paragraph without a chapter is of the one before it in its sentence: ”18 kap. 8 § och 13 §”."""
    is_bare = bool(cited.paragraphs and before.chapter) and not cited.chapter
    is_same_law = cited.law in {"", before.law, DEFAULT_LAW}
    return is_bare and is_same_law and not _END_OF_SENTENCE.search(text, before.end, cited.start)


def _law_of_sentence(text: str, start: int, name: re.Pattern[str]) -> str:
    """The law that the sentence of a reference has named last before it."""
    begin = max(0, start - _WINDOW)
    begin = max((match.end() for match in _END_OF_SENTENCE.finditer(text, begin, start)), default=begin)
    named = [match.group() for match in name.finditer(text, begin, start)]
    return law_called(named[-1]) if named else ""
