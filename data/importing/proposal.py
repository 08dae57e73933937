"""What an import proposes: the document's words, and the facts that they carry, each with what it rests on.

A value of its own between reading and writing, with a form in JSON, so that a person can see and change it before
anything is written. Names of fields are those of `data.model`; what the text does not say is empty.
"""

from __future__ import annotations

import msgspec

from data.importing.outline import Basis, Outline
from data.kinds import Direction, Topic, UnitKind


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """A single value and what it rests on; an empty value: the text does not say."""

    value: str = ""
    basis: Basis = Basis("")


class AuthorityFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """The authority whose records are described.

    Attributes:
        name: Its whole name: ``Socialnämnden i Lindviks kommun``.
        short_name: What the text calls it: ``nämnden``.
        organisation: The municipality or region that it belongs to; empty for courts and state agencies.
        website: The address of its web site, without a scheme.
        switchboard: The telephone number of the switchboard.
        kind: ``kommunal nämnd``, ``regional nämnd``, ``domstol``, ``statlig myndighet``; empty where nothing tells.
        root: The name of its topmost unit: ``Socialnämnden``.
    """

    name: Told = Told()
    short_name: Told = Told()
    organisation: Told = Told()
    website: Told = Told()
    switchboard: Told = Told()
    kind: str = ""
    root: str = ""


class DocumentFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """The description as a document: dates as ISO, the rest as it stands."""

    title: Told = Told()
    number: Told = Told()
    replaces: Told = Told()
    decided_on: Told = Told()
    valid_from: Told = Told()
    decided_by: Told = Told()
    drawn_up_by: Told = Told()


class UnitFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A unit, or another organisation (`UnitKind.EXTERNAL`) that holds or runs something.

    Attributes:
        name: As it stands, with a capital first; in the base form where the text only has the genitive.
        kind: What it is.
        parent: The name of the unit over it; empty for the root and for other organisations.
        tasks: Whole sentences or clauses of the text on what it does.
        head: The title of its head, as it stands; never a person's name.
        email: Its own e-mail address.
        phone: Its own telephone number.
        aliases: Other names that the text has for it.
        basis: What it rests on; its passages are those that tell of it.
        fields: What single fields rest on, where it is something else.
    """

    name: str
    kind: UnitKind
    parent: str = ""
    tasks: tuple[str, ...] = ()
    head: str = ""
    email: str = ""
    phone: str = ""
    aliases: tuple[str, ...] = ()
    basis: Basis = Basis("")
    fields: dict[str, Basis] = {}


class FindingAidFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A register, list or system.

    Attributes:
        name: As it stands, without what only tells its kind (*systemet Platina*: ``Platina``).
        aliases: Other names that the text has for it.
        holds: What it holds, as it stands: clauses or cells.
        caveats: Secrecy, access and search keys as they stand, and what limits it.
        unit: The name of the unit that has it, where the text says whose.
    """

    name: str
    aliases: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    unit: str = ""
    basis: Basis = Basis("")
    fields: dict[str, Basis] = {}


class ProvisionFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A provision of secrecy.

    Attributes:
        law: The law in short: ``OSL``, ``OSF``, or its whole name.
        chapter: 0 where the law has none.
        paragraph: With its letter: ``5 b``; empty where a chapter alone is named.
        usual: Whether the text counts it among those that are commonly applied.
    """

    law: str
    chapter: int
    paragraph: str = ""
    usual: bool = True
    basis: Basis = Basis("")


class ExchangeFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Data fetched from or supplied to another: as `data.model.DataExchange`."""

    direction: Direction
    party: str
    what: tuple[str, ...] = ()
    how: str = ""
    when: str = ""
    finding_aid: str = ""
    unit: str = ""
    basis: Basis = Basis("")
    fields: dict[str, Basis] = {}


class RoleFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A role that tells more about the records.

    Attributes:
        name: The role, or the unit that answers: ``Registrator``.
        about: Who holds the role, or for what, as it stands.
    """

    name: str
    phone: str = ""
    email: str = ""
    about: str = ""
    basis: Basis = Basis("")
    fields: dict[str, Basis] = {}


class CaseRegisterFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the register of cases is searched: as `data.model.CaseRegister`; `finding_aid` is a name."""

    website: str
    path: tuple[str, ...] = ()
    finding_aid: str = ""
    basis: Basis = Basis("")


class StatementFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sentence of the text on a topic, word for word; `units` are names, empty where it holds for all."""

    topic: Topic
    quote: str
    units: tuple[str, ...] = ()
    basis: Basis = Basis("")


class Warned(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the one who imports should be told, as a Swedish sentence; `kind` is the rule's id."""

    kind: str
    text: str
    passages: tuple[int, ...] = ()


class Proposal(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that an import would write.

    Attributes:
        outline: The words.
        files: Names of the files that it came from, the main one first.
        warnings: What should be looked at.
    """

    outline: Outline
    authority: AuthorityFacts = AuthorityFacts()
    document: DocumentFacts = DocumentFacts()
    units: tuple[UnitFact, ...] = ()
    finding_aids: tuple[FindingAidFact, ...] = ()
    provisions: tuple[ProvisionFact, ...] = ()
    exchanges: tuple[ExchangeFact, ...] = ()
    contact_roles: tuple[RoleFact, ...] = ()
    case_register: CaseRegisterFact | None = None
    statements: tuple[StatementFact, ...] = ()
    warnings: tuple[Warned, ...] = ()
    files: tuple[str, ...] = ()


def encoded(proposal: Proposal) -> bytes:
    """A proposal as JSON."""
    return msgspec.json.format(msgspec.json.encode(proposal), indent=1)


def decoded(content: bytes) -> Proposal:
    """A proposal from JSON.

    Raises:
        msgspec.ValidationError: If it is none.
    """
    return msgspec.json.decode(content, type=Proposal)
