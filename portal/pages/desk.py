"""The answer as staff with a caller waiting need it: whom to transfer to, what to say, what not to promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.kinds import Verdict
from portal.pages.aloud import entry_aloud, head_of, not_named, offer, signpost_aloud
from portal.pages.parts import RECORDS, SILENT, Link, PassageQuote, Rule, Text, VerdictMark
from portal.pages.questions import rules_of
from portal.pages.today import ending
from portal.pages.transfer import Transfer, named, transfer_copied, transfer_of, transfer_to
from portal.words.answers import whole_answer
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
        script: Sentences to read aloud, the offer last.
        copied: The answer as text for the clipboard.
        verdict: None for what is no record: a unit, a section.
        refer: Who else usually holds it, to refer the caller to; then `transfer` is for when one is not sure.
        is_reached: Whether the switchboard reaches that one.
        is_urgent: Whether somebody may be in danger: no registrar is offered to who rings of that.
        transfer_copied: Whom to transfer to, as text for the clipboard.
        otherwise: Whom those ask who seek something else.
        known: What is generally known and the description does not say.
        unsaid: What the description does not say of it.
        note: More of who else holds it, to say if one is asked.
        secrecy: What to say of secrecy; empty for what is no record.
        promise: What not to promise.
        general: Whether it is general knowledge, and not the description's.
        quote: The first passage that it rests on, word for word.
        part_of: The guide that it is a question of; None for other entries.
        rules: The rules that the answer to such a question rests on.
        asked: Which of several needs of the question it answers first; none where the question is one.
    """

    id: str
    whose: Text
    kind: str
    title: Text
    url: str
    script: tuple[Text, ...]
    copied: str
    verdict: VerdictMark | None = None
    scope: Text = SILENT
    refer: Text = SILENT
    is_reached: bool = False
    is_urgent: bool = False
    transfer: Transfer | None = None
    transfer_copied: str = ""
    otherwise: tuple[Text, ...] = ()
    known: Text = SILENT
    unsaid: Text = SILENT
    note: Text = SILENT
    secrecy: str = ""
    promise: str = ""
    general: bool = False
    quote: PassageQuote | None = None
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
    guidance = context.description(entry.authority).guidance_of(entry.type, entry.id)
    is_record = entry.type in RECORDS
    transfer = transfer_of(context, entry)
    quotes = context.passages(entry.authority, entry.passages[:1])
    verdict = _verdict(context, entry) if is_record else None
    return DeskAnswer(
        id=f"svar-{entry.authority}-{entry.id}",
        whose=context.told_apart(entry.authority),
        kind=type_label(entry.type),
        title=context.title(entry),
        url=context.entry_url(entry),
        verdict=verdict,
        scope=context.text(entry.scope),
        refer=SILENT,
        transfer=transfer,
        script=entry_aloud(context, entry, transfer),
        otherwise=tuple(context.text(each) for each in guidance.otherwise) if guidance else (),
        known=context.text(guidance.general if guidance else ""),
        unsaid=context.text(guidance.unsaid if guidance else ""),
        secrecy=context.secrecy(entry.authority, entry.secrecy).explanation if is_record else "",
        promise=_("Lova inte att handlingen lämnas ut, när det blir eller vad som står i den.") if is_record else "",
        quote=quotes[0] if quotes else None,
        copied=_copied(context, entry, verdict, transfer),
        transfer_copied=transfer_copied(transfer),
    )


def _question_answer(context: PageContext, entry: Entry) -> DeskAnswer:
    """The answer to a question of a guide: the law's, whoever is asked, and so nobody's to transfer to."""
    title, rules = context.title(entry), rules_of(context, entry)
    cited = context.language.comma.join(rule.citation for rule in rules)
    return DeskAnswer(
        id=f"svar-{entry.authority}-{entry.id}",
        whose=SILENT,
        kind=type_label(entry.type),
        title=title,
        url=context.entry_url(entry),
        script=entry_aloud(context, entry, None),
        copied="\n".join((title.value, whole_answer(entry), *((f"{_('Lagrum')}: {cited}",) if cited else ()))),
        part_of=context.guide_of(entry),
        rules=rules,
    )


def signpost_answer(context: PageContext, signpost: Signpost, number: int) -> DeskAnswer:
    """The answer where general knowledge says who else usually holds what was asked for."""
    mark = VerdictMark(Verdict.ELSEWHERE, _("Står inte i beskrivningen, finns oftast hos någon annan"))
    verdict = None if signpost.is_urgent else mark  # who rings of danger asks for help, not for a record
    transfer = transfer_to(context, context.whose, "")
    known = _("Allmän kunskap, inte ur beskrivningen.")
    said = signpost.short.value or f"{signpost.holder.value}."
    return DeskAnswer(
        id=f"hanvisning-{number}",
        whose=SILENT,
        kind=_("Hänvisning"),
        title=signpost.topic,
        url="",
        verdict=verdict,
        refer=signpost.holder,
        is_reached=signpost.is_of_the_place,
        is_urgent=signpost.is_urgent,
        transfer=transfer,
        script=signpost_aloud(context, signpost),
        note=signpost.note if signpost.spoken else SILENT,
        promise="" if signpost.is_urgent else _("Lova inte att handlingen finns, eller att den inte finns."),
        general=True,
        copied="\n".join(
            (signpost.topic.value, *((verdict.label,) if verdict else ()), f"{said} {signpost.note.value}", known)
        ),
        transfer_copied="\n".join(
            (signpost.holder.value, known, *(() if signpost.is_urgent else (transfer_copied(transfer),)))
        ),
    )


def nothing_answer(context: PageContext) -> DeskAnswer:
    """The answer where neither the description nor general knowledge has one."""
    verdict = VerdictMark(Verdict.UNSTATED, verdict_label(Verdict.UNSTATED, ""))
    transfer = transfer_to(context, context.whose, "")
    said = (not_named(context), context.said(_("En registrator kan veta mer, och kan söka i diariet åt dig.")))
    return DeskAnswer(
        id="svar-saknas",
        whose=SILENT,
        kind="",
        title=context.said(_("Inget svar i beskrivningen")),
        url="",
        verdict=verdict,
        transfer=transfer,
        script=(*said, offer(context, transfer)),
        promise=_("Lova inte att handlingen finns, eller att den inte finns."),
        copied="\n".join((verdict.label, *(text.value for text in said), transfer_copied(transfer))),
        transfer_copied=transfer_copied(transfer),
    )


def _copied(context: PageContext, entry: Entry, verdict: VerdictMark | None, transfer: Transfer) -> str:
    """The answer as text: it is pasted where nothing else of the page is."""
    end, scope = ending(context, entry.authority), context.text(entry.scope)
    number = context.description(entry.authority).source.document.number
    lines = (
        context.told_apart(entry.authority).value,
        *(end.aloud if end else ()),
        named(context.title(entry)),
        verdict.label if verdict else "",
        whole_answer(entry),
        head_of(context, entry).value,
        _("Gäller: {scope}").format(scope=scope.value) if scope else "",
        transfer_copied(transfer),
        _("Källa: {number}").format(number=number) if number else "",
    )
    return "\n".join(line for line in lines if line)
