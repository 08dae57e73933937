"""References to law as Swedish texts write them: which law, which chapter, which paragraphs.

``24:8``, ``24 kap. 8 §``, ``OSL 24 kap 8 §`` and ``21 kap 1 och 3 §§`` are all read. The search finds references by the
same pattern (`index.words.codes`); `data.cited` tells which of them a description's text makes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORMER = r"\s{0,3}\(?1980:100\b\)?"
"""The number of the law on secrecy before today's, which has other chapters."""
LAWS = {
    "osl": rf"(?:offentlighets-?\s{{0,9}}och\s{{0,9}})?sekretess\s{{0,9}}lag(?:ens?)?(?!{_FORMER})|osl",
    "arkivlagen": r"arkivlag(?:ens?)?",
    "tf": r"tryckfrihetsförordning(?:ens?)?|tf",
    "fl": r"förvaltningslag(?:ens?)?|fl",
}
"""The laws that nearly every description cites, by what we call them, each with how it is written in lower case."""
FORMER_SECRECY_ACT = rf"sekretess\s{{0,9}}lag(?:ens?)?{_FORMER}"
"""Sekretesslagen (1980:100) in lower case: a law of its own, though people call OSL so in short."""
DEFAULT_LAW = "osl"
"""A bare reference, in a description that OSL demands, is to OSL."""
MAX_PARAGRAPHS = 40
"""Paragraphs that one reference leads to: no chapter that concerns us has more."""

# No repetition is without an end: a long text that is nearly a reference would be read once for each of its words.
_BLANKS = r"\s{0,9}"
_COMMAS = r"[\s,]{0,9}"
_OTHER_LAW = r"\w{1,60}(?:lag|balk|förordning)(?:ens?)?|rf|sfs"
_YEAR = rf"(?:{_BLANKS}\(?\d{{4}}:\d{{1,6}}\)?)?"
_LAW = "|".join(f"(?P<{name}{{i}}>{pattern})" for name, pattern in LAWS.items())
_LAW_BEFORE, _LAW_AFTER = (_LAW.replace("{i}", number) for number in "12")
_BEFORE = rf"(?:(?:{_LAW_BEFORE})\b{_YEAR}{_COMMAS})?"
_AFTER = rf"(?:{_COMMAS}(?:{_LAW_AFTER})\b)?"
_CHAPTER = r"(?:kapitlet|kapitel|kap)\.?"
_PARAGRAPH = r"(?:§{1,4}|paragraferna|paragrafen|paragraf)"
_NUMBER = r"\d{1,9}(?:\s?[a-h]\b)?"
_LIST = rf"{_NUMBER}(?:{_BLANKS}(?:-|–|,|och){_BLANKS}{_NUMBER}){{0,{MAX_PARAGRAPHS}}}"
REFERENCE = re.compile(
    rf"\b{_BEFORE}(?:"
    rf"(?P<chapter>\d{{1,2}}){_BLANKS}{_CHAPTER}{_BLANKS}(?:{_PARAGRAPH}{_BLANKS})?(?P<paragraphs>{_LIST}){_BLANKS}{_PARAGRAPH}?"
    rf"|(?P<chapter2>[1-9]\d?)\s?:\s?(?P<paragraphs2>[1-9]\d?(?:\s?[a-h]\b)?)(?![\d:]){_BLANKS}{_PARAGRAPH}?"
    rf"|{_PARAGRAPH}{_BLANKS}(?P<paragraphs3>{_LIST})"
    rf"|(?P<paragraphs4>{_LIST}){_BLANKS}{_PARAGRAPH}"
    rf"|(?P<chapter5>\d{{1,2}}){_BLANKS}{_CHAPTER}"
    rf"|{_CHAPTER}{_BLANKS}(?P<chapter6>\d{{1,2}})(?:{_COMMAS}{_PARAGRAPH}{_BLANKS}(?P<paragraphs6>{_LIST}))?){_AFTER}(?!\w)"
)
"""A reference in text of lower case, whichever law it is to."""
_OTHER_BEFORE = re.compile(rf"\b(?:{_OTHER_LAW}){_YEAR}{_COMMAS}$")
_OTHER_AFTER = re.compile(rf"{_COMMAS}(?:i\s{{1,9}})?(?:{_OTHER_LAW})\b")
_WINDOW = 120
"""Characters before a reference that may name its law: more than any name has."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it stands.

    Attributes:
        law: A key of `LAWS`; empty where none of them is named beside it.
        chapter: Its number; empty where there is none.
        paragraphs: The list of paragraphs as written; empty for a whole chapter.
    """

    law: str
    chapter: str
    paragraphs: str

    @classmethod
    def of(cls, match: re.Match[str]) -> Reference:
        """What a match of `REFERENCE` refers to."""
        groups = match.groupdict(default="")
        law = next((name for name in LAWS if groups[f"{name}1"] or groups[f"{name}2"]), "")
        chapter = next((groups[name] for name in groups if name.startswith("chapter") and groups[name]), "")
        paragraphs = next((groups[name] for name in groups if name.startswith("paragraphs") and groups[name]), "")
        return cls(law, chapter, paragraphs)


def names_another_law(match: re.Match[str]) -> bool:
    """Whether the words beside a reference make it one to a law that is not ours: ”3 kap. 1 § kommunallagen”."""
    before = match.string[max(0, match.start() - _WINDOW) : match.start()]
    return bool(_OTHER_BEFORE.search(before) or _OTHER_AFTER.match(match.string, match.end()))


def paragraphs_of(written: str, most: int) -> list[str]:
    """The paragraphs of a list: ``1 och 3``, ``1-3`` and ``5 a, 5 b`` give each, a letter close to its number.

    Which letters lie between two numbers is the law's to say; those of the last number itself are counted out:
    ``1-5 b`` is 1 to 5, 5 a and 5 b.

    Args:
        written: The list as it stands.
        most: How many a span may have: what goes on is left out.
    """
    numbers: list[str] = []
    for part in re.split(r"\s*(?:,|och)\s*", written):
        ends = re.findall(r"([0-9]+)\s?([a-h]?)", part)  # more than two where someone wrote 1-2-3
        numbers += _span(ends[0], ends[-1], most)
    return numbers


def _span(first: tuple[str, str], last: tuple[str, str], most: int) -> list[str]:
    """The paragraphs from one to another, each a number and a letter or none."""
    numbers = ["".join(first), *map(str, range(int(first[0]) + 1, int(last[0]) + 1)[: most - 1])]
    if first == last or not last[1]:
        return numbers
    begin = ord(first[1]) + 1 if first[1] and first[0] == last[0] else ord("a")
    return numbers + [f"{last[0]}{chr(code)}" for code in range(begin, ord(last[1]) + 1)]
