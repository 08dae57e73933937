"""What every page needs to be made: the searcher, the language, the mode, and how to say things in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.inline import inline_name
from data.kinds import EntryType, UnitKind, Verdict
from data.today import CurrentField, value_today
from index.answer.search import Searcher
from portal.languages import Language
from portal.modes import PLAIN, Mode
from portal.pages.parts import (
    Link,
    PassageQuote,
    Provenance,
    ProvisionLink,
    SecrecyMark,
    Text,
    UnitNode,
    VerdictMark,
)
from portal.web import urls
from portal.words.labels import secrecy_explanation, secrecy_label, verdict_label
from portal.words.laws import statute_url
from portal.words.translations import data_text, shown_date, translated
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.entries import Entry
    from data.kinds import Secrecy
    from data.model import Description


GUIDE = "begar-ut"
"""The id of the guide to asking for a record."""
SCOPE = "authority"
"""The parameter that says which authority is asked: it stays in every address."""
NAMED = frozenset({EntryType.UNIT, EntryType.FINDING_AID, EntryType.PROVISION})
"""Entries whose title is a name or a citation."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """Makes the parts of pages, in one language and mode, from one generation.

    Attributes:
        kept: Parameters that every address of this visit carries along.
        scope: The authority that all is asked within; empty where that is none in particular.
        ended: Ids of authorities that have ended.
    """

    searcher: Searcher
    language: Language
    mode: Mode = PLAIN
    kept: tuple[tuple[str, str], ...] = ()
    scope: str = ""
    ended: frozenset[str] = frozenset()

    @property
    def has_several(self) -> bool:
        """Whether there are several authorities, so that each thing must say whose it is."""
        return len(self.searcher.descriptions) > 1

    @property
    def whose(self) -> str:
        """The authority that a page about none in particular speaks for; empty where it speaks for several."""
        return self.scope or ("" if self.has_several else self.searcher.home)

    def authority_name(self, authority: str) -> Text:
        """An authority by its own name."""
        return self.text(self.description(authority).source.authority.name, ours=False)

    def dated_name(self, authority: str) -> Text:
        """The same, with when it ended."""
        name, end = self.authority_name(authority), self.description(authority).ended
        if end is None or authority not in self.ended:
            return name
        return replace(name, ended=_("upphörde den {date}").format(date=shown_date(end.on)))

    @property
    def answering(self) -> str:
        """Who answers instead of an authority that has ended: who has its records; empty where none of the place has.

        It is the authority itself where it has not ended, and empty where none is asked in particular.
        """
        end = self.description(self.whose).ended if self.whose in self.ended else None
        holder = (end.records_at or self.searcher.place.archive) if end else self.whose
        return holder if holder in self.searcher.descriptions and holder not in self.ended else ""

    def told_apart(self, authority: str) -> Text:
        """Its name where it must be said, which is where there are several; no words where all is of one."""
        return self.dated_name(authority) if self.has_several else Text("")

    def text(self, value: str, *, ours: bool = True) -> Text:
        """Words of the data files; Swedish where no catalogue has them in the page's language."""
        translation = translated(value)
        return Text(value, "sv", ours) if translation is None else Text(translation, self.language.html, ours)

    def name(self, value: str, *, ours: bool = False) -> Text:
        """A name by which something is asked for: translated with the Swedish one beside it, or as it is."""
        text = self.text(value, ours=ours)
        is_same = text.value == value
        return replace(text, name=True, original="" if is_same else value, lang="" if is_same else text.lang)

    def title(self, entry: Entry) -> Text:
        """What an entry is called: a unit or a register has a name, other entries a heading."""
        ours = entry.type in {EntryType.RECORD_TYPE, EntryType.EXCHANGE}
        title = (self.name if entry.type in NAMED else self.text)(entry.title, ours=ours)
        return replace(title, today=self.name_today(entry.authority, entry.id))

    def name_today(self, authority: str, id_: str) -> str:
        """What a thing of an authority is called today, where that is another name; else empty."""
        return value_today(self.description(authority).current, id_, CurrentField.NAME)

    def said(self, value: str) -> Text:
        """Words of the interface, in the page's own language."""
        return Text(value, "")

    def url(self, path: str) -> str:
        """An address in this language and mode."""
        return urls.with_query(urls.prefixed(path, self.language.code, self.mode.code), self.kept)

    def entry_url(self, entry: Entry) -> str:
        """Where an entry stands, in this language and mode; of a guide that several have, as its authority has it."""
        path = urls.url_of(entry)
        if entry.type is EntryType.GUIDE and self.has_several:
            return replace(self, kept=self.kept_for(entry.authority)).url(path)
        return self.url(path)

    def unscoped_url(self, path: str) -> str:
        """The same without the authority that is asked, for an address that says so itself, or asks all."""
        return replace(self, kept=self.kept_for("")).url(path)

    def kept_for(self, authority: str) -> tuple[tuple[str, str], ...]:
        """What an address carries along that asks within an authority; within none where that is empty."""
        others = tuple(parameter for parameter in self.kept if parameter[0] != SCOPE)
        return (*others, (SCOPE, authority)) if authority else others

    def description(self, authority: str) -> Description:
        """The description of an authority of this generation."""
        return self.searcher.descriptions[authority]

    def entry_link(self, authority: str, id_: str, note: str = "") -> Link | None:
        """A link to an entry, or None where there is no such entry."""
        entry = self.searcher.entry(authority, id_)
        return Link(self.title(entry), self.entry_url(entry), note) if entry else None

    def guide_link(self, authority: str = "") -> Link | None:
        """A link to how one asks for a record: of an authority, of that which is asked, or of any."""
        if authority or self.whose:
            return self.entry_link(authority or self.whose, GUIDE)
        link = self.entry_link(self.searcher.home, GUIDE)
        return replace(link, url=self.url(f"/{GUIDE}")) if link else None

    def guide_of(self, entry: Entry) -> Link | None:
        """The guide that an entry is a question of; None where it is none."""
        return self.entry_link(entry.authority, entry.part_of) if entry.part_of else None

    def entry_links(self, authority: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to those of the entries that exist."""
        return tuple(link for id_ in ids if (link := self.entry_link(authority, id_)))

    def provenance(self, authority: str) -> Provenance:
        """The description that pages of an authority speak from; the year is the case number's."""
        document = self.description(authority).source.document
        year = re.search(r"\b(?:19|20)\d{2}\b", document.number)
        return Provenance(
            number=document.number,
            year=year.group() if year else "",
            decided=shown_date(document.decided_on) if document.decided_on else "",
            title=document.title,
            authority=self.description(authority).source.authority.name,
            url=self.url(f"/{authority}/beskrivning"),
        )

    def secrecy(self, authority: str, mark: Secrecy, provisions: Iterable[str] = ()) -> SecrecyMark:
        """The secrecy mark with its provisions."""
        return SecrecyMark(
            mark, secrecy_label(mark), secrecy_explanation(mark), tuple(self._provisions(authority, provisions))
        )

    def _provisions(self, authority: str, ids: Iterable[str]) -> Iterable[ProvisionLink]:
        description = self.description(authority)
        for id_ in ids:
            provision, entry = description.source.provisions[id_], self.searcher.entries[authority, id_]
            link = statute_url(provision.law, provision.chapter, provision.paragraph)
            yield ProvisionLink(provision.citation, self.text(entry.short or entry.answer), self.entry_url(entry), link)

    def verdict(self, entry: Entry) -> VerdictMark:
        """Who has it, or whom to ask; where there are several authorities, the one that has it by its whole name."""
        of_one, has_ended = self.description(entry.authority).source.authority, entry.authority in self.ended
        name, is_whole_name = self.holder_name(entry), False
        if entry.verdict is Verdict.HELD and (self.has_several or has_ended or not name):
            name, is_whole_name = data_text(of_one.name if self.has_several else of_one.short_name), self.has_several
        label = verdict_label(entry.verdict, name, has_ended=has_ended, is_whole_name=is_whole_name)
        return VerdictMark(entry.verdict, label)

    def holder_name(self, entry: Entry) -> str:
        """The unit that an entry names, as a sentence has it; empty where the text names none."""
        description = self.description(entry.authority)
        guidance, unit = description.guidance_of(entry.type, entry.id), description.source.units.get(entry.unit)
        if unit is None or (guidance and not guidance.unit_stated):
            return ""
        return self.name_inside(entry.authority, unit.id)

    def name_inside(self, authority: str, unit: str) -> str:
        """A unit's name as a sentence has it."""
        source = self.description(authority).source
        name = source.units[unit].name
        return inline_name(source, source.units[unit]) if self.language.html == "sv" else data_text(name)

    def passages(self, authority: str, ids: Iterable[str]) -> tuple[PassageQuote, ...]:
        """Passages word for word."""
        source = self.description(authority).source
        return tuple(
            PassageQuote(
                id=passage.id,
                subheading=passage.subheading,
                text=passage.shown,
                url=self.url(urls.passage_path(authority, passage.id)),
                section=data_text(self.searcher.entries[authority, passage.section].title),
                cells=passage.cells,
                columns=source.columns_of(passage),
                is_hidden=bool(passage.hidden),
            )
            for passage in map(source.passages.__getitem__, ids)
        )

    def units(self, authority: str, parent: str, current: str = "") -> tuple[UnitNode, ...]:
        """The units right under one, each with its own."""
        source = self.description(authority).source
        return tuple(
            UnitNode(
                Link(
                    replace(self.name(unit.name), today=self.name_today(authority, unit.id)),
                    self.url(urls.entry_url(authority, EntryType.UNIT, unit.id)),
                ),
                unit.id == current,
                self.units(authority, unit.id, current),
            )
            for unit in source.units.values()
            if unit.parent == parent and unit.kind is not UnitKind.EXTERNAL
        )
