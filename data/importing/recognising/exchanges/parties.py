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
_PLACE = r"(?:\si\s(?:(?:Region|region)\s)?(?:[A-ZÅÄÖ][\wåäö-]{1,30}(?:\s(?:kommun|stad|län))?|kommunen|länet|regionen|staden))?"
_SHORT = r"(?:\s?\((?:[^()]{2,60})\))?"
_SEPARATOR = re.compile(r"(?:,\s(?:och\s|samt\s)?|\s(?:och|samt|eller|respektive)\s)(?:(?:till|från|med|hos|av)\s)?(?:dels\s)?")
_DETERMINERS = r"(?:(?:de|den|det|andra|berörda|berörd|nationella|nationellt|övriga|olika|övrig|aktuell|respektive|lokala|vissa|privata|enskilda|externa|flera|kommunala|statliga|andra statliga)\s){0,3}"


class Known(NamedTuple):
    """Names that are the authority's own: of units and finding aids."""

    units: frozenset[str]
    aids: frozenset[str]


def known(units: tuple[UnitFact, ...], aids: tuple[FindingAidFact, ...]) -> Known:
    """The names of own units and aids."""
    own = (name for unit in units if unit.kind is not UnitKind.EXTERNAL for name in (unit.name, *unit.aliases))
    theirs = {folded(unit.name) for unit in units if unit.kind is UnitKind.EXTERNAL}
    return Known(
        frozenset(map(folded, own)) - theirs, frozenset(folded(name) for aid in aids for name in (aid.name, *aid.aliases))
    )


@functools.cache
def _party() -> re.Pattern[str]:
    """One party: an agency by name, a name that goes on with *för*, a word whose end says what it is, or a name."""
    agencies = rf"(?i:{alternatives(words(Use.PARTY))})(?![\wåäö-])"
    genitive = rf"(?:(?i:{alternatives(words(Use.PARTY))})s|[A-ZÅÄÖa-zåäö][\wåäö-]{{2,30}}s)"
    ending = rf"(?:[A-ZÅÄÖ]?[\wåäö]{{1,30}}-\s(?:och\s)[\wåäö]{{0,30}}?|[\wåäö-]{{0,40}}?)(?i:{alternatives(words(Use.PARTY_ENDING))})(?![\wåäö-])"
    going_on = rf"(?:{alternatives(words(Use.PARTY_WITH_FOR))})\sför\s[\wåäö-]{{2,40}}(?:\s(?:och|samt)\s[\wåäö-]{{2,40}})?"
    of_theirs = rf"{genitive}\s(?:[a-zåäö][\wåäö-]{{1,30}}\s){{0,1}}?(?:[a-zåäö][\wåäö-]{{2,40}})(?:\s{NAME})?"
    return re.compile(
        rf"(?P<determiner>{_DETERMINERS})(?P<party>(?:(?P<known>{agencies})|{going_on}|(?P<theirs>{of_theirs})"
        rf"|{_CAPITAL}(?:\s{_CAPITAL}){{0,4}}?\s[a-zåäö][\wåäö]{{0,30}}(?i:{alternatives(words(Use.PARTY_ENDING))})(?![\wåäö-])"
        rf"|{ending}|(?P<name>{NAME})){_SHORT}{_PLACE}{_SHORT})"
    )


def parties_at(text: str, at: int, own: Known) -> tuple[tuple[str, ...], int]:
    """The parties that a list of them names from a place on, and where the list ends."""
    found: list[str] = []
    end = at
    while match := _party().match(text, at):
        party = _cut(match, text)
        if not _accepted(party, match, own):
            break
        found.append(party)
        end = match.start("party") + len(match["party"].rstrip())
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            break
        at = separator.end()
    return tuple(found), end


def _cut(match: re.Match[str], text: str) -> str:
    """A party's name as it stands; of another's register, as far as it is one."""
    del text
    party = match["party"].rstrip()
    determiner = match["determiner"] or ""
    kept = ("nationella ", "privata ", "kommunala ", "andra ", "statliga ", "lokala ")
    return (determiner if determiner.startswith(kept) else "") + party


def _accepted(party: str, match: re.Match[str], own: Known) -> bool:
    name = folded(re.sub(r"\s?\([^()]*\)", "", party))
    if match["known"]:
        return not _is_archive(name) and name not in own.units
    if name in folded_words(Use.NO_PARTY) or name in own.units or name in own.aids or _is_archive(name):
        return False
    if match["theirs"]:
        return _is_register(match["theirs"])
    return not (match["name"] and (name.isdigit() or name in folded_words(Use.NO_PARTY)))


def _is_register(theirs: str) -> bool:
    """Whether another's something is a register or a body of it: *Skatteverkets folkbokföring*."""
    return bool(re.search(_OF_THEIRS, theirs))


_OF_THEIRS = (
    r"s\s(?:[a-zåäö-]{2,30}\s)?[\wåäö-]{0,40}(?:register|registret|databas|databaser|bokföring|system|systemet|tjänst|portal|arkiv|socialtjänst|skolor|företag"
    r"|revisorer|nämnd|nämnden|kansli|kontor|förvaltning|styrelse|avdelning|enhet|vårdcentraler|sjukhus|karta|bolag|diarium)(?:\s[A-ZÅÄÖ].{0,40})?$"
)


def _is_archive(name: str) -> bool:
    return name in folded_words(Use.ARCHIVE) or name.endswith("arkivet")


def is_party(text: str, own: Known) -> bool:
    """Whether a text is nothing but one party."""
    text = text.strip(" .:")
    match = _party().match(text)
    if match is None or (match["name"] and not re.search(r"\s|[A-ZÅÄÖ]{2}", match["name"])):
        return False
    found, end = parties_at(text, 0, own)
    return len(found) == 1 and end == len(text)
