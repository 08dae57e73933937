"""The facts of a proposal as records: finding aids, provisions, exchanges, contact roles and statements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from data.characters import says_nothing
from data.checks.guidance import id_of
from data.checks.slugs import SLUG
from data.cited import cites
from data.fields.source import CASE_REGISTER, CONTACT_ROLE, EXCHANGE, FINDING_AID, PROVISION, STATEMENT
from data.importing.writing.ids import slug
from data.importing.writing.telling import Guess
from data.importing.writing.toml import word_of
from data.importing.writing.units import guesses_of
from data.importing.writing.words import readable
from data.model import CaseRegister, ContactRole, DataExchange, FindingAid, SecrecyProvision, Statement
from data.quotes import contains, normalised
from data.reviewer import name_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.fields.table import Table
    from data.importing.outline import Basis
    from data.importing.proposal import FindingAidFact, Proposal, ProvisionFact
    from data.importing.writing.ids import Ids
    from data.importing.writing.standing import Standing
    from data.importing.writing.units import Units

_LONGEST = FINDING_AID.row("holds").kind.longest
_NOT_CITED = "Lagrummet står inte så i de stycken som det kom ur."
_NOT_A_QUOTE = "Meningen står inte ord för ord i stycket."
_WORDS_OF_ID = 5
_R = TypeVar("_R")


class Facts:
    """The facts of one proposal."""

    def __init__(self, proposal: Proposal, standing: Standing, units: Units, ids: Ids) -> None:
        """Make records of these facts.

        Args:
            proposal: The facts.
            standing: Tells what stands in the text.
            units: Those that facts name.
            ids: Those of the authority.
        """
        self._proposal = proposal
        self._standing = standing
        self._units = units
        self._ids = ids
        self._aids: dict[str, str] = {}
        self.guesses: list[Guess] = []

    def finding_aids(self, ids: list[str]) -> dict[str, FindingAid]:
        """The finding aids, by ids that were given them before."""
        made: dict[str, FindingAid] = {}
        for id_, fact in zip(ids, self._proposal.finding_aids, strict=True):
            name = readable(fact.name)
            passages = self._standing.with_name(name, self._passages(fact.basis, fact.fields))
            record = FindingAid(
                id=id_,
                name=name,
                aliases=tuple(readable(alias) for alias in fact.aliases if readable(alias) != name),
                holds=tuple(map(readable, fact.holds)) or self._words(fact, passages),
                caveats=tuple(map(readable, fact.caveats)),
                unit=self._units.of(fact.unit),
                passages=passages,
            )
            if kept := self._kept(FINDING_AID, record, f"Sökmedlet ”{name}”", fact.basis, fact.fields):
                made[id_] = kept
                for each in (fact.name, *fact.aliases):
                    self._aids.setdefault(each.casefold(), id_)
        return made

    def case_register(self) -> CaseRegister | None:
        """Where the register of cases is searched; None where the text does not say."""
        fact = self._proposal.case_register
        if fact is None:
            return None
        record = CaseRegister(
            website=readable(fact.website),
            path=tuple(map(readable, fact.path)),
            finding_aid=self._aids.get(fact.finding_aid.casefold(), ""),
            passages=self._passages(fact.basis, {}),
        )
        kept = self._standing.kept(CASE_REGISTER, record, "Diariet")
        if kept is not None and fact.basis.guessed:
            self.guesses.append(Guess((CASE_REGISTER.key,), fact.basis.why))
        return kept if kept is not None and kept.website else None

    def provisions(self) -> dict[str, SecrecyProvision]:
        """The provisions; one that is proposed twice rests on the passages of both."""
        made: dict[str, SecrecyProvision] = {}
        for fact in self._proposal.provisions:
            blank = SecrecyProvision("", fact.law, fact.chapter, fact.paragraph, fact.usual, ())
            record = replace(blank, id=id_of(blank), passages=self._citing(fact))
            if not record.passages or not SLUG.fullmatch(record.id):
                own = self._passages(fact.basis, {})
                self._standing.tell(f"Lagrummet {record.citation}", _NOT_CITED, own)
            elif before := made.get(record.id):
                passages = tuple(dict.fromkeys((*before.passages, *record.passages)))
                made[record.id] = replace(before, usual=before.usual or record.usual, passages=passages)
            elif kept := self._kept(PROVISION, record, f"Lagrummet {record.citation}", fact.basis):
                made[self._ids.free(record.id)] = kept
        return made

    def exchanges(self) -> dict[str, DataExchange]:
        """The exchanges."""
        made: dict[str, DataExchange] = {}
        for fact in self._proposal.exchanges:
            party = readable(fact.party)
            way = word_of(EXCHANGE.row("direction").kind, fact.direction)
            id_ = self._ids.free(slug(f"{party} {way}"), slug(f"{party} {way} {' '.join(fact.what[:1])}"))
            record = DataExchange(
                id=id_,
                direction=fact.direction,
                party=party,
                what=tuple(map(readable, fact.what)),
                how=readable(fact.how),
                when=readable(fact.when),
                finding_aid=self._aids.get(fact.finding_aid.casefold(), ""),
                unit=self._units.of(fact.unit),
                passages=self._standing.with_name(party, self._passages(fact.basis, fact.fields)),
            )
            if kept := self._kept(EXCHANGE, record, f"Utbytet med ”{party}”", fact.basis, fact.fields):
                made[id_] = kept
        return made

    def contact_roles(self) -> dict[str, ContactRole]:
        """The roles that tell more; no person is one."""
        made: dict[str, ContactRole] = {}
        for fact in self._proposal.contact_roles:
            name, what = readable(fact.name), f"Rollen ”{fact.name}”"
            if name_in(name):
                self._standing.tell(what, "Det ser ut som en persons namn; här står roller.")
                continue
            record = ContactRole(
                id=self._ids.free(slug(name), slug(f"{name} roll")),
                name=_in_a_sentence(name),
                phone=readable(fact.phone),
                email=readable(fact.email),
                about="" if name_in(fact.about) else readable(fact.about),
                passages=self._standing.with_name(name, self._passages(fact.basis, fact.fields)),
            )
            if kept := self._kept(CONTACT_ROLE, record, what, fact.basis, fact.fields):
                made[record.id] = kept
        return made

    def statements(self) -> dict[str, Statement]:
        """The statements, each once."""
        made: dict[str, Statement] = {}
        for fact in self._proposal.statements:
            quote = readable(fact.quote)
            own = self._passages(fact.basis, {})
            passage = next((id_ for id_ in own if contains(self._standing.texts([id_])[0], quote)), "")
            if not passage:
                self._standing.tell(f"Utsagan ”{quote[:60]}”", _NOT_A_QUOTE, own)
                continue
            if any((each.topic, each.quote) == (fact.topic, quote) for each in made.values()):
                continue
            way = word_of(STATEMENT.row("topic").kind, fact.topic)
            id_ = self._ids.free(slug(" ".join([way, *quote.split()[:_WORDS_OF_ID]])))
            units = tuple(dict.fromkeys(filter(None, map(self._units.of, fact.units))))
            record = Statement(id=id_, topic=fact.topic, quote=quote, passage=passage, units=units)
            if kept := self._kept(STATEMENT, record, f"Utsagan ”{quote[:60]}”", fact.basis):
                made[id_] = kept
        return made

    def _kept(
        self, table: Table[Any], record: _R, what: str, basis: Basis, fields: dict[str, Basis] | None = None
    ) -> _R | None:
        kept = self._standing.kept(table, record, what)
        if kept is not None:
            path = table.path(str(getattr(record, "id")))  # noqa: B009 (every record of these tables has one)
            self.guesses += [Guess(path, basis.why)] if basis.guessed else []
            self.guesses += guesses_of(path, fields or {}, table)
        return kept

    def _passages(self, basis: Basis, fields: dict[str, Basis]) -> tuple[str, ...]:
        numbers: Iterable[int] = (n for each in (basis, *fields.values()) for n in each.passages)
        return self._standing.passages(numbers)

    def _citing(self, fact: ProvisionFact) -> tuple[str, ...]:
        own = self._passages(fact.basis, {})
        texts = {id_: map(normalised, self._standing.texts([id_])) for id_ in own}
        wanted = (fact.law, fact.chapter, fact.paragraph)
        citing = [id_ for id_, listed in texts.items() if any(cites(text, *wanted) for text in listed)]
        return own if citing else ()

    def _words(self, fact: FindingAidFact, passages: tuple[str, ...]) -> tuple[str, ...]:
        """What stands of an aid of which no more is said: its passage, or the rest of its row."""
        numbers = fact.basis.passages[:1]
        row = next((each for each in self._proposal.outline.passages if each.n in numbers and each.cells), None)
        cells = [readable(cell) for cell in row.cells if not says_nothing(cell)] if row else []
        rest = tuple(cell for cell in cells if fact.name.casefold() not in cell.casefold() and len(cell) <= _LONGEST)
        return rest or tuple(text for text in self._standing.texts(passages) if len(text) <= _LONGEST)[:1]


def _in_a_sentence(role: str) -> str:
    """A role as one asks for it: ”fråga efter registrator”; what begins with several capitals keeps them."""
    return role[:1].lower() + role[1:] if role[1:2].islower() else role
