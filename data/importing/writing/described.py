"""From a proposal to the records of a description: with ids, with what stands in the text, and without the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.fields.text import AUTHORITY, DOCUMENT
from data.importing.writing.facts import Facts
from data.importing.writing.ids import Ids, slug
from data.importing.writing.standing import Standing
from data.importing.writing.telling import Guess, LeftOut
from data.importing.writing.units import Units
from data.importing.writing.words import readable, words_of
from data.model import SourceText
from data.text import Authority, Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.fields.table import Table
    from data.importing.proposal import Proposal, Told
    from data.model import Unit

_OF_AUTHORITY = ("name", "organisation", "website", "switchboard")
_OF_DOCUMENT = ("title", "number", "replaces", "decided_on", "valid_from", "decided_by")
_NOWHERE = "Det står varken i texten eller i ett sidhuvud."


@dataclass(frozen=True, slots=True)
class Described:
    """A description as it will be written.

    Attributes:
        source: Its records.
        original: The text of ``original.txt``.
        passages: Number of a passage in the document → its id.
        left_out: What was proposed and is not written.
        guesses: What may be otherwise.
        unsaid: Numbers of the passages that hold no words.
    """

    source: SourceText
    original: str
    passages: Mapping[int, str]
    left_out: tuple[LeftOut, ...]
    guesses: tuple[Guess, ...]
    unsaid: tuple[int, ...]


def described(proposal: Proposal, id_: str, taken: Iterable[str] = ()) -> Described:
    """The description that a proposal makes.

    Args:
        proposal: It.
        id_: The authority's id.
        taken: Ids of what all authorities share.
    """
    ids = Ids((*taken, id_))
    units = Units(proposal, ids)
    aids = [ids.free(*each) for each in _wished(proposal)]
    words = words_of(proposal.outline, ids)
    standing = Standing(words)
    made = units.made(standing, next(iter(words.passages), ""))
    facts = Facts(proposal, standing, units, ids)
    finding_aids = facts.finding_aids(aids)
    particulars = _Particulars(proposal, standing, next(iter(words.passages), ""))
    source = SourceText(
        authority=particulars.authority(id_, units.root),
        document=particulars.document(units, made),
        case_register=facts.case_register(),
        sections=words.sections,
        passages=words.passages,
        units=made,
        finding_aids=finding_aids,
        provisions=facts.provisions(),
        exchanges=facts.exchanges(),
        contact_roles=facts.contact_roles(),
        statements=facts.statements(),
        tables=words.tables,
    )
    guesses = (*particulars.guesses, *units.guesses, *facts.guesses)
    return Described(source, words.original, words.ids, tuple(standing.left_out), guesses, tuple(words.unsaid))


def _wished(proposal: Proposal) -> list[tuple[str, ...]]:
    return [(slug(aid.name), slug(f"{aid.name} register")) for aid in proposal.finding_aids]


class _Particulars:
    """The authority and the document: what a page head alone says of them is marked as outside the text."""

    def __init__(self, proposal: Proposal, standing: Standing, first: str) -> None:
        self._proposal = proposal
        self._standing = standing
        self._first = first
        outline = proposal.outline
        self._beside = [*(one.text for one in outline.furniture), *outline.properties.values()]
        self.guesses: list[Guess] = []

    def authority(self, id_: str, root: str) -> Authority:
        """The authority; its name may be what someone has said, who knows it."""
        facts = self._proposal.authority
        values = self._values(_OF_AUTHORITY, facts, by_hand=("name", "organisation"))
        self._guess(AUTHORITY, facts, (*_OF_AUTHORITY, "short_name"))
        told = [getattr(facts, each) for each in _OF_AUTHORITY]
        record = Authority(
            id=id_,
            short_name=readable(facts.short_name.value),
            unit=root,
            passages=self._passages(told),
            **values,
        )
        kept = self._standing.kept(AUTHORITY, record, "Myndigheten", outside=_OF_AUTHORITY)
        return kept or record

    def document(self, units: Units, made: Mapping[str, Unit]) -> Document:
        """The document."""
        facts = self._proposal.document
        values = self._values(_OF_DOCUMENT, facts, by_hand=("title",))
        self._guess(DOCUMENT, facts, _OF_DOCUMENT)
        by = units.of(facts.drawn_up_by.value)
        told = [getattr(facts, each) for each in (*_OF_DOCUMENT, "drawn_up_by")]
        title = values.pop("title") or self._standing.texts([self._first])[0]
        record = Document(title=title, drawn_up_by=by if by in made else "", passages=self._passages(told), **values)
        return self._standing.kept(DOCUMENT, record, "Beskrivningen", outside=_OF_DOCUMENT) or record

    def _values(self, attributes: Iterable[str], facts: object, by_hand: Iterable[str]) -> dict[str, Any]:
        """The values that stand somewhere in the file, or may stand nowhere in it."""
        values: dict[str, Any] = {}
        for attribute in attributes:
            told: Told = getattr(facts, attribute)
            value = readable(told.value).strip()
            if value and attribute not in by_hand and not self._is_in_file(attribute, value):
                self._standing.tell(f"”{value}”", _NOWHERE, self._standing.passages(told.basis.passages))
                value = ""
            values[attribute] = value
        return values

    def _is_in_file(self, attribute: str, value: str) -> bool:
        table = AUTHORITY if attribute in _OF_AUTHORITY else DOCUMENT
        kind = table.row(attribute).kind
        texts = [*self._beside, *self._standing.texts(self._standing.passages(self._numbers()))]
        if attribute == "website":  # the site of a page is as much as a text often has of it
            return any(value.casefold() in text.casefold() for text in texts)
        return any(kind.stands_in(text, value) for text in texts)

    def _numbers(self) -> Iterable[int]:
        return (passage.n for passage in self._proposal.outline.passages)

    def _passages(self, told: Iterable[Told]) -> tuple[str, ...]:
        numbers = (number for one in told for number in one.basis.passages)
        return self._standing.passages(numbers) or (self._first,)

    def _guess(self, table: Table[Any], facts: object, attributes: Iterable[str]) -> None:
        for attribute in attributes:
            told: Told = getattr(facts, attribute)
            if told.value and told.basis.guessed:
                self.guesses.append(Guess((table.key, table.key_of(attribute)), told.basis.why))
