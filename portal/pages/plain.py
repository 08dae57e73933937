"""Pages that are mostly words: about, accessibility, open data, errors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.place import Place
from portal.pages.contacts import common_contact, contact_for
from portal.pages.parts import Contact, Link, Provenance, Text
from portal.words.collation import collation_key
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from portal.pages.context import PageContext
    from portal.web.request_error import RequestError


@dataclass(frozen=True, slots=True)
class Source:
    """An authority, and the description that its pages speak from."""

    authority: Link
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class PlainPage:
    """The contract of a page of words: the words are the template's, the facts are here.

    Attributes:
        sources: Each authority with its description.
        contact: Whom to ask: the place's common contact, where there are several authorities.
        place: Who answers for the portal, as far as has been stated.
        entries: How many entries can be searched.
        reviewed: How many of the editorial records the authority has reviewed.
        guidance: How many editorial records there are.
    """

    title: str
    summary: str
    sources: tuple[Source, ...]
    contact: Contact
    place: Place
    entries: int
    reviewed: int
    guidance: int


def about_page(context: PageContext) -> PlainPage:
    """About the portal."""
    return _page(context, _("Om Vägvisaren"), _("Vad Vägvisaren är, vad den bygger på och vad den inte vet."))


def accessibility_page(context: PageContext) -> PlainPage:
    """The accessibility statement."""
    return _page(context, _("Tillgänglighet"), _("Hur tillgänglig Vägvisaren är, och hur du rapporterar brister."))


def open_data_page(context: PageContext) -> PlainPage:
    """The data behind the pages."""
    return _page(context, _("Öppna data"), _("API och filer med alla poster, fria att använda."))


@dataclass(frozen=True, slots=True)
class ExplainedWord:
    """A word that people need not know, and what it means."""

    id: str
    term: Text
    explanation: Text


@dataclass(frozen=True, slots=True)
class WordsPage:
    """The contract of the list of words."""

    title: str
    summary: str
    words: tuple[ExplainedWord, ...]


def words_page(context: PageContext) -> WordsPage:
    """The words of all descriptions, each once, in the alphabetical order of the page's language."""
    explained = {
        word.id: word
        for description in context.searcher.descriptions.values()
        for word in description.glossary.values()
    }
    words = [
        ExplainedWord(word.id, context.name(word.term, ours=True), context.text(word.explanation))
        for word in explained.values()
    ]
    return WordsPage(
        title=_("Ordlista"),
        summary=_("Svåra ord om allmänna handlingar och arkiv, förklarade."),
        words=tuple(sorted(words, key=lambda word: collation_key(word.term.value, context.language.html))),
    )


def _page(context: PageContext, title: str, summary: str) -> PlainPage:
    records = [
        guidance for description in context.searcher.descriptions.values() for guidance in description.guidance.values()
    ]
    return PlainPage(
        title=title,
        summary=summary,
        sources=tuple(
            Source(Link(context.authority_name(id_), context.url(f"/{id_}/")), context.provenance(id_))
            for id_ in context.searcher.descriptions
        ),
        contact=common_contact(replace(context, scope="")),  # of the portal, whoever is asked
        place=context.searcher.place,
        entries=len(context.searcher.entries),
        reviewed=sum(1 for record in records if record.reviewed_on),
        guidance=len(records),
    )


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """The contract of an error's page; `contact` is None where there is no index to take it from.

    `reason` is why what was here is gone, in the words of the data files.
    """

    title: str
    summary: str
    detail: str
    reason: Text
    contact: Contact | None
    guide: Link | None


def error_page(context: PageContext | None, title: str, detail: str, error: RequestError | None = None) -> ErrorPage:
    """Make an error's page; without a context it still stands."""
    authority = error.authority if error else ""
    asked = (contact_for(context, authority, "") if authority else common_contact(context)) if context else None
    return ErrorPage(
        title=title,
        summary=detail,
        detail=detail,
        reason=context.text(error.reason) if context and error else Text(""),
        contact=asked,
        guide=context.guide_link(authority) if context else None,
    )
