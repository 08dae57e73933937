"""The parts of an answer, which results, an entry's page and the guide's questions show alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.inline import inline_name
from data.kinds import UnitKind, Verdict
from portal.pages.contacts import common_contact, contact_for
from portal.pages.parts import RECORDS, AnswerText, Contact, Text, Ways
from portal.pages.receiving import request_email
from portal.web import urls
from portal.words.translations import data_text

if TYPE_CHECKING:
    from data.entries import Entry
    from data.model import GuideQuestion
    from portal.pages.context import PageContext


def answer_text(context: PageContext, entry: Entry) -> AnswerText:
    """What is said of an entry."""
    guidance = context.description(entry.authority).guidance_of(entry.type, entry.id)
    said = AnswerText(
        short=context.text(entry.short, ours=entry.ours),
        rest=context.text(entry.answer, ours=entry.ours),
        scope=context.text(entry.scope),
    )
    if guidance is None:
        return said
    return replace(
        said,
        steps=tuple(context.text(step) for step in guidance.steps),
        otherwise=tuple(context.text(sentence) for sentence in guidance.otherwise),
        general=context.text(guidance.general),
        unsaid=context.text(guidance.unsaid),
    )


def question_text(context: PageContext, question: GuideQuestion) -> AnswerText:
    """What is said to a question of a guide."""
    return AnswerText(context.text(question.short), context.text(question.answer), Text(""))


def contact_of_entry(context: PageContext, entry: Entry) -> Contact:
    """Whom to ask about an entry; what is the law's answer to a question of a guide, anyone who is asked can tell."""
    if entry.part_of:
        return common_contact(context)
    guidance = context.description(entry.authority).guidance_of(entry.type, entry.id)
    stated = guidance.unit_stated if guidance else True
    return contact_for(context, entry.authority, entry.unit, is_stated=stated)


def ways(context: PageContext, entry: Entry, contact: Contact) -> Ways:
    """How to ask about an entry."""
    asked_for, in_swedish = _asked_for(context, entry)
    return Ways(
        phone=contact.phone,
        phone_link=contact.phone_link,
        phone_name=contact.phone_name,
        # A question of law is no request: it is put to those who get requests.
        email=request_email(context) if entry.part_of else contact.email,
        request=_request(context, entry),
        role=asked_for,
        role_in_swedish="" if context.language.html == "sv" else in_swedish,
    )


def _asked_for(context: PageContext, entry: Entry) -> tuple[str, str]:
    """Whom to ask for, in the page's language and in Swedish.

    Where the card says "Fråga {enheten}" it is that unit: two names for one call confuse.
    """
    description = context.description(entry.authority)
    holder, unit = context.holder_name(entry), description.source.units.get(entry.unit)
    if entry.verdict is Verdict.ASK and holder and unit and unit.kind is not UnitKind.EXTERNAL:
        return holder, inline_name(description.source, unit)
    role = _plainest_role(context, entry.authority)
    return data_text(role), role


def _plainest_role(context: PageContext, authority: str) -> str:
    """The role to ask for: that which others are a kind of (registrator, of huvudregistrator), else the first."""
    roles = [role.name for role in context.description(authority).source.contact_roles.values()]
    wider = (name for name in roles if any(name != other and other.endswith(name) for other in roles))
    return next(wider, roles[0] if roles else "")


def _request(context: PageContext, entry: Entry) -> str:
    """Where a request is written; for a record it is begun already, by the name that it must be asked for by."""
    asked = replace(context, kept=context.kept_for(entry.authority)) if context.has_several else context
    what = entry.title if entry.type in RECORDS else ""
    return urls.with_query(asked.url("/begar-ut#begaran"), [("vad", what)])
