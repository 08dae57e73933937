"""The parts that an imported description is scored by, each against its answer key."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from data.audit import Status
from data.audit import audit as judged
from data.fields.source import EXCHANGE
from data.importing.writing.toml import word_of
from data.kinds import UnitKind
from tests.data.importing.keyed import TOPICS
from tests.data.importing.measuring import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.model import Description, Unit

_STATUSES = {Status.PRESENT: "finns", Status.UNCLEAR: "oklart", Status.MISSING: "saknas"}
_NUMBER = re.compile(r"^\d+(?:\.\d+)*\.?\s+")
_NOT_SCORED = frozenset({"secrecy_general"})
_SHOWN = 60


@dataclass(slots=True)
class Score:
    """How a part came out.

    Attributes:
        found: Things of the key that were found.
        expected: Things of the key.
        surplus: Things that were found and that the key has not.
        missed: What was not found, in a few words.
        extra: What the key has not.
    """

    found: int = 0
    expected: int = 0
    surplus: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        """Both together."""
        return Score(
            self.found + other.found,
            self.expected + other.expected,
            self.surplus + other.surplus,
            self.missed + other.missed,
            self.extra + other.extra,
        )

    @property
    def share(self) -> float:
        """Found of those that were to be found; 1 where there was nothing."""
        return self.found / self.expected if self.expected else 1.0

    def __str__(self) -> str:
        """``12/13 +1``."""
        return f"{self.found}/{self.expected}" + (f" +{self.surplus}" if self.surplus else "")


def words(description: Description, key: Mapping[str, Any]) -> dict[str, Score]:
    """Passages, their order, and headings."""
    source = description.source
    texts = [squeezed(source.passages[id_].text) for section in source.sections.values() for id_ in section.passages]
    places: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        places.setdefault(text, []).append(at)
    found, missed = [], []
    for passage in key["passages"]:
        if listed := places.get(squeezed(passage["text"])):
            found.append(listed.pop(0))
        else:
            missed.append(f"{passage['n']} {passage['text'][:_SHOWN]}")
    extra = [texts[at][:_SHOWN] for listed in places.values() for at in listed]
    in_order = _longest_run(found)
    ours = [section.heading for section in source.sections.values()]
    ours += [passage.subheading for passage in source.passages.values()]
    headings = _compared(
        [each["heading"] for each in key["sections"]], [_NUMBER.sub("", each) for each in ours if each]
    )
    return {
        "passages": Score(len(found), len(key["passages"]), len(extra), missed, extra),
        "order": Score(in_order, len(found)),
        "headings": headings,
    }


def _compared(wanted: Sequence[str], ours: Sequence[str]) -> Score:
    """Names as a set, without case."""
    asked, there = {squeezed(one): one for one in wanted}, {squeezed(one): one for one in ours}
    missed = [one for short, one in asked.items() if short not in there]
    extra = [one for short, one in there.items() if short not in asked]
    return Score(len(asked) - len(missed), len(asked), len(extra), missed, extra)


class Units:
    """The units of both, paired by any of their names."""

    def __init__(self, description: Description, key: Mapping[str, Any]) -> None:
        """Pair those of the key with those that were imported."""
        self._units = description.source.units
        self._key = key
        self._pairs = [(unit, self._named(unit)) for unit in key["units"]]
        self._bodies = [(unit, self._named(unit)) for unit in key["external_bodies"]]

    def scores(self) -> dict[str, Score]:
        """Units, other bodies, and each field of the units that were found."""
        paired = {unit.id for _, unit in (*self._pairs, *self._bodies) if unit}
        extra = [unit for unit in self._units.values() if unit.id not in paired]
        own = [unit.name for unit in extra if unit.kind is not UnitKind.EXTERNAL]
        others = [unit.name for unit in extra if unit.kind is UnitKind.EXTERNAL]
        return {
            "units": self._found(self._pairs, own),
            "external_bodies": self._found(self._bodies, others),
            "under": self._parents(),
            "head": self._field("head", "head", squeezed),
            "email": self._field("email", "email", squeezed),
            "phone": self._field("phone", "phone", _digits),
        }

    def _found(self, pairs: Sequence[tuple[Mapping[str, Any], Unit | None]], extra: list[str]) -> Score:
        missed = [str(wanted["name"]) for wanted, unit in pairs if unit is None]
        return Score(len(pairs) - len(missed), len(pairs), len(extra), missed, extra)

    def _parents(self) -> Score:
        """Of the units that were found, those that stand under the same as in the key."""
        ids = {wanted["name"]: unit.id for wanted, unit in self._pairs if unit}
        asked = [(wanted, unit) for wanted, unit in self._pairs if wanted["under"] and unit]
        missed = [f"{w['name']} under {w['under']}" for w, unit in asked if unit.parent != ids.get(w["under"])]
        return Score(len(asked) - len(missed), len(asked), 0, missed)

    def _field(self, theirs: str, ours: str, plain: Any) -> Score:  # noqa: ANN401 (a function of a text)
        found = [(wanted, unit) for wanted, unit in self._pairs if unit]
        asked = [(wanted, unit) for wanted, unit in found if wanted[theirs]]
        missed = [f"{w['name']}: {w[theirs]}" for w, unit in asked if plain(getattr(unit, ours)) != plain(w[theirs])]
        extra = [f"{w['name']}: {getattr(u, ours)}" for w, u in found if not w[theirs] and getattr(u, ours)]
        return Score(len(asked) - len(missed), len(asked), len(extra), missed, extra)

    def _named(self, wanted: Mapping[str, Any]) -> Unit | None:
        unit: Unit | None = _named(self._units.values(), wanted)
        return unit


def _named(things: Iterable[Any], wanted: Mapping[str, Any]) -> Any:  # noqa: ANN401 (a thing with names)
    """The thing that is called so, else one that has one of the names: several may share one of them."""
    listed = list(things)
    own = next((each for each in listed if squeezed(each.name) == squeezed(wanted["name"])), None)
    names = {squeezed(name) for name in (wanted["name"], *wanted["also_called"])}
    shared = (each for each in listed if names & {squeezed(name) for name in (each.name, *each.aliases)})
    return own if own is not None else next(shared, None)


def facts(description: Description, key: Mapping[str, Any]) -> dict[str, Score]:
    """Finding aids, provisions and contact roles."""
    source = description.source
    aids = [(aid, _named(source.finding_aids.values(), aid)) for aid in key["finding_aids"]]
    paired = {each.id for _, each in aids if each}
    missed = [aid["name"] for aid, each in aids if each is None]
    extra = [aid.name for aid in source.finding_aids.values() if aid.id not in paired]
    provisions = _compared(
        [f"{each['law']} {each['chapter']}:{each['section']}" for each in key["provisions"]],
        [f"{each.law} {each.chapter}:{each.paragraph}" for each in source.provisions.values()],
    )
    ours = [squeezed(role.name) for role in source.contact_roles.values()]
    asked = [(role["name"], squeezed(role["name"])) for role in key["contact_roles"]]
    unfound = [name for name, short in asked if not any(short in one or one in short for one in ours)]
    more = [one for one in ours if not any(short in one or one in short for _, short in asked)]
    return {
        "finding_aids": Score(len(aids) - len(missed), len(aids), len(extra), missed, extra),
        "provisions": provisions,
        "contact_roles": Score(len(asked) - len(unfound), len(asked), len(more), unfound, more),
    }


def exchanges(description: Description, key: Mapping[str, Any]) -> dict[str, Score]:
    """Exchanges by direction and party, each of ours counted once."""
    kind = EXCHANGE.row("direction").kind
    left = list(description.source.exchanges.values())
    pairs = []
    for wanted in key["exchanges"]:
        party = squeezed(wanted["party"])
        same = [each for each in left if word_of(kind, each.direction) == wanted["direction"]]
        close = [each for each in same if party in squeezed(each.party) or squeezed(each.party) in party]
        how = [each for each in close if squeezed(wanted["how"]) == squeezed(each.how)]
        found = next(iter(how or close), None)
        pairs.append((wanted, found))
        if found:
            left.remove(found)
    missed = [f"{wanted['direction']} {wanted['party']}" for wanted, found in pairs if found is None]
    extra = [f"{word_of(kind, each.direction)} {each.party}" for each in left]
    scores = {"exchanges": Score(len(pairs) - len(missed), len(pairs), len(extra), missed, extra)}
    for part in ("how", "when"):
        asked = [(wanted, found) for wanted, found in pairs if wanted[part] and found]
        bad = [f"{w['party']}: {w[part]}" for w, found in asked if not _alike(getattr(found, part), w[part])]
        scores[part] = Score(len(asked) - len(bad), len(asked), 0, bad)
    return scores


def _alike(one: str, other: str) -> bool:
    short, long = sorted((squeezed(one), squeezed(other)), key=len)
    return bool(short) and short in long


def particulars(description: Description, key: Mapping[str, Any]) -> dict[str, Score]:
    """What the document says of itself and of its authority, and what it states on each topic."""
    source, about, whose = description.source, key["description"], key["authority"]
    stated = {statement.topic for statement in source.statements.values()}
    says = Score()
    for part, topic in TOPICS.items():
        if part not in _NOT_SCORED:
            says += _value(f"säger {part}", "ja" if key[part] else "", "ja" if topic in stated else "")
    values = {
        "title": (about["title"], source.document.title),
        "number": (about["reference"], source.document.number),
        "replaces": (about["replaces"], source.document.replaces),
        "decided_on": (about["date"], source.document.decided_on),
        "valid_from": (about.get("valid_from", ""), source.document.valid_from),
        "switchboard": (_digits(whose["switchboard"]), _digits(source.authority.switchboard)),
        "website": (whose["web"], source.authority.website),
        "authority": (whose["name"], source.authority.name),
        "organisation": (whose["organisation"], source.authority.organisation),
    }
    return {"says": says, **{part: _value(part, *both) for part, both in values.items()}}


def _value(part: str, asked: str, ours: str) -> Score:
    if asked:
        good = squeezed(asked) == squeezed(ours)
        return Score(int(good), 1, 0, [] if good else [f"{part}: {asked} (blev ”{ours}”)"])
    return Score(0, 0, int(bool(ours)), [], [f"{part}: {ours}"] if ours else [])


def audit(description: Description, key: Mapping[str, Any]) -> Score:
    """Points of the law that are judged as the key judges them."""
    ours = {str(finding.point): _STATUSES[finding.status] for finding in judged(description).findings}
    missed = [
        f"punkt {point}: {said} (blev {ours[point]})" for point, said in key["audit"].items() if ours[point] != said
    ]
    return Score(len(key["audit"]) - len(missed), len(key["audit"]), 0, missed)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _longest_run(places: Sequence[int]) -> int:
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
