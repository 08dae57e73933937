"""The parts of a text that a reference to law is made of, each with a letter that says what it is.

A reference is told by the order of its parts, whatever blanks, dashes and abbreviations it is written with: see
`references`.
"""

from __future__ import annotations

import functools
import re

import msgspec

from data.importing.rules import Rule, rules


class LawRule(Rule, frozen=True, kw_only=True):
    """A law: how it is written, and whether its paragraphs are provisions of secrecy."""

    law: str
    forms: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    bare: bool = False
    secrecy: str = "said"
    left_out: tuple[int, ...] = ()
    aside: tuple[int, ...] = ()


class Token(msgspec.Struct, frozen=True):
    """A part of a reference, or what stands between two.

    Attributes:
        kind: A letter, as `_KINDS` has them.
        text: Its words in lower case.
        start: Where it begins.
        end: Where it ends.
    """

    kind: str
    text: str
    start: int
    end: int


UNKNOWN = LawRule(
    id="law-by-its-name", why="namn på lagar slutar på -lagen, -balken eller -förordningen", law="=", forms=()
)
_LETTER = r"(?:\s?[a-h](?!\w|[.:]\w|-[^\W\d]))?"
_NUMBER = rf"\d{{1,3}}(?::[ae]\b)?{_LETTER}"
_FINER = (
    r"(?:första|andra|tredje|fjärde|femte|sista)\s(?:och\s(?:andra|tredje|fjärde)\s)?"
    r"(?:stycket|styckena|meningen|punkten)"
    r"(?:\s(?:punkterna|punkten|p\.?)?\s?\d{1,2}(?:\s?(?:-|–|och)\s?\d{1,2})?(?![\s\d]{0,3}(?:§|kap|:)))?"
    r"|\d{1,2}\s?(?:st\b\.?|p\b\.?)"
    r"|(?:p\.|p\b|punkterna|punkten|punkt|st\.?)\s?\d{1,2}(?:\s?(?:-|–|och)\s?\d{1,2})?(?![\s\d]{0,3}(?:§|kap|:))"
)
_NO_LAW = (
    r"(?:\w{0,60}(?:för|av|an|be|in|ned|om|på|till|upp|ut|över|under|bo|ärende|handlings)"
    r"(?:s?lag)(?:en|et|ens|ets|s)?\b)"
)
"""Words that end as names of laws do: *bolag*, *förslag*."""
_ABOUT = (
    r"(?:\s(?!(?:är|gäller|kan|ska|får|har|som|ibland|ofta|finns|samt|när|där|i|[^\W\d]{2,30}as)\b)[^\W\d]{1,30}){1,7}"
)
"""What a law without a name is about: no further than to a verb."""
_BY_NUMBER = rf"(?:lagen|lag|förordningen|förordning|balken)\s\((?:sfs\s)?\d{{4}}:\d{{1,5}}\)(?:\s(?:om|med){_ABOUT})?"
_BY_NAME = (
    rf"(?!{_NO_LAW})(?:[^\W\d_]{{2,30}}-\s?och\s)?[^\W\d_]{{2,60}}(?:lag|balk|förordning)(?:ens?|s)?\b"
    rf"|lagen\som{_ABOUT}"
)
_KINDS = (
    ("Y", r"\(?(?:sfs\s?)?\b\d{4}:\d{1,5}\b\)?|\b\d{2,4}/\d{2,5}\b"),
    ("L", ""),
    ("R", rf"(?<![\d:.])\b[1-4]?\d\s?:\s?[1-9]\d?{_LETTER}(?![\d:]|\.\d)"),
    ("K", r"\bkap(?:itlet|itlen|itel)?\b\.?"),
    ("P", r"§{1,4}|\bparagraf(?:erna|en|er)?\b"),
    ("F", rf"\b(?:{_FINER})"),
    ("D", r"[-\u2010-\u2015\u2212]|\bt\.?\s?o\.?\s?m\b\.?|\btill\soch\smed\b|\btill\b"),
    ("N", rf"(?<![\w:.])\b{_NUMBER}(?![\w:])"),
    ("A", r"\b(?:och|samt|eller|respektive|jämte|alternativt)\b|\bresp\b\.?|&|/"),
    ("S", r"\n"),
    ("C", r"[,;]"),
    ("I", r"\bi\b"),
    ("B", r"[()]"),
    ("X", r"[^\W\d_]{1,60}|\d{1,30}|\S"),
)
"""The kinds of part: a law's number in the collection, a law, chapter and paragraph with a colon, the words for chapter
and for paragraph, what is finer than a paragraph, to, a number, and, a sentence's end, a comma, *i*, a bracket, the
rest."""


@functools.cache
def laws() -> tuple[LawRule, ...]:
    """The laws that are known by name."""
    return rules("laws", LawRule)


@functools.cache
def _forms() -> dict[str, LawRule]:
    return {form: rule for rule in laws() for form in rule.forms}


@functools.cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in sorted(_forms(), key=len, reverse=True))
    law = rf"(?<![\w-])(?:(?:{forms})(?::?s)?(?![\w-])|{_BY_NUMBER}|{_BY_NAME})"
    return re.compile("|".join(rf"(?P<{kind}>{law if kind == 'L' else pattern})" for kind, pattern in _KINDS))


def tokens(text: str) -> list[Token]:
    """The parts of a text, in order."""
    low = text.lower() if len(text.lower()) == len(text) else text
    # a sentence ends before a capital, which lower case would hide
    ends = {match.start() for match in _END.finditer(text)}
    found = []
    for match in _pattern().finditer(low):
        kind = match.lastgroup or "X"
        if kind == "X" and match.start() in ends:
            kind = "S"
        found.append(Token(kind, match.group(), match.start(), match.end()))
    return found


_END = re.compile(r"(?<!\bkap)(?<!\bst)(?<!\bp)(?<!\bresp)(?<!\bex)[.!?](?=\s{1,3}[A-ZÅÄÖ\d]|\s{0,3}$)")


def law_of(token: Token, number: str = "") -> LawRule:
    """The law that a token names; `number` is its number in the collection where that follows."""
    wanted = re.search(r"\d{4}:\d{1,5}", number or token.text)
    by_number = next((rule for rule in laws() if wanted and wanted.group() in rule.numbers), None)
    if by_number:
        return by_number
    name = " ".join(token.text.split())
    known = _forms().get(name) or _forms().get(name.removesuffix("s").removesuffix(":"))
    return known or UNKNOWN
