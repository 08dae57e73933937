"""What a sentence says of each party: the data, how and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.importing.recognising.clauses import folded
from data.importing.recognising.exchanges.parties import is_bare
from data.importing.recognising.exchanges.spans import Manner, Span, nearest
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.kinds import Direction

USES = (Use.FETCH, Use.SUPPLY, Use.COMMUNICATE, Use.NEUTRAL)
_TRIMMED = " ,;:.–-"


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


class Verb(NamedTuple):
    """A verb, or a noun in its place, and where it stands."""

    use: Use
    start: int
    end: int


class Phrase(NamedTuple):
    """Parties, where they stand, and which verb rules them (-1 for none)."""

    direction: Direction
    parties: tuple[str, ...]
    start: int
    end: int
    verb: int
    access: int = 0


def composed(sentence: str, verbs: Sequence[Verb], phrases: list[Phrase], told: Manner) -> list[Said]:
    """An exchange for each party, with what the sentence says of it."""
    said: list[Said] = []
    for index, phrase in enumerate(phrases):
        window = _window(phrases, index, verbs, len(sentence))
        shared = _shared(phrases, phrase)
        values = [
            nearest(found, window)
            or (shared and nearest(found, (0, 0, phrases[-1].end, len(sentence))))
            or (shared and nearest(found, (0, phrases[0].start, len(sentence), len(sentence))))
            or ""
            for found in told
        ]
        if phrase.verb < 0 and not values[0]:  # access is itself the way
            values[0] = sentence[phrase.start : phrase.access]
        what = _what(sentence, verbs, phrase, phrases, told.all)
        said += [_unsure(Said(phrase.direction, party, what, values[0], values[1])) for party in phrase.parties]
    if phrases and (more := _and_more(sentence, phrases[-1], told)):
        said += [one._replace(what=more[0], when=more[1]) for one in said if one.party in phrases[-1].parties]
    return said


_WHY_BARE = "Namnet är taget för en part, men kan vara ett system."


def _unsure(said: Said) -> Said:
    """An exchange whose party is no more than a name that no rule knows is a guess."""
    return said._replace(guessed=True, why=_WHY_BARE) if is_bare(said.party) else said


_AND_MORE = re.compile(r"\s?(?:och|samt)\s(?P<what>[a-zåäö][^,.;]{5,120}?)\s$")


def _and_more(sentence: str, phrase: Phrase, told: Manner) -> tuple[str, str] | None:
    """Other data at another time for the same party: *… varje månad och statistik om X en gång om året*."""
    after = [span for span in told.when if span.start >= phrase.end]
    if len(after) < 2:  # noqa: PLR2004
        return None
    match = _AND_MORE.fullmatch(sentence[after[0].end : after[1].start])
    return (match["what"], after[1].text) if match else None


def _shared(phrases: list[Phrase], phrase: Phrase) -> bool:
    """Whether what a sentence says last holds for all its parties, who have one verb."""
    return all(other.verb == phrase.verb for other in phrases)


def _window(phrases: list[Phrase], index: int, verbs: Sequence[Verb], length: int) -> tuple[int, int, int, int]:
    """Where what is said of a party may stand: from the party before to the next, or to the verb of the next clause."""
    phrase = phrases[index]
    before = phrases[index - 1].end if index else 0
    after = phrases[index + 1].start if index + 1 < len(phrases) else length
    if index + 1 < len(phrases) and (verb := phrases[index + 1].verb) > phrase.verb >= 0:
        after = max(phrase.end, min(after, verbs[verb].start))
    return before, phrase.start, phrase.end, after


_DOER = re.compile(
    r"^[\wåäöÅÄÖ-]{0,40}(?:förbundet|kommunen|nämnden|styrelsen|förvaltningen|avdelningen|enheten|gruppen|kontoret|kansliet|högskolan"
    r"|myndigheten|regionen|vi)\s(?:även\s|också\s|regelbundet\s|löpande\s){0,2}"
)
"""Who does it, after its verb: *utbyter förbundet regelbundet uppgifter*."""
_PARTY_AHEAD = re.compile(r"(?:från|till|med|mot|av|hos|via|på|i)\s")


def _what(sentence: str, verbs: Sequence[Verb], phrase: Phrase, phrases: list[Phrase], marks: Sequence[Span]) -> str:
    """The data: what follows the verb up to the party or to how and when, else what stands before the verb."""
    if phrase.verb < 0:
        return (
            sentence[: phrase.start].strip(_TRIMMED) if sentence[phrase.start :].startswith(("från ", "till ")) else ""
        )
    verb = verbs[phrase.verb]
    begins = sorted([mark.start for mark in marks] + [one.start for one in phrases] + [len(sentence)])
    at = verb.end
    for mark in sorted(marks):
        if mark.start <= at + 1 < mark.end:
            at = mark.end
    follows = sentence[at : next((begin for begin in begins if begin >= at), len(sentence))].strip(_TRIMMED)
    follows = _DOER.sub("", follows) if not sentence[verb.start : verb.end].endswith("s") else follows
    follows = re.sub(r"\s(?:och|samt|dels)$", "", follows).removeprefix("även ").removeprefix("också ")
    points = _PARTY_AHEAD.match(follows)
    if len(follows) > 3 and not points and not pattern(*USES).fullmatch(follows):  # noqa: PLR2004
        return follows
    if verb.use is Use.COMMUNICATE:
        return ""
    ends = [mark.end for mark in marks] + [one.end for one in phrases]
    begin = max([end for end in ends if end <= verb.start] + [0])
    precedes = sentence[begin : verb.start].rpartition("; ")[2].strip(_TRIMMED)
    precedes = re.sub(r"^(?:och|samt|dels)(?:\s|$)", "", precedes)
    precedes = "" if folded(precedes) in folded_words(Use.POINTING) else precedes
    return precedes if folded(precedes) not in folded_words(Use.US) | folded_words(Use.MAY_BE_US) else ""
