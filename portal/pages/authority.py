"""An authority's own page, with the audit of its description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.audit import Status, audit
from data.cells import read_aloud
from data.kinds import EntryType
from portal.pages.contacts import contact_for
from portal.pages.parts import Contact, Link, Provenance, Text
from portal.pages.start import AuthorityTree, authority_tree
from portal.pages.today import Ending, ending
from portal.words.translations import data_text, shown_date
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.model import Document, Observation, Quote
    from portal.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the description, and where they stand."""

    text: str
    url: str
    passage: str


@dataclass(frozen=True, slots=True)
class Note:
    """An observation for the one who owns the description."""

    text: Text
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A point of the law and how well the description answers it."""

    rule: str
    asks: Text
    status: Status
    status_label: str
    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Who tells more about the records, as the text has it: the role, who holds it or for what, how it is reached."""

    name: Text
    about: Text
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    """The contract of an authority's page; `decided` is by whom and when the description was decided."""

    title: Text
    summary: str
    website: str
    contact: Contact
    roles: tuple[Role, ...]
    tree: AuthorityTree
    sections: tuple[Link, ...]
    finding_aids: tuple[Link, ...]
    provisions: tuple[Link, ...]
    exchanges: tuple[Link, ...]
    record_types: tuple[Link, ...]
    audit: tuple[AuditRow, ...]
    notes: tuple[Note, ...]
    provenance: Provenance
    replaces: str
    decided: tuple[str, ...]
    json_ld: dict[str, object]
    ending: Ending | None


def authority_page(context: PageContext, authority: str) -> AuthorityPage:
    """Make an authority's page."""
    description = context.description(authority)
    source = description.source
    judged = audit(description)
    return AuthorityPage(
        title=context.text(source.authority.name, ours=False),
        summary=_("Vem som har vilka handlingar hos {name}, enligt myndighetens egen beskrivning.").format(
            name=data_text(source.authority.name)
        ),
        website=source.authority.website,
        contact=contact_for(context, authority, ""),
        roles=_roles(context, authority),
        tree=authority_tree(context, authority),
        sections=context.entry_links(authority, source.sections),
        finding_aids=context.entry_links(authority, source.finding_aids),
        provisions=context.entry_links(authority, source.provisions),
        exchanges=context.entry_links(authority, source.exchanges),
        record_types=context.entry_links(
            authority,
            (guidance.id for guidance in description.guidance.values() if guidance.type is EntryType.RECORD_TYPE),
        ),
        audit=tuple(
            AuditRow(
                rule=finding.rule,
                asks=context.text(finding.asks),
                status=finding.status,
                status_label=status_label(finding.status),
                evidence=_evidence(context, authority, finding.evidence),
                notes=_notes(context, authority, finding.observations),
            )
            for finding in judged.findings
        ),
        notes=_notes(context, authority, judged.observations),
        provenance=context.provenance(authority),
        replaces=source.document.replaces,
        decided=_decided(source.document),
        json_ld=_json_ld(context, authority),
        ending=ending(context, authority),
    )


def status_label(status: Status) -> str:
    """How well a point is answered."""
    return {Status.PRESENT: _("Finns"), Status.UNCLEAR: _("Oklart"), Status.MISSING: _("Saknas")}[status]


def _evidence(context: PageContext, authority: str, quotes: Iterable[Quote]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(read_aloud(quote.text), context.url(f"/{authority}/beskrivning#{quote.passage}"), quote.passage)
        for quote in quotes
    )


def _notes(context: PageContext, authority: str, observations: Iterable[Observation]) -> tuple[Note, ...]:
    return tuple(
        Note(context.text(observation.text), _evidence(context, authority, observation.quotes))
        for observation in observations
    )


def _roles(context: PageContext, authority: str) -> tuple[Role, ...]:
    """Those of whom the text says more than what they are called and where they are telephoned."""
    roles = context.description(authority).source.contact_roles.values()
    return tuple(
        Role(context.name(role.name), Text(role.about, ours=False), role.phone, role.email)
        for role in roles
        if role.email or role.about
    )


def _decided(document: Document) -> tuple[str, ...]:
    """Who decided the description and when, and from when it holds, as far as the text says."""
    day, by = document.decided_on and shown_date(document.decided_on), document.decided_by
    decided = {
        (True, True): _("Beslutad den {date} av {name}."),
        (True, False): _("Beslutad den {date}."),
        (False, True): _("Beslutad av {name}."),
    }.get((bool(day), bool(by)), "")
    valid = document.valid_from and _("Gäller från {date}.").format(date=shown_date(document.valid_from))
    return tuple(filter(None, (decided.format(date=day, name=by), valid)))


def _json_ld(context: PageContext, authority: str) -> dict[str, object]:
    """The authority as schema.org GovernmentOrganization, with its way in and its description as a Dataset."""
    source = context.description(authority).source
    contact = contact_for(context, authority, "")
    organisation, document = source.authority.organisation, source.document
    within = {"@type": "GovernmentOrganization", "name": organisation} if organisation else None
    dataset = {
        "@type": "Dataset",
        "name": document.title,
        "identifier": document.number,
        "description": context.provenance(authority).title,
        "inLanguage": "sv",
        "dateCreated": document.decided_on,
    }
    whole: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": source.authority.name,
        "parentOrganization": within,
        "contactPoint": {"@type": "ContactPoint", "telephone": contact.phone, "contactType": contact.role},
        "subjectOf": {name: value for name, value in dataset.items() if value},
    }
    return {name: value for name, value in whole.items() if value}
