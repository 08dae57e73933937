"""How to ask for a record: the rights, question by question, and a request text that one builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.contact import receiving_unit
from data.kinds import Topic
from data.today import CurrentField, facts_of
from portal.pages import notices
from portal.pages.answering import answer_text
from portal.pages.contacts import common_contact
from portal.pages.letter import Letter, letter
from portal.pages.parts import AnswerText, Contact, Link, Provenance, Text
from portal.pages.questions import Question, question_part
from portal.pages.receiving import receiver, request_email
from portal.words.answers import whole_answer
from portal.words.said import stated
from portal.words.translations import gettext as _
from portal.words.translations import shown_date

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from data.entries import Entry
    from data.model import SourceText
    from portal.pages.context import PageContext

MAX_FIELD = 500
"""Characters of a field of the request text: it travels in the address, which has an end."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to get the record."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True, slots=True)
class RequestText:
    """The request as text, from what the visitor filled in; empty before that.

    Attributes:
        receivers: Whom to write to, by authority, the last for who does not know; none where there is one authority.
        email: Where the request goes; empty where nobody has said.
        email_stated: Who says that it is so today; empty where the description does, or the place itself.
        problem: Why no text was made, in a sentence.
    """

    what: str
    period: str
    forms: tuple[Choice, ...]
    receivers: tuple[Choice, ...]
    letter: Letter
    email: str
    email_stated: str
    problem: str


@dataclass(frozen=True, slots=True)
class StatedFee:
    """What an organisation charges, in its own words, and who has said so when: fees change."""

    organisation: Text
    text: Text
    stated_by: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """The contract of the guide's page.

    Attributes:
        unit: Who drew up the authority's description; None where no authority is chosen.
        fees: What an organisation charges, as it has stated it.
        provenance: The description that the contact stands in; None where it is the place's own.
    """

    title: Text
    summary: str
    answer: AnswerText
    questions: tuple[Question, ...]
    request: RequestText
    contact: Contact
    unit: Link | None
    fees: tuple[StatedFee, ...]
    provenance: Provenance | None
    related: tuple[Link, ...]


def guide_page(context: PageContext, entry: Entry, arguments: MultiDict[str, str]) -> GuidePage:
    """Make the guide's page.

    Args:
        context: What pages are made with.
        entry: The guide.
        arguments: What the visitor filled in: ``vad``, ``period``, ``form``.
    """
    description, chosen = context.description(entry.authority), context.whose
    laws = description.laws.values()
    guidance, has_own = description.guidance[entry.id], context.searcher.place.contact is not None
    asked = context.answering or ("" if has_own else chosen)
    unit = context.description(asked).source.document.drawn_up_by if asked else ""
    return GuidePage(
        title=context.text(entry.title),
        summary=whole_answer(entry),
        answer=answer_text(context, entry),
        questions=tuple(question_part(context, question, laws) for question in guidance.questions),
        request=_request_text(context, arguments),
        contact=common_contact(context),
        unit=context.entry_link(asked, unit) if asked else None,
        fees=_fees(context),
        provenance=context.provenance(asked or entry.authority) if asked or not has_own else None,
        related=context.entry_links(chosen, _sections_to_read(description.source)) if chosen else (),
    )


def _fees(context: PageContext) -> tuple[StatedFee, ...]:
    """What the organisation of who is asked charges; of all, where nobody is chosen."""
    asked = [context.whose] if context.whose else list(context.searcher.descriptions)
    organisations = {context.description(authority).source.authority.belongs_to for authority in asked}
    return tuple(
        StatedFee(
            context.text(fee.organisation, ours=False),
            context.text(fee.text, ours=False),
            fee.stated_by,
            shown_date(fee.stated_on),
        )
        for fee in context.searcher.place.fees.values()
        if fee.organisation in organisations
    )


def _sections_to_read(source: SourceText) -> tuple[str, ...]:
    """The sections that help who asks for a record: whom to ask, what secrecy may apply, how to look by oneself."""
    statements = source.statements.values()
    wanted = [statement.passage for statement in statements if statement.topic is Topic.INFORMATION]
    wanted += [id_ for provision in source.provisions.values() if provision.usual for id_ in provision.passages]
    wanted += [statement.passage for statement in statements if statement.topic is Topic.ACCESS_AID]
    wanted += source.case_register.passages if source.case_register else ()
    return tuple(dict.fromkeys(source.passages[id_].section for id_ in wanted if id_ in source.passages))


def forms() -> dict[str, str]:
    """The same ways as choices."""
    return {
        "las": _("läsa handlingen på plats"),
        "kopia": _("få en kopia på papper"),
        "epost": _("få handlingen per e-post, om det går"),
    }


def _receivers(context: PageContext) -> tuple[Choice, ...]:
    if not context.has_several:
        return ()
    living = [id_ for id_ in context.searcher.descriptions if id_ not in context.ended]
    asked = context.answering if context.scope else ""
    chosen = [Choice(id_, context.authority_name(id_).value, id_ == asked) for id_ in living]
    return (*chosen, Choice("", _("Vet inte: den som tar emot skickar vidare"), not asked))


def _named_receiver(context: PageContext) -> str:
    """Whom a letter is to, where there is more than one to choose."""
    authority = receiver(context)
    return context.authority_name(authority).value if authority and context.has_several else ""


def _email_stated(context: PageContext) -> str:
    """Who says that requests go there today, and when; empty where the description does."""
    if not (authority := receiver(context)):
        return ""
    description = context.description(authority)
    fact = facts_of(description.current, receiving_unit(description)).get(CurrentField.EMAIL)
    return stated(fact.stated_by, fact.stated_on) if fact else ""


def _request_text(context: PageContext, arguments: MultiDict[str, str]) -> RequestText:
    what, period = (" ".join(arguments.get(name, "").split()) for name in ("vad", "period"))
    longest = max(len(what), len(period))
    chosen = arguments.get("form", "")
    problem = ""
    if arguments.get(notices.PARAMETER) == notices.IDENTITY_NUMBER:
        problem = notices.of_letter(what, period)
    elif longest > MAX_FIELD:
        # All of it stays in its field: who wrote it chooses what to leave out.
        problem = _("Skriv högst {count} tecken i varje fält. Du har skrivit {written}. Korta texten och försök igen.")
        problem = problem.format(count=MAX_FIELD, written=longest)
    elif "vad" in arguments and not what:
        problem = _("Skriv vad du vill ta del av, till exempel vilket ärende eller vilken sorts handling.")
    email, is_written = request_email(context), what and not problem
    return RequestText(
        what=what,
        period=period,
        forms=tuple(Choice(value, label, value == chosen) for value, label in forms().items()),
        receivers=_receivers(context),
        letter=letter(context.language, (what, period), chosen, email, _named_receiver(context))
        if is_written
        else Letter(),
        email=email,
        email_stated=_email_stated(context),
        problem=problem,
    )
