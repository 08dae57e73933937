"""References to law in a text: the law as far as the text around tells, the chapter, and each of the paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from data.importing.recognising.provisions.tokens import LawRule, Token, law_of, tokens

_SEP = "(?:D|C?A|C)"
_LIST = f"N(?:{_SEP}N(?!K)){{0,40}}"
_SHAPES = re.compile(
    f"(?P<chapter>N)K(?:F?P)?(?P<list>{_LIST})(?:F{{0,3}}P)?"
    f"|(?P<chapters>N(?:{_SEP}N){{0,40}})K(?!N)"
    f"|(?<!N)K(?P<chapter_after>N)(?:C?P(?P<list_after>{_LIST})|(?P<alone>))"
    f"|(?P<colon>R)(?P<more>(?:DN)?(?:(?:C|A)N(?![KPF]|{_SEP}N[KP])){{0,9}})"
    f"|(?P<bare>{_LIST})F{{0,3}}P"
    f"|P(?P<bare_after>{_LIST})"
)
"""The shapes that references have, over the letters of `tokens`."""
_AFTER = re.compile("F{0,4}N?C?I?(L)(Y?)")
_BEFORE = re.compile("(L)(Y?)[CBI]{0,2}$")
_LINK = re.compile("F{0,4}C?A?F?C?A?I?")
_WIDEST_SPAN_OF_CHAPTERS = 4
"""A wider one tells how the law is made, and not what is applied."""
_MOST = 40
_LONGEST_SENTENCE = 120
"""Parts before a reference where its sentence may name the law: as much as one reads at a time."""
_BESIDE = 3
"""Parts between a reference and the law after it."""
_FIRST_OF_SECRECY = 15
"""Of OSL's chapters: few descriptions have as many of their own."""


@dataclass(slots=True)
class Cited:
    """A reference where it stands.

    Attributes:
        chapters: Numbers of the chapters, most often one; none for a paragraph without.
        paragraphs: With letters; none for whole chapters.
        start: Where it begins in the text.
        end: Where it ends, its law not with it.
        law: The law, once something has told it.
        name: Where its name stands.
        how: What told the law: ``beside``, ``list``, ``sentence``; empty so far.
        is_after: Whether the law stands after it.
        needs_law: Whether it may be something else where no law is beside it: ``8:30``, *kapitel 3*.
    """

    chapters: list[int]
    paragraphs: list[str]
    start: int
    end: int
    first: int
    last: int
    law: LawRule | None = None
    name: tuple[int, int] = (0, 0)
    how: str = ""
    is_after: bool = False
    needs_law: bool = False
    is_before: bool = field(default=False)


def cited_in(text: str) -> list[Cited]:
    """The references of a text, those without any chapter with that of the one before them in the sentence."""
    parts = tokens(text)
    kinds = "".join(part.kind for part in parts)
    found = [_read(match, parts) for match in _SHAPES.finditer(kinds)]
    for one in found:
        _take_law_beside(one, parts, kinds)
    _share_laws(found, kinds)
    _share_chapters(found, kinds)
    taken = {one.last for one in found if one.is_after}
    for one in found:
        _take_law_of_sentence(one, taken, parts, kinds)
    return found


def _read(match: re.Match[str], parts: list[Token]) -> Cited:
    groups = match.groupdict()
    first, last = match.start(), match.end()
    cited = Cited([], [], parts[first].start, parts[last - 1].end, first, last)
    if groups["colon"] is not None:
        chapter, _, paragraph = parts[first].text.partition(":")
        cited.chapters = [int(chapter)]
        more = parts[first + 1 : last]
        cited.paragraphs = _expanded([_Number(paragraph), *_numbers(more)])
        cited.needs_law = True
        return cited
    for name in ("chapter", "chapter_after"):
        if groups[name] is not None:
            cited.chapters = [_Number(parts[match.start(name)].text).number]
    if groups["chapters"] is not None:
        cited.chapters = _chapters(parts[match.start("chapters") : match.end("chapters")])
    for name in ("list", "list_after", "bare", "bare_after"):
        if groups[name] is not None:
            cited.paragraphs = _expanded(_numbers(parts[match.start(name) : match.end(name)]))
    cited.needs_law = groups["alone"] is not None and cited.chapters[0] < _FIRST_OF_SECRECY
    cited.is_before = groups["bare_after"] is not None
    return cited


class _Number:
    """A paragraph's number and letter, and whether it goes on from the one before it."""

    def __init__(self, text: str, *, goes_on: bool = False) -> None:
        text = re.sub(r":[ae]\b", "", text)  # 21:a kapitlet
        letters = re.sub(r"[^a-h]", "", text)
        self.number, self.letter, self.goes_on = int(re.sub(r"\D", "", text) or 0), letters[:1], goes_on


def _numbers(parts: list[Token]) -> list[_Number]:
    numbers: list[_Number] = []
    before = ""
    for part in parts:
        if part.kind == "N":
            numbers.append(_Number(part.text, goes_on=before == "D"))
        before = part.kind
    return numbers


def _expanded(numbers: list[_Number]) -> list[str]:
    """Each paragraph of a list: 1–3 is 1, 2, 3; 1–5 b is 1 to 5, 5 a, 5 b; 3 a–3 c is 3 a, 3 b, 3 c."""
    found: list[str] = []
    for at, one in enumerate(numbers):
        if one.goes_on:
            found += _between(numbers[at - 1], one)
        else:
            found.append(_written(one.number, one.letter))
    return list(dict.fromkeys(found))


def _between(begin: _Number, end: _Number) -> list[str]:
    span = [str(number) for number in range(begin.number + 1, end.number + 1)][:_MOST]
    if not end.letter:
        return span
    first = chr(ord(begin.letter) + 1) if begin.letter and begin.number == end.number else "a"
    return span + [_written(end.number, chr(code)) for code in range(ord(first), ord(end.letter) + 1)]


def _written(number: int, letter: str) -> str:
    return f"{number} {letter}".strip()


def _chapters(parts: list[Token]) -> list[int]:
    numbers = _numbers(parts)
    found: list[int] = []
    for at, one in enumerate(numbers):
        if one.goes_on and one.number - numbers[at - 1].number >= _WIDEST_SPAN_OF_CHAPTERS:
            found = found[:-1]
        elif one.goes_on:
            found += range(numbers[at - 1].number + 1, one.number + 1)
        else:
            found.append(one.number)
    return found


def _take_law_beside(cited: Cited, parts: list[Token], kinds: str) -> None:
    after, before = _AFTER.match(kinds, cited.last), _BEFORE.search(kinds, max(0, cited.first - 4), cited.first)
    is_apart = after is not None and kinds[after.start(1) - 1] in "CIN"
    beside = (before or after) if is_apart else (after or before)
    if not beside:
        return
    after = after if beside is after else None
    named = parts[beside.start(1)]
    number = parts[beside.start(2)].text if beside[2] else ""
    _name(cited, named, number, "beside")
    cited.is_after = after is not None


def _name(cited: Cited, named: Token, number: str, how: str) -> None:
    cited.law, cited.how = law_of(named, number), how
    cited.name = named.start, named.end


def _share_laws(found: list[Cited], kinds: str) -> None:
    """What stands in a list has one law: the last one's where it stands after, else that of the one before."""
    for one, after in reversed(list(pairwise(found))):
        if not one.law and after.law and after.is_after and _is_list(one, after, kinds) and _may_have(one, after.law):
            one.law, one.name, one.how, one.is_after = after.law, after.name, "list", True
    for before, one in pairwise(found):
        if not one.law and before.law and _is_list(before, one, kinds) and _may_have(one, before.law):
            one.law, one.name, one.how = before.law, before.name, "list"


def _may_have(cited: Cited, law: LawRule) -> bool:
    return not (law.bare and cited.chapters)


def _share_chapters(found: list[Cited], kinds: str) -> None:
    """A paragraph alone is of the chapter that its sentence named last, unless a law of its own stands beside it."""
    for before, one in pairwise(found):
        is_one_sentence = "S" not in kinds[before.last : one.first]
        is_bare = not one.chapters and one.paragraphs and not one.is_before
        is_other = one.law is not None and one.how == "beside" and (one.law.bare or one.law is not before.law)
        if is_bare and is_one_sentence and not is_other and len(before.chapters) == 1:
            one.chapters = list(before.chapters)
            if not one.law:
                one.law, one.name, one.how = before.law, before.name, "list"


def _take_law_of_sentence(cited: Cited, taken: set[int], parts: list[Token], kinds: str) -> None:
    """The law that its sentence named last before it, where it is no other reference's."""
    if cited.law:
        return
    begin = kinds.rfind("S", max(0, cited.first - _LONGEST_SENTENCE), cited.first) + 1
    begin = max(begin, cited.first - _LONGEST_SENTENCE)
    for at in range(cited.first - 1, begin - 1, -1):
        if kinds[at] == "L":
            number = parts[at + 1].text if kinds[at + 1] == "Y" else ""
            law = law_of(parts[at], number)
            is_taken = not taken.isdisjoint(range(at - _BESIDE, at + 1))
            if _may_have(cited, law) and not (is_taken and law.secrecy != "all"):
                _name(cited, parts[at], number, "sentence")
                return


def _is_list(one: Cited, other: Cited, kinds: str) -> bool:
    return _LINK.fullmatch(kinds, one.last, other.first) is not None or _after_law(one, other, kinds)


def _after_law(one: Cited, other: Cited, kinds: str) -> bool:
    """Whether only the law of the first and an *and* stand between: *OSL 18:13 och 15:2*, *1 § OSL och 3 §*."""
    return re.fullmatch("F{0,4}C?I?LY?C?A?", kinds[one.last : other.first]) is not None
