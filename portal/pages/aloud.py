"""What staff read aloud to a caller: one thought a line, in one breath, and one offer at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.kinds import EntryType
from data.wordcount import sentences_of
from index.words.analysis import content_words
from portal.pages.parts import Text
from portal.pages.today import ending, successor_aloud
from portal.words.translations import data_text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.entries import Entry
    from portal.pages.context import PageContext
    from portal.pages.parts import Signpost
    from portal.pages.transfer import Transfer


def entry_aloud(context: PageContext, entry: Entry, transfer: Transfer | None) -> tuple[Text, ...]:
    """What one says of an entry, and whom one offers to put the caller through to; nobody without a transfer."""
    return tuple(line for line in _lines(context, entry, transfer) if line)


def _lines(context: PageContext, entry: Entry, transfer: Transfer | None) -> Iterator[Text]:
    if not entry.part_of:
        yield whose_aloud(context, context.told_apart(entry.authority))
        end = ending(context, entry.authority)
        yield from (context.said(sentence) for sentence in (end.aloud if end else ()))
    guidance = context.description(entry.authority).guidance_of(entry.type, entry.id)
    spoken = context.text(guidance.spoken if guidance else "")
    if spoken:
        yield spoken  # written to be said, with its scope in it
    else:
        yield from _written(context, entry)
    yield head_of(context, entry)
    yield successor_aloud(context, entry)
    yield offer(context, transfer) if transfer else Text("")


def _written(context: PageContext, entry: Entry) -> Iterator[Text]:
    """The written answer sentence by sentence, and its scope; the description's own words as they are."""
    yield context.text(entry.short, ours=entry.ours)
    answer = context.text(entry.answer, ours=entry.ours)
    yield from (replace(answer, value=sentence) for sentence in sentences_of(answer.value)) if entry.ours else (answer,)
    said = set(content_words(entry.whole_answer, "sv"))
    scope = context.text(entry.scope)
    if scope and not said.issuperset(content_words(entry.scope, "sv")):
        yield replace(scope, value=_("Observera: {scope}.").format(scope=scope.value.rstrip(".")))


def offer(context: PageContext, transfer: Transfer) -> Text:
    """What one offers the caller: one, and the same that the verdict tells of."""
    return context.said(_("Ska jag koppla dig till {unit}?").format(unit=transfer.whom.value))


def whose_aloud(context: PageContext, whose: Text) -> Text:
    """Whose the answer is, where there are several."""
    return context.said(_("Det här gäller {authority}.").format(authority=whose.value)) if whose else whose


def head_of(context: PageContext, entry: Entry) -> Text:
    """Who leads a unit, as far as the description says: callers ask, and the answer's sentence leaves it out."""
    units = context.description(entry.authority).source.units
    head = context.text(units[entry.id].head if entry.type is EntryType.UNIT else "", ours=False)
    return Text(f"{_('Chef')}: {head.value}.", head.lang) if head else head


def signpost_aloud(context: PageContext, signpost: Signpost) -> tuple[Text, ...]:
    """What one says where somebody else usually has it: the caller has come through the switchboard of the place."""
    said = (signpost.spoken,) if signpost.spoken else (signpost.short or _sentence(signpost.holder), signpost.note)
    way = _("Ska jag koppla dig dit?") if signpost.is_of_the_place else _("Dit får du vända dig själv.")
    # Where somebody may be in danger, nothing is said before where to call.
    first = () if signpost.is_urgent else (not_named(context),)
    return tuple(line for line in (*first, *said, context.said(way)) if line)


def not_named(context: PageContext) -> Text:
    """That the description does not tell of it, which is not that it is not there."""
    if not context.whose:
        return context.said(_("Det nämner myndigheterna inte bland sina handlingar."))
    name = data_text(context.description(context.whose).source.authority.short_name)
    return context.said(_("Det nämner {authority} inte bland sina handlingar.").format(authority=name))


def _sentence(holder: Text) -> Text:
    return replace(holder, value=f"{holder.value}.")
