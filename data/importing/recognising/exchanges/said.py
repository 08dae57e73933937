"""Exchanges in sentences: which verb, which party, how and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.importing.recognising.exchanges.parties import Known, parties_at
from data.importing.recognising.exchanges.spans import Manner, Span, manner, nearest
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, pattern
from data.importing.recognising.clauses import folded
from data.kinds import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Said(NamedTuple):
    """One exchange as a sentence says it."""

    direction: Direction
    party: str
    what: str = ""
    how: str = ""
    when: str = ""
    rule: str = "sentence"
    guessed: bool = False
    why: str = ""


class _Verb(NamedTuple):
    use: Use
    start: int
    end: int


class _Phrase(NamedTuple):
    direction: Direction
    parties: tuple[str, ...]
    start: int
    end: int
    verb: int


_PREPOSITION = re.compile(r"(?<![\w-])(från|till|med|av|hos|i|ur|mot)\s", re.IGNORECASE)
_USES = (Use.FETCH, Use.SUPPLY, Use.COMMUNICATE, Use.NEUTRAL)
_TRIMMED = " ,;:.–-"


def is_silent(sentence: str) -> bool:
    """Whether a sentence tells of no exchange: denied, past, the law's, or a record that is handed out."""
    return any(pattern(use).search(sentence) for use in (Use.NEGATED, Use.HISTORY, Use.RECITED, Use.HANDED_OUT))


def said_in(sentence: str, own: Known, default: Direction | None = None) -> list[Said]:
    """The exchanges that a sentence states; `default` is the direction that its heading or list says."""
    if is_silent(sentence):
        return []
    verbs = _verbs(sentence)
    phrases = [*_phrases(sentence, verbs, own, default), *_subjects(sentence, verbs, own), *_accesses(sentence, own)]
    return _composed(sentence, verbs, _with_one_source(phrases), manner(sentence))


def _verbs(sentence: str) -> list[_Verb]:
    found: list[_Verb] = []
    for use in _USES:
        for match in pattern(use).finditer(sentence):
            if not any(verb.start <= match.start() < verb.end for verb in found):
                found.append(_Verb(use, match.start(), match.end()))
    return sorted(found, key=lambda verb: verb.start)


def _verb_of(verbs: Sequence[_Verb], at: int, sentence: str) -> int:
    """Which verb rules a place: the nearest before it, unless a new clause has begun, else the next."""
    before = [index for index, verb in enumerate(verbs) if verb.start < at]
    after = [index for index, verb in enumerate(verbs) if verb.start >= at]
    if before and not (after and _new_clause(sentence, verbs[before[-1]].end, at, verbs[after[0]].start)):
        return before[-1]
    return after[0] if after else -1


def _new_clause(sentence: str, end: int, at: int, after: int) -> bool:
    """Whether *och till X lämnas*: a new clause begins just before the place, and its verb follows."""
    return bool(re.search(r"(?:,|\boch|\bsamt|\bmen|\bmedan)\s*$", sentence[end:at])) and after - at < 60  # noqa: PLR2004


def _phrases(sentence: str, verbs: Sequence[_Verb], own: Known, default: Direction | None) -> Iterator[_Phrase]:
    taken = 0
    for match in _PREPOSITION.finditer(sentence):
        if match.start() < taken:
            continue
        index = _verb_of(verbs, match.start(), sentence)
        use = verbs[index].use if index >= 0 else None
        direction = _direction(match[1].casefold(), use, sentence, default)
        if direction is None:
            continue
        found, end = parties_at(sentence, match.end(), own)
        if direction is Direction.COMMUNICATES and found:
            found, end = _loosely(sentence, match.end(), found, end)
        if found:
            taken = end
            yield _Phrase(direction, found, match.start(), end, index)


def _direction(preposition: str, use: Use | None, sentence: str, default: Direction | None) -> Direction | None:  # noqa: PLR0911
    """The direction that a preposition and its verb say together; None where they say none."""
    if preposition == "från":
        return Direction.FETCHED if use in {Use.FETCH, Use.NEUTRAL} or (use is None and default is not None) else None
    if preposition == "till":
        return Direction.SUPPLIED if use in {Use.SUPPLY, Use.NEUTRAL} or (use is None and default is not None) else None
    if preposition == "med":
        both = use is Use.COMMUNICATE or (use is Use.NEUTRAL and pattern(Use.COMMUNICATE).search(sentence))
        return Direction.COMMUNICATES if both else None
    if preposition == "av":
        return Direction.FETCHED if use is Use.SUPPLY and re.search(r"(?:s|es)\sav\s", sentence) else None
    looked_up = use is Use.FETCH and pattern(Use.LOOK_UP).search(sentence)
    return Direction.FETCHED if looked_up and preposition in {"hos", "i", "ur", "mot"} else None


def _loosely(sentence: str, at: int, found: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """A list of those one communicates with may name people and firms after its authorities."""
    if sentence[end : end + 2] != ", ":
        return found, end
    rest = re.match(r"(?:,\s[^,.;:()]{3,40}(?:\s\([^()]{3,60}\))?){1,20}?(?:\soch\s[^,.;:()]{3,40})?(?=[.;]|$)", sentence[end:])
    if rest is None or pattern(Use.FETCH, Use.SUPPLY, Use.COMMUNICATE).search(rest.group()):
        return found, end
    del at
    more = [part.strip() for part in re.split(r",\s|\soch\s", rest.group()) if part.strip()]
    return (*found, *more), end + rest.end()


def _subjects(sentence: str, verbs: Sequence[_Verb], own: Known) -> Iterator[_Phrase]:
    """A sentence whose subject is the other: *Lantmäteriet levererar … till nämnden*, *X och Y utbyter*."""
    if not verbs:
        return
    found, end = parties_at(sentence, 0, own)
    found = () if any(folded(party) in folded_words(Use.US) for party in found) else found
    subject = sentence[: verbs[0].start]
    if not found and verbs[0].use is Use.COMMUNICATE:
        for match in re.finditer(r"\boch\s", subject):
            found, end = parties_at(subject, match.end(), own)
            if found and not subject[end:].strip():
                yield _Phrase(Direction.COMMUNICATES, found, match.start(), end, 0)
        return
    if not found or sentence[end : verbs[0].start].strip(" ,"):
        return
    verb = sentence[verbs[0].start : verbs[0].end]
    active = not verb.endswith("s")
    to_us = re.search(rf"\btill\s(?:{'|'.join(folded_words(Use.US))})\b", sentence.casefold())
    if active and verbs[0].use in {Use.SUPPLY, Use.NEUTRAL} and to_us:
        yield _Phrase(Direction.FETCHED, found, 0, end, 0)
    elif active and verbs[0].use is Use.FETCH:
        yield _Phrase(Direction.SUPPLIED, found, 0, end, 0)
    elif verb == "underrättas":
        yield _Phrase(Direction.SUPPLIED, found, 0, end, 0)


def _accesses(sentence: str, own: Known) -> Iterator[_Phrase]:
    for match in pattern(Use.ACCESS).finditer(sentence):
        found, end = parties_at(sentence, match.end() + 1, own)
        if found and not sentence.startswith(found[0]):
            yield _Phrase(Direction.FETCHED, found, match.start(), end, -1)


def _with_one_source(phrases: list[_Phrase]) -> list[_Phrase]:
    """Without registers as parties where the sentence names the authority whose register it is."""
    named = [phrase for phrase in phrases if not all(folded(party) in folded_words(Use.REGISTER_PARTY) for party in phrase.parties)]
    fetched = any(phrase.direction is Direction.FETCHED for phrase in named)
    kept = [phrase for phrase in phrases if phrase in named or not (fetched and phrase.direction is Direction.FETCHED)]
    return sorted(kept, key=lambda phrase: phrase.start)


def _composed(sentence: str, verbs: Sequence[_Verb], phrases: list[_Phrase], told: Manner) -> list[Said]:
    said: list[Said] = []
    for index, phrase in enumerate(phrases):
        window = _window(phrases, index, len(sentence))
        shared = _shared(phrases, phrase)
        values = [
            nearest(found, window) or (shared and nearest(found, (0, 0, phrases[-1].end, len(sentence)))) or ""
            for found in told
        ]
        what = _what(sentence, verbs, phrase, phrases, told.all)
        said += [Said(phrase.direction, party, what, values[0], values[1]) for party in phrase.parties]
    if phrases and (more := _and_more(sentence, phrases[-1], told)):
        said += [one._replace(what=more[0], when=more[1]) for one in said if one.party in phrases[-1].parties]
    return said


_AND_MORE = re.compile(r"\s?(?:och|samt)\s(?P<what>[a-zåäö][^,.;]{5,120}?)\s$")


def _and_more(sentence: str, phrase: _Phrase, told: Manner) -> tuple[str, str] | None:
    """Other data at another time for the same party: *… varje månad och statistik om X en gång om året*."""
    after = [span for span in told.when if span.start >= phrase.end]
    if len(after) < 2:  # noqa: PLR2004
        return None
    match = _AND_MORE.fullmatch(sentence[after[0].end : after[1].start])
    return (match["what"], after[1].text) if match else None


def _shared(phrases: list[_Phrase], phrase: _Phrase) -> bool:
    """Whether what a sentence says last holds for all its parties, who have one verb."""
    return all(other.verb == phrase.verb for other in phrases)


def _window(phrases: list[_Phrase], index: int, length: int) -> tuple[int, int, int, int]:
    phrase = phrases[index]
    before = phrases[index - 1].end if index else 0
    after = phrases[index + 1].start if index + 1 < len(phrases) else length
    return before, phrase.start, phrase.end, after


def _what(sentence: str, verbs: Sequence[_Verb], phrase: _Phrase, phrases: list[_Phrase], marks: Sequence[Span]) -> str:
    """The data: what follows the verb up to the party or to how and when, else what stands before the verb."""
    if phrase.verb < 0:
        return sentence[: phrase.start].strip(_TRIMMED) if _PREPOSITION.match(sentence, phrase.start) else ""
    verb = verbs[phrase.verb]
    begins = sorted([mark.start for mark in marks] + [one.start for one in phrases] + [len(sentence)])
    at = verb.end
    for mark in sorted(marks):
        if mark.start <= at + 1 < mark.end:
            at = mark.end
    follows = sentence[at : next((begin for begin in begins if begin >= at), len(sentence))].strip(_TRIMMED)
    follows = re.sub(r"\s(?:och|samt|dels)$", "", follows).removeprefix("även ").removeprefix("också ")
    if len(follows) > 3 and not pattern(*_USES).fullmatch(follows):  # noqa: PLR2004
        return follows
    begin = max([mark.end for mark in (*marks, *phrases) if mark.end <= verb.start] + [0])
    precedes = sentence[begin : verb.start].strip(_TRIMMED)
    precedes = re.sub(r"^(?:och|samt|dels)\s", "", precedes)
    return precedes if folded(precedes) not in folded_words(Use.US) else ""
