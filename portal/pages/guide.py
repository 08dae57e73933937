"""How to ask for a record: the rights, question by question, and a request text that one builds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages import notices
from portal.pages.letter import Letter, letter
from portal.pages.parts import Contact, Link, Provenance, Text
from portal.words.laws import statute_url
from portal.words.translations import data_text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from data.entries import Entry
    from data.model import GuideQuestion
    from portal.pages.context import PageContext

MAX_FIELD = 500
"""Characters of a field of the request text: it travels in the address, which has an end."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that an answer rests on, linked to the statute."""

    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the visitor's, and our answer."""

    id: str
    question: Text
    answer: Text
    rules: tuple[Rule, ...]


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
        problem: Why no text was made, in a sentence.
    """

    what: str
    period: str
    forms: tuple[Choice, ...]
    letter: Letter
    email: str
    problem: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """The contract of the guide's page."""

    title: Text
    summary: str
    answer: Text
    steps: tuple[Text, ...]
    questions: tuple[Question, ...]
    request: RequestText
    contact: Contact
    unit: Link | None
    provenance: Provenance
    related: tuple[Link, ...]


def guide_page(context: PageContext, entry: Entry, arguments: MultiDict[str, str]) -> GuidePage:
    """Make the guide's page.

    Args:
        context: What pages are made with.
        entry: The guide.
        arguments: What the visitor filled in: ``vad``, ``period``, ``form``.
    """
    guidance = context.description(entry.authority).guidance[entry.id]
    source = context.description(entry.authority).source
    unit = source.document.drawn_up_by
    return GuidePage(
        title=context.text(entry.title),
        summary=data_text(entry.answer),
        answer=context.text(entry.answer),
        steps=tuple(context.text(step) for step in guidance.steps),
        questions=tuple(_question(context, question) for question in guidance.questions),
        request=_request_text(context, entry.authority, unit, arguments),
        contact=context.contact(entry.authority, ""),
        unit=context.entry_link(entry.authority, unit),
        provenance=context.provenance(entry.authority),
        related=context.entry_links(
            entry.authority, ("kontaktpersoner", "sekretess", "tekniska-hjalpmedel", "diarium")
        ),
    )


def _question(context: PageContext, question: GuideQuestion) -> Question:
    rules = tuple(Rule(law, _rule_url(law)) for law in question.laws)
    return Question(question.id, context.text(question.question), context.text(question.answer), rules)


def _rule_url(citation: str) -> str:
    """The statute's address for references like ``TF 2:15`` and ``FL 43-44 §§``."""
    match = re.fullmatch(r"(\w+) (?:(\d+):)?(\d+(?: [a-z]\b)?).*", citation)
    return statute_url(match[1], int(match[2] or 0), match[3]) if match else ""


def forms() -> dict[str, str]:
    """The same ways as choices."""
    return {
        "las": _("läsa handlingen på plats"),
        "kopia": _("få en kopia på papper"),
        "epost": _("få handlingen per e-post, om det går"),
    }


def _request_text(context: PageContext, authority: str, unit: str, arguments: MultiDict[str, str]) -> RequestText:
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
    source = context.description(authority).source
    email = source.units[unit].email if unit in source.units else ""
    is_written = what and not problem
    return RequestText(
        what=what,
        period=period,
        forms=tuple(Choice(value, label, value == chosen) for value, label in forms().items()),
        letter=letter(context.language, what, period, chosen, email) if is_written else Letter(),
        email=email,
        problem=problem,
    )
