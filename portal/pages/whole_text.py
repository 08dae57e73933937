"""The page with the whole text of a description: its sections, and in them paragraphs, lists, tables as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from data.fields.forms import MAX_DEPTH
from data.kinds import PassageKind
from portal.pages.parts import Link, PassageQuote, Provenance, Text
from portal.pages.today import Ending, ending
from portal.words.translations import data_text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.model import SourceText
    from data.text import Passage, Section
    from portal.pages.context import PageContext

_TOGETHER = frozenset({PassageKind.TABLE_ROW, PassageKind.LIST_ITEM, PassageKind.DEFINITION})
"""What stands together with what is before it: rows of a table, items of a list, definitions."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A passage with its number in its section, and what the link to it is called."""

    number: int
    quote: PassageQuote


@dataclass(frozen=True, slots=True)
class TextPart:
    """Passages of a section that are one thing on the page: a table, a list, definitions, or a single paragraph.

    Attributes:
        kind: What it is.
        subheading: What stands over it.
        heading: Of a table, what stands over its columns; empty where it goes on after a row that is not shown.
        columns: Of a table, what they are called.
        passages: Its passages; one where it is neither table nor list.
        is_hidden: Whether its words are not shown.
    """

    kind: PassageKind
    subheading: str
    heading: str
    columns: tuple[str, ...]
    passages: tuple[Numbered, ...]
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section of the whole text.

    Attributes:
        label: Its heading in the page's language.
        depth: How deep its heading stands on the page: 2 for the topmost, since the page's own is 1.
        url: The page that explains it; empty for a heading with nothing of its own.
    """

    id: str
    heading: str
    label: str
    url: str
    parts: tuple[TextPart, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class TextPage:
    """The contract of the page with the whole text; `guide` is where one asks for what is not shown."""

    title: Text
    summary: str
    sections: tuple[TextSection, ...]
    provenance: Provenance
    sha256: str
    ending: Ending | None
    guide: Link | None


def text_page(context: PageContext, authority: str) -> TextPage:
    """Make the page with the whole text."""
    source = context.description(authority).source
    number = source.document.number
    first = min((section.level for section in source.sections.values() if section.heading), default=1)
    whole = _("Hela texten, ord för ord, {number}.").format(number=number) if number else _("Hela texten, ord för ord.")
    return TextPage(
        title=Text(source.document.title, ours=False),
        summary=whole,
        sections=tuple(_section(context, authority, section, first) for section in source.sections.values()),
        provenance=context.provenance(authority),
        sha256=source.original_sha256,
        ending=ending(context, authority),
        guide=context.guide_link(authority),
    )


def _section(context: PageContext, authority: str, section: Section, first: int) -> TextSection:
    """A section; `first` is how deep the description's highest headings stand, which is 2 on many a web page."""
    source = context.description(authority).source
    quotes = context.passages(authority, section.passages)
    numbered = [Numbered(number, quote) for number, quote in enumerate(quotes, start=1)]
    return TextSection(
        section.id,
        section.heading,
        data_text(section.heading) or _("Om beskrivningen"),
        context.url(f"/{authority}/avsnitt/{section.id}") if section.passages else "",
        tuple(_parts(source, numbered)),
        min(max(section.level - first, 0) + 2, MAX_DEPTH),
    )


def _parts(source: SourceText, numbered: Iterable[Numbered]) -> Iterator[TextPart]:
    """What is one thing on the page, in order."""
    begun: list[str] = []
    headed: set[str] = set()

    def thing(each: Numbered) -> str:
        """The id of the passage that begins what this one is a part of."""
        passage = source.passages[each.quote.id]
        if not (begun and _goes_on(source.passages[begun[-1]], passage)):
            begun.append(passage.id)
        return begun[-1]

    for id_, together in groupby(numbered, thing):
        first = source.passages[id_]
        table = source.tables.get(first.table)
        yield TextPart(
            kind=first.kind,
            subheading=first.subheading,
            heading=table.heading if table and table.id not in headed else "",
            columns=table.columns if table else (),
            passages=tuple(together),
            is_hidden=bool(first.hidden),
        )
        headed.add(first.table)


def _goes_on(first: Passage, passage: Passage) -> bool:
    """Whether a passage belongs to the table or list that another begins."""
    is_same = (first.kind, first.table) == (passage.kind, passage.table)
    return is_same and passage.kind in _TOGETHER and not (passage.subheading or passage.hidden or first.hidden)
