"""The units of a proposal as a tree: each under the one that it names, else under the topmost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.fields.source import UNIT
from data.importing.proposal import UnitFact
from data.importing.writing.ids import slug
from data.importing.writing.telling import Guess
from data.importing.writing.words import readable
from data.kinds import UnitKind
from data.model import Unit
from data.reviewer import name_in

if TYPE_CHECKING:
    from data.importing.outline import Basis
    from data.importing.proposal import Proposal
    from data.importing.writing.ids import Ids
    from data.importing.writing.standing import Standing

_A_NAME = "Det ser ut som en persons namn; i registret står titlar."
_IN_A_LOOP = "Enheten stod under sig själv; den står nu under {root}."
_NO_PARENT = "Texten säger inte vad enheten hör till; den står under {root}."
_BOARDS = ("namnd", "namnden", "styrelse", "styrelsen", "direktion", "direktionen")


class Units:
    """The units, by what the text calls them."""

    def __init__(self, proposal: Proposal, ids: Ids) -> None:
        """Give each its id; a topmost one is made where none is proposed."""
        self._facts = list(proposal.units)
        self._of: dict[str, str] = {}
        self.guesses: list[Guess] = []
        root = _topmost(proposal)
        if root not in self._facts:
            self._facts.insert(0, root)
        self._ids = [
            ids.free(slug(unit.name), "myndigheten" if unit is root else slug(f"{unit.name} enhet"))
            for unit in self._facts
        ]
        self.root = self._ids[self._facts.index(root)]
        self._root_name = root.name
        for id_, unit in zip(self._ids, self._facts, strict=True):
            for name in (unit.name, *unit.aliases):
                self._of.setdefault(_key(name), id_)

    def of(self, name: str) -> str:
        """The id of the unit that is called so; empty where none is."""
        return self._of.get(_key(name), "")

    def made(self, standing: Standing, first: str) -> dict[str, Unit]:
        """The units that stand in the text, by id, and the topmost in any case.

        Args:
            standing: Tells what stands.
            first: Id of the text's first passage.
        """
        units: dict[str, Unit] = {}
        for id_, fact in zip(self._ids, self._facts, strict=True):
            record = self._record(id_, fact, standing)
            outside: tuple[str, ...] = ()
            if id_ == self.root:
                record = record if record.passages else replace(record, passages=(first,))
                outside = ("name",)
            kept = standing.kept(UNIT, record, f"Enheten ”{fact.name}”", outside=outside)
            if kept is not None:
                units[id_] = kept
                self._guess(id_, fact)
        self._of = {name: id_ for name, id_ in self._of.items() if id_ in units}
        return {id_: replace(unit, parent=self._parent(unit, units)) for id_, unit in units.items()}

    def _record(self, id_: str, fact: UnitFact, standing: Standing) -> Unit:
        head = fact.head
        if head and name_in(head):
            standing.tell(f"Enheten ”{fact.name}”: {UNIT.key_of('head')} ”{head}”", _A_NAME)
            head = ""
        numbers = [*fact.basis.passages, *(n for basis in fact.fields.values() for n in basis.passages)]
        name = readable(fact.name)
        return Unit(
            id=id_,
            name=name,
            kind=fact.kind,
            parent="" if id_ == self.root or fact.kind is UnitKind.EXTERNAL else self.of(fact.parent) or self.root,
            tasks=tuple(map(readable, fact.tasks)),
            head=readable(head),
            email=readable(fact.email),
            phone=readable(fact.phone),
            aliases=tuple(readable(alias) for alias in fact.aliases if _key(alias) != _key(name)),
            passages=standing.with_name(name, standing.passages(numbers)),
        )

    def _parent(self, unit: Unit, units: dict[str, Unit]) -> str:
        """The unit over it, if that is there and not itself under it."""
        if not unit.parent:
            return ""
        passed = {unit.id}
        at = unit.parent
        while at and at != self.root:
            if at in passed or at not in units:
                why = _IN_A_LOOP if at in passed else _NO_PARENT
                self.guesses.append(Guess(UNIT.path(unit.id, "parent"), why.format(root=self._root_name)))
                return self.root
            passed.add(at)
            at = units[at].parent
        return unit.parent

    def _guess(self, id_: str, fact: UnitFact) -> None:
        if fact.basis.guessed:
            self.guesses.append(Guess(UNIT.path(id_), fact.basis.why))
        self.guesses += guesses_of(UNIT.path(id_), fact.fields, UNIT)
        if id_ != self.root and fact.kind is not UnitKind.EXTERNAL and not self.of(fact.parent):
            why = _NO_PARENT.format(root=self._root_name)
            self.guesses.append(Guess(UNIT.path(id_, "parent"), why))


def guesses_of(path: tuple[str | int, ...], fields: dict[str, Basis], table: object) -> list[Guess]:
    """What was guessed of single fields of a record."""
    rows = {row.attribute: row.key for row in table.fields}  # type: ignore[attr-defined] # any table of fields
    guessed = [(attribute, basis) for attribute, basis in fields.items() if basis.guessed]
    return [Guess((*path, rows[attribute]), basis.why) for attribute, basis in guessed if attribute in rows]


def _topmost(proposal: Proposal) -> UnitFact:
    """The topmost unit: the one that the authority's root names, else the first without one over it, else a new one."""
    own = [unit for unit in proposal.units if unit.kind is not UnitKind.EXTERNAL]
    authority = proposal.authority
    for name in filter(None, (authority.root, authority.name.value, authority.short_name.value)):
        for unit in own:
            if _key(name) in map(_key, (unit.name, *unit.aliases)):
                return unit
    name = authority.root or authority.name.value
    last = slug(name).split("-in-")[0].split("-i-")[0].rpartition("-")[2]
    kind = UnitKind.BOARD if last.endswith(_BOARDS) else UnitKind.UNIT
    return UnitFact(name[:1].upper() + name[1:], kind, basis=authority.name.basis)


def _key(name: str) -> str:
    return " ".join(readable(name).casefold().split())
