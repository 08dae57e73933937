"""Who may be the other party of an exchange, read from a place in a text."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from data.importing.recognising.clauses import NAME, alternatives, folded
from data.importing.recognising.exchanges.vocabulary import Use, folded_words, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.proposal import FindingAidFact, UnitFact

_CAPITAL = r"[A-ZÅÄÖ][\wåäöÅÄÖ&]{1,40}(?:-[\w]{1,30})?"
_WHERE = r"[A-ZÅÄÖ][\wåäö-]{1,30}(?:\s(?:kommun|stad|län))?|kommunen|länet|regionen|staden"
_PLACE = rf"(?:\si\s(?!\w{{0,20}}(?:fil|filer|format|form)\b)(?:(?:Region|region)\s)?(?:{_WHERE}))?"
_ENDINGS = rf"(?i:{alternatives(words(Use.PARTY_ENDING))})"
_BRACKETS = rf"(?:\s?\((?:[A-ZÅÄÖ][^(),]{{1,50}}|inklusive\s[^()]{{3,50}}|[a-zåäö]{{0,30}}{_ENDINGS})\))?"
_AT = re.compile(r"\s(?:hos|vid)\s")
_SEPARATOR = re.compile(r"(?:,\s(?:och\s|samt\s)?|\s(?:och|samt|eller|respektive|resp\.)\s)(?:dels\s)?")
_DETERMINERS = rf"(?:(?:{alternatives((*words(Use.DETERMINER), *words(Use.TELLING_DETERMINER)))})\s){{0,3}}"


_OFTEN = 3
"""A text that has a word so often calls its own authority by it."""


class Known(NamedTuple):
    """Names that are the authority's own: of units and finding aids, and what the text calls it."""

    units: frozenset[str]
    aids: frozenset[str]
    us: frozenset[str] = frozenset()


def known(units: tuple[UnitFact, ...], aids: tuple[FindingAidFact, ...], text: str) -> Known:
    """The names of own units and aids."""
    own = (name for unit in units if unit.kind is not UnitKind.EXTERNAL for name in (unit.name, *unit.aliases))
    theirs = {folded(unit.name) for unit in units if unit.kind is UnitKind.EXTERNAL}
    counted = {
        word for word in words(Use.MAY_BE_US) if len(re.findall(rf"\b{word}s?\b", text, re.IGNORECASE)) >= _OFTEN
    }
    return Known(
        frozenset(map(folded, own)) - theirs,
        frozenset(folded(name) for aid in aids for name in (aid.name, *aid.aliases)),
        folded_words(Use.US) | counted,
    )


@functools.cache
def _party() -> re.Pattern[str]:
    """One party: an agency by name, a name that goes on with *för*, a word whose end says what it is, or a name."""
    agencies = rf"(?i:{alternatives(words(Use.PARTY))})(?![\wåäö-])(?:\sAB(?!\w))?"
    genitive = rf"(?:(?i:{alternatives(words(Use.PARTY))})s|[A-ZÅÄÖa-zåäö][\wåäö-]{{2,30}}s)"
    adjective = r"(?:[a-zåäö]{2,20}(?:liga|ska|ala|iva|ade|nde)\s)?"
    joined = r"[A-ZÅÄÖ]?[\wåäö]{1,30}-\soch\s[\wåäö]{0,30}?"
    ending = rf"{adjective}(?:{joined}|[\wåäö-]{{0,40}}?){_ENDINGS}(?![\wåäö-])"
    firm = rf"[\wåäöÅÄÖ-]{{0,30}}(?i:{alternatives(words(Use.FIRM))})\s{NAME}"
    municipality = rf"{_CAPITAL}(?:\s{_CAPITAL})?(?<!s)\s(?:kommun|stad|landsting|församling)(?![\wåäö-])"
    theirs = r"[\wåäö-]{0,40}?(?:databasen|registret|portalen|systemet|tjänsten)(?![\wåäö-])"
    national = rf"(?i:{alternatives(words(Use.NATIONAL))})\s{theirs}"
    named = rf"(?:systemet|registret|databasen|portalen)\s{NAME}|(?P<name>{NAME})"
    going_on = (
        rf"(?:{alternatives(words(Use.PARTY_WITH_FOR))})\sför\s[\wåäö-]{{2,40}}(?:\s(?:och|samt)\s[\wåäö-]{{2,40}})?"
    )
    thing = rf"(?!(?:{alternatives(words(Use.NO_THING))})\b)[a-zåäö][\wåäö-]{{2,40}}"
    of_theirs = rf"{genitive}\s(?:[a-zåäö][\wåäö-]{{1,30}}\s){{0,1}}?{thing}(?:\s{NAME})?"
    return re.compile(
        rf"(?P<determiner>{_DETERMINERS})(?P<party>(?:(?P<known>{agencies})|{going_on}|(?P<theirs>{of_theirs})"
        rf"|{_CAPITAL}(?:\s{_CAPITAL}){{0,4}}?\s[a-zåäö][\wåäö]{{0,30}}{_ENDINGS}(?![\wåäö-])"
        rf"|{firm}|{national}|{municipality}"
        rf"|{_CAPITAL}(?:\s{_CAPITAL}){{1,4}}|{ending}|{named}){_BRACKETS}{_PLACE}{_BRACKETS})"
    )


def parties_at(text: str, at: int, own: Known) -> tuple[tuple[str, ...], int]:
    """The parties that a list of them names from a place on, and where the list ends."""
    found: list[str] = []
    end = before = at
    while match := _party().match(text, at):
        party, end = _cut(match), match.start("party") + len(match["party"].rstrip())
        if (holder := _holder(text, end)) and not match["known"]:
            match, party, end = holder, holder["party"], holder.end("party")
        if not _accepted(party, match, own):
            end = at if not found else before
            break
        found.append(_base(party, match))
        before = end
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            break
        at = separator.end()
    return tuple(found), end


def _holder(text: str, end: int) -> re.Match[str] | None:
    """The agency that has what was named: *K-samsök hos Riksantikvarieämbetet*."""
    match = _AT.match(text, end)
    holder = _party().match(text, match.end()) if match else None
    return holder if holder and holder["known"] else None


def _base(party: str, match: re.Match[str]) -> str:
    """An agency whose something is meant that is no register; else the party as it stands."""
    if match["theirs"] and not _is_register(match["theirs"]):
        return match["theirs"].partition("s ")[0]
    return party


def _cut(match: re.Match[str]) -> str:
    """A party's name as it stands, with what tells which of several."""
    party = match["party"].rstrip()
    determiner = match["determiner"] or ""
    kept = tuple(f"{word} " for word in words(Use.TELLING_DETERMINER))
    return (determiner if determiner.startswith(kept) else "") + party


def _accepted(party: str, match: re.Match[str], own: Known) -> bool:
    name = folded(re.sub(r"\s?\([^()]*\)", "", party))
    if match["known"]:
        return not _is_archive(name) and name not in own.units
    if (
        name in folded_words(Use.NO_PARTY)
        or name in own.us
        or name in own.units
        or name in own.aids
        or _is_archive(name)
    ):
        return False
    if name.partition(" ")[2] in own.aids:
        return False
    if match["theirs"]:
        whose = match["theirs"].partition("s ")[0]
        return _is_register(match["theirs"]) or folded(whose) in folded_words(Use.PARTY)
    if match["name"] and " " not in name and name.endswith(words(Use.NO_PARTY_ENDING)):
        return False
    return not (match["name"] and (name.isdigit() or name in folded_words(Use.NO_PARTY)))


def _is_register(theirs: str) -> bool:
    """Whether another's something is a register or a body of it: *Skatteverkets folkbokföring*."""
    return bool(re.search(_OF_THEIRS, theirs))


_THINGS = alternatives(words(Use.THING_OF_THEIRS))
_OF_THEIRS = rf"s\s(?:[a-zåäö-]{{2,30}}\s)?[\wåäö-]{{0,40}}(?:{_THINGS})(?:\s[A-ZÅÄÖ].{{0,40}})?$"


def _is_archive(name: str) -> bool:
    return name in folded_words(Use.ARCHIVE) or name.endswith("arkivet")


def is_bare(text: str) -> bool:
    """Whether a text begins with no more than a word with a capital, which may be any word."""
    match = _party().match(text)
    if match and _holder(text, match.end("party")):
        return False
    return match is None or bool(match["name"] and not re.search(r"\s|[A-ZÅÄÖ]{2}", match["name"]))


def is_party(text: str, own: Known) -> bool:
    """Whether a text is nothing but one party."""
    text = text.strip(" .:")
    if is_bare(text):
        return False
    found, end = parties_at(text, 0, own)
    return len(found) == 1 and end == len(text)
