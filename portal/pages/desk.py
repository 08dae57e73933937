"""The answer as staff with a caller waiting need it: whom to transfer to, what to say, what not to promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.kinds import EntryType, Verdict
from index.words.analysis import content_words
from portal.pages.parts import RECORDS, Link, PassageQuote, Rule, Text, VerdictMark
from portal.pages.questions import rules_of
from portal.pages.today import ending, successor_aloud
from portal.pages.transfer import Transfer, named, transfer_copied, transfer_to
from portal.words.labels import type_label, verdict_label
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from data.entries import Entry
    from portal.pages.context import PageContext
    from portal.pages.parts import Signpost


@dataclass(frozen=True, slots=True)
class DeskAnswer:
    """One answer, in the order in which a call goes.

    Attributes:
        id: What the answer's place in the page is named by.
        whose: The authority, where there are several.
        url: Its own page; empty for what is no entry.
        verdict: None for what is no record: a unit, a section.
        refer: Who else usually holds it, to refer the caller to; then `transfer` is for when one is not sure.
        script: Sentences to read aloud.
        secrecy: What to say of secrecy; empty for what is no record.
        promise: What not to promise.
        general: Whether it is general knowledge, and not the description's.
        quote: The first passage that it rests on, word for word.
        copied: The answer as text for the clipboard.
        transfer_copied: Whom to transfer to, likewise.
        part_of: The guide that it is a question of; None for other entries.
        rules: The rules that the answer to such a question rests on.
        asked: Which of several needs of the question it answers first; none where the question is one.
    """

    id: str
    whose: Text
    kind: str
    title: Text
    url: str
    verdict: VerdictMark | None
    scope: Text
    refer: Text
    transfer: Transfer | None
    script: tuple[Text, ...]
    secrecy: str
    promise: str
    general: bool
    quote: PassageQuote | None
    copied: str
    transfer_copied: str
    part_of: Link | None = None
    rules: tuple[Rule, ...] = ()
    asked: tuple[str, ...] = ()


def _verdict(context: PageContext, entry: Entry) -> VerdictMark:
    """As "we" where all is of one authority; by its name where there are several, of which one has the caller."""
    said = context.verdict(entry)
    is_ours = entry.verdict is Verdict.HELD and not context.has_several and entry.authority not in context.ended
    return VerdictMark(said.verdict, _("Vi har det")) if is_ours else said


def desk_answer(context: PageContext, entry: Entry) -> DeskAnswer:
    """The answer that an entry gives."""
    if entry.part_of:
        return _question_answer(context, entry)
    description = context.description(entry.authority)
    guidance = description.guidance_of(entry.type, entry.id)
    stated = guidance.unit_stated if guidance else True
    is_record = entry.type in RECORDS
    verdict = _verdict(context, entry) if is_record else None
    transfer = transfer_to(context, entry.authority, entry.unit, stated=stated)
    answers, scope = (context.text(entry.answer, ours=entry.ours), _head(context, entry)), context.text(entry.scope)
    quotes = context.passages(entry.authority, entry.passages[:1])
    title, whose = context.title(entry), context.told_apart(entry.authority)
    end = ending(context, entry.authority)
    first = (_whose_aloud(context, whose), *(context.said(sentence) for sentence in (end.aloud if end else ())))
    said = (*answers, _scope_aloud(entry, scope), successor_aloud(context, entry), _offer(context, transfer))
    copied = (title, verdict, answers, scope, transfer, description.source.document.number)
    return DeskAnswer(
        id=f"svar-{entry.authority}-{entry.id}",
        whose=whose,
        kind=type_label(entry.type),
        title=title,
        url=context.entry_url(entry),
        verdict=verdict,
        scope=scope,
        refer=Text(""),
        transfer=transfer,
        script=tuple(filter(None, (*first, *said))),
        secrecy=context.secrecy(entry.authority, entry.secrecy).explanation if is_record else "",
        promise=_("Lova inte att handlingen lämnas ut, när det blir eller vad som står i den.") if is_record else "",
        general=False,
        quote=quotes[0] if quotes else None,
        copied="\n".join(filter(None, (whose.value, *(end.aloud if end else ()), _copied(*copied)))),
        transfer_copied=transfer_copied(transfer),
    )


def _question_answer(context: PageContext, entry: Entry) -> DeskAnswer:
    """The answer to a question of a guide: the law's, whoever is asked, and so nobody's to transfer to."""
    title, answer = context.title(entry), context.text(entry.answer, ours=entry.ours)
    rules = rules_of(context, entry)
    cited = context.language.comma.join(rule.citation for rule in rules)
    return DeskAnswer(
        id=f"svar-{entry.authority}-{entry.id}",
        whose=Text(""),
        kind=type_label(entry.type),
        title=title,
        url=context.entry_url(entry),
        verdict=None,
        scope=Text(""),
        refer=Text(""),
        transfer=None,
        script=(answer,),
        secrecy="",
        promise="",
        general=False,
        quote=None,
        copied="\n".join((title.value, answer.value, *((f"{_('Lagrum')}: {cited}",) if cited else ()))),
        transfer_copied="",
        part_of=context.guide_of(entry),
        rules=rules,
    )


def signpost_answer(context: PageContext, signpost: Signpost, number: int) -> DeskAnswer:
    """The answer where general knowledge says who else usually holds what was asked for."""
    verdict = VerdictMark(Verdict.ELSEWHERE, _("Står inte i beskrivningen, finns oftast hos någon annan"))
    transfer = transfer_to(context, context.whose, "", stated=True)
    return DeskAnswer(
        id=f"hanvisning-{number}",
        whose=Text(""),
        kind=_("Hänvisning"),
        title=signpost.topic,
        url="",
        verdict=verdict,
        scope=Text(""),
        refer=signpost.holder,
        transfer=transfer,
        script=(
            context.said(_("Det framgår inte av vår beskrivning att vi har det.")),
            Text(f"{signpost.holder.value}.", signpost.holder.lang),
            signpost.note,
        ),
        secrecy="",
        promise=_("Lova inte att handlingen finns, eller att den inte finns."),
        general=True,
        quote=None,
        copied="\n".join(
            (
                signpost.topic.value,
                verdict.label,
                f"{signpost.holder.value}. {signpost.note.value}",
                _("Allmän kunskap, inte ur beskrivningen."),
            )
        ),
        transfer_copied="\n".join(
            (signpost.holder.value, _("Allmän kunskap, inte ur beskrivningen."), transfer_copied(transfer))
        ),
    )


def nothing_answer(context: PageContext) -> DeskAnswer:
    """The answer where neither the description nor general knowledge has one."""
    verdict = VerdictMark(Verdict.UNSTATED, verdict_label(Verdict.UNSTATED, ""))
    transfer = transfer_to(context, context.whose, "", stated=True)
    script = (
        context.said(_("Det står inte i myndighetens beskrivning av sina handlingar.")),
        context.said(_("En registrator kan veta mer, och kan söka i diariet åt dig.")),
    )
    return DeskAnswer(
        id="svar-saknas",
        whose=Text(""),
        kind="",
        title=context.said(_("Inget svar i beskrivningen")),
        url="",
        verdict=verdict,
        scope=Text(""),
        refer=Text(""),
        transfer=transfer,
        script=script,
        secrecy="",
        promise=_("Lova inte att handlingen finns, eller att den inte finns."),
        general=False,
        quote=None,
        copied="\n".join((verdict.label, *(text.value for text in script), transfer_copied(transfer))),
        transfer_copied=transfer_copied(transfer),
    )


def _head(context: PageContext, entry: Entry) -> Text:
    """Who leads a unit, as far as the description says: callers ask, and the answer's sentence leaves it out."""
    units = context.description(entry.authority).source.units
    head = context.text(units[entry.id].head if entry.type is EntryType.UNIT else "", ours=False)
    return Text(f"{_('Chef')}: {head.value}.", head.lang) if head else head


def _whose_aloud(context: PageContext, whose: Text) -> Text:
    """Whose the answer is, where there are several."""
    return context.said(_("Det här gäller {authority}.").format(authority=whose.value)) if whose else whose


def _offer(context: PageContext, transfer: Transfer) -> Text:
    """What one offers the caller."""
    if transfer.unit is None:
        return context.said(_("Jag kan koppla dig till en registrator.")) if transfer.role else Text("")
    label = transfer.unit.label
    return context.said(_("Jag kan koppla dig till {unit}.").format(unit=label.today or label.value))


def _scope_aloud(entry: Entry, scope: Text) -> Text:
    """The scope, to read aloud after the answer, unless the answer has said it."""
    said = set(content_words(entry.answer, "sv"))
    if said.issuperset(content_words(entry.scope, "sv")):
        return Text("")
    return Text(_("Observera: {scope}.").format(scope=scope.value.rstrip(".")), scope.lang) if scope else scope


def _copied(
    title: Text, verdict: VerdictMark | None, answers: tuple[Text, ...], scope: Text, transfer: Transfer, number: str
) -> str:
    lines = [named(title), verdict.label if verdict else "", *(answer.value for answer in answers)]
    lines += [_("Gäller: {scope}").format(scope=scope.value)] if scope else []
    lines += [transfer_copied(transfer), _("Källa: {number}").format(number=number)]
    return "\n".join(line for line in lines if line)
