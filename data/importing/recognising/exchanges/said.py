"""Exchanges in sentences: which verb, which party, how and when."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.clauses import alternatives, folded
from data.importing.recognising.exchanges.asides import with_asides
from data.importing.recognising.exchanges.composed import USES, Phrase, Said, Verb, composed
from data.importing.recognising.exchanges.parties import Known, is_bare, parties_at
from data.importing.recognising.exchanges.spans import Manner, manner
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, pattern, words
from data.kinds import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_PREPOSITION = re.compile(
    r"(?<![\w-])((?:till|från)\s(?:och|eller|respektive|samt)\s(?:till|från)|från|till|med|av|hos|i|ur|mot)\s",
    re.IGNORECASE,
)


def is_silent(sentence: str) -> bool:
    """Whether a sentence tells of no exchange: denied, past, the law's, or a record that is handed out."""
    silent = (Use.NEGATED, Use.HISTORY, Use.RECITED, Use.HANDED_OUT, Use.ADDRESS)
    return any(pattern(use).search(sentence) for use in silent)


def said_in(sentence: str, own: Known, default: Direction | None = None) -> list[Said]:
    """The exchanges that a sentence states; `default` is the direction that its heading or list says."""
    return with_asides(sentence, own, lambda plain: _said_in(plain, own, default))


def _said_in(sentence: str, own: Known, default: Direction | None) -> list[Said]:
    if is_silent(sentence):
        return []
    told = manner(sentence)
    verbs = _verbs(sentence, told)
    phrases = [
        *_phrases(sentence, verbs, own, default),
        *_subjects(sentence, verbs, own),
        *_accesses(sentence, own),
        *_told_to(sentence, verbs, own),
    ]
    taken = {one.verb for one in phrases if one.start == 0 and one.direction is Direction.SUPPLIED and one.verb >= 0}
    if any(one.direction is Direction.FETCHED and sentence.startswith("från ", one.start) for one in phrases):
        phrases = [one for one in phrases if one.start or one.direction is not Direction.SUPPLIED]
        taken = set()
    phrases = [one for one in phrases if one.direction is not Direction.FETCHED or one.verb not in taken]
    if sentence.rstrip().endswith(":"):  # an introduction says who *we* are
        phrases = [one for one in phrases if not _may_be_us(one.parties, own)]
    supplied = {one.verb for one in phrases if one.direction is Direction.SUPPLIED}
    phrases = [one for one in phrases if one.verb not in supplied or not _is_own_system(one)]
    if not phrases:
        return list(_of_theirs(sentence, verbs, told))
    return composed(sentence, verbs, _with_one_source(phrases), told)


def _is_own_system(phrase: Phrase) -> bool:
    """Whether data are fetched from a system that is supplied to another in the same breath."""
    return phrase.direction is Direction.FETCHED and all(party.startswith("systemet ") for party in phrase.parties)


@functools.cache
def _agencys() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<agency>{alternatives(words(Use.PARTY))})s\s(?P<what>[a-zåäö][\wåäö -]{{2,60}}?)\s*$"
    )


def _of_theirs(sentence: str, verbs: Sequence[Verb], told: Manner) -> Iterator[Said]:
    """What is another's and fetched, where no word says from whom: *Skatteverkets folkbokföringsuppgifter hämtas*."""
    fetched = next(
        (verb for verb in verbs if verb.use is Use.FETCH and sentence[verb.start : verb.end].endswith("as")), None
    )
    match = _agencys().search(sentence[: fetched.start]) if fetched else None
    if match:
        why = _WHY_THEIRS
        yield Said(
            Direction.FETCHED, match["agency"], match["what"], told.first_how, told.first_when, guessed=True, why=why
        )


_WHY_THEIRS = "Meningen säger vems uppgifterna är, men inte att de hämtas därifrån."


def _verbs(sentence: str, told: Manner) -> list[Verb]:
    found: list[Verb] = []
    for use in USES:
        for match in pattern(use).finditer(sentence):
            taken = [(one.start, one.end) for one in found] + [(one.start, one.end) for one in told.how]
            whole = use is Use.NEUTRAL and sentence[: match.start()].endswith("vilket ")  # is about what was said
            if not whole and not any(start <= match.start() < end for start, end in taken):
                found.append(Verb(use, match.start(), match.end()))
    return sorted(found, key=lambda verb: verb.start)


def _verb_of(verbs: Sequence[Verb], at: int, sentence: str) -> int:
    """Which verb rules a place: the nearest before it, unless a new clause has begun, else the next."""
    before = [index for index, verb in enumerate(verbs) if verb.start < at]
    after = [index for index, verb in enumerate(verbs) if verb.start >= at]
    if before and not (after and _new_clause(sentence, verbs[before[-1]].end, at, verbs[after[0]].start)):
        return before[-1]
    return after[0] if after else -1


def _new_clause(sentence: str, end: int, at: int, after: int) -> bool:
    """Whether *och till X lämnas*: a new clause begins just before the place, and its verb follows."""
    return bool(re.search(r"(?:,|\boch|\bsamt|\bmen|\bmedan)\s*$", sentence[end:at])) and after - at < 60  # noqa: PLR2004


def _phrases(sentence: str, verbs: Sequence[Verb], own: Known, default: Direction | None) -> Iterator[Phrase]:
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
            found, end = _loosely(sentence, found, end)
        if match[1].casefold() in _LOOKED_IN and (is_bare(sentence[match.end() :]) or _is_us(found, own)):
            continue
        if (
            match[1].casefold() == "till"
            and index >= 0
            and all(_may_be_us((party,), own) for party in found)
            and _others_do(sentence, verbs[index], own)
        ):
            continue
        if found:
            taken = end
            yield Phrase(direction, found, match.start(), end, index)


def _direction(preposition: str, use: Use | None, sentence: str, default: Direction | None) -> Direction | None:
    """The direction that a preposition and its verb say together; None where they say none."""
    if " " in preposition:
        return Direction.COMMUNICATES
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
    return Direction.FETCHED if looked_up and preposition in _LOOKED_IN else None


def _others_do(sentence: str, verb: Verb, own: Known) -> bool:
    """Whether somebody else than the authority does it: *Vårdnadshavare lämnar uppgifter till kommunen*."""
    doer = folded(sentence[: verb.start].split(" ", maxsplit=1)[0])
    ours = own.us | (folded_words(Use.MAY_BE_US) - folded_words(Use.PARTY))
    return not sentence[verb.start : verb.end].endswith("s") and doer not in ours


_LOOKED_IN = {"hos", "i", "ur", "mot"}


def _may_be_us(parties: tuple[str, ...], own: Known) -> bool:
    return _is_us(parties, own) or any(folded(party) in folded_words(Use.MAY_BE_US) for party in parties)


def _is_us(parties: tuple[str, ...], own: Known) -> bool:
    return any(folded(party) in own.us for party in parties)


def _loosely(sentence: str, found: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """A list of those one communicates with may name people and firms after its authorities."""
    if more := re.match(r"\sför\s[a-zåäö]{3,40}(?=,\s)", sentence[end:]):
        found, end = (*found[:-1], found[-1] + more.group()), end + more.end()
    if sentence[end : end + 2] != ", ":
        return found, end
    told = [span.start for span in manner(sentence[end:]).all]
    listed = sentence[end : end + min(told)] if told else sentence[end:]
    listed = re.split(
        r"[.;]|,\s(?=(?:i|genom|via|per|med|när|på|vid|som|till|främst|oftast|bland|dock|men|där)\s|$)", listed
    )[0]
    rest = re.fullmatch(_LOOSE_LIST, listed)
    if rest is None or pattern(Use.FETCH, Use.SUPPLY, Use.COMMUNICATE).search(rest.group()):
        return found, end
    named = [part.strip() for part in re.split(r",\s|\soch\s", rest.group()) if part.strip()]
    return (*found, *named), end + len(listed)


_LOOSE_LIST = r"(?:,\s[^,.;:()]{3,40}(?:\s\([^()]{3,60}\))?){1,20}?(?:\soch\s[^,.;:()]{3,40})?\s?"


def _subjects(sentence: str, verbs: Sequence[Verb], own: Known) -> Iterator[Phrase]:
    """A sentence whose subject is the other: *Lantmäteriet levererar … till nämnden*, *X och Y utbyter*."""
    if not verbs:
        return
    found, end = parties_at(sentence, 0, own) if not _PREPOSITION.match(sentence) else ((), 0)
    sending = re.search(r"\bfrån\s", sentence) is None and set(map(folded, found)) <= folded_words(Use.PARTY)
    ours = _is_us(found, own) or (_may_be_us(found, own) and not sending)
    found = () if ours or is_bare(sentence) else found
    subject = sentence[: verbs[0].start]
    if not found and verbs[0].use is Use.COMMUNICATE:
        for match in re.finditer(r"\boch\s", subject):
            found, end = parties_at(subject, match.end(), own)
            if found and not subject[end:].strip():
                yield Phrase(Direction.COMMUNICATES, found, match.start(), end, 0)
        return
    if not found or sentence[end : verbs[0].start].strip(" ,"):
        return
    verb = sentence[verbs[0].start : verbs[0].end]
    active = not verb.endswith("s")
    we = own.us | folded_words(Use.MAY_BE_US)
    to_us = re.search(rf"\btill\s(?:{alternatives(tuple(we))})\b(?!\sför\b)", sentence[end:].casefold())
    if active and verbs[0].use in {Use.SUPPLY, Use.NEUTRAL} and to_us:
        yield Phrase(Direction.FETCHED, found, 0, end, 0)
    elif (active and verbs[0].use is Use.FETCH) or verb == "underrättas":
        yield Phrase(Direction.SUPPLIED, found, 0, end, 0)


def _told_to(sentence: str, verbs: Sequence[Verb], own: Known) -> Iterator[Phrase]:
    """Verbs that take who is told as their object: *Beslut meddelas Polismyndigheten*."""
    for match in pattern(Use.TELL).finditer(sentence):
        found, end = parties_at(sentence, match.end() + 1, own)
        index = next((index for index, verb in enumerate(verbs) if verb.start == match.start()), -1)
        if found and index >= 0 and not is_bare(sentence[match.end() + 1 :]):
            yield Phrase(Direction.SUPPLIED, found, match.end(), end, index)


def _accesses(sentence: str, own: Known) -> Iterator[Phrase]:
    for match in pattern(Use.ACCESS).finditer(sentence):
        found, end = parties_at(sentence, match.end() + 1, own)
        if found and not sentence.startswith(found[0]):
            yield Phrase(
                Direction.FETCHED, found, match.start(), end, -1, match.start() + len(match.group().split()[0])
            )


def _with_one_source(phrases: list[Phrase]) -> list[Phrase]:
    """Without registers as parties where the sentence names the authority whose register it is."""
    named = [
        phrase
        for phrase in phrases
        if not all(folded(party) in folded_words(Use.REGISTER_PARTY) for party in phrase.parties)
    ]
    fetched = any(phrase.direction is Direction.FETCHED for phrase in named)
    kept = [phrase for phrase in phrases if phrase in named or not (fetched and phrase.direction is Direction.FETCHED)]
    return sorted(kept, key=lambda phrase: phrase.start)
