"""References to law as they are said, or written in English or Finnish, brought to the form that we have a pattern of.

”Trettionionde kapitlet andra paragrafen”, ”section 2 of chapter 39” and ”39 luku 2 pykälä” all become ”39 kap 2 §”.
That pattern (`data.citations`) is also what descriptions are read by, and knows nothing of this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.words.analysis import fold
from index.words.numerals import cardinals, ordinals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_IS_ABOUT_LAW = re.compile(r"kap|parag|§|chapt|sect|luku|luvu|pyk[äa]l|osl|sekretess|secrecy|arkivlag")
"""What stands in every reference that is said: most questions have none of it, and cost nothing."""
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?::[ea]\b|e(?=\s+kap))?|§+")
_TOGETHER = re.compile(r"[\s.,:\-]{0,3}")
_CHAPTER, _PARAGRAPH, _CARDINAL, _ORDINAL, _DIGITS, _AND, _LAW, _OTHER, _PARTED = "CPNODALx|"
_KINDS = {
    **dict.fromkeys(("kap", "kapitel", "kapitlet", "kapitlets", "kapitlen"), _CHAPTER),
    **dict.fromkeys(("chapter", "chapters", "luku", "luvun", "luvussa"), _CHAPTER),
    **dict.fromkeys(("paragraf", "paragrafen", "paragrafens", "paragrafer", "paragraferna"), _PARAGRAPH),
    **dict.fromkeys(("section", "sections", "paragraph", "pykälä", "pykälän", "pykälässä", "pykala"), _PARAGRAPH),
    **dict.fromkeys(("och", "samt", "and", "ja"), _AND),
    **dict.fromkeys(("osl", "arkivlagen", "arkivlagens", "sekretesslagen", "sekretesslagens", "tf", "fl"), _LAW),
    **dict.fromkeys(("tryckfrihetsförordningen", "förvaltningslagen"), _LAW),
}
_WRITTEN_AS = {_CHAPTER: "kap", _PARAGRAPH: "§"}
_INDEFINITE = ("kapitel", "chapters", "paragrafer", "sections")
"""After an ordinal these are chapters of something: ”andra kapitel” are *other* chapters."""
_NUMBERS = re.compile(
    rf"[{_CARDINAL}{_ORDINAL}{_DIGITS}](?=(?:A[NOD])*[CP])"  # before the word: ”andra och tredje paragrafen”
    r"|(?<=[CP])[ND](?:A[ND])*"  # after it: ”kapitel trettionio”
)
_PAIR = re.compile(r"(?<=L)[ND][ND](?![CPND])|(?<![CPND])[ND][ND](?=L)")
"""With a law and nothing else: ”trettionio två OSL”."""
_FIRST_TEENS = 10
_LONGEST_NUMBER = 9
_LIST = r"\d{1,3}(?:\s?[a-h]\b)?(?:\s?(?:-|,|och)\s?\d{1,3}(?:\s?[a-h]\b)?){0,9}"
_TURNED = re.compile(
    rf"(?:§\s?(?P<after>{_LIST})|(?P<before>{_LIST})\s?§)\s(?:i|of|in)\s(?:kap\.?\s?(?P<of>\d{{1,2}})|(?P<its>\d{{1,2}})\s?kap\b\.?)(?!\w)"
)
_BESIDE = re.compile(rf"(?<!\d)(?<!\d\s)\bkap\.?\s?(?P<of>\d{{1,2}})[\s,]{{1,3}}(?P<before>{_LIST})\s?§")
"""”Kap 30, 9 §”: the chapter's word before its number, and the paragraph's after it."""
_CHAPTER_ALONE = re.compile(r"\b(?:osl|sekretesslagen)\s\d{1,2}(?=[\s?.!,]{0,9}$)")
_ENGLISH_LAW = re.compile(r"\b(?:of|in|under)\sthe\s(?:[a-z]{1,30}\s){0,8}?(?:act|code|ordinance|law)\b")
_FINNISH_LAW = re.compile(r"\b[a-zåäö-]{1,60}(?:lain|laki|laissa|kaaren|kaari)\b")
_SECRECY = re.compile(r"secrecy|salassapi|julkisuus")
_OUR_LAW, _SOME_LAW = "osl", "annanlag"


class SaidText:
    """A text rewritten, that knows where what it says stands in the one that it was made of."""

    def __init__(self, text: str) -> None:
        """Begin with a text as it is."""
        self.text = text
        self._starts: list[int] | range = range(len(text))
        self._ends: list[int] | range = range(1, len(text) + 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the first text a part of this one stands; a part that is not empty."""
        return self._starts[start], self._ends[end - 1]

    def replace(self, parts: list[tuple[int, int, str]]) -> None:
        """Write parts in another way; they are in order, none is empty, and none overlaps another."""
        texts, starts, ends, at = [], list[int](), list[int](), 0
        for start, end, text in [*parts, (len(self.text), len(self.text), "")]:
            texts += [self.text[at:start], text]
            starts += [*self._starts[at:start], *[self._starts[start]] * len(text)] if text else self._starts[at:start]
            ends += [*self._ends[at:start], *[self._ends[end - 1]] * len(text)] if text else self._ends[at:start]
            at = end
        self.text, self._starts, self._ends = "".join(texts), starts, ends

    def rewrite(self, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> None:
        """Write all that a pattern finds in another way."""
        self.replace([(*match.span(), write(match)) for match in pattern.finditer(self.text)])


def as_written(text: str) -> SaidText:
    """A normalised text with every reference to law that is said in it written out in digits and signs."""
    said = SaidText(text)
    if _IS_ABOUT_LAW.search(text):
        said.replace(list(_in_digits(text)))
        said.rewrite(_TURNED, lambda match: f"{match['of'] or match['its']} kap {match['after'] or match['before']} §")
        said.rewrite(_BESIDE, lambda match: f"{match['of']} kap {match['before']} §")
        said.rewrite(_CHAPTER_ALONE, lambda match: f"{match.group()} kap")
        for pattern in (_ENGLISH_LAW, _FINNISH_LAW):
            said.rewrite(pattern, lambda match: _OUR_LAW if _SECRECY.search(match.group()) else _SOME_LAW)
    return said


@dataclass(slots=True)
class _Word:
    """A word of a text that may be part of a reference: where it stands, what it is, and its number if it is one."""

    start: int
    end: int
    kind: str
    written: str
    number: int = 0


_NOTHING = _Word(0, 0, _PARTED, "")


def _in_digits(text: str) -> Iterator[tuple[int, int, str]]:
    """The words for numbers, chapters and sections that stand together, each as it is written in a reference."""
    words = _joined(list(_words(text)))
    kinds = "".join(word.kind for word in words)
    counted = {place for match in _NUMBERS.finditer(kinds) for place in range(*match.span())}
    pairs = {match.start() for match in _PAIR.finditer(kinds)}
    for place, word in enumerate(words):
        if word.kind in _WRITTEN_AS and word.written[0] != "§":
            yield word.start, word.end, _WRITTEN_AS[word.kind]
        elif place in pairs:
            yield word.start, words[place + 1].end, f"{word.number}:{words[place + 1].number}"
        elif place in counted and place - 1 not in pairs and not word.written.isdecimal():
            yield word.start, word.end, str(word.number)


def _words(text: str) -> Iterator[_Word]:
    """The words of a text, and something between those that do not stand together."""
    end = 0
    for match in _TOKEN.finditer(text):
        if not _TOGETHER.fullmatch(text, end, match.start()):
            yield _Word(end, match.start(), _PARTED, "")
        end = match.end()
        yield _word(match)


def _word(match: re.Match[str]) -> _Word:
    written, (start, end) = match.group(), match.span()
    if written[0].isdecimal():
        return _Word(start, end, _DIGITS, written, int(written.rstrip(":ea")[:_LONGEST_NUMBER]))
    folded = fold(written)
    if folded in cardinals():
        return _Word(start, end, _CARDINAL, written, cardinals()[folded])
    if folded in ordinals():
        return _Word(start, end, _ORDINAL, written, ordinals()[folded])
    return _Word(start, end, _PARAGRAPH if written[0] == "§" else _KINDS.get(written, _OTHER), written)


def _joined(words: list[_Word]) -> list[_Word]:
    """The words with tens and units as one number, and without what only looks like a number."""
    beside = [_NOTHING, *words, _NOTHING, _NOTHING, _NOTHING]
    joined: list[_Word] = []
    for before, word, after, next_, last in zip(beside, words, beside[2:], beside[3:], beside[4:], strict=False):
        is_article = word.kind == _CARDINAL and word.number == 1 and after.kind in _WRITTEN_AS
        is_other = word.kind == _ORDINAL and after.written in _INDEFINITE
        if joined and word.end <= joined[-1].end:
            continue  # joined already
        if is_article or is_other:
            joined.append(replace(word, kind=_OTHER))
        elif _is_tens_and_unit(before, word, after, next_, last):
            joined.append(_Word(word.start, after.end, after.kind, word.written, word.number + after.number))
        else:
            joined.append(word)
    return joined


def _is_tens_and_unit(before: _Word, word: _Word, after: _Word, next_: _Word, last: _Word) -> bool:
    """Whether ”trettio nio” is 39 and not 30 and 9: ”kapitel trettio nio paragrafen” is 30 and 9."""
    are_both = word.kind == _CARDINAL and after.kind in {_CARDINAL, _ORDINAL} and 0 < after.number < _FIRST_TEENS
    if not are_both or word.number % _FIRST_TEENS or word.number == _FIRST_TEENS:
        return False
    ends_a_section = next_.kind == _PARAGRAPH and last.kind not in {_CARDINAL, _ORDINAL, _DIGITS}
    if before.kind == _CHAPTER and ends_a_section:
        return False
    return before.kind in _WRITTEN_AS or next_.kind in _WRITTEN_AS
