"""Units as they are being found, and the book that keeps them: who is the same as whom, and whom a word points to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.importing.outline import Basis
from data.importing.recognising.units.naming import capital, key
from data.importing.recognising.units.vocabulary import Form, Noun, Role, Strength, bare_nouns, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.importing.recognising.units.naming import Mention

RANKS = {
    UnitKind.BOARD: 0,
    UnitKind.COURT: 0,
    UnitKind.AGENCY: 0,
    UnitKind.COMMITTEE: 1,
    UnitKind.COUNCIL: 1,
    UnitKind.ADMINISTRATION: 1,
    UnitKind.OFFICE: 2,
    UnitKind.DEPARTMENT: 3,
    UnitKind.AREA: 3,
    UnitKind.STAFF: 3,
    UnitKind.UNIT: 4,
}
"""How high a kind stands; those not named stand lowest."""
LOWEST = 5
_POINTING = frozenset({UnitKind.AREA, UnitKind.GROUP, UnitKind.COUNCIL})
"""Kinds whose bare nouns point back to a unit, though they do not tell one."""


@dataclass(eq=False)
class Draft:
    """A unit that is being found.

    Attributes:
        name: Its name.
        kind: What it is.
        passages: Numbers of the passages that tell of it.
        rule: What told that it is one.
        parent: The unit over it, where the text has told.
        certain: Whether the parent was said, and not only told by where the unit stands.
        listed: Whether another part of the text listed it as a unit.
    """

    name: str
    kind: UnitKind
    passages: list[int] = field(default_factory=list)
    rule: str = ""
    parent: Draft | None = None
    certain: bool = False
    aliases: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)
    head: str = ""
    email: str = ""
    phone: str = ""
    guessed: str = ""
    fields: dict[str, Basis] = field(default_factory=dict)

    def tells(self, n: int) -> None:
        """Note a passage that tells of it."""
        if n and n not in self.passages:
            self.passages.append(n)

    def also(self, name: str) -> None:
        """Note another name of it."""
        name = name.strip()
        if name and all(name.casefold() != known.casefold() for known in (self.name, *self.aliases)):
            self.aliases.append(name)

    def set(self, what: str, value: str, n: int, rule: str) -> None:
        """Give a field its value, unless it has one."""
        if value and not getattr(self, what):
            setattr(self, what, value)
            self.fields[what] = Basis(rule, (n,))

    @property
    def rank(self) -> int:
        """How high its kind stands."""
        return RANKS.get(self.kind, LOWEST)

    def is_under(self, other: Draft) -> bool:
        """Whether another is over it."""
        above = self.parent
        for _ in range(30):
            if above is None:
                return False
            if above is other:
                return True
            above = above.parent
        return True


class Book:
    """All units found so far, the root first."""

    def __init__(self, root: Draft, short_names: Iterable[str], switchboard: str = "", whole: str = "") -> None:
        """A book with the root alone, and what the text calls it."""
        self.root = root
        self.switchboard = "".join(char for char in switchboard if char.isdigit())
        self.whole = whole.casefold()
        self.units: list[Draft] = [root]
        self._by_key: dict[str, Draft] = {}
        self._own = {name.casefold() for name in short_names if name}
        for name in (root.name, *root.aliases):
            self._by_key[key(name)] = root

    def named(self, name: str) -> Draft | None:
        """The unit of a name."""
        return self._by_key.get(key(name))

    def add(self, name: str, kind: UnitKind, n: int, rule: str, *, aliases: Iterable[str] = ()) -> Draft:
        """A unit by its name: the one that is known, or a new one."""
        name = name.strip(" .,:;–-")
        aliases = list(aliases)
        draft = self.named(name) or next(
            (known for alias in aliases if (known := self.named(alias)) and known.rule == "division"), None
        )
        if draft is not None and key(name) not in self._by_key:
            draft.also(capital(name))
            self._by_key[key(name)] = draft
        if draft is None:
            draft = Draft(capital(name), kind, rule=rule)
            self.units.append(draft)
            self._by_key[key(name)] = draft
        draft.tells(n)
        for alias in aliases:
            draft.also(alias)
            self._by_key.setdefault(key(alias), draft)
        return draft

    def call(self, unit: Draft, name: str) -> None:
        """Let a unit have another name."""
        unit.also(capital(name))
        self._by_key.setdefault(key(name), unit)

    def begins(self, text: str) -> Draft | None:
        """The unit, of those whose names a sentence could not tell, that a text begins with the name of."""
        low = text.casefold()
        found = [
            (len(name), unit)
            for unit in self.units[1:]
            for name in (unit.name, *unit.aliases)
            if low.startswith(name.casefold()) and _is_whole(low[len(name) :])
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def governing(self) -> Draft | None:
        """The board of an agency that has one, which *styrelsen* means there."""
        boards = [unit for unit in self.units[1:] if unit.name.casefold().endswith("styrelsen")]
        agency = self.root.kind is UnitKind.AGENCY
        return boards[0] if agency and len(boards) == 1 and boards[0].kind is not UnitKind.EXTERNAL else None

    def is_root(self, word: str) -> bool:
        """Whether a word is what the text calls the authority."""
        low = word.casefold()
        if low in self._own:
            return True
        if low not in words(Role.ROOT) or (low == "styrelsen" and self.governing() is not None):
            return False
        if low == "domstolen":
            return self.root.kind is UnitKind.COURT
        name = self.root.name.casefold()
        return low in name or low[:-2] in name or low in {"myndigheten", "nämnden", "styrelsen", "verket"}

    def meant(self, mention: Mention, topic: Draft | None) -> Draft | None:
        """Whom a mention means: the unit of that name, or the one that a bare noun points back to."""
        known = self.named(mention.name)
        if known is None and mention.bare and mention.name.casefold() == "styrelsen":
            known = self.governing()
        if known is not None and not (
            mention.bare and topic is not None and topic is not known and fits(topic, mention.noun)
        ):
            return known
        if not mention.bare or mention.form is not Form.DEFINITE:
            return None
        points = mention.noun.strength is Strength.STRONG or mention.noun.kind in _POINTING
        return self.pointed(mention.noun, topic) if points else None

    def pointed(self, noun: Noun, topic: Draft | None) -> Draft | None:
        """The unit that a bare noun points back to: the one spoken of, else the only one, else the last."""
        above = topic
        while above is not None:
            if fits(above, noun) and above is not self.root:
                return above
            above = above.parent
        fitting = [unit for unit in self.units[1:] if ends_in(unit, noun)] or [
            unit for unit in self.units[1:] if fits(unit, noun)
        ]
        if len(fitting) == 1 or (fitting and topic is None and noun.strength is Strength.STRONG):
            return fitting[-1]
        return None


def ends_in(unit: Draft, noun: Noun) -> bool:
    """Whether a unit's name has a noun as its own."""
    return any(word.casefold().endswith(form) for word in unit.name.split() for form in (noun.definite, noun.base))


def fits(unit: Draft, noun: Noun) -> bool:
    """Whether a unit may be called by a noun alone."""
    same = unit.kind is noun.kind and (noun.strength is Strength.STRONG or noun.kind in _POINTING)
    return same or ends_in(unit, noun)


def _is_whole(rest: str) -> bool:
    """Whether a name ends before what is left, and is not the first of two."""
    return not rest[:1].isalnum() and not rest.startswith(" och ")


def is_bare(word: str) -> bool:
    """Whether a word is a noun for units and nothing else."""
    return word.casefold() in bare_nouns()
