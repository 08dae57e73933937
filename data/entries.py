"""The entries that people search: one per thing of the description, derived from text and guidance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.asked import guidance_through, together
from data.cells import read_aloud
from data.guides import guides, question_entry
from data.kinds import Access, EntryType, Secrecy, Topic, Verdict
from data.today import CurrentField, value_today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.model import Description, Guidance, GuideQuestion


_GAP = " … "
"""Between words that do not follow on each other in the text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found and answered, in the terms of the JSON contract (docs/contract.md#json).

    Attributes:
        unit: The unit to ask, empty where there is none; a unit's own id for a unit.
        section: The section that it rests on, empty where there is none.
        finding_aids: Its own id for a finding aid, those it names for a record type.
        names: Its title and every other name, the text's, ours and today's.
        words: Everyday words by language (ISO 639-1).
        own_words: The description's own words that it rests on.
        contacts: E-mail addresses and telephone numbers that the text gives, and those of today.
        labels: What can be asked about it once it is named: a unit's e-mail, telephone and head, where the
            text or someone of today gives them.
        ours: True where `answer` is editorial, false where it is the description's own words.
        part_of: The guide that it is a question of, on whose page it stands; empty for what has a page of its own.
        short: The answer in a line, before `answer`, which is the rest of it; empty where nobody has written it.
    """

    authority: str
    type: EntryType
    id: str
    title: str
    answer: str
    ours: bool
    scope: str
    verdict: Verdict
    unit: str
    section: str
    finding_aids: tuple[str, ...]
    provisions: tuple[str, ...]
    access: Access
    secrecy: Secrecy
    theme: str
    names: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    passages: tuple[str, ...]
    own_words: str
    contacts: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    part_of: str = ""
    short: str = ""

    @property
    def whole_answer(self) -> str:
        """The line and the rest of it."""
        return f"{self.short} {self.answer}".strip()


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the source says of one thing, whatever its type."""

    title: str
    own_words: str = ""
    aliases: tuple[str, ...] = ()
    unit: str = ""
    finding_aids: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    section: str = ""
    contacts: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


def entries(description: Description) -> list[Entry]:
    """Derive all entries of a description, in a fixed order: by type, then as the files have them."""
    described = [_entry(description, type_, id_, facts) for type_, id_, facts in _all_facts(description)]
    return [*described, *guide_entries(description)]


def guide_entries(description: Description) -> list[Entry]:
    """Those of its guides alone: each guide, and then its questions."""
    found: list[Entry] = []
    for guidance in guides(description):
        facts = _Facts(guidance.title, section=_information_section(description))
        guide = _entry(description, guidance.type, guidance.id, facts)
        found += [guide, *(_question_entry(guide, question) for question in guidance.questions)]
    return found


def _question_entry(guide: Entry, question: GuideQuestion) -> Entry:
    """A question of a guide: it rests on the law, and so on no unit, section or passage of a description."""
    return replace(
        guide,
        id=question_entry(guide.id, question.id),
        title=question.question,
        answer=question.answer,
        short=question.short,
        scope="",
        unit="",
        section="",
        provisions=(),
        names=(question.question,),
        words=question.words,
        part_of=guide.id,
    )


def _all_facts(description: Description) -> Iterator[tuple[EntryType, str, _Facts]]:
    source = description.source
    for guidance in description.guidance.values():
        if guidance.type is EntryType.RECORD_TYPE:
            passages = tuple(dict.fromkeys(quote.passage for quote in guidance.quotes))
            yield (
                guidance.type,
                guidance.id,
                _Facts(
                    guidance.title,
                    finding_aids=guidance.finding_aids,
                    passages=passages,
                    section=guidance.section,
                ),
            )
    for aid in source.finding_aids.values():
        yield (
            EntryType.FINDING_AID,
            aid.id,
            _Facts(aid.name, _GAP.join(aid.holds), aid.aliases, aid.unit, (aid.id,), passages=aid.passages),
        )
    for unit in source.units.values():
        aliases = (*unit.aliases, *filter(None, (unit.head,)))
        email = (unit.email, value_today(description.current, unit.id, CurrentField.EMAIL))
        phone = (unit.phone, value_today(description.current, unit.id, CurrentField.PHONE))
        yield (
            EntryType.UNIT,
            unit.id,
            _Facts(
                unit.name,
                _GAP.join(unit.tasks),
                aliases,
                unit.id,
                passages=unit.passages,
                contacts=_unique((*email, *phone)),
                labels=_contact_labels(email, phone, unit.head),
            ),
        )
    for provision in source.provisions.values():
        yield (
            EntryType.PROVISION,
            provision.id,
            _Facts(provision.citation, provisions=(provision.id,), passages=provision.passages),
        )
    for exchange in source.exchanges.values():
        yield (
            EntryType.EXCHANGE,
            exchange.id,
            _Facts(
                exchange.party,
                _GAP.join(exchange.what),
                (exchange.party,),
                exchange.unit,
                passages=exchange.passages,
            ),
        )
    yield from _section_facts(description)


def _section_facts(description: Description) -> Iterator[tuple[EntryType, str, _Facts]]:
    """A passage belongs to the most specific entry: sections answer for what no other entry rests on."""
    source = description.source
    claimed = {passage for thing in _things(description) for passage in thing}
    for section in source.sections.values():
        own = tuple(id_ for id_ in section.passages if id_ not in claimed)
        title = section.heading or source.document.title
        first = [source.passages[id_] for id_ in section.passages[:1]]
        words = " ".join(passage.shown for passage in first if not passage.hidden)
        yield EntryType.SECTION, section.id, _Facts(title, words, (title,), passages=own, section=section.id)


def _things(description: Description) -> Iterator[tuple[str, ...]]:
    source = description.source
    for group in (source.units, source.finding_aids, source.exchanges):
        for thing in group.values():
            yield thing.passages


def _information_section(description: Description) -> str:
    """The section that says who tells more about the records: what a guide rests on."""
    source = description.source
    for statement in source.statements.values():
        if statement.topic is Topic.INFORMATION and statement.passage in source.passages:
            return source.passages[statement.passage].section
    return ""


def _entry(description: Description, type_: EntryType, id_: str, facts: _Facts) -> Entry:
    source = description.source
    guidance = description.guidance_of(type_, id_)
    passages = facts.passages
    section = facts.section or (source.passages[passages[0]].section if passages else "")
    title = (guidance.title if guidance else "") or facts.title
    today = value_today(description.current, id_, CurrentField.NAME)
    return Entry(
        authority=description.id,
        type=type_,
        id=id_,
        title=title,
        answer=guidance.answer if guidance else facts.own_words,
        ours=guidance is not None,
        scope=guidance.scope if guidance else "",
        verdict=guidance.verdict if guidance else Verdict.HELD,
        unit=facts.unit if type_ is EntryType.UNIT else ((guidance.unit if guidance else "") or facts.unit),
        section=section,
        finding_aids=facts.finding_aids,
        provisions=facts.provisions or (guidance.provisions if guidance else ()),
        access=guidance.access if guidance else Access.REQUEST,
        secrecy=guidance.secrecy if guidance else Secrecy.UNSTATED,
        theme=guidance.theme if guidance else "",
        names=_unique((title, facts.title, today, *facts.aliases, *(guidance.aliases if guidance else ()))),
        words=_words(description, type_, id_, guidance),
        passages=passages,
        own_words=_own_words(description, type_, guidance, facts),
        contacts=facts.contacts,
        labels=facts.labels,
        short=guidance.short if guidance else "",
    )


def _contact_labels(email: tuple[str, str], phone: tuple[str, str], head: str) -> tuple[str, ...]:
    """What people ask of a unit by name: only what the text gives, or someone of today, can be answered."""
    labels = {
        "e-post e-postadress mejl mejla": any(email),
        "telefon telefonnummer ringa": any(phone),
        "chef": bool(head),
    }
    return tuple(label for label, is_given in labels.items() if is_given)


def _own_words(description: Description, type_: EntryType, guidance: Guidance | None, facts: _Facts) -> str:
    """A record type rests on its quotes, a unit or finding aid on its own facts, a section on its passages."""
    if type_ is EntryType.RECORD_TYPE and guidance:
        return _GAP.join(read_aloud(quote.text) for quote in guidance.quotes)
    if type_ is EntryType.FINDING_AID:
        aid = description.source.finding_aids
        return _GAP.join(text for id_ in facts.finding_aids for text in _unique((*aid[id_].holds, *aid[id_].caveats)))
    if facts.own_words and type_ is not EntryType.SECTION:
        return facts.own_words
    return " ".join(description.source.passages[id_].searched for id_ in facts.passages)


def _words(
    description: Description, type_: EntryType, id_: str, guidance: Guidance | None
) -> dict[str, tuple[str, ...]]:
    """Everyday words; those of an exchange lead to the register or system that the data goes through."""
    exchanges = description.source.exchanges
    if type_ is EntryType.EXCHANGE and exchanges[id_].finding_aid:
        return {}
    lists = [guidance.words] if guidance else []
    if type_ is EntryType.FINDING_AID:
        lists += [each.words for each in guidance_through(description, id_)]
    asked = _words_of_questions(guidance)
    return {
        language: tuple(word for word in words if word not in asked) for language, words in together(*lists).items()
    }


def _words_of_questions(guidance: Guidance | None) -> set[str]:
    """What leads to one question of a guide does not lead to the guide too: the answer is the question's."""
    questions = guidance.questions if guidance else ()
    return {word for question in questions for words in question.words.values() for word in words}


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
