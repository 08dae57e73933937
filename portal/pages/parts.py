"""The parts that pages are made of: plain values, so that a template only has to show them."""

from __future__ import annotations

from dataclasses import dataclass

from data.kinds import EntryType, Secrecy, Verdict

RECORDS = frozenset({EntryType.RECORD_TYPE, EntryType.FINDING_AID})
"""Entries that are records or lead to them, and so carry a verdict and a secrecy mark."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that a person reads: their language, and whether they are ours or the description's.

    Attributes:
        value: The words.
        lang: The ``lang`` that they are in, which may differ from the page's; empty for the page's own.
        ours: False for the description's own words.
        original: The Swedish name, beside a translated one: it is what one must ask for.
        name: Whether it is a name, which no machine is to translate.
    """

    value: str
    lang: str = "sv"
    ours: bool = True
    original: str = ""
    name: bool = False

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the portal."""

    label: Text
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask. Empty fields: the description does not say.

    Attributes:
        unit: The unit, linked; None where the description names none.
        stated: False where the unit is our suggestion because the description names none.
        role: What to ask for at the switchboard.
        phone: As the description writes it.
        phone_link: ``tel:`` address.
        via: The unit whose e-mail or phone it is, where it is not the unit's own.
        external: The unit belongs to another organisation.
    """

    unit: Link | None
    stated: bool
    role: str
    phone: str
    phone_link: str
    email: str
    via: str
    external: bool


@dataclass(frozen=True, slots=True)
class ProvisionLink:
    """A secrecy provision, its page here and its paragraph at riksdagen.se."""

    citation: str
    answer: Text
    url: str
    statute_url: str


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """The secrecy mark in words, and the provisions that may apply."""

    mark: Secrecy
    label: str
    explanation: str
    provisions: tuple[ProvisionLink, ...]


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """The verdict in words."""

    verdict: Verdict
    label: str


@dataclass(frozen=True, slots=True)
class PassageQuote:
    """A passage of the description, word for word, and its place in the whole text."""

    id: str
    subheading: str
    text: str
    url: str
    section: str


@dataclass(frozen=True, slots=True)
class Card:
    """A found entry in a list; `secrecy` and `verdict` are None for what is no record: a unit, say."""

    kind: str
    title: Text
    url: str
    answer: Text
    scope: Text
    snippet: str
    found_in: tuple[Link, ...]
    ask: Link | None
    secrecy: SecrecyMark | None
    verdict: VerdictMark | None


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in the organisation's nested list."""

    link: Link
    current: bool
    units: tuple[UnitNode, ...]


@dataclass(frozen=True, slots=True)
class Signpost:
    """Who usually holds what the description does not."""

    topic: Text
    holder: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which description a page speaks from."""

    number: str
    year: str
    title: str
    authority: str
    url: str
