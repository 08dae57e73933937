"""What the registrator should be told of a proposal: what is missing or unclear, and what was left alone; few lines."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.audit import Status
from data.importing.outline import PassageKind, Subject
from data.importing.proposal import Warned
from data.importing.recognising.roles.persons import persons
from data.importing.recognising.statements import describes_archive
from data.importing.rules import Rule, rules
from data.kinds import Topic, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.importing.proposal import Proposal, ProvisionFact

_ARCHIVE, _EXCHANGES, _SALE = 0, 6, 7
_MOST_NAMED = 6
"""Things that one warning names; of more it says how many."""
_OLD = 5
"""Years after which most descriptions have numbers and systems that are no more."""
_TELLS_OF_ARCHIVE = {Subject.ARCHIVE, Subject.RETENTION, Subject.FINDING_AIDS, Subject.RECORDS}
_OPEN_MATTERS = {Subject.FINDING_AIDS, Subject.EXCHANGES, Subject.SECRECY}


class WarningRule(Rule, frozen=True, kw_only=True):
    """A warning: the sentence, and where it looks in the text the words that it looks for."""

    say: str
    words: tuple[str, ...] = ()


@functools.cache
def _rule(id_: str) -> WarningRule:
    found: WarningRule = next(rule for rule in rules("warnings", WarningRule) if rule.id == id_)
    return found


@functools.cache
def _pattern(id_: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{word})" for word in _rule(id_).words))


def points(proposal: Proposal) -> dict[int, Status]:
    """How well a proposal answers each point: 1 to 7 of OSL 4 kap. 2 §, 0 for arkivlagen 6 §."""
    units = [unit for unit in proposal.units if unit.kind is not UnitKind.EXTERNAL]
    topics = {fact.topic for fact in proposal.statements}
    is_there = {
        1: bool(units),
        2: bool(proposal.finding_aids),
        3: Topic.ACCESS_AID in topics,
        4: Topic.INFORMATION in topics or any(role.phone or role.email for role in proposal.contact_roles),
        5: bool(proposal.provisions),
    }
    found = {point: Status.PRESENT if there else Status.MISSING for point, there in is_there.items()}
    if not proposal.provisions and Topic.SECRECY in topics:
        found[5] = Status.UNCLEAR
    return found | {_EXCHANGES: _exchanges(proposal), _SALE: _sale(proposal), _ARCHIVE: _archive(proposal)}


def _exchanges(proposal: Proposal) -> Status:
    if not proposal.exchanges:
        return Status.MISSING
    is_whole = all(exchange.how and exchange.when for exchange in proposal.exchanges)
    return Status.PRESENT if is_whole else Status.UNCLEAR


def _sale(proposal: Proposal) -> Status:
    quotes = [fact.quote.lower() for fact in proposal.statements if fact.topic is Topic.SALE]
    if not quotes:
        return Status.MISSING
    return Status.PRESENT if any(_pattern("right-not-told").search(quote) for quote in quotes) else Status.UNCLEAR


def _archive(proposal: Proposal) -> Status:
    """Whether the text says that it is an archive description too, and tells of the archive."""
    says_so = describes_archive(proposal.outline) or any(f.topic is Topic.ARCHIVE for f in proposal.statements)
    tells = any(_TELLS_OF_ARCHIVE & set(passage.subjects) for passage in proposal.outline.passages)
    if not says_so:
        return Status.MISSING
    return Status.PRESENT if tells or proposal.finding_aids else Status.UNCLEAR


def warnings(proposal: Proposal, year: int = 0) -> tuple[Warned, ...]:
    """What should be looked at, in Swedish; `year` is this year, 0 where nothing is to be said of age."""
    return (
        *_of_points(proposal),
        *_of_exchanges(proposal),
        *_of_text(proposal),
        *_of_names(proposal),
        *_of_provisions(proposal),
        *_of_addresses(proposal),
        *_of_document(proposal, year),
    )


def _warned(id_: str, what: str = "", passages: Iterable[int] = ()) -> Warned:
    return Warned(id_, _rule(id_).say.replace("{what}", what), tuple(dict.fromkeys(passages)))


def _of_points(proposal: Proposal) -> Iterator[Warned]:
    for point, status in sorted(points(proposal).items()):
        if status is Status.MISSING:
            yield _warned(f"point-{point}")
        elif status is Status.UNCLEAR and point == _SALE:
            facts = [fact for fact in proposal.statements if fact.topic is Topic.SALE]
            yield _warned("right-not-told", passages=(n for fact in facts for n in fact.basis.passages))


def _of_exchanges(proposal: Proposal) -> Iterator[Warned]:
    lacking = [exchange for exchange in proposal.exchanges if not (exchange.how and exchange.when)]
    if lacking:
        names = list(dict.fromkeys(exchange.party for exchange in lacking))
        yield _warned("how-or-when", _listed(names), (n for exchange in lacking for n in exchange.basis.passages))


def _of_text(proposal: Proposal) -> Iterator[Warned]:
    passages = [passage for passage in proposal.outline.passages if not passage.recited]
    headings = " ".join(section.heading.lower() for section in proposal.outline.sections)
    elsewhere: dict[str, int] = {}
    for passage in passages:
        for match in _pattern("elsewhere").finditer(passage.text.lower()):
            words = next(filter(None, match.groups()), "")
            if words and words.split()[-1].rstrip("n") not in headings:
                elsewhere.setdefault(words, passage.n)
    for words, n in elsewhere.items():
        yield _warned("elsewhere", words, (n,))
    if not any(passage.kind is PassageKind.TABLE_ROW for passage in passages):
        referring = [passage.n for passage in passages if _pattern("table-elsewhere").search(passage.text.lower())]
        if referring:
            yield _warned("table-elsewhere", passages=referring)
    hidden = [
        (match.group(), passage.n)
        for passage in passages
        for match in _pattern("hidden-address").finditer(passage.text.lower())
    ]
    if hidden:
        yield _warned("hidden-address", _listed([words for words, _ in hidden]), (n for _, n in hidden))
    opened = [p for p in passages if _OPEN_MATTERS & set(p.subjects) and _pattern("open-lists").search(p.text.lower())]
    if opened:
        yield _warned("open-lists", _listed([f"stycke {passage.n}" for passage in opened]), (p.n for p in opened))


def _of_names(proposal: Proposal) -> Iterator[Warned]:
    found = {name: passage.n for passage in proposal.outline.passages for name in persons(passage.text)}
    if found:
        yield _warned("names", _listed(list(found)), found.values())


def _of_provisions(proposal: Proposal) -> Iterator[Warned]:
    lacking = [each for each in proposal.provisions if not each.usual and each.paragraph]
    is_listed = any(each.usual for each in proposal.provisions)
    if lacking and is_listed:
        yield _warned("provisions-of-systems", _capital(_listed(list(map(_cited, lacking)))), _passages(lacking))
    alone = [each for each in proposal.provisions if not each.paragraph]
    if alone:
        yield _warned("chapter-alone", _listed(list(map(_cited, alone))), _passages(alone))
    older = [each for each in proposal.provisions if re.search(r"\(19[89]\d:\d", each.law)]
    for law in dict.fromkeys(each.law for each in older):
        yield _warned("older-law", law, _passages([each for each in older if each.law == law]))


def _passages(facts: list[ProvisionFact]) -> Iterator[int]:
    return (n for fact in facts for n in fact.basis.passages)


def _cited(fact: ProvisionFact) -> str:
    chapter = f"{fact.chapter} kap. " if fact.chapter else ""
    return f"{chapter}{fact.paragraph + ' § ' if fact.paragraph else ''}{fact.law}"


def _of_addresses(proposal: Proposal) -> Iterator[Warned]:
    """Addresses of several units, or of several roles; that a unit and its registrar share one is as it should be."""
    shared: dict[str, list[str]] = {}
    for facts in (proposal.units, proposal.contact_roles):
        having: dict[str, dict[str, str]] = {}
        for fact in facts:
            if fact.email:
                having.setdefault(fact.email.casefold(), {})[fact.name.casefold()] = fact.name
        for address, names in having.items():
            if len(names) > 1:
                shared.setdefault(address, []).extend(names.values())
    if shared:
        yield _warned("shared-address", _listed([f"{one} ({_listed(names)})" for one, names in shared.items()]))


def _of_document(proposal: Proposal, year: int) -> Iterator[Warned]:
    if not proposal.document.number.value:
        yield _warned("no-number")
    decided = proposal.document.decided_on.value
    if not decided:
        yield _warned("no-date")
    elif year and year - int(decided[:4]) > _OLD:
        yield _warned("old", decided[:4], proposal.document.decided_on.basis.passages)


def _listed(words: list[str]) -> str:
    """Words as a Swedish list: *a, b och c*; of many the first, and how many more."""
    if len(words) > _MOST_NAMED:
        return f"{', '.join(words[:_MOST_NAMED])} och {len(words) - _MOST_NAMED} till"
    return " och ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
