"""A whole proposal as an example's answer key has it: what recognition would propose if it missed nothing.

The words are those that the reader reads; the facts are the key's, each resting on the passages that the key says.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from data.fields.kinds import Choice
from data.fields.source import EXCHANGE, UNIT
from data.importing.format import recognise
from data.importing.outline import Basis
from data.importing.proposal import (
    AuthorityFacts,
    DocumentFacts,
    ExchangeFact,
    FindingAidFact,
    Proposal,
    ProvisionFact,
    RoleFact,
    StatementFact,
    Told,
    UnitFact,
)
from data.importing.recognising.outlining import outlined
from data.kinds import Topic, UnitKind
from tests.data.importing.measuring import EXAMPLES, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from data.importing.blocks import ReadDocument

TOPICS = {
    "sale": Topic.SALE,
    "retention": Topic.RETENTION,
    "access_aids": Topic.ACCESS_AID,
    "information": Topic.INFORMATION,
    "registration": Topic.REGISTRATION,
    "archive": Topic.ARCHIVE,
    "secrecy_general": Topic.SECRECY,
}
"""What a key calls the lists of sentences on a topic."""


def example(name: str) -> Path:
    """The document of a key."""
    return next(path for path in EXAMPLES.iterdir() if path.stem == name)


@cache
def key_of(name: str) -> dict[str, Any]:
    """The answer key of an example."""
    key: dict[str, Any] = json.loads((EXAMPLES / f"{name}.key.json").read_text(encoding="utf-8"))
    return key


@cache
def read_here(name: str) -> ReadDocument:
    """An example as its reader reads it, in this process."""
    data = example(name).read_bytes()
    read: ReadDocument = import_module(f"data.importing.reading.{recognise(data)}").read(data, lambda: None)
    return read


@cache
def keyed(name: str) -> Proposal:
    """The proposal that an example's key makes."""
    key, outline = key_of(name), outlined(read_here(name))
    numbers: dict[int, int] = {}
    for passage in key["passages"]:
        wanted = squeezed(passage["text"])
        there = (each.n for each in outline.passages if squeezed(each.text) == wanted)
        numbers[passage["n"]] = next((n for n in there if n not in numbers.values()), 0)
    on = _On(numbers)
    about, whose = key["description"], key["authority"]
    return Proposal(
        outline=outline,
        files=(example(name).name,),
        authority=AuthorityFacts(
            name=on.told(whose["name"], key),
            short_name=on.told(whose["short"], key),
            organisation=on.told(whose["organisation"], key),
            website=on.told(whose["web"], key),
            switchboard=on.told(whose["switchboard"], key),
            kind=whose["kind"],
            root=next((unit["name"] for unit in key["units"] if not unit["under"]), ""),
        ),
        document=DocumentFacts(
            title=on.told(about["title"], key),
            number=on.told(about["reference"], key),
            replaces=on.told(about["replaces"], key),
            decided_on=on.told(about["date"], key),
            valid_from=on.told(about.get("valid_from", ""), key),
            decided_by=on.told(about["decided_by"], key),
            drawn_up_by=on.told(about["drawn_up_by"], key),
        ),
        units=tuple(on.unit(unit) for unit in (*key["units"], *key["external_bodies"])),
        finding_aids=tuple(on.finding_aid(aid) for aid in key["finding_aids"]),
        provisions=tuple(
            ProvisionFact(each["law"], each["chapter"], each["section"], each["common"], on.basis(each))
            for each in key["provisions"]
        ),
        exchanges=tuple(on.exchange(each) for each in key["exchanges"]),
        contact_roles=tuple(
            RoleFact(each["name"], each["phone"], each["email"], each.get("about", ""), on.basis(each))
            for each in key["contact_roles"]
        ),
        statements=tuple(
            StatementFact(topic, each["quote"], (), on.basis(each))
            for part, topic in TOPICS.items()
            for each in key[part]
        ),
    )


class _On:
    """Facts of a key, resting on what was read."""

    def __init__(self, numbers: dict[int, int]) -> None:
        self._numbers = numbers

    def basis(self, fact: dict[str, Any]) -> Basis:
        """What a fact of the key rests on."""
        return Basis("key", tuple(n for n in self._read(fact["passages"]) if n))

    def told(self, value: str, key: dict[str, Any]) -> Told:
        """A value, resting on the passages that have it."""
        there = [each["n"] for each in key["passages"] if value and value in each["text"]]
        return Told(value, Basis("key", tuple(n for n in self._read(there) if n)))

    def unit(self, unit: dict[str, Any]) -> UnitFact:
        """A unit, or another body."""
        return UnitFact(
            name=unit["name"],
            kind=_member(UNIT.row("kind").kind, unit["kind"], UnitKind.UNIT),
            parent=unit["under"],
            head=unit["head"],
            email=unit["email"],
            phone=unit["phone"],
            aliases=tuple(unit["also_called"]),
            basis=self.basis(unit),
        )

    def finding_aid(self, aid: dict[str, Any]) -> FindingAidFact:
        """A finding aid."""
        told = (aid.get(each, "") for each in ("search_keys", "secrecy_as_it_stands", "access_as_it_stands"))
        return FindingAidFact(
            name=aid["name"],
            aliases=tuple(aid["also_called"]),
            caveats=tuple(filter(None, told)),
            unit=aid["unit"],
            basis=self.basis(aid),
        )

    def exchange(self, exchange: dict[str, Any]) -> ExchangeFact:
        """An exchange."""
        return ExchangeFact(
            direction=_member(EXCHANGE.row("direction").kind, exchange["direction"], None),
            party=exchange["party"],
            what=(exchange["what"],) if exchange["what"] else (),
            how=exchange["how"],
            when=exchange["when"],
            finding_aid=exchange["system"],
            unit=exchange.get("unit", ""),
            basis=self.basis(exchange),
        )

    def _read(self, listed: Iterable[int]) -> Iterable[int]:
        return (self._numbers.get(n, 0) for n in listed)


def _member(kind: object, word: str, otherwise: Any) -> Any:  # noqa: ANN401 (a member of any choice)
    assert isinstance(kind, Choice)
    return kind.values[word][0] if word in kind.values else otherwise
