"""Lines that are no sentences: *Skatteverket (folkbokföring), dagligen*, *In: X, Y*, *Röstlängder → X*, *Från X: …*."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.importing.recognising.exchanges.asides import with_asides
from data.importing.recognising.exchanges.composed import Said
from data.importing.recognising.exchanges.directions import labels, of_arrow, says, with_arrows
from data.importing.recognising.exchanges.parties import Known, is_bare, parties_at
from data.importing.recognising.exchanges.spans import manner
from data.importing.recognising.exchanges.vocabulary import Use, pattern
from data.kinds import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM_SEPARATOR = re.compile(r"\s?[–—:,;(]\s?|\s-\s|\s(?:om|avseende|för|med)\s")
_LABELLED = re.compile(r"(?P<label>[A-ZÅÄÖ][a-zåäö/ ]{1,24}?)(?:\s(?:från|till))?\s?:\s(?P<rest>\S.{1,400})", re.DOTALL)
_TOWARD = re.compile(
    r"(?P<word>till och från|från och till|till/från|från/till|till|från|med|mellan)\s"
    r"(?:(?:kommunen|nämnden|styrelsen|regionen|förvaltningen|oss|myndigheten)\soch\s)?",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"(?P<what>[^:→←↔.;]{3,120}?)\s?(?:[:,–—]\s(?:hämtas\s|lämnas\s|skickas\s)?(?P<word>från|till)\s|(?P<arrow>[→←↔])\s?)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\s?:\s|\s[–—-]\s")
_RECEIVES = re.compile(
    r"(?:\w{2,20}\s){0,1}?(?:får|erhåller|tar emot|mottar|delges|underrättas|meddelas)\b", re.IGNORECASE
)
_MARK = re.compile(r"\s?\((?P<label>[A-Za-zåäö/ ]{1,14})\)\s?:?")


def in_line(line: str, own: Known) -> list[Said]:
    """The exchanges of a line that begins with a direction or points with an arrow; none where it does neither."""
    if labelled := _LABELLED.match(line):
        direction = labels(labelled["label"]) or says(labelled["label"], own)
        if direction and (found := items(labelled["rest"], direction, own)):
            return found
    return _toward(line, own) or _pointed(with_arrows(line), own)


def labelled(clause: str) -> tuple[Direction, str] | None:
    """The direction that a clause has as its label, and the rest: *Hämtas: folkbokföring*."""
    match = _LABELLED.match(clause[:1].upper() + clause[1:])
    direction = labels(match["label"]) if match else None
    return (direction, match["rest"]) if match and direction else None


def _toward(line: str, own: Known) -> list[Said]:
    """*Från Skatteverket: folkbokföring (dagligen)*."""
    match = _TOWARD.match(line)
    found, end = parties_at(line, match.end(), own) if match else ((), 0)
    if not match or not found or not re.match(r"\s?:\s", line[end:]):
        return []
    word = match["word"].casefold()
    direction = {"till": Direction.SUPPLIED, "från": Direction.FETCHED}.get(word, Direction.COMMUNICATES)
    return [_said(direction, party, line[end:]) for party in found]


def _pointed(line: str, own: Known) -> list[Said]:
    """*Röstlängder: från Valmyndigheten* and *Löner → Skatteverket*."""
    match = _POINTED.match(line)
    if not match or pattern(Use.FETCH, Use.SUPPLY).search(match["what"]):
        return []
    found, end = parties_at(line, match.end(), own)
    if not found or (match["arrow"] and is_bare(line[match.end() :])):
        return []
    toward = Direction.SUPPLIED if (match["word"] or "").casefold() == "till" else Direction.FETCHED
    direction = of_arrow(match["arrow"]) if match["arrow"] else toward
    return [_said(direction, party, line[end:])._replace(what=match["what"].strip()) for party in found]


def items(text: str, direction: Direction, own: Known) -> list[Said]:
    """Several after each other: *Skatteverket (folkbokföring), Lantmäteriet (fastigheter)*."""
    said: list[Said] = []
    for part in _bracketed(text, own):
        said += item(part, direction, own)
    return said


def _bracketed(text: str, own: Known) -> Iterator[str]:
    begin = 0
    for match in re.finditer(r"\)\s?(?:[,;]\s(?:och\s|samt\s)?|\s(?:och|samt)\s)|;\s", text):
        if parties_at(text, match.end(), own)[0] and not is_bare(text[match.end() :]):
            yield text[begin : match.start() + 1].rstrip(";")
            begin = match.end()
    yield text[begin:]


_WHAT_FIRST = re.compile(r"(?P<what>[^,:–—()]{3,80}?)\s?(?:,|:|\s[–—-])\s")


def _what_first(text: str, direction: Direction, own: Known) -> list[Said]:
    """What ends with a party: *Företagsuppgifter – Bolagsverket, dagligen*."""
    match = _WHAT_FIRST.match(text)
    if not match or is_bare(text[match.end() :]):
        return []
    found, end = parties_at(text, match.end(), own)
    named = [party for party in found if not is_bare(party)]
    return [_said(direction, party, text[end:])._replace(what=match["what"]) for party in named]


def item(text: str, direction: Direction, own: Known) -> list[Said]:
    """What begins with a party: *Skatteverket (folkbokföring), dagligen*."""
    return with_asides(text, own, lambda plain: _item(plain, direction, own))


def _item(text: str, direction: Direction, own: Known) -> list[Said]:
    if is_bare(text) and (backwards := _what_first(text, direction, own)):
        return backwards
    found, end = parties_at(text, 0, own)
    rest = text[end:]
    if is_bare(text) and rest.strip(" .") and not re.match(r"\s?[:,–—(]|\s-\s", rest):
        return []
    if not found or not (not rest.strip(" .") or _ITEM_SEPARATOR.match(rest) or manner(rest).all):
        return []
    return [_said(direction, party, rest) for party in found]


def _said(direction: Direction, party: str, rest: str) -> Said:
    told = manner(rest)
    cut = min([span.start for span in told.all] + [len(rest)])
    what = rest[:cut].strip(" ,;:.–—-()")
    return Said(direction, party, what, told.first_how, told.first_when, "item")


def leading(sentence: str, own: Known) -> tuple[str, str]:
    """The party that a sentence begins with before a colon or dash, and the rest: *Skatteverket: … lämnas*."""
    found, end = parties_at(sentence, 0, own)
    if len(found) != 1 or is_bare(sentence):
        return "", sentence
    bracketed = _MARK.match(sentence, end)
    if bracketed and labels(bracketed["label"]):
        return found[0], sentence[end:].strip()
    match = _LEAD.match(sentence, end)
    return (found[0], sentence[match.end() :]) if match else ("", sentence)


def receives(clause: str) -> bool:
    """Whether words on a party begin with its receiving: *får årligen …*."""
    return _RECEIVES.match(clause) is not None


_BEFORE_PARTY = re.compile(r"(?:från|till|hos|ur)\s")


def marked(clause: str) -> tuple[Direction, str] | None:
    """The direction that a clause has in brackets, and the clause without it: *Räkenskaper (ut)*."""
    for match in _MARK.finditer(clause):
        if direction := labels(match["label"]):
            return direction, (clause[: match.start()] + " " + clause[match.end() :]).strip()
    return None


def parts(sentence: str, own: Known, *, led: bool = False) -> list[str]:
    """A sentence's clauses, where each has a party or a verb of its own: *…, och X får …*.

    Of a line that is led by its party, also *hämtning av … och lämnande av …*.
    """
    verb = pattern(Use.FETCH, Use.SUPPLY, Use.COMMUNICATE)
    cuts: list[int] = []
    for match in re.finditer(r"(?P<mark>;\s)|,?\s(?:och|men|medan|samt)\s", sentence):
        if match["mark"]:
            if verb.search(sentence[: match.start()]) and verb.search(sentence[match.end() :]):
                cuts.append(match.end())
            continue
        if led and verb.match(sentence, match.end()) and verb.search(sentence[: match.start()]):
            cuts.append(match.end())
            continue
        toward = _BEFORE_PARTY.match(sentence, match.end())
        found, end = parties_at(sentence, toward.end() if toward else match.end(), own)
        follows = verb.match(sentence, end + 1) if found and sentence[end : end + 1] == " " else None
        own_verb = follows and (toward or not follows.group().endswith("s"))
        if own_verb and verb.search(sentence[: match.start()]):
            cuts.append(match.end())
    edges = [0, *cuts, len(sentence)]
    return [re.sub(r"(?:;|,?\s(?:och|men|medan|samt))\s$", "", sentence[begin:end]) for begin, end in pairwise(edges)]
