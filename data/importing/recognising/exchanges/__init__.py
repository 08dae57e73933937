"""Exchanges: the data that the authority regularly fetches from others or supplies to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.importing.outline import Basis, Outline, OutlinePassage, PassageKind, Subject
from data.importing.proposal import ExchangeFact, FindingAidFact, UnitFact
from data.importing.recognising.clauses import folded, sentences
from data.importing.recognising.exchanges.composed import USES, Said
from data.importing.recognising.exchanges.directions import says
from data.importing.recognising.exchanges.lines import in_line, item, labelled, leading, marked, parts, receives
from data.importing.recognising.exchanges.parties import Known, is_bare, is_party, known, parties_at
from data.importing.recognising.exchanges.said import is_silent, said_in
from data.importing.recognising.exchanges.spans import manner
from data.importing.recognising.exchanges.structured import (
    headless,
    in_form,
    in_row,
    joined,
    sentence_cells,
    with_party_above,
)
from data.importing.recognising.exchanges.vocabulary import Use, pattern
from data.kinds import Direction, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Context(NamedTuple):
    """What stands over a sentence: the direction and the party that its heading, list or sentence before said."""

    direction: Direction | None = None
    party: str = ""


_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[a-zåäö]\)|[•·*])\s{1,4}")
_CELLED = {PassageKind.DEFINITION, PassageKind.TABLE_ROW}
_POINTS_ELSEWHERE = re.compile(r"\b(?:till|från|mot|hos)\s[\wåäö]", re.IGNORECASE)
_WHY_ELLIPSIS = "Meningen nämner ingen part; den förra meningens part är tagen."
_WHY_ELSEWHERE = "Meningen står inte i ett avsnitt om utbyte av uppgifter."


def exchanges(
    outline: Outline, units: tuple[UnitFact, ...], aids: tuple[FindingAidFact, ...]
) -> tuple[ExchangeFact, ...]:
    """The exchanges that a document states, in its order."""
    own = known(units, aids, "\n".join(passage.text for passage in outline.passages))
    zone = _zone(outline)
    inside = [passage for passage in outline.passages if passage.n in zone]
    facts: list[ExchangeFact] = []
    for passage in with_party_above(joined(inside)):
        facts += [_fact(one, passage, outline, units, aids) for one in _in_passage(outline, passage, own)]
    for passage in outline.passages:
        if passage.n not in zone and not passage.recited:
            facts += [_fact(one, passage, outline, units, aids) for one in _elsewhere(passage, own)]
    return _distinct(facts)


def _zone(outline: Outline) -> frozenset[int]:
    """The passages that tell of exchanges, and the paragraphs beside a table of them that are of no other point."""
    tables = {
        passage.section
        for passage in outline.passages
        if _in_zone(passage) and passage.kind is PassageKind.TABLE_ROW and passage.section
    }
    return frozenset(
        passage.n
        for passage in outline.passages
        if _in_zone(passage)
        or (
            passage.section in tables
            and passage.kind in {PassageKind.PARAGRAPH, PassageKind.LIST_ITEM}
            and passage.subjects == outline.sections[passage.section].subjects
            and not passage.recited
        )
    )


def _in_zone(passage: OutlinePassage) -> bool:
    return Subject.EXCHANGES in passage.subjects and not passage.recited and passage.kind is not PassageKind.CAPTION


def _in_passage(outline: Outline, passage: OutlinePassage, own: Known) -> list[Said]:
    context = _context(outline, passage, own)
    if passage.kind is PassageKind.TABLE_ROW and passage.columns:
        if told := sentence_cells(passage):
            return [one for cell in told for one in _in_text(cell, context, own, listed=False)]
        return in_row(passage, own, context.direction, inside=True)
    if passage.kind is PassageKind.TABLE_ROW and (row := headless(passage, own, context.direction)):
        return row
    if form := in_form(passage, own, context.direction):
        return form
    text = passage.text
    if passage.bold_lead and context.party == passage.bold_lead:
        text = text[len(passage.bold_lead) :].lstrip(" .:–-")
    if passage.kind in _CELLED and len(passage.cells) > 1:
        text = " ".join(passage.cells[1:])
    return _in_text(text, context, own, listed=passage.kind in {PassageKind.LIST_ITEM, PassageKind.TABLE_ROW})


def _context(outline: Outline, passage: OutlinePassage, own: Known) -> _Context:
    heading = outline.sections[passage.section].heading
    direction = says(heading, own)
    if direction is None:
        over = outline.headings_over(passage.section)[1:2]
        direction = says(outline.sections[over[0]].heading, own) if over else None
    before = _before(outline, passage)
    party = next((name for name in (_party_in(heading, own), before if is_party(before, own) else "") if name), "")
    if intro := _intro(outline, passage):
        direction = says(intro, own) or direction
    if passage.bold_lead and is_party(passage.bold_lead, own):
        party = passage.bold_lead
    if passage.kind in _CELLED and passage.cells and is_party(passage.cells[0], own):
        party = passage.cells[0]
    return _Context(direction, party.strip(" .:"))


def _before(outline: Outline, passage: OutlinePassage) -> str:
    """The paragraph before, that introduces a list or names who is meant."""
    for before in reversed(outline.passages[: passage.n - 1]):
        if before.section != passage.section:
            return ""
        if before.kind is not PassageKind.LIST_ITEM:
            return before.text
        if passage.kind is not PassageKind.LIST_ITEM:
            return ""
    return ""


def _intro(outline: Outline, passage: OutlinePassage) -> str:
    """The nearest words before that end with a colon, in the same section; of a list, the paragraph before it."""
    for before in reversed(outline.passages[: passage.n - 1]):
        if before.section != passage.section:
            return ""
        if before.text.rstrip().endswith(":"):
            return before.text
        if passage.kind is PassageKind.LIST_ITEM and before.kind is not PassageKind.LIST_ITEM:
            return before.text
    return ""


def _party_in(heading: str, own: Known) -> str:
    match = re.search(r"\b(?:från|till|med)\s", heading)
    found, end = parties_at(heading, match.end(), own) if match else ((), 0)
    if is_party(heading, own):
        return heading
    return found[0] if len(found) == 1 and not heading[end:].strip() else ""


def _in_text(text: str, context: _Context, own: Known, *, listed: bool) -> list[Said]:
    said: list[Said] = []
    led = ""
    for sentence in sentences(_NUMBER.sub("", text)):
        if not is_silent(sentence) and (found := in_line(sentence, own)):
            said += found
            continue
        party, rest = leading(sentence, own)
        told = pattern(*USES).search(rest) or marked(rest)
        led = party if party and told else led
        over = context._replace(party=led) if led and (party or marked(rest)) and told else context
        for part in parts(rest if over.party == party else sentence, own, led=over.party == party):
            said = _in_clause(part, over, own, said, listed=listed)
    return said


def _in_clause(clause: str, context: _Context, own: Known, said: list[Said], *, listed: bool) -> list[Said]:
    """What has been said, and what a clause says more."""
    if context.party and not is_silent(clause) and (label := labelled(clause) or marked(clause)):
        return [*said, _plain(label[1], label[0], context.party)]
    begins = item(clause, context.direction, own) if listed and context.direction else []
    found = begins or said_in(clause, own, context.direction)
    if not found and not is_silent(clause):
        found, said = _incomplete(clause, context, own, said, listed=listed)
    return [*said, *found]


def _incomplete(
    sentence: str, context: _Context, own: Known, said: list[Said], *, listed: bool
) -> tuple[list[Said], list[Said]]:
    """A sentence without party of its own: more on the last, or of the party over it, or an item that is one."""
    if said and pattern(Use.REFERS_BACK).search(sentence):
        return [], _completed(sentence, said)
    verb = Direction.SUPPLIED if context.party and receives(sentence) else says(sentence, own)
    if context.party and (verb or (context.direction and not listed)):
        direction = verb or context.direction or Direction.COMMUNICATES
        return [_plain(sentence, direction, context.party)], said
    if (
        verb
        and said
        and not _POINTS_ELSEWHERE.search(sentence)
        and len({one.party for one in said if one.direction is verb}) == 1
        and any(manner(sentence))
    ):
        last = next(one for one in reversed(said) if one.direction is verb)
        again = _plain(sentence, verb, last.party)
        return [again._replace(rule="ellipsis", guessed=True, why=_WHY_ELLIPSIS)], said
    if context.direction and not verb:
        return item(sentence, context.direction, own), said
    return [], said


def _completed(sentence: str, said: list[Said]) -> list[Said]:
    told = manner(sentence)
    return [one._replace(how=one.how or told.first_how, when=one.when or told.first_when) for one in said]


def _plain(sentence: str, direction: Direction, party: str) -> Said:
    told = manner(sentence)
    verb = pattern(Use.FETCH, Use.SUPPLY).search(sentence)
    cut = verb.start() if verb else min([span.start for span in told.all] + [len(sentence)])
    what = sentence[:cut].strip(" ,.:;–-")
    return Said(direction, party, what, told.first_how, told.first_when, "party-over")


def _elsewhere(passage: OutlinePassage, own: Known) -> Iterator[Said]:
    """Outside the sections on exchanges: what is said to be regular, in so many words, of parties of a known kind."""
    quiet = {
        Subject.HANDED_OVER,
        Subject.HISTORY,
        Subject.INFORMATION,
        Subject.SALE,
        Subject.ABOUT,
        Subject.RETENTION,
        Subject.ARCHIVE,
        Subject.SECRECY,
        Subject.ACCESS_AIDS,
    }
    if set(passage.subjects) & quiet or passage.kind in {PassageKind.TITLE, PassageKind.CAPTION, PassageKind.FOOTNOTE}:
        return
    if passage.kind is PassageKind.TABLE_ROW:
        yield from in_row(passage, own, None, inside=False)
        return
    parts = sentences(passage.text)
    regular = any(pattern(Use.FETCH, Use.SUPPLY).search(part) and manner(part).when for part in parts)
    if not regular:
        return
    said: list[Said] = []
    for part in parts:
        if said and pattern(Use.REFERS_BACK).search(part) and not is_silent(part):
            said = _completed(part, said)
        elif _of_data(part) or Subject.FINDING_AIDS in passage.subjects:
            said += [one for one in said_in(part, own) if _of_data(part) or (one.when and not is_bare(one.party))]
    yield from (one._replace(guessed=True, why=_WHY_ELSEWHERE) for one in said if one.when or one.how)


def _of_data(sentence: str) -> bool:
    return bool(
        re.search(r"\b(?:[Uu]ppgift|[Ss]tatistik|[Dd]ata\b|[Uu]nderlag|\w{2,30}uppgifter|[Kk]ommunikation)", sentence)
    )


def _fact(
    said: Said, passage: OutlinePassage, outline: Outline, units: tuple[UnitFact, ...], aids: tuple[FindingAidFact, ...]
) -> ExchangeFact:
    aid = next((aid.name for aid in aids if any(_names(passage, said, name) for name in (aid.name, *aid.aliases))), "")
    basis = Basis(said.rule, (passage.n,), said.guessed, said.why)
    what = (said.what,) if said.what else ()
    return ExchangeFact(
        said.direction, said.party, what, said.how, said.when, aid, _chapter(outline, passage, units), basis
    )


def _names(passage: OutlinePassage, said: Said, name: str) -> bool:
    if name not in passage.text:
        return False
    sentence = next((part for part in sentences(passage.text) if said.party in part and name in part), "")
    return (
        bool(sentence)
        and bool(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", sentence))
        and name not in said.party
    )


def _chapter(outline: Outline, passage: OutlinePassage, units: tuple[UnitFact, ...]) -> str:
    """The unit whose chapter the passage stands in."""
    own = {
        folded(name): unit.name
        for unit in units
        if unit.kind is not UnitKind.EXTERNAL
        for name in (unit.name, *unit.aliases)
    }
    over = (folded(outline.sections[at].heading) for at in outline.headings_over(passage.section))
    return next((own[heading] for heading in over if heading in own), "")


def _distinct(facts: list[ExchangeFact]) -> tuple[ExchangeFact, ...]:
    seen = {(fact.direction, folded(fact.party), fact.what, fact.how, fact.when): fact for fact in reversed(facts)}
    return tuple(reversed(seen.values()))
