"""An authority's pages: its own, with the audit, and the whole text of its description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.audit import Status, audit
from data.fields.forms import MAX_DEPTH
from data.kinds import EntryType
from portal.pages.contacts import contact_for
from portal.pages.parts import Contact, Link, PassageQuote, Provenance, Text
from portal.pages.start import AuthorityTree, authority_tree
from portal.pages.today import Ending, ending
from portal.words.translations import data_text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.model import Observation, Quote
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
class AuthorityPage:
    """The contract of an authority's page."""

    title: Text
    summary: str
    website: str
    contact: Contact
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
    json_ld: dict[str, object]
    ending: Ending | None


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section of the whole text.

    Attributes:
        label: Its heading in the page's language.
        depth: How deep its heading stands on the page: 2 for the topmost, since the page's own is 1.
    """

    id: str
    heading: str
    label: str
    url: str
    passages: tuple[PassageQuote, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class TextPage:
    """The contract of the page with the whole text."""

    title: Text
    summary: str
    sections: tuple[TextSection, ...]
    provenance: Provenance
    sha256: str
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
        json_ld=_json_ld(context, authority),
        ending=ending(context, authority),
    )


def text_page(context: PageContext, authority: str) -> TextPage:
    """Make the page with the whole text."""
    source = context.description(authority).source
    return TextPage(
        title=Text(source.document.title, ours=False),
        summary=_("Hela texten, ord för ord, {number}.").format(number=source.document.number),
        sections=tuple(
            TextSection(
                section.id,
                section.heading,
                data_text(section.heading) or _("Om beskrivningen"),
                context.url(f"/{authority}/avsnitt/{section.id}"),
                context.passages(authority, section.passages),
                min(section.level + 1, MAX_DEPTH),
            )
            for section in source.sections.values()
        ),
        provenance=context.provenance(authority),
        sha256=source.original_sha256,
        ending=ending(context, authority),
    )


def status_label(status: Status) -> str:
    """How well a point is answered."""
    return {Status.PRESENT: _("Finns"), Status.UNCLEAR: _("Oklart"), Status.MISSING: _("Saknas")}[status]


def _evidence(context: PageContext, authority: str, quotes: Iterable[Quote]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(quote.text, context.url(f"/{authority}/beskrivning#{quote.passage}"), quote.passage)
        for quote in quotes
    )


def _notes(context: PageContext, authority: str, observations: Iterable[Observation]) -> tuple[Note, ...]:
    return tuple(
        Note(context.text(observation.text), _evidence(context, authority, observation.quotes))
        for observation in observations
    )


def _json_ld(context: PageContext, authority: str) -> dict[str, object]:
    """The authority as schema.org GovernmentOrganization, with its way in and its description as a Dataset."""
    source = context.description(authority).source
    contact = contact_for(context, authority, "")
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": source.authority.name,
        "parentOrganization": {"@type": "GovernmentOrganization", "name": source.authority.organisation},
        "contactPoint": {"@type": "ContactPoint", "telephone": contact.phone, "contactType": contact.role},
        "subjectOf": {
            "@type": "Dataset",
            "name": source.document.title,
            "identifier": source.document.number,
            "description": context.provenance(authority).title,
            "inLanguage": "sv",
        },
    }
