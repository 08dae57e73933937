"""Lists of parties, each with its how and when in brackets or between dashes: *X (varje natt, via Navet), Y och Z*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.importing.recognising.clauses import folded
from data.importing.recognising.exchanges.parties import Known, is_bare, is_party, parties_at
from data.importing.recognising.exchanges.spans import Manner, manner
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.importing.recognising.exchanges.composed import Said


class _Aside(NamedTuple):
    """What stands beside a party, and where: in the sentence, and in the sentence without asides."""

    start: int
    end: int
    words: str
    dashed: bool = False
    at: int = 0


_BRACKET = re.compile(r"\s?[(\[](?P<words>[^()\[\]]{3,160})[)\]]")
_DASH = re.compile(r"\s[–—-]\s")
_CLOSING = re.compile(r"\s?[–—]\s?(?=[,.;]|$)|\s[–—-](?=\s)")
_NEXT = re.compile(r"[,;]\s(?:och\s|samt\s)?(?:från\s|till\s|med\s)?|\s(?:och|samt)\s(?:från\s|till\s|med\s)?")
_BEGINS = re.compile(r"^|:\s|(?<![\w-])(?:från|till|med|av|hos|ur|mot|i)\s", re.IGNORECASE)
_FOLLOWING = re.compile(
    r"(?<=[\wåäö] )följande(?:\s(?:andra\s)?(?:myndigheter|parter|organisationer|aktörer|mottagare))?\s?:\s"
)
_OF_SEVERAL = re.compile(
    r"(?:alla|samtliga|(?P<two>båda|bägge))(?:\s(?P<count>två|tre|fyra|fem|sex))?\b", re.IGNORECASE
)
_COUNTS = {"två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_RESPECTIVELY = re.compile(r"\s(?:respektive|resp\.?)\s")
_JOINED = re.compile(r"\s(?:och|samt)\s")
_NO_DATA = re.compile(
    r"(?:se|sedan|tidigare|f\.d\.|även|dock|inklusive|exklusive|utom|till|från|org|dnr|\d)", re.IGNORECASE
)


def with_asides(sentence: str, own: Known, told: Callable[[str], list[Said]]) -> list[Said]:
    """What a sentence says without what stands beside its parties, and to each party what stands beside it."""
    listed, beside = _apart(_FOLLOWING.sub("", sentence), own)
    if not beside:
        return told(listed)
    timed = any(manner(words).when for words in beside.values())
    said: list[Said] = []
    for one in told(listed):
        if timed and pattern(Use.WHEN_VAGUE).fullmatch(one.when):
            one = one._replace(when="")  # noqa: PLW2901
        words = beside.get(one.party, "")
        if not pattern(Use.NEGATED).search(words):
            said.append(_added(one, words) if words else one)
    return said


def _added(one: Said, words: str) -> Said:
    """An exchange with what stands beside its party."""
    found = manner(words)
    means = (part.strip() for part in re.split(r"[,;]", words))
    how = found.first_how or next((part for part in means if _is_means(part)), "")
    data = words[: min([span.start for span in found.all] + [len(words)])].strip(" ,;:–-")
    plain = not one.what or folded(one.what) in folded_words(Use.COLUMN_WHAT)
    named = plain and data and data != how and not _NO_DATA.match(data) and not _OF_SEVERAL.match(data)
    return one._replace(what=data if named else one.what, how=how or one.how, when=_times(found, words) or one.when)


def _times(found: Manner, words: str) -> str:
    """When, with times that *och* joins as one: *kvartalsvis och årligen*."""
    if not found.when:
        return ""
    start, end = found.when[0].start, found.when[0].end
    for span in found.when[1:]:
        if _JOINED.fullmatch(words[end : span.start]):
            end = span.end
    return words[start:end]


def _apart(sentence: str, own: Known) -> tuple[str, dict[str, str]]:
    """A sentence without its asides, and the words beside each party; none where it lists no parties."""
    asides = sorted(_asides(sentence, own))
    plain, placed = _without(sentence, asides)
    lists = [_ends(plain, begin.end(), own) for begin in _BEGINS.finditer(plain)]
    ends = {end for parties in lists for _, end in parties}
    beside = [aside for aside in placed if aside.at in ends]
    last = len(beside) == 1 and beside[0].dashed and beside[0].end >= len(sentence.rstrip(" ."))
    if not beside or len(ends) < 2 or last:  # noqa: PLR2004 - one dash after a list is of the whole list
        return sentence, {}
    plain, placed = _without(sentence, beside)
    words: dict[str, str] = {}
    for begin in _BEGINS.finditer(plain):
        parties = _ends(plain, begin.end(), own)
        for aside in placed:
            upto = [party for party, end in parties if end <= aside.at]
            if aside.at in {end for _, end in parties}:
                words |= _shared_out(upto, aside.words)
    return plain, words


def _shared_out(parties: list[str], words: str) -> dict[str, str]:
    """To which of the parties before it an aside belongs: *månadsvis respektive årligen* to the last two, one each."""
    each = _RESPECTIVELY.split(words)
    if len(each) > 1 and len(each) <= len(parties):
        return dict(zip(parties[-len(each) :], each, strict=True))
    return dict.fromkeys(parties[-_reach(words) :], words)


def _reach(words: str) -> int:
    """Of how many parties before it an aside is: of one, unless it says *alla*, *båda*, *samtliga tre*."""
    several = _OF_SEVERAL.match(words)
    if several is None:
        return 1
    return 2 if several["two"] else _COUNTS.get((several["count"] or "").casefold(), 0)


def _without(sentence: str, asides: list[_Aside]) -> tuple[str, list[_Aside]]:
    plain, begin = "", 0
    placed: list[_Aside] = []
    for aside in asides:
        plain += sentence[begin : aside.start]
        placed.append(aside._replace(at=len(plain)))
        begin = aside.end
    plain += sentence[begin:]
    return (re.sub(r";(?=\s(?:och\s|samt\s)?[\wåäöÅÄÖ])", ",", plain) if asides else plain), placed


def _ends(plain: str, at: int, own: Known) -> list[tuple[str, int]]:
    """The parties of the list that begins at a place, and where each ends."""
    found, _ = parties_at(plain, at, own) if not is_bare(plain[at : at + 120]) else ((), at)
    ends: list[tuple[str, int]] = []
    for party in found:
        at = plain.find(party, at) + len(party)
        ends.append((party, at))
    return ends


def _asides(sentence: str, own: Known) -> Iterator[_Aside]:
    for match in _BRACKET.finditer(sentence):
        words = match["words"]
        if _tells(words) or (words[0].islower() and not is_party(words, own) and not _directs(words)):
            yield _Aside(match.start(), match.end(), words)
    taken = 0
    for match in _DASH.finditer(sentence):
        if match.start() < taken:
            continue
        end = _next_party(sentence, match.end(), own)
        closing = _CLOSING.search(sentence, match.end(), end)
        words = sentence[match.end() : closing.start() if closing else end]
        if _tells(words) and "(" not in words and not pattern(Use.FETCH, Use.SUPPLY).search(words):
            taken = closing.end() if closing else end
            yield _Aside(match.start(), taken, words, dashed=True)


def _next_party(sentence: str, at: int, own: Known) -> int:
    """Where the next party of a list is led in, or the sentence ends."""
    for match in _NEXT.finditer(sentence, at):
        if not is_bare(sentence[match.end() : match.end() + 120]) and parties_at(sentence, match.end(), own)[0]:
            return match.start()
    return len(sentence.rstrip(" ."))


def _tells(words: str) -> bool:
    """Whether words say how or when, and not which way."""
    return (bool(manner(words).all) or _is_means(words)) and not _directs(words)


def _directs(words: str) -> bool:
    return pattern(Use.FETCH, Use.SUPPLY).match(words) is not None


def _is_means(part: str) -> bool:
    """Whether a part of an aside is nothing but a means of transfer: *filöverföring*, *i Hermes*."""
    return pattern(Use.MEANS).fullmatch(part) is not None and not manner(part).when
